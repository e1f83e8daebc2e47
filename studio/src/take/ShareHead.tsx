import { Globe } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { inSeconds } from "../ui/format";
import { Pill } from "../ui/Pill";
import { dayOf } from "./shareEnd";
import type { LinkState } from "./shareLink";

const tones = { on: "ok", off: "plain", ended: "warn" } as const;

/** What is shared, and whether it is. */
export function ShareHead({ take, state, now }: { take: Generation; state: LinkState; now: number }) {
  const { t } = useTranslation("take");
  const output = take.outputs[0];
  const facts =
    output === undefined
      ? [take.model.name]
      : [take.model.name, inSeconds(output.durationSeconds), `${output.width} × ${output.height}`];
  const ended = take.share?.endsAt === undefined ? "" : dayOf(Date.parse(take.share.endsAt), now);
  return (
    <div className="flex items-center gap-3.5">
      {output?.posterUrl != null && (
        <img src={output.posterUrl} alt="" className="h-16 w-28 shrink-0 rounded-sm object-cover max-md:w-20" />
      )}
      <div className="min-w-0 flex-1">
        <p className="line-clamp-2 font-medium">{take.input.prompt ?? t("noPrompt")}</p>
        <p className="truncate text-ink-3">{facts.join(" · ")}</p>
      </div>
      <span role="status">
        <Pill tone={tones[state]} icon={<Globe size={14} aria-hidden />}>
          {t(`linkStates.${state}`, { date: ended })}
        </Pill>
      </span>
    </div>
  );
}
