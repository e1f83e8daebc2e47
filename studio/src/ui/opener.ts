/** What gets the focus back when a dialog closes: what had it, or the button of the menu that the dialog was chosen from. */
export function focusedOpener(): HTMLElement | null {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]');
  const opener = menu == null ? active : document.getElementById(menu.getAttribute("aria-labelledby") ?? "");
  return opener instanceof HTMLElement ? opener : null;
}
