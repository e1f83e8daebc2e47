import { describe, expect, it } from "vitest";
import type { AccountEntry } from "../shared/types";
import { creditsOf, initials, limitsChange, sums } from "./credits";

const account: AccountEntry = {
  id: "acc_1",
  name: "Maya Torres",
  role: "user",
  balance: 100,
  held: 30,
  available: 70,
  limits: { maxConcurrent: 10, atProviders: 1, today: 3 },
  active: true,
};

describe("credits", () => {
  it("reads sums as people write them", () => {
    expect(["1,500", "1 500", "−250", "-1", "", "ten", "1e3"].map(creditsOf)).toEqual([
      1500,
      1500,
      -250,
      -1,
      undefined,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it("changes only the limits that are other, and gives up those that are emptied", () => {
    expect(limitsChange(account, "10", "")).toEqual({});
    expect(limitsChange(account, "", "0")).toEqual({ dailyGenerations: 0, clear: ["maxConcurrent"] });
    expect(limitsChange(account, "4", "")).toEqual({ maxConcurrent: 4 });
  });

  it("adds up and abbreviates", () => {
    expect(sums([account, { ...account, balance: -10, limits: { atProviders: 0, today: 0 } }])).toEqual({
      balance: 90,
      held: 60,
      today: 3,
      activeToday: 1,
    });
    expect(["Maya Torres", "owner", "a b c"].map(initials)).toEqual(["MT", "O", "AB"]);
  });
});
