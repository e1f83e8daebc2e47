declare global {
  /** Answers to what the studio asks first, by path and query, in the language of the page: public/start.js asked. */
  var early: Map<string, Promise<Response>> | undefined;
}

/** Sends a request, unless it was sent before the studio was there. Such an answer serves once, and only if it is a good one: whoever was not signed in may be now. */
export async function fetchEarly(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const path = pathname + search;
  const asked = request.method === "GET" ? globalThis.early?.get(path) : undefined;
  globalThis.early?.delete(path);
  if (asked !== undefined && request.headers.get("Accept-Language") === document.documentElement.lang) {
    const answer = await asked.catch(() => null);
    if (answer?.ok === true) {
      return answer;
    }
  }
  return fetch(request);
}
