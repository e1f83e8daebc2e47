import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../ui/cx";
import { IconButton } from "../ui/IconButton";

interface TextLineProps {
  id: string;
  label: string;
  value: string;
  /** What browsers and password managers put here. */
  autoComplete: "username" | "current-password" | "new-password" | "off";
  /** Hidden until it is asked to be shown. */
  secret?: boolean;
  placeholder?: string;
  /** Under the field. */
  hint?: string;
  /** The id of what says what is wrong with it; null when nothing is. */
  faultId?: string | null;
  testId?: string;
  onChange(value: string): void;
}

/** A labelled line of text; a secret can be looked at. */
export function TextLine({
  id,
  label,
  value,
  secret = false,
  hint,
  faultId = null,
  testId,
  onChange,
  ...rest
}: TextLineProps) {
  const { t } = useTranslation("session");
  const [shown, setShown] = useState(false);
  const described = [faultId, hint === undefined ? null : `${id}-hint`].filter((one) => one !== null).join(" ");
  return (
    <div>
      <label htmlFor={id} className="mb-[7px] block font-medium text-ink-2">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          data-testid={testId}
          type={secret && !shown ? "password" : "text"}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={faultId !== null}
          aria-describedby={described === "" ? undefined : described}
          className={cx(
            "h-(--h-lg) w-full rounded-md border bg-surface-2 pl-3 text-14 transition hover:border-line-strong focus:border-accent-line focus:bg-surface-1 max-md:text-16",
            secret ? "pr-12" : "pr-3",
            faultId === null ? "border-transparent" : "border-bad",
          )}
          {...rest}
        />
        {secret && (
          <IconButton
            label={shown ? t("signIn.hide") : t("signIn.show")}
            className="!absolute top-[5px] right-[5px] max-md:top-[3px]"
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
          </IconButton>
        )}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-2 text-12 text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
