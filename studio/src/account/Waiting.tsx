import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { useSlow } from "../ui/Skeleton";
import { Fault } from "./Fault";

interface WaitingProps {
  query: { isPending: boolean; isFetching: boolean; error: unknown; refetch(): unknown };
  rows?: number;
}

/** What stands in place of something that is not there yet: boxes while it comes, else the reason and a way to try again. */
export function Waiting({ query, rows = 3 }: WaitingProps) {
  const { t } = useTranslation("account");
  const id = useId();
  const slow = useSlow(true);
  if (query.error !== null && !query.isPending) {
    return (
      <div className="flex flex-wrap items-center gap-3 py-2">
        <Fault id={id} error={query.error} reading />
        <Button size="sm" className="max-md:h-11" busy={query.isFetching} onClick={() => void query.refetch()}>
          {t("retry")}
        </Button>
      </div>
    );
  }
  return (
    <div role="status" aria-label={t("loading")} className="flex min-h-10 flex-col gap-2">
      {slow &&
        Array.from({ length: rows }, (_, index) => <div key={index} className="shimmer h-9 rounded-sm" aria-hidden />)}
    </div>
  );
}
