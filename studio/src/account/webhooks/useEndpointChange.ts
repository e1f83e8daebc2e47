import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeEndpoint, type Endpoint, type EndpointChange, endpointsKey } from "./calls";

/** Changes an endpoint; the list holds the server's answer before anything is told. */
export function useEndpointChange(id: string, onDone?: (endpoint: Endpoint) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: EndpointChange) => changeEndpoint(id, change),
    onSuccess: (changed) => {
      queryClient.setQueryData<readonly Endpoint[]>(endpointsKey, (endpoints) =>
        endpoints?.map((one) => (one.id === id ? changed : one)),
      );
      onDone?.(changed);
    },
  });
}
