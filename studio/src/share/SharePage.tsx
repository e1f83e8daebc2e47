import { useQuery } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { Tooltip } from "radix-ui";
import { useTranslation } from "react-i18next";
import { useParams } from "wouter";
import { ApiError } from "../api/problem";
import { Button } from "../ui/Button";
import { Mark } from "../ui/Mark";
import { fetchShared } from "./calls";
import { SharedTake } from "./SharedTake";

/** A shared take, to whoever has its link. */
export default function SharePage() {
  const { t } = useTranslation("share");
  const { token = "" } = useParams();
  const shared = useQuery({ queryKey: ["shared", token], queryFn: ({ signal }) => fetchShared(token, signal) });
  const ended = shared.error instanceof ApiError && shared.error.status === 404;
  return (
    <Tooltip.Provider delayDuration={500}>
      <div className="mx-auto flex min-h-dvh max-w-280 flex-col px-7 pb-8 max-md:px-4">
        <header className="flex h-15 shrink-0 items-center gap-2.5 font-semibold">
          <Mark size={26} />
          Kinora
        </header>
        <main className="flex flex-1 flex-col">
          {shared.data !== undefined ? (
            shared.data.outputs.map((output) => <SharedTake key={output.index} shared={shared.data} output={output} />)
          ) : shared.error === null ? (
            <div aria-busy aria-label={t("loading")} className="shimmer aspect-video rounded-lg" />
          ) : (
            <div role="alert" className="grid flex-1 place-content-center justify-items-center gap-4 text-center">
              <CircleAlert className="text-ink-3" aria-hidden />
              <h1 className="text-20 font-semibold tracking-title">{ended ? t("ended") : shared.error.message}</h1>
              {ended ? (
                <p className="text-ink-2">{t("endedMore")}</p>
              ) : (
                <Button size="lg" onClick={() => void shared.refetch()}>
                  {t("again")}
                </Button>
              )}
            </div>
          )}
        </main>
      </div>
    </Tooltip.Provider>
  );
}
