import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import { useLocation } from "wouter";
import type { Generation } from "../api/types";
import { useTakeDeeds } from "../feed/useTakeDeeds";
import { useDraft } from "../draft/DraftProvider";
import { BulkBar } from "./BulkBar";
import { downloadOf } from "./calls";
import { MoveButtons } from "./MoveButtons";
import type { LibraryFilter } from "./filter";
import type { ItemsProps } from "./items";
import { isStored } from "./look";
import { changeSelection, noSelection } from "./selection";
import { TakeGrid } from "./TakeGrid";
import { TakeTable } from "./TakeTable";
import type { LibraryView } from "./useFilter";
import { useLibraryKeys } from "./useLibraryKeys";
import { useReorder } from "./useReorder";
import { useRun } from "./useRun";
import { useTakeActs } from "./useTakeActs";

interface TakeBrowserProps {
  takes: readonly Generation[];
  filter: LibraryFilter;
  view: LibraryView;
  onEnd(): void;
}

/** Takes to look at, to move among and to select, with what can be done to the selected ones. */
export function TakeBrowser({ takes, filter, view, onEnd }: TakeBrowserProps) {
  const [selection, change] = useReducer(changeSelection, noSelection);
  const [current, setCurrent] = useState(0);
  const order = useMemo(() => takes.map(({ id }) => id), [takes]);
  const acts = useTakeActs();
  const runner = useRun();
  const [, go] = useLocation();
  const { reuse } = useDraft();
  const deeds = useTakeDeeds();

  useEffect(() => change({ type: "keep", among: new Set(order) }), [order]);
  const pick = useCallback(
    ({ id }: Generation, range: boolean) => change(range ? { type: "range", id, order } : { type: "toggle", id }),
    [order],
  );
  const reorder = useReorder(filter, order, setCurrent);
  const movable = filter.order === "own";
  const clear = useCallback(() => change({ type: "clear" }), []);
  useLibraryKeys({
    takes,
    selected: selection.ids,
    pick,
    clear,
    favorite: (some) => runner.run("favorite", () => acts.favorite(some, !some.every((take) => take.favorite))),
    download(some) {
      const address = downloadOf(some.filter(isStored));
      if (address !== null) {
        location.assign(address);
      }
    },
    reuse(take) {
      go("/");
      reuse(take);
    },
    remix: (take) => deeds.begin(take, "remix"),
    copyLink: ({ id }) => void deeds.copyLink(id).catch(() => undefined),
    move: movable ? reorder.move : null,
    remove: (some) => !filter.deleted && runner.run("remove", () => acts.remove(some)),
  });

  const items: ItemsProps = {
    takes,
    selected: selection.ids,
    current: Math.min(current, takes.length - 1),
    movable,
    over: reorder.over,
    onPick: pick,
    onCurrent: setCurrent,
    onEnd,
  };
  const mover = movable && selection.ids.size === 1 && (
    <MoveButtons id={[...selection.ids][0] ?? ""} order={order} onMove={reorder.shift} />
  );
  const chosen = takes.filter(({ id }) => selection.ids.has(id));
  return (
    <>
      <div {...(movable && reorder.handlers)}>
        {view === "grid" ? (
          <TakeGrid {...items} />
        ) : (
          <TakeTable
            {...items}
            order={filter.order}
            onAll={() => change(chosen.length === takes.length ? { type: "clear" } : { type: "all", order })}
          />
        )}
      </div>
      <p className="sr-only" role="status">
        {reorder.said}
      </p>
      {(chosen.length > 0 || runner.fault !== null) && (
        <BulkBar takes={chosen} filter={filter} acts={acts} runner={runner} mover={mover} onClear={clear} />
      )}
    </>
  );
}
