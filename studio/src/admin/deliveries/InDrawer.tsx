import { useTranslation } from "react-i18next";
import { Code } from "../../ui/Code";
import { count } from "../../ui/format";
import { useNow } from "../../ui/now";
import { Pill } from "../../ui/Pill";
import { moment } from "../shared/figures";
import type { Callback } from "../shared/types";
import { DrawerFrame, Facts } from "./DrawerFrame";
import { inTones, laidOut } from "./outcome";

const mono = (text: string) => <span className="font-mono text-12">{text}</span>;

/** One call of a provider, as it came. */
export function InDrawer({ callback, onClose }: { callback: Callback; onClose(): void }) {
  const { t } = useTranslation("adminDeliveries");
  const now = useNow(60_000);
  const headers = Object.entries(callback.headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <DrawerFrame
      title={callback.path}
      pill={<Pill tone={inTones[callback.outcome]}>{t(`inOutcome.${callback.outcome}`)}</Pill>}
      note={callback.taskId ?? callback.from}
      onClose={onClose}
    >
      <p className="leading-body text-ink-2">{t(`inMeans.${callback.outcome}`)}</p>
      <Facts
        facts={[
          [t("head.time"), moment(Date.parse(callback.at), now)],
          [t("head.from"), mono(callback.from)],
          ...(callback.generationId == null ? [] : [[t("head.take"), mono(callback.generationId)] as const]),
          [t("facts.size"), t("bytes", { count: callback.bodyBytes, n: count(callback.bodyBytes) })],
          ...(callback.skipped > 0 ? [[t("facts.skipped"), count(callback.skipped)] as const] : []),
        ]}
      />
      <section>
        <h3 className="mb-3 font-semibold">{t("payload")}</h3>
        <Code label={t("payload")} text={laidOut(callback.body)} json />
      </section>
      {headers.length > 0 && (
        <section>
          <h3 className="mb-3 font-semibold">{t("headers")}</h3>
          <Code label={t("headers")} text={headers.join("\n")} />
        </section>
      )}
    </DrawerFrame>
  );
}
