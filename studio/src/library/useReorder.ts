import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LibraryFilter } from "./filter";
import { useOrder } from "./useOrder";
import { useTileDrag } from "./useTileDrag";

/** Giving a take another one's place, by dragging, by keys or by buttons, which keep the focus. It is said where it is. */
export function useReorder(filter: LibraryFilter, order: readonly string[], onMoved: (index: number) => void) {
  const { t } = useTranslation("library");
  const place = useOrder(filter);
  const moving = useRef<{ id: string; from: number; focus: boolean } | null>(null);
  const [said, setSaid] = useState("");

  function shift(id: string, onto: string, focus = false): void {
    moving.current = { id, from: order.indexOf(id), focus };
    setSaid(t("moved", { place: order.indexOf(onto) + 1 }));
    place({ id, neighbor: onto, behind: order.indexOf(id) < order.indexOf(onto) });
  }
  useEffect(() => {
    const moved = moving.current;
    const index = order.indexOf(moved?.id ?? "");
    if (moved !== null && index !== moved.from) {
      moving.current = null;
      onMoved(index);
      const tile = document.querySelector<HTMLElement>(`[data-tile="${CSS.escape(moved.id)}"]`);
      if (moved.focus) {
        tile?.focus();
      } else {
        tile?.scrollIntoView({ block: "nearest" });
      }
    }
  }, [order, onMoved]);

  const move = (id: string, onto: string) => shift(id, onto, true);
  return { said, move, shift, ...useTileDrag(move) };
}
