import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { createGroup, groupKey, groupsKey } from "./calls";
import type { GroupKind, ItemChange } from "./types";

export interface NewGroup {
  readonly name: string;
  readonly items: readonly ItemChange[];
}

/** Makes a group and goes to it. */
export function useNewGroup(kind: GroupKind) {
  const [, navigate] = useLocation();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ name, items }: NewGroup) => createGroup(kind, name, items),
    onSuccess: async (group) => {
      queryClient.setQueryData(groupKey(group.id), group);
      await queryClient.invalidateQueries({ queryKey: groupsKey(kind) });
      navigate(`/${kind}/${group.id}`);
    },
  });
}
