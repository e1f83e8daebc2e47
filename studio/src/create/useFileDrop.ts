import { useEffect, useState } from "react";
import { isMediaRole, type MediaRole } from "../draft/media";
import { useLatest } from "../ui/latest";

/** The field whose place lies under a drop. */
function roleAt(target: EventTarget | null): MediaRole | undefined {
  const slot = target instanceof Element ? target.closest<HTMLElement>("[data-slot]")?.dataset.slot : undefined;
  return slot !== undefined && isMediaRole(slot) ? slot : undefined;
}

type Give = (files: readonly File[], role?: MediaRole) => void;

/** Takes files that are dropped or pasted anywhere in the window; tells whether one hovers over it. */
export function useFileDrop(give: Give): boolean {
  const [dragging, setDragging] = useState(false);
  const latest = useLatest(give);

  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    function over(event: DragEvent): void {
      if (carriesFiles(event)) {
        event.preventDefault();
        setDragging(true);
      }
    }
    function leave(event: DragEvent): void {
      if (event.relatedTarget === null) {
        setDragging(false);
      }
    }
    function drop(event: DragEvent): void {
      if (!carriesFiles(event)) {
        return;
      }
      event.preventDefault();
      setDragging(false);
      latest.current([...(event.dataTransfer?.files ?? [])], roleAt(event.target));
    }
    function paste(event: ClipboardEvent): void {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) {
        event.preventDefault();
        latest.current(files);
      }
    }
    addEventListener("dragenter", over);
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    addEventListener("paste", paste);
    return () => {
      removeEventListener("dragenter", over);
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
      removeEventListener("paste", paste);
    };
  }, [latest]);
  return dragging;
}
