import { api, expectOk, unwrap } from "../../api/client";
import type { components } from "../../api/schema";

type Schemas = components["schemas"];

export type Session = Schemas["SessionResponse"];
export type Identity = Schemas["IdentityResponse"];

export const sessionsKey = ["sessions"] as const;
export const signInKey = ["sign-in"] as const;
export const waysKey = ["sign-in-ways"] as const;

export const fetchSessions = async (signal: AbortSignal): Promise<readonly Session[]> =>
  (await unwrap(api.GET("/api/account/sessions", { signal }))).items;

export const endSession = (id: string): Promise<void> =>
  expectOk(api.DELETE("/api/account/sessions/{id}", { params: { path: { id } } }));

export const unlinkIdentity = (id: string): Promise<void> =>
  expectOk(api.DELETE("/api/account/identities/{id}", { params: { path: { id } } }));
