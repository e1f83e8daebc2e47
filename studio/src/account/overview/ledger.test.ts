import { expect, it } from "vitest";
import type { LedgerEntry } from "./calls";
import { changeOf, toCsv, withAvailable, ownNote } from "./ledger";

const entry = (kind: LedgerEntry["kind"], balanceChange: number, heldChange: number, more = {}): LedgerEntry => ({
  kind,
  balanceChange,
  heldChange,
  at: "2026-11-21T06:31:00Z",
  ...more,
});

it("What can be spent is told back from the newest entry", () => {
  const entries = [entry("capture", -200, -216), entry("hold", 0, 216), entry("grant", 1000, 0)];
  expect(entries.map(changeOf)).toEqual([16, -216, 1000]);
  expect(withAvailable(entries, 800).map((line) => line.after)).toEqual([800, 784, 1000]);
  expect(withAvailable(entries, null).map((line) => line.after)).toEqual([null, null, null]);
});

it("A table for other programs keeps commas, quotes and lines, and holds no formula", () => {
  const csv = toCsv([
    entry("grant", 5, 0, { note: 'For "the film", part 2' }),
    entry("adjust", -5, 0, { note: "=1+1" }),
    entry("hold", 0, 5, { generationId: "gen_1" }),
  ]);
  expect(csv.split("\r\n")).toEqual([
    "at,kind,balanceChange,heldChange,generationId,note",
    '2026-11-21T06:31:00Z,grant,5,0,,"For ""the film"", part 2"',
    "2026-11-21T06:31:00Z,adjust,-5,0,,'=1+1",
    "2026-11-21T06:31:00Z,hold,0,5,gen_1,",
    "",
  ]);
});

it("A note of the server's own has words of ours, and one that somebody wrote stays", () => {
  expect(ownNote("First start")).toBe("ledger.notes.start");
  expect(ownNote("For the film")).toBeUndefined();
});
