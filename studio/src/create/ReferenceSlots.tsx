import { Plus } from "lucide-react";
import type { ModelControl } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { composerWords } from "../words/composer";
import { PickPicture } from "./PickPicture";
import { PictureTile } from "./PictureTile";

const className = "size-18 max-md:size-19";

/** The pictures to take people, things and looks from, in the order in which a prompt can name them. */
export function ReferenceSlots({ control, dragging }: { control: ModelControl; dragging: boolean }) {
  const { draft, update, uploads } = useDraft();
  const pending = uploads.list.filter((upload) => upload.role === "references");
  const left =
    (control.maxItems ?? 1) - draft.references.length - pending.filter((each) => each.refusal === null).length;
  const without = (index: number) =>
    update(({ references }) => ({ references: references.filter((_, i) => i !== index) }));
  return (
    <>
      {draft.references.slice(0, control.maxItems ?? undefined).map((picture, index) => (
        <PictureTile
          key={picture.source}
          slot="references"
          url={picture.url}
          tag={composerWords.reference(index + 1)}
          refusal={null}
          removeLabel={composerWords.removeReference(index + 1)}
          onRemove={() => without(index)}
          className={className}
        />
      ))}
      {pending.map((upload, index) => (
        <PictureTile
          key={upload.id}
          slot="references"
          url={upload.preview}
          tag={composerWords.percent(upload.share)}
          refusal={upload.refusal}
          removeLabel={composerWords.removeReference(draft.references.length + index + 1)}
          onRemove={() => uploads.dismiss(upload.id)}
          className={className}
        />
      ))}
      {left > 0 && (
        <PickPicture
          slot="references"
          label={composerWords.addReferenceName(left)}
          accept={control.contentTypes}
          dragging={dragging}
          multiple
          onPick={(files) => uploads.give(files, "references")}
          className={className}
        >
          <Plus size={16} aria-hidden />
          {composerWords.addReference(left)}
        </PickPicture>
      )}
    </>
  );
}
