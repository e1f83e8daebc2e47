import type { GenerateRequest, Generation, Model } from "../api/types";
import type { Draft } from "../draft/draft";
import { draftOf } from "../draft/request";
import type { Group, GroupItem, ItemChange } from "./types";

/** The take that stands for an item: the one that counts, else the newest. */
export function takeOf(item: GroupItem): Generation | undefined {
  return item.takes.find(({ id }) => id === item.take) ?? item.takes[0];
}

/** Whether a take of it is under way. */
export function isUnderWay({ status }: Pick<GroupItem, "status">): boolean {
  return status === "queued" || status === "submitting" || status === "running" || status === "collecting";
}

/** Whether it has never been made, or came to nothing. */
export function isOpen({ status }: Pick<GroupItem, "status">): boolean {
  return status === "draft" || status === "failed" || status === "canceled";
}

/** The items as they are, for a change that keeps them all. */
export function kept(group: Group): ItemChange[] {
  return group.items.map(({ id }) => ({ id }));
}

/** The change that gives one item other contents. */
export function withItem(group: Group, id: string, change: Omit<ItemChange, "id">): { items: ItemChange[] } {
  return { items: group.items.map((item) => (item.id === id ? { id, ...change } : { id: item.id })) };
}

export function withoutItem(group: Group, id: string): { items: ItemChange[] } {
  return { items: kept(group).filter((item) => item.id !== id) };
}

/** The model that a request names, by its id or another of its names. */
export function modelNamed(models: readonly Model[], name: string): Model | undefined {
  return models.find(({ id }) => id === name) ?? models.find(({ aliases }) => aliases.includes(name));
}

/** The draft that a kept request stands for, so that its settings can be changed. */
export function draftOfRequest(request: GenerateRequest): Draft {
  const { model, mode } = request;
  // draftOf reads no more of a take than this.
  return { ...draftOf({ input: request, mode: mode ?? "", model: { id: model } } as Generation), mode: mode ?? null };
}

/** The money of a group that its takes gave back. */
export function returned(group: Group): number {
  return group.items.flatMap(({ takes }) => takes).reduce((sum, { charge }) => sum + charge.released, 0);
}
