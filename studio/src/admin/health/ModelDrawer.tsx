import { useTranslation } from "react-i18next";
import { CloseButton } from "../../ui/CloseButton";
import { Drawer } from "../../ui/Drawer";
import { clock, count } from "../../ui/format";
import { useNow } from "../../ui/now";
import { moment, percent } from "../shared/figures";
import { RouteState } from "./RouteState";
import { SeenLately } from "./SeenLately";
import type { HealthRow } from "./standing";
import { StandingDot } from "./StandingDot";
import { TryModel } from "./TryModel";

interface ModelDrawerProps {
  row: HealthRow;
  probing: boolean;
  onProbe(): void;
  onClose(): void;
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-12 text-ink-3">{name}</dt>
      <dd className="mt-0.5 text-16 font-semibold tabular-nums">{value}</dd>
    </div>
  );
}

/** All that is known of one model: each of its routes, what was seen lately, and ways to try it. */
export function ModelDrawer({ row, probing, onProbe, onClose }: ModelDrawerProps) {
  const { t } = useTranslation("adminHealth");
  const now = useNow(60_000);
  const health = row.model?.health;
  return (
    <Drawer open onOpenChange={onClose} title={row.name}>
      <header className="flex items-center gap-3 px-5.5 py-4">
        <StandingDot standing={row.standing} />
        <h2 className="min-w-0 flex-1 truncate text-16 font-semibold">{row.name}</h2>
        <CloseButton />
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is to be reached by keyboard */}
      <div tabIndex={0} className="quiet-focus flex-1 overflow-auto px-5.5 pb-5">
        {health?.reason != null && (
          <p className="mb-4 leading-body text-ink-2">
            {health.reason}
            {health.since != null && ` ${t("since", { at: moment(Date.parse(health.since), now) })}`}
          </p>
        )}
        {health !== undefined && (
          <dl className="mb-5 grid grid-cols-4 gap-4 max-md:grid-cols-2">
            <Figure name={t("figures.made")} value={health.successRate == null ? "–" : percent(health.successRate)} />
            <Figure name={t("figures.takes")} value={count(health.takes)} />
            <Figure name={t("figures.half")} value={health.p50Seconds == null ? "–" : clock(health.p50Seconds)} />
            <Figure name={t("figures.most")} value={health.p90Seconds == null ? "–" : clock(health.p90Seconds)} />
          </dl>
        )}
        <h3 className="mb-1 font-semibold">{t("routes")}</h3>
        {row.routes.length === 0 ? (
          <p className="py-2 text-ink-3">{t("noRoutes")}</p>
        ) : (
          row.routes.map((route) => (
            <RouteState key={`${route.account} ${route.endpoint} ${route.wireModel}`} route={route} probing={probing} />
          ))
        )}
        <SeenLately id={row.id} />
      </div>
      <TryModel row={row} probing={probing} onProbe={onProbe} />
    </Drawer>
  );
}
