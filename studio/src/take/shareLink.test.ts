import { expect, it } from "vitest";
import { linkStateOf, shareLink } from "./shareLink";

it("The link for people leads to the page, under the token of the API's path", () => {
  expect(shareLink("/api/shared/k7Qx2vD9bTf4", "https://studio.example")).toBe(
    "https://studio.example/share/k7Qx2vD9bTf4",
  );
});

it("A link is on until its end, and off where there is none", () => {
  const share = { showPrompt: true, allowDownload: true };
  const endsAt = "2026-12-21T10:00:00Z";
  const end = Date.parse(endsAt);
  expect(linkStateOf({}, end)).toBe("off");
  expect(linkStateOf({ sharePath: "/api/shared/k7Qx", share }, end)).toBe("on");
  expect(linkStateOf({ sharePath: "/api/shared/k7Qx", share: { ...share, endsAt } }, end - 1)).toBe("on");
  expect(linkStateOf({ sharePath: "/api/shared/k7Qx", share: { ...share, endsAt } }, end)).toBe("ended");
});
