/** In the order in which they are looked for: most call themselves by the names of others too. */
const browsers = [
  ["Edge", /\bEdgA?\//],
  ["Opera", /\bOPR\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//],
  ["Safari", /\bSafari\//],
] as const;

const systems = [
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X|Macintosh/],
  ["Linux", /Linux|X11/],
] as const;

export interface Agent {
  readonly browser: string | undefined;
  readonly system: string | undefined;
}

/** The browser and the system that a user agent tells of, where they are known. */
export function agentOf(text: string): Agent {
  const first = (known: readonly (readonly [string, RegExp])[]) => known.find(([, sign]) => sign.test(text))?.[0];
  return { browser: first(browsers), system: first(systems) };
}
