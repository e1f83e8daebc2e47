import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../ui/Panel";
import { Segments } from "../../ui/Segments";
import { Loaded } from "../../ui/Loaded";
import { ShowMore } from "../../ui/ShowMore";
import { byCursor, itemsOf } from "../shared/pages";
import { fetchStuck, stuckKey } from "./calls";
import { StuckRow } from "./StuckRow";

const ages = ["5", "30", "120", "1440"] as const;

/** What was accepted long ago and has not ended. */
export function StuckTakes() {
  const { t } = useTranslation("adminInsight");
  const [age, setAge] = useState<(typeof ages)[number]>("30");
  const stuck = useInfiniteQuery({
    queryKey: [...stuckKey, age],
    queryFn: ({ pageParam, signal }) => fetchStuck(Number(age), pageParam, signal),
    refetchInterval: 10_000,
    ...byCursor,
  });
  const items = itemsOf(stuck.data);
  return (
    <Panel
      title={t("stuck.title")}
      tools={
        <Segments<(typeof ages)[number]>
          className="max-md:[&>button]:h-11"
          label={t("stuck.age")}
          value={age}
          options={ages.map((one) => ({ value: one, label: t(`stuck.minutes.${one}`) }))}
          onChoose={setAge}
        />
      }
    >
      <Loaded query={stuck}>
        {() =>
          items.length === 0 ? (
            <p className="text-ink-2">{t("stuck.none")}</p>
          ) : (
            <>
              <ul>
                {items.map((one) => (
                  <StuckRow key={one.generationId} take={one} />
                ))}
              </ul>
              <ShowMore pages={stuck} />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
