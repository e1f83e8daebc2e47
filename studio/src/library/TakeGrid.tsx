import { useNarrow } from "../ui/media";
import type { ItemsProps } from "./items";
import { ColumnGrid } from "./ColumnGrid";
import { RowGrid } from "./RowGrid";

/** Takes in their true ratios: in rows that fill the width, in two columns on a phone. */
export function TakeGrid(props: ItemsProps) {
  return useNarrow() ? <ColumnGrid {...props} /> : <RowGrid {...props} />;
}
