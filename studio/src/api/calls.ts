import { api, expectOk, unwrap } from "./client";
import type { Account, GenerateRequest, Generation, GenerationPage, Model, Quote } from "./types";

/** The calls that the studio makes, one line each. */
const pageSize = 24;

export const fetchAccount = (signal?: AbortSignal): Promise<Account> =>
  unwrap(api.GET("/api/account", { signal: signal ?? null }));

export const fetchModels = async (signal?: AbortSignal): Promise<readonly Model[]> =>
  (await unwrap(api.GET("/api/models", { signal: signal ?? null }))).items;

export const fetchQuote = (body: GenerateRequest, signal?: AbortSignal): Promise<Quote> =>
  unwrap(api.POST("/api/quotes", { body, signal: signal ?? null }));

export const fetchTakes = (cursor?: string): Promise<GenerationPage> =>
  unwrap(
    api.GET("/api/generations", { params: { query: cursor ? { cursor, limit: pageSize } : { limit: pageSize } } }),
  );

export const fetchTake = (id: string, signal?: AbortSignal): Promise<Generation> =>
  unwrap(api.GET("/api/generations/{id}", { params: { path: { id } }, signal: signal ?? null }));

export const generate = (body: GenerateRequest, key: string): Promise<Generation> =>
  unwrap(api.POST("/api/generate/video", { body, params: { header: { "Idempotency-Key": key } } }));

export const generateAgain = (id: string, key: string): Promise<Generation> =>
  unwrap(api.POST("/api/generations/{id}/again", { params: { path: { id }, header: { "Idempotency-Key": key } } }));

export const cancelTake = (id: string): Promise<Generation> =>
  unwrap(api.POST("/api/generations/{id}/cancel", { params: { path: { id } } }));

export const signIn = (body: { token: string } | { key: string }): Promise<void> =>
  expectOk(api.POST("/api/sessions", { body }));

export const signOut = (): Promise<void> => expectOk(api.DELETE("/api/sessions"));
