import { CircleAlert } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { cx } from "./cx";

interface FieldProps extends Omit<ComponentProps<"input">, "onChange" | "value"> {
  label: string;
  value: string;
  /** Beside the label. */
  note?: string;
  /** Under the field. */
  hint?: string;
  /** What is wrong with it; read out when it comes. */
  fault?: string | undefined;
  onChange(value: string): void;
}

/** A labelled line of text with what the server says of it. */
export function Field({ label, value, note, hint, fault, onChange, className, ...rest }: FieldProps) {
  const id = useId();
  return (
    <div className={cx("min-w-0", className)}>
      <label htmlFor={id} className="mb-[7px] block font-medium text-ink-2">
        {label}
        {note !== undefined && <span className="ml-1.5 font-normal text-ink-3">{note}</span>}
      </label>
      <input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={fault !== undefined}
        aria-describedby={fault !== undefined || hint !== undefined ? `${id}-said` : undefined}
        className={cx(
          "h-(--h-lg) w-full min-w-0 rounded-md border bg-surface-2 px-3 text-14 transition hover:border-line-strong focus:border-accent-line focus:bg-surface-1 disabled:text-ink-3 max-md:text-16",
          fault === undefined ? "border-transparent" : "border-bad",
        )}
        {...rest}
      />
      {fault === undefined ? (
        hint !== undefined && (
          <p id={`${id}-said`} className="mt-1.5 text-12 text-ink-3">
            {hint}
          </p>
        )
      ) : (
        <p id={`${id}-said`} role="alert" className="mt-1.5 flex items-start gap-1.5 text-12 text-bad">
          <CircleAlert size={14} className="mt-px" aria-hidden />
          {fault}
        </p>
      )}
    </div>
  );
}
