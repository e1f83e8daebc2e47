import type { ReactNode } from "react";
import { Fault } from "./Fault";
import { Waiting } from "./Waiting";

interface Reading<T> {
  data: T | undefined;
  error: Error | null;
  fetchStatus: "fetching" | "paused" | "idle";
  refetch(): unknown;
}

interface LoadedProps<T> {
  query: Reading<T>;
  rows?: number;
  children(data: T): ReactNode;
}

/** What a reading came to: its content, the wait for it, or why there is none. What was read before stays when reading it anew fails. */
export function Loaded<T>({ query, rows = 8, children }: LoadedProps<T>) {
  if (query.data === undefined) {
    return <Waiting query={query} rows={rows} />;
  }
  return (
    <>
      <Fault error={query.error} reading className="mb-4" />
      {children(query.data)}
    </>
  );
}
