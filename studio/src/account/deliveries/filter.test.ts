import { expect, it } from "vitest";
import { filterOf, withValue } from "./filter";

it("The address holds the filter", () => {
  expect(filterOf(new URLSearchParams("endpoint=we_1&event=generation.failed&state=waiting&delivery=evt_1"))).toEqual({
    endpoint: "we_1",
    event: "generation.failed",
    state: "waiting",
  });
  expect(filterOf(new URLSearchParams("state=lost&event="))).toEqual({});
});

it("A value goes into the address and out of it again, beside the others", () => {
  const search = new URLSearchParams("endpoint=we_1");
  const narrowed = withValue(search, "state", "failed");
  expect(narrowed.toString()).toBe("endpoint=we_1&state=failed");
  expect(withValue(narrowed, "endpoint", "").toString()).toBe("state=failed");
  expect(search.toString()).toBe("endpoint=we_1");
});
