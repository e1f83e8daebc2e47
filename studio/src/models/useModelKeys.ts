import { type KeyboardEvent, useRef, useState } from "react";
import type { Model } from "../api/types";
import { singleKeysOn } from "../ui/singleKeys";

interface ModelKeys {
  found: readonly Model[];
  marked: Model | undefined;
  onMark(id: string): void;
  onUse(id: string | undefined): void;
  onFavor(id: string): void;
}

const isPlain = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey;

/** Arrows move, Enter uses, typing searches. After an arrow, S favours what it led to. */
export function useModelKeys({ found, marked, onMark, onUse, onFavor }: ModelKeys) {
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [moved, setMoved] = useState(false);

  function stepOf(key: string): number | undefined {
    const columns = grid.current === null ? 1 : getComputedStyle(grid.current).gridTemplateColumns.split(" ").length;
    return { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[key];
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key, code, target } = event;
    const step = stepOf(key);
    const inText = target instanceof HTMLInputElement && target.value !== "";
    if (target instanceof HTMLSelectElement) {
      return;
    }
    if (step !== undefined && !(inText && (key === "ArrowLeft" || key === "ArrowRight") && !moved)) {
      const index = found.findIndex((each) => each.id === marked?.id);
      const next = found[Math.min(found.length - 1, Math.max(0, index + step))];
      if (next !== undefined) {
        event.preventDefault();
        setMoved(true);
        onMark(next.id);
      }
    } else if (key === "Enter" && !(target instanceof HTMLButtonElement)) {
      event.preventDefault();
      onUse(marked?.id);
    } else if (isPlain(event) && moved && code === "KeyS" && singleKeysOn()) {
      event.preventDefault();
      if (marked !== undefined) {
        onFavor(marked.id);
      }
    } else if (isPlain(event)) {
      setMoved(false);
      search.current?.focus();
    }
  }
  return { grid, search, onKeyDown };
}
