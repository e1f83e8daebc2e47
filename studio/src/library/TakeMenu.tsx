import { Download, Ellipsis, RotateCcw, Star, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Generation } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { isActive } from "../feed/feed";
import { IconButton } from "../ui/IconButton";
import { Menu, MenuItem } from "../ui/Menu";
import { useTakeActs } from "./useTakeActs";

/** What can be done to one take from its line. */
export function TakeMenu({ take, title }: { take: Generation; title: string }) {
  const { t } = useTranslation("library");
  const [, go] = useLocation();
  const { reuse } = useDraft();
  const acts = useTakeActs();
  const [fault, setFault] = useState<string | null>(null);
  const output = take.outputs[0];
  const run = (act: Promise<unknown>) => {
    setFault(null);
    act.catch((error: Error) => setFault(error.message));
  };
  return (
    <>
      {fault !== null && (
        <span role="alert" className="absolute top-1 right-12 z-2 rounded-sm bg-surface-2 px-3 py-2 text-bad shadow-2">
          {fault}
        </span>
      )}
      <Menu
        trigger={
          <IconButton label={t("actsOf", { title })} className="max-md:size-11">
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
      >
        {take.deletedAt === undefined ? (
          <>
            <MenuItem icon={<Star size={16} aria-hidden />} onSelect={() => run(acts.favorite([take], !take.favorite))}>
              {take.favorite ? t("unfavorite") : t("favorite")}
            </MenuItem>
            <MenuItem
              icon={<RotateCcw size={16} aria-hidden />}
              onSelect={() => {
                go("/");
                reuse(take);
              }}
            >
              {t("reuse")}
            </MenuItem>
            {output !== undefined && (
              <MenuItem
                icon={<Download size={16} aria-hidden />}
                onSelect={() => location.assign(`${output.videoUrl}&download=1`)}
              >
                {t("download")}
              </MenuItem>
            )}
            <MenuItem
              danger
              icon={<Trash2 size={16} aria-hidden />}
              disabled={isActive(take)}
              onSelect={() => run(acts.remove([take]))}
            >
              {t("delete")}
            </MenuItem>
          </>
        ) : (
          <MenuItem icon={<Undo2 size={16} aria-hidden />} onSelect={() => run(acts.restore([take]))}>
            {t("restore")}
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
