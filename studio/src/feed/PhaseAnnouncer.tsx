import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFeed } from "./FeedProvider";

/** Says changes of phase to those who do not see them: quietly, and failures at once. Never the seconds. */
export function PhaseAnnouncer() {
  const { t } = useTranslation("takes");
  const { takes, loaded } = useFeed();
  const known = useRef<Map<string, string>>(undefined);
  const [polite, setPolite] = useState("");
  const [assertive, setAssertive] = useState("");

  useEffect(() => {
    if (!loaded) {
      return;
    }
    const before = known.current;
    known.current = new Map(takes.map((take) => [take.id, take.status]));
    const changed = before && takes.find((take) => before.has(take.id) && before.get(take.id) !== take.status);
    if (changed) {
      const sentence = t("says", { model: changed.model.name, phase: t(`phases.${changed.status}`) });
      (changed.status === "failed" ? setAssertive : setPolite)(sentence);
    }
  }, [takes, loaded, t]);

  return (
    <div className="sr-only">
      <p aria-live="polite">{polite}</p>
      <p aria-live="assertive">{assertive}</p>
    </div>
  );
}
