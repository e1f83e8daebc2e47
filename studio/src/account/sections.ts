import { Coins, KeyRound, type LucideIcon, Shield, SlidersHorizontal, Webhook } from "lucide-react";

/** A page of the account, in the order of its list. */
export interface Section {
  key: "overview" | "keys" | "webhooks" | "preferences" | "access";
  href: string;
  icon: LucideIcon;
}

export const sections: readonly Section[] = [
  { key: "overview", href: "/account", icon: Coins },
  { key: "keys", href: "/account/keys", icon: KeyRound },
  { key: "webhooks", href: "/account/webhooks", icon: Webhook },
  { key: "preferences", href: "/account/preferences", icon: SlidersHorizontal },
  { key: "access", href: "/account/sign-in", icon: Shield },
];
