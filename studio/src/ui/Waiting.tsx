import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { Fault } from "./Fault";
import { useSlow } from "./Skeleton";

interface WaitingProps {
  query: { error: unknown; fetchStatus: "fetching" | "paused" | "idle"; refetch(): unknown };
  rows?: number;
}

/** What stands in place of something that is not there yet: boxes while it comes, else the reason and a way to try again. */
export function Waiting({ query, rows = 3 }: WaitingProps) {
  const { t } = useTranslation();
  const offline = query.fetchStatus === "paused";
  const slow = useSlow(true);
  if (offline || query.error !== null) {
    return (
      <div className="flex flex-wrap items-center gap-3 py-2">
        {offline ? <p role="status">{t("offline")}</p> : <Fault error={query.error} reading />}
        <Button
          size="sm"
          className="max-md:h-11"
          busy={query.fetchStatus === "fetching"}
          onClick={() => void query.refetch()}
        >
          {t("again")}
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
