import createClient, { type Middleware } from "openapi-fetch";
import { language } from "../i18n";
import { learnServerTime } from "./clock";
import { fetchEarly } from "./early";
import { toApiError } from "./problem";
import type { paths } from "./schema";

const learnTime: Middleware = {
  onResponse({ response }) {
    learnServerTime(response.headers.get("Date"));
  },
};

/** The server speaks to people too: summaries of models, what a failure means. */
const askInLanguage: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", language());
  },
};

export const api = createClient<paths>({ baseUrl: location.origin, credentials: "same-origin", fetch: fetchEarly });
api.use(learnTime, askInLanguage);

/** The data of a call, or the problem as an exception. */
export async function unwrap<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined || data === null) {
    throw toApiError(response.status, error);
  }
  return data;
}

/** For calls that answer with nothing. */
export async function expectOk(call: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await call;
  if (!response.ok) {
    throw toApiError(response.status, error);
  }
}
