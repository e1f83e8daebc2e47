import type { ReactNode } from "react";

const tokens = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/g;

function coloured(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    const [whole, quoted, colon] = match;
    parts.push(text.slice(end, match.index));
    const look = quoted === undefined ? "text-accent-text" : colon === undefined ? "text-ok" : "text-info";
    parts.push(
      <span key={match.index} className={look}>
        {quoted ?? whole}
      </span>,
      colon ?? "",
    );
    end = match.index + whole.length;
  }
  return [...parts, text.slice(end)];
}

/** A block of text as machines read it; JSON is coloured. It scrolls by itself and takes the focus to do so. */
export function Code({ label, text, json = false }: { label: string; text: string; json?: boolean }) {
  return (
    <pre
      role="region"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard.
      tabIndex={0}
      className="overflow-auto rounded-md bg-bg px-4 py-3.5 font-mono text-12 leading-[1.62] text-ink-2 shadow-[inset_0_0_0_1px_var(--line)]"
    >
      {json ? coloured(text) : text}
    </pre>
  );
}
