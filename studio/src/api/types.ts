import type { components } from "./schema";

type Schemas = components["schemas"];

export type Account = Schemas["AccountResponse"];
export type Asset = Schemas["AssetResponse"];
export type FieldProblem = Schemas["FieldProblem"];
export type GenerateRequest = Schemas["GenerateVideoRequest"];
/** Some failures are explained: what the message means, and what helps. */
export type Failure = Schemas["GenerationFailureResponse"] & { meaning?: string; fix?: string };
export type Generation = Schemas["GenerationResponse"];
export type GenerationPage = Schemas["GenerationPage"];
export type Model = Schemas["ModelResponse"];
export type ModelControl = Schemas["ModelControl"];
export type ModelMode = Schemas["ModelMode"];
export type Output = Schemas["GenerationOutputResponse"];
export type Problem = Schemas["Problem"];
export type Quote = Schemas["QuoteResponse"];
