import { expect, it } from "vitest";
import { plainAddress, withAddresses } from "./addresses";

it("Addresses come one by one or pasted together, each once", () => {
  expect(withAddresses([], "203.0.113.7")).toEqual(["203.0.113.7"]);
  expect(withAddresses(["10.4.0.0/16"], " 203.0.113.7, 10.4.0.0/16;\n2001:db8::/32 ")).toEqual([
    "10.4.0.0/16",
    "203.0.113.7",
    "2001:db8::/32",
  ]);
  expect(withAddresses(["10.4.0.0/16"], "  ")).toEqual(["10.4.0.0/16"]);
});

it("A network of one address is that address", () => {
  expect(
    ["203.0.113.7/32", "10.4.0.0/16", "2001:db8::1/128", "2001:db8::/32", "203.0.113.7"].map(plainAddress),
  ).toEqual(["203.0.113.7", "10.4.0.0/16", "2001:db8::1", "2001:db8::/32", "203.0.113.7"]);
});
