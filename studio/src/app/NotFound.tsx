import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Mark } from "../ui/Mark";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6 text-center">
      <Mark size={40} />
      <h1 className="text-20 font-semibold tracking-title">{t("notFound.title")}</h1>
      <Link href="/" className="rounded-sm px-3 py-2 font-medium text-accent-text hover:bg-surface-2">
        {t("notFound.action")}
      </Link>
    </main>
  );
}
