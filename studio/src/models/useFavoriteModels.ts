import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { fetchPreferences, preferencesKey } from "../account/preferences/calls";
import { prefer } from "../account/preferences/prefer";
import { preferencesOf } from "../account/preferences/preferences";
import { useLatest } from "../ui/latest";

const none: readonly string[] = [];

/** The models that the account prefers, the latest first, wherever it is signed in. */
export function useFavoriteModels() {
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: preferencesKey, queryFn: ({ signal }) => fetchPreferences(signal) });
  const { mutate, isError } = useMutation({
    mutationFn: prefer,
    onError: () => client.invalidateQueries({ queryKey: preferencesKey }),
  });
  const ids = data === undefined ? none : (preferencesOf(data).favoriteModels ?? none);

  const latest = useLatest((id: string) => {
    if (data === undefined) {
      return;
    }
    const favoriteModels = ids.includes(id) ? ids.filter((each) => each !== id) : [id, ...ids];
    client.setQueryData(preferencesKey, { ...data, favoriteModels });
    mutate({ favoriteModels });
  });
  const favor = useCallback((id: string) => latest.current(id), [latest]);
  return { ids, favor, failed: isError };
}
