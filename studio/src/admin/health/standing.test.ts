import { describe, expect, it } from "vitest";
import type { Model } from "../../api/types";
import type { DiagnosticReport, DiagnosticRow, Verdict } from "../shared/types";
import { cellOf, codeOf, routesFor } from "./cells";
import { matches, rowsOf } from "./standing";

const route = (change: Partial<DiagnosticRow> = {}): DiagnosticRow => ({
  model: "one",
  name: "One",
  account: "kie",
  endpoint: "jobs",
  wireModel: "one/text",
  status: "works",
  ...change,
});

const report = (...models: DiagnosticRow[]): DiagnosticReport => ({
  id: "r",
  at: "2026-11-22T06:00:00Z",
  seconds: 10,
  scheduled: false,
  state: "working",
  checks: [],
  models,
  findings: [],
  actions: [],
  changes: [],
});

const model = (id: string, status: Model["health"]["status"], ...modes: [string, string][]): Model =>
  ({
    id,
    name: id,
    vendor: "Acme",
    health: { status, takes: 0 },
    modes: modes.map(([mode, variant]) => ({ mode, variant })),
  }) as unknown as Model;

const verdict = (at: string): Verdict => ({
  at,
  account: "kie",
  endpoint: "jobs",
  model: "one/text",
  source: "probe",
  reading: "paused",
  reason: "under maintenance",
  code: "455",
  request: "POST",
});

describe("rows of health", () => {
  it("has trouble first, and takes the worse of the report and the server", () => {
    const rows = rowsOf(
      report(route(), route({ model: "two", status: "paused" }), route({ model: "three" })),
      [],
      [model("one", "works"), model("two", "works"), model("three", "degraded"), model("four", "unknown")],
    );
    expect(rows.map((row) => [row.id, row.standing])).toEqual([
      ["two", "down"],
      ["three", "degraded"],
      ["four", "unknown"],
      ["one", "works"],
    ]);
  });

  it("believes a later look at a route, but no older one", () => {
    expect(rowsOf(report(route()), [verdict("2026-11-22T06:00:05Z")], [])[0]?.standing).toBe("works");
    const later = rowsOf(report(route()), [verdict("2026-11-22T06:05:00Z")], [])[0];
    expect(later?.standing).toBe("down");
    expect(later?.routes[0]).toMatchObject({ error: "under maintenance", code: "455" });
  });

  it("finds by name, vendor and account", () => {
    const [row] = rowsOf(report(route()), [], [model("one", "works")]);
    expect(row && ["ONE", "acme kie", "acme other"].map((search) => matches(row, search))).toEqual([true, true, false]);
  });
});

describe("cells", () => {
  it("tells what several routes come to", () => {
    const refused = route({ status: "not_published", answer: '{"code":422,"msg":"no"}' });
    expect(cellOf([])).toBeNull();
    expect(cellOf([route(), route({ status: "unclear" })])?.state).toBe("works");
    expect(cellOf([route(), refused])).toEqual({ state: "degraded", code: null });
    expect(cellOf([refused])).toEqual({ state: "not_published", code: "422" });
    expect(codeOf(route({ answer: '{"status": 404}' }))).toBe("404");
    expect(codeOf(route())).toBeNull();
  });

  it("gives a mode its own routes, and those without a name where it has none", () => {
    const rows = rowsOf(
      report(route(), route({ wireModel: "elsewhere", status: "paused" })),
      [],
      [model("one", "works", ["text-to-video", "one/text"], ["image-to-video", "one/image"])],
    );
    const of = (mode: string) => rows[0] && routesFor(rows[0], [mode]).map((each) => each.wireModel);
    expect(of("text-to-video")).toEqual(["one/text"]);
    expect(of("image-to-video")).toEqual(["elsewhere"]);
    expect(of("extend")).toEqual([]);
  });
});
