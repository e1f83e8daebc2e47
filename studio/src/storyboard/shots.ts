import type { GenerateRequest, Generation, Model, ModelMode, Output } from "../api/types";
import { controlOf, valueOf } from "../draft/controls";
import type { Draft } from "../draft/draft";
import { modeOf } from "../draft/modes";
import { requestOf } from "../draft/request";
import { isOpen, takeOf } from "../groups/items";
import type { Group, GroupItem, ItemChange } from "../groups/types";

const textMode = "text-to-video";
const frameMode = "image-to-video";
// Stands for the last frame where only a price is asked: a quote does not look at the picture.
const someFrame = "https://example.com/last-frame.webp";

const startsFromFrame = (model: Model) =>
  model.modes.find(({ mode, controls }) => mode === frameMode && controls.some(({ role }) => role === "firstFrame"));

/** Whether a model can begin a shot with a picture. */
export function canContinue(model: Model | undefined): boolean {
  return model !== undefined && startsFromFrame(model) !== undefined;
}

/** The models that can make a shot. */
export function shotModels(models: readonly Model[]): readonly Model[] {
  return models.filter((model) => canContinue(model) || model.modes.some(({ mode }) => mode === textMode));
}

/** The mode in which a model makes a shot: from a picture where it has one or will get one, else from words. */
export function shotMode(model: Model, draft: Draft, continues: boolean): ModelMode {
  const pictured = continues || (draft.media.firstFrame?.length ?? 0) > 0;
  return modeOf(model, { mode: pictured && canContinue(model) ? frameMode : textMode, tier: draft.tier });
}

/** The request for a shot; one that continues gets its first frame when it is made. */
export function shotRequest(model: Model, draft: Draft, continues: boolean): GenerateRequest {
  const { mode, tier } = shotMode(model, draft, continues);
  const { firstFrame, ...request } = requestOf(model, { ...draft, model: model.id, mode, tier: tier ?? null });
  return continues || firstFrame == null ? request : { ...request, firstFrame };
}

/** What to ask the price of a shot by. */
export function shotQuote({ request, continues }: GroupItem): GenerateRequest {
  const prompt = request.prompt?.trim() || "…";
  return continues ? { ...request, prompt, firstFrame: someFrame } : { ...request, prompt };
}

/** The finished take that counts for a shot, with its video. */
export function madeOf(item: GroupItem): { take: Generation; output: Output } | null {
  const take = takeOf(item);
  const output = take?.status === "succeeded" ? take.outputs[0] : undefined;
  return take === undefined || output === undefined ? null : { take, output };
}

/** How long a shot is, or will be. */
export function secondsOf(item: GroupItem, model: Model | undefined, draft: Draft): number {
  const made = madeOf(item);
  if (made !== null) {
    return made.output.durationSeconds;
  }
  if (model === undefined) {
    return item.request.duration ?? 0;
  }
  const mode = shotMode(model, draft, item.continues);
  const control = controlOf(mode, "duration");
  const planned = control === undefined ? mode.seconds : Number(valueOf(control, draft));
  return Math.max(0, planned ?? 0);
}

/** What can be made now, what waits for the shot before it, and what is there. */
export interface ShotPlan {
  readonly ids: readonly string[];
  readonly credits: number;
  readonly waiting: number;
  readonly ready: number;
}

export function planOf({ items }: Pick<Group, "items">): ShotPlan {
  const open = items.map((item, index) => ({ item, before: items[index - 1] })).filter(({ item }) => isOpen(item));
  const now = open.filter(
    ({ item, before }) => item.estimate !== undefined && (!item.continues || before?.take !== undefined),
  );
  return {
    ids: now.map(({ item }) => item.id),
    credits: now.reduce((sum, { item }) => sum + (item.estimate ?? 0), 0),
    waiting: open.filter(({ item, before }) => item.continues && before?.take === undefined).length,
    ready: items.filter((item) => madeOf(item) !== null).length,
  };
}

/** The shots in another order; the first of all cannot continue another. */
export function reordered(
  group: Group,
  id: string,
  to: number,
  asFirst: (item: GroupItem) => GenerateRequest,
): ItemChange[] {
  const from = group.items.findIndex((item) => item.id === id);
  const moving = group.items[from];
  if (moving === undefined) {
    return group.items.map((item) => ({ id: item.id }));
  }
  const rest = group.items.filter((item) => item !== moving);
  const place = Math.min(rest.length, Math.max(0, to));
  return [...rest.slice(0, place), moving, ...rest.slice(place)].map((item, index) =>
    index === 0 && item.continues ? { id: item.id, continues: false, request: asFirst(item) } : { id: item.id },
  );
}

/** A short name for a shot: its first words. */
export function titleOf({ prompt }: GenerateRequest): string {
  const words = (prompt ?? "").trim().split(/\s+/);
  const short = words
    .slice(0, 4)
    .join(" ")
    .replace(/[,.;:]$/, "");
  return words.length > 4 ? `${short}…` : short;
}
