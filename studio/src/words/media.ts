import type { ModelControl } from "../api/types";
import { typesOf } from "../draft/fit";
import { type MediaKind, mediaKinds, type MediaRole } from "../draft/media";

const kinds: Record<MediaKind, string> = { image: "pictures", video: "videos", audio: "sounds" };

interface SlotWords {
  readonly empty: string;
  readonly tag: string;
  readonly blocked: string;
}

const slots: Record<MediaRole, SlotWords> = {
  firstFrame: { empty: "First frame", tag: "First", blocked: "Add a first frame" },
  lastFrame: { empty: "Last frame", tag: "Last", blocked: "Add a last frame" },
  references: { empty: "Picture", tag: "Picture", blocked: "Add a picture" },
  sourceVideo: { empty: "Video", tag: "Video", blocked: "Add a video" },
  motionVideo: { empty: "Motion clip", tag: "Motion", blocked: "Add a motion clip" },
  referenceVideos: { empty: "Reference video", tag: "Video", blocked: "Add a reference video" },
  audio: { empty: "Audio", tag: "Audio", blocked: "Add audio" },
  referenceAudio: { empty: "Reference sound", tag: "Sound", blocked: "Add a reference sound" },
};

/** Where a sound or another clip gives the motion, the first frame is only a picture of who moves. */
const portraitModes = new Set(["speech-to-video", "motion-control"]);

function slotOf(role: MediaRole, mode: string): SlotWords {
  return role === "firstFrame" && portraitModes.has(mode) ? slots.references : slots[role];
}

/** A whole or tenth number of seconds: "15.5". */
const seconds = (value: number) => String(Math.round(value * 10) / 10);

/** Words of the places for files. */
export const mediaWords = {
  slotOf,
  none: (model: string, kind: MediaKind) => `${model} takes no ${kinds[kind]} in any mode.`,
  drop: (what: string) => `Drop ${what.toLowerCase()}`,
  remove: (what: string) => `Remove ${what.toLowerCase()}`,
  address: "Use a web address",
  addressPlaceholder: "https://…",
  addressWrong: "A full address that starts with https://",
  addressUse: "Use",
  play: "Play",
  pause: "Pause",
  take: "Choose a take",
  takeTag: "Take",
  takeBlocked: "Choose a take",
  removeTake: "Remove take",
  noTakes: (models: readonly string[]) =>
    models.length === 0
      ? "No finished take fits."
      : `No finished take fits yet. Takes of ${models.slice(0, 3).join(", ")}${models.length > 3 ? " and others" : ""} do.`,
};

/** What a field takes, told before anything is chosen: "MP4, MOV · 3–30 s · 100 MB". */
export function limitsOf(control: ModelControl, role: MediaRole): string {
  const { minSeconds: least, maxSeconds: most, maxMegabytes } = control;
  const length =
    most == null
      ? least == null
        ? null
        : `from ${seconds(least)} s`
      : `${least == null ? "to " : `${seconds(least)}–`}${seconds(most)} s`;
  const parts = [
    typesOf(control, mediaKinds[role]).slice(0, 3).join(", "),
    length,
    maxMegabytes == null ? null : `${maxMegabytes} MB`,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
