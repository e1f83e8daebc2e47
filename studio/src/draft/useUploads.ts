import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Asset, Model, ModelMode } from "../api/types";
import { uploadFile } from "../api/upload";
import { newKey } from "../feed/outbox";
import { controlOf } from "./controls";
import { type Draft, mediaIn, withMedia } from "./draft";
import { faultOf, kindOf, lengthFaultOf } from "./fit";
import { type Media, type MediaKind, mediaKinds, mediaOf, type MediaRole, takesMany } from "./media";
import { placeFor } from "./place";
import { type Refusal, refusalOf } from "./refusals";

/** A file on its way, or one that was refused. */
export interface Upload {
  readonly id: string;
  readonly role: MediaRole;
  readonly name: string;
  readonly preview: string;
  /** From 0 to 1. */
  readonly share: number;
  readonly refusal: Refusal | null;
  /** What the server has of it although it was refused: a part of it may do. */
  readonly asset?: Asset;
}

export interface Uploads {
  readonly list: readonly Upload[];
  readonly pending: boolean;
  /** A file that found no place at all: of what kind, or because every place is taken. */
  readonly notice: MediaKind | "full" | null;
  give(files: readonly File[], role?: MediaRole): void;
  dismiss(id: string): void;
}

/** Told where it arose and no longer once another model or mode is chosen. */
interface Notice {
  readonly what: MediaKind | "full";
  readonly model: string;
  readonly mode: string;
}

interface UploadParts {
  model: Model;
  mode: ModelMode;
  draft: Draft;
  update(patch: Partial<Draft> | ((draft: Draft) => Partial<Draft>)): void;
}

/** The same file twice in one field says nothing new. */
function added(draft: Draft, role: MediaRole, media: Media, many: boolean): Partial<Draft> {
  const there = many ? mediaIn(draft, role) : [];
  return there.some(({ source }) => source === media.source) ? {} : withMedia(draft, role, [...there, media]);
}

/** What the draft will be once the next file is in, so that the one after it finds another place. */
function withOneMore(draft: Draft, role: MediaRole): Draft {
  const coming = { source: "", url: null };
  return { ...draft, ...withMedia(draft, role, [...mediaIn(draft, role), coming]) };
}

// Whoever shows it may only just have begun to fetch it.
const previewGraceMs = 2_000;

/** Lets go of the previews that are no longer in the list. */
function usePreviewsEnd(list: readonly Upload[]): void {
  const held = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const now = new Set(list.map(({ preview }) => preview));
    const gone = [...held.current].filter((preview) => !now.has(preview));
    held.current = now;
    if (gone.length > 0) {
      setTimeout(() => gone.forEach((preview) => URL.revokeObjectURL(preview)), previewGraceMs);
    }
  }, [list]);
}

export function useUploads({ model, mode, draft, update }: UploadParts): Uploads {
  const [list, setList] = useState<readonly Upload[]>([]);
  const [notice, setNotice] = useState<Notice | null>(null);
  const aborts = useRef(new Map<string, AbortController>());
  const earlier = useRef<Promise<unknown>>(Promise.resolve());

  const drop = useCallback((id: string) => {
    aborts.current.get(id)?.abort();
    aborts.current.delete(id);
    setList((all) => all.filter((upload) => upload.id !== id));
  }, []);
  usePreviewsEnd(list);

  const start = useCallback(
    async (file: File, role: MediaRole, inMode: ModelMode): Promise<void> => {
      const control = controlOf(inMode, role);
      const kind = mediaKinds[role];
      const many = control !== undefined && takesMany(control);
      const id = newKey();
      const patch = (change: Partial<Upload>) =>
        setList((all) => all.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
      const fresh = { id, role, name: file.name, preview: URL.createObjectURL(file), share: 0, refusal: null };
      // A field of one file has one place: a new file takes it over from one that is still on its way.
      setList((all) => [...all.filter((upload) => many || upload.role !== role), fresh]);
      const fault = faultOf(file, control, kind);
      if (fault !== null) {
        patch({ refusal: fault });
        return;
      }
      const abort = new AbortController();
      aborts.current.set(id, abort);
      // Several files keep the order in which they were given, whichever arrives first.
      const before = earlier.current;
      const settled = Promise.withResolvers<void>();
      earlier.current = settled.promise;
      try {
        const asset = await uploadFile(file, (share) => patch({ share }), abort.signal);
        const misfit = asset.kind === kind ? lengthFaultOf(asset, control) : { kind: "wrongType" as const };
        if (misfit !== null) {
          patch({ refusal: misfit, asset });
          return;
        }
        await before;
        update((current) => added(current, role, mediaOf(asset, file.name), many));
        drop(id);
      } catch (error) {
        if (!abort.signal.aborted) {
          patch({ refusal: refusalOf(error) });
        }
      } finally {
        settled.resolve();
      }
    },
    [drop, update],
  );

  const give = useCallback(
    (files: readonly File[], role?: MediaRole) => {
      setNotice(null);
      let sketch = draft;
      let shown = mode;
      for (const file of files) {
        const kind = kindOf(file.type) ?? "image";
        const place = role === undefined ? placeFor(model, shown, sketch, kind) : { mode, role };
        if (place === "none" || place === "full") {
          setNotice({ what: place === "full" ? "full" : kind, model: model.id, mode: shown.mode });
          return;
        }
        if (place.mode !== shown) {
          shown = place.mode;
          update({ mode: shown.mode, tier: shown.tier ?? null });
        }
        const control = controlOf(shown, place.role);
        const many = control !== undefined && takesMany(control);
        sketch = withOneMore(sketch, place.role);
        void start(file, place.role, shown);
        if (role !== undefined && !many) {
          return;
        }
      }
    },
    [draft, mode, model, start, update],
  );

  const told = notice?.model === model.id && notice.mode === mode.mode ? notice.what : null;
  return useMemo(
    () => ({ list, pending: list.some((upload) => upload.refusal === null), notice: told, give, dismiss: drop }),
    [list, told, give, drop],
  );
}
