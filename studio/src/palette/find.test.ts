import { expect, it } from "vitest";
import { type Entry, find, nextGroup } from "./find";

const entry = (id: string, group: Entry["group"], title: string, rest: Partial<Entry> = {}): Entry => ({
  id,
  group,
  title,
  ...rest,
});
const entries = [
  entry("theme", "actions", "Switch theme"),
  entry("take", "takes", "A paper boat", { detail: "Swift 2" }),
  entry("swift", "models", "Swift 2", { words: ["sound"] }),
  entry("down", "models", "Swallow", { lacks: "Paused" }),
  entry("mode", "actions", "Switch to Speech", { lacks: "Swift 2 has no Speech", onlyFound: true }),
];
const ids = (text: string, only: Parameters<typeof find>[2] = null) => find(entries, text, only).map(({ id }) => id);

it("Without a search everything stands there by groups, but for what only a search brings", () =>
  expect(ids("")).toEqual(["swift", "down", "take", "theme"]));

it("Every word must be found, in the title, beside it, or in further words", () => {
  expect(ids("boat SWIFT")).toEqual(["take"]);
  expect(ids("sound")).toEqual(["swift"]);
  expect(ids("boat theme")).toEqual([]);
});

it("What cannot be done is found with its reason, after what can", () => {
  expect(ids("sw")).toEqual(["swift", "down", "take", "theme", "mode"]);
  expect(ids("speech")).toEqual(["mode"]);
});

it("One group alone shows all that it has", () => {
  const many = Array.from({ length: 9 }, (_, index) => entry(`${index}`, "models", `Model ${index}`));
  expect(find(many, "", null)).toHaveLength(6);
  expect(find(many, "", "models")).toHaveLength(9);
  expect(ids("", "takes")).toEqual(["take"]);
});

it("Tab goes round the groups, Shift Tab back", () => {
  expect([nextGroup(null), nextGroup("models"), nextGroup("takes"), nextGroup("actions")]).toEqual([
    "models",
    "takes",
    "actions",
    null,
  ]);
  expect([nextGroup(null, true), nextGroup("models", true)]).toEqual(["actions", null]);
});
