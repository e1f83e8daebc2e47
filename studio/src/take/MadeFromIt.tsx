import { ArrowUpLeft, CornerDownRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Generation } from "../api/types";
import { useModeName } from "../library/useModeName";

const row = "flex min-h-8 items-center gap-2 rounded-xs text-ink-2 hover:text-ink-1 max-md:min-h-11";

/** Which take this one comes from, and which ones come from it. */
export function MadeFromIt({ take }: { take: Generation }) {
  const { t } = useTranslation("take");
  const modeName = useModeName();
  const origin = take.parentId ?? take.remixOf;
  if (origin === undefined && take.children.length === 0) {
    return null;
  }
  return (
    <nav aria-label={t("family")} className="mb-4.5">
      {origin !== undefined && (
        <Link href={`/takes/${origin}`} className={row}>
          <ArrowUpLeft size={15} className="text-ink-3" aria-hidden />
          {take.parentId === undefined ? t("remixOf") : t("madeOf")}
        </Link>
      )}
      {take.children.map(({ id, mode, model, status }) => (
        <Link key={id} href={`/takes/${id}`} className={row}>
          <CornerDownRight size={15} className="text-ink-3" aria-hidden />
          {modeName(mode)}, {model}
          <span className="text-ink-3">{t(`states.${status}`)}</span>
        </Link>
      ))}
    </nav>
  );
}
