import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { cx } from "../../ui/cx";
import { useNarrow } from "../../ui/media";

const tabs = [
  { key: "health", href: "/admin/health", phoneOnly: true },
  { key: "deliveries", href: "/admin/deliveries", phoneOnly: true },
  { key: "providers", href: "/admin", phoneOnly: false },
  { key: "accounts", href: "/admin/accounts", phoneOnly: false },
  { key: "prices", href: "/admin/prices", phoneOnly: false },
  { key: "insight", href: "/admin/insight", phoneOnly: false },
] as const;

const bringIntoView = (tab: HTMLElement | null) => tab?.scrollIntoView({ block: "nearest", inline: "center" });

/** The pages of Admin. Health and deliveries have places of their own on the rail, so that only a phone has them here. */
export function AdminTabs() {
  const { t } = useTranslation("admin");
  const [path] = useLocation();
  const narrow = useNarrow();
  if (!narrow && tabs.some((tab) => tab.phoneOnly && tab.href === path)) {
    return null;
  }
  return (
    <nav
      aria-label={t("tabs.label")}
      className="mb-4.5 inline-flex max-w-full gap-px overflow-x-auto rounded-md bg-surface-2 p-[3px] scrollbar-none"
    >
      {tabs
        .filter((tab) => narrow || !tab.phoneOnly)
        .map(({ key, href }) => (
          <Link
            key={key}
            href={href}
            ref={href === path ? bringIntoView : undefined}
            aria-current={href === path ? "page" : undefined}
            className={cx(
              "flex h-7 shrink-0 items-center rounded-sm px-2.75 font-medium whitespace-nowrap transition max-md:h-11",
              href === path ? "bg-surface-4 text-ink-1 shadow-1 light:bg-surface-1" : "text-ink-2 hover:text-ink-1",
            )}
          >
            {t(`tabs.${key}`)}
          </Link>
        ))}
    </nav>
  );
}
