import { api, expectOk, unwrap } from "../../api/client";
import type { components } from "../../api/schema";

type Schemas = components["schemas"];

export type Endpoint = Schemas["WebhookEndpointResponse"];
export type EndpointRequest = Schemas["WebhookEndpointRequest"];
export type EndpointChange = Schemas["WebhookEndpointChangeRequest"];
export type Secret = Schemas["WebhookSecretResponse"];
export type Delivery = Schemas["WebhookDeliveryResponse"];
export type Replayed = Schemas["WebhookReplayResponse"];

/** What an endpoint can hear. */
export const eventNames = [
  "generation.queued",
  "generation.running",
  "generation.succeeded",
  "generation.failed",
  "generation.canceled",
] as const;

export const endpointsKey = ["webhook-endpoints"] as const;
export const secretKey = ["webhook-secret"] as const;

const at = (id: string) => ({ params: { path: { id } } });

export const fetchEndpoints = async (signal: AbortSignal): Promise<readonly Endpoint[]> =>
  (await unwrap(api.GET("/api/webhooks/endpoints", { signal }))).items;

export const addEndpoint = (body: EndpointRequest): Promise<Endpoint> =>
  unwrap(api.POST("/api/webhooks/endpoints", { body }));

export const changeEndpoint = (id: string, body: EndpointChange): Promise<Endpoint> =>
  unwrap(api.PATCH("/api/webhooks/endpoints/{id}", { ...at(id), body }));

export const deleteEndpoint = (id: string): Promise<void> =>
  expectOk(api.DELETE("/api/webhooks/endpoints/{id}", at(id)));

export const rotateEndpoint = (id: string): Promise<Secret> =>
  unwrap(api.POST("/api/webhooks/endpoints/{id}/rotate", at(id)));

export const testEndpoint = (id: string): Promise<Delivery> =>
  unwrap(api.POST("/api/webhooks/endpoints/{id}/test", at(id)));

export const replayEndpoint = (id: string, from: string, until: string): Promise<Replayed> =>
  unwrap(api.POST("/api/webhooks/endpoints/{id}/replay", { ...at(id), body: { from, until } }));

export const fetchSecret = (signal: AbortSignal): Promise<Secret> =>
  unwrap(api.GET("/api/webhooks/secret", { signal }));

export const rotateSecret = (): Promise<Secret> => unwrap(api.POST("/api/webhooks/secret/rotate"));
