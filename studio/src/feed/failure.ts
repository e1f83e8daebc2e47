const titled = [
  "moderated",
  "provider_refused",
  "provider_failed",
  "provider_unreachable",
  "outcome_unknown",
  "deadline",
  "output_lost",
] as const;
const fixed = [...titled, "input_gone"] as const;
const explained = ["outcome_unknown", "deadline"] as const;
const saidByProvider = new Set(["provider_refused", "moderated", "provider_failed"]);

/** Whether a failure's message is the provider's own words rather than ours. */
export function isQuote(code: string): boolean {
  return saidByProvider.has(code);
}

/** The key of who did what. */
export function titleKey(code: string | undefined): `failures.${(typeof titled)[number] | "other"}` {
  return `failures.${titled.find((one) => one === code) ?? "other"}`;
}

/** The key of what happened, where the server's message is the same each time; undefined where it tells more. */
export function reasonKey(code: string | undefined): `reasons.${(typeof explained)[number]}` | undefined {
  const known = explained.find((one) => one === code);
  return known && `reasons.${known}`;
}

/** The key of what to do about it. */
export function fixKey(code: string | undefined): `fixes.${(typeof fixed)[number] | "other"}` {
  return `fixes.${fixed.find((one) => one === code) ?? "other"}`;
}
