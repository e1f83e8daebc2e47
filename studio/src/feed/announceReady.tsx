import type { Generation } from "../api/types";
import { isActive } from "./feed";
import { openTake } from "./openTake";
import { ReadyToast } from "./ReadyToast";

/** Whether a take's card can be seen: on the page, and not behind the composer. */
function inView(id: string): boolean {
  const card = document.querySelector(`[data-take="${CSS.escape(id)}"]`)?.getBoundingClientRect();
  const dock = document.querySelector("[data-dock]")?.getBoundingClientRect();
  const floor = dock?.top ?? innerHeight;
  return document.visibilityState === "visible" && card !== undefined && card.top < floor - 80 && card.bottom > 120;
}

/** Tells that a take is ready when its card is out of sight. */
export async function announceReady(before: Generation | undefined, take: Generation): Promise<void> {
  if (take.status !== "succeeded" || before === undefined || !isActive(before) || inView(take.id)) {
    return;
  }
  const { toast } = await import("sonner");
  toast.custom(
    (id) => (
      <ReadyToast
        take={take}
        onOpen={() => {
          openTake(take.id);
          toast.dismiss(id);
        }}
      />
    ),
    { unstyled: true },
  );
}
