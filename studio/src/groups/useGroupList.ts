import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { deleteGroup, fetchGroups, groupsKey } from "./calls";
import type { GroupKind } from "./types";

/** The account's groups of one kind, newest first, a page at a time. */
export function useGroupList(kind: GroupKind) {
  const queryClient = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: groupsKey(kind),
    queryFn: ({ pageParam }) => fetchGroups(kind, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    staleTime: 0,
  });
  const removal = useMutation({
    mutationFn: deleteGroup,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: groupsKey(kind) }),
  });
  return { list, removal, groups: list.data?.pages.flatMap(({ items }) => items) };
}
