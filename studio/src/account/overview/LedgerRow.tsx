import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { count } from "../../ui/format";
import { Pill, type Tone } from "../../ui/Pill";
import { Swatch } from "../../ui/Swatch";
import { Cell } from "../../ui/Table";
import { momentOf } from "../times";
import { changeOf, type LedgerLine, ownNote } from "./ledger";
import { useTakeOf } from "./useTakeOf";

const tones: Partial<Record<LedgerLine["kind"], Tone>> = { grant: "ok", release: "ok", adjust: "info" };

/** One change of the account's credits, with the take that it belongs to. */
export function LedgerRow({ line, now }: { line: LedgerLine; now: number }) {
  const { t } = useTranslation("account");
  const take = useTakeOf(line.generationId);
  const note = ownNote(line.note);
  const change = changeOf(line);
  return (
    <tr>
      <Cell>
        <Pill tone={tones[line.kind] ?? "plain"}>{t(`ledger.kinds.${line.kind}`)}</Pill>
      </Cell>
      <Cell className="w-full max-w-0">
        {line.generationId === undefined ? (
          <span className="block truncate text-ink-2">{note === undefined ? (line.note ?? "–") : t(note)}</span>
        ) : (
          <Link
            href={`/takes/${line.generationId}`}
            className="block truncate rounded-xs hover:text-accent-text max-md:leading-[44px]"
          >
            {take?.prompt ?? line.generationId}
          </Link>
        )}
      </Cell>
      <Cell className="max-md:hidden">
        {take !== undefined && (
          <span className="flex items-center gap-2">
            <Swatch gradient={take.gradient} />
            {take.model}
          </span>
        )}
      </Cell>
      <Cell align="right" className={change > 0 && line.kind !== "capture" ? "text-ok" : ""}>
        {line.kind === "capture"
          ? t("ledger.captured", { paid: count(-line.balanceChange), held: count(-line.heldChange) })
          : signed(change)}
      </Cell>
      <Cell align="right" className="text-ink-2 max-md:hidden">
        {line.after === null ? "–" : count(line.after)}
      </Cell>
      <Cell align="right" className="text-ink-3 max-md:hidden">
        <time dateTime={line.at}>{momentOf(Date.parse(line.at), now)}</time>
      </Cell>
    </tr>
  );
}

const signed = (change: number) => (change < 0 ? `−${count(-change)}` : `+${count(change)}`);
