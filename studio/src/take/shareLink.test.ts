import { expect, it } from "vitest";
import { shareLink } from "./shareLink";

it("The link for people leads to the page, under the token of the API's path", () => {
  expect(shareLink("/api/shared/k7Qx2vD9bTf4", "https://studio.example")).toBe(
    "https://studio.example/share/k7Qx2vD9bTf4",
  );
});
