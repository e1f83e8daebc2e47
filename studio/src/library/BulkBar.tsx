import { Archive, FolderMinus, LoaderCircle, Star, Trash2, Undo2, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { isActive } from "../feed/feed";
import { cx } from "../ui/cx";
import { megabytes } from "../ui/format";
import { IconButton } from "../ui/IconButton";
import { AddToCollection } from "./AddToCollection";
import { AddTag } from "./AddTag";
import { archiveOf, mostInArchive } from "./calls";
import type { LibraryFilter } from "./filter";
import { bytesOf, isStored } from "./look";
import type { Runner } from "./useRun";
import type { useTakeActs } from "./useTakeActs";

interface BulkBarProps {
  takes: readonly Generation[];
  filter: LibraryFilter;
  acts: ReturnType<typeof useTakeActs>;
  runner: Runner;
  /** Moves the one take that is selected; null where takes have no order of their own. */
  mover: ReactNode;
  onClear(): void;
}

/** What can be done to the selected takes, above the lower edge. A fault stands in it until it is dismissed. */
export function BulkBar({ takes, filter, acts, runner, mover, onClear }: BulkBarProps) {
  const { t } = useTranslation("library");
  const ready = takes.filter(isStored);
  const tooMany = ready.length > mostInArchive;
  const starred = takes.length > 0 && takes.every(({ favorite }) => favorite);
  const ended = takes.filter((take) => !isActive(take));
  const icon = (name: string, shown: ReactNode) =>
    runner.busy === name ? <LoaderCircle size={16} className="spin" aria-hidden /> : shown;

  return (
    <div
      role="region"
      aria-label={t("selection")}
      data-testid="bulk-bar"
      className="fixed bottom-6 left-[calc(50%+var(--rail)/2)] z-(--z-dock) flex -translate-x-1/2 flex-col gap-2 rounded-lg bg-surface-2 py-2 pr-2 pl-4.5 whitespace-nowrap shadow-3 max-md:inset-x-2 max-md:bottom-[calc(var(--tabbar)+8px+env(safe-area-inset-bottom))] max-md:translate-x-0 max-md:pl-3.5"
    >
      {runner.fault !== null && (
        <p role="alert" className="flex items-center gap-2 text-bad">
          <span className="min-w-0 whitespace-normal">{runner.fault}</span>
          <IconButton small label={t("dismiss")} onClick={runner.dismiss} className="ml-auto">
            <X size={14} aria-hidden />
          </IconButton>
        </p>
      )}
      {takes.length > 0 && (
        <div className="relative flex items-center gap-2 max-md:flex-wrap max-md:gap-x-0.5">
          <div className="flex items-center gap-2 max-md:w-full">
            <p role="status" className="font-medium tabular-nums">
              {t("selected", { count: takes.length })}
              {ready.length > 0 && <span className="ml-2 font-normal text-ink-3">{megabytes(bytesOf(ready))}</span>}
            </p>
            {takes.length === 1 && mover}
          </div>
          <span aria-hidden className="mx-1 h-6 w-px bg-line-strong max-md:hidden" />
          {filter.deleted ? (
            <IconButton
              label={t("restore")}
              className="max-md:size-11"
              onClick={() => runner.run("restore", () => acts.restore(takes))}
            >
              {icon("restore", <Undo2 size={16} aria-hidden />)}
            </IconButton>
          ) : (
            <>
              <a
                href={tooMany || ready.length === 0 ? undefined : archiveOf(ready.map(({ id }) => id))}
                download
                aria-disabled={tooMany || ready.length === 0}
                title={
                  tooMany
                    ? t("archiveLimit", { count: mostInArchive })
                    : ready.length === 0
                      ? t("nothingStored")
                      : undefined
                }
                className={cx(
                  "inline-flex h-(--h-md) items-center gap-2 rounded-sm px-3.5 font-semibold max-md:h-11",
                  tooMany || ready.length === 0
                    ? "cursor-not-allowed bg-surface-3 text-ink-3"
                    : "bg-accent text-on-accent hover:bg-accent-hover",
                )}
              >
                <Archive size={15} aria-hidden />
                {tooMany ? t("archiveLimit", { count: mostInArchive }) : t("downloadZip")}
              </a>
              <AddToCollection onAdd={(collection) => acts.collect(takes, collection)} />
              <AddTag onAdd={(tag) => acts.tag(takes, (take) => [...new Set([...take.tags, tag])])} />
              <IconButton
                label={starred ? t("unfavorite") : t("favorite")}
                aria-pressed={starred}
                className="max-md:size-11"
                onClick={() => runner.run("favorite", () => acts.favorite(takes, !starred))}
              >
                {icon("favorite", <Star size={16} className={starred ? "fill-current" : undefined} aria-hidden />)}
              </IconButton>
              {filter.collection !== "" && (
                <IconButton
                  label={t("takeOut")}
                  className="max-md:size-11"
                  onClick={() => runner.run("takeOut", () => acts.uncollect(takes, filter.collection))}
                >
                  {icon("takeOut", <FolderMinus size={16} aria-hidden />)}
                </IconButton>
              )}
              <IconButton
                label={ended.length < takes.length ? t("deleteEnded") : t("delete")}
                disabled={ended.length === 0}
                className="max-md:size-11"
                onClick={() => runner.run("remove", () => acts.remove(ended))}
              >
                {icon("remove", <Trash2 size={16} aria-hidden />)}
              </IconButton>
            </>
          )}
          <IconButton label={t("clearSelection")} className="max-md:ml-auto max-md:size-11" onClick={onClear}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  );
}
