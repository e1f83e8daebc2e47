import { useMemo } from "react";
import type { Model } from "../api/types";
import type { Draft } from "../draft/draft";
import { useDraft } from "../draft/DraftProvider";
import { draftOfRequest, kept, modelNamed, withItem, withoutItem } from "../groups/items";
import type { Group, GroupItem } from "../groups/types";
import type { GroupState } from "../groups/useGroup";
import { canContinue, reordered, secondsOf, shotModels, shotRequest } from "./shots";

/** A shot with its model and settings. */
export interface Shot {
  readonly item: GroupItem;
  /** From 1. */
  readonly place: number;
  readonly model: Model | undefined;
  readonly draft: Draft;
  readonly seconds: number;
}

/** The shots of a storyboard, and the changes that can be made to them. */
export function useShots(group: Group, change: GroupState["change"]) {
  const { models: all, model: composing } = useDraft();
  const models = useMemo(() => shotModels(all), [all]);
  const shots = useMemo<Shot[]>(
    () =>
      group.items.map((item, index) => {
        const model = modelNamed(all, item.request.model);
        const draft = draftOfRequest(item.request);
        return { item, place: index + 1, model, draft, seconds: secondsOf(item, model, draft) };
      }),
    [group.items, all],
  );

  /** Gives a shot other contents; its request is made anew for its model. */
  function edit({ item, model, draft }: Shot, to: { model?: Model; draft?: Partial<Draft>; continues?: boolean }) {
    const next = to.model ?? model;
    if (next === undefined) {
      return Promise.resolve(false);
    }
    const continues = (to.continues ?? item.continues) && canContinue(next);
    const request = shotRequest(next, { ...draft, ...(to.model && { tier: null }), ...to.draft }, continues);
    return change((current) => withItem(current, item.id, { request, continues }));
  }

  return {
    shots,
    models,
    edit,
    add: () => {
      const last = shots.at(-1);
      const model = last?.model ?? models.find(({ id }) => id === composing.id) ?? models[0];
      if (model === undefined) {
        return Promise.resolve(false);
      }
      const settings = last?.draft.settings ?? {};
      const tier = last?.draft.tier ?? null;
      const request = shotRequest(model, { ...draftOfRequest({ model: model.id }), settings, tier }, false);
      return change((current) => ({ items: [...kept(current), { request }] }));
    },
    remove: (id: string) =>
      change((current) => {
        const first = current.items[0]?.id === id ? current.items[1] : undefined;
        const items = withoutItem(current, id).items;
        return { items: first?.continues === true ? [asCut(first), ...items.slice(1)] : items };
      }),
    move: (id: string, to: number) =>
      change((current) => ({ items: reordered(current, id, to, (item) => asCut(item).request) })),
  };

  /** A shot that begins by itself. */
  function asCut(item: GroupItem) {
    const model = modelNamed(all, item.request.model);
    const request = model === undefined ? item.request : shotRequest(model, draftOfRequest(item.request), false);
    return { id: item.id, continues: false, request };
  }
}

export type Shots = ReturnType<typeof useShots>;
