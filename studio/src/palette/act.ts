import type { ReactNode } from "react";
import type { Entry } from "./find";

/** An entry with its face and what it does. */
export interface Act extends Entry {
  readonly face: ReactNode;
  /** At the end of the row: a price, an age. */
  readonly note?: string;
  readonly keys?: readonly string[];
  act(): void;
}
