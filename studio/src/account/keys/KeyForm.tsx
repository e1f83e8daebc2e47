import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAccount } from "../../app/account";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Fault } from "../Fault";
import { fieldFault } from "../faults";
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
  const { t } = useTranslation(["apiKeys", "account"]);
  const { role } = useAccount();
  const [draft, setDraft] = useState<KeyDraft>(() => (before === null ? newKey : draftOf(before)));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => (before === null ? addKey(requestOf(draft)) : changeKey(before.id, changeOf(draft, before))),
    onSuccess: onSaved,
  });
  const set = (change: Partial<KeyDraft>) => setDraft({ ...draft, ...change });
  const said = (field: (typeof fields)[number]) =>
    wrong.includes(field) ? t("form.noCredits") : fieldFault(error, field);
  return (
    <form
      className="flex min-h-0 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        const caps = wrongCaps(draft);
        setWrong(caps);
        if (caps.length === 0) mutate();
      }}
    >
      <div className="flex flex-col gap-4 overflow-auto px-6 pt-1 pb-5">
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
        <Fault id="key-fault" error={error} fields={fields} />
      </div>
      <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-6 py-3.5">
        {before === null && <span className="mr-auto text-ink-3 max-md:hidden">{t("form.shownOnce")}</span>}
        <Button kind="ghost" onClick={onClose}>
          {t("account:cancel")}
        </Button>
        <Button kind="primary" type="submit" busy={isPending} disabled={isPending || draft.name.trim() === ""}>
          {before === null ? t("form.make") : t("form.save")}
        </Button>
      </footer>
    </form>
  );
}
