import { Swatch } from "../../ui/Swatch";
import type { HealthRow } from "./standing";
import { StandingDot } from "./StandingDot";

/** How a model stands, its face and its name, which opens its routes. */
export function ModelName({ row, onOpen }: { row: HealthRow; onOpen(): void }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <StandingDot standing={row.standing} />
      <Swatch gradient={row.model?.gradient ?? ["#6f6f7c", "#2b2b33", "#18181c"]} />
      <span className="flex min-w-0 flex-col items-start">
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={onOpen}
          className="relative min-w-0 truncate rounded-xs py-1 font-medium hover:underline max-md:min-h-11 max-md:min-w-11 text-left"
        >
          {row.name}
        </button>
        {row.standing !== "works" && row.model?.health.reason != null && (
          <span
            className="-mt-0.5 block max-w-full truncate pb-1 text-12 text-ink-3 md:max-w-75"
            title={row.model.health.reason}
          >
            {row.model.health.reason}
          </span>
        )}
      </span>
      {row.model !== null && <span className="truncate text-ink-3 max-md:hidden">{row.model.vendor}</span>}
    </span>
  );
}
