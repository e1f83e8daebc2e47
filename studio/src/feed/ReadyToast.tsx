import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { Button } from "../ui/Button";

/** A take that is ready, with its poster and the way to it. */
export function ReadyToast({ take, onOpen }: { take: Generation; onOpen(): void }) {
  const { t } = useTranslation("takes");
  const poster = take.outputs[0]?.posterUrl;
  return (
    <div
      className="flex w-85 items-center gap-3 rounded-lg bg-surface-2 p-3 shadow-3 max-md:w-full"
      data-testid="ready-toast"
    >
      {poster != null && <img src={poster} alt="" className="h-12 w-21 rounded-sm object-cover" />}
      <div className="min-w-0 flex-1">
        <p className="font-medium">{t("ready")}</p>
        <p className="truncate text-ink-3">{take.input.prompt ?? take.model.name}</p>
      </div>
      <Button size="sm" onClick={onOpen}>
        {t("open")}
      </Button>
    </div>
  );
}
