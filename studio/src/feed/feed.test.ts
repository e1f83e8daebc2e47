import { describe, expect, it } from "vitest";
import { take } from "../testing/samples";
import { changeFeed, emptyFeed, type Feed, type FeedChange, inOrder, supersedes } from "./feed";

const at = (second: number) => new Date(Date.UTC(2026, 4, 1, 10, 0, second)).toISOString();
const after = (...changes: FeedChange[]): Feed => changes.reduce(changeFeed, emptyFeed);
const ids = (feed: Feed) => inOrder(feed).map(({ id }) => id);
const running = take("gen_2", { status: "running", updatedAt: at(5) });
const done = take("gen_2", { status: "succeeded", updatedAt: at(9) });

describe("supersedes", () => {
  it("believes the newer state, and on a tie the later phase", () => {
    expect(supersedes(done, running)).toBe(true);
    expect(supersedes(running, done)).toBe(false);
    expect(supersedes({ ...running, status: "collecting" }, running)).toBe(true);
    expect(supersedes({ ...running, status: "submitting" }, running)).toBe(false);
  });

  it("lets a late success replace a failure", () => {
    expect(
      supersedes(
        take("gen_2", { status: "succeeded", updatedAt: at(60) }),
        take("gen_2", { status: "failed", updatedAt: at(9) }),
      ),
    ).toBe(true);
  });
});

describe("changeFeed", () => {
  it("comes to the same state whatever the order of events, and however often they come", () => {
    const first = { type: "changed", take: running } as const;
    const last = { type: "changed", take: done } as const;
    for (const events of [
      [first, last],
      [last, first],
      [first, last, first],
      [last, last],
    ]) {
      expect(after(...events).takes.get("gen_2")?.status).toBe("succeeded");
    }
  });

  it("drops what was deleted, here or elsewhere, and shows it again when it is had back", () => {
    const gone = { type: "changed", take: { ...done, deletedAt: at(20) } } as const;
    expect(ids(after({ type: "changed", take: done }, gone))).toEqual([]);
    expect(ids(after({ type: "changed", take: done }, gone, { type: "changed", take: done }))).toEqual(["gen_2"]);
  });

  it("orders by id, newest first, and keeps that place through changes", () => {
    const page = { items: [take("gen_3"), take("gen_1")], next: "gen_1" };
    const feed = after({ type: "newest", page }, { type: "changed", take: running }, { type: "changed", take: done });
    expect(ids(feed)).toEqual(["gen_3", "gen_2", "gen_1"]);
  });

  it("adds older pages without repeats until there are none", () => {
    const feed = after(
      { type: "newest", page: { items: [take("gen_3"), take("gen_2")], next: "gen_2" } },
      { type: "older", page: { items: [take("gen_2"), take("gen_1")] } },
    );
    expect(ids(feed)).toEqual(["gen_3", "gen_2", "gen_1"]);
    expect(feed.next).toBeNull();
  });

  it("joins the newest page after a short break, and starts again after a long one", () => {
    const before: FeedChange = { type: "newest", page: { items: [take("gen_2"), take("gen_1")], next: "gen_1" } };
    const near = after(before, { type: "newest", page: { items: [take("gen_3"), take("gen_2")], next: "gen_2" } });
    expect([ids(near), near.next]).toEqual([["gen_3", "gen_2", "gen_1"], "gen_1"]);
    const far = after(before, { type: "newest", page: { items: [take("gen_9"), take("gen_8")], next: "gen_8" } });
    expect([ids(far), far.next]).toEqual([["gen_9", "gen_8"], "gen_8"]);
  });

  it("shows at once what was read early, and keeps of it what the newest page still has", () => {
    const early: FeedChange = { type: "early", page: { items: [take("gen_3"), take("gen_2")], next: "gen_2" } };
    expect([ids(after(early)), after(early).loaded]).toEqual([["gen_3", "gen_2"], true]);
    const page = { items: [take("gen_4"), take("gen_2")], next: "gen_1" };
    const feed = after(early, { type: "changed", take: take("gen_5") }, { type: "newest", page });
    expect([ids(feed), feed.next]).toEqual([["gen_5", "gen_4", "gen_2"], "gen_1"]);
    expect(ids(after({ type: "newest", page }, early))).toEqual(["gen_4", "gen_2"]);
  });

  it("keeps what an event told while a page that does not know it yet was on its way", () => {
    const page = { items: [running] };
    const heard: FeedChange = { type: "changed", take: done };
    for (const changes of [[{ type: "early", page } as const, heard], [heard]]) {
      expect(after(...changes, { type: "newest", page }).takes.get("gen_2")?.status).toBe("succeeded");
    }
  });

  it("keeps what was accepted while a page that does not know it yet was on its way", () => {
    const page: FeedChange = { type: "newest", page: { items: [take("gen_2")] } };
    const accepted: FeedChange = { type: "accepted", take: take("gen_3"), key: "key-1" };
    expect(ids(after({ type: "newest", page: { items: [] } }, accepted, page))).toEqual(["gen_3", "gen_2"]);
    expect(ids(after(accepted, page))).toEqual(["gen_3", "gen_2"]);
  });

  it("does not call a feed empty before that is sure", () => {
    expect(after({ type: "early", page: { items: [] } }).loaded).toBe(false);
  });

  it("shows a sent take once, although its event comes before its answer", () => {
    const event: FeedChange = { type: "changed", take: running, sending: true };
    const early = after(event);
    expect(ids(early)).toEqual([]);
    const answered = changeFeed(early, { type: "accepted", take: take("gen_2"), key: "key-1" });
    expect(answered.takes.get("gen_2")?.status).toBe("running");
    expect(answered.sends.get("gen_2")).toBe("key-1");
  });

  it("shows what was parked once no answer is awaited", () => {
    const feed = after({ type: "changed", take: take("gen_7"), sending: true }, { type: "unpark" });
    expect(ids(feed)).toEqual(["gen_7"]);
    expect(feed.parked).toEqual([]);
  });

  it("changes a known take at once, also while a send is on its way", () => {
    const feed = after({ type: "changed", take: running }, { type: "changed", take: done, sending: true });
    expect(feed.takes.get("gen_2")?.status).toBe("succeeded");
  });
});
