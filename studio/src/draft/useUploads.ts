import { useCallback, useMemo, useRef, useState } from "react";
import { ApiError } from "../api/problem";
import type { Model, ModelControl, ModelMode } from "../api/types";
import { uploadPicture } from "../api/upload";
import { newKey } from "../feed/outbox";
import { composerWords } from "../words/composer";
import { controlOf } from "./controls";
import { type Draft, type Picture, type PictureRole, pictureOf } from "./draft";
import { faultOf, placeFor, typesOf } from "./place";

/** A picture on its way, or one that was refused. */
export interface Upload {
  readonly id: string;
  readonly role: PictureRole;
  readonly preview: string;
  /** From 0 to 1. */
  readonly share: number;
  readonly refusal: string | null;
}

export interface Uploads {
  readonly list: readonly Upload[];
  readonly pending: boolean;
  /** A file that found no place at all. */
  readonly notice: string | null;
  give(files: readonly File[], role?: PictureRole): void;
  dismiss(id: string): void;
}

/** Told where it arose and no longer once another model or mode is chosen. */
interface Notice {
  readonly text: string;
  readonly model: string;
  readonly mode: string;
}

interface UploadParts {
  model: Model;
  mode: ModelMode;
  draft: Draft;
  update(patch: Partial<Draft> | ((draft: Draft) => Partial<Draft>)): void;
}

/** The same picture twice says nothing new. */
function withReference({ references }: Draft, picture: Picture): Partial<Draft> {
  return references.some(({ source }) => source === picture.source) ? {} : { references: [...references, picture] };
}

function refusalOf(error: unknown, control: ModelControl | undefined): string {
  const { lost, wrongType } = composerWords.refused;
  if (!(error instanceof ApiError)) {
    return lost;
  }
  return error.code === "unsupported_media" ? wrongType(typesOf(control)) : error.message;
}

export function useUploads({ model, mode, draft, update }: UploadParts): Uploads {
  const [list, setList] = useState<readonly Upload[]>([]);
  const [notice, setNotice] = useState<Notice | null>(null);
  const aborts = useRef(new Map<string, AbortController>());
  const earlier = useRef<Promise<unknown>>(Promise.resolve());

  const drop = useCallback((id: string) => {
    aborts.current.get(id)?.abort();
    aborts.current.delete(id);
    setList((all) => {
      all.filter((upload) => upload.id === id).forEach((upload) => URL.revokeObjectURL(upload.preview));
      return all.filter((upload) => upload.id !== id);
    });
  }, []);

  const start = useCallback(
    async (file: File, role: PictureRole, inMode: ModelMode): Promise<void> => {
      const control = controlOf(inMode, role);
      const id = newKey();
      const patch = (change: Partial<Upload>) =>
        setList((all) => all.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
      const fresh = { id, role, preview: URL.createObjectURL(file), share: 0, refusal: null };
      // A frame has one place: a new file takes it over from one that is still on its way.
      setList((all) => [...all.filter((upload) => role === "references" || upload.role !== role), fresh]);
      const fault = faultOf(file, control);
      if (fault !== null) {
        const { tooLarge, wrongType } = composerWords.refused;
        patch({ refusal: fault.kind === "tooLarge" ? tooLarge(fault.megabytes) : wrongType(typesOf(control)) });
        return;
      }
      const abort = new AbortController();
      aborts.current.set(id, abort);
      // References keep the order in which they were given, whichever arrives first.
      const before = earlier.current;
      const settled = Promise.withResolvers<void>();
      earlier.current = settled.promise;
      try {
        const picture = pictureOf(await uploadPicture(file, (share) => patch({ share }), abort.signal));
        await before;
        update((current) => (role === "references" ? withReference(current, picture) : { [role]: picture }));
        drop(id);
      } catch (error) {
        if (!abort.signal.aborted) {
          patch({ refusal: refusalOf(error, control) });
        }
      } finally {
        settled.resolve();
      }
    },
    [drop, update],
  );

  const give = useCallback(
    (files: readonly File[], role?: PictureRole) => {
      setNotice(null);
      let sketch = draft;
      let shown = mode.mode;
      for (const file of files) {
        const place = role === undefined ? placeFor(model, mode, sketch) : { mode: mode.mode, role };
        if (place === "none" || place === "full") {
          const { full, noPictures } = composerWords.refused;
          setNotice({ text: place === "full" ? full : noPictures(model.name), model: model.id, mode: shown });
          return;
        }
        const inMode = model.modes.find((each) => each.mode === place.mode) ?? mode;
        shown = inMode.mode;
        if (inMode !== mode) {
          update({ mode: inMode.mode });
        }
        const taken = { source: "", url: "" };
        sketch =
          place.role === "references"
            ? { ...sketch, references: [...sketch.references, taken] }
            : { ...sketch, [place.role]: taken };
        void start(file, place.role, inMode);
        if (role !== undefined && role !== "references") {
          return;
        }
      }
    },
    [draft, mode, model, start, update],
  );

  const told = notice?.model === model.id && notice.mode === mode.mode ? notice.text : null;
  return useMemo(
    () => ({ list, pending: list.some((upload) => upload.refusal === null), notice: told, give, dismiss: drop }),
    [list, told, give, drop],
  );
}
