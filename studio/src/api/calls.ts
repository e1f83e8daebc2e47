import { api, expectOk, unwrap } from "./client";
import type {
  Account,
  AccountSignIn,
  GenerateRequest,
  Generation,
  GenerationPage,
  Model,
  PasswordRequest,
  Quote,
  SignInWays,
} from "./types";

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

export const favorTake = (id: string, favorite: boolean): Promise<Generation> =>
  unwrap(api.PATCH("/api/generations/{id}", { params: { path: { id } }, body: { favorite } }));

export const cancelTake = (id: string): Promise<Generation> =>
  unwrap(api.POST("/api/generations/{id}/cancel", { params: { path: { id } } }));

export const fetchSignInWays = (signal?: AbortSignal): Promise<SignInWays> =>
  unwrap(api.GET("/api/sign-in", { signal: signal ?? null }));

export const fetchAccountSignIn = (signal?: AbortSignal): Promise<AccountSignIn> =>
  unwrap(api.GET("/api/account/sign-in", { signal: signal ?? null }));

export const setPassword = (body: PasswordRequest): Promise<void> =>
  expectOk(api.PUT("/api/account/password", { body }));

export const endOtherSessions = (): Promise<void> => expectOk(api.DELETE("/api/account/sessions"));

/** Where the browser goes to link an identity. */
export const beginIdentityLink = async (): Promise<string> =>
  (await unwrap(api.POST("/api/account/identities/link"))).url;

export const signIn = (body: { token: string } | { key: string } | { name: string; password: string }): Promise<void> =>
  expectOk(api.POST("/api/sessions", { body }));

export const signOut = (): Promise<void> => expectOk(api.DELETE("/api/sessions"));
