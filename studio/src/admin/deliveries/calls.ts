import { api, expectOk, unwrap } from "../../api/client";
import { ApiError } from "../../api/problem";
import type { Delivery, WebhookDelivery } from "../shared/types";
import type { OutState } from "./outcome";

export const outKey = ["admin", "deliveries"] as const;
export const inKey = ["admin", "callbacks"] as const;

const page = (cursor: string) => ({ limit: 50, ...(cursor !== "" && { cursor }) });

/** What is posted to callers. */
export const fetchOut = (state: OutState | null, cursor: string, signal: AbortSignal) =>
  unwrap(
    api.GET("/api/admin/deliveries", {
      signal,
      params: { query: { ...page(cursor), ...(state !== null && { state }) } },
    }),
  );

/** What providers called back, of one generation where it is named. */
export const fetchIn = (generation: string, cursor: string, signal: AbortSignal) =>
  unwrap(
    api.GET("/api/admin/callbacks", {
      signal,
      params: { query: { ...page(cursor), ...(generation !== "" && { generation }) } },
    }),
  );

export const retryDelivery = ({ generationId, number }: Delivery): Promise<void> =>
  expectOk(
    api.POST("/api/admin/deliveries/{generation}/{number}/retry", {
      params: { path: { generation: generationId, number: String(number) } },
    }),
  );

/** The tries and the body of a webhook; null where it belongs to another account, which alone may read them. */
export async function fetchOwn(id: string, signal: AbortSignal): Promise<WebhookDelivery | null> {
  try {
    return await unwrap(api.GET("/api/webhooks/deliveries/{id}", { signal, params: { path: { id } } }));
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) {
      return null;
    }
    throw error;
  }
}
