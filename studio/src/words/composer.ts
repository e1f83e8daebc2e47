import { count } from "../ui/format";

const anyOf = (all: readonly string[]) =>
  all.length < 2 ? all.join() : `${all.slice(0, -1).join(", ")} or ${all[all.length - 1]}`;

/** The composer's words. */
export const composerWords = {
  label: "Composer",
  prompt: "Prompt",
  placeholder: "Describe the shot: subject, movement, light, lens…",
  characters: (n: number) => `${count(n)} ${n === 1 ? "character" : "characters"}`,
  dropHint: "Drop or paste a file anywhere",
  settings: "Settings",
  mode: "Mode",
  chooseModel: "Choose a model",

  generate: "Generate",
  sendWhenOnline: "Send when online",
  sending: "Sending",
  upTo: (credits: string) => `up to ${credits}`,
  generateName(label: string, credits: number | null, bound = false): string {
    const price = credits === null ? null : `${count(credits)} ${credits === 1 ? "credit" : "credits"}`;
    return price === null ? label : `${label}, ${bound ? this.upTo(price) : price}`;
  },
  boundUnsaid: "The price is settled when the video is done.",
  bound: (credits: string, reason: string) => `Up to ${credits}: ${reason}`,
  afterThis: "after this",
  available: "available",
  short: (n: number) => `${count(n)} cr short`,
  ofAvailable: (n: number) => `${count(n)} cr available`,

  blocked: {
    prompt: "Write a prompt first",
    promptTooLong: "The prompt is too long",
    setting: "Fill in what is asked for below",
    unfit: "A setting is not valid",
    uploading: "A file is on its way",
    paused: "This model cannot be used now",
    quote: "These settings have no price",
  },

  swap: "Swap first and last frame",
  reference: (n: number) => `@${n}`,
  removeOne: (what: string, n: number) => `Remove ${what.toLowerCase()} ${n}`,
  addMore: (left: number) => `${left} left`,
  addName: (what: string, left: number) => `${what}, ${left} left`,
  dropHere: "Drop here",
  percent: (share: number) => `${Math.round(share * 100)} %`,

  refused: {
    tooLarge: (megabytes: number) => `Over ${megabytes} MB`,
    wrongType: (types: readonly string[]) => `${anyOf(types)} only`,
    tooLong: (seconds: number) => `At most ${seconds} s`,
    tooShort: (seconds: number) => `At least ${seconds} s`,
    full: "No place was left for another file.",
    lost: "Upload was cut off",
    gone: "This file is no longer there",
  },

  error: "This was not sent",
  allowed: (values: readonly string[]) => `Allowed: ${values.join(", ")}.`,

  capsules: {
    seconds: (n: number) => `${n} s`,
    soundOn: "Sound",
    soundOff: "Silent",
    soundFixed: "Sound on",
    silentFixed: "Silent",
    multiShot: "Multi-shot",
    more: "More settings",
    byModel: "Model decides",
    still: "Still camera",
    facing: { image: "Faces as in picture", video: "Faces as in clip" } as Record<string, string>,
    always: (model: string, what: string) => `${model} always: ${what}`,
    unset: "Automatic",
  },
  titles: {
    duration: "Length",
    aspectRatio: "Aspect ratio",
    resolution: "Size",
    style: "Style",
    sound: "Sound",
    multiShot: "Multi-shot",
    camera: "Camera",
    fixedLens: "Still camera",
    characterOrientation: "Facing",
  },
  addsNothing: "Chosen here, it is said in the prompt.",
  adds: (clause: string) => `Adds to the prompt: “${clause}”`,
  noPrompt: "This needs no prompt.",
  tier: "Tier",
  ratioHint: "or drop a frame to follow it",

  more: {
    negativePlaceholder: "What the video should not show",
    seedPlaceholder: "Random",
    lockSeed: "Keep this seed",
    unlockSeed: "New seed with every take",
    newSeed: "New seed",
    on: "On",
    off: "Off",
    unset: "Automatic",
    none: "None",
    limits: (min: number | undefined, max: number | undefined) =>
      min === undefined ? `to ${max}` : max === undefined ? `from ${min}` : `${min} to ${max}`,
    listWrong: "A JSON list is needed here.",
    numberWrong: "This number is not allowed.",
  },
};
