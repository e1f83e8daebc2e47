import { useTranslation } from "react-i18next";
import { CopyButton } from "./CopyButton";

interface ShownOnceProps {
  /** What it is the secret of. */
  title: string;
  secret: string;
  /** More about it than that it is not shown again. */
  note?: string;
}

/** A secret that is shown this one time, with Copy. */
export function ShownOnce({ title, secret, note }: ShownOnceProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={title} className="rounded-md bg-accent-soft px-3.5 py-3">
      <p role="status" className="mb-2 flex flex-wrap gap-x-2 gap-y-0.5">
        <b className="font-semibold">{title}</b>
        <span className="text-ink-2">{note ?? t("once")}</span>
      </p>
      <div className="flex items-center gap-2">
        <code
          data-testid="once"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard.
          tabIndex={0}
          role="region"
          aria-label={title}
          className="scrollbar-none min-w-0 flex-1 overflow-x-auto rounded-sm bg-bg px-3 py-2.25 font-mono whitespace-nowrap"
        >
          {secret}
        </code>
        <CopyButton kind="primary" text={secret} />
      </div>
    </section>
  );
}
