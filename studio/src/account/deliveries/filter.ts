export const states = ["waiting", "taken", "failed"] as const;

/** What the log is narrowed to; what is left out narrows nothing. */
export interface DeliveryFilter {
  readonly endpoint?: string;
  readonly event?: string;
  readonly state?: (typeof states)[number];
}

/** The filter that an address names; a state that there is none of narrows nothing. */
export function filterOf(search: URLSearchParams): DeliveryFilter {
  const [endpoint, event, named] = ["endpoint", "event", "state"].map((key) => search.get(key) ?? "");
  const state = states.find((one) => one === named);
  return { ...(endpoint && { endpoint }), ...(event && { event }), ...(state && { state }) };
}

/** The address with one of its values changed; an empty one is taken out. */
export function withValue(search: URLSearchParams, key: string, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === "") {
    next.delete(key);
  } else {
    next.set(key, value);
  }
  return next;
}
