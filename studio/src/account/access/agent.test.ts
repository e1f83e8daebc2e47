import { expect, it } from "vitest";
import { agentOf } from "./agent";

it("A browser is known by its own name among the others that it gives", () => {
  const chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36";
  expect(agentOf(chrome)).toEqual({ browser: "Chrome", system: "Linux" });
  expect(agentOf(`${chrome} Edg/142.0`)).toEqual({ browser: "Edge", system: "Linux" });
  expect(agentOf("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1")).toEqual({
    browser: "Safari",
    system: "iPhone",
  });
  expect(agentOf("Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0")).toEqual({
    browser: "Firefox",
    system: "Windows",
  });
  expect(agentOf("curl/8.5.0")).toEqual({ browser: undefined, system: undefined });
});
