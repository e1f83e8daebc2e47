import { type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SettingValue } from "../draft/draft";
import { Popover } from "../ui/Popover";
import { Capsule } from "./Capsule";
import { ChoiceGrid } from "./parts";

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
      <Suspense fallback={<div className="h-14" />}>
        <ChoiceGrid
          title={title}
          choices={all}
          value={value ?? unset}
          label={(choice) => (choice === unset ? t("fields.automatic") : label(choice))}
          icon={(choice) => choice !== unset && optionIcon?.(choice)}
          onChoose={(choice) => (choice === unset ? onClear?.() : onChoose(choice))}
          onPoint={setPointed}
          onDone={() => setOpen(false)}
        />
      </Suspense>
      {clauses != null && (
        <p className="mt-2.5 min-h-9 max-w-120 text-12 leading-[1.45] text-ink-3" aria-live="polite">
          {clause === undefined ? t("addsNothing") : t("adds", { clause })}
        </p>
      )}
    </Popover>
  );
}
