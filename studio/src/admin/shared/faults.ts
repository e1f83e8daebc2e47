import { ApiError } from "../../api/problem";

/** What the server says of one field, or of what is in it. */
export function faultOf(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ApiError)) {
    return undefined;
  }
  return error.fields.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.message;
}

/** The error, where it is about none of the fields that show their own faults. */
export function restOf(error: Error | null, fields: readonly string[]): Error | null {
  const shown = fields.some((field) => faultOf(error, field) !== undefined);
  return shown ? null : error;
}
