import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { accountKey, useAccount } from "../../app/account";
import { useNarrow } from "../../ui/media";
import { SearchField } from "../../ui/SearchField";
import { AdminPage } from "../shared/AdminPage";
import { Loaded } from "../../ui/Loaded";
import { ShowMore } from "../../ui/ShowMore";
import { byCursor, itemsOf } from "../shared/pages";
import { ToolButton } from "../shared/ToolButton";
import type { AccountEntry } from "../shared/types";
import type { AccountDialog } from "./AccountActions";
import { AccountDialogs } from "./AccountDialogs";
import { AccountRows } from "./AccountRows";
import { AccountTable } from "./AccountTable";
import { AccountTotals } from "./AccountTotals";
import { AddAccount } from "./AddAccount";
import { accountsKey, fetchAccounts } from "./calls";

/** The account of the person who runs the server; it stays active. */
const owner = "owner";

/** Who may use this server, with how much. */
export default function AccountsPage() {
  const { t } = useTranslation(["adminAccounts", "admin"]);
  const self = useAccount();
  const narrow = useNarrow();
  const queryClient = useQueryClient();
  const [search, setSearch] = useState("");
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<{ id: string; dialog: AccountDialog } | null>(null);
  const accounts = useInfiniteQuery({
    queryKey: accountsKey,
    queryFn: ({ pageParam, signal }) => fetchAccounts(pageParam, signal),
    ...byCursor,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = accounts;
  const looksFurther = search !== "" && hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (looksFurther) {
      void fetchNextPage();
    }
  }, [looksFurther, fetchNextPage]);

  const all = itemsOf(accounts.data);
  const words = search.toLowerCase();
  const shown = all.filter((one) => `${one.name} ${one.id}`.toLowerCase().includes(words));
  const opened = all.find((one) => one.id === open?.id);
  const List = narrow ? AccountRows : AccountTable;
  const readAnew = async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: accountsKey }),
      queryClient.invalidateQueries({ queryKey: accountKey }),
    ]);
  };
  const mayEnd = (one: AccountEntry) => one.id !== self.id && one.id !== owner;
  const find = (className: string) => (
    <SearchField label={t("find")} value={search} onChange={setSearch} className={className} />
  );
  return (
    <AdminPage
      title={t("admin:title")}
      tools={
        <>
          {!narrow && find("w-65")}
          <ToolButton kind="primary" icon={<UserPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t("add")}
          </ToolButton>
        </>
      }
    >
      <Loaded query={accounts}>
        {() => (
          <>
            {!hasNextPage && <AccountTotals accounts={all} />}
            {narrow && find("mb-3")}
            {shown.length === 0 ? (
              <p className="py-6 text-ink-2">{t("noneFound")}</p>
            ) : (
              <List
                accounts={shown}
                mayEnd={mayEnd}
                onOpen={(account, dialog) => setOpen({ id: account.id, dialog })}
              />
            )}
            <ShowMore pages={accounts} />
          </>
        )}
      </Loaded>
      {adding && <AddAccount onDone={readAnew} onClose={() => setAdding(false)} />}
      {open !== null && opened !== undefined && (
        <AccountDialogs account={opened} dialog={open.dialog} onDone={readAnew} onClose={() => setOpen(null)} />
      )}
    </AdminPage>
  );
}
