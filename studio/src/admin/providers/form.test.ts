import { describe, expect, it } from "vitest";
import type { ProviderAccount } from "../shared/types";
import { formOf, notNumbers, requestOf } from "./form";

const account: ProviderAccount = {
  id: "kie-2",
  provider: "kie",
  source: "entered",
  baseUrl: "https://api.example.com/",
  keys: ["8c2f"],
  weight: 2,
  submissions: { calls: 20, seconds: 10 },
  lowBalance: 500,
  hasWebhookSecret: false,
  enabled: false,
  locked: false,
  state: "good",
  running: 0,
  spentUsd: 0,
};

describe("the form of a provider account", () => {
  it("says again what an account has, without its secrets and its own address", () => {
    expect(requestOf(formOf(account), account)).toEqual({
      provider: "kie",
      enabled: false,
      weight: 2,
      submissions: { calls: 20, seconds: 10 },
      lowBalance: 500,
    });
  });

  it("says what was typed, and leaves the rest to the server", () => {
    const form = { ...formOf(null), id: "attic", keys: " one\n\n two ", weight: "1,5", dailyUsd: "0" };
    expect(requestOf(form, null)).toEqual({
      provider: "kie",
      enabled: true,
      keys: ["one", "two"],
      weight: 1.5,
      dailyUsd: 0,
      lowBalance: 0,
    });
  });

  it("always names the address of a videos server, and that of an account that moves", () => {
    const server = { ...account, provider: "openai-videos" };
    expect(requestOf(formOf(server), server).baseUrl).toBe(account.baseUrl);
    expect(requestOf({ ...formOf(account), baseUrl: "https://other.example" }, account).baseUrl).toBe(
      "https://other.example",
    );
  });

  it("knows what is no number", () => {
    expect(notNumbers({ ...formOf(null), weight: "much", readCalls: "10" })).toEqual(["weight"]);
  });
});
