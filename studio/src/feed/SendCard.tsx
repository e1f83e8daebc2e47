import { LoaderCircle, WifiOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/types";
import { mediaFrom } from "../draft/media";
import { gradientStyle } from "../ui/gradient";
import { Swatch } from "../ui/Swatch";
import { useFeed } from "./FeedProvider";
import { Frame, WholePicture } from "./Frame";
import type { Send } from "./outbox";

/** A press of Generate that the server has not answered yet. It becomes the take's card. */
export function SendCard({ send, models }: { send: Send; models: readonly Model[] }) {
  const { t } = useTranslation(["takes", "frame"]);
  const { online } = useFeed();
  const model = models.find((each) => each.id === send.request.model);
  const named = send.request.firstFrame ?? send.request.references?.[0] ?? null;
  const first = named === null ? null : mediaFrom(named).url;
  return (
    <article data-testid="send" data-status="sending" className="flex min-w-0 flex-col">
      <Frame>
        <div className="shimmer absolute inset-0" />
        {first === null ? (
          <div className="mesh absolute inset-0 opacity-20" style={gradientStyle(model?.gradient ?? [])} />
        ) : (
          <WholePicture src={first} alt="" fills={false} />
        )}
      </Frame>
      <div className="mx-0.5 mt-2 h-[3px] rounded-full bg-surface-3" />
      <div className="flex flex-col gap-[5px] px-0.5 pt-2.5">
        <p className="flex min-h-7 items-center gap-1.5 font-medium text-accent-text max-md:min-h-8">
          {online ? <LoaderCircle size={16} className="spin" aria-hidden /> : <WifiOff size={16} aria-hidden />}
          {online ? t("sendingNow") : t("waitingForNet")}
        </p>
        <p className="truncate leading-[1.42]">{send.request.prompt ?? t("noPrompt")}</p>
        <p className="flex items-center gap-[7px] text-12 text-ink-3 tabular-nums">
          <Swatch gradient={model?.gradient ?? []} />
          <span className="text-ink-2">{model?.name ?? send.request.model}</span>
          <span aria-hidden>·</span>
          {t("frame:cr", { count: send.credits })}
        </p>
      </div>
    </article>
  );
}
