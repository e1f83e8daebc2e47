import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { FaultNote } from "./FaultNote";

interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: Error | null;
  fetchNextPage(): unknown;
}

/** The foot of a list that has further pages. */
export function More({ pages }: { pages: Pages }) {
  const { t } = useTranslation("admin");
  if (!pages.hasNextPage) {
    return null;
  }
  return (
    <div className="mt-4 grid justify-items-center gap-3">
      {pages.isFetchNextPageError && <FaultNote error={pages.error} />}
      <Button
        kind="line"
        className="max-md:h-11"
        busy={pages.isFetchingNextPage}
        onClick={() => void pages.fetchNextPage()}
      >
        {t("more")}
      </Button>
    </div>
  );
}
