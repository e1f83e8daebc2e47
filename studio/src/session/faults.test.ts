import { expect, it } from "vitest";
import { words } from "../words";
import { faultOf } from "./faults";

it("What the server says of a visit to the provider is a sentence of ours, whatever stands in the address", () => {
  expect(faultOf("")).toBeNull();
  expect(faultOf("?token=x")).toBeNull();
  expect(faultOf("?fault=denied")).toBe(words.signIn.faults.denied);
  expect(faultOf("?fault=Call+this+number")).toBe(words.signIn.faults.failed);
  expect(faultOf("?fault=constructor")).toBe(words.signIn.faults.failed);
});
