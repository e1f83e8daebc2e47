import { readFileSync } from "node:fs";
import openapi, { astToString } from "openapi-typescript";
import { expect, it } from "vitest";

it("The generated types are those of the API description; npm run types makes them", async () => {
  const described = astToString(await openapi(new URL("../../../docs/openapi.json", import.meta.url)));
  const generated = readFileSync(new URL("schema.d.ts", import.meta.url), "utf8");
  expect(generated.replace(/^\/\*\*[\s\S]*?\*\/\s*/, "").trim()).toBe(described.trim());
});
