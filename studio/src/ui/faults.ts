import { ApiError } from "../api/problem";

/** What the server says about one field; undefined where it says nothing of it. */
export function fieldFault(error: unknown, field: string): string | undefined {
  return error instanceof ApiError ? error.fields.find((one) => belongs(one.field, field))?.message : undefined;
}

/** What is to be said beside a form: all that its fields do not say themselves, or that no answer came. Null where that is nothing. */
export function formFault(error: unknown, fields: readonly string[], lost: string): string | null {
  if (error === null || error === undefined) {
    return null;
  }
  if (!(error instanceof ApiError)) {
    return lost;
  }
  if (error.fields.length === 0) {
    return error.message;
  }
  const others = error.fields.filter((one) => !fields.some((field) => belongs(one.field, field)));
  return others.length === 0 ? null : others.map((one) => one.message).join(" ");
}

/** "allowedIps[1]" is a fault of "allowedIps". */
function belongs(named: string, field: string): boolean {
  return named === field || named.startsWith(`${field}[`) || named.startsWith(`${field}.`);
}
