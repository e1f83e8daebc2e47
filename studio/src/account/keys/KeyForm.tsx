import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAccount } from "../../app/account";
import { Field } from "../../ui/Field";
import { FormDialog } from "../../ui/FormDialog";
import { fieldFault } from "../../ui/faults";
import { AddressTags } from "./AddressTags";
import { addKey, changeKey, type Key } from "./calls";
import { changeOf, draftOf, type KeyDraft, newKey, requestOf, wrongCaps } from "./keyDraft";
import { ScopeChoice } from "./ScopeChoice";

interface KeyFormProps {
  /** The key to change; null for a new one. */
  before: Key | null;
  onClose(): void;
  onSaved(key: Key): void;
}

const fields = ["name", "dailyCredits", "totalCredits", "expiresAt", "allowedIps"] as const;

/** What a key is for, what it may do, and what it is held to. */
export function KeyForm({ before, onClose, onSaved }: KeyFormProps) {
  const { t } = useTranslation("apiKeys");
  const { role } = useAccount();
  const [draft, setDraft] = useState<KeyDraft>(() => (before === null ? newKey : draftOf(before)));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const sending = useMutation({
    mutationFn: () => (before === null ? addKey(requestOf(draft)) : changeKey(before.id, changeOf(draft, before))),
    onSuccess: onSaved,
  });
  const set = (change: Partial<KeyDraft>) => setDraft({ ...draft, ...change });
  const said = (field: (typeof fields)[number]) =>
    wrong.includes(field) ? t("form.noCredits") : fieldFault(sending.error, field);
  function send(): void {
    const caps = wrongCaps(draft);
    setWrong(caps);
    if (caps.length === 0) sending.mutate();
  }
  return (
    <FormDialog
      title={before === null ? t("form.newTitle") : t("form.changeTitle", { name: before.name })}
      action={before === null ? t("form.make") : t("form.save")}
      sending={sending}
      fields={fields}
      ready={draft.name.trim() !== ""}
      note={before === null ? t("form.shownOnce") : undefined}
      onSend={send}
      onClose={onClose}
    >
      <Field
        label={t("form.name")}
        value={draft.name}
        fault={said("name")}
        maxLength={100}
        required
        data-first
        onChange={(name) => set({ name })}
      />
      <ScopeChoice
        scopes={role === "admin" ? ["read", "generate", "admin"] : ["read", "generate"]}
        value={draft.scope}
        onChange={(scope) => set({ scope })}
      />
      <div className="grid grid-cols-3 gap-3.5 max-md:grid-cols-2">
        {(["dailyCredits", "totalCredits"] as const).map((cap) => (
          <Field
            key={cap}
            label={t(`form.${cap}`)}
            note={t("form.unit")}
            value={draft[cap]}
            placeholder={t("form.noCap")}
            inputMode="numeric"
            fault={said(cap)}
            onChange={(value) => set({ [cap]: value })}
          />
        ))}
        <Field
          label={t("form.ends")}
          note={t("form.endless")}
          className="max-md:col-span-2"
          type="date"
          value={draft.ends}
          fault={said("expiresAt")}
          onChange={(ends) => set({ ends })}
        />
      </div>
      <AddressTags
        addresses={draft.addresses}
        fault={said("allowedIps")}
        onChange={(addresses) => set({ addresses })}
      />
    </FormDialog>
  );
}
