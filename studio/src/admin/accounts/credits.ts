import type { AccountChange, AccountEntry } from "../shared/types";

/** A typed sum of whole credits: "1,500", "1 500", "−250". NaN for what is none, undefined for nothing. */
export function creditsOf(typed: string): number | undefined {
  const plain = typed.replace(/[\s,.\u00a0\u2009\u202f]/g, "").replace("−", "-");
  if (plain === "") {
    return undefined;
  }
  return /^[-+]?\d+$/.test(plain) ? Number(plain) : Number.NaN;
}

/** What changes an account's limits to what was typed: an empty field goes back to the server's settings. */
export function limitsChange(account: AccountEntry, maxConcurrent: string, dailyGenerations: string): AccountChange {
  const typed = { maxConcurrent: creditsOf(maxConcurrent), dailyGenerations: creditsOf(dailyGenerations) };
  const names = ["maxConcurrent", "dailyGenerations"] as const;
  const change: AccountChange = {};
  const clear: string[] = [];
  for (const name of names) {
    const [value, before] = [typed[name], account.limits[name] ?? undefined];
    if (value === undefined && before !== undefined) {
      clear.push(name);
    } else if (value !== undefined && value !== before) {
      change[name] = value;
    }
  }
  return clear.length > 0 ? { ...change, clear } : change;
}

/** The sums over all accounts that are known. */
export function sums(accounts: readonly AccountEntry[]) {
  const sum = (value: (account: AccountEntry) => number) => accounts.reduce((all, one) => all + value(one), 0);
  return {
    balance: sum((one) => one.balance),
    held: sum((one) => one.held),
    today: sum((one) => one.limits.today),
    activeToday: accounts.filter((one) => one.limits.today > 0).length,
  };
}

/** Two letters for a name. */
export function initials(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}
