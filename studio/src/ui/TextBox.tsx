import { CircleAlert } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { cx } from "./cx";

interface TextBoxProps extends Omit<ComponentProps<"textarea">, "onChange" | "value"> {
  label: string;
  value: string;
  /** Under the box. */
  hint?: string;
  /** What is wrong with it; read out when it comes. */
  fault?: string | undefined;
  onChange(value: string): void;
}

/** Labelled lines of text, with what the server says of them. */
export function TextBox({ label, value, hint, fault, onChange, className, ...rest }: TextBoxProps) {
  const id = useId();
  return (
    <div className={cx("min-w-0", className)}>
      <label htmlFor={id} className="mb-[7px] block font-medium text-ink-2">
        {label}
      </label>
      <textarea
        id={id}
        value={value}
        rows={2}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={fault !== undefined}
        aria-describedby={fault !== undefined || hint !== undefined ? `${id}-said` : undefined}
        className={cx(
          "field-grow max-h-50 min-h-16 w-full resize-none rounded-md border bg-surface-2 px-3 py-2.5 font-mono text-12 transition hover:border-line-strong focus:border-accent-line focus:bg-surface-1 max-md:text-16",
          fault === undefined ? "border-transparent" : "border-bad",
        )}
        {...rest}
      />
      {(fault ?? hint) !== undefined && (
        <p
          id={`${id}-said`}
          role={fault === undefined ? undefined : "alert"}
          className={cx("mt-1.5 flex items-start gap-1.5 text-12", fault === undefined ? "text-ink-3" : "text-bad")}
        >
          {fault !== undefined && <CircleAlert size={14} className="mt-px" aria-hidden />}
          {fault ?? hint}
        </p>
      )}
    </div>
  );
}
