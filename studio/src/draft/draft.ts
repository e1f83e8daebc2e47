import type { Media, MediaRole } from "./media";

export type SettingValue = string | number | boolean;

/** What the composer holds. Choices stay when the model changes and apply again wherever a model allows them. */
export interface Draft {
  readonly model: string | null;
  readonly mode: string | null;
  readonly tier: string | null;
  readonly prompt: string;
  /** By role; the provider's own fields as `parameters.<name>`, lists as the JSON text that was typed. */
  readonly settings: Readonly<Record<string, SettingValue>>;
  readonly seedLocked: boolean;
  /** Files by the field that they are for; a field of one file holds at most one. */
  readonly media: Readonly<Partial<Record<MediaRole, readonly Media[]>>>;
  /** The id of the take that is continued or enlarged. */
  readonly source: string | null;
}

export const emptyDraft: Draft = {
  model: null,
  mode: null,
  tier: null,
  prompt: "",
  settings: {},
  seedLocked: false,
  media: {},
  source: null,
};

export function mediaIn(draft: Draft, role: MediaRole): readonly Media[] {
  return draft.media[role] ?? [];
}

/** The change that puts these files, and no others, into a field. */
export function withMedia(draft: Draft, role: MediaRole, files: readonly Media[]): Pick<Draft, "media"> {
  return { media: { ...draft.media, [role]: files } };
}
