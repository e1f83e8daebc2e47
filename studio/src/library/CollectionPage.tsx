import { useQuery } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "wouter";
import { TopBar } from "../app/TopBar";
import { Button } from "../ui/Button";
import { useNarrow } from "../ui/media";
import { SearchField } from "../ui/SearchField";
import { collectionsKey } from "./cache";
import { fetchCollections } from "./calls";
import { CollectionHead } from "./CollectionHead";
import { LibraryContent } from "./LibraryContent";
import { LibrarySkeleton } from "./LibrarySkeleton";
import { useFilter } from "./useFilter";
import { usePausedSearch } from "./usePausedSearch";

/** One collection: what it is, and what is in it. */
export default function CollectionPage() {
  const { t } = useTranslation("library");
  const narrow = useNarrow();
  const { collection: id = "" } = useParams();
  const place = useFilter(id);
  const collections = useQuery({ queryKey: collectionsKey, queryFn: ({ signal }) => fetchCollections(signal) });
  const collection = collections.data?.find((each) => each.id === id);
  const [text, setText] = usePausedSearch(place.filter.q, (q) => place.change({ q }));
  const search = (
    <SearchField
      label={t("search")}
      value={text}
      placeholder={t("searchInCollection")}
      className={narrow ? "mb-3.5" : "w-65"}
      onChange={setText}
    />
  );
  return (
    <>
      <TopBar
        title={
          <span className="flex items-center gap-2.5">
            <Link
              href="/library"
              aria-label={t("back")}
              className="-ml-2 grid size-(--h-md) shrink-0 place-items-center rounded-sm text-ink-2 hover:bg-surface-3 hover:text-ink-1 max-md:ml-0"
            >
              <ChevronLeft size={20} aria-hidden />
            </Link>
            <span className="text-13 font-normal text-ink-3 max-md:hidden">{t("title")} /</span>
            <span className="truncate">{collection?.name ?? t("collection")}</span>
          </span>
        }
      >
        {!narrow && search}
      </TopBar>
      <main className="px-8 pt-2 pb-28 max-md:px-4 max-md:pt-1">
        {collections.error !== null ? (
          <p role="alert" className="flex items-center gap-3 text-bad">
            {collections.error.message}
            <Button size="sm" onClick={() => void collections.refetch()}>
              {t("again")}
            </Button>
          </p>
        ) : collections.data === undefined ? (
          <LibrarySkeleton />
        ) : collection === undefined ? (
          <div className="flex flex-col items-center gap-4 py-20 text-center">
            <p className="text-16 text-ink-2">{t("noCollection")}</p>
            <Link href="/library" className="rounded-sm px-3 py-2.5 font-medium text-accent-text hover:bg-surface-2">
              {t("toLibrary")}
            </Link>
          </div>
        ) : (
          <>
            <CollectionHead collection={collection} />
            {narrow && search}
            <LibraryContent place={place} />
          </>
        )}
      </main>
    </>
  );
}
