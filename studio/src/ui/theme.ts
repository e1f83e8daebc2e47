/** Switches between dark and light, and remembers it for the script that runs before first paint. */
export function switchTheme(): void {
  const next = document.documentElement.dataset.theme === "light" ? "dark" : "light";
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem("kinora.theme", next);
  } catch {
    // Without storage the theme lasts as long as the page.
  }
}
