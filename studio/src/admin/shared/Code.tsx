/** Text of machines, as it came. */
export function Code({ label, children }: { label: string; children: string }) {
  return (
    <pre
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is to be reached by keyboard
      tabIndex={0}
      aria-label={label}
      role="region"
      className="max-h-90 overflow-auto rounded-md bg-bg px-4 py-3.5 font-mono text-12 leading-[1.62] whitespace-pre-wrap break-words text-ink-2 shadow-[inset_0_0_0_1px_var(--line)]"
    >
      {children}
    </pre>
  );
}
