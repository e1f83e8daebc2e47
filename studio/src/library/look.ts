import type { Generation } from "../api/types";

const usual = 16 / 9;
const narrowest = 0.42;
const widest = 2.6;

/** Width by height of what a take shows; before there is a video, what was asked for. */
export function ratioOf({ outputs, input }: Generation): number {
  const output = outputs[0];
  const [width = 0, height = 0] = (input.aspectRatio ?? "").split(":").map(Number);
  const asked = width > 0 && height > 0 ? width / height : usual;
  const ratio = output !== undefined && output.height > 0 ? output.width / output.height : asked;
  return Math.min(widest, Math.max(narrowest, ratio));
}

/** Whether there is a video to look at. */
export function isStored({ outputs, expiredAt }: Generation): boolean {
  return outputs.length > 0 && expiredAt === undefined;
}

/** Bytes of all that is stored of some takes. */
export function bytesOf(takes: readonly Generation[]): number {
  return takes.reduce((sum, { outputs }) => sum + outputs.reduce((all, { bytes }) => all + bytes, 0), 0);
}

/** Seconds of all videos of some takes. */
export function secondsOf(takes: readonly Generation[]): number {
  return takes.reduce((sum, { outputs }) => sum + outputs.reduce((all, output) => all + output.durationSeconds, 0), 0);
}

/** What was paid for some takes. */
export function creditsOf(takes: readonly Generation[]): number {
  return takes.reduce((sum, { charge }) => sum + charge.captured, 0);
}

/** The shape of a picture as people name it: 1280 × 720 is 16:9. */
export function ratioName(width: number, height: number): string {
  const named = ["16:9", "9:16", "1:1", "4:3", "3:4", "21:9", "9:21", "3:2", "2:3", "4:5", "5:4"];
  const near = named.find((name) => {
    const [a = 1, b = 1] = name.split(":").map(Number);
    return Math.abs(width / height / (a / b) - 1) < 0.025;
  });
  return near ?? (width / height).toFixed(2);
}
