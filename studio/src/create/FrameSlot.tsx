import { Image } from "lucide-react";
import { controlOf } from "../draft/controls";
import type { FrameRole } from "../draft/draft";
import { useDraft } from "../draft/DraftProvider";
import { composerWords } from "../words/composer";
import { PictureTile } from "./PictureTile";
import { PickPicture } from "./PickPicture";

export function FrameSlot({ role, dragging }: { role: FrameRole; dragging: boolean }) {
  const { mode, draft, update, uploads } = useDraft();
  const text = composerWords.frames[role];
  const upload = uploads.list.find((each) => each.role === role);
  const picture = draft[role];
  const className = "h-18 w-29 max-md:h-21 max-md:flex-1";

  if (upload !== undefined) {
    return (
      <PictureTile
        slot={role}
        url={upload.preview}
        tag={composerWords.percent(upload.share)}
        refusal={upload.refusal}
        removeLabel={text.remove}
        onRemove={() => uploads.dismiss(upload.id)}
        className={className}
      />
    );
  }
  const pick = (files: readonly File[]) => uploads.give(files, role);
  if (picture !== null) {
    return (
      <PictureTile
        slot={role}
        url={picture.url}
        tag={text.tag}
        refusal={null}
        removeLabel={text.remove}
        onRemove={() => update({ [role]: null })}
        onReplace={pick}
        accept={controlOf(mode, role)?.contentTypes}
        className={className}
      />
    );
  }
  return (
    <PickPicture
      slot={role}
      label={text.empty}
      accept={controlOf(mode, role)?.contentTypes}
      dragging={dragging}
      onPick={pick}
      className={className}
    >
      <Image size={16} aria-hidden />
      {dragging ? text.drop : text.empty}
    </PickPicture>
  );
}
