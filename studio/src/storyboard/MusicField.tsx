import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronDown, Upload } from "lucide-react";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { uploadFile } from "../api/upload";
import { Button } from "../ui/Button";
import { clock } from "../ui/format";
import { fetchSounds } from "./calls";

const usualVolume = 50;
const soundsKey = ["assets", "audio"];

interface Music {
  readonly id: string;
  /** Percent. */
  readonly volume: number;
}

interface MusicFieldProps {
  music: Music | null;
  onChange(music: Music | null): void;
}

/** The music under a film: one of the account's sounds, or a new one, and how loud it is. */
export function MusicField({ music, onChange }: MusicFieldProps) {
  const { t } = useTranslation("storyboard");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const queryClient = useQueryClient();
  const { data: sounds = [], error } = useQuery({
    queryKey: soundsKey,
    queryFn: ({ signal }) => fetchSounds(signal),
  });
  const [share, setShare] = useState<number | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const volume = music?.volume ?? usualVolume;

  async function upload(file: File | undefined): Promise<void> {
    if (file === undefined) {
      return;
    }
    setFault(null);
    setShare(0);
    try {
      const asset = await uploadFile(file, setShare, new AbortController().signal);
      if (asset.kind === "audio") {
        await queryClient.invalidateQueries({ queryKey: soundsKey });
        onChange({ id: asset.id, volume });
      } else {
        setFault(t("music.wrongKind"));
      }
    } catch (cause) {
      setFault((cause as Error).message);
    }
    setShare(null);
  }

  return (
    <div className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-2 border-t border-line py-2">
      <label htmlFor={id} className="flex-1">
        {t("music.label")}
      </label>
      <span className="relative">
        <select
          id={id}
          value={music?.id ?? ""}
          onChange={({ target }) => onChange(target.value === "" ? null : { id: target.value, volume })}
          className="h-(--h-md) w-52 appearance-none truncate rounded-sm bg-surface-2 pr-8 pl-3 font-medium max-md:h-11 max-md:text-16"
        >
          <option value="">{t("music.none")}</option>
          {sounds.map((sound, index) => (
            <option key={sound.id} value={sound.id}>
              {sound.name ?? t("music.unnamed", { place: index + 1 })}
              {sound.durationSeconds !== undefined && `, ${clock(sound.durationSeconds)}`}
            </option>
          ))}
        </select>
        <ChevronDown
          size={14}
          className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-3"
          aria-hidden
        />
      </span>
      <Button
        className="max-md:min-h-11"
        icon={<Upload size={15} aria-hidden />}
        busy={share !== null}
        disabled={share !== null}
        onClick={() => input.current?.click()}
      >
        {share === null ? t("music.upload") : `${Math.round(share * 100)} %`}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept="audio/*"
        onChange={(event) => {
          void upload(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      {music !== null && (
        <label className="flex basis-full items-center gap-3 text-ink-2">
          {t("music.volume")}
          <input
            type="range"
            min={0}
            max={100}
            step={5}
            value={music.volume}
            onChange={({ target }) => onChange({ ...music, volume: Number(target.value) })}
            className="h-6 flex-1 accent-(--mark)"
          />
          <span className="w-12 text-right text-ink-1 tabular-nums">{music.volume} %</span>
        </label>
      )}
      {(fault ?? error?.message) !== undefined && (
        <p role="alert" className="basis-full text-12 text-bad">
          {fault ?? error?.message}
        </p>
      )}
    </div>
  );
}
