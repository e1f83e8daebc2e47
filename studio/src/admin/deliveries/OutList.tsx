import { ArrowUpRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import { useNarrow } from "../../ui/media";
import { useNow } from "../../ui/now";
import { Cell, Head, Table } from "../../ui/Table";
import { moment, relative } from "../shared/figures";
import type { Delivery } from "../shared/types";
import { hostOf, mostTries, outcomeOf, toldOf } from "./outcome";
import { OutPill } from "./OutPill";

interface OutListProps {
  items: readonly Delivery[];
  onOpen(delivery: Delivery): void;
}

/** What is posted to callers, newest first. */
export function OutList({ items, onOpen }: OutListProps) {
  const { t } = useTranslation("adminDeliveries");
  const narrow = useNarrow();
  const now = useNow();
  const tries = (one: Delivery) =>
    one.dueAt == null ? count(one.tries) : t("triesOf", { n: count(one.tries), most: count(mostTries) });
  const next = (one: Delivery) => {
    if (one.dueAt != null) {
      const due = Date.parse(one.dueAt);
      return due > now ? relative(due, now) : t("due");
    }
    return outcomeOf(one) === "givenUp" ? t("noneMore") : "–";
  };
  const opener = (one: Delivery) => (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => onOpen(one)}
      className="min-w-0 truncate rounded-xs py-1 font-mono text-12 text-ink-1 hover:underline max-md:min-h-11"
    >
      {hostOf(one.url)}
    </button>
  );
  if (narrow) {
    return (
      <ul>
        {items.map((one) => (
          <li key={one.id} data-testid="delivery" className="border-b border-line py-1.5">
            <div className="flex min-w-0 items-center gap-2.5">
              <ArrowUpRight size={16} className="text-ink-3" aria-hidden />
              {opener(one)}
              <span className="ml-auto shrink-0">
                <OutPill delivery={one} />
              </span>
            </div>
            <p className="flex gap-3 pb-1.5 text-12 text-ink-3 tabular-nums">
              <span className="min-w-0 truncate">
                {toldOf(one)} ·{" "}
                {t(one.dueAt == null ? "triesShort" : "triesAndNext", { tries: tries(one), next: next(one) })}
              </span>
              <span className="ml-auto shrink-0">{moment(Date.parse(one.createdAt), now)}</span>
            </p>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <Table label={t("out")}>
      <thead>
        <tr>
          <Head>{t("head.where")}</Head>
          <Head>{t("head.take")}</Head>
          <Head>{t("head.event")}</Head>
          <Head>{t("head.answer")}</Head>
          <Head>{t("head.tries")}</Head>
          <Head>{t("head.next")}</Head>
          <Head align="right">{t("head.time")}</Head>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id} data-testid="delivery" className="hover:bg-surface-1">
            <Cell className="max-w-70">
              <span className="flex items-center gap-2.5">
                <ArrowUpRight size={16} className="text-ink-3" aria-hidden />
                {opener(one)}
              </span>
            </Cell>
            <Cell className="font-mono text-12 text-ink-2" title={one.generationId}>
              …{one.generationId.slice(-8)} · {count(one.number)}
            </Cell>
            <Cell className="text-ink-2">{toldOf(one)}</Cell>
            <Cell>
              <OutPill delivery={one} />
            </Cell>
            <Cell>{tries(one)}</Cell>
            <Cell className="text-ink-2">{next(one)}</Cell>
            <Cell align="right" className="font-mono text-12 text-ink-3">
              {moment(Date.parse(one.createdAt), now)}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
