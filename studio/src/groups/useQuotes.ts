import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { GenerateRequest } from "../api/types";
import { quoteAll } from "./calls";
import type { Quotes } from "./types";

const settleTime = 250;

export interface AskedQuotes {
  /** The prices of exactly these requests; undefined while they are not known. */
  readonly quotes: Quotes | undefined;
  readonly pending: boolean;
  readonly error: Error | null;
}

/** What several requests cost, asked for once they have stood still for a moment. */
export function useQuotes(requests: readonly GenerateRequest[]): AskedQuotes {
  const wanted = JSON.stringify(requests);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), settleTime);
    return () => clearTimeout(timer);
  }, [wanted]);
  const { data, error } = useQuery({
    queryKey: ["quotes", asked],
    queryFn: ({ signal }) => quoteAll(JSON.parse(asked) as GenerateRequest[], signal),
    enabled: asked !== "[]",
    staleTime: 30_000,
  });
  const current = asked === wanted;
  return {
    quotes: current ? data : undefined,
    pending: wanted !== "[]" && (!current || (data === undefined && error === null)),
    error: current ? error : null,
  };
}
