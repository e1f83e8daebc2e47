import { GripVertical, Star } from "lucide-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Generation } from "../api/types";
import { Checkbox } from "../ui/Checkbox";
import { cx } from "../ui/cx";
import { clock } from "../ui/format";
import { useReducedMotion } from "../ui/media";
import { pressTake } from "./pressTake";
import { TilePicture } from "./TilePicture";

interface TileProps {
  take: Generation;
  index: number;
  selected: boolean;
  /** While anything is selected, a press selects and the boxes stay. */
  picking: boolean;
  /** Whether Tab comes to it; arrows reach the others. */
  current: boolean;
  movable: boolean;
  /** Whether another take is held over it. */
  over: boolean;
  onPick(take: Generation, range: boolean): void;
  onCurrent(index: number): void;
}

/** A take in the grid, in its true ratio. With the pointer or the focus on it, it plays and tells its name. */
export const Tile = memo(function Tile({
  take,
  index,
  selected,
  picking,
  current,
  movable,
  over,
  onPick,
  onCurrent,
}: TileProps) {
  const { t } = useTranslation("library");
  const calm = useReducedMotion();
  const [near, setNear] = useState(false);
  const title = take.input.prompt ?? t("noPrompt");
  const output = take.outputs[0];
  const binned = take.deletedAt !== undefined;
  const stored = output !== undefined && take.expiredAt === undefined;

  return (
    <div
      data-index={index}
      onPointerEnter={(event) => event.pointerType === "mouse" && setNear(true)}
      onPointerLeave={() => setNear(false)}
      className={cx(
        "group/tile relative isolate size-full rounded-md bg-surface-1",
        (selected || over) && "shadow-[0_0_0_3px_var(--mark)]",
        over && "opacity-70",
      )}
    >
      <Link
        href={`/takes/${take.id}`}
        data-tile={take.id}
        tabIndex={current ? 0 : -1}
        aria-label={t(binned ? "select" : "open", {
          title: stored
            ? title
            : `${title}, ${take.expiredAt === undefined ? t(`status.${take.status}`) : t("expired")}`,
        })}
        onClick={(event) => pressTake(event, take, picking, onPick)}
        onFocus={(event) => {
          onCurrent(index);
          setNear(event.target.matches(":focus-visible"));
        }}
        onBlur={() => setNear(false)}
        className="absolute inset-0 overflow-hidden rounded-md select-none"
      >
        <TilePicture take={take} playing={near && !calm} alt={title} />
        <span
          aria-hidden
          className={cx(
            "absolute inset-x-0 bottom-0 flex items-end gap-2 bg-linear-to-t from-[rgb(6_6_8/.78)] to-transparent px-3 pt-8.5 pb-2.5 text-on-media transition-opacity duration-(--d-2)",
            near ? "opacity-100" : "opacity-0",
          )}
        >
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{title}</span>
            <span className="block truncate text-12 opacity-80">{take.model.name}</span>
          </span>
          {output !== undefined && (
            <span className="font-mono text-11 font-medium">{clock(output.durationSeconds)}</span>
          )}
        </span>
      </Link>
      {movable && near && (
        <span
          aria-hidden
          className={cx(
            "veil pointer-events-none absolute top-2.5 z-1 grid size-6 place-items-center rounded-sm max-md:hidden",
            take.favorite ? "right-11" : "right-2.5",
          )}
        >
          <GripVertical size={14} />
        </span>
      )}
      {take.favorite && (
        <span className="veil pointer-events-none absolute top-2.5 right-2.5 z-1 grid size-6 place-items-center rounded-full">
          <Star size={13} className="fill-current text-accent" role="img" aria-label={t("favorite")} />
        </span>
      )}
      <span
        className={cx(
          "absolute top-2.5 left-2.5 z-1 transition-opacity group-focus-within/tile:opacity-100 group-hover/tile:opacity-100 [@media(hover:none)]:opacity-100",
          !selected && !picking && "opacity-0",
        )}
      >
        <Checkbox
          onMedia
          label={t("select", { title })}
          checked={selected}
          onChange={({ shiftKey }) => onPick(take, shiftKey)}
        />
      </span>
    </div>
  );
});
