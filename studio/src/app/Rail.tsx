import { Keyboard, Moon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { switchTheme } from "../account/preferences/prefer";
import { useFeed } from "../feed/FeedProvider";
import { isActive } from "../feed/feed";
import { cx } from "../ui/cx";
import { IconButton } from "../ui/IconButton";
import { Mark } from "../ui/Mark";
import { useAccount } from "./account";
import { AccountMenu } from "./AccountMenu";
import { placeOf, places } from "./places";
import { useShell } from "./shellContext";

export function Rail() {
  const { t } = useTranslation();
  const account = useAccount();
  const { openKeys } = useShell();
  const { takes } = useFeed();
  const [path] = useLocation();
  const running = takes.filter(isActive).length;
  const here = placeOf(path);
  const shown = places.filter((place) => place.role === undefined || place.role === account.role);
  return (
    <nav
      aria-label={t("nav.main")}
      className="fixed inset-y-0 left-0 z-(--z-rail) flex w-(--rail) flex-col items-center gap-0.5 border-r border-line bg-bg pt-4 pb-3.5 max-md:hidden"
    >
      <Link href="/" aria-label={t("app")} className="mb-4.5 grid size-9 place-items-center rounded-md">
        <Mark />
      </Link>
      {shown.map(({ key, href, icon: Icon, role }, index) => (
        <span key={key} className="contents">
          {role !== undefined && shown[index - 1]?.role === undefined && (
            <hr className="my-2 w-9 border-t border-line" />
          )}
          <Link
            href={href}
            aria-current={key === here ? "page" : undefined}
            className={cx(
              "relative flex min-w-15 flex-col px-1 items-center gap-1 rounded-md pt-2 pb-[7px] text-11 font-medium",
              key === here ? "bg-surface-2 text-ink-1" : "text-ink-3 hover:bg-surface-1 hover:text-ink-1",
            )}
          >
            <Icon size={19} aria-hidden />
            {t(`nav.${key}`)}
            {key === "create" && running > 0 && (
              <span
                aria-label={t("nav.running", { count: running })}
                className="absolute top-1 right-2.5 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-10 font-semibold text-on-accent shadow-[0_0_0_2px_var(--bg)]"
              >
                {running}
              </span>
            )}
          </Link>
        </span>
      ))}
      <span className="flex-1" />
      <IconButton label={t("nav.theme")} onClick={switchTheme}>
        <Moon size={16} aria-hidden />
      </IconButton>
      <IconButton label={t("nav.keys")} onClick={openKeys}>
        <Keyboard size={16} aria-hidden />
      </IconButton>
      <AccountMenu account={account} side="right" withLabel />
    </nav>
  );
}
