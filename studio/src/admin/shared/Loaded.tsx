import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { useSlow } from "../../ui/Skeleton";
import { FaultNote } from "./FaultNote";

interface Reading<T> {
  data: T | undefined;
  error: Error | null;
  fetchStatus: "fetching" | "paused" | "idle";
  refetch(): unknown;
}

/** What a reading came to: its content, the wait for it, or why there is none. What was read before stays when reading it anew fails. */
export function Loaded<T>({ query, children }: { query: Reading<T>; children(data: T): ReactNode }) {
  const { t } = useTranslation("admin");
  const { data, error } = query;
  const offline = query.fetchStatus === "paused";
  const slow = useSlow(data === undefined && error === null && !offline);

  if (data === undefined && (error !== null || offline)) {
    return (
      <div className="grid justify-items-start gap-3 rounded-lg bg-surface-1 p-5">
        {offline ? <p role="status">{t("offline")}</p> : <FaultNote error={error} />}
        <Button onClick={() => void query.refetch()}>{t("retry")}</Button>
      </div>
    );
  }
  if (data === undefined) {
    return (
      <div role="status" aria-label={t("loading")} className="grid min-h-90 content-start gap-2">
        {slow && [0, 1, 2, 3, 4, 5].map((row) => <div key={row} className="shimmer h-11.5 rounded-sm" />)}
      </div>
    );
  }
  return (
    <>
      {error !== null && <FaultNote error={error} className="mb-4" />}
      {children(data)}
    </>
  );
}
