import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { Chip } from "../ui/Chip";
import { Popover } from "../ui/Popover";
import { DropChip } from "./DropChip";
import type { LibraryFilter } from "./filter";

const two = (value: number) => String(value).padStart(2, "0");

function dayBefore(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() - days);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

interface DateChipProps {
  from: string;
  to: string;
  onChange(part: Pick<LibraryFilter, "from" | "to">): void;
}

/** A filter by the day on which a take was made: usual spans, or any. */
export function DateChip({ from, to, onChange }: DateChipProps) {
  const { t, i18n } = useTranslation("library");
  const spans = [0, 6, 29] as const;
  const held = spans.find((days) => to === "" && from === dayBefore(days));
  const day = (text: string) =>
    new Intl.DateTimeFormat(i18n.language, { day: "numeric", month: "short" }).format(new Date(`${text}T12:00`));
  const said =
    held !== undefined
      ? t(`spans.${held}`)
      : [from && t("since", { day: day(from) }), to && t("until", { day: day(to) })].filter(Boolean).join(" ");
  const field = "mt-1 h-(--h-md) w-full rounded-sm bg-surface-3 px-2.5 max-md:h-11 max-md:text-16";
  return (
    <Popover label={t("date")} side="bottom" className="w-68" trigger={<DropChip label={t("date")} chosen={said} />}>
      <div className="flex flex-wrap gap-1.5">
        {spans.map((days) => (
          <Chip key={days} pressed={held === days} onClick={() => onChange({ from: dayBefore(days), to: "" })}>
            {t(`spans.${days}`)}
          </Chip>
        ))}
      </div>
      <div className="mt-3.5 grid grid-cols-2 gap-2.5 text-12 text-ink-2">
        <label>
          {t("from")}
          <input
            type="date"
            value={from}
            max={to || undefined}
            className={field}
            onChange={(event) => onChange({ from: event.target.value, to })}
          />
        </label>
        <label>
          {t("to")}
          <input
            type="date"
            value={to}
            min={from || undefined}
            className={field}
            onChange={(event) => onChange({ from, to: event.target.value })}
          />
        </label>
      </div>
      {said !== "" && (
        <Button
          kind="ghost"
          size="sm"
          className="mt-2.5 max-md:min-h-11"
          onClick={() => onChange({ from: "", to: "" })}
        >
          {t("anyDate")}
        </Button>
      )}
    </Popover>
  );
}
