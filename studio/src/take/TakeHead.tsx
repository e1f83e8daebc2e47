import { useQueryClient } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useFeed } from "../feed/FeedProvider";
import { listingAddress } from "../library/listingPlace";
import { neighboursOf } from "./neighbours";

const icon =
  "grid size-(--h-md) shrink-0 place-items-center rounded-sm text-ink-2 hover:bg-surface-3 hover:text-ink-1 max-md:size-11";

function Step({ to, label, children }: { to: string | null | undefined; label: string; children: React.ReactNode }) {
  return to == null ? (
    <span aria-hidden className={`${icon} opacity-45 hover:bg-transparent`}>
      {children}
    </span>
  ) : (
    <Link href={`/takes/${to}`} replace aria-label={label} title={label} className={icon}>
      {children}
    </Link>
  );
}

/** The way back, the take's name, and its neighbours in the listing that one came from. */
export function TakeHead({ title, id }: { title: string; id: string }) {
  const { t } = useTranslation("take");
  const queryClient = useQueryClient();
  const { takes } = useFeed();
  const near = useMemo(
    () =>
      neighboursOf(
        queryClient,
        takes.map((take) => take.id),
        id,
      ),
    [queryClient, takes, id],
  );
  return (
    <header className="sticky top-0 z-10 flex h-15 shrink-0 items-center gap-2.5 bg-[color-mix(in_srgb,var(--bg)_86%,transparent)] backdrop-blur-[14px] max-md:h-(--top) max-md:gap-1 max-md:px-1">
      <Link href={listingAddress()} aria-label={t("back")} className={icon}>
        <ChevronLeft size={20} aria-hidden />
      </Link>
      <span className="text-ink-3 max-md:hidden">{t("library")} /</span>
      <h1 className="min-w-0 flex-1 truncate font-medium" title={title}>
        {title}
      </h1>
      {near?.place != null && (
        <span className="whitespace-nowrap text-ink-3 tabular-nums max-xl:hidden">
          {t("place", { place: near.place, count: near.count })}
        </span>
      )}
      <Step to={near?.previous} label={t("newer")}>
        <ChevronLeft size={16} aria-hidden />
      </Step>
      <Step to={near?.next} label={t("older")}>
        <ChevronRight size={16} aria-hidden />
      </Step>
      <Link href={listingAddress()} aria-label={t("close")} className={icon}>
        <X size={16} aria-hidden />
      </Link>
    </header>
  );
}
