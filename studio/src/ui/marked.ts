interface Piece {
  /** Where it begins. */
  readonly at: number;
  readonly text: string;
  readonly found: boolean;
}

/** A text in pieces, of which those that a search found are marked. Case does not count. */
export function marked(text: string, search: string): readonly Piece[] {
  const sought = search.trim().toLowerCase();
  const low = text.toLowerCase();
  if (sought === "" || low.length !== text.length) {
    return [{ at: 0, text, found: false }];
  }
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = low.indexOf(sought); at >= 0; at = low.indexOf(sought, from)) {
    if (at > from) {
      pieces.push({ at: from, text: text.slice(from, at), found: false });
    }
    from = at + sought.length;
    pieces.push({ at, text: text.slice(at, from), found: true });
  }
  return from < text.length ? [...pieces, { at: from, text: text.slice(from), found: false }] : pieces;
}
