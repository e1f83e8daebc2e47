import { useQuery } from "@tanstack/react-query";
import { fetchAccount } from "../api/calls";
import type { Account } from "../api/types";

export const accountKey = ["account"] as const;

/** Who is signed in. Only for what the studio draws once that is known. */
export function useAccount(): Account {
  const { data } = useQuery({ queryKey: accountKey, queryFn: ({ signal }) => fetchAccount(signal) });
  if (data === undefined) {
    throw new Error("The account is not known yet.");
  }
  return data;
}
