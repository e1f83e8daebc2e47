import { AudioLines, Film, Image, Plus } from "lucide-react";
import type { ModelControl } from "../api/types";
import { mediaIn, withMedia } from "../draft/draft";
import { useDraft } from "../draft/DraftProvider";
import { type Media, mediaKinds, type MediaRole, nameOf, roomIn, takesMany } from "../draft/media";
import { clock } from "../ui/format";
import { composerWords } from "../words/composer";
import { limitsOf, mediaWords } from "../words/media";
import { ClipTile } from "./ClipTile";
import { PickFile } from "./PickFile";
import { PictureTile } from "./PictureTile";

const icons = { image: Image, video: Film, audio: AudioLines };

interface MediaSlotsProps {
  role: MediaRole;
  control: ModelControl;
  dragging: boolean;
}

/** The files of one field, in the order in which a prompt can name them, and the place for the next. */
export function MediaSlots({ role, control, dragging }: MediaSlotsProps) {
  const { mode, draft, update, uploads } = useDraft();
  const kind = mediaKinds[role];
  const text = mediaWords.slotOf(role, mode.mode);
  const many = takesMany(control);
  const room = roomIn(control);
  const files = mediaIn(draft, role).slice(0, room);
  const pending = uploads.list.filter((upload) => upload.role === role);
  const shown = !many && pending.length > 0 ? [] : files;
  const left = room - shown.length - pending.filter((each) => many && each.refusal === null).length;
  const set = (next: readonly Media[]) => update((current) => withMedia(current, role, next));
  const give = (list: readonly File[]) => uploads.give(list, role);
  const removeLabel = (index: number) =>
    many ? composerWords.removeOne(text.empty, index + 1) : mediaWords.remove(text.empty);
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
        const tag = many ? composerWords.reference(index + 1) : text.tag;
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
            name={nameOf(file) ?? text.empty}
            note={[tag, file.seconds === undefined ? null : clock(file.seconds)].filter(Boolean).join(" · ")}
          />
        );
      })}
      {pending.map((upload, index) => {
        const common = {
          slot: role,
          url: upload.preview,
          refusal: upload.refusal,
          removeLabel: removeLabel(shown.length + index),
          onRemove: () => uploads.dismiss(upload.id),
          className,
        };
        const percent = composerWords.percent(upload.share);
        return kind === "image" ? (
          <PictureTile key={upload.id} {...common} tag={percent} />
        ) : (
          <ClipTile key={upload.id} {...common} kind={kind} name={upload.name} note={percent} />
        );
      })}
      {left > 0 && (many || pending.length === 0) && (
        <PickFile
          role={role}
          control={control}
          label={many ? composerWords.addName(text.empty, left) : text.empty}
          dragging={dragging}
          onPick={give}
          onAddress={(source) => set([...(many ? files : []), { source, url: null }])}
          className={kind === "image" ? className : "h-18 w-48 max-md:w-full"}
        >
          <Icon size={16} aria-hidden />
          {dragging && !many
            ? mediaWords.drop(text.empty)
            : kind === "image" && many
              ? composerWords.addMore(left)
              : text.empty}
          {kind !== "image" && (
            <span className="text-10 leading-tight font-normal text-ink-3">{limitsOf(control, role)}</span>
          )}
        </PickFile>
      )}
    </>
  );
}
