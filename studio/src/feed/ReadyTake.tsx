import { Download, RotateCcw, Volume2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Generation, Output } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { cx } from "../ui/cx";
import { clock } from "../ui/format";
import { IconButton } from "../ui/IconButton";
import { useReducedMotion } from "../ui/media";
import { DeleteButton } from "./DeleteButton";
import { FavoriteButton } from "./FavoriteButton";
import { Frame, Veil, WholePicture } from "./Frame";
import { HoverVideo } from "./HoverVideo";
import { openTake } from "./openTake";
import { TakeMeta, TakePrompt } from "./TakeMeta";

/** Shown with the pointer or the focus on the card; where there is no pointer, the player has them. */
const onHover =
  "opacity-0 transition-opacity duration-(--d-2) group-focus-within/take:opacity-100 group-hover/take:opacity-100 [@media(hover:none)]:hidden";

const gridRatio = 16 / 9;

/** Whether a picture fills a 16:9 place without showing edges. */
function fills({ width, height }: Output): boolean {
  return height > 0 && Math.abs(width / height - gridRatio) < 0.02;
}

/** A finished take: its poster; with the pointer or the focus on it, it plays without sound. */
export function ReadyTake({ take }: { take: Generation }) {
  const { t } = useTranslation(["takes", "frame"]);
  const { reuse } = useDraft();
  const calm = useReducedMotion();
  const [near, setNear] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  const output = take.outputs[0];
  const prompt = take.input.prompt ?? t("noPrompt");
  if (output === undefined) {
    return null;
  }
  return (
    <>
      <div
        ref={card}
        onPointerEnter={(event) => event.pointerType === "mouse" && setNear(true)}
        onPointerLeave={() => setNear(card.current?.matches(":has(:focus-visible)") ?? false)}
        onFocus={(event) => event.target.matches(":focus-visible") && setNear(true)}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setNear(false)}
        className="relative rounded-lg"
      >
        <Frame>
          <WholePicture src={output.posterUrl} alt={prompt} fills={fills(output)} />
          {near && !calm && <HoverVideo output={output} />}
          {!near && (
            <span className="pointer-events-none absolute right-2.5 bottom-2.5 z-1">
              <Veil>
                {output.hasSound && <Volume2 size={14} aria-hidden />}
                {clock(output.durationSeconds)}
              </Veil>
            </span>
          )}
        </Frame>
        {/* Outside of the frame, which would clip its focus ring. */}
        <button
          type="button"
          data-testid="open-take"
          aria-label={t("openTake", { prompt })}
          onClick={() => openTake(take.id)}
          className="absolute inset-0 z-1 rounded-lg"
        />
        <div className="absolute top-2.5 right-2.5 z-3 flex gap-1.5">
          <FavoriteButton take={take} className={onHover} />
          <IconButton
            look="veil"
            label={t("frame:reuse")}
            data-testid="reuse"
            className={onHover}
            onClick={() => reuse(take)}
          >
            <RotateCcw size={16} aria-hidden />
          </IconButton>
          <a
            href={`${output.videoUrl}&download=1`}
            download
            aria-label={t("download")}
            title={t("download")}
            data-testid="download-take"
            className={cx(onHover, "veil grid size-8 place-items-center rounded-[10px] hover:bg-[rgb(8_8_10/.85)]")}
          >
            <Download size={16} aria-hidden />
          </a>
          <DeleteButton take={take} className={onHover} />
        </div>
      </div>
      <div className="flex flex-col gap-[5px] px-0.5 pt-2.5">
        <TakePrompt take={take} />
        <TakeMeta take={take} />
      </div>
    </>
  );
}
