import { RadioGroup } from "radix-ui";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SettingValue } from "../draft/draft";
import { cx } from "../ui/cx";
import { Popover } from "../ui/Popover";
import { Capsule } from "./Capsule";

interface ChoiceCapsuleProps {
  setting: string;
  title: string;
  hint?: string | undefined;
  choices: readonly SettingValue[];
  value: SettingValue | null;
  icon: ReactNode;
  label(value: SettingValue | null): string;
  optionIcon?: ((value: SettingValue) => ReactNode) | undefined;
  fault: boolean;
  onChoose(value: SettingValue): void;
  /** Given when the model may choose by itself. */
  onClear?: (() => void) | undefined;
  /** The sentence that each choice adds to the prompt. */
  clauses?: Readonly<Record<string, string>> | null | undefined;
}

const unset = "";

/** A setting with a few allowed values: the capsule shows one, its popover all. */
export function ChoiceCapsule(props: ChoiceCapsuleProps) {
  const { t } = useTranslation("create");
  const { setting, title, hint, choices, value, icon, label, optionIcon, fault, onChoose, onClear, clauses } = props;
  const [open, setOpen] = useState(false);
  const [pointed, setPointed] = useState<SettingValue | null>(null);
  const clause = clauses?.[String(pointed ?? value)];
  const all = onClear === undefined ? choices : [unset, ...choices];
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={title}
      trigger={
        <Capsule
          setting={setting}
          icon={icon}
          fault={fault}
          aria-label={t("capsules.named", { title, value: label(value) })}
        >
          {label(value)}
        </Capsule>
      }
    >
      <p className="mb-2.5 flex gap-6 text-12 font-medium text-ink-3">
        {title}
        {hint !== undefined && <span className="ml-auto">{hint}</span>}
      </p>
      <RadioGroup.Root
        aria-label={title}
        value={value === null ? unset : String(value)}
        onValueChange={(chosen) => {
          if (chosen === unset) {
            onClear?.();
            return;
          }
          const match = choices.find((choice) => String(choice) === chosen);
          if (match !== undefined) {
            onChoose(match);
          }
        }}
        className="grid grid-flow-col auto-cols-[minmax(66px,auto)] gap-1.5 max-md:grid-flow-row max-md:grid-cols-3 [&:has(>:nth-child(7))]:grid-flow-row [&:has(>:nth-child(7))]:grid-cols-[repeat(6,minmax(66px,auto))] max-md:[&:has(>:nth-child(7))]:grid-cols-3"
      >
        {all.map((choice) => (
          <RadioGroup.Item
            key={String(choice)}
            value={String(choice)}
            data-testid="option"
            data-value={String(choice)}
            onClick={() => setOpen(false)}
            onPointerEnter={() => setPointed(choice)}
            onPointerLeave={() => setPointed(null)}
            onFocus={() => setPointed(choice)}
            className={cx(
              "flex h-14 flex-col items-center justify-center gap-1.5 rounded-sm bg-surface-3 px-2.5 font-medium text-ink-2 tabular-nums transition hover:bg-surface-4 hover:text-ink-1 max-md:h-16",
              "data-[state=checked]:bg-accent-soft data-[state=checked]:text-accent-text data-[state=checked]:shadow-[inset_0_0_0_1.5px_var(--accent-line)]",
            )}
          >
            {choice !== unset && optionIcon?.(choice)}
            {choice === unset ? t("fields.automatic") : label(choice)}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {clauses != null && (
        <p className="mt-2.5 min-h-9 max-w-120 text-12 leading-[1.45] text-ink-3" aria-live="polite">
          {clause === undefined ? t("addsNothing") : t("adds", { clause })}
        </p>
      )}
    </Popover>
  );
}
