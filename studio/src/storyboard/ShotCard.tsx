import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { mediaFrom } from "../draft/media";
import { Veil } from "../feed/Frame";
import { takeOf } from "../groups/items";
import { cx } from "../ui/cx";
import { count } from "../ui/format";
import { gradientStyle } from "../ui/gradient";
import { Swatch } from "../ui/Swatch";
import { madeOf, titleOf } from "./shots";
import { ShotState } from "./ShotState";
import type { Shot } from "./useShots";

interface ShotCardProps {
  shot: Shot;
  before: Shot | undefined;
  chosen: boolean;
  /** Whether another shot is held over it. */
  over: boolean;
  onChoose(): void;
  onKeyDown(event: KeyboardEvent): void;
  onDrag(dragging: boolean): void;
  onOver(): void;
  onDrop(): void;
}

/** What is seen of a shot: its take, else the picture it begins with. */
function pictureOf({ item }: Shot, before: Shot | undefined): { src: string | null; made: boolean } {
  const made = madeOf(item);
  if (made !== null) {
    return { src: made.output.posterUrl ?? null, made: true };
  }
  const own = item.request.firstFrame;
  if (own != null) {
    return { src: mediaFrom(own).url, made: false };
  }
  const last = item.continues && before !== undefined ? madeOf(before.item)?.output.lastFrameUrl : undefined;
  return { src: last ?? null, made: false };
}

export function ShotCard({ shot, before, chosen, over, ...acts }: ShotCardProps) {
  const { t } = useTranslation("storyboard");
  const { item, place, model, seconds } = shot;
  const title = titleOf(item.request) || t("untitled");
  const { src, made } = pictureOf(shot, before);
  const take = takeOf(item);
  const price = made ? take?.charge.captured : (item.estimate ?? take?.charge.held);
  const length = t("seconds", { count: Math.round(seconds) });
  return (
    <button
      type="button"
      data-testid="shot"
      data-shot={item.id}
      data-status={item.status}
      data-take={take?.id}
      draggable
      aria-pressed={chosen}
      onClick={acts.onChoose}
      onKeyDown={acts.onKeyDown}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", item.id);
        acts.onDrag(true);
      }}
      onDragEnd={() => acts.onDrag(false)}
      onDragOver={(event) => {
        event.preventDefault();
        acts.onOver();
      }}
      onDrop={(event) => {
        event.preventDefault();
        acts.onDrop();
      }}
      className="relative flex min-w-28 flex-1 flex-col max-md:w-33 max-md:flex-none gap-2 rounded-md text-left text-12 text-ink-2"
    >
      <span
        className={cx(
          "relative isolate block h-24 w-full overflow-hidden rounded-md bg-surface-2",
          (chosen || over) && "shadow-[0_0_0_2px_var(--bg),0_0_0_4px_var(--mark)]",
          over && "opacity-70",
        )}
      >
        {src === null ? (
          <span className="mesh absolute inset-0 opacity-20" style={gradientStyle(model?.gradient ?? [])} />
        ) : (
          <img
            src={src}
            alt=""
            draggable={false}
            className={cx("size-full object-cover", !made && "scale-110 brightness-60 blur-[6px]")}
          />
        )}
        <ShotState shot={shot} />
        <span className="absolute right-2 bottom-2">
          <Veil>{length}</Veil>
        </span>
      </span>
      <span className="flex w-full gap-1.5 text-13 font-medium text-ink-1">
        <span className="font-normal text-ink-3 tabular-nums">
          <span className="sr-only">{t("strip.shot")} </span>
          {place}
        </span>
        <span className="truncate">{title}</span>
      </span>
      <span className="flex w-full min-w-0 items-center gap-[7px] tabular-nums">
        <Swatch gradient={model?.gradient ?? []} />
        <span className="truncate">{model?.name ?? item.request.model}</span>
        {price !== undefined && (
          <span className="ml-auto whitespace-nowrap">{t("credits", { credits: count(price) })}</span>
        )}
      </span>
    </button>
  );
}
