import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field";
import { Segments } from "../../ui/Segments";
import { TextBox } from "../../ui/TextBox";
import { FormDialog } from "../../ui/FormDialog";
import { fieldFault } from "../../ui/faults";
import type { ProviderAccount } from "../shared/types";
import { providersKey, putAccount } from "./calls";
import { formOf, notNumbers, type ProviderForm, requestOf } from "./form";
import { ProviderLimits } from "./ProviderLimits";

const kinds = ["kie", "replicate", "openai-videos"] as const;
const shownFields = ["id", "baseUrl", "uploadBaseUrl", "keys", "webhookSecret"];
const limitFields = ["weight", "submissions", "reads", "maxConcurrent", "dailyUsd", "lowBalance"];

/** Enters an account at a provider, or changes one. */
export function ProviderDialog({ account, onClose }: { account: ProviderAccount | null; onClose(): void }) {
  const { t } = useTranslation(["adminProviders", "admin"]);
  const queryClient = useQueryClient();
  const [form, setForm] = useState(() => formOf(account));
  const set = (change: Partial<ProviderForm>) => setForm((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () => putAccount(form.id.trim(), requestOf(form, account), account),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: providersKey });
      onClose();
    },
  });
  const wrong = notNumbers(form);
  const fault = (field: string) => ({ fault: fieldFault(save.error, field) });

  return (
    <FormDialog
      title={account === null ? t("add") : t("changeOf", { name: account.id })}
      action={account === null ? t("add") : t("admin:save")}
      sending={save}
      fields={[...shownFields, ...limitFields]}
      ready={form.id.trim() !== "" && wrong.length === 0}
      wide
      onSend={() => save.mutate()}
      onClose={onClose}
    >
      {account === null && (
        <>
          <div className="overflow-x-auto">
            <Segments
              className="max-md:[&>button]:h-11"
              label={t("form.provider")}
              value={form.provider}
              options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
              onChoose={(provider) => set({ provider })}
            />
          </div>
          <Field
            data-first
            label={t("form.id")}
            hint={t("form.idHint")}
            value={form.id}
            autoCapitalize="none"
            onChange={(id) => set({ id })}
            {...fault("id")}
          />
        </>
      )}
      <TextBox
        label={t("form.keys")}
        hint={account === null ? t("form.keysHint") : t("form.keysKept")}
        value={form.keys}
        onChange={(keys) => set({ keys })}
        {...fault("keys")}
      />
      <Field
        label={t("form.baseUrl")}
        hint={form.provider === "openai-videos" ? t("form.serverHint") : t("form.baseUrlHint")}
        inputMode="url"
        value={form.baseUrl}
        onChange={(baseUrl) => set({ baseUrl })}
        {...fault("baseUrl")}
      />
      {form.provider === "kie" && (
        <Field
          label={t("form.uploadBaseUrl")}
          hint={t("form.uploadHint")}
          inputMode="url"
          value={form.uploadBaseUrl}
          onChange={(uploadBaseUrl) => set({ uploadBaseUrl })}
          {...fault("uploadBaseUrl")}
        />
      )}
      {form.provider === "replicate" && (
        <Field
          label={t("form.webhookSecret")}
          hint={account?.hasWebhookSecret === true ? t("form.secretKept") : t("form.secretHint")}
          value={form.webhookSecret}
          onChange={(webhookSecret) => set({ webhookSecret })}
          {...fault("webhookSecret")}
        />
      )}
      <ProviderLimits form={form} wrong={wrong} error={save.error} onChange={set} />
    </FormDialog>
  );
}
