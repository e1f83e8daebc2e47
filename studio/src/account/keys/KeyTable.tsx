import { useTranslation } from "react-i18next";
import { cx } from "../../ui/cx";
import { count } from "../../ui/format";
import { Cell, Head, Table } from "../../ui/Table";
import type { Key } from "./calls";
import { keyState } from "./keyState";
import { useKeyWords } from "./useKeyWords";

interface KeyTableProps {
  keys: readonly Key[];
  chosen: string | undefined;
  now: number;
  onChoose(id: string): void;
}

/** The keys beside each other; the one that is chosen is told of below. */
export function KeyTable({ keys, chosen, now, onChoose }: KeyTableProps) {
  const { t } = useTranslation(["apiKeys", "account"]);
  const say = useKeyWords(now);
  return (
    <Table label={t("account:sections.keys")}>
      <thead>
        <tr>
          {(["key", "may", "cap", "from", "ends"] as const).map((column) => (
            <Head key={column}>{t(`columns.${column}`)}</Head>
          ))}
          <Head align="right">{t("columns.spent")}</Head>
          <Head align="right">{t("columns.used")}</Head>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr
            key={key.id}
            onClick={() => onChoose(key.id)}
            className={cx(
              "cursor-pointer transition hover:bg-surface-1",
              key.id === chosen && "bg-surface-1",
              keyState(key, now) === "ended" && "text-ink-3",
            )}
          >
            <Cell>
              <button
                type="button"
                aria-pressed={key.id === chosen}
                onClick={() => onChoose(key.id)}
                className="rounded-xs py-1 text-left"
              >
                <span className="font-medium">{key.name}</span>
                {key.prefix !== undefined && <span className="ml-2 font-mono text-12 text-ink-3">{key.prefix}…</span>}
              </button>
            </Cell>
            <Cell className="text-ink-2">{say.may(key)}</Cell>
            <Cell>{say.cap(key)}</Cell>
            <Cell className="font-mono text-12 text-ink-2">{say.from(key)}</Cell>
            <Cell className="text-ink-2">{say.ends(key)}</Cell>
            <Cell align="right">{count(key.spent)}</Cell>
            <Cell align="right" className="text-ink-3">
              {say.used(key)}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
