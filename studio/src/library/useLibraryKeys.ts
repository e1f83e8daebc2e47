import { useEffect } from "react";
import type { Generation } from "../api/types";
import { useLatest } from "../ui/latest";
import { isOff } from "../ui/singleKeys";
import { boxToward } from "./move";

interface LibraryActs {
  takes: readonly Generation[];
  selected: ReadonlySet<string>;
  pick(take: Generation, range: boolean): void;
  clear(): void;
  favorite(takes: readonly Generation[]): void;
  remove(takes: readonly Generation[]): void;
  download(takes: readonly Generation[]): void;
  reuse(take: Generation): void;
  remix(take: Generation): void;
  copyLink(take: Generation): void;
  /** Gives one take the place of another; null where they have no order of their own. */
  move: ((id: string, onto: string) => void) | null;
}

const inDialog = () => document.querySelector('[role="dialog"], [role="menu"]') !== null;

/** Arrows from tile to tile, with Alt to move one, and single keys on the tile that has the focus or the pointer, or on what is selected. */
export function useLibraryKeys(acts: LibraryActs): void {
  const latest = useLatest(acts);
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const { takes, selected, pick, clear, favorite, remove, download, reuse, remix, copyLink, move } = latest.current;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const moving = event.altKey && move !== null && event.key.startsWith("Arrow");
      const typing = target?.closest("input, textarea, select, [contenteditable]") != null;
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        (event.altKey && !moving) ||
        typing ||
        inDialog() ||
        isOff(event)
      ) {
        return;
      }
      const tile = target?.closest<HTMLElement>("[data-tile]") ?? null;
      if (event.key.startsWith("Arrow") && tile !== null) {
        const tiles = [...document.querySelectorAll<HTMLElement>("[data-tile]")].toSorted(
          (a, b) => indexOf(a) - indexOf(b),
        );
        const to = boxToward(
          event.key,
          tiles.map((each) => each.getBoundingClientRect()),
          tiles.indexOf(tile),
        );
        event.preventDefault();
        const [id, onto] = [tile.dataset.tile, tiles[to]?.dataset.tile];
        if (moving) {
          if (id !== undefined && onto !== undefined) {
            move(id, onto);
          }
          return;
        }
        tiles[to]?.focus({ preventScroll: true });
        tiles[to]?.scrollIntoView({ block: "nearest" });
        return;
      }
      const under = tile ?? document.querySelector<HTMLElement>("[data-index]:hover [data-tile]");
      const one = takes.find(({ id }) => id === under?.dataset.tile);
      const many = selected.size > 0 ? takes.filter(({ id }) => selected.has(id)) : one === undefined ? [] : [one];
      const keys: Record<string, () => void> = {
        x: () => one !== undefined && pick(one, event.shiftKey),
        s: () => many.length > 0 && favorite(many),
        delete: () => many.length > 0 && remove(many),
        d: () => many.length > 0 && download(many),
        u: () => one !== undefined && reuse(one),
        r: () => one !== undefined && remix(one),
        l: () => one !== undefined && copyLink(one),
        escape: clear,
      };
      const act = keys[event.key.toLowerCase()];
      if (act !== undefined) {
        event.preventDefault();
        act();
      }
    }
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [latest]);
}

function indexOf(tile: HTMLElement): number {
  return Number(tile.closest<HTMLElement>("[data-index]")?.dataset.index ?? 0);
}
