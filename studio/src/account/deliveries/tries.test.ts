import { expect, it } from "vitest";
import { headersOf, hostOf, isTaken } from "./tries";

it("A webhook is taken by any 2xx, and by nothing else", () => {
  expect([200, 204, 299, 301, 410, 500, undefined].map((status) => isTaken({ status } as never))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

it("The headers are those of the last try", () => {
  const delivery = { id: "evt_1", log: [{ at: "2026-11-22T07:15:31.900Z" }] };
  expect(headersOf(delivery as never)).toBe(
    "content-type: application/json\nwebhook-id: evt_1\nwebhook-timestamp: 1795331731",
  );
  expect(headersOf({ id: "evt_1", log: [] } as never)).toBe("content-type: application/json\nwebhook-id: evt_1");
});

it("Where something goes is its host", () => {
  expect(hostOf("https://hooks.example.com:8443/kinora?a=1")).toBe("hooks.example.com:8443");
  expect(hostOf("nonsense")).toBe("nonsense");
});
