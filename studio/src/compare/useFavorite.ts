import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "../api/client";
import type { Generation } from "../api/types";
import { groupKey } from "../groups/calls";

/** Makes a take a favourite or not; shown once the server has it. */
export function useFavorite({ id, group }: Generation) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (favorite: boolean) =>
      unwrap(api.PATCH("/api/generations/{id}", { params: { path: { id } }, body: { favorite } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: groupKey(group?.id ?? "") }),
  });
}
