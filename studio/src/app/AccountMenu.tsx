import { useQueryClient } from "@tanstack/react-query";
import { Command, Keyboard, KeyRound, LogOut, Moon, User } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { chooseLanguage, switchTheme } from "../account/preferences/prefer";
import { signOut } from "../api/calls";
import type { Account } from "../api/types";
import { cx } from "../ui/cx";
import { Popover } from "../ui/Popover";
import { LanguageSwitch } from "./LanguageSwitch";
import { useShell } from "./shellContext";

interface AccountMenuProps {
  account: Account;
  /** At the bottom on narrow screens, where the menu also holds what the rail holds. */
  side: "right" | "bottom";
  withLabel?: boolean;
}

function initials(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean);
  return parts
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join("");
}

function MenuItem({ icon, children, onClick }: { icon: ReactNode; children: ReactNode; onClick(): void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex h-10 max-md:h-11 w-full items-center gap-2.5 rounded-sm px-2.5 text-left font-medium text-ink-1 hover:bg-surface-3 [&_svg]:text-ink-3"
    >
      {icon}
      {children}
    </button>
  );
}

export function AccountMenu({ account, side, withLabel = false }: AccountMenuProps) {
  const { t } = useTranslation();
  const { openKeys, openPalette } = useShell();
  const queryClient = useQueryClient();
  const [menuOpen, setMenuOpen] = useState(false);
  const [path, navigate] = useLocation();
  const here = path.startsWith("/account");
  function go(to: string): void {
    setMenuOpen(false);
    navigate(to);
  }
  async function leave(): Promise<void> {
    await signOut().catch(() => undefined);
    queryClient.clear();
    location.assign("/sign-in");
  }
  const avatar = (
    <span
      aria-hidden
      className="grid size-6.5 place-items-center rounded-full bg-[linear-gradient(140deg,#ffcf9e,#b5583a_60%,#40222a)] text-11 font-semibold text-on-media"
    >
      {initials(account.name)}
    </span>
  );
  const trigger = withLabel ? (
    <button
      type="button"
      className={cx(
        "mt-1 flex w-15 flex-col items-center gap-1 rounded-md pt-2 pb-[7px] text-11 font-medium hover:bg-surface-1 hover:text-ink-1",
        here ? "bg-surface-2 text-ink-1" : "text-ink-3",
      )}
    >
      {avatar}
      {t("nav.account")}
    </button>
  ) : (
    <button type="button" aria-label={t("nav.account")} className="grid size-11 place-items-center rounded-full">
      {avatar}
    </button>
  );
  return (
    <>
      <Popover
        trigger={trigger}
        label={t("nav.account")}
        side={side}
        align="end"
        className="w-70"
        open={menuOpen}
        onOpenChange={setMenuOpen}
      >
        <p className="text-14 font-semibold">{account.name}</p>
        <p className="text-12 text-ink-3">{account.role === "admin" ? t("account.admin") : t("account.user")}</p>
        <p className="mt-3 mb-3 text-12 text-ink-2">
          {account.provider === "sandbox" ? t("account.sandbox") : t("account.kie")}
        </p>
        <LanguageSwitch className="mb-3 w-full bg-surface-3 [&>button]:flex-1" onChoose={chooseLanguage} />
        <div className="-mx-1.5 border-t border-line pt-1.5">
          {side === "bottom" && (
            <>
              <MenuItem
                icon={<Command size={16} aria-hidden />}
                onClick={() => {
                  setMenuOpen(false);
                  openPalette();
                }}
              >
                {t("nav.palette")}
              </MenuItem>
              <MenuItem icon={<Moon size={16} aria-hidden />} onClick={switchTheme}>
                {t("nav.theme")}
              </MenuItem>
              <MenuItem icon={<Keyboard size={16} aria-hidden />} onClick={openKeys}>
                {t("nav.keys")}
              </MenuItem>
            </>
          )}
          <MenuItem icon={<User size={16} aria-hidden />} onClick={() => go("/account")}>
            {t("nav.account")}
          </MenuItem>
          <MenuItem icon={<KeyRound size={16} aria-hidden />} onClick={() => go("/account/sign-in")}>
            {t("account.password")}
          </MenuItem>
          <MenuItem icon={<LogOut size={16} aria-hidden />} onClick={() => void leave()}>
            {t("account.signOut")}
          </MenuItem>
        </div>
      </Popover>
    </>
  );
}
