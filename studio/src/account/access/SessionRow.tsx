import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Monitor, Smartphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "../../ui/Button";
import { Pill } from "../../ui/Pill";
import { Fault } from "../../ui/Fault";
import { momentOf, shortDate } from "../times";
import { agentOf } from "./agent";
import { endSession, type Session, sessionsKey } from "./calls";

const phones: ReadonlySet<string | undefined> = new Set(["Android", "iPhone", "iPad"]);

/** One browser that is signed in; another than this one can be signed out. */
export function SessionRow({ session, now }: { session: Session; now: number }) {
  const { t } = useTranslation("account");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => endSession(session.id),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sessionsKey });
      toast(t("sessions.ended"));
    },
  });
  const { browser, system } = agentOf(session.agent ?? "");
  const Icon = phones.has(system) ? Smartphone : Monitor;
  const name =
    browser !== undefined && system !== undefined
      ? t("sessions.browserOn", { browser, system })
      : (browser ?? session.agent ?? t("sessions.unknown"));
  const facts = [
    session.method !== undefined && t(`sessions.by.${session.method}`),
    t("sessions.since", { date: momentOf(Date.parse(session.createdAt), now) }),
    t("sessions.until", { date: shortDate(Date.parse(session.expiresAt), now) }),
  ].filter((fact) => fact !== false);
  return (
    <li className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2 last:border-0">
      <Icon size={16} className="text-ink-3" aria-hidden />
      <div className="min-w-0 flex-1">
        <p translate="no" className="truncate font-medium" title={session.agent}>
          {name}
        </p>
        <p className="text-12 text-ink-3">{facts.join(" · ")}</p>
      </div>
      {session.current ? (
        <Pill tone="ok">{t("sessions.this")}</Pill>
      ) : (
        <Button
          kind="danger"
          size="sm"
          busy={isPending}
          disabled={isPending}
          aria-label={t("sessions.endOf", { name })}
          className="max-md:h-11"
          onClick={() => mutate()}
        >
          {t("sessions.end")}
        </Button>
      )}
      <Fault id={`${session.id}-fault`} error={error} />
    </li>
  );
}
