import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../../ui/cx";
import type { Key } from "./calls";
import { useKeyWords } from "./useKeyWords";

interface KeyRowsProps {
  keys: readonly Key[];
  chosen: string | undefined;
  now: number;
  onChoose(id: string | undefined): void;
  /** What is told of the chosen one, under its row. */
  children: ReactNode;
}

/** The keys below each other, for a phone. */
export function KeyRows({ keys, chosen, now, onChoose, children }: KeyRowsProps) {
  const say = useKeyWords(now);
  return (
    <ul className="tabular-nums">
      {keys.map((key) => {
        const open = key.id === chosen;
        return (
          <li key={key.id} className="border-b border-line">
            <button
              type="button"
              aria-expanded={open}
              onClick={() => onChoose(open ? undefined : key.id)}
              className="w-full py-3 text-left"
            >
              <span className="flex items-center gap-2">
                <span className="truncate font-medium">{key.name}</span>
                {key.prefix !== undefined && <span className="font-mono text-12 text-ink-3">{key.prefix}…</span>}
                <ChevronDown
                  size={16}
                  aria-hidden
                  className={cx("ml-auto text-ink-3 transition", open && "rotate-180")}
                />
              </span>
              <span className="mt-1 block text-12 text-ink-3">
                {[say.may(key), say.cap(key), say.usedAgo(key)].join(" · ")}
              </span>
            </button>
            {open && <div className="pb-4">{children}</div>}
          </li>
        );
      })}
    </ul>
  );
}
