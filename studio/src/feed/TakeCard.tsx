import { memo, useState } from "react";
import type { Generation } from "../api/types";
import { useNow } from "../ui/now";
import { ActiveTake } from "./ActiveTake";
import { isDismissed, rememberDismissed } from "./dismissed";
import { FailedTake } from "./FailedTake";
import { FoldedTake } from "./FoldedTake";
import { ReadyTake } from "./ReadyTake";
import { isActive } from "./feed";

const foldCanceledAfter = 10_000;

interface TakeCardProps {
  take: Generation;
  vendor: string | undefined;
}

/** One take in the feed. It keeps its place while its state changes. */
export const TakeCard = memo(function TakeCard({ take, vendor }: TakeCardProps) {
  const [dismissed, setDismissed] = useState(() => isDismissed(take.id));
  const dismiss = () => {
    rememberDismissed(take.id);
    setDismissed(true);
  };
  return (
    <article
      data-testid="take"
      data-take={take.id}
      data-status={take.status}
      className="group/take flex min-w-0 flex-col [contain-intrinsic-size:auto_320px] [content-visibility:auto] [overflow-clip-margin:8px]"
    >
      {take.status === "succeeded" ? (
        <ReadyTake take={take} />
      ) : take.status === "failed" ? (
        dismissed ? (
          <FoldedTake take={take} />
        ) : (
          <FailedTake take={take} vendor={vendor} onDismiss={dismiss} />
        )
      ) : take.status === "canceled" ? (
        <CanceledTake take={take} />
      ) : (
        isActive(take) && <ActiveTake take={take} />
      )}
    </article>
  );
});

/** Stands a moment as it was, then folds to one line. */
function CanceledTake({ take }: { take: Generation }) {
  const now = useNow();
  const fresh = now - Date.parse(take.completedAt ?? take.updatedAt) < foldCanceledAfter;
  return fresh ? <ActiveTake take={take} /> : <FoldedTake take={take} />;
}
