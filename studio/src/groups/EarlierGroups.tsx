import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Button } from "../ui/Button";
import { ago } from "../ui/format";
import { IconButton } from "../ui/IconButton";
import { useNow } from "../ui/now";
import { Popover } from "../ui/Popover";
import { ProblemNote } from "./ProblemNote";
import { Tally } from "./Tally";
import type { GroupKind, GroupSummary } from "./types";
import { useGroupList } from "./useGroupList";

/** What was begun before; nothing where there is nothing. */
export function EarlierGroups({ kind }: { kind: GroupKind }) {
  const { t } = useTranslation("groups");
  const { list, removal, groups } = useGroupList(kind);
  if (list.error !== null) {
    return (
      <ProblemNote error={list.error}>
        <Button size="sm" onClick={() => void list.refetch()}>
          {t("again")}
        </Button>
      </ProblemNote>
    );
  }
  if (groups === undefined || groups.length === 0) {
    return null;
  }
  return (
    <section className="mt-9">
      <h2 className="mb-2 font-medium text-ink-3">{t(`${kind}.earlier`)}</h2>
      <ProblemNote error={removal.error} onDismiss={removal.reset} />
      <ul>
        {groups.map((group) => (
          <Row key={group.id} group={group} busy={removal.isPending} onRemove={() => removal.mutate(group.id)} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button kind="ghost" className="mt-2" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </section>
  );
}

function Row({ group, busy, onRemove }: { group: GroupSummary; busy: boolean; onRemove(): void }) {
  const { t } = useTranslation("groups");
  const now = useNow(30_000);
  return (
    <li className="relative flex min-h-13 items-center gap-3 border-b border-line transition hover:bg-surface-1">
      <Link
        href={`/${group.kind}/${group.id}`}
        className="flex min-h-13 min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1 rounded-sm px-2 py-2"
      >
        <span className="min-w-0 flex-1 truncate font-medium max-md:basis-full">{group.name}</span>
        <Tally progress={group.progress} />
        <time dateTime={group.createdAt} className="w-20 text-right text-12 text-ink-3 max-md:ml-auto">
          {ago(Date.parse(group.createdAt), now)}
        </time>
      </Link>
      <Popover
        label={t("remove")}
        side="bottom"
        align="end"
        trigger={
          <IconButton label={t("removeNamed", { name: group.name })}>
            <Trash2 size={16} aria-hidden />
          </IconButton>
        }
      >
        <p className="mb-3 max-w-56 leading-[1.45] text-ink-2">{t("removeMeans")}</p>
        <Button size="sm" busy={busy} disabled={busy} onClick={onRemove}>
          {t("remove")}
        </Button>
      </Popover>
    </li>
  );
}
