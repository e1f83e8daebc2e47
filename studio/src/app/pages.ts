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
  { path: "/library", component: page(() => import("../library/LibraryPage")) },
  { path: "/library/:collection", component: page(() => import("../library/CollectionPage")) },
  { path: "/takes/:id", component: page(() => import("../take/TakePage")) },
  { path: "/account", component: page(() => import("../account/overview/OverviewPage")) },
  { path: "/account/keys", component: page(() => import("../account/keys/KeysPage")) },
  { path: "/account/webhooks", component: page(() => import("../account/webhooks/WebhooksPage")) },
  { path: "/account/webhooks/deliveries", component: page(() => import("../account/deliveries/DeliveriesPage")) },
  { path: "/account/preferences", component: page(() => import("../account/preferences/PreferencesPage")) },
  { path: "/account/sign-in", component: page(() => import("../account/access/AccessPage")) },
  { path: "/admin", component: page(() => import("../admin/providers/ProvidersPage")), role: "admin" },
  { path: "/admin/accounts", component: page(() => import("../admin/accounts/AccountsPage")), role: "admin" },
  { path: "/admin/prices", component: page(() => import("../admin/prices/PricesPage")), role: "admin" },
  { path: "/admin/deliveries", component: page(() => import("../admin/deliveries/DeliveriesPage")), role: "admin" },
  { path: "/admin/insight", component: page(() => import("../admin/insight/InsightPage")), role: "admin" },
  { path: "/admin/health", component: page(() => import("../admin/health/HealthPage")), role: "admin" },
  { path: "/compare/:id?", component: page(() => import("../compare/ComparePage")) },
  { path: "/batch/:id?", component: page(() => import("../batch/BatchPage")) },
  { path: "/storyboard/:id?", component: page(() => import("../storyboard/StoryboardPage")) },
];

/** The first steps of an administrator, which stand before the studio and not in its frame. */
export const WelcomePage = page(() => import("../welcome/WelcomePage"));
