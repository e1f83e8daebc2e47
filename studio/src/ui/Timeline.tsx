import type { ReactNode } from "react";
import { cx } from "./cx";

const dots = { ok: "border-ok bg-ok", bad: "border-bad bg-bg", plain: "border-ink-3 bg-bg" };

export interface TimelineEntry {
  key: string;
  look: keyof typeof dots;
  title: ReactNode;
  detail?: ReactNode;
  time?: string;
}

/** What happened, one dot each. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol>
      {entries.map(({ key, look, title, detail, time }, index) => (
        <li key={key} className="relative grid grid-cols-[18px_minmax(0,1fr)_auto] gap-2.5 pb-3.5">
          {index < entries.length - 1 && (
            <span aria-hidden className="absolute top-3.5 -bottom-0.5 left-[5px] w-[1.5px] bg-line-strong" />
          )}
          <span aria-hidden className={cx("z-[1] mt-[3px] size-2.75 rounded-full border-2", dots[look])} />
          <div className="min-w-0 [overflow-wrap:anywhere]">
            {title}
            {detail !== undefined && <p className="mt-px text-12 text-ink-3">{detail}</p>}
          </div>
          {time !== undefined && <time className="font-mono text-12 text-ink-3">{time}</time>}
        </li>
      ))}
    </ol>
  );
}
