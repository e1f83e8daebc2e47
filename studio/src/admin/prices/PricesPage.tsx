import { useQuery } from "@tanstack/react-query";
import { Download, RefreshCw, TrendingDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fetchModels } from "../../api/calls";
import { api, unwrap } from "../../api/client";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { count } from "../../ui/format";
import { useNarrow } from "../../ui/media";
import { saveText } from "../../ui/saveText";
import { SearchField } from "../../ui/SearchField";
import { AdminPage } from "../shared/AdminPage";
import { Lead } from "../shared/Lead";
import { Loaded } from "../../ui/Loaded";
import type { Sorting } from "../shared/sorting";
import { ToolButton } from "../shared/ToolButton";
import { toCsv, inOrder, kindOf, type PriceColumn, type PriceKind } from "./margins";
import { PriceRows } from "./PriceRows";
import { PriceTable } from "./PriceTable";

const kinds = ["loss", "equal", "gain", "unknown"] as const;

/** What requests bring beside what they cost: the worst of each model and mode. */
export default function PricesPage() {
  const { t } = useTranslation(["adminPrices", "admin"]);
  const narrow = useNarrow();
  const [kind, setKind] = useState<PriceKind | null>(null);
  const [search, setSearch] = useState("");
  const [sorting, setSorting] = useState<Sorting<PriceColumn>>({ by: "margin", descending: false });
  const audit = useQuery({
    queryKey: ["admin", "prices"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/admin/prices", { signal })),
  });
  const models = useQuery({ queryKey: ["models"], queryFn: ({ signal }) => fetchModels(signal) });
  const byId = new Map(models.data?.map((model) => [model.id, model]));
  const words = search.toLowerCase();
  return (
    <AdminPage
      title={t("admin:title")}
      tools={
        <ToolButton
          kind="line"
          icon={<RefreshCw size={16} aria-hidden />}
          busy={audit.isFetching}
          disabled={audit.isFetching}
          onClick={() => void audit.refetch()}
        >
          {t("compare")}
        </ToolButton>
      }
    >
      <Loaded query={audit}>
        {({ items, losses, guesses }) => {
          const shown = inOrder(items, sorting).filter(
            (row) =>
              (kind === null || kindOf(row) === kind) &&
              `${row.model} ${byId.get(row.model)?.name} ${byId.get(row.model)?.vendor} ${row.mode}`
                .toLowerCase()
                .includes(words),
          );
          const of = (one: PriceKind) => items.filter((row) => kindOf(row) === one).length;
          return (
            <>
              <Lead title={losses === 0 ? t("noLoss") : t("lead", { count: losses, n: count(losses) })}>
                {t("leadHint", { n: count(items.length), guesses: count(guesses) })}
              </Lead>
              <div className="mb-4 flex flex-wrap items-center gap-2">
                <div className="flex min-w-0 gap-2 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 max-md:py-1 max-md:scrollbar-none">
                  <Chip pressed={kind === null} figure={count(items.length)} onClick={() => setKind(null)}>
                    {t("all")}
                  </Chip>
                  {kinds
                    .filter((one) => one === "loss" || of(one) > 0)
                    .map((one) => (
                      <Chip
                        key={one}
                        pressed={kind === one}
                        figure={count(of(one))}
                        icon={
                          one === "loss" && (
                            <TrendingDown size={14} className={kind === one ? "" : "text-bad"} aria-hidden />
                          )
                        }
                        onClick={() => setKind(kind === one ? null : one)}
                      >
                        {t(`kind.${one}`)}
                      </Chip>
                    ))}
                </div>
                <SearchField
                  label={t("find")}
                  value={search}
                  onChange={setSearch}
                  className="ml-auto w-55 max-md:ml-0 max-md:w-full"
                />
                <Button
                  kind="ghost"
                  className="max-md:h-11"
                  icon={<Download size={16} aria-hidden />}
                  onClick={() => saveText(toCsv(shown), "kinora-prices.csv", "text/csv;charset=utf-8")}
                >
                  CSV
                </Button>
              </div>
              {shown.length === 0 ? (
                <p className="py-6 text-ink-2">{t("noneFound")}</p>
              ) : narrow ? (
                <PriceRows rows={shown} models={byId} />
              ) : (
                <PriceTable rows={shown} models={byId} sorting={sorting} onSort={setSorting} />
              )}
            </>
          );
        }}
      </Loaded>
    </AdminPage>
  );
}
