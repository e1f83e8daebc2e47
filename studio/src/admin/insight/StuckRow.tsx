import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useAccount } from "../../app/account";
import { Button } from "../../ui/Button";
import { useNow } from "../../ui/now";
import { Pill } from "../../ui/Pill";
import { Fault } from "../../ui/Fault";
import { relative } from "../shared/figures";
import { toast } from "sonner";
import type { Stuck } from "../shared/types";
import { stuckKey, syncTake } from "./calls";

/** A take that has not ended. The provider can be asked about one's own; those of others belong to them. */
export function StuckRow({ take }: { take: Stuck }) {
  const { t } = useTranslation("adminInsight");
  const queryClient = useQueryClient();
  const now = useNow(10_000);
  const own = useAccount().id === take.accountId;
  const sync = useMutation({
    mutationFn: () => syncTake(take.generationId),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: stuckKey });
      toast(t("stuck.asked"));
    },
  });
  return (
    <li data-testid="stuck" className="border-b border-line py-3 last:border-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Pill tone={take.status === "queued" ? "plain" : "warn"}>{t(`step.${take.status}`)}</Pill>
        <span className="font-medium">{take.model}</span>
        {own ? (
          <Link
            href={`/takes/${take.generationId}`}
            className="min-w-0 truncate rounded-xs py-1 font-mono text-12 text-accent-text hover:underline max-md:py-3.5"
          >
            {take.generationId}
          </Link>
        ) : (
          <span className="min-w-0 truncate font-mono text-12 text-ink-2">{take.generationId}</span>
        )}
        {own && take.taskId != null && (
          <Button
            size="sm"
            className="ml-auto max-md:ml-0 max-md:h-11"
            busy={sync.isPending}
            disabled={sync.isPending}
            aria-label={t("stuck.askAbout", { id: take.generationId })}
            onClick={() => sync.mutate()}
          >
            {t("stuck.ask")}
          </Button>
        )}
      </div>
      <p className="mt-1 text-12 [overflow-wrap:anywhere] text-ink-3">
        {[
          t("stuck.accepted", { at: relative(Date.parse(take.acceptedAt), now) }),
          t("stuck.changed", { at: relative(Date.parse(take.changedAt), now) }),
          own ? null : t("stuck.of", { account: take.accountId }),
          take.provider == null ? null : t("stuck.at", { provider: take.provider }),
          take.taskId ?? null,
        ]
          .filter((part) => part !== null)
          .join(" · ")}
      </p>
      {take.reason != null && <p className="mt-1 text-ink-2">{take.reason}</p>}
      <Fault error={sync.error} className="mt-2" />
    </li>
  );
}
