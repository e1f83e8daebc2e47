import { useTranslation } from "react-i18next";
import { TopBar } from "../app/TopBar";
import { useNarrow } from "../ui/media";
import { SearchField } from "../ui/SearchField";
import { CollectionsRow } from "./CollectionsRow";
import { LibraryContent } from "./LibraryContent";
import { useFilter } from "./useFilter";
import { usePausedSearch } from "./usePausedSearch";

/** Everything that was made and kept. */
export default function LibraryPage() {
  const { t } = useTranslation("library");
  const narrow = useNarrow();
  const place = useFilter();
  const [text, setText] = usePausedSearch(place.filter.q, (q) => place.change({ q }));
  const search = (
    <SearchField
      label={t("search")}
      value={text}
      placeholder={t("searchHint")}
      className={narrow ? "mb-3.5" : "w-85"}
      onChange={setText}
    />
  );
  return (
    <>
      <TopBar title={t("title")}>{!narrow && search}</TopBar>
      <main className="px-8 pt-2 pb-28 max-md:px-4 max-md:pt-1">
        {narrow && search}
        {place.view === "grid" && <CollectionsRow />}
        <LibraryContent place={place} />
      </main>
    </>
  );
}
