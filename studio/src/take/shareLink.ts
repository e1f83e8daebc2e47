import type { Generation } from "../api/types";

export type LinkState = "on" | "off" | "ended";

/** Whether people without a key can look at a take now. */
export function linkStateOf({ sharePath, share }: Pick<Generation, "sharePath" | "share">, now: number): LinkState {
  if (sharePath === undefined) {
    return "off";
  }
  return share?.endsAt !== undefined && Date.parse(share.endsAt) <= now ? "ended" : "on";
}

/** The page at which people look at what is shared under a path of the API. */
export function shareLink(sharePath: string, origin: string): string {
  return `${origin}/share/${sharePath.split("/").at(-1) ?? ""}`;
}
