import { expect, it } from "vitest";
import type { Output } from "../api/types";
import { take } from "../testing/samples";
import { storyboardOf } from "./storyboardOf";

const output = { index: 0 } as Output;

it("What can be shown is a shot, in its order, with its request and without its webhook", () => {
  const input = { model: "sample-1", prompt: "A kite", webhookUrl: "https://example.com" };
  const takes = [
    take("b", { status: "succeeded", outputs: [output], input }),
    take("gone", { status: "succeeded", outputs: [output], expiredAt: "2026-05-01T10:00:00Z" }),
    take("open", { status: "running" }),
    take("a", { status: "succeeded", outputs: [output] }),
  ];
  expect(storyboardOf(takes)).toEqual([
    { request: { model: "sample-1", prompt: "A kite" }, chosen: "b" },
    { request: { model: "sample-1", prompt: "A kite" }, chosen: "a" },
  ]);
});
