import type { Asset, ModelControl } from "../api/types";

export type MediaKind = "image" | "video" | "audio";

/** The fields that take files, in the order in which the composer shows them. */
export const mediaKinds = {
  firstFrame: "image",
  lastFrame: "image",
  references: "image",
  sourceVideo: "video",
  motionVideo: "video",
  referenceVideos: "video",
  audio: "audio",
  referenceAudio: "audio",
} as const satisfies Record<string, MediaKind>;
export type MediaRole = keyof typeof mediaKinds;
export const mediaRoles = Object.keys(mediaKinds) as readonly MediaRole[];

/** A file that the server has: an uploaded asset, or an address. */
export interface Media {
  readonly source: string;
  /** Where it is shown from; null for an address elsewhere, which a browser of ours does not load. */
  readonly url: string | null;
  readonly name?: string;
  readonly seconds?: number;
}

export function isMediaRole(role: string): role is MediaRole {
  return Object.hasOwn(mediaKinds, role);
}

/** Where a sound or another clip gives the motion, the first frame is only a picture of who moves. */
const portraitModes = new Set(["speech-to-video", "motion-control"]);

/** The field by whose words a field is called in a mode. */
export function slotOf(role: MediaRole, mode: string): MediaRole {
  return role === "firstFrame" && portraitModes.has(mode) ? "references" : role;
}

/** Whether a field takes several files. */
export function takesMany(control: ModelControl): boolean {
  return control.type === "images" || control.type === "videos" || control.type === "audios";
}

export function roomIn(control: ModelControl): number {
  return takesMany(control) ? (control.maxItems ?? Infinity) : 1;
}

export function mediaOf(asset: Asset, name: string): Media {
  const seconds = asset.durationSeconds;
  return { source: asset.id, url: asset.url, name, ...(seconds == null ? {} : { seconds }) };
}

/** A file named in a request: an asset of ours, or an address elsewhere. */
export function mediaFrom(source: string): Media {
  const isAddress = /^https?:/i.test(source);
  return { source, url: isAddress ? null : `/api/assets/${encodeURIComponent(source)}/content` };
}

/** What to call a file: its name, or the last part of its address. */
export function nameOf({ name, source }: Media): string | null {
  if (name !== undefined || !/^https?:/i.test(source)) {
    return name ?? null;
  }
  const last = source.split(/[?#]/)[0]?.split("/").at(-1) || source;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** An address that the server may fetch; null when it is none. */
export function addressIn(text: string): string | null {
  return URL.canParse(text.trim()) && /^https:\/\//i.test(text.trim()) ? text.trim() : null;
}
