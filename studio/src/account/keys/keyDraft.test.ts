import { expect, it } from "vitest";
import type { Key } from "./calls";
import { changeOf, creditsOf, draftOf, newKey, replacementOf, requestOf, wrongCaps } from "./keyDraft";
import { keyState } from "./keyState";

const key: Key = {
  id: "key_1",
  name: "Website",
  createdAt: "2026-09-02T10:00:00Z",
  removable: true,
  scope: "generate",
  dailyCredits: 500,
  allowedIps: ["10.4.0.0/16"],
  expiresAt: new Date("2027-03-01T23:59:59").toISOString(),
  spentToday: 99,
  spent: 2206,
};

it("Credits are read as people write them", () => {
  expect(["", " ", "800", "2,000", "10 000"].map(creditsOf)).toEqual([undefined, undefined, 800, 2000, 10_000]);
  expect(["-1", "1.5", "ten", "99999999999"].map(creditsOf)).toEqual([null, null, null, null]);
  expect(wrongCaps({ ...newKey, dailyCredits: "ten" })).toEqual(["dailyCredits"]);
});

it("A new key has the limits that were given, and no others", () => {
  expect(requestOf({ ...newKey, name: " Edit suite " })).toEqual({ name: "Edit suite", scope: "generate" });
  expect(
    requestOf({ ...newKey, name: "n", totalCredits: "0", ends: "2027-02-21", addresses: ["203.0.113.7"] }),
  ).toEqual({
    name: "n",
    scope: "generate",
    totalCredits: 0,
    expiresAt: new Date("2027-02-21T23:59:59").toISOString(),
    allowedIps: ["203.0.113.7"],
  });
});

it("A change holds what is other than before, and names the limits that are lifted", () => {
  const draft = draftOf(key);
  expect(draft.ends).toBe("2027-03-01");
  expect(changeOf(draft, key)).toEqual({});
  expect(changeOf({ ...draft, name: "Shop", dailyCredits: "600" }, key)).toEqual({ name: "Shop", dailyCredits: 600 });
  expect(changeOf({ ...draft, dailyCredits: "", ends: "", addresses: [], totalCredits: "9" }, key)).toEqual({
    totalCredits: 9,
    clear: ["dailyCredits", "expiresAt", "allowedIps"],
  });
});

it("A key ends by itself, or has spent what it may", () => {
  const now = Date.parse("2026-11-22T00:00:00Z");
  expect(keyState(key, now)).toBe("active");
  expect(keyState({ ...key, spentToday: 500 }, now)).toBe("capped");
  expect(keyState({ ...key, totalCredits: 2000 }, now)).toBe("capped");
  expect(keyState({ ...key, expiresAt: "2026-11-21T00:00:00Z" }, now)).toBe("ended");
});

it("A key in the place of another may do what that one still may", () => {
  expect(replacementOf({ ...key, totalCredits: 5000 })).toEqual({
    name: "Website",
    scope: "generate",
    dailyCredits: 500,
    totalCredits: 2794,
    allowedIps: ["10.4.0.0/16"],
    expiresAt: key.expiresAt,
  });
  const { dailyCredits: _, allowedIps: __, expiresAt: ___, ...free } = key;
  expect(replacementOf(free)).toEqual({ name: "Website", scope: "generate" });
});
