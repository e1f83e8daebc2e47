import { Activity, Clapperboard, Columns3, Grid2x2, type LucideIcon, Shield, Webhook } from "lucide-react";
import type { Account } from "../api/types";

/** A place that the rail leads to. */
export interface Place {
  key: "create" | "library" | "compare" | "health" | "deliveries" | "admin";
  href: string;
  icon: LucideIcon;
  role?: Account["role"];
  /** Other addresses at which one is there. */
  also?: readonly string[];
}

export const places: readonly Place[] = [
  { key: "create", href: "/", icon: Clapperboard, also: ["/storyboard", "/batch"] },
  { key: "library", href: "/library", icon: Grid2x2, also: ["/takes"] },
  { key: "compare", href: "/compare", icon: Columns3 },
  { key: "health", href: "/admin/health", icon: Activity, role: "admin" },
  { key: "deliveries", href: "/admin/deliveries", icon: Webhook, role: "admin" },
  { key: "admin", href: "/admin", icon: Shield, role: "admin" },
];

/** The place that an address belongs to: the one with the longest address that begins it. */
export function placeOf(path: string): Place["key"] | undefined {
  const within = (root: string) => path === root || (root !== "/" && path.startsWith(`${root}/`));
  return places
    .flatMap((place) => [place.href, ...(place.also ?? [])].map((root) => ({ key: place.key, root })))
    .filter(({ root }) => within(root))
    .toSorted((a, b) => b.root.length - a.root.length)[0]?.key;
}
