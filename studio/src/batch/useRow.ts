import { useState } from "react";
import { useDraft } from "../draft/DraftProvider";
import type { Model } from "../api/types";
import type { SettingValue } from "../draft/draft";
import { modeOf } from "../draft/modes";
import { requestOf } from "../draft/request";
import { comparable } from "../compare/plan";
import { draftOfRequest, isOpen, modelNamed, takeOf, withItem, withoutItem } from "../groups/items";
import type { GroupItem } from "../groups/types";
import type { GroupState } from "../groups/useGroup";

/** One row with all that can be done to it while it is not sent. */
export function useRow(item: GroupItem, change: GroupState["change"]) {
  const { models } = useDraft();
  const [editing, setEditing] = useState(false);
  const { id, request } = item;
  const model = modelNamed(models, request.model);
  const draft = draftOfRequest(request);
  const keep = (next: typeof request) => change((group) => withItem(group, id, { request: next }));
  return {
    take: takeOf(item),
    editable: isOpen(item),
    /** Whether its words are being written. */
    editing,
    setEditing,
    model,
    mode: model === undefined ? undefined : modeOf(model, draft),
    draft,
    models: comparable(models),
    setPrompt: (prompt: string) => keep({ ...request, prompt }),
    pickModel: (next: Model) => keep(requestOf(next, { ...draft, tier: null })),
    set(role: string, value: SettingValue | undefined) {
      if (model === undefined) {
        return;
      }
      const { [role]: _, ...settings } = draft.settings;
      void keep(
        requestOf(model, { ...draft, settings: value === undefined ? settings : { ...settings, [role]: value } }),
      );
    },
    remove: () => change((group) => withoutItem(group, id)),
  };
}

export type Row = ReturnType<typeof useRow>;
