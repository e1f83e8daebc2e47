import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { cx } from "../ui/cx";
import { type Section, sections } from "./sections";

/** The account's sections: a list beside the page, a row that scrolls where there is no room for it. */
export function SectionList({ current }: { current: Section["key"] }) {
  const { t } = useTranslation("account");
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const shown = list.current?.querySelector<HTMLElement>(`[data-section="${current}"]`);
    if (list.current !== null && shown) {
      list.current.scrollLeft = shown.offsetLeft - (list.current.clientWidth - shown.offsetWidth) / 2;
    }
  }, [current]);
  return (
    <nav
      ref={list}
      aria-label={t("sections.label")}
      className="scrollbar-none sticky top-[72px] flex min-w-0 flex-col gap-0.5 self-start max-xl:static max-xl:-m-1 max-xl:max-w-[calc(100%+8px)] max-xl:flex-row max-xl:overflow-x-auto max-xl:p-1 max-md:-mx-4 max-md:max-w-none max-md:px-4"
    >
      {sections.map(({ key, href, icon: Icon }) => (
        <Link
          key={key}
          data-section={key}
          href={href}
          aria-current={key === current ? "page" : undefined}
          className={cx(
            "flex h-9 shrink-0 items-center gap-2.5 rounded-sm px-3 font-medium whitespace-nowrap max-md:h-11",
            key === current ? "bg-surface-2 text-ink-1" : "text-ink-2 hover:bg-surface-1 hover:text-ink-1",
          )}
        >
          <Icon size={16} aria-hidden />
          {t(`sections.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
