import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { fetchQuote } from "../api/calls";
import { ApiError } from "../api/problem";
import type { GenerateRequest, Quote } from "../api/types";

const settleTime = 200;

export interface AskedQuote {
  /** The body that was priced, as JSON. */
  readonly body: string | null;
  readonly quote: Quote | undefined;
  readonly error: Error | null;
}

/** The price of a body, asked for once it has stood still for a moment; a question that is overtaken is cancelled. */
export function useQuote(wanted: string | null, online: boolean): AskedQuote {
  const [body, setBody] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setBody(wanted), settleTime);
    return () => clearTimeout(timer);
  }, [wanted]);

  const query = useQuery({
    queryKey: ["quote", body],
    queryFn: ({ signal }) => fetchQuote(JSON.parse(body ?? "{}") as GenerateRequest, signal),
    enabled: body !== null,
    staleTime: 30_000,
  });
  const { isError, error, refetch } = query;
  useEffect(() => {
    if (online && isError && !(error instanceof ApiError)) {
      void refetch();
    }
  }, [online, isError, error, refetch]);
  return { body, quote: query.data, error };
}
