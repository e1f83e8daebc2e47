import { words } from "../words";

/** The sentence for what the server says that came of a visit to the sign-in provider; null where it says nothing. */
export function faultOf(search: string): string | null {
  const fault = new URLSearchParams(search).get("fault");
  if (fault === null) {
    return null;
  }
  const known: Readonly<Record<string, string>> = words.signIn.faults;
  return Object.hasOwn(known, fault) ? (known[fault] ?? null) : words.signIn.faults.failed;
}
