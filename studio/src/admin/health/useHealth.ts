import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { fetchModels } from "../../api/calls";
import { beginDiagnostics, diagnosticsKey, fetchDiagnostics, fetchVerdicts, probe, verdictsKey } from "./calls";
import { rowsOf } from "./standing";

/** The report, what was seen since, and asking anew. */
export function useHealth() {
  const queryClient = useQueryClient();
  const [probing, setProbing] = useState<ReadonlySet<string>>(new Set());
  const diagnostics = useQuery({
    queryKey: diagnosticsKey,
    queryFn: ({ signal }) => fetchDiagnostics(signal),
    refetchInterval: (query) => (query.state.data?.run?.state === "running" ? 1_000 : 30_000),
  });
  const verdicts = useQuery({ queryKey: verdictsKey, queryFn: ({ signal }) => fetchVerdicts(signal), staleTime: 0 });
  const models = useQuery({ queryKey: ["models"], queryFn: ({ signal }) => fetchModels(signal) });

  const report = diagnostics.data?.report ?? null;
  const readAnew = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: verdictsKey }),
      queryClient.invalidateQueries({ queryKey: ["models"] }),
    ]);
  const reportId = report?.id;
  useEffect(() => {
    if (reportId !== undefined) {
      void queryClient.invalidateQueries({ queryKey: ["models"] });
    }
  }, [reportId, queryClient]);

  const probeAll = useMutation({
    mutationFn: beginDiagnostics,
    onSuccess: (run) => {
      queryClient.setQueryData(diagnosticsKey, (before: object | undefined) => ({ ...before, run }));
      return queryClient.invalidateQueries({ queryKey: diagnosticsKey });
    },
  });
  const probeOne = useMutation({
    mutationFn: probe,
    onMutate: (id) => setProbing((before) => new Set(before).add(id)),
    onSuccess: readAnew,
    onSettled: (_answer, _error, id) => setProbing((before) => new Set([...before].filter((one) => one !== id))),
  });

  const items = verdicts.data?.items;
  const known = models.data;
  const rows = useMemo(() => rowsOf(report, items ?? [], known ?? []), [report, items, known]);
  return { diagnostics, report, run: diagnostics.data?.run ?? null, rows, probing, probeAll, probeOne };
}
