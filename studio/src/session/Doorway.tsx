import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "../app/LanguageSwitch";
import { Mark } from "../ui/Mark";

interface DoorwayProps {
  picture: string;
  /** Beside the name of the house. */
  beside?: ReactNode;
  /** In the lower left corner. */
  foot: ReactNode;
  children: ReactNode;
}

/** The frame of what stands before the studio: words on one side, a picture on the other. */
export function Doorway({ picture, beside, foot, children }: DoorwayProps) {
  const { t } = useTranslation();
  return (
    <main className="flex min-h-dvh max-md:flex-col-reverse max-md:justify-end">
      <section className="flex w-[38%] min-w-110 flex-col px-14 py-9 max-md:w-auto max-md:min-w-0 max-md:flex-1 max-md:px-6 max-md:pt-5 max-md:pb-8">
        <div className="flex items-center gap-2.5">
          <Mark size={34} />
          <span className="flex-1 text-[18px] font-semibold tracking-[-.02em]">{t("app")}</span>
          {beside}
        </div>
        {children}
        <div className="flex flex-wrap items-center justify-between gap-3">
          {foot}
          <LanguageSwitch />
        </div>
      </section>
      <aside className="relative m-3.5 flex-1 overflow-hidden rounded-[24px] bg-surface-1 max-md:m-2 max-md:h-60 max-md:flex-none max-md:rounded-[18px]">
        <img src={picture} alt="" className="absolute inset-0 size-full object-cover max-md:object-[72%_42%]" />
      </aside>
    </main>
  );
}
