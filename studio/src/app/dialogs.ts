import { i18n } from "../i18n";
import { lazyDialog } from "./lazyDialog";

/** The studio's dialogs: none is needed to draw a page, so each comes with its words when it is wanted. */
export const KeysSheet = lazyDialog(async () => {
  const [module] = await Promise.all([import("./KeysSheet"), i18n.loadNamespaces("keys")]);
  return module.default;
});

export const CommandPalette = lazyDialog(async () => {
  const [module] = await Promise.all([import("../palette/CommandPalette"), i18n.loadNamespaces("palette")]);
  return module.default;
});

export const ModelSelector = lazyDialog(async () => {
  const [module] = await Promise.all([import("../models/ModelSelector"), i18n.loadNamespaces("models")]);
  return module.default;
});

export const PlayerDialog = lazyDialog(async () => {
  const [module] = await Promise.all([import("../player/PlayerDialog"), i18n.loadNamespaces("player")]);
  return module.default;
});

export const TrimDialog = lazyDialog(async () => {
  const [module] = await Promise.all([import("../trim/TrimDialog"), i18n.loadNamespaces("trim")]);
  return module.default;
});

/** The dialogs of Create, ahead of the first press. */
export function preloadDialogs(): void {
  for (const dialog of [ModelSelector, PlayerDialog, CommandPalette, KeysSheet]) {
    dialog.preload().catch(() => undefined);
  }
}
