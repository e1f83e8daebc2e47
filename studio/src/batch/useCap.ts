import { useState } from "react";

const key = (id: string) => `kinora.batchLimit.${id}`;

function stored(id: string): number | null {
  try {
    const kept = Number(localStorage.getItem(key(id)));
    return Number.isInteger(kept) && kept > 0 ? kept : null;
  } catch {
    return null;
  }
}

/** The most that a batch may spend, kept in this browser; null for no limit. */
export function useCap(id: string): [number | null, (limit: number | null) => void] {
  const [limit, setLimit] = useState(() => stored(id));
  return [
    limit,
    (next) => {
      setLimit(next);
      try {
        if (next === null) {
          localStorage.removeItem(key(id));
        } else {
          localStorage.setItem(key(id), String(next));
        }
      } catch {
        // Without storage the limit lasts as long as the page.
      }
    },
  ];
}
