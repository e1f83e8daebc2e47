import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { cx } from "../../ui/cx";

const tabs = [
  { key: "endpoints", href: "/account/webhooks" },
  { key: "log", href: "/account/webhooks/deliveries" },
] as const;

/** The two pages about webhooks: where they go, and what was sent. */
export function WebhookTabs({ current }: { current: (typeof tabs)[number]["key"] }) {
  const { t } = useTranslation("webhooks");
  return (
    <nav aria-label={t("tabs.label")} className="inline-flex gap-px self-start rounded-md bg-surface-2 p-[3px]">
      {tabs.map(({ key, href }) => (
        <Link
          key={key}
          href={href}
          aria-current={key === current ? "page" : undefined}
          className={cx(
            "flex h-7 items-center rounded-sm px-2.75 font-medium whitespace-nowrap transition max-md:h-11",
            key === current ? "bg-surface-4 text-ink-1 shadow-1 light:bg-surface-1" : "text-ink-2 hover:text-ink-1",
          )}
        >
          {t(`tabs.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
