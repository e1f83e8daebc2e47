import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { Account } from "../api/types";

/** One page of the studio behind the sign-in, besides Create. Its code and its words come when it is opened. */
export interface Page {
  /** As wouter matches it. */
  path: string;
  component: LazyExoticComponent<ComponentType>;
  /** Who may open it; everybody when it is left out. */
  role?: Account["role"];
}

export const page = (load: () => Promise<{ default: ComponentType }>) => lazy(load);

/** A page says its words' namespace in `useTranslation`, draws its own `TopBar`, and holds its content in one `main`. */
export const pages: readonly Page[] = [
  { path: "/admin", component: page(() => import("../admin/providers/ProvidersPage")), role: "admin" },
  { path: "/admin/accounts", component: page(() => import("../admin/accounts/AccountsPage")), role: "admin" },
  { path: "/admin/prices", component: page(() => import("../admin/prices/PricesPage")), role: "admin" },
  { path: "/admin/deliveries", component: page(() => import("../admin/deliveries/DeliveriesPage")), role: "admin" },
  { path: "/admin/insight", component: page(() => import("../admin/insight/InsightPage")), role: "admin" },
  { path: "/admin/health", component: page(() => import("../admin/health/HealthPage")), role: "admin" },
];
