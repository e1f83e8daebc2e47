import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiError } from "../api/problem";
import { take } from "../testing/samples";
import { createOutbox, newKey, type OutboxParts, type Send } from "./outbox";

const entry: Send = { key: "key-1", request: { model: "sample-1", prompt: "A kite" }, credits: 10, at: 0 };

function parts(send: OutboxParts["send"]) {
  return {
    send: vi.fn(send),
    save: vi.fn<OutboxParts["save"]>(),
    onChange: vi.fn<OutboxParts["onChange"]>(),
    onAccepted: vi.fn<OutboxParts["onAccepted"]>(),
    onRefused: vi.fn<OutboxParts["onRefused"]>(),
    onSettled: vi.fn<OutboxParts["onSettled"]>(),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settle = () => vi.advanceTimersByTimeAsync(0);

it("A send is kept until it is answered", async () => {
  const box = parts(() => Promise.resolve(take("gen_1")));
  createOutbox(box).add(entry);
  expect(box.save).toHaveBeenLastCalledWith([entry]);
  await settle();
  expect(box.onAccepted).toHaveBeenCalledWith(entry, expect.objectContaining({ id: "gen_1" }));
  expect(box.save).toHaveBeenLastCalledWith([]);
  expect(box.onSettled).toHaveBeenCalled();
});

it("A lost answer is asked for again under the same key", async () => {
  let tries = 0;
  const box = parts(() => (++tries < 3 ? Promise.reject(new TypeError("network")) : Promise.resolve(take("gen_1"))));
  createOutbox(box).add(entry);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(box.send.mock.calls.map(([sent]) => sent.key)).toEqual(["key-1", "key-1", "key-1"]);
  expect(box.onAccepted).toHaveBeenCalledTimes(1);
  expect(box.onRefused).not.toHaveBeenCalled();
});

it("A refusal ends a send and tells why", async () => {
  const refusal = new ApiError(402, { code: "insufficient_credits" });
  const box = parts(() => Promise.reject(refusal));
  createOutbox(box).add(entry);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(box.send).toHaveBeenCalledTimes(1);
  expect(box.onRefused).toHaveBeenCalledWith(entry, refusal);
  expect(box.save).toHaveBeenLastCalledWith([]);
});

it("A gateway that fails is a lost answer, not a refusal", async () => {
  const box = parts(() => Promise.reject(new ApiError(503, { code: "internal" })));
  createOutbox(box).add(entry);
  await settle();
  expect(box.onRefused).not.toHaveBeenCalled();
});

it("What an earlier page left is sent when the connection opens, once at a time", async () => {
  const box = parts(() => Promise.resolve(take("gen_1")));
  const outbox = createOutbox(box, [entry]);
  outbox.flush();
  outbox.flush();
  expect(outbox.busy()).toBe(true);
  await settle();
  expect(box.send).toHaveBeenCalledTimes(1);
  expect(outbox.busy()).toBe(false);
});

it("Keys are random UUIDs", () => {
  expect(newKey()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(newKey()).not.toBe(newKey());
});
