import type { AccountEntry } from "../shared/types";
import { initials } from "./credits";

/** Who it is: initials, name and id. */
export function AccountFace({ account, note }: { account: AccountEntry; note?: string }) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <span
        aria-hidden
        className="grid size-7.5 shrink-0 place-items-center rounded-full bg-surface-3 text-11 font-semibold text-ink-2"
      >
        {initials(account.name)}
      </span>
      <span className="min-w-0">
        <span className="block truncate font-medium">{account.name}</span>
        <span className={`block truncate text-12 text-ink-3 ${note === undefined ? "font-mono" : ""}`}>
          {note ?? account.id}
        </span>
      </span>
    </span>
  );
}
