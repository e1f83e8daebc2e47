import { ArrowLeftRight } from "lucide-react";
import { controlOf } from "../draft/controls";
import { type FrameRole, frameRoles } from "../draft/draft";
import { useDraft } from "../draft/DraftProvider";
import { IconButton } from "../ui/IconButton";
import { composerWords } from "../words/composer";
import { FrameSlot } from "./FrameSlot";
import { ReferenceSlots } from "./ReferenceSlots";

/** The places for pictures that this mode has. */
export function Slots({ dragging, folded }: { dragging: boolean; folded: boolean }) {
  const { mode, draft, update, uploads } = useDraft();
  const frames = frameRoles.filter((role) => controlOf(mode, role) !== undefined);
  const references = controlOf(mode, "references");
  if (folded || (frames.length === 0 && references === undefined && uploads.notice === null)) {
    return null;
  }
  const slot = (role: FrameRole) => <FrameSlot key={role} role={role} dragging={dragging} />;
  const swap = () => update(({ firstFrame, lastFrame }) => ({ firstFrame: lastFrame, lastFrame: firstFrame }));
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 max-md:w-full">
      {frames[0] !== undefined && slot(frames[0])}
      {frames.length === 2 && (
        <IconButton
          small
          label={composerWords.swap}
          onClick={swap}
          disabled={draft.firstFrame === null && draft.lastFrame === null}
        >
          <ArrowLeftRight size={14} aria-hidden />
        </IconButton>
      )}
      {frames[1] !== undefined && slot(frames[1])}
      {references !== undefined && <ReferenceSlots control={references} dragging={dragging} />}
      {uploads.notice !== null && (
        <p role="alert" className="max-w-44 text-12 text-bad">
          {uploads.notice}
        </p>
      )}
    </div>
  );
}
