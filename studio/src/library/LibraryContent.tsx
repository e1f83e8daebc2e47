import { CircleAlert } from "lucide-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { EmptyLibrary } from "./EmptyLibrary";
import { allOf, isNarrowed } from "./filter";
import { FilterBar } from "./FilterBar";
import { LibrarySkeleton } from "./LibrarySkeleton";
import { useListingPlace } from "./listingPlace";
import { TakeBrowser } from "./TakeBrowser";
import type { useFilter } from "./useFilter";
import { useLibrary } from "./useLibrary";

/** The takes that fit, with the filters above them, however far their loading has come. */
export function LibraryContent({ place }: { place: ReturnType<typeof useFilter> }) {
  const { t } = useTranslation("library");
  const { filter, view } = place;
  const { takes, isPending, isPlaceholderData, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useLibrary(filter);
  useListingPlace(!isPending);
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && error === null) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetchingNextPage, error, fetchNextPage]);
  const fault = error !== null && (
    <div role="alert" className="my-4 flex flex-wrap items-center gap-3 text-bad">
      <CircleAlert size={16} aria-hidden />
      {error.message}
      <Button
        size="sm"
        className="max-md:min-h-11"
        onClick={() => void (takes.length > 0 && filter.order !== "own" ? fetchNextPage() : refetch())}
      >
        {t("again")}
      </Button>
    </div>
  );
  return (
    <>
      <FilterBar filter={filter} view={view} onChange={place.change} onView={place.setView} />
      {isPending ? (
        fault || <LibrarySkeleton />
      ) : takes.length === 0 && !isPlaceholderData ? (
        fault || (
          <EmptyLibrary
            filter={filter}
            onClear={isNarrowed(filter) ? () => place.change(allOf(filter.collection)) : undefined}
          />
        )
      ) : (
        <div
          aria-busy={isPlaceholderData || isFetchingNextPage}
          className={isPlaceholderData ? "opacity-60" : undefined}
        >
          <TakeBrowser key={filter.deleted ? "bin" : "kept"} takes={takes} filter={filter} view={view} onEnd={onEnd} />
          {fault}
          {isFetchingNextPage && <p className="py-6 text-center text-ink-3">{t("loadingMore")}</p>}
        </div>
      )}
    </>
  );
}
