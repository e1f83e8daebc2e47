import { RadioGroup } from "radix-ui";
import { useTranslation } from "react-i18next";
import type { Key } from "./calls";

interface ScopeChoiceProps {
  scopes: readonly Key["scope"][];
  value: Key["scope"];
  onChange(scope: Key["scope"]): void;
}

/** What a key may do; each includes those before it. */
export function ScopeChoice({ scopes, value, onChange }: ScopeChoiceProps) {
  const { t } = useTranslation("apiKeys");
  return (
    <div>
      <p id="key-scope" className="mb-1 font-medium text-ink-2">
        {t("may.title")}
      </p>
      <RadioGroup.Root
        aria-labelledby="key-scope"
        value={value}
        onValueChange={(next) => onChange(next as Key["scope"])}
        className="grid grid-cols-3 gap-x-5 max-md:grid-cols-1"
      >
        {scopes.map((scope) => (
          <label key={scope} className="flex cursor-pointer items-start gap-2.75 py-2.25">
            <RadioGroup.Item
              value={scope}
              className="grid size-5 shrink-0 place-items-center rounded-full border-[1.5px] border-line-control data-[state=checked]:border-mark data-[state=checked]:bg-accent"
            >
              <RadioGroup.Indicator className="size-2 rounded-full bg-on-accent" />
            </RadioGroup.Item>
            <span>
              {t(`may.${scope}`)}
              <small className="mt-px block text-12 text-ink-3">{t(`may.${scope}Note`)}</small>
            </span>
          </label>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
