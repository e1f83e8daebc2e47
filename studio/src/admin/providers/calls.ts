import { api, expectOk, unwrap } from "../../api/client";
import { ApiError } from "../../api/problem";
import type { ProviderAccount, ProviderRequest } from "../shared/types";

export const providersKey = ["admin", "providers"] as const;

export const fetchProviders = async (signal: AbortSignal): Promise<readonly ProviderAccount[]> =>
  (await unwrap(api.GET("/api/admin/providers", { signal }))).items;

export const checkProvider = (id: string): Promise<ProviderAccount> =>
  unwrap(api.POST("/api/admin/providers/{id}/check", { params: { path: { id } } }));

export const removeProvider = (id: string, force: boolean): Promise<void> =>
  expectOk(api.DELETE("/api/admin/providers/{id}", { params: { path: { id }, query: { force } } }));

const put = (id: string, body: ProviderRequest): Promise<ProviderAccount> =>
  unwrap(api.PUT("/api/admin/providers/{id}", { params: { path: { id } }, body }));

/**
 * Enters or changes an account. The server keeps keys only for addresses as they were entered, and tells the one in use, which may be
 * the provider's own: what it refuses for want of keys without an address is said again with it.
 */
export async function putAccount(
  id: string,
  body: ProviderRequest,
  before: ProviderAccount | null,
): Promise<ProviderAccount> {
  try {
    return await put(id, body);
  } catch (error) {
    const wantsKeys = error instanceof ApiError && error.fields.some(({ field }) => field === "keys");
    if (wantsKeys && before !== null && body.baseUrl === undefined && body.keys === undefined) {
      return put(id, { ...body, baseUrl: before.baseUrl });
    }
    throw error;
  }
}
