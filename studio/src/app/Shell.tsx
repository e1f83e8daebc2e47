import { type ReactNode, useState } from "react";
import type { Account } from "../api/types";
import { useShortcuts } from "../ui/shortcuts";
import { Banner } from "./Banner";
import { KeysSheet } from "./KeysSheet";
import { Rail } from "./Rail";
import { TopBar } from "./TopBar";

/** The frame of every page: rail, banner, top bar. */
export function Shell({ account, children }: { account: Account; children: ReactNode }) {
  const [keysOpen, setKeysOpen] = useState(false);
  useShortcuts({ "?": () => setKeysOpen(true) });
  return (
    <>
      <Rail account={account} onKeys={() => setKeysOpen(true)} />
      <div className="ml-(--rail) min-h-dvh">
        <Banner />
        <TopBar account={account} onKeys={() => setKeysOpen(true)} />
        {children}
      </div>
      <KeysSheet open={keysOpen} onOpenChange={setKeysOpen} />
    </>
  );
}
