import { useTranslation } from "react-i18next";
import { FaultLine } from "../session/FaultLine";
import { formFault } from "./faults";

interface FaultProps {
  id: string;
  error: unknown;
  /** Fields that say themselves what is wrong with them. */
  fields?: readonly string[];
}

const none: readonly string[] = [];

/** Why something did not happen, in the server's words. */
export function Fault({ id, error, fields = none }: FaultProps) {
  const { t } = useTranslation("account");
  const text = formFault(error, fields, t("unreachable"));
  return text === null ? null : <FaultLine id={id}>{text}</FaultLine>;
}
