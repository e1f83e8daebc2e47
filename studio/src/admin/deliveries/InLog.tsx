import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { SearchField } from "../../ui/SearchField";
import { Loaded } from "../../ui/Loaded";
import { ShowMore } from "../../ui/ShowMore";
import { byCursor, itemsOf } from "../shared/pages";
import type { Callback } from "../shared/types";
import { fetchIn, inKey } from "./calls";
import { InDrawer } from "./InDrawer";
import { InList } from "./InList";

/** A whole id of a generation; a part of one finds nothing and is not asked for. */
const isId = (text: string) => /^gen_[0-9a-f]{32}$/.test(text);

/** The log of what providers called back. */
export function InLog() {
  const { t } = useTranslation("adminDeliveries");
  const [search, setSearch] = useState("");
  const [open, setOpen] = useState<Callback | null>(null);
  const typed = useDeferredValue(search.trim());
  const generation = isId(typed) ? typed : "";
  const log = useInfiniteQuery({
    queryKey: [...inKey, generation],
    queryFn: ({ pageParam, signal }) => fetchIn(generation, pageParam, signal),
    refetchInterval: 10_000,
    placeholderData: keepPreviousData,
    ...byCursor,
  });
  const items = itemsOf(log.data);
  return (
    <>
      <div className="mb-4">
        <SearchField label={t("findTake")} value={search} onChange={setSearch} className="w-95 max-w-full" />
        {typed !== "" && generation === "" && (
          <p role="status" className="mt-2 text-12 text-ink-3">
            {t("wholeId")}
          </p>
        )}
      </div>
      <Loaded query={log}>
        {() => (
          <>
            {items.length === 0 ? (
              <p className="py-6 text-ink-2">{t(generation === "" ? "nothingIn" : "noneFound")}</p>
            ) : (
              <InList items={items} onOpen={setOpen} />
            )}
            <ShowMore pages={log} />
          </>
        )}
      </Loaded>
      {open !== null && <InDrawer callback={open} onClose={() => setOpen(null)} />}
    </>
  );
}
