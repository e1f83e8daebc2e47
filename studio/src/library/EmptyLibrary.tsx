import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Button } from "../ui/Button";
import type { LibraryFilter } from "./filter";

interface EmptyLibraryProps {
  filter: LibraryFilter;
  /** Lets everything in again; left out where nothing is kept out. */
  onClear: (() => void) | undefined;
}

/** One sentence, one way on. */
export function EmptyLibrary({ filter, onClear }: EmptyLibraryProps) {
  const { t } = useTranslation("library");
  const reason = filter.deleted
    ? "emptyBin"
    : onClear !== undefined
      ? "noMatch"
      : filter.collection === ""
        ? "empty"
        : "emptyCollection";
  return (
    <div className="flex flex-col items-center gap-4 px-4 py-20 text-center">
      <p className="text-16 text-ink-2">{t(reason)}</p>
      {onClear !== undefined ? (
        <Button className="max-md:min-h-11" onClick={onClear}>
          {t("clearFilters")}
        </Button>
      ) : (
        <Link
          href={filter.collection === "" ? "/" : "/library"}
          className="inline-flex h-(--h-lg) items-center rounded-md bg-accent px-4.5 text-14 font-semibold text-on-accent hover:bg-accent-hover"
        >
          {filter.collection === "" ? t("makeOne") : t("toLibrary")}
        </Link>
      )}
    </div>
  );
}
