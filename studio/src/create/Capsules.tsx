import { SlidersHorizontal } from "lucide-react";
import type { FieldProblem } from "../api/types";
import { controlOf } from "../draft/controls";
import { useDraft } from "../draft/DraftProvider";
import { composerWords } from "../words/composer";
import { Capsule } from "./Capsule";
import { moreRoles } from "./MorePanel";
import { SettingCapsule } from "./SettingCapsule";

const order = ["duration", "aspectRatio", "resolution", "sound", "style", "multiShot"] as const;

interface CapsulesProps {
  faults: readonly FieldProblem[];
  more: boolean;
  onMore(): void;
}

/** The settings that this model has in this mode, in one order for all models. */
export function Capsules({ faults, more, onMore }: CapsulesProps) {
  const { mode } = useDraft();
  const has = (role: string) => faults.some((fault) => fault.field === role);
  const hasMore = moreRoles.some((role) => controlOf(mode, role) !== undefined);
  return (
    <div
      role="group"
      aria-label={composerWords.settings}
      className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5 max-md:fade-end max-md:scrollbar-none max-md:-mx-2.5 max-md:w-[calc(100%+20px)] max-md:flex-none max-md:flex-nowrap max-md:overflow-x-auto max-md:px-2.5 max-md:py-0.5"
    >
      {order.map((role) => (
        <SettingCapsule key={role} role={role} fault={has(role)} />
      ))}
      {hasMore && (
        <Capsule
          setting="more"
          icon={<SlidersHorizontal size={15} aria-hidden />}
          tone={more ? "value" : "off"}
          fault={moreRoles.some(has)}
          aria-expanded={more}
          aria-controls="composer-more"
          onClick={onMore}
        >
          {composerWords.capsules.more}
        </Capsule>
      )}
    </div>
  );
}
