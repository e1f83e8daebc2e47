import { expect, it } from "vitest";
import { ApiError } from "../api/problem";
import { fieldFault, formFault } from "./faults";

const invalid = new ApiError(400, {
  code: "invalid_input",
  detail: "Two fields are wrong.",
  errors: [
    { field: "name", message: "Give a name." },
    { field: "allowedIps[1]", message: "That is no address." },
  ],
});

it("A field hears its own fault, also where one of its items is meant", () => {
  expect(fieldFault(invalid, "name")).toBe("Give a name.");
  expect(fieldFault(invalid, "allowedIps")).toBe("That is no address.");
  expect(fieldFault(invalid, "allowed")).toBeUndefined();
  expect(fieldFault(new TypeError("offline"), "name")).toBeUndefined();
});

it("The form says what no field of it says", () => {
  expect(formFault(null, [], "unreachable")).toBeNull();
  expect(formFault(new TypeError("offline"), [], "unreachable")).toBe("unreachable");
  expect(formFault(invalid, ["name", "allowedIps"], "unreachable")).toBeNull();
  expect(formFault(invalid, ["name"], "unreachable")).toBe("That is no address.");
  expect(formFault(new ApiError(409, { code: "conflict", detail: "It is taken." }), ["name"], "unreachable")).toBe(
    "It is taken.",
  );
});
