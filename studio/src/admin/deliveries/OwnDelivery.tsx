import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Code } from "../../ui/Code";
import { useNow } from "../../ui/now";
import { Timeline } from "../../ui/Timeline";
import { moment } from "../shared/figures";
import { Loaded } from "../../ui/Loaded";
import type { Delivery } from "../shared/types";
import { fetchOwn, outKey } from "./calls";

/** The tries and the body. They are told to the account that they belong to, and to no other. */
export function OwnDelivery({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation("adminDeliveries");
  const now = useNow(60_000);
  const own = useQuery({
    queryKey: [...outKey, "own", delivery.id, delivery.tries],
    queryFn: ({ signal }) => fetchOwn(delivery.id, signal),
  });
  return (
    <Loaded query={own}>
      {(found) =>
        found === null ? (
          <p className="leading-body text-ink-3">{t("foreign")}</p>
        ) : (
          <>
            {found.log.length > 0 && (
              <section>
                <h3 className="mb-3 font-semibold">{t("head.tries")}</h3>
                <Timeline
                  entries={found.log.toReversed().map((one) => ({
                    key: one.at,
                    look: one.status != null && one.status >= 200 && one.status < 300 ? "ok" : "bad",
                    title: one.status == null ? one.answer : t("answered", { status: String(one.status) }),
                    detail: [
                      one.body == null || one.body === "" ? null : `“${one.body}”`,
                      t("took", { ms: one.milliseconds }),
                    ]
                      .filter((part) => part !== null)
                      .join(", "),
                    time: moment(Date.parse(one.at), now),
                  }))}
                />
              </section>
            )}
            {found.payload != null && (
              <section>
                <h3 className="mb-3 font-semibold">{t("payload")}</h3>
                <Code label={t("payload")} text={JSON.stringify(found.payload, null, 2)} json />
              </section>
            )}
          </>
        )
      }
    </Loaded>
  );
}
