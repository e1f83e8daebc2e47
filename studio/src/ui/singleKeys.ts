const kept = "kinora.singleKeys";
let on = read();

function read(): boolean {
  try {
    return localStorage.getItem(kept) !== "off";
  } catch {
    return true;
  }
}

/** Whether single keys are shortcuts in this browser. */
export const singleKeysOn = (): boolean => on;

/** Whether a key is a single one, and those are turned off. */
export const isOff = ({ key }: KeyboardEvent): boolean => !on && key.length === 1 && key !== " ";

export function switchSingleKeys(next: boolean): void {
  on = next;
  try {
    localStorage.setItem(kept, next ? "on" : "off");
  } catch {
    // Without storage it lasts as long as the page.
  }
}
