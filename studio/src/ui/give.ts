import type { Ref } from "react";

/** Hands an element to a ref of either kind. */
export function give<T>(ref: Ref<T> | undefined, element: T | null): void {
  if (typeof ref === "function") {
    ref(element);
  } else if (ref != null) {
    ref.current = element;
  }
}
