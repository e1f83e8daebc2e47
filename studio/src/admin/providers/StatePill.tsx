import { Check, CircleHelp, KeyRound, Pause, TriangleAlert, WifiOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Pill } from "../../ui/Pill";
import type { Look } from "./standing";

const looks = {
  works: { tone: "ok", icon: Check },
  paused: { tone: "plain", icon: Pause },
  locked: { tone: "bad", icon: KeyRound },
  unauthorized: { tone: "bad", icon: KeyRound },
  out_of_credits: { tone: "warn", icon: TriangleAlert },
  unreachable: { tone: "bad", icon: WifiOff },
  unknown: { tone: "plain", icon: CircleHelp },
} as const;

export function StatePill({ look }: { look: Look }) {
  const { t } = useTranslation("adminProviders");
  const { tone, icon: Icon } = looks[look];
  return (
    <Pill tone={tone} icon={<Icon size={14} aria-hidden />}>
      {t(`state.${look}`)}
    </Pill>
  );
}
