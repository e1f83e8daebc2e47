import { Archive, Film, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNewGroup } from "../groups/useNewGroup";
import { Button, buttonLook } from "../ui/Button";
import { Fault } from "../ui/Fault";
import { count, megabytes, span } from "../ui/format";
import { IconButton } from "../ui/IconButton";
import { Swatch } from "../ui/Swatch";
import { archiveOfCollection, type Collection } from "./calls";
import { CollectionDialogs } from "./CollectionDialogs";
import { allOf } from "./filter";
import { bytesOf, creditsOf, secondsOf } from "./look";
import { storyboardOf } from "./storyboardOf";
import { useLibrary } from "./useLibrary";

/** A collection's name, its figures as far as all of it is known, and what can be done to it. */
export function CollectionHead({ collection }: { collection: Collection }) {
  const { t } = useTranslation("library");
  const [dialog, setDialog] = useState<"edit" | "delete" | null>(null);
  const { takes, hasNextPage, isSuccess, isPlaceholderData } = useLibrary(allOf(collection.id));
  const whole = isSuccess && !hasNextPage && !isPlaceholderData;
  const gradients = new Map(takes.map(({ model }) => [model.id, model.gradient]));
  const filming = useNewGroup("storyboard");
  const shots = storyboardOf(takes);
  const figures = [
    t("takes", { count: collection.count }),
    ...(whole && takes.length > 0
      ? [span(secondsOf(takes)), megabytes(bytesOf(takes)), t("cr", { shown: count(creditsOf(takes)) })]
      : []),
  ];
  return (
    <header className="mb-5.5 flex flex-wrap items-end gap-x-7 gap-y-4">
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="text-36 leading-[1.1] font-semibold tracking-[-.03em] break-words max-md:text-26">
          {collection.name}
        </h2>
        {collection.note !== undefined && (
          <p className="mt-2.5 max-w-160 leading-body break-words text-ink-2">{collection.note}</p>
        )}
        <p className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-1.5 text-ink-3 tabular-nums">
          {figures.map((figure) => (
            <span key={figure}>{figure}</span>
          ))}
          {whole && gradients.size > 0 && (
            <span className="flex gap-1.5">
              {[...gradients].slice(0, 8).map(([id, gradient]) => (
                <Swatch key={id} gradient={gradient} />
              ))}
            </span>
          )}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        {shots.length > 0 && (
          <Button
            kind="line"
            className="max-md:h-11"
            icon={<Film size={15} aria-hidden />}
            busy={filming.isPending}
            disabled={filming.isPending || !whole}
            onClick={() => filming.mutate({ name: collection.name, items: shots })}
          >
            {t("makeStoryboard")}
          </Button>
        )}
        {collection.count > 0 && (
          <a
            href={archiveOfCollection(collection.id)}
            download
            className={buttonLook({ kind: "primary", className: "max-md:h-11" })}
          >
            <Archive size={15} aria-hidden />
            {t("downloadZip")}
          </a>
        )}
        <IconButton label={t("editCollection")} className="max-md:size-11" onClick={() => setDialog("edit")}>
          <Pencil size={16} aria-hidden />
        </IconButton>
        <IconButton label={t("deleteCollection")} className="max-md:size-11" onClick={() => setDialog("delete")}>
          <Trash2 size={16} aria-hidden />
        </IconButton>
      </div>
      <Fault error={filming.error} className="basis-full" />
      <CollectionDialogs collection={collection} open={dialog} onClose={() => setDialog(null)} />
    </header>
  );
}
