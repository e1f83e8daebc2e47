import { api, unwrap } from "../api/client";
import type { Asset } from "../api/types";
import type { Range } from "./range";

export const trimAsset = (id: string, range: Range): Promise<Asset> =>
  unwrap(api.POST("/api/assets/{id}/trim", { params: { path: { id } }, body: range }));
