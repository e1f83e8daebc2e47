const known = ["lapsed", "denied", "failed", "unknown", "taken"] as const;

/** The key of the sentence for what came of a visit to the sign-in provider; null where the server says nothing. */
export function faultOf(search: string): `faults.${(typeof known)[number]}` | null {
  const fault = new URLSearchParams(search).get("fault");
  return fault === null ? null : `faults.${known.find((one) => one === fault) ?? "failed"}`;
}
