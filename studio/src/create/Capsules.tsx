import { SlidersHorizontal } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { FieldProblem } from "../api/types";
import { capsuleRoles, fieldsOf } from "../draft/controls";
import { useDraft } from "../draft/DraftProvider";
import { Capsule } from "./Capsule";
import { SettingCapsule } from "./SettingCapsule";

interface CapsulesProps {
  faults: readonly FieldProblem[];
  more: boolean;
  onMore(): void;
}

/** The settings that this model has in this mode, in one order for all models. */
export function Capsules({ faults, more, onMore }: CapsulesProps) {
  const { t } = useTranslation("create");
  const { mode } = useDraft();
  const has = (role: string) => faults.some((fault) => fault.field === role);
  const folded = fieldsOf(mode).more;
  return (
    <div
      role="group"
      aria-label={t("settings")}
      className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5 max-md:fade-end max-md:scrollbar-none max-md:-mx-2.5 max-md:w-[calc(100%+20px)] max-md:flex-none max-md:flex-nowrap max-md:overflow-x-auto max-md:px-2.5 max-md:py-0.5"
    >
      {capsuleRoles.map((role) => (
        <SettingCapsule key={role} role={role} fault={has(role)} />
      ))}
      {folded.length > 0 && (
        <Capsule
          setting="more"
          icon={<SlidersHorizontal size={15} aria-hidden />}
          tone={more ? "value" : "off"}
          fault={folded.some(({ role }) => has(role))}
          aria-expanded={more}
          aria-controls="composer-more"
          onClick={onMore}
        >
          {t("capsules.more")}
        </Capsule>
      )}
    </div>
  );
}
