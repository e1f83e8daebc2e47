import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useKeptPreferences } from "../account/preferences/useKeptPreferences";
import { preloadPopover } from "../ui/Popover";
import { useShortcuts } from "../ui/shortcuts";
import { Banner } from "./Banner";
import { CommandPalette, KeysSheet } from "./dialogs";
import { Rail } from "./Rail";
import { ShellContext } from "./shellContext";
import { TabBar } from "./TabBar";
import { useGoKeys } from "./useGoKeys";
import { usePaletteKey } from "./usePaletteKey";
import { useScrollToTop } from "./useScrollToTop";

/** Milliseconds within which a page draws. */
const afterDrawing = 1_000;

/** The frame of every page: rail, or tab bar on a phone, and banner. */
export function Shell({ children }: { children: ReactNode }) {
  const [keysOpen, setKeysOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const actions = useMemo(() => ({ openKeys: () => setKeysOpen(true), openPalette: () => setPaletteOpen(true) }), []);
  useEffect(() => {
    const timer = setTimeout(() => void preloadPopover().catch(() => undefined), afterDrawing);
    return () => clearTimeout(timer);
  }, []);
  useGoKeys();
  usePaletteKey(actions.openPalette);
  useKeptPreferences();
  useScrollToTop();
  useShortcuts({ "?": actions.openKeys });
  return (
    <ShellContext value={actions}>
      <Rail />
      <div className="ml-(--rail) min-h-dvh max-md:pb-[calc(var(--tabbar)+env(safe-area-inset-bottom))]">
        <Banner />
        {children}
      </div>
      <TabBar />
      <CommandPalette open={paletteOpen} onOpenChange={setPaletteOpen} />
      <KeysSheet open={keysOpen} onOpenChange={setKeysOpen} />
    </ShellContext>
  );
}
