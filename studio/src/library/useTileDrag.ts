import { type DragEvent, useRef, useState } from "react";

const tileAt = ({ target }: DragEvent) =>
  target instanceof Element
    ? (target.closest("[data-index]")?.querySelector<HTMLElement>("[data-tile]")?.dataset.tile ?? null)
    : null;

/** Tiles that are dragged onto others, for what holds them all; tells over which one another is held. */
export function useTileDrag(onDrop: (id: string, onto: string) => void) {
  const dragged = useRef<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  function end(): void {
    dragged.current = null;
    setOver(null);
  }
  return {
    over,
    handlers: {
      onDragStart(event: DragEvent) {
        dragged.current = tileAt(event);
        event.dataTransfer.effectAllowed = "move";
      },
      onDragOver(event: DragEvent) {
        if (dragged.current !== null) {
          event.preventDefault();
          const onto = tileAt(event);
          setOver(onto === dragged.current ? null : onto);
        }
      },
      onDrop(event: DragEvent) {
        const [id, onto] = [dragged.current, tileAt(event)];
        if (id !== null) {
          event.preventDefault();
        }
        if (id !== null && onto !== null && onto !== id) {
          onDrop(id, onto);
        }
        end();
      },
      onDragEnd: end,
    },
  };
}
