import { createContext, useContext } from "react";

/** What every page may ask of the frame around it. */
export interface ShellActions {
  openKeys(): void;
  openPalette(): void;
}

export const ShellContext = createContext<ShellActions>({ openKeys: () => undefined, openPalette: () => undefined });

export const useShell = (): ShellActions => useContext(ShellContext);
