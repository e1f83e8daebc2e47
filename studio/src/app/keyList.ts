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
  ["favorite", ["S"]],
  ["reuse", ["U"]],
  ["download", ["D"]],
  ["link", ["L"]],
  ["go", ["G", "C", "L", "P", "A"]],
  ["palette", ["Ctrl", "K"]],
  ["sheet", ["?"]],
] as const;
