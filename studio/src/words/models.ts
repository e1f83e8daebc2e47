/** Words of the model selector and of modes. */
const modes: Record<string, string> = {
  "text-to-video": "Text",
  "image-to-video": "Frames",
  "first-last-frame": "First and last",
  "reference-to-video": "Ingredients",
  "video-to-video": "Video",
  "motion-control": "Motion",
  "speech-to-video": "Speech",
  extend: "Extend",
  upscale: "Upscale",
};

/** The word for a mode; a mode without one is spelled out from its id. */
export function modeLabel(mode: string): string {
  const known = modes[mode];
  if (known !== undefined) {
    return known;
  }
  return spelled(mode);
}

/** "full-hd" → "Full HD": an id as words. */
export function spelled(id: string): string {
  const plain = id
    .replaceAll(/[-_]+/g, " ")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll(/\b(hd|url|urls|id|ids|nsfw|cfg|mp4|mov|s3|oss)\b/g, (word) =>
      word.toUpperCase().replace(/^(URL|ID)S$/, "$1s"),
    );
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

export const modelWords = {
  title: "Choose a model",
  search: (n: number) => `Search ${n} models, vendors, abilities…`,
  searchName: "Search models",
  sort: "Sort",
  sorts: { suggested: "Suggested", price: "Price", speed: "Speed" },
  filters: "Filters",
  categories: "Categories",
  everything: "Everything",
  bestFor: "Best for",
  all: "All",
  sound: "Sound",
  fullHd: "1080p+",
  recent: "Recent",
  allModels: "All models",
  none: "No model matches. Clear the search or a filter.",
  from: "from",
  paused: "Not available",
  health: {
    works: "Works",
    unknown: "Not tried lately",
    degraded: "Works in part",
    paused: "Paused by its provider",
    down: "Down",
  },
  use: (name: string) => `Use ${name}`,
  facts: {
    length: "Length",
    ratios: "Ratios",
    size: "Size",
    sound: "Sound",
    prompt: "Prompt",
    time: "Typical time",
    success: "Made in 24 h",
    modes: "Works from",
  },
  soundKinds: { always: "always on", optional: "on or off", never: "none", kept: "that of the input" } as Record<
    string,
    string
  >,
  made: (rate: number, takes: number) => `${Math.round(rate * 100)} % of ${takes}`,
  characters: (n: string) => `up to ${n} characters`,
  keys: { move: "Move", use: "Use", filters: "Filters" },
};
