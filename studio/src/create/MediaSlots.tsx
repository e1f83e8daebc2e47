import { AudioLines, Film, Image, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TrimDialog } from "../app/dialogs";
import { limitsOf, refusalText } from "./fileTexts";
import type { Asset, ModelControl } from "../api/types";
import { mediaIn, withMedia } from "../draft/draft";
import { useDraft } from "../draft/DraftProvider";
import { type Media, mediaKinds, type MediaRole, mediaOf, nameOf, roomIn, slotOf, takesMany } from "../draft/media";
import type { Clip } from "../trim/TrimDialog";
import { clock, percent } from "../ui/format";
import { ClipTile } from "./ClipTile";
import type { Upload } from "../draft/useUploads";
import { PickFile } from "./PickFile";
import { PictureTile } from "./PictureTile";

const icons = { image: Image, video: Film, audio: AudioLines };

interface MediaSlotsProps {
  role: MediaRole;
  control: ModelControl;
  dragging: boolean;
}

/** A clip of which a part is to be kept, and what becomes of that part. */
interface Trimming {
  readonly clip: Clip;
  keep(part: Asset): void;
}

/** The files of one field, in the order in which a prompt can name them, and the place for the next. */
export function MediaSlots({ role, control, dragging }: MediaSlotsProps) {
  const { t } = useTranslation("create");
  const { model, mode, draft, update, uploads } = useDraft();
  const [trimming, setTrimming] = useState<Trimming | null>(null);
  const [open, setOpen] = useState(false);
  const kind = mediaKinds[role];
  const slot = slotOf(role, mode.mode);
  const name = t(`slots.${slot}.empty`);
  const many = takesMany(control);
  const room = roomIn(control);
  const files = mediaIn(draft, role).slice(0, room);
  const pending = uploads.list.filter((upload) => upload.role === role);
  const shown = !many && pending.length > 0 ? [] : files;
  const left = room - shown.length - pending.filter((each) => many && each.refusal === null).length;
  const set = (next: readonly Media[]) => update((current) => withMedia(current, role, next));
  const give = (list: readonly File[]) => uploads.give(list, role);
  function trim(clip: Clip, keep: (part: Asset) => void): void {
    setTrimming({ clip, keep });
    setOpen(true);
  }
  const trimmedIn = (file: Media) => (part: Asset) =>
    set(files.map((each) => (each === file ? mediaOf(part, nameOf(file) ?? name) : each)));
  const trimOf = (file: Media) => {
    const { source: id, url } = file;
    return kind !== "video" || url === null ? undefined : () => trim({ id, url }, trimmedIn(file));
  };
  const trimOfRefused = ({ id, asset, name: title, refusal }: Upload) =>
    kind !== "video" || asset === undefined || refusal?.kind !== "tooLong"
      ? undefined
      : () =>
          trim(asset, (part) => {
            uploads.dismiss(id);
            set([...(many ? files : []), mediaOf(part, title)]);
          });
  const removeLabel = (index: number) =>
    many ? t(`slots.${slot}.removeOne`, { n: index + 1 }) : t(`slots.${slot}.remove`);
  const className =
    kind !== "image"
      ? "h-18 w-56 max-md:w-full"
      : many
        ? "size-18 max-md:size-19"
        : "h-18 w-29 max-md:h-21 max-md:flex-1";
  const Icon = many && kind === "image" ? Plus : icons[kind];

  return (
    <>
      {shown.map((file, index) => {
        const common = {
          slot: role,
          url: file.url,
          refusal: null,
          removeLabel: removeLabel(index),
          onRemove: () => set(files.filter((_, i) => i !== index)),
          className,
        };
        const tag = many ? t("reference", { n: index + 1 }) : t(`slots.${slot}.tag`);
        return kind === "image" ? (
          <PictureTile
            key={file.source}
            {...common}
            tag={tag}
            onReplace={many ? undefined : give}
            accept={control.contentTypes}
          />
        ) : (
          <ClipTile
            key={file.source}
            {...common}
            kind={kind}
            name={nameOf(file) ?? name}
            onTrim={trimOf(file)}
            note={[tag, file.seconds === undefined ? null : clock(file.seconds)].filter(Boolean).join(" · ")}
          />
        );
      })}
      {pending.map((upload, index) => {
        const common = {
          slot: role,
          url: upload.preview,
          refusal: upload.refusal === null ? null : refusalText(upload.refusal, control, kind, t),
          removeLabel: removeLabel(shown.length + index),
          onRemove: () => uploads.dismiss(upload.id),
          className,
        };
        const sent = percent(upload.share);
        return kind === "image" ? (
          <PictureTile key={upload.id} {...common} tag={sent} />
        ) : (
          <ClipTile
            key={upload.id}
            {...common}
            kind={kind}
            name={upload.name}
            note={sent}
            onTrim={trimOfRefused(upload)}
          />
        );
      })}
      {left > 0 && (many || pending.length === 0) && (
        <PickFile
          role={role}
          control={control}
          label={many ? t("leftOf", { what: name, count: left }) : name}
          dragging={dragging}
          onPick={give}
          onAddress={(source) => set([...(many ? files : []), { source, url: null }])}
          className={kind === "image" ? className : "h-18 w-48 max-md:w-full"}
        >
          <Icon size={16} aria-hidden />
          {dragging && !many ? t(`slots.${slot}.drop`) : kind === "image" && many ? t("left", { count: left }) : name}
          {kind !== "image" && (
            <span className="text-10 leading-tight font-normal text-ink-3">{limitsOf(control, role, t)}</span>
          )}
        </PickFile>
      )}
      {kind === "video" && (
        <TrimDialog
          open={open}
          onOpenChange={setOpen}
          clip={trimming?.clip ?? null}
          control={control}
          model={model.name}
          onTrimmed={(part) => trimming?.keep(part)}
        />
      )}
    </>
  );
}
