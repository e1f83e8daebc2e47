import { useTranslation } from "react-i18next";
import { Dot } from "../../ui/Dot";
import type { Standing } from "./standing";

const tones = { works: "ok", degraded: "warn", down: "bad", unknown: "idle" } as const;

export function StandingDot({ standing }: { standing: Standing }) {
  const { t } = useTranslation("adminHealth");
  return <Dot tone={tones[standing]} label={t(`standing.${standing}`)} />;
}
