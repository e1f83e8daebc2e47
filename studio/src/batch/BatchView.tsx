import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isOpen } from "../groups/items";
import { NameField } from "../groups/NameField";
import { ProblemNote } from "../groups/ProblemNote";
import type { Group } from "../groups/types";
import { useGenerate } from "../groups/useGenerate";
import type { GroupState } from "../groups/useGroup";
import { useQuotes } from "../groups/useQuotes";
import { useNarrow } from "../ui/media";
import { AddPrompts } from "./AddPrompts";
import { BatchActions } from "./BatchActions";
import { BatchBar } from "./BatchBar";
import { BatchFilter } from "./BatchFilter";
import { BatchHead } from "./BatchHead";
import { BatchList } from "./BatchList";
import { BatchTable } from "./BatchTable";
import { type Filter, passes, rowsOf } from "./rows";
import { useCap } from "./useCap";

/** A batch: what becomes of each prompt, editable until it is sent, and again when it failed. */
export function BatchView({ group, state }: { group: Group; state: GroupState }) {
  const { t } = useTranslation("batch");
  const narrow = useNarrow();
  const generate = useGenerate(group.id);
  const [filter, setFilter] = useState<Filter>("all");
  const [adding, setAdding] = useState(false);
  const [limit, setLimit] = useCap(group.id);
  const faulty = group.items.filter((item) => isOpen(item) && item.estimate === undefined);
  const { quotes } = useQuotes(faulty.map(({ request }) => request));
  const rows = rowsOf(group.items, faulty, quotes);
  const shown = rows.filter((row) => passes(row, filter));
  const props = { rows: shown, change: state.change, sending: generate.isPending, onSend: generate.mutate };

  return (
    <div className="pb-24">
      <div className="mb-3.5 flex flex-wrap items-center gap-x-3 gap-y-2">
        <NameField name={group.name} onRename={(name) => state.change(() => ({ name }))} />
        <span className="text-ink-3 tabular-nums">{t("prompts", { count: group.items.length })}</span>
        <BatchActions group={group} onAdd={() => setAdding(true)} />
      </div>
      <BatchHead group={group} limit={limit} onLimit={setLimit} />
      <ProblemNote error={state.refusal} onDismiss={state.dismissRefusal} />
      <ProblemNote error={generate.error} onDismiss={generate.reset} />
      <BatchFilter
        group={group}
        filter={filter}
        limit={limit}
        onFilter={setFilter}
        sending={generate.isPending}
        onSend={generate.mutate}
      />
      {shown.length === 0 ? (
        <p className="py-10 text-center text-ink-2">{t(group.items.length === 0 ? "empty" : "noneLikeThis")}</p>
      ) : narrow ? (
        <BatchList {...props} />
      ) : (
        <BatchTable {...props} />
      )}
      <button
        type="button"
        onClick={() => setAdding(true)}
        className="mt-4 flex h-14 w-full items-center justify-center gap-2 rounded-lg border-[1.5px] border-dashed border-line-strong font-medium text-ink-2 transition hover:border-mark hover:text-ink-1"
      >
        {t("add.invite")}
      </button>
      <BatchBar group={group} limit={limit} busy={generate.isPending} saving={state.saving} onSend={generate.mutate} />
      <AddPrompts open={adding} onOpenChange={setAdding} group={group} state={state} />
    </div>
  );
}
