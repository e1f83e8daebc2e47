import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNow } from "../../ui/now";
import { moment } from "../shared/figures";
import { Loaded } from "../../ui/Loaded";
import { fetchVerdicts, verdictsKey } from "./calls";
import { CellPill } from "./CellPill";

/** The newest readings of a model, by probes and by what takes met. */
export function SeenLately({ id }: { id: string }) {
  const { t } = useTranslation("adminHealth");
  const now = useNow(60_000);
  const verdicts = useQuery({ queryKey: [...verdictsKey, id], queryFn: ({ signal }) => fetchVerdicts(signal, id) });
  return (
    <section className="mt-5">
      <h3 className="mb-2 font-semibold">{t("seen")}</h3>
      <Loaded query={verdicts}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-3">{t("nothingSeen")}</p>
          ) : (
            <ul>
              {items.map((one) => (
                <li
                  key={`${one.at} ${one.account} ${one.endpoint} ${one.model}`}
                  className="flex items-center gap-3 border-b border-line py-2 last:border-0"
                >
                  <div className="min-w-0 flex-1">
                    <p className="truncate" title={one.reason}>
                      {one.reason}
                    </p>
                    <p className="truncate text-12 text-ink-3 tabular-nums">
                      {moment(Date.parse(one.at), now)} · {t(`source.${one.source}`)} · {one.account} · {one.model}
                    </p>
                  </div>
                  <CellPill cell={{ state: one.reading, code: null }} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
