import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { followEvents } from "./events";

class FakeSource {
  static opened: FakeSource[] = [];
  closed = false;
  readonly #listeners = new Map<string, (event: unknown) => void>();

  constructor(readonly url: string) {
    FakeSource.opened.push(this);
  }
  addEventListener(name: string, listener: (event: unknown) => void) {
    this.#listeners.set(name, listener);
  }
  close() {
    this.closed = true;
  }
  emit(name: string, event: unknown = {}) {
    this.#listeners.get(name)?.(event);
  }
}

const handlers = () => ({ onGeneration: vi.fn(), onAccount: vi.fn(), onState: vi.fn() });
const latest = () => FakeSource.opened.at(-1)!;

beforeEach(() => {
  FakeSource.opened = [];
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", FakeSource);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("A stream that breaks is opened again behind the last event", () => {
  const heard = handlers();
  followEvents(heard);
  latest().emit("open");
  latest().emit("generation", { lastEventId: "41", data: '{"id":"gen_1"}' });
  latest().emit("error");
  expect(heard.onState).toHaveBeenLastCalledWith(expect.objectContaining({ status: "waiting" }));
  vi.advanceTimersByTime(1_000);
  expect(FakeSource.opened.map(({ url, closed }) => [url, closed])).toEqual([
    ["/api/events", true],
    ["/api/events?after=41", false],
  ]);
  expect(heard.onGeneration).toHaveBeenCalledWith({ id: "gen_1" });
});

it("Tries come slower and slower, and at once when asked", () => {
  const stream = followEvents(handlers());
  for (const wait of [1_000, 2_000, 4_000]) {
    latest().emit("error");
    vi.advanceTimersByTime(wait - 1);
    const before = FakeSource.opened.length;
    vi.advanceTimersByTime(1);
    expect(FakeSource.opened.length).toBe(before + 1);
  }
  latest().emit("error");
  const before = FakeSource.opened.length;
  stream.retryNow();
  expect(FakeSource.opened.length).toBe(before + 1);
  vi.advanceTimersByTime(60_000);
  expect(FakeSource.opened.length).toBe(before + 1);
});

it("A closed stream stays closed", () => {
  const stream = followEvents(handlers());
  latest().emit("error");
  stream.close();
  vi.advanceTimersByTime(60_000);
  expect(FakeSource.opened.length).toBe(1);
});

it("A stream that is said to be lost is waited for as one that broke", () => {
  const heard = handlers();
  const stream = followEvents(heard);
  latest().emit("open");
  stream.lose();
  expect(latest().closed).toBe(true);
  expect(heard.onState).toHaveBeenLastCalledWith(expect.objectContaining({ status: "waiting" }));
  vi.advanceTimersByTime(1_000);
  expect(FakeSource.opened).toHaveLength(2);
});
