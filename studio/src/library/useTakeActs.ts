import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { toastDone } from "../ui/toastDone";
import { binnedHere, collectionsKey, libraryKey, refreshLibrary, showAnswers, tagsKey } from "./cache";
import { addToCollection, deleteTake, markTake, removeFromCollection, restoreTake } from "./calls";
import { forEachOf } from "./forEachOf";

async function each<R>(
  takes: readonly Generation[],
  call: (take: Generation) => Promise<R>,
  show?: (done: ReadonlyMap<Generation, R>) => void,
): Promise<readonly Generation[]> {
  const { done, error } = await forEachOf(takes, call);
  show?.(done);
  if (error !== null) {
    throw error;
  }
  return [...done.keys()];
}

/** What is done to takes. Each act fails with the first reason when any of them could not be done; the others are. */
export function useTakeActs() {
  const { t } = useTranslation("library");
  const queryClient = useQueryClient();

  const marked = (done: ReadonlyMap<Generation, Generation>) =>
    showAnswers(queryClient, new Map([...done.values()].map((answer) => [answer.id, answer])));
  const gone = (done: ReadonlyMap<Generation, unknown>) => {
    showAnswers(queryClient, new Map([...done.keys()].map(({ id }) => [id, null])));
    void queryClient.invalidateQueries({ queryKey: collectionsKey });
  };

  async function restore(takes: readonly Generation[]): Promise<void> {
    await each(takes, ({ id }) => restoreTake(id), gone);
    takes.forEach(({ id }) => binnedHere.delete(id));
    refreshLibrary(queryClient);
  }

  return {
    restore,
    favorite: (takes: readonly Generation[], favorite: boolean) =>
      each(takes, ({ id }) => markTake(id, { favorite }), marked),
    async tag(takes: readonly Generation[], tags: (take: Generation) => string[]) {
      await each(takes, (take) => markTake(take.id, { tags: tags(take) }), marked);
      void queryClient.invalidateQueries({ queryKey: tagsKey });
    },
    async remove(takes: readonly Generation[]) {
      await each(
        takes,
        ({ id }) => {
          binnedHere.add(id);
          return deleteTake(id).catch((error: Error) => {
            binnedHere.delete(id);
            throw error;
          });
        },
        (done) => {
          gone(done);
          if (done.size > 0) {
            toastDone(t("deleted", { count: done.size }), {
              label: t("undo"),
              failed: t("undoFailed"),
              run: () => restore([...done.keys()]),
            });
          }
        },
      );
    },
    async collect(takes: readonly Generation[], collection: string) {
      await each(takes, ({ id }) => addToCollection(collection, id));
      void queryClient.invalidateQueries({ queryKey: collectionsKey });
      void queryClient.invalidateQueries({ queryKey: libraryKey, refetchType: "none" });
    },
    async uncollect(takes: readonly Generation[], collection: string) {
      await each(takes, ({ id }) => removeFromCollection(collection, id), gone);
      // A page of a collection's own order goes on behind a take that is in it: pages are read with their new ends.
      void queryClient.invalidateQueries({ queryKey: libraryKey });
    },
  };
}
