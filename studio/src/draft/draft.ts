import type { Asset } from "../api/types";

/** The fields of the request form that a capsule or the More panel sets. */
export const settingRoles = [
  "duration",
  "aspectRatio",
  "resolution",
  "sound",
  "style",
  "multiShot",
  "negativePrompt",
  "seed",
  "watermark",
] as const;
export type SettingRole = (typeof settingRoles)[number];

export type SettingValue = string | number | boolean;

/** The fields that take pictures. */
export const frameRoles = ["firstFrame", "lastFrame"] as const;
export type FrameRole = (typeof frameRoles)[number];
export type PictureRole = FrameRole | "references";

/** A picture that the server has: an uploaded asset, or an address that an earlier request used. */
export interface Picture {
  readonly source: string;
  /** Where it is shown from; null for an address elsewhere, which a browser of ours does not load. */
  readonly url: string | null;
}

/** What the composer holds. Choices stay when the model changes and apply again wherever a model allows them. */
export interface Draft {
  readonly model: string | null;
  readonly mode: string | null;
  readonly prompt: string;
  readonly settings: Partial<Record<SettingRole, SettingValue>>;
  readonly seedLocked: boolean;
  readonly firstFrame: Picture | null;
  readonly lastFrame: Picture | null;
  readonly references: readonly Picture[];
}

export const emptyDraft: Draft = {
  model: null,
  mode: null,
  prompt: "",
  settings: {},
  seedLocked: false,
  firstFrame: null,
  lastFrame: null,
  references: [],
};

export function pictureOf(asset: Asset): Picture {
  return { source: asset.id, url: asset.url };
}

/** A picture named in a request: an asset of ours, or an address elsewhere. */
export function pictureFrom(source: string): Picture {
  const isAddress = /^https?:/i.test(source);
  return { source, url: isAddress ? null : `/api/assets/${encodeURIComponent(source)}/content` };
}
