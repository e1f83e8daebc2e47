import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { useDraft } from "../draft/DraftProvider";
import { modesOf } from "../draft/modes";
import { modeLabel } from "../i18n/names";
import { ModeIcon } from "../models/ModeIcon";
import type { Act } from "./act";

/** What the chosen model works from; what only others work from is there too, with the reason why it is not done now. */
export function useModeActions(): readonly Act[] {
  const { t } = useTranslation("palette");
  const { models, model, update } = useDraft();
  const [, navigate] = useLocation();
  const own = new Set(modesOf(model).map(({ mode }) => mode));
  const all = new Set(
    models.filter(({ available }) => available).flatMap((each) => each.modes.map(({ mode }) => mode)),
  );
  return [...new Set([...own, ...all])].map((mode) => ({
    id: `mode-${mode}`,
    group: "actions",
    title: t("mode", { mode: modeLabel(mode) }),
    detail: own.has(mode) ? model.name : "",
    lacks: own.has(mode) ? undefined : t("lacksMode", { model: model.name }),
    onlyFound: true,
    face: <ModeIcon mode={mode} size={16} />,
    act() {
      update({ mode });
      navigate("/");
    },
  }));
}
