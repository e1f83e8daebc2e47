import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { TopBar } from "../app/TopBar";
import { SectionList } from "./SectionList";
import type { Section } from "./sections";

interface AccountFrameProps {
  section: Section["key"];
  /** At the end of the page's head. */
  tools?: ReactNode;
  children: ReactNode;
}

/** Every page of the account: its head, the list of sections, and the section. */
export function AccountFrame({ section, tools, children }: AccountFrameProps) {
  const { t } = useTranslation("account");
  return (
    <>
      <TopBar title={t("title")}>{tools}</TopBar>
      <div className="grid grid-cols-[208px_minmax(0,1fr)] gap-7 px-8 pt-2 pb-12 max-xl:grid-cols-1 max-xl:gap-4 max-md:gap-3 max-md:px-4">
        <SectionList current={section} />
        <main className="flex min-w-0 flex-col gap-4">{children}</main>
      </div>
    </>
  );
}
