import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Act } from "./act";
import { find, type Group, groups, nextGroup } from "./find";
import { PaletteFoot } from "./PaletteFoot";
import { PaletteRow } from "./PaletteRow";
import { PaletteSearch } from "./PaletteSearch";
import { usePaletteEntries } from "./usePaletteEntries";

/** Focus stays in the field: typing searches, arrows move, Enter uses, Tab narrows to a group. */
export function PaletteBody({ onDone }: { onDone(): void }) {
  const { t } = useTranslation("palette");
  const [text, setText] = useState("");
  const [only, setOnly] = useState<Group | null>(null);
  const [mark, setMark] = useState(0);
  const found = find(usePaletteEntries(text), text, only);
  const at = Math.min(mark, found.length - 1);

  function choose(entry: Act | undefined): void {
    if (entry !== undefined && entry.lacks === undefined) {
      onDone();
      entry.act();
    }
  }
  function moveTo(next: number): void {
    const to = Math.max(0, Math.min(found.length - 1, next));
    setMark(to);
    document.querySelector(`#${CSS.escape(`palette-${found[to]?.id}`)}`)?.scrollIntoView({ block: "nearest" });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      moveTo(at + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter") {
      choose(found[at]);
    } else if (event.key === "Tab") {
      setOnly(nextGroup(only, event.shiftKey));
      setMark(0);
    } else {
      return;
    }
    event.preventDefault();
  }

  return (
    <>
      <PaletteSearch
        text={text}
        only={only}
        active={found[at] && `palette-${found[at].id}`}
        onKeyDown={onKeyDown}
        onText={(next) => {
          setText(next);
          setMark(0);
        }}
      />
      <div
        id="palette-list"
        role="listbox"
        aria-label={t("results")}
        className="min-h-0 flex-1 overflow-auto px-2 pt-1 pb-2.5 [scrollbar-width:thin]"
      >
        {groups.map((group) => {
          const own = found.flatMap((entry, index) => (entry.group === group ? [{ entry, index }] : []));
          return (
            own.length > 0 && (
              <div key={group} role="group" aria-labelledby={`palette-group-${group}`}>
                <p id={`palette-group-${group}`} className="px-3 pt-3 pb-1.5 text-12 font-medium text-ink-3">
                  {t(`groups.${group}`)}
                </p>
                {own.map(({ entry, index }) => (
                  <PaletteRow key={entry.id} entry={entry} text={text} selected={index === at} onUse={choose} />
                ))}
              </div>
            )
          );
        })}
      </div>
      {found.length === 0 && (
        <p role="status" className="px-5 pt-6 pb-12 text-center text-ink-2">
          {t("none")}
        </p>
      )}
      <PaletteFoot next={nextGroup(only)} />
    </>
  );
}
