import { useEffect, useState } from "react";
import type { PictureRole } from "../draft/draft";
import { useLatest } from "../ui/latest";

type Give = (files: readonly File[], role?: PictureRole) => void;

/** Takes pictures that are dropped or pasted anywhere in the window; tells whether one hovers over it. */
export function usePictureDrop(give: Give): boolean {
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
      const slot = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-slot]") : null;
      latest.current([...(event.dataTransfer?.files ?? [])], slot?.dataset.slot as PictureRole | undefined);
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
