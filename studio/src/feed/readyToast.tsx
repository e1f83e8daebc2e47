import { toast } from "sonner";
import type { Generation } from "../api/types";
import { Button } from "../ui/Button";
import { takeWords } from "../words/takes";
import { isActive } from "./feed";
import { openTake } from "./openTake";

/** Whether a take's card can be seen: on the page, and not behind the composer. */
function inView(id: string): boolean {
  const card = document.querySelector(`[data-take="${CSS.escape(id)}"]`)?.getBoundingClientRect();
  const dock = document.querySelector("[data-dock]")?.getBoundingClientRect();
  const floor = dock?.top ?? innerHeight;
  return document.visibilityState === "visible" && card !== undefined && card.top < floor - 80 && card.bottom > 120;
}

/** Tells that a take is ready when its card is out of sight. */
export function announceReady(before: Generation | undefined, take: Generation): void {
  const poster = take.outputs?.[0]?.posterUrl;
  if (take.status !== "succeeded" || before === undefined || !isActive(before) || inView(take.id)) {
    return;
  }
  toast.custom(
    (id) => (
      <div
        className="flex w-85 items-center gap-3 rounded-lg bg-surface-2 p-3 shadow-3 max-md:w-full"
        data-testid="ready-toast"
      >
        {poster != null && <img src={poster} alt="" className="h-12 w-21 rounded-sm object-cover" />}
        <div className="min-w-0 flex-1">
          <p className="font-medium">{takeWords.ready}</p>
          <p className="truncate text-ink-3">{take.input.prompt ?? take.model.name}</p>
        </div>
        <Button
          size="sm"
          onClick={() => {
            openTake(take.id);
            toast.dismiss(id);
          }}
        >
          {takeWords.open}
        </Button>
      </div>
    ),
    { unstyled: true },
  );
}
