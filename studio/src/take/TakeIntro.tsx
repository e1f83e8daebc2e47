import { Check, CircleAlert, CircleX, LoaderCircle, RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { isActive } from "../feed/feed";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { CopyButton } from "../ui/CopyButton";
import { Pill } from "../ui/Pill";
import { gradientStyle } from "../ui/gradient";

function State({ take }: { take: Generation }) {
  const { t } = useTranslation("take");
  const word = t(`states.${take.status}`);
  if (isActive(take)) {
    return (
      <Pill tone="accent" icon={<LoaderCircle size={14} className="spin" aria-hidden />}>
        {word}
      </Pill>
    );
  }
  const Icon = take.status === "succeeded" ? Check : take.status === "failed" ? CircleAlert : CircleX;
  const tone = take.status === "succeeded" ? "ok" : take.status === "failed" ? "bad" : "plain";
  return (
    <Pill tone={tone} icon={<Icon size={14} aria-hidden />}>
      {word}
    </Pill>
  );
}

/** Who made it and when, how it stands, and the words it was made from. */
export function TakeIntro({ take, onReuse }: { take: Generation; onReuse(): void }) {
  const { t, i18n } = useTranslation("take");
  const { models } = useDraft();
  const model = models.find(({ id }) => id === take.model.id);
  const made = new Intl.DateTimeFormat(i18n.language, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (
    <section className="pb-4.5">
      <div className="mb-3.5 flex items-center gap-2.5">
        <span
          aria-hidden
          className="mesh size-10 shrink-0 rounded-md shadow-[inset_0_0_0_1px_rgb(255_255_255/.16)]"
          style={gradientStyle(take.model.gradient)}
        />
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-2 text-16 font-semibold tracking-[-.01em]">
            <span className="truncate">{take.model.name}</span>
            {model?.badge != null && <Badge text={model.badge} />}
          </p>
          <p className="truncate text-ink-3">
            {[model?.vendor, made.format(new Date(take.createdAt))].filter(Boolean).join(" · ")}
          </p>
        </div>
        <span role="status">
          <State take={take} />
        </span>
      </div>
      <p className="text-14 leading-[1.58] break-words whitespace-pre-line">{take.input.prompt ?? t("noPrompt")}</p>
      {take.input.negativePrompt != null && (
        <p className="mt-2 leading-body break-words text-ink-2">{t("without", { what: take.input.negativePrompt })}</p>
      )}
      <Copies take={take} onReuse={onReuse} />
    </section>
  );
}

function Copies({ take, onReuse }: { take: Generation; onReuse(): void }) {
  const { t } = useTranslation("take");
  return (
    <div className="mt-3 flex flex-wrap gap-2 max-md:[&_button]:min-h-11">
      <Button size="sm" icon={<RotateCcw size={14} aria-hidden />} onClick={onReuse}>
        {t("reuse")}
      </Button>
      {take.input.prompt != null && (
        <CopyButton kind="ghost" size="sm" text={take.input.prompt} label={t("copyPrompt")} />
      )}
    </div>
  );
}
