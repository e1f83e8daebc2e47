import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { count } from "../ui/format";
import { clockTime } from "./clockTime";
import { costRows } from "./timeline";

/** From the estimate to what was paid. */
export function Cost({ take }: { take: Generation }) {
  const { t, i18n } = useTranslation("take");
  const rows = costRows(take.ledger);
  const estimate = [t("estimate"), ...take.quote.lines.map(({ label }) => label)].join(", ");
  const paid = take.charge.captured;
  return (
    <dl className="tabular-nums">
      <Row name={estimate} value={count(take.quote.credits)} />
      {rows.map(({ kind, at, credits }) => (
        <Row
          key={kind + at}
          name={t(`ledger.${kind}`, { time: clockTime(at, i18n.language) })}
          value={kind === "held" ? `−${count(credits)}` : count(credits)}
        />
      ))}
      <div className="mt-1.5 flex justify-between gap-4 border-t border-line pt-2.75 font-medium">
        <dt>{take.charge.held > 0 ? t("heldNow") : t("paid")}</dt>
        <dd>
          {take.charge.held > 0
            ? t("cr", { shown: count(take.charge.held) })
            : paid === 0
              ? t("notCharged")
              : t("cr", { shown: count(paid) })}
        </dd>
      </div>
    </dl>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex justify-between gap-4 py-1.5 text-ink-2">
      <dt className="min-w-0">{name}</dt>
      <dd className="font-medium text-ink-1">{value}</dd>
    </div>
  );
}
