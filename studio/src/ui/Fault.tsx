import { useTranslation } from "react-i18next";
import { FaultLine } from "./FaultLine";
import { formFault } from "./faults";

interface FaultProps {
  id?: string;
  error: unknown;
  /** Fields that say themselves what is wrong with them. */
  fields?: readonly string[];
  /** Nothing but a reading failed, which has no effect to be looked for. */
  reading?: boolean;
  className?: string;
}

const none: readonly string[] = [];

/** Why something did not happen, in the server's words; nothing where there is no fault. */
export function Fault({ id, error, fields = none, reading = false, className }: FaultProps) {
  const { t } = useTranslation();
  const text = formFault(error, fields, reading ? t("unreachable") : t("lost"));
  return text === null ? null : (
    <FaultLine id={id} className={className}>
      {text}
    </FaultLine>
  );
}
