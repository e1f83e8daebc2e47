export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins: what was toggled last. */
  readonly anchor: string | null;
}

export type SelectionChange =
  | { type: "toggle"; id: string }
  | { type: "range"; id: string; order: readonly string[] }
  | { type: "all"; order: readonly string[] }
  | { type: "keep"; among: ReadonlySet<string> }
  | { type: "clear" };

export const noSelection: Selection = { ids: new Set(), anchor: null };

export function changeSelection(selection: Selection, change: SelectionChange): Selection {
  const { ids, anchor } = selection;
  switch (change.type) {
    case "toggle": {
      const next = new Set(ids);
      if (!next.delete(change.id)) {
        next.add(change.id);
      }
      return { ids: next, anchor: change.id };
    }
    case "range": {
      const to = change.order.indexOf(change.id);
      const from = anchor === null ? to : change.order.indexOf(anchor);
      const start = from < 0 ? to : from;
      const between = change.order.slice(Math.min(start, to), Math.max(start, to) + 1);
      return { ids: new Set([...ids, ...between]), anchor: change.id };
    }
    case "all":
      return { ids: new Set(change.order), anchor };
    case "keep": {
      const next = new Set([...ids].filter((id) => change.among.has(id)));
      return next.size === ids.size ? selection : { ids: next, anchor };
    }
    case "clear":
      return noSelection;
  }
}
