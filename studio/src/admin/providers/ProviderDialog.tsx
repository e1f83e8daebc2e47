import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { DialogHead } from "../../ui/DialogHead";
import { Field } from "../../ui/Field";
import { Segments } from "../../ui/Segments";
import { TextBox } from "../../ui/TextBox";
import { FaultNote } from "../shared/FaultNote";
import { faultOf, restOf } from "../shared/faults";
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
  const fault = (field: string) => ({ fault: faultOf(save.error, field) });
  const title = account === null ? t("add") : t("changeOf", { name: account.id });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (wrong.length === 0) {
      save.mutate();
    }
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      className="max-h-[calc(100dvh-48px)] px-6 py-5.5 md:w-[min(600px,94vw)]"
    >
      <DialogHead title={title} closeLabel={t("admin:close")} />
      <form
        onSubmit={submit}
        className="-mx-6 grid auto-rows-max grid-cols-[minmax(0,1fr)] gap-4 overflow-auto px-6 pt-1"
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
        <FaultNote error={restOf(save.error, [...shownFields, ...limitFields])} />
        <div className="sticky bottom-0 -mx-6 flex justify-end gap-2 border-t border-line bg-surface-1 px-6 pt-3.5">
          <Button kind="ghost" className="max-md:h-11" onClick={onClose}>
            {t("admin:cancel")}
          </Button>
          <Button
            kind="primary"
            className="max-md:h-11"
            type="submit"
            busy={save.isPending}
            disabled={save.isPending || form.id.trim() === "" || wrong.length > 0}
          >
            {account === null ? t("add") : t("admin:save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
