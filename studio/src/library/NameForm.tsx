import { useId, useState } from "react";
import { Button } from "../ui/Button";
import { cx } from "../ui/cx";

interface NameFormProps {
  label: string;
  action: string;
  initial?: string;
  /** The most characters. */
  most: number;
  className?: string;
  /** Names offered while typing. */
  suggestions?: readonly string[];
  /** Fails with the reason, which then stands below. */
  onSubmit(name: string): Promise<unknown>;
}

/** One name and one act. */
export function NameForm({ label, action, initial = "", most, className, suggestions, onSubmit }: NameFormProps) {
  const [name, setName] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();

  async function submit(): Promise<void> {
    setBusy(true);
    setFault(null);
    try {
      await onSubmit(name.trim());
      setName(initial);
    } catch (error) {
      setFault((error as Error).message);
    }
    setBusy(false);
  }
  return (
    <form
      className={cx("flex flex-col gap-1.5", className)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="flex gap-2">
        <input
          data-first
          aria-label={label}
          aria-describedby={fault === null ? undefined : id}
          placeholder={label}
          value={name}
          maxLength={most}
          list={suggestions === undefined ? undefined : `${id}-list`}
          onChange={(event) => setName(event.target.value)}
          className="h-(--h-md) min-w-0 flex-1 rounded-sm bg-surface-3 px-3 max-md:h-11 max-md:text-16"
        />
        <Button
          type="submit"
          busy={busy}
          disabled={busy || name.trim() === "" || name.trim() === initial}
          className="bg-surface-4 max-md:min-h-11"
        >
          {action}
        </Button>
      </div>
      {suggestions !== undefined && (
        <datalist id={`${id}-list`}>
          {suggestions.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </datalist>
      )}
      {fault !== null && (
        <p id={id} role="alert" className="text-bad">
          {fault}
        </p>
      )}
    </form>
  );
}
