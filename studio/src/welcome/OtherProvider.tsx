import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { checkProvider, putAccount, providersKey } from "../admin/providers/calls";
import { formOf, type ProviderForm, requestOf } from "../admin/providers/form";
import { lookOf, takesWork } from "../admin/providers/standing";
import type { ProviderAccount } from "../admin/shared/types";
import { Fault } from "../ui/Fault";
import { Field } from "../ui/Field";
import { fieldFault } from "../ui/faults";
import { Segments } from "../ui/Segments";

const kinds = ["openai-videos", "replicate"] as const;
const fields = ["keys", "baseUrl"];

interface OtherProviderProps {
  /** Of the form, for the button that sends it. */
  id: string;
  onBusy(busy: boolean): void;
  onDone(): void;
}

/** A provider account with a key that is tried before one goes on. */
export function OtherProvider({ id, onBusy, onDone }: OtherProviderProps) {
  const { t } = useTranslation(["adminProviders", "admin"]);
  const queryClient = useQueryClient();
  const [form, setForm] = useState<ProviderForm>({ ...formOf(null), provider: kinds[0] });
  const [kept, setKept] = useState<ProviderAccount | null>(null);
  const set = (change: Partial<ProviderForm>) => setForm((before) => ({ ...before, ...change }));
  const save = useMutation({
    async mutationFn() {
      const before = kept?.id === form.provider ? kept : null;
      await putAccount(form.provider, requestOf({ ...form, id: form.provider }, before), before);
      return checkProvider(form.provider);
    },
    onMutate: () => onBusy(true),
    onSettled: () => onBusy(false),
    async onSuccess(account) {
      setKept(account);
      await queryClient.invalidateQueries({ queryKey: providersKey });
      await queryClient.invalidateQueries({ queryKey: ["models"] });
      if (lookOf(account) === "works") {
        onDone();
      }
    },
  });
  const idle =
    kept !== null && !save.isPending && save.error === null && (!takesWork(kept) || lookOf(kept) !== "works");
  return (
    <form
      id={id}
      className="mt-4 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Segments
        label={t("form.provider")}
        className="self-start"
        value={form.provider}
        options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChoose={(provider) => set({ provider })}
      />
      <Field
        label={t("form.baseUrl")}
        hint={form.provider === "replicate" ? t("form.baseUrlHint") : t("form.serverHint")}
        inputMode="url"
        value={form.baseUrl}
        onChange={(baseUrl) => set({ baseUrl })}
        fault={fieldFault(save.error, "baseUrl")}
      />
      <Field
        label={t("form.keys")}
        type="password"
        value={form.keys}
        onChange={(keys) => set({ keys })}
        fault={fieldFault(save.error, "keys")}
      />
      {idle && (
        <p role="alert" data-testid="welcome-fault" className="text-bad">
          {t(`state.${lookOf(kept)}`)}
          {kept.reason != null && `. ${kept.reason}`}
        </p>
      )}
      <Fault error={save.error} fields={fields} />
    </form>
  );
}
