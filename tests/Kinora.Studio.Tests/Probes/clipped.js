// Words that are cut off at the side, except where they end in an ellipsis, fade out, or can be scrolled to.
() => {
  const slack = 1;
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (data.trim() === "" || !parentElement.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const text = range.getBoundingClientRect();
    for (let box = parentElement; box !== document.body; box = box.parentElement) {
      const { display, overflowX, textOverflow, webkitLineClamp, maskImage } = getComputedStyle(box);
      if (display.startsWith("inline") && overflowX === "visible") continue;
      if (textOverflow === "ellipsis" || webkitLineClamp !== "none" || maskImage !== "none" || /auto|scroll/.test(overflowX)) break;
      if (overflowX === "visible") continue;
      const edge = box.getBoundingClientRect();
      // For those who hear the page.
      if (edge.width <= 1) break;
      if (text.right > edge.right + slack || text.left < edge.left - slack) found.add(`"${data.trim().slice(0, 50)}" is cut off`);
      break;
    }
  }
  return [...found];
}
