import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { useRun } from "../library/useRun";
import { useTakeActs } from "../library/useTakeActs";
import { Button } from "../ui/Button";

/** Says that the take is in the bin, and has it back. */
export function BinNotice({ take }: { take: Generation }) {
  const { t } = useTranslation("take");
  const acts = useTakeActs();
  const runner = useRun();
  return (
    <div className="mb-3.5 flex flex-wrap items-center gap-3 rounded-md bg-warn-soft px-4 py-2.5 max-md:mx-4">
      <Trash2 size={16} className="text-warn" aria-hidden />
      <p className="flex-1 font-medium">{t("inBin")}</p>
      {runner.fault !== null && (
        <p role="alert" className="text-bad">
          {runner.fault}
        </p>
      )}
      <Button
        size="sm"
        className="max-md:min-h-11"
        busy={runner.busy !== null}
        onClick={() => runner.run("restore", () => acts.restore([take]))}
      >
        {t("restore")}
      </Button>
    </div>
  );
}
