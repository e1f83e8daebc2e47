// English words on a page in another alphabet, beside names that stay as they are, the words of prompts, and what is set as code.
({ names, words }) => {
  const known = new Set(words.flatMap((text) => text.toLowerCase().match(/[a-z]{3,}/g) ?? []));
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const isOurs = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.closest("script, style, code, kbd, [translate=no]") === null &&
    !getComputedStyle(element).fontFamily.includes("Mono");
  const isEnglish = (text) => {
    const left = longestFirst.reduce((rest, name) => rest.replaceAll(name, " "), text.replaceAll(/https?:\S+|\b[a-z]+_\w{12,}|\balt\+/g, " "));
    return (left.match(/[A-Za-z]{3,}/g) ?? []).some((word) => !known.has(word.toLowerCase()));
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (isOurs(parentElement) && isEnglish(data)) found.add(`"${data.trim().slice(0, 80)}" is English`);
  }
  for (const name of ["alt", "aria-label", "aria-valuetext", "placeholder", "title"]) {
    for (const element of document.body.querySelectorAll(`[${name}]`)) {
      const text = element.getAttribute(name);
      if (isOurs(element) && isEnglish(text)) found.add(`${name} "${text.slice(0, 80)}" is English`);
    }
  }
  return [...found];
}
