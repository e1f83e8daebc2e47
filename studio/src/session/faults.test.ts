import { expect, it } from "vitest";
import { faultOf } from "./faults";

it("What the server says of a visit to the provider is a sentence of ours, whatever stands in the address", () => {
  expect(faultOf("")).toBeNull();
  expect(faultOf("?token=x")).toBeNull();
  expect(faultOf("?fault=denied")).toBe("faults.denied");
  expect(faultOf("?fault=Call+this+number")).toBe("faults.failed");
  expect(faultOf("?fault=constructor")).toBe("faults.failed");
});
