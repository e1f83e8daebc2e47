import { Ban, Check, Clock, Pencil, RefreshCw, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { Pill } from "../../ui/Pill";
import type { Key } from "./calls";
import { KeyFacts } from "./KeyFacts";
import { KeySpent } from "./KeySpent";
import { keyState } from "./keyState";

interface KeyPanelProps {
  apiKey: Key;
  now: number;
  onChange(): void;
  onReplace(): void;
  onRevoke(): void;
}

const states = {
  active: { tone: "ok", icon: Check },
  capped: { tone: "warn", icon: TriangleAlert },
  ended: { tone: "plain", icon: Clock },
} as const;

/** All of one key but the key itself. */
export function KeyPanel({ apiKey, now, onChange, onReplace, onRevoke }: KeyPanelProps) {
  const { t } = useTranslation("apiKeys");
  const state = keyState(apiKey, now);
  const { tone, icon: Icon } = states[state];
  return (
    <section aria-label={apiKey.name} className="rounded-lg bg-surface-1 px-6 py-5 max-md:px-4 max-md:py-4">
      <div className="mb-4 flex flex-wrap items-center gap-x-2.5 gap-y-2">
        <h2 className="min-w-0 truncate text-16 font-semibold">{apiKey.name}</h2>
        {apiKey.prefix !== undefined && <span className="font-mono text-ink-3">{apiKey.prefix}…</span>}
        <Pill tone={tone} icon={<Icon size={12} aria-hidden />}>
          {t(`state.${state}`)}
        </Pill>
        {apiKey.removable && (
          <span className="ml-auto flex flex-wrap justify-end gap-1.5">
            <Button
              kind="line"
              size="sm"
              icon={<Pencil size={14} aria-hidden />}
              className="max-md:h-11"
              onClick={onChange}
            >
              {t("change")}
            </Button>
            {state === "active" && (
              <Button
                kind="line"
                size="sm"
                icon={<RefreshCw size={14} aria-hidden />}
                className="max-md:h-11"
                onClick={onReplace}
              >
                {t("replace")}
              </Button>
            )}
            <Button
              kind="danger"
              size="sm"
              icon={<Ban size={14} aria-hidden />}
              className="max-md:h-11"
              onClick={onRevoke}
            >
              {t("revoke")}
            </Button>
          </span>
        )}
      </div>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,300px),1fr))] gap-x-10 gap-y-5">
        <KeySpent apiKey={apiKey} />
        <KeyFacts apiKey={apiKey} now={now} />
      </div>
      {!apiKey.removable && <p className="mt-4 text-ink-2">{t("ofSettings")}</p>}
    </section>
  );
}
