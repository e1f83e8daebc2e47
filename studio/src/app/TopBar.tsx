import type { Account } from "../api/types";
import { useNarrow } from "../ui/media";
import { words } from "../words";
import { AccountMenu } from "./AccountMenu";
import { Balance } from "./Balance";

export function TopBar({ account, onKeys }: { account: Account; onKeys(): void }) {
  const narrow = useNarrow();
  return (
    <header className="sticky top-0 z-10 flex h-(--top) items-center gap-3 bg-[color-mix(in_srgb,var(--bg)_86%,transparent)] px-8 backdrop-blur-[14px] max-md:gap-2 max-md:px-4">
      <h1 className="text-16 font-semibold tracking-[-.01em]">{words.create}</h1>
      <span className="flex-1" />
      <Balance account={account} />
      {narrow && <AccountMenu account={account} side="bottom" onKeys={onKeys} />}
    </header>
  );
}
