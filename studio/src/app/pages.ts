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
  { path: "/compare/:id?", component: page(() => import("../compare/ComparePage")) },
  { path: "/batch/:id?", component: page(() => import("../batch/BatchPage")) },
  { path: "/storyboard/:id?", component: page(() => import("../storyboard/StoryboardPage")) },
];
