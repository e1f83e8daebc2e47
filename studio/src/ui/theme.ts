export const themes = ["dark", "light"] as const;
export type Theme = (typeof themes)[number];

const kept = "kinora.theme";

export const currentTheme = (): Theme => (document.documentElement.dataset.theme === "light" ? "light" : "dark");

/** Shows a theme, and remembers it for the script that runs before first paint. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(kept, theme);
  } catch {
    // Without storage the theme lasts as long as the page.
  }
}

/** The one of dark and light that is not shown. */
export const otherTheme = (): Theme => (currentTheme() === "light" ? "dark" : "light");
