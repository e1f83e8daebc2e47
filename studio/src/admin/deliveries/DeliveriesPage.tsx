import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Segments } from "../../ui/Segments";
import { AdminPage } from "../shared/AdminPage";
import { InLog } from "./InLog";
import { OutLog } from "./OutLog";

const directions = ["out", "in"] as const;

/** What this server posts to callers, and what providers call back. */
export default function DeliveriesPage() {
  const { t } = useTranslation("adminDeliveries");
  const [direction, setDirection] = useState<(typeof directions)[number]>("out");
  return (
    <AdminPage title={t("title")}>
      <div className="mt-1 mb-4">
        <Segments<(typeof directions)[number]>
          className="max-md:[&>button]:h-11"
          label={t("direction")}
          value={direction}
          options={directions.map((one) => ({ value: one, label: t(one) }))}
          onChoose={setDirection}
        />
      </div>
      {direction === "out" ? <OutLog /> : <InLog />}
    </AdminPage>
  );
}
