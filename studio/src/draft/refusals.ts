import { ApiError } from "../api/problem";
import type { FileFault } from "./fit";

/** Why a file was refused: for what it is, because it was cut off on its way, or in the server's words. */
export type Refusal = FileFault | { kind: "lost" } | { kind: "said"; message: string };

/** Why an upload failed. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ApiError)) {
    return { kind: "lost" };
  }
  return error.code === "unsupported_media" ? { kind: "wrongType" } : { kind: "said", message: error.message };
}
