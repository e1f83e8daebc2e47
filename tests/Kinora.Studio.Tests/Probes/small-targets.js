// What a finger would miss: controls that are not hit within 22 px of their centre, or whose own box another one covers.
// An open dialog or menu is looked at alone. Links in running text are as high as their line.
(root) => {
  const reach = 21;
  const inner = 3;
  const kinds = `button, a[href], select, textarea, summary, label:has(input:is([type=checkbox], [type=radio])),
    input:not([type=hidden], [type=checkbox], [type=radio], [type=file]),
    ${["checkbox", "menuitem", "menuitemradio", "option", "radio", "slider", "switch", "tab"].map((role) => `[role=${role}]`).join()}`;
  const at = (x, y) => document.elementFromPoint(x, y);
  const nameOf = (one) =>
    (one.ariaLabel ?? one.labels?.[0]?.textContent ?? one.textContent.trim()).slice(0, 40) || one.dataset.testid || one.tagName;
  const isShown = (one) => {
    const { width, height } = one.getBoundingClientRect();
    return width > 2 && height > 2 && one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest("[aria-hidden=true], [inert]");
  };
  const isInText = (one) => getComputedStyle(one).display === "inline" && one.parentElement.textContent.trim() !== one.textContent.trim();

  const found = new Set();
  const open = [...document.querySelectorAll("[role=dialog], [role=menu]")].at(-1);
  for (const one of (open ?? document.querySelector(root)).querySelectorAll(kinds)) {
    if (!isShown(one) || isInText(one)) continue;
    one.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const { left, top, width, height } = one.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const isSlider = one.getAttribute("role") === "slider";
    // A slider is moved along its whole line.
    const area = isSlider ? one.closest("[data-orientation]:not([role])") : one;
    const points = [["above", x, y - reach], ["below", x, y + reach], ["at its centre", x, y]];
    if (!isSlider) points.push(["left", x - reach, y], ["right", x + reach, y]);
    if (width < 80 || height < 60) {
      const [dx, dy] = [Math.max(0, width / 2 - inner), Math.max(0, height / 2 - inner)];
      points.push(["at its top", x, y - dy], ["at its foot", x, y + dy], ["at its left end", x - dx, y], ["at its right end", x + dx, y]);
    }
    const missed = points.filter(([, px, py]) => !area.contains(at(px, py))).map(([side]) => side);
    if (missed.length > 0) found.add(`"${nameOf(one)}" of ${Math.round(width)} x ${Math.round(height)} is missed ${missed.join(", ")}`);
  }
  return [...found];
}
