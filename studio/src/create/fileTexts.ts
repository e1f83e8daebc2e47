import type { TFunction } from "i18next";
import type { ModelControl } from "../api/types";
import { typesOf } from "../draft/fit";
import { type MediaKind, mediaKinds, type MediaRole } from "../draft/media";
import type { Refusal } from "../draft/refusals";
import { anyOf } from "../i18n/lists";
import { decimal, inMegabytes, inSeconds } from "../ui/format";

/** Why a file is refused, in a few words. */
export function refusalText(refusal: Refusal, control: ModelControl, kind: MediaKind, t: TFunction<"create">): string {
  switch (refusal.kind) {
    case "tooLarge":
      return t("refused.tooLarge", { size: inMegabytes(refusal.megabytes) });
    case "tooLong":
      return t("refused.tooLong", { length: inSeconds(refusal.seconds) });
    case "tooShort":
      return t("refused.tooShort", { length: inSeconds(refusal.seconds) });
    case "wrongType":
      return t("refused.wrongType", { types: anyOf(typesOf(control, kind)) });
    case "lost":
      return t("refused.lost");
    case "said":
      return refusal.message;
  }
}

/** What a field takes, told before anything is chosen: "MP4, MOV · 3–30 s · 100 MB". */
export function limitsOf(control: ModelControl, role: MediaRole, t: TFunction<"create">): string {
  const { minSeconds: least, maxSeconds: most, maxMegabytes } = control;
  const length =
    most == null
      ? least == null
        ? null
        : t("limits.from", { length: inSeconds(least) })
      : least == null
        ? t("limits.to", { length: inSeconds(most) })
        : inSeconds(`${decimal(least)}–${decimal(most)}`);
  const parts = [
    typesOf(control, mediaKinds[role]).slice(0, 3).join(", "),
    length,
    maxMegabytes == null ? null : inMegabytes(maxMegabytes),
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
