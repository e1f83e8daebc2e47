import type { Generation } from "../api/types";
import { type Keys, useKeys } from "../ui/shortcuts";
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

/** Arrows from tile to tile, with Alt to move one, and single keys on the tile that has the focus or the pointer, or on what is selected. */
export function useLibraryKeys(acts: LibraryActs): void {
  const { takes, selected, pick, clear, favorite, remove, download, reuse, remix, copyLink, move } = acts;
  useKeys(({ target, shiftKey }) => {
    const tile = target instanceof Element ? target.closest<HTMLElement>("[data-tile]") : null;
    const under = tile ?? document.querySelector<HTMLElement>("[data-index]:hover [data-tile]");
    const one = takes.find(({ id }) => id === under?.dataset.tile);
    const many = selected.size > 0 ? takes.filter(({ id }) => selected.has(id)) : one === undefined ? [] : [one];
    return {
      ...(tile !== null && arrowKeys(tile, move)),
      ...(one !== undefined && {
        x: () => pick(one, shiftKey),
        u: () => reuse(one),
        r: () => remix(one),
        l: () => copyLink(one),
      }),
      ...(many.length > 0 && { s: () => favorite(many), delete: () => remove(many), d: () => download(many) }),
      escape: clear,
    };
  });
}

function arrowKeys(tile: HTMLElement, move: LibraryActs["move"]): Keys {
  const keys: Record<string, () => void> = {};
  for (const arrow of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
    const key = arrow.toLowerCase();
    keys[key] = () => {
      const next = tileToward(arrow, tile);
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: "nearest" });
    };
    if (move !== null) {
      keys[`alt+${key}`] = () => {
        const [id, onto] = [tile.dataset.tile, tileToward(arrow, tile)?.dataset.tile];
        if (id !== undefined && onto !== undefined) {
          move(id, onto);
        }
      };
    }
  }
  return keys;
}

function tileToward(arrow: string, tile: HTMLElement): HTMLElement | undefined {
  const tiles = [...document.querySelectorAll<HTMLElement>("[data-tile]")].toSorted((a, b) => indexOf(a) - indexOf(b));
  const boxes = tiles.map((each) => each.getBoundingClientRect());
  return tiles[boxToward(arrow, boxes, tiles.indexOf(tile))];
}

function indexOf(tile: HTMLElement): number {
  return Number(tile.closest<HTMLElement>("[data-index]")?.dataset.index ?? 0);
}
