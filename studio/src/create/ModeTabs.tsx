import { Tabs } from "radix-ui";
import { useTranslation } from "react-i18next";
import { modeLabel } from "../i18n/names";
import type { Model } from "../api/types";
import { modesOf } from "../draft/modes";
import { ModeIcon } from "../models/ModeIcon";

/** What this model can do; only that. */
export function ModeTabs({ model }: { model: Model }) {
  const { t } = useTranslation("create");
  return (
    <Tabs.List
      aria-label={t("mode")}
      className="inline-flex shrink-0 gap-px rounded-md bg-surface-2 p-[3px] max-md:p-0"
    >
      {modesOf(model).map(({ mode }) => (
        <Tabs.Trigger
          key={mode}
          value={mode}
          data-testid="mode-tab"
          data-mode={mode}
          className="inline-flex h-7 items-center gap-1.5 rounded-sm px-2.75 font-medium whitespace-nowrap text-ink-2 transition hover:text-ink-1 data-[state=active]:bg-surface-4 data-[state=active]:text-ink-1 data-[state=active]:shadow-1 max-md:h-11 light:data-[state=active]:bg-surface-1"
        >
          <ModeIcon mode={mode} />
          {modeLabel(mode)}
        </Tabs.Trigger>
      ))}
    </Tabs.List>
  );
}
