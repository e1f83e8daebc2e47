import { expect, it } from "vitest";
import type { Output } from "../api/types";
import { control, mode, model, take } from "../testing/samples";
import { modelsMaking, takesFrom } from "./takes";

const outputs = [{ index: 0 } as Output];
const made = (id: string, variant: string, status: "succeeded" | "running" = "succeeded") =>
  take(id, { status, outputs, model: { ...take(id).model, variant } });

it("Only finished takes of the named variants can be continued", () => {
  const takes = [made("gen_1", "a"), made("gen_2", "b"), made("gen_3", "a", "running")];
  expect(takesFrom(takes, control("source", { type: "take", from: ["a"] })).map(({ id }) => id)).toEqual(["gen_1"]);
  expect(takesFrom(takes, control("source", { type: "take" })).map(({ id }) => id)).toEqual(["gen_1", "gen_2"]);
});

it("The models that make such takes are named", () => {
  const models = [
    model({ name: "One", modes: [mode("x", [], { variant: "a" })] }),
    model({ name: "Two", modes: [mode("x", [], { variant: "b" })] }),
  ];
  expect(modelsMaking(models, control("source", { type: "take", from: ["a"] }))).toEqual(["One"]);
});
