import { plainAddress } from "./addresses";
import type { Key, KeyChange, KeyRequest } from "./calls";

/** A key as it is being written down: numbers and days as text, empty for no limit. */
export interface KeyDraft {
  readonly name: string;
  readonly scope: Key["scope"];
  readonly dailyCredits: string;
  readonly totalCredits: string;
  /** A local day, such as "2027-02-21", on which it still works. */
  readonly ends: string;
  readonly addresses: readonly string[];
}

export const newKey: KeyDraft = {
  name: "",
  scope: "generate",
  dailyCredits: "",
  totalCredits: "",
  ends: "",
  addresses: [],
};

export function draftOf(key: Key): KeyDraft {
  return {
    name: key.name,
    scope: key.scope,
    dailyCredits: String(key.dailyCredits ?? ""),
    totalCredits: String(key.totalCredits ?? ""),
    ends: key.expiresAt === undefined ? "" : dayOf(key.expiresAt),
    addresses: key.allowedIps?.map(plainAddress) ?? [],
  };
}

/** Credits without their spaces and commas; undefined for no limit, null for what is no number of credits. */
export function creditsOf(text: string): number | undefined | null {
  const plain = text.replaceAll(/[\s,]/g, "");
  return plain === "" ? undefined : /^\d{1,10}$/.test(plain) ? Number(plain) : null;
}

/** The caps that are no numbers of credits. */
export function wrongCaps(draft: KeyDraft): readonly ("dailyCredits" | "totalCredits")[] {
  return (["dailyCredits", "totalCredits"] as const).filter((cap) => creditsOf(draft[cap]) === null);
}

function limitsOf(draft: KeyDraft) {
  return {
    dailyCredits: creditsOf(draft.dailyCredits) ?? undefined,
    totalCredits: creditsOf(draft.totalCredits) ?? undefined,
    expiresAt: draft.ends === "" ? undefined : endOf(draft.ends),
    allowedIps: draft.addresses.length === 0 ? undefined : [...draft.addresses],
  };
}

export function requestOf(draft: KeyDraft): KeyRequest {
  return { name: draft.name.trim(), scope: draft.scope, ...given(limitsOf(draft)) };
}

/** A key that may do what another one still may. */
export function replacementOf(key: Key): KeyRequest {
  const { name, scope, dailyCredits, totalCredits, expiresAt, allowedIps, spent } = key;
  const left = totalCredits === undefined ? undefined : totalCredits - spent;
  return { name, scope, ...given({ dailyCredits, totalCredits: left, expiresAt, allowedIps }) };
}

/** What is other than before; limits that are gone are named to be lifted. */
export function changeOf(draft: KeyDraft, key: Key): KeyChange {
  const before = draftOf(key);
  const limits = limitsOf(draft);
  const changed = {
    dailyCredits: limits.dailyCredits !== key.dailyCredits,
    totalCredits: limits.totalCredits !== key.totalCredits,
    expiresAt: draft.ends !== before.ends,
    allowedIps: draft.addresses.join() !== before.addresses.join(),
  };
  const names = (Object.keys(changed) as (keyof typeof changed)[]).filter((name) => changed[name]);
  const clear = names.filter((name) => limits[name] === undefined);
  return {
    ...(draft.name.trim() !== key.name && { name: draft.name.trim() }),
    ...(draft.scope !== key.scope && { scope: draft.scope }),
    ...given(Object.fromEntries(names.map((name) => [name, limits[name]]))),
    ...(clear.length > 0 && { clear }),
  };
}

function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

const two = (value: number) => String(value).padStart(2, "0");

function dayOf(time: string): string {
  const local = new Date(time);
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}

/** The end of a local day. */
function endOf(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}
