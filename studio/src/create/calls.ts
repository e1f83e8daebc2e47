import { api, unwrap } from "../api/client";
import type { components } from "../api/schema";

export type UsedPrompt = components["schemas"]["PromptResponse"];

const shown = 50;

/** The prompts last used, each once, newest first. */
export const fetchPrompts = async (q: string, signal: AbortSignal): Promise<readonly UsedPrompt[]> =>
  (
    await unwrap(
      api.GET("/api/prompts", { params: { query: q === "" ? { limit: shown } : { q, limit: shown } }, signal }),
    )
  ).items;

export const enhancePrompt = async (
  body: { prompt: string; model: string; mode: string },
  signal: AbortSignal,
): Promise<string> => (await unwrap(api.POST("/api/prompts/enhance", { body, signal }))).prompt;
