import { cx } from "./cx";

const looks: Record<string, string> = {
  FAST: "bg-info-soft text-info",
  ULTRA: "bg-ultra-soft text-ultra",
  NEW: "bg-ok-soft text-ok",
  PRO: "bg-accent-soft text-accent-text",
};

/** A model's badge; on a gradient it is veiled instead of coloured. */
export function Badge({ text, onArt = false }: { text: string; onArt?: boolean }) {
  return (
    <span
      className={cx(
        "rounded-xs px-1.5 py-1 text-10 leading-none font-semibold tracking-[.06em] whitespace-nowrap uppercase",
        onArt ? "bg-[rgb(8_8_10/.55)] text-on-media backdrop-blur-sm" : (looks[text] ?? "bg-surface-3 text-ink-2"),
      )}
    >
      {text}
    </span>
  );
}
