import { expect, it } from "vitest";
import { placeOf } from "./places";

it.each([
  ["/", "create"],
  ["/batch/grp_1", "create"],
  ["/library/col_1", "library"],
  ["/takes/gen_1", "library"],
  ["/admin", "admin"],
  ["/admin/health", "health"],
  ["/admin/prices", "admin"],
  ["/account", undefined],
])("%s belongs to %s", (path, key) => expect(placeOf(path)).toBe(key));
