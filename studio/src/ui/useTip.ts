import { useEffect, useState } from "react";

const pointedFor = 500;

/** Whether a control's tip is shown: after a moment under the mouse, or at once when the focus comes by key. It goes with both, with a press, and with Escape. */
export function useTip(control: HTMLElement | null): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (control === null) {
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setShown(false);
    };
    const point = (event: PointerEvent) => {
      if (event.pointerType === "mouse") {
        // What it has opened says more than its name.
        timer = setTimeout(() => setShown(control.ariaExpanded !== "true"), pointedFor);
      }
    };
    const focus = () => setShown(control.matches(":focus-visible"));
    const press = (event: KeyboardEvent) => event.key === "Escape" && hide();
    const acts = [
      ["pointerenter", point],
      ["focus", focus],
      ["pointerleave", hide],
      ["pointerdown", hide],
      ["click", hide],
      ["blur", hide],
      ["keydown", press],
    ] as const;
    acts.forEach(([name, act]) => control.addEventListener(name, act as EventListener));
    // A page that scrolls would leave the tip behind.
    addEventListener("scroll", hide, { capture: true, passive: true });
    return () => {
      hide();
      acts.forEach(([name, act]) => control.removeEventListener(name, act as EventListener));
      removeEventListener("scroll", hide, { capture: true });
    };
  }, [control]);
  return shown;
}
