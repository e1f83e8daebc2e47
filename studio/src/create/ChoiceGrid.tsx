import { RadioGroup } from "radix-ui";
import type { ReactNode } from "react";
import type { SettingValue } from "../draft/draft";
import { cx } from "../ui/cx";

interface ChoiceGridProps {
  title: string;
  choices: readonly SettingValue[];
  value: SettingValue;
  label(value: SettingValue): string;
  icon(value: SettingValue): ReactNode;
  onChoose(value: SettingValue): void;
  onPoint(value: SettingValue | null): void;
  onDone(): void;
}

/** The values of a setting, of which one holds. */
export default function ChoiceGrid(props: ChoiceGridProps) {
  const { title, choices, value, label, icon, onChoose, onPoint, onDone } = props;
  return (
    <RadioGroup.Root
      aria-label={title}
      value={String(value)}
      onValueChange={(chosen) => {
        const match = choices.find((choice) => String(choice) === chosen);
        if (match !== undefined) {
          onChoose(match);
        }
      }}
      className="grid grid-flow-col auto-cols-[minmax(66px,auto)] gap-1.5 max-md:grid-flow-row max-md:grid-cols-3 [&:has(>:nth-child(7))]:grid-flow-row [&:has(>:nth-child(7))]:grid-cols-[repeat(6,minmax(66px,auto))] max-md:[&:has(>:nth-child(7))]:grid-cols-3"
    >
      {choices.map((choice) => (
        <RadioGroup.Item
          key={String(choice)}
          value={String(choice)}
          data-testid="option"
          data-value={String(choice)}
          onClick={onDone}
          onPointerEnter={() => onPoint(choice)}
          onPointerLeave={() => onPoint(null)}
          onFocus={() => onPoint(choice)}
          className={cx(
            "flex min-h-14 flex-col items-center justify-center gap-1.5 rounded-sm bg-surface-3 px-2.5 py-1.5 text-center leading-tight font-medium text-ink-2 tabular-nums transition hover:bg-surface-4 hover:text-ink-1 max-md:min-h-16",
            "data-[state=checked]:bg-accent-soft data-[state=checked]:text-accent-text data-[state=checked]:shadow-[inset_0_0_0_1.5px_var(--accent-line)]",
          )}
        >
          {icon(choice)}
          {label(choice)}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
