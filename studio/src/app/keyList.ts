/** What has a key of its own, in the order of the sheet. */
export const keyList = [
  ["generate", ["Ctrl", "↵"]],
  ["prompt", ["P"]],
  ["model", ["M"]],
  ["mode", ["1", "…", "6"]],
  ["search", ["/"]],
  ["play", ["Space"]],
  ["frame", ["←", "→"]],
  ["frames", ["Shift", "←", "→"]],
  ["fullScreen", ["F"]],
  ["reuse", ["U"]],
  ["download", ["D"]],
  ["sheet", ["?"]],
] as const;
