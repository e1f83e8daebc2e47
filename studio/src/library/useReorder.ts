import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LibraryFilter } from "./filter";
import { useOrder } from "./useOrder";
import { useTileDrag } from "./useTileDrag";

/** Giving a take another one's place, by dragging or by keys. The focus goes with it, and it is said where it is. */
export function useReorder(filter: LibraryFilter, order: readonly string[], onMoved: (index: number) => void) {
  const { t } = useTranslation("library");
  const place = useOrder(filter);
  const moving = useRef<{ id: string; from: number } | null>(null);
  const [said, setSaid] = useState("");

  function move(id: string, onto: string): void {
    moving.current = { id, from: order.indexOf(id) };
    setSaid(t("moved", { place: order.indexOf(onto) + 1 }));
    place({ id, neighbor: onto, behind: order.indexOf(id) < order.indexOf(onto) });
  }
  useEffect(() => {
    const moved = moving.current;
    const index = order.indexOf(moved?.id ?? "");
    if (moved !== null && index !== moved.from) {
      moving.current = null;
      onMoved(index);
      document.querySelector<HTMLElement>(`[data-tile="${CSS.escape(moved.id)}"]`)?.focus();
    }
  }, [order, onMoved]);

  return { said, move, ...useTileDrag(move) };
}
