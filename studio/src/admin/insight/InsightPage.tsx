import { useTranslation } from "react-i18next";
import { AdminPage } from "../shared/AdminPage";
import { Books } from "./Books";
import { Queue } from "./Queue";
import { ResponseTimes } from "./ResponseTimes";
import { StuckTakes } from "./StuckTakes";

/** How the server does: what is under way, what hangs, whether the books fit, how fast it answers. */
export default function InsightPage() {
  const { t } = useTranslation(["adminInsight", "admin"]);
  return (
    <AdminPage title={t("admin:title")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <Queue />
        <StuckTakes />
        <Books />
        <ResponseTimes />
      </div>
    </AdminPage>
  );
}
