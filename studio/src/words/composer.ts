import { count } from "../ui/format";

const anyOf = (all: readonly string[]) =>
  all.length < 2 ? all.join() : `${all.slice(0, -1).join(", ")} or ${all[all.length - 1]}`;

/** The composer's words. */
export const composerWords = {
  label: "Composer",
  prompt: "Prompt",
  placeholder: "Describe the shot: subject, movement, light, lens…",
  characters: (n: number) => `${count(n)} ${n === 1 ? "character" : "characters"}`,
  dropHint: "Drop or paste an image anywhere",
  settings: "Settings",
  mode: "Mode",
  chooseModel: "Choose a model",

  generate: "Generate",
  sendWhenOnline: "Send when online",
  sending: "Sending",
  generateName: (label: string, credits: number | null) =>
    credits === null ? label : `${label}, ${count(credits)} ${credits === 1 ? "credit" : "credits"}`,
  afterThis: "after this",
  available: "available",
  short: (n: number) => `${count(n)} cr short`,
  ofAvailable: (n: number) => `${count(n)} cr available`,

  blocked: {
    prompt: "Write a prompt first",
    promptTooLong: "The prompt is too long",
    firstFrame: "Add a first frame",
    lastFrame: "Add a last frame",
    references: "Add a picture",
    uploading: "A picture is on its way",
    paused: "This model is paused",
    quote: "These settings have no price",
  },

  frames: {
    firstFrame: { empty: "First frame", tag: "First", drop: "Drop first frame", remove: "Remove first frame" },
    lastFrame: { empty: "Last frame", tag: "Last", drop: "Drop last frame", remove: "Remove last frame" },
  },
  swap: "Swap first and last frame",
  reference: (n: number) => `@${n}`,
  removeReference: (n: number) => `Remove picture ${n}`,
  addReference: (left: number) => `${left} left`,
  addReferenceName: (left: number) => `Add a picture, ${left} left`,
  dropHere: "Drop here",
  percent: (share: number) => `${Math.round(share * 100)} %`,

  refused: {
    tooLarge: (megabytes: number) => `Over ${megabytes} MB`,
    wrongType: (types: readonly string[]) => `${anyOf(types)} only`,
    noPictures: (model: string) => `${model} takes no pictures in any mode.`,
    full: "No place was left for another picture.",
    lost: "Upload was cut off",
    gone: "This picture is no longer there",
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
    more: "More",
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
  },
  ratioHint: "or drop a frame to follow it",

  more: {
    negativePrompt: "Negative prompt",
    negativePlaceholder: "What the video should not show",
    seed: "Seed",
    seedPlaceholder: "Random",
    lockSeed: "Keep this seed",
    unlockSeed: "New seed with every take",
    newSeed: "New seed",
    watermark: "Watermark",
    watermarkPlaceholder: "None",
  },
};
