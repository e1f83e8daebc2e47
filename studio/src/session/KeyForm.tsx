import { CircleAlert, Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/Button";
import { cx } from "../ui/cx";
import { IconButton } from "../ui/IconButton";
import { words } from "../words";

interface KeyFormProps {
  fault: string | null;
  onSubmit(key: string): Promise<void>;
}

export function KeyForm({ fault, onSubmit }: KeyFormProps) {
  const [key, setKey] = useState("");
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);

  async function submit(): Promise<void> {
    setBusy(true);
    await onSubmit(key.trim());
    setBusy(false);
  }

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div>
        <label htmlFor="key" className="mb-[7px] block font-medium text-ink-2">
          {words.signIn.key}
        </label>
        <div className="relative">
          <input
            id="key"
            data-testid="sign-in-key"
            type={shown ? "text" : "password"}
            value={key}
            onChange={(event) => setKey(event.target.value)}
            placeholder={words.signIn.keyPlaceholder}
            autoComplete="current-password"
            spellCheck={false}
            aria-invalid={fault !== null}
            aria-describedby={fault === null ? undefined : "key-fault"}
            className={cx(
              "h-(--h-lg) w-full rounded-md border bg-surface-2 pr-12 pl-3 text-14 transition hover:border-line-strong focus:border-accent-line focus:bg-surface-1 max-md:text-16",
              fault === null ? "border-transparent" : "border-bad",
            )}
          />
          <IconButton
            label={shown ? words.signIn.hide : words.signIn.show}
            className="!absolute top-[5px] right-[5px] max-md:top-[3px]"
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
          </IconButton>
        </div>
        {fault !== null && (
          <p
            id="key-fault"
            role="alert"
            data-testid="sign-in-fault"
            className="mt-2 flex items-start gap-1.5 text-12 text-bad"
          >
            <CircleAlert size={14} className="mt-px" aria-hidden />
            {fault}
          </p>
        )}
      </div>
      <Button kind="primary" size="lg" type="submit" busy={busy} disabled={key.trim() === ""} className="mt-1">
        {busy ? words.signIn.submitting : words.signIn.submit}
      </Button>
      <div className="flex items-center gap-3.5 text-ink-3" aria-hidden>
        <span className="h-px flex-1 bg-line" />
        {words.signIn.or}
        <span className="h-px flex-1 bg-line" />
      </div>
      <p className="text-center text-balance text-ink-2">{words.signIn.link}</p>
    </form>
  );
}
