export interface Piece {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Above so many comparisons everything between the common ends counts as changed. */
const most = 4_000_000;

const wordsIn = (text: string): readonly string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** How one text becomes another, word by word: what is gone stands before what is new. */
export function wordDiff(before: string, after: string): readonly Piece[] {
  const old = wordsIn(before);
  const fresh = wordsIn(after);
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) {
    start++;
  }
  let end = 0;
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) {
    end++;
  }
  const middle = compare(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end));
  const same = (words: readonly string[]) => words.map((text): Piece => ({ kind: "same", text }));
  return joined([...same(old.slice(0, start)), ...middle, ...same(old.slice(old.length - end))]);
}

function compare(old: readonly string[], fresh: readonly string[]): readonly Piece[] {
  const gone = old.map((text): Piece => ({ kind: "gone", text }));
  const added = fresh.map((text): Piece => ({ kind: "new", text }));
  if (old.length === 0 || fresh.length === 0 || old.length * fresh.length > most) {
    return [...gone, ...added];
  }
  // common[i * width + j]: how many words the rests from i and from j share in order.
  const width = fresh.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      common[i * width + j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < fresh.length) {
    if (old[i] === fresh[j]) {
      pieces.push({ kind: "same", text: old[i] ?? "" });
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      pieces.push(...gone.slice(i, ++i));
    } else {
      pieces.push(...added.slice(j, ++j));
    }
  }
  return [...pieces, ...gone.slice(i), ...added.slice(j)];
}

/** Neighbours of one kind as one piece; a space between two changes belongs to both. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const runs: Piece[] = [];
  let gone = "";
  let fresh = "";
  const flush = () => {
    if (gone !== "") {
      runs.push({ kind: "gone", text: gone });
    }
    if (fresh !== "") {
      runs.push({ kind: "new", text: fresh });
    }
    gone = "";
    fresh = "";
  };
  pieces.forEach(({ kind, text }, index) => {
    const between = kind === "same" && text.trim() === "" && pieces[index + 1]?.kind !== "same" && gone + fresh !== "";
    if (kind === "gone" || (between && gone !== "")) {
      gone += text;
    }
    if (kind === "new" || (between && fresh !== "")) {
      fresh += text;
    }
    if (kind === "same" && !between) {
      flush();
      const last = runs.at(-1);
      runs.splice(last?.kind === "same" ? -1 : runs.length, 1, {
        kind: "same",
        text: last?.kind === "same" ? last.text + text : text,
      });
    }
  });
  flush();
  return runs;
}
