import type { Generation } from "../api/types";

const seconds = (from: string | undefined, to: string | undefined) =>
  from === undefined || to === undefined ? null : Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);

/** From the provider's yes to the finished video. */
export function tookSeconds({ startedAt, completedAt }: Generation): number | null {
  return seconds(startedAt, completedAt);
}

/** From the press to the provider's yes. */
export function waitedSeconds({ createdAt, startedAt }: Generation): number | null {
  return seconds(createdAt, startedAt);
}

/** Credits for each second of video, to a tenth. */
export function creditsPerSecond({ charge, outputs }: Generation): number | null {
  const length = outputs[0]?.durationSeconds ?? 0;
  return length > 0 ? Math.round((charge.captured / length) * 10) / 10 : null;
}
