import { ArrowLeftRight } from "lucide-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { controlOf } from "../draft/controls";
import { mediaIn } from "../draft/draft";
import { useDraft } from "../draft/DraftProvider";
import { mediaRoles } from "../draft/media";
import { IconButton } from "../ui/IconButton";
import { MediaSlots } from "./MediaSlots";
import { TakeSlot } from "./TakeSlot";

/** The places for a take and for files that this mode has. */
export function Slots({ dragging, folded }: { dragging: boolean; folded: boolean }) {
  const { t } = useTranslation("create");
  const { model, mode, draft, update, uploads } = useDraft();
  const fields = mediaRoles.flatMap((role) => {
    const control = controlOf(mode, role);
    return control === undefined ? [] : [{ role, control }];
  });
  const take = controlOf(mode, "source");
  if (folded || (fields.length === 0 && take === undefined && uploads.notice === null)) {
    return null;
  }
  const first = mediaIn(draft, "firstFrame");
  const last = mediaIn(draft, "lastFrame");
  const bothFrames = fields[0]?.role === "firstFrame" && fields[1]?.role === "lastFrame";
  return (
    <div className="flex min-w-0 shrink-0 flex-wrap items-center gap-2 max-md:max-h-[28vh] max-md:w-full max-md:overflow-auto md:max-h-60 md:max-w-[62%] md:overflow-y-auto">
      {take !== undefined && <TakeSlot control={take} />}
      {fields.map(({ role, control }) => (
        <Fragment key={role}>
          <MediaSlots role={role} control={control} dragging={dragging} />
          {role === "firstFrame" && bothFrames && (
            <IconButton
              small
              label={t("swap")}
              onClick={() => update({ media: { ...draft.media, firstFrame: last, lastFrame: first } })}
              disabled={first.length === 0 && last.length === 0}
            >
              <ArrowLeftRight size={14} aria-hidden />
            </IconButton>
          )}
        </Fragment>
      ))}
      {uploads.notice !== null && (
        <p role="alert" className="max-w-44 text-12 text-bad">
          {t(`noPlace.${uploads.notice}`, { model: model.name })}
        </p>
      )}
    </div>
  );
}
