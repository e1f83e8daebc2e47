import type { Generation } from "../api/types";

/** What every way of showing takes is given. */
export interface ItemsProps {
  takes: readonly Generation[];
  selected: ReadonlySet<string>;
  /** The index of the take that Tab comes to. */
  current: number;
  onPick(take: Generation, range: boolean): void;
  onCurrent(index: number): void;
  /** The end is near. */
  onEnd(): void;
}
