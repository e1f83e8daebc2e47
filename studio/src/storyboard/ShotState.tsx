import { Check, CircleAlert, CircleX, Clock, Image, Link2, LoaderCircle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Veil } from "../feed/Frame";
import { ProgressLine } from "../feed/ProgressLine";
import { takeOf } from "../groups/items";
import type { Shot } from "./useShots";

const icons = {
  ready: <Check size={13} aria-hidden />,
  queued: <Clock size={13} aria-hidden />,
  rendering: <LoaderCircle size={13} className="spin" aria-hidden />,
  failed: <CircleAlert size={13} className="text-bad" aria-hidden />,
  canceled: <CircleX size={13} aria-hidden />,
  lastFrame: <Link2 size={13} aria-hidden />,
  firstFrame: <Image size={13} aria-hidden />,
  text: null,
};

function stateOf({ item: { status, continues, request } }: Shot): keyof typeof icons {
  switch (status) {
    case "succeeded":
      return "ready";
    case "queued":
    case "failed":
    case "canceled":
      return status;
    case "draft":
      return continues ? "lastFrame" : request.firstFrame != null ? "firstFrame" : "text";
    default:
      return "rendering";
  }
}

/** How a shot stands; one that is planned says what it will begin with. */
export function ShotState({ shot }: { shot: Shot }) {
  const { t } = useTranslation("storyboard");
  const state = stateOf(shot);
  const take = takeOf(shot.item);
  return (
    <>
      <span className="absolute top-2 left-2">
        <Veil>
          {icons[state]}
          {t(`state.${state}`)}
        </Veil>
      </span>
      {state === "rendering" && take !== undefined && (
        <span className="absolute inset-x-1.5 bottom-1">
          <ProgressLine key={take.id} take={take} />
        </span>
      )}
    </>
  );
}
