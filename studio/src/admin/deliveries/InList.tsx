import { LogIn } from "lucide-react";
import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import { useNarrow } from "../../ui/media";
import { useNow } from "../../ui/now";
import { Pill } from "../../ui/Pill";
import { Cell, Head, Table } from "../../ui/Table";
import { moment } from "../shared/figures";
import type { Callback } from "../shared/types";
import { inTones } from "./outcome";

interface InListProps {
  items: readonly Callback[];
  onOpen(callback: Callback): void;
}

const key = (one: Callback) => `${one.at} ${one.attemptId} ${one.from}`;

/** What providers called back, newest first. */
export function InList({ items, onOpen }: InListProps) {
  const { t } = useTranslation("adminDeliveries");
  const narrow = useNarrow();
  const now = useNow(60_000);
  const pill = (one: Callback) => <Pill tone={inTones[one.outcome]}>{t(`inOutcome.${one.outcome}`)}</Pill>;
  const opener = (one: Callback) => (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => onOpen(one)}
      className="min-w-0 truncate rounded-xs py-1 font-mono text-12 text-ink-1 hover:underline max-md:min-h-11"
    >
      {one.path}
    </button>
  );
  const skipped = (one: Callback) =>
    one.skipped > 0 && <span className="text-warn">{t("skipped", { count: one.skipped, n: count(one.skipped) })}</span>;
  if (narrow) {
    return (
      <ul>
        {items.map((one) => (
          <li key={key(one)} data-testid="callback" className="border-b border-line py-1.5">
            <div className="flex min-w-0 items-center gap-2.5">
              <LogIn size={16} className="text-info" aria-hidden />
              {opener(one)}
              <span className="ml-auto shrink-0">{pill(one)}</span>
            </div>
            <p className="flex gap-3 pb-1.5 text-12 text-ink-3 tabular-nums">
              <span className="min-w-0 truncate font-mono">{one.taskId ?? one.from}</span>
              {skipped(one)}
              <span className="ml-auto shrink-0">{moment(Date.parse(one.at), now)}</span>
            </p>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <Table label={t("in")}>
      <thead>
        <tr>
          <Head>{t("head.path")}</Head>
          <Head>{t("head.task")}</Head>
          <Head>{t("head.from")}</Head>
          <Head>{t("head.outcome")}</Head>
          <Head align="right">{t("head.time")}</Head>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={key(one)} data-testid="callback" className="hover:bg-surface-1">
            <Cell>
              <span className="flex items-center gap-2.5">
                <LogIn size={16} className="text-info" aria-hidden />
                {opener(one)}
              </span>
            </Cell>
            <Cell className="max-w-80 truncate font-mono text-12 text-ink-2">{one.taskId ?? "–"}</Cell>
            <Cell className="font-mono text-12 text-ink-2">{one.from}</Cell>
            <Cell>
              <span className="flex items-center gap-2.5">
                {pill(one)} {skipped(one)}
              </span>
            </Cell>
            <Cell align="right" className="font-mono text-12 text-ink-3">
              {moment(Date.parse(one.at), now)}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
