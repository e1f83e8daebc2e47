import { type LucideIcon, User } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { cx } from "../ui/cx";
import { useAccount } from "./account";
import { placeOf, places } from "./places";

function Tab({
  href,
  label,
  current,
  icon: Icon,
}: {
  href: string;
  label: string;
  current: boolean;
  icon: LucideIcon;
}) {
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={cx(
        "flex min-w-0 flex-1 flex-col items-center justify-center gap-[3px] text-11 font-medium",
        current ? "text-ink-1" : "text-ink-3",
      )}
    >
      <Icon size={21} aria-hidden />
      <span className="max-w-full truncate px-0.5">{label}</span>
    </Link>
  );
}

/** What the rail is on a phone. Admin holds health and deliveries there. */
export function TabBar() {
  const { t } = useTranslation();
  const account = useAccount();
  const [path] = useLocation();
  const here = placeOf(path);
  return (
    <nav
      aria-label={t("nav.main")}
      className="fixed inset-x-0 bottom-0 z-[calc(var(--z-dock)+1)] hidden h-[calc(var(--tabbar)+env(safe-area-inset-bottom))] border-t border-line bg-surface-1 pb-[env(safe-area-inset-bottom)] max-md:flex"
    >
      {places
        .filter(
          ({ key, role }) => (role === undefined || role === account.role) && key !== "health" && key !== "deliveries",
        )
        .map(({ key, href, icon }) => (
          <Tab
            key={key}
            href={href}
            label={t(`nav.${key}`)}
            current={here === key || (key === "admin" && path.startsWith("/admin"))}
            icon={icon}
          />
        ))}
      <Tab href="/account" label={t("nav.account")} current={path.startsWith("/account")} icon={User} />
    </nav>
  );
}
