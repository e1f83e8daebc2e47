import type { CSSProperties } from "react";

/** A model's three colours as the variables that the mesh draws with. Only plain hex colours are let through. */
export function gradientStyle(colours: readonly string[]): CSSProperties {
  const safe = (index: number) => {
    const colour = colours[index];
    return colour !== undefined && /^#[0-9a-f]{3,8}$/i.test(colour) ? colour : "#444450";
  };
  return { "--g1": safe(0), "--g2": safe(1), "--g3": safe(2) } as CSSProperties;
}
