import { Archive, ClipboardPaste, Pause } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFeed } from "../feed/FeedProvider";
import { takeOf } from "../groups/items";
import type { Group } from "../groups/types";
import { Button } from "../ui/Button";
import { megabytes } from "../ui/format";

const lineLink =
  "inline-flex h-(--h-md) items-center gap-2 rounded-sm border max-md:min-h-11 border-line-strong px-3.5 font-medium whitespace-nowrap transition hover:bg-surface-2";

/** More prompts, a pause, and all videos at once. */
export function BatchActions({ group, onAdd }: { group: Group; onAdd(): void }) {
  const { t } = useTranslation("batch");
  const { cancel } = useFeed();
  const [pausing, setPausing] = useState(false);
  const [refused, setRefused] = useState(0);
  const takes = group.items.flatMap((item) => takeOf(item) ?? []);
  const queued = takes.filter(({ status }) => status === "queued");
  const done = takes.filter(({ status }) => status === "succeeded");
  const bytes = done.flatMap(({ outputs }) => outputs).reduce((sum, output) => sum + output.bytes, 0);

  async function pause(): Promise<void> {
    setPausing(true);
    // What has begun meanwhile runs to its end; only that is refused.
    const results = await Promise.allSettled(queued.map(cancel));
    setRefused(results.filter(({ status }) => status === "rejected").length);
    setPausing(false);
  }

  return (
    <span className="ml-auto flex flex-wrap items-center justify-end gap-1.5">
      <Button kind="ghost" icon={<ClipboardPaste size={16} aria-hidden />} className="max-md:hidden" onClick={onAdd}>
        {t("add.open")}
      </Button>
      {queued.length > 0 && (
        <Button
          kind="line"
          className="max-md:min-h-11"
          icon={<Pause size={16} aria-hidden />}
          title={t("pauseMeans")}
          busy={pausing}
          disabled={pausing}
          onClick={() => void pause()}
        >
          {t("pause")}
        </Button>
      )}
      {done.length > 0 && (
        <a
          href={`/api/downloads?ids=${done
            .slice(0, 100)
            .map(({ id }) => id)
            .join(",")}`}
          download
          data-testid="download-zip"
          className={lineLink}
        >
          <Archive size={16} aria-hidden />
          {t("zip")}
          <span className="font-normal text-ink-3 tabular-nums max-md:hidden">
            {t("zipHolds", { count: done.length, size: megabytes(bytes) })}
          </span>
        </a>
      )}
      {refused > 0 && (
        <span role="status" className="basis-full text-right text-12 text-ink-3">
          {t("pauseLate", { count: refused })}
        </span>
      )}
    </span>
  );
}
