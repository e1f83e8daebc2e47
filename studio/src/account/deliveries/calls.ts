import { api, expectOk, unwrap } from "../../api/client";
import type { components } from "../../api/schema";
import type { DeliveryFilter } from "./filter";

type Schemas = components["schemas"];

export type Delivery = Schemas["WebhookDeliveryResponse"];
export type DeliveryPage = Schemas["WebhookDeliveryPage"];

export const deliveriesKey = ["deliveries"] as const;

export const fetchDeliveries = (
  filter: DeliveryFilter,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<DeliveryPage> =>
  unwrap(
    api.GET("/api/webhooks/deliveries", {
      params: { query: { ...filter, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );

export const fetchDelivery = (id: string, signal: AbortSignal): Promise<Delivery> =>
  unwrap(api.GET("/api/webhooks/deliveries/{id}", { params: { path: { id } }, signal }));

export const sendAgain = (id: string): Promise<void> =>
  expectOk(api.POST("/api/webhooks/deliveries/{id}/replay", { params: { path: { id } } }));
