import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { serverNow } from "../../api/clock";
import { fetchUsage } from "./calls";
import { daysUntil } from "./spent";

/** What was spent in the last days, today included. */
export function useUsage(count: number) {
  const today = new Date(serverNow()).toISOString().slice(0, 10);
  const days = useMemo(() => daysUntil(Date.parse(today), count), [today, count]);
  const from = `${days[0]}T00:00:00Z`;
  const query = useQuery({ queryKey: ["usage", from], queryFn: ({ signal }) => fetchUsage(from, signal) });
  return { days, query };
}
