import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { changePages, libraryKey, type Listing, listingKey, orderKey, stampOf } from "./cache";
import { placeInCollection } from "./calls";
import type { LibraryFilter } from "./filter";
import { type Move, withMoved } from "./pages";

/** Moves takes in a collection's own order: on the screen at once, one after the other at the server, and back if it refuses. */
export function useOrder(filter: LibraryFilter): (move: Move) => void {
  const { t } = useTranslation("library");
  const queryClient = useQueryClient();
  const queryKey = listingKey(stampOf(filter));
  const { mutate } = useMutation({
    mutationKey: orderKey,
    scope: { id: "order" },
    networkMode: "always",
    mutationFn: (move: Move) => placeInCollection(filter.collection, move),
    async onMutate(move) {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData<Listing>(queryKey);
      queryClient.setQueryData<Listing>(
        queryKey,
        changePages(before, (pages) => withMoved(pages, move)),
      );
      return before;
    },
    onError(error, _, before) {
      queryClient.setQueryData<Listing>(queryKey, before);
      toast(t("notMoved", { reason: error.message }));
    },
    // Pages begin and end with other takes now; while another move is on its way there is nothing to read.
    onSettled: () =>
      queryClient.isMutating({ mutationKey: orderKey }) === 1
        ? queryClient.invalidateQueries({ queryKey: libraryKey })
        : undefined,
  });
  return mutate;
}
