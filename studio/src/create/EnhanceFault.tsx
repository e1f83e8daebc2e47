import { useTranslation } from "react-i18next";
import { ApiError } from "../api/problem";

/** Why there is no better prompt; asking again or typing ends it. */
export function EnhanceFault({ error }: { error: Error }) {
  const { t } = useTranslation("create");
  return (
    <p role="alert" data-testid="enhance-fault" className="mx-4.5 mt-1 text-12 text-bad">
      {error instanceof ApiError ? error.message : t("enhance.unreachable")}
    </p>
  );
}
