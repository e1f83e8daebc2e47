import type { ProviderAccount, ProviderRequest } from "../shared/types";

/** What the dialog holds, as it is typed. */
export interface ProviderForm {
  id: string;
  provider: ProviderRequest["provider"];
  baseUrl: string;
  uploadBaseUrl: string;
  /** One on a line. */
  keys: string;
  weight: string;
  submissionCalls: string;
  submissionSeconds: string;
  readCalls: string;
  readSeconds: string;
  maxConcurrent: string;
  dailyUsd: string;
  lowBalance: string;
  webhookSecret: string;
}

export const numbers = [
  "weight",
  "submissionCalls",
  "submissionSeconds",
  "readCalls",
  "readSeconds",
  "maxConcurrent",
  "dailyUsd",
  "lowBalance",
] as const;

const text = (value: number | null | undefined) => (value == null ? "" : String(value));

/** An empty form, or that of an account; its secrets are not known. */
export function formOf(account: ProviderAccount | null): ProviderForm {
  return {
    id: account?.id ?? "",
    provider: (account?.provider ?? "kie") as ProviderForm["provider"],
    baseUrl: account?.baseUrl ?? "",
    uploadBaseUrl: "",
    keys: "",
    weight: text(account?.weight ?? 1),
    submissionCalls: text(account?.submissions?.calls),
    submissionSeconds: text(account?.submissions?.seconds),
    readCalls: text(account?.reads?.calls),
    readSeconds: text(account?.reads?.seconds),
    maxConcurrent: text(account?.maxConcurrent),
    dailyUsd: text(account?.dailyUsd),
    lowBalance: text(account?.lowBalance ?? 0),
    webhookSecret: "",
  };
}

/** A typed number, with a comma or a point; NaN for what is none, undefined for nothing. */
export function numberOf(typed: string): number | undefined {
  const trimmed = typed.trim().replace(",", ".");
  return trimmed === "" ? undefined : Number(trimmed);
}

/** The fields that hold no number although they should. */
export function notNumbers(form: ProviderForm): readonly (typeof numbers)[number][] {
  return numbers.filter((name) => Number.isNaN(numberOf(form[name])));
}

function budget(calls: string, seconds: string): ProviderRequest["submissions"] | undefined {
  const [most, within] = [numberOf(calls), numberOf(seconds)];
  return most === undefined && within === undefined ? undefined : { calls: most ?? 0, seconds: within ?? 0 };
}

/** Leaves out what is not there, so that it has the server's default. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== "")) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** The request that says all of the form. An address that is the account's own is left to `putAccount`. */
export function requestOf(form: ProviderForm, before: ProviderAccount | null): ProviderRequest {
  const keys = form.keys.split(/\s+/).filter((key) => key !== "");
  const baseUrl = form.baseUrl.trim();
  return {
    provider: form.provider,
    enabled: before?.enabled ?? true,
    ...given({
      baseUrl: baseUrl === before?.baseUrl && form.provider !== "openai-videos" ? undefined : baseUrl,
      uploadBaseUrl: form.provider === "kie" ? form.uploadBaseUrl.trim() : undefined,
      keys: keys.length > 0 ? keys : undefined,
      weight: numberOf(form.weight),
      submissions: budget(form.submissionCalls, form.submissionSeconds),
      reads: budget(form.readCalls, form.readSeconds),
      maxConcurrent: numberOf(form.maxConcurrent),
      dailyUsd: numberOf(form.dailyUsd),
      lowBalance: numberOf(form.lowBalance),
      webhookSecret: form.provider === "replicate" ? form.webhookSecret.trim() : undefined,
    }),
  };
}
