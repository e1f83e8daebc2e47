import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { cx } from "../../ui/cx";
import { Switch } from "../../ui/Switch";
import { Fault } from "../../ui/Fault";
import type { Endpoint } from "./calls";
import { EndpointBody } from "./EndpointBody";
import { EndpointState } from "./EndpointState";
import { useEndpointChange } from "./useEndpointChange";
import { WeekLine } from "./WeekLine";

interface EndpointPanelProps {
  endpoint: Endpoint;
  /** Its secret, where it was made just now. */
  secret: string | undefined;
  open: boolean;
  onToggle(): void;
}

/** One endpoint: where it is, how it stands, on or paused; opened, all that can be done with it. */
export function EndpointPanel({ endpoint, secret, open, onToggle }: EndpointPanelProps) {
  const { t } = useTranslation("webhooks");
  const { mutate, isPending, variables, error } = useEndpointChange(endpoint.id);
  const enabled = isPending && variables?.enabled !== undefined ? variables.enabled === true : endpoint.enabled;
  return (
    <section aria-label={endpoint.url} className="rounded-lg bg-surface-1 px-6 py-5 max-md:px-4 max-md:py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <button
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          className="flex min-w-0 items-center gap-2 rounded-xs text-left max-md:min-h-11"
        >
          <ChevronDown size={16} aria-hidden className={cx("text-ink-3 transition", open && "rotate-180")} />
          <span className="min-w-0 font-mono text-14 tracking-[-.03em] [overflow-wrap:anywhere]">{endpoint.url}</span>
        </button>
        <EndpointState endpoint={endpoint} />
        <span className="ml-auto flex items-center gap-2.5">
          <span className="text-ink-2">{endpoint.enabled ? t("on") : t("paused")}</span>
          <Switch
            label={t("switch", { url: endpoint.url })}
            checked={enabled}
            disabled={isPending}
            onChange={(next) => mutate({ enabled: next })}
          />
        </span>
      </div>
      <div className="mt-2 flex flex-wrap items-center max-md:mt-4 gap-x-6 gap-y-1 text-ink-2">
        {endpoint.description !== undefined && <span>{endpoint.description}</span>}
        {endpoint.week !== undefined && <WeekLine week={endpoint.week} />}
        {!open && <span className="text-ink-3">{t("hears", { count: endpoint.events.length })}</span>}
        <Link
          href={`/account/webhooks/deliveries?endpoint=${endpoint.id}`}
          className="ml-auto inline-flex items-center rounded-xs py-1 text-accent-text hover:underline max-md:min-h-11"
        >
          {t("deliveries.ofOne")}
        </Link>
      </div>
      <Fault id={`${endpoint.id}-fault`} error={error} />
      {open && <EndpointBody endpoint={endpoint} secret={secret} />}
    </section>
  );
}
