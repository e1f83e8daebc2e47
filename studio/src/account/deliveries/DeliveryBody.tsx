import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Code } from "../../ui/Code";
import { CopyButton } from "../../ui/CopyButton";
import type { Delivery } from "./calls";
import { TryList } from "./TryList";
import { headersOf } from "./tries";
import { useNext } from "./useNext";

function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-line py-4.5 first:border-0 first:pt-1">
      <div className="mb-3 flex min-h-7 items-center gap-2">
        <h3 className="mr-auto font-semibold">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** The tries of a delivery, what is sent, and under which headers. */
export function DeliveryBody({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation("webhooks");
  const next = useNext(delivery);
  const payload = JSON.stringify(delivery.payload, null, 2);
  return (
    <>
      <Part
        title={t("log.columns.attempts")}
        aside={delivery.dueAt !== undefined && <span className="text-ink-3 tabular-nums">{next}</span>}
      >
        {delivery.log.length === 0 ? <p className="text-ink-2">{t("log.untried")}</p> : <TryList delivery={delivery} />}
        <p className="font-mono text-12 text-ink-3 [overflow-wrap:anywhere]">{delivery.url}</p>
        {delivery.generationId !== undefined && (
          <Link
            href={`/takes/${delivery.generationId}`}
            className="mt-1.5 inline-flex items-center rounded-xs text-accent-text hover:underline max-md:min-h-11"
          >
            {t("log.take")}
          </Link>
        )}
      </Part>
      {delivery.payload !== undefined && (
        <Part title={t("log.payload")} aside={<CopyButton kind="ghost" size="sm" text={payload} />}>
          <Code label={t("log.payload")} text={payload} json />
        </Part>
      )}
      <Part title={t("log.headers")}>
        <Code label={t("log.headers")} text={headersOf(delivery)} />
        <p className="mt-2 text-12 text-ink-3">{t("log.signature")}</p>
      </Part>
    </>
  );
}
