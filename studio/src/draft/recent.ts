const key = "kinora.recentModels";
const most = 5;

/** Ids of the models used lately, the latest first. */
export function recentModels(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function rememberModel(id: string): void {
  try {
    const ids = [id, ...recentModels().filter((other) => other !== id)].slice(0, most);
    localStorage.setItem(key, JSON.stringify(ids));
  } catch {
    // Without storage there is no list of recent models.
  }
}
