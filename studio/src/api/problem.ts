import type { FieldProblem, Problem } from "./types";

/** An answer of the server that is not a success, with its stable code. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail ?? problem.title ?? problem.code);
    this.name = "ApiError";
  }

  get code(): string {
    return this.problem.code;
  }

  get fields(): readonly FieldProblem[] {
    return this.problem.errors ?? [];
  }
}

/** Reads a problem from any body; a body that is none (a proxy's page, say) still gives a sentence and a code. */
export function toApiError(status: number, body: unknown): ApiError {
  if (typeof body === "object" && body !== null && "code" in body && typeof body.code === "string") {
    return new ApiError(status, body as Problem);
  }
  return new ApiError(status, { code: "internal", detail: `The server answered ${status} without a reason.` });
}

/** Whether nothing is known about what the server did: the request may be sent again under the same key. */
export function isLost(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 502 || error.status === 503 || error.status === 504;
}
