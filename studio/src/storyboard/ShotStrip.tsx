import { Plus } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { JoinButton } from "./JoinButton";
import { ShotCard } from "./ShotCard";
import type { Shots } from "./useShots";

interface ShotStripProps {
  shots: Shots;
  chosen: string | null;
  onChoose(id: string): void;
}

// What stands between two shots takes its place besides what they share.
const joinWidth = 36;

/** The shots in their order, each as wide as it is long: dragged, or moved with Alt and the arrows. */
export function ShotStrip({ shots: { shots, edit, add, move }, chosen, onChoose }: ShotStripProps) {
  const { t } = useTranslation("storyboard");
  const strip = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [said, setSaid] = useState("");

  const cardOf = (id: string | undefined) =>
    strip.current?.querySelector<HTMLElement>(`[data-shot="${CSS.escape(id ?? "")}"]`);

  async function place(id: string, to: number): Promise<void> {
    if (to >= 0 && to < shots.length && (await move(id, to))) {
      setSaid(t("strip.moved", { place: to + 1, count: shots.length }));
      requestAnimationFrame(() => cardOf(id)?.focus());
    }
  }

  function onKey(event: KeyboardEvent, id: string, index: number): void {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) {
      return;
    }
    event.preventDefault();
    if (event.altKey) {
      void place(id, index + step);
    } else {
      cardOf(shots[index + step]?.item.id)?.focus();
    }
  }

  return (
    <div className="col-span-full min-w-0 max-md:-mx-4">
      <ul
        ref={strip}
        aria-label={t("strip.label")}
        className="relative flex items-stretch overflow-x-auto p-1 pb-2 [scrollbar-width:thin] max-md:px-4"
      >
        {shots.map((shot, index) => (
          <li
            key={shot.item.id}
            className="flex min-w-37 max-md:min-w-0 max-md:flex-none!"
            style={{ flex: `${Math.max(1, shot.seconds)} 1 ${index > 0 ? joinWidth : 0}px` }}
          >
            {index > 0 && <JoinButton shot={shot} onChange={(continues) => void edit(shot, { continues })} />}
            <ShotCard
              shot={shot}
              before={shots[index - 1]}
              chosen={shot.item.id === chosen}
              over={over === shot.item.id}
              onChoose={() => onChoose(shot.item.id)}
              onKeyDown={(event) => onKey(event, shot.item.id, index)}
              onDrag={(dragging) => {
                setDragged(dragging ? shot.item.id : null);
                setOver(null);
              }}
              onOver={() => dragged !== null && dragged !== shot.item.id && setOver(shot.item.id)}
              onDrop={() => dragged !== null && void place(dragged, index)}
            />
          </li>
        ))}
        <li className="ml-3 flex-none">
          <button
            type="button"
            data-testid="add-shot"
            aria-label={t("strip.add")}
            title={t("strip.add")}
            onClick={() => void add()}
            className="grid h-24 w-21 place-items-center rounded-md border-[1.5px] border-dashed border-line-strong text-ink-3 transition hover:border-mark hover:text-ink-1"
          >
            <Plus size={18} aria-hidden />
          </button>
        </li>
      </ul>
      <p className="text-12 text-ink-3 max-md:hidden">{t("strip.hint")}</p>
      <p className="sr-only" role="status">
        {said}
      </p>
    </div>
  );
}
