import { cx } from "./cx";

const shapes = {
  ok: "rounded-full bg-ok",
  warn: "rotate-45 rounded-[2px] bg-warn",
  bad: "rounded-full border-2 border-bad",
  idle: "rounded-full bg-ink-3",
};

/** How something stands, by shape and colour: round, diamond or ring. Without a label the words beside it say so. */
export function Dot({ tone, label }: { tone: keyof typeof shapes; label?: string }) {
  const named = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return <span {...named} className={cx("inline-block size-2 shrink-0", shapes[tone])} />;
}
