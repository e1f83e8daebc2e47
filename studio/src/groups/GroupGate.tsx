import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { ApiError } from "../api/problem";
import { Button } from "../ui/Button";
import { SkeletonCard, useSlow } from "../ui/Skeleton";
import { ProblemNote } from "./ProblemNote";
import type { Group, GroupKind } from "./types";
import type { GroupState } from "./useGroup";

interface GroupGateProps {
  state: GroupState;
  kind: GroupKind;
  children(group: Group): ReactNode;
}

/** A group's page once the group is there: before that a skeleton, without it a way on. */
export function GroupGate({ state: { group, error, reload }, kind, children }: GroupGateProps) {
  const { t } = useTranslation("groups");
  const slow = useSlow(group === undefined && error === null);
  if (group !== undefined && group.kind === kind) {
    return children(group);
  }
  const gone = group !== undefined || (error instanceof ApiError && error.status === 404);
  if (gone) {
    return (
      <div className="grid justify-items-start gap-3 py-10">
        <p className="text-16 text-ink-2">{t(`${kind}.gone`)}</p>
        <Link href={`/${kind}`} className="font-medium text-accent-text hover:underline">
          {t(`${kind}.all`)}
        </Link>
      </div>
    );
  }
  if (error !== null) {
    return (
      <ProblemNote error={error}>
        <Button size="sm" onClick={reload}>
          {t("again")}
        </Button>
      </ProblemNote>
    );
  }
  return (
    <div aria-busy className="grid grid-cols-3 gap-4 max-md:grid-cols-1">
      {slow && [0, 1, 2].map((index) => <SkeletonCard key={index} />)}
    </div>
  );
}
