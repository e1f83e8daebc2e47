import { RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { mediaFrom } from "../draft/media";
import { cx } from "../ui/cx";
import { gradientStyle } from "../ui/gradient";
import { Frame, Veil, WholePicture } from "./Frame";
import { PhaseLine } from "./PhaseLine";
import { ProgressLine } from "./ProgressLine";
import { TakeMeta, TakePrompt } from "./TakeMeta";

/** A take that is under way: its first picture or its model's colours, the line under it, and the phase. */
export function ActiveTake({ take }: { take: Generation }) {
  const { t } = useTranslation("takes");
  const { input, status, attempts } = take;
  const named = input.firstFrame ?? input.references?.[0] ?? null;
  const first = named === null ? null : mediaFrom(named).url;
  // While it waits after one that failed, the next one is meant.
  const attempt = status === "queued" ? attempts + 1 : attempts;
  const moving = status === "submitting" || status === "running" || status === "collecting";
  return (
    <>
      <Frame>
        {first === null ? (
          <>
            {moving && <div className="shimmer absolute inset-0" />}
            <div className="mesh absolute inset-0 opacity-20" style={gradientStyle(take.model.gradient)} />
          </>
        ) : (
          <WholePicture src={first} alt="" fills={false} />
        )}
        <div className="absolute top-2.5 left-2.5 z-1 flex gap-1.5">
          {first !== null && <Veil>{input.firstFrame != null ? t("firstFrame") : t("reference")}</Veil>}
          {attempt > 1 && (moving || status === "queued") && (
            <Veil>
              <RotateCcw size={12} aria-hidden />
              {t("attempt", { n: attempt })}
            </Veil>
          )}
        </div>
        {status === "queued" && (
          <div className={cx("relative grid h-full place-content-center text-center", first !== null && "hidden")}>
            <p className="text-36 leading-tight font-semibold tracking-[-.03em]">{t("inLine")}</p>
            <p className="text-ink-2">{t("startsItself")}</p>
          </div>
        )}
      </Frame>
      <ProgressLine take={take} />
      <div className="flex flex-col gap-[5px] px-0.5 pt-2.5">
        <PhaseLine take={take} />
        <TakePrompt take={take} />
        <TakeMeta take={take} />
      </div>
    </>
  );
}
