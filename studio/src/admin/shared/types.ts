import type { components } from "../../api/schema";

type Schemas = components["schemas"];

export type AccountEntry = Schemas["AccountEntry"];
export type AccountChange = Schemas["AccountChangeRequest"];
export type Callback = Schemas["CallbackResponse"];
export type Delivery = Schemas["DeliveryResponse"];
export type DiagnosticReport = Schemas["DiagnosticReportResponse"];
export type DiagnosticRow = Schemas["DiagnosticRowResponse"];
export type DiagnosticRun = Schemas["DiagnosticRunResponse"];
export type Diagnostics = Schemas["DiagnosticsResponse"];
export type NewAccount = Schemas["NewAccountRequest"];
export type PriceRow = Schemas["PriceAuditRow"];
export type ProviderAccount = Schemas["ProviderAccountResponse"];
export type ProviderRequest = Schemas["ProviderAccountRequest"];
export type Reconcile = Schemas["ReconcileResponse"];
export type ResponseTime = Schemas["ResponseTimeResponse"];
export type SignInLink = Schemas["SignInLinkResponse"];
export type Stuck = Schemas["StuckResponse"];
export type Verdict = Schemas["VerdictResponse"];
export type WebhookDelivery = Schemas["WebhookDeliveryResponse"];
