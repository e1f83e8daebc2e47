import { useTranslation } from "react-i18next";
import { Link, useParams } from "wouter";
import { ApiError } from "../api/problem";
import { Button } from "../ui/Button";
import { TakeHead } from "./TakeHead";
import { TakeSkeleton } from "./TakeSkeleton";
import { TakeView } from "./TakeView";
import { useTake } from "./useTake";

/** Everything about one take. */
export default function TakePage() {
  const { t } = useTranslation("take");
  const { id = "" } = useParams();
  const { data: take, error, refetch } = useTake(id);
  const gone = error instanceof ApiError && error.status === 404;
  if (take !== undefined && !gone) {
    return <TakeView key={take.id} take={take} />;
  }
  return (
    <main className="px-7 max-md:px-4">
      <TakeHead title={t("take")} id={id} />
      {error === null ? (
        <TakeSkeleton />
      ) : (
        <div role="alert" className="flex flex-col items-center gap-4 py-20 text-center">
          <p className="text-16 text-ink-2">{gone ? t("gone") : error.message}</p>
          {gone ? (
            <Link href="/library" className="rounded-sm px-3 py-2.5 font-medium text-accent-text hover:bg-surface-2">
              {t("toLibrary")}
            </Link>
          ) : (
            <Button size="lg" onClick={() => void refetch()}>
              {t("again")}
            </Button>
          )}
        </div>
      )}
    </main>
  );
}
