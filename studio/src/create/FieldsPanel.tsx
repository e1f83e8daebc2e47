import type { FieldProblem, ModelControl } from "../api/types";
import { SettingField } from "./SettingField";

interface FieldsPanelProps {
  id?: string;
  controls: readonly ModelControl[];
  faults: readonly FieldProblem[];
}

const wide = (control: ModelControl) => control.type === "list" || control.role === "negativePrompt";

/** Settings as labelled fields; it pushes the composer up. */
export default function FieldsPanel({ id, controls, faults }: FieldsPanelProps) {
  const ordered = [...controls.filter(wide), ...controls.filter((control) => !wide(control))];
  return (
    <div
      id={id}
      data-testid={id ?? "composer-required"}
      className="mx-3.5 mt-2 grid max-h-[38vh] max-md:max-h-[30vh] grid-cols-[repeat(auto-fill,minmax(230px,1fr))] gap-x-5.5 gap-y-4 overflow-auto border-t border-line px-1 pt-4 pb-2 [scrollbar-width:thin]"
    >
      {ordered.map((control) => (
        <SettingField
          key={control.role}
          control={control}
          invalid={faults.some(({ field }) => field === control.role)}
          className={wide(control) ? "md:col-span-2" : ""}
        />
      ))}
    </div>
  );
}
