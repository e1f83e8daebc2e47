import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Model } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { modesOf } from "../draft/modes";
import { recentModels } from "../draft/recent";
import { useFeed } from "../feed/FeedProvider";
import { modeLabel } from "../i18n/names";
import { ago } from "../ui/format";
import { useNow } from "../ui/now";
import { Swatch } from "../ui/Swatch";
import type { Act } from "./act";
import { TakePicture } from "./TakePicture";
import { useActions } from "./useActions";
import { useModeActions } from "./useModeActions";

/** The models used lately stand first, as the chosen one is likely among them. */
function lateFirst(models: readonly Model[]): readonly Model[] {
  const recent = recentModels();
  const rank = ({ id }: Model) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return models.toSorted((a, b) => rank(a) - rank(b));
}

/** Everything that the palette can find, with what becomes of it. */
export function usePaletteEntries(text: string): readonly Act[] {
  const { t } = useTranslation(["palette", "frame"]);
  const { models, pickModel } = useDraft();
  const { takes } = useFeed();
  const [, navigate] = useLocation();
  const now = useNow(60_000);
  const modeActions = useModeActions();
  const actions = useActions(text);
  return [
    ...lateFirst(models).map((model): Act => ({
      id: `model-${model.id}`,
      group: "models",
      title: model.name,
      detail: model.vendor,
      words: [model.family, model.badge ?? "", ...model.aliases, ...modesOf(model).map(({ mode }) => modeLabel(mode))],
      lacks: model.available ? undefined : (model.unavailableReason ?? t("unavailable")),
      face: <Swatch gradient={model.gradient} large />,
      note: t("from", { credits: t("frame:cr", { count: model.fromCredits }) }),
      act() {
        pickModel(model.id);
        navigate("/");
      },
    })),
    ...takes.map((take): Act => ({
      id: `take-${take.id}`,
      group: "takes",
      title: take.input.prompt ?? t("wordless"),
      detail: take.model.name,
      face: <TakePicture take={take} />,
      note: ago(Date.parse(take.createdAt), now),
      act: () => navigate(`/takes/${take.id}`),
    })),
    ...modeActions,
    ...actions,
  ];
}
