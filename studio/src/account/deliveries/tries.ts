import type { Delivery } from "./calls";

export type Try = Delivery["log"][number];

/** Whether a try was taken: any status of 2xx. */
export const isTaken = ({ status }: Pick<Try, "status">): boolean =>
  status !== undefined && status >= 200 && status < 300;

/** The headers of the last try as far as they are kept: a signature is made for each try and is not. */
export function headersOf(delivery: Delivery): string {
  const last = delivery.log.at(-1);
  return [
    "content-type: application/json",
    `webhook-id: ${delivery.id}`,
    ...(last === undefined ? [] : [`webhook-timestamp: ${Math.floor(Date.parse(last.at) / 1_000)}`]),
  ].join("\n");
}

/** Where something is sent, without what stands before and behind it. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
