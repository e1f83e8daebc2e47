const kept = "kinora.welcome";

/** Whether the first steps were taken or left out in this browser. */
export function welcomed(): boolean {
  try {
    return localStorage.getItem(kept) === "done";
  } catch {
    return true;
  }
}

export function rememberWelcome(): void {
  try {
    localStorage.setItem(kept, "done");
  } catch {
    // Without storage they are not offered by themselves.
  }
}
