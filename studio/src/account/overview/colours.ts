/** What tells the models of the chart apart, the dearest first; the tokens change with the theme. */
export const colours = ["--mark", "--info", "--ultra", "--ok", "--warn", "--ink-3"] as const;

export const colourOf = (index: number): string => colours[index] ?? "--ink-3";
