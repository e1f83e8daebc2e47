const key = "kinora.dismissed";
const most = 500;

function read(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

/** Whether this person has put a failure aside in this browser. */
export function isDismissed(id: string): boolean {
  return read().includes(id);
}

export function rememberDismissed(id: string): void {
  try {
    localStorage.setItem(key, JSON.stringify([id, ...read()].slice(0, most)));
  } catch {
    // Without storage it is dismissed until the next visit.
  }
}
