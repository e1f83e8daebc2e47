import { Check } from "lucide-react";
import { type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { Popover } from "../ui/Popover";
import { Capsule } from "./Capsule";
import { RangeSlider } from "./parts";

interface RangeCapsuleProps {
  setting: string;
  title: string;
  min: number;
  max: number;
  /** Whether only whole numbers will do. */
  whole: boolean;
  /** A number outside the limits that has a meaning of its own; null when there is none. */
  extra: number | null;
  value: number | null;
  icon: ReactNode;
  label(value: number | null): string;
  fault: boolean;
  onChange(value: number): void;
}

/** A setting that may be any number within limits. */
export function RangeCapsule(props: RangeCapsuleProps) {
  const { t } = useTranslation("create");
  const { setting, title, min, max, whole, extra, value, icon, label, fault, onChange } = props;
  return (
    <Popover
      label={title}
      className="md:w-72"
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
      <p className="mb-3 flex text-12 font-medium text-ink-3">
        {title}
        <span className="ml-auto text-ink-1 tabular-nums">{label(value)}</span>
      </p>
      <Suspense fallback={<div className="h-5 max-md:h-11" />}>
        <RangeSlider
          label={title}
          min={min}
          max={max}
          step={whole ? 1 : 0.1}
          value={value === null || value === extra ? min : value}
          onChange={onChange}
        />
      </Suspense>
      <p className="mt-1 flex justify-between text-12 text-ink-3 tabular-nums" aria-hidden>
        <span>{label(min)}</span>
        <span>{label(max)}</span>
      </p>
      {extra !== null && (
        <Button
          size="sm"
          className="mt-3 w-full"
          aria-pressed={value === extra}
          kind={value === extra ? "line" : "secondary"}
          onClick={() => onChange(value === extra ? min : extra)}
        >
          {value === extra && <Check size={14} aria-hidden />}
          {label(extra)}
        </Button>
      )}
    </Popover>
  );
}
