import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { useFailure } from "../take/useFailure";
import type { BatchRow } from "./rows";
import type { Row } from "./useRow";

/** Why a row cannot be sent, or came to nothing: in the provider's own words where it gave any. */
export function RowReason({ line: { item, faults }, row: { take } }: { line: BatchRow; row: Row }) {
  if (faults.length > 0) {
    return <Words words={faults.map(({ message }) => message).join(" ")} more={[]} />;
  }
  return item.status === "failed" && take !== undefined ? <Failed take={take} /> : null;
}

function Failed({ take }: { take: Generation }) {
  const { t } = useTranslation("batch");
  const { who, quote, message, fix } = useFailure(take);
  const said = quote === null ? [] : [t("said", { who, words: quote })];
  const [words = fix, ...more] = [...said, ...(message === null ? [] : [message]), fix];
  return <Words words={words} more={more} />;
}

function Words({ words, more }: { words: string; more: readonly string[] }) {
  return (
    <span
      className="line-clamp-2 min-w-0 text-12 leading-[1.35] whitespace-normal text-ink-2"
      title={[words, ...more].join("\n")}
    >
      {words}
      {more.length > 0 && <span className="text-ink-3"> {more[0]}</span>}
    </span>
  );
}
