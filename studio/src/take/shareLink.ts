/** The page at which people look at what is shared under a path of the API. */
export function shareLink(sharePath: string, origin: string): string {
  return `${origin}/share/${sharePath.split("/").at(-1) ?? ""}`;
}
