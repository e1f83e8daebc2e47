import { ApiError } from "../api/problem";
import type { ModelControl } from "../api/types";
import { composerWords } from "../words/composer";
import { type FileFault, typesOf } from "./fit";
import type { MediaKind } from "./media";

/** Why a file is refused, in a few words. */
export function faultText(fault: FileFault, control: ModelControl | undefined, kind: MediaKind): string {
  const { tooLarge, tooLong, tooShort, wrongType } = composerWords.refused;
  switch (fault.kind) {
    case "tooLarge":
      return tooLarge(fault.megabytes);
    case "tooLong":
      return tooLong(fault.seconds);
    case "tooShort":
      return tooShort(fault.seconds);
    case "wrongType":
      return wrongType(typesOf(control, kind));
  }
}

/** Why an upload failed. */
export function refusalOf(error: unknown, control: ModelControl | undefined, kind: MediaKind): string {
  if (!(error instanceof ApiError)) {
    return composerWords.refused.lost;
  }
  return error.code === "unsupported_media" ? faultText({ kind: "wrongType" }, control, kind) : error.message;
}
