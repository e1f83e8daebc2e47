import { useMutation } from "@tanstack/react-query";
import { Zap } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Button } from "../../ui/Button";
import { count } from "../../ui/format";
import { Fault } from "../../ui/Fault";
import { render } from "./calls";
import type { HealthRow } from "./standing";

interface TryModelProps {
  row: HealthRow;
  probing: boolean;
  onProbe(): void;
}

/** Two ways to see whether a model works: a probe, which costs nothing, and a real video, which costs what the button says. */
export function TryModel({ row, probing, onProbe }: TryModelProps) {
  const { t } = useTranslation("adminHealth");
  const video = useMutation({ mutationFn: () => render(row.id) });
  const textual = row.model?.modes.some((mode) => mode.mode === "text-to-video") === true;
  const made = video.data?.generation;
  return (
    <footer className="border-t border-line px-5.5 py-4">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          kind="primary"
          className="max-md:h-11"
          icon={<Zap size={16} aria-hidden />}
          busy={probing}
          disabled={probing}
          onClick={onProbe}
        >
          {t("probeNow")}
        </Button>
        {row.model !== null && textual && (
          <Button
            className="max-md:h-11"
            busy={video.isPending}
            disabled={video.isPending}
            onClick={() => video.mutate()}
          >
            {t("makeVideo", { price: count(row.model.fromCredits) })}
          </Button>
        )}
        <span className="ml-auto text-12 text-ink-3">{t("probeIsFree")}</span>
      </div>
      <Fault error={video.error} className="mt-3" />
      {made != null && (
        <p role="status" className="mt-3 text-ink-2">
          {t("videoBegan")}{" "}
          <Link href={`/takes/${made}`} className="font-medium text-accent-text hover:underline">
            {t("openTake")}
          </Link>
        </p>
      )}
    </footer>
  );
}
