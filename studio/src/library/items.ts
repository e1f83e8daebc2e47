import type { Generation } from "../api/types";

/** What every way of showing takes is given. */
export interface ItemsProps {
  takes: readonly Generation[];
  selected: ReadonlySet<string>;
  /** The index of the take that Tab comes to. */
  current: number;
  /** Whether they can be given another order. */
  movable: boolean;
  /** The take that another one is held over. */
  over: string | null;
  onPick(take: Generation, range: boolean): void;
  onCurrent(index: number): void;
  /** The end is near. */
  onEnd(): void;
}
