import { ArrowRight, Gauge, type LucideIcon, Repeat } from "lucide-react";
import type { Action } from "./calls";

export const actionIcons: Record<Action["name"], LucideIcon> = { remix: Repeat, extend: ArrowRight, upscale: Gauge };
