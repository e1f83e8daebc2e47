import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { Fault } from "./Fault";

interface ShowMoreProps {
  pages: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: unknown;
    fetchNextPage(): unknown;
  };
}

/** Reads the next page of a list, where there is one. */
export function ShowMore({ pages }: ShowMoreProps) {
  const { t } = useTranslation();
  if (!pages.hasNextPage) {
    return null;
  }
  return (
    <div className="flex flex-wrap items-center justify-center gap-3 pt-4">
      {pages.isFetchNextPageError && <Fault error={pages.error} reading />}
      <Button
        kind="ghost"
        className="max-md:h-11"
        busy={pages.isFetchingNextPage}
        disabled={pages.isFetchingNextPage}
        onClick={() => void pages.fetchNextPage()}
      >
        {t("more")}
      </Button>
    </div>
  );
}
