import type { ReactNode } from "react";
import { cx } from "../ui/cx";
import { useNarrow } from "../ui/media";
import { useAccount } from "./account";
import { AccountMenu } from "./AccountMenu";
import { Balance } from "./Balance";

/** The head of a page: its title with what stands beside it, what can be done on it, and the balance. */
export function TopBar({ title, beside, children }: { title: ReactNode; beside?: ReactNode; children?: ReactNode }) {
  const account = useAccount();
  const narrow = useNarrow();
  return (
    <header className="sticky top-0 z-10 flex h-(--top) items-center gap-3 bg-[color-mix(in_srgb,var(--bg)_86%,transparent)] px-8 backdrop-blur-[14px] max-md:gap-1.5 max-md:px-4">
      <h1
        className={cx(
          "min-w-0 truncate text-16 font-semibold tracking-[-.01em]",
          beside !== undefined && "max-[360px]:sr-only",
        )}
      >
        {title}
      </h1>
      {beside}
      <span className="flex-1" />
      {children}
      <Balance account={account} />
      {narrow && <AccountMenu account={account} side="bottom" />}
    </header>
  );
}
