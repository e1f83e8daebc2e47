import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field";
import { fieldFault } from "../../ui/faults";
import type { numbers, ProviderForm } from "./form";

type NumberName = (typeof numbers)[number];

interface ProviderLimitsProps {
  form: ProviderForm;
  /** What holds no number. */
  wrong: readonly NumberName[];
  error: Error | null;
  onChange(change: Partial<ProviderForm>): void;
}

/** The field of the API that a part of the form belongs to. */
const apiField: Record<NumberName, string> = {
  weight: "weight",
  submissionCalls: "submissions",
  submissionSeconds: "submissions",
  readCalls: "reads",
  readSeconds: "reads",
  maxConcurrent: "maxConcurrent",
  dailyUsd: "dailyUsd",
  lowBalance: "lowBalance",
};

const order: readonly NumberName[] = [
  "weight",
  "maxConcurrent",
  "dailyUsd",
  "lowBalance",
  "submissionCalls",
  "submissionSeconds",
  "readCalls",
  "readSeconds",
];

/** What an account is held to; what is left empty is as the provider documents it. */
export function ProviderLimits({ form, wrong, error, onChange }: ProviderLimitsProps) {
  const { t } = useTranslation("adminProviders");
  return (
    <fieldset className="grid grid-cols-2 gap-4 border-t border-line pt-4 max-md:grid-cols-1">
      <legend className="sr-only">{t("form.limits")}</legend>
      {order
        .filter((name) => name !== "lowBalance" || form.provider === "kie")
        .map((name) => (
          <Field
            key={name}
            label={t(`form.${name}`)}
            inputMode="decimal"
            value={form[name]}
            placeholder={t(`form.empty.${name}`)}
            fault={wrong.includes(name) ? t("form.notNumber") : fieldFault(error, apiField[name])}
            onChange={(value) => onChange({ [name]: value })}
          />
        ))}
    </fieldset>
  );
}
