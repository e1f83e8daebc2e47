import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/IconButton";

interface MoveButtonsProps {
  id: string;
  order: readonly string[];
  /** Gives it the place of another one. */
  onMove(id: string, onto: string): void;
}

/** Moves the one that is selected by a place: without keys, and without dragging. */
export function MoveButtons({ id, order, onMove }: MoveButtonsProps) {
  const { t } = useTranslation("library");
  const at = order.indexOf(id);
  const [before, after] = [order[at - 1], order[at + 1]];
  return (
    <span className="flex max-md:ml-auto">
      <IconButton
        label={t("moveEarlier")}
        disabled={before === undefined}
        onClick={() => before !== undefined && onMove(id, before)}
      >
        <ArrowLeft size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={t("moveLater")}
        disabled={after === undefined}
        onClick={() => after !== undefined && onMove(id, after)}
      >
        <ArrowRight size={16} aria-hidden />
      </IconButton>
    </span>
  );
}
