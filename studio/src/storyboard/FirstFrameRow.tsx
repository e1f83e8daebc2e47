import { X } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { uploadFile } from "../api/upload";
import { mediaIn } from "../draft/draft";
import { Button } from "../ui/Button";
import { IconButton } from "../ui/IconButton";
import { canContinue } from "./shots";
import type { Shot, Shots } from "./useShots";

/** A picture of one's own that a shot begins with. */
export function FirstFrameRow({ shot, onEdit }: { shot: Shot; onEdit: Shots["edit"] }) {
  const { t } = useTranslation("storyboard");
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const frame = mediaIn(shot.draft, "firstFrame")[0];
  if (!canContinue(shot.model)) {
    return null;
  }

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) {
      return;
    }
    setFault(null);
    setShare(0);
    try {
      const { id, url } = await uploadFile(file, setShare, new AbortController().signal);
      await onEdit(shot, { draft: { media: { firstFrame: [{ source: id, url }] } } });
    } catch (error) {
      setFault((error as Error).message);
    }
    setShare(null);
  }

  return (
    <div className="flex min-h-13 flex-wrap items-center gap-x-3.5 border-t border-line py-1.5">
      {frame?.url != null && <img src={frame.url} alt={t("frame.own")} className="h-11 w-18 rounded-sm object-cover" />}
      <span className="min-w-0 flex-1">
        {t("frame.label")}
        <span className="block text-12 text-ink-3">{t(frame === undefined ? "frame.none" : "frame.own")}</span>
      </span>
      <Button
        size="sm"
        className="max-md:min-h-11"
        busy={share !== null}
        disabled={share !== null}
        onClick={() => input.current?.click()}
      >
        {share === null ? t(frame === undefined ? "frame.choose" : "frame.replace") : `${Math.round(share * 100)} %`}
      </Button>
      {frame !== undefined && (
        <IconButton small label={t("frame.remove")} onClick={() => void onEdit(shot, { draft: { media: {} } })}>
          <X size={14} aria-hidden />
        </IconButton>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        data-testid="shot-frame"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      {fault !== null && (
        <p role="alert" className="basis-full text-12 text-bad">
          {fault}
        </p>
      )}
    </div>
  );
}
