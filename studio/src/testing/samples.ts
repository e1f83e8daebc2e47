import type { Generation, Model, ModelControl, ModelMode } from "../api/types";

/** Builders for tests. */
export function control(role: string, part: Partial<ModelControl> = {}): ModelControl {
  return { role, type: "text", required: false, ...part };
}

export function mode(name: string, controls: ModelControl[] = [], part: Partial<ModelMode> = {}): ModelMode {
  return { mode: name, variant: `sample/${name}`, controls, rules: [], prices: [], ...part };
}

export function model(part: Partial<Model> = {}): Model {
  return {
    id: "sample-1",
    name: "Sample 1",
    vendor: "Acme",
    family: "sample",
    summary: "A model for tests.",
    bestFor: "Tests",
    gradient: ["#111111", "#222222", "#333333"],
    categories: [],
    order: 1,
    hidden: false,
    aliases: [],
    sound: "optional",
    typicalSeconds: 60,
    available: true,
    health: { status: "works", takes: 0 },
    fromCredits: 10,
    modes: [mode("text-to-video", [control("prompt", { required: true })])],
    ...part,
  };
}

export function take(id: string, part: Partial<Generation> = {}): Generation {
  return {
    id,
    status: "queued",
    model: { id: "sample-1", name: "Sample 1", variant: "sample/text", typicalSeconds: 60, gradient: [] },
    mode: "text-to-video",
    input: { model: "sample-1", prompt: "A kite" },
    quote: { credits: 10, usd: 0.1, exact: true, lines: [], warnings: [] },
    charge: { held: 10, captured: 0, released: 0 },
    attempts: 0,
    favorite: false,
    tags: [],
    createdAt: "2026-05-01T10:00:00Z",
    updatedAt: "2026-05-01T10:00:00Z",
    warnings: [],
    actions: [],
    outputs: [],
    history: [],
    children: [],
    ledger: [],
    ...part,
  };
}
