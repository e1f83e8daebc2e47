import type { components } from "./schema";

type Schemas = components["schemas"];

export type Account = Schemas["AccountResponse"];
export type AccountSignIn = Schemas["AccountSignInResponse"];
export type Asset = Schemas["AssetResponse"];
export type FieldProblem = Schemas["FieldProblem"];
export type GenerateRequest = Schemas["GenerateVideoRequest"];
export type Generation = Schemas["GenerationResponse"];
export type GenerationPage = Schemas["GenerationPage"];
export type Model = Schemas["ModelResponse"];
export type ModelControl = Schemas["ModelControl"];
export type ModelMode = Schemas["ModelMode"];
export type Output = Schemas["GenerationOutputResponse"];
export type PasswordRequest = Schemas["PasswordRequest"];
export type Problem = Schemas["Problem"];
export type Quote = Schemas["QuoteResponse"];
export type SignInWays = Schemas["SignInWaysResponse"];
