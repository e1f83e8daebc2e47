import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Chip } from "../../ui/Chip";
import { Loaded } from "../../ui/Loaded";
import { ShowMore } from "../../ui/ShowMore";
import { byCursor, itemsOf } from "../shared/pages";
import { fetchOut, outKey } from "./calls";
import { OutDrawer } from "./OutDrawer";
import { OutList } from "./OutList";
import type { OutState } from "./outcome";

const states = [null, "waiting", "ended"] as const;

/** The log of what is posted to callers. */
export function OutLog() {
  const { t } = useTranslation("adminDeliveries");
  const [state, setState] = useState<OutState | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const log = useInfiniteQuery({
    queryKey: [...outKey, state],
    queryFn: ({ pageParam, signal }) => fetchOut(state, pageParam, signal),
    refetchInterval: 10_000,
    ...byCursor,
  });
  const items = itemsOf(log.data);
  const opened = items.find((one) => one.id === open);
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-2">
        {states.map((one) => (
          <Chip key={one} pressed={state === one} onClick={() => setState(one)}>
            {t(`filter.${one ?? "all"}`)}
          </Chip>
        ))}
      </div>
      <Loaded query={log}>
        {() => (
          <>
            {items.length === 0 ? (
              <p className="py-6 text-ink-2">{t(state === null ? "nothingOut" : "noneFound")}</p>
            ) : (
              <OutList items={items} onOpen={(one) => setOpen(one.id)} />
            )}
            <ShowMore pages={log} />
          </>
        )}
      </Loaded>
      {opened !== undefined && <OutDrawer delivery={opened} onClose={() => setOpen(null)} />}
    </>
  );
}
