import { Clapperboard, Film, Table2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { cx } from "../ui/cx";

const kinds = [
  { key: "takes", href: "/", icon: Clapperboard },
  { key: "storyboard", href: "/storyboard", icon: Film },
  { key: "batch", href: "/batch", icon: Table2 },
] as const;

/** The three kinds of work in the head of Create; icons alone on a phone. */
export function CreateKinds() {
  const { t } = useTranslation();
  const [path] = useLocation();
  const isHere = (href: string) => path === href || (href !== "/" && path.startsWith(`${href}/`));
  return (
    <nav
      aria-label={t("kinds.label")}
      className="ml-1.5 inline-flex shrink-0 gap-px rounded-md bg-surface-2 p-[3px] max-md:ml-0 max-md:px-0"
    >
      {kinds.map(({ key, href, icon: Icon }) => (
        <Link
          key={key}
          href={href}
          aria-label={t(`kinds.${key}`)}
          aria-current={isHere(href) ? "page" : undefined}
          className={cx(
            "relative inline-flex h-7 items-center gap-1.5 rounded-sm px-2.75 justify-center font-medium whitespace-nowrap transition max-md:w-11 max-md:px-0",
            isHere(href) ? "bg-surface-4 text-ink-1 shadow-1 light:bg-surface-1" : "text-ink-2 hover:text-ink-1",
          )}
        >
          <Icon size={16} aria-hidden />
          <span className="max-md:hidden">{t(`kinds.${key}`)}</span>
        </Link>
      ))}
    </nav>
  );
}
