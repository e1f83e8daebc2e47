import { Archive, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { count, megabytes, span } from "../ui/format";
import { IconButton } from "../ui/IconButton";
import { Swatch } from "../ui/Swatch";
import { archiveOfCollection, type Collection } from "./calls";
import { CollectionDialogs } from "./CollectionDialogs";
import { allOf } from "./filter";
import { bytesOf, creditsOf, secondsOf } from "./look";
import { useLibrary } from "./useLibrary";

/** A collection's name, its figures as far as all of it is known, and what can be done to it. */
export function CollectionHead({ collection }: { collection: Collection }) {
  const { t } = useTranslation("library");
  const [dialog, setDialog] = useState<"rename" | "delete" | null>(null);
  const { takes, hasNextPage, isSuccess, isPlaceholderData } = useLibrary(allOf(collection.id));
  const whole = isSuccess && !hasNextPage && !isPlaceholderData;
  const gradients = new Map(takes.map(({ model }) => [model.id, model.gradient]));
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
      <div className="flex items-center gap-1.5">
        {collection.count > 0 && (
          <a
            href={archiveOfCollection(collection.id)}
            download
            className="inline-flex h-(--h-md) items-center gap-2 rounded-sm bg-accent px-3.5 font-semibold text-on-accent hover:bg-accent-hover max-md:h-11"
          >
            <Archive size={15} aria-hidden />
            {t("downloadZip")}
          </a>
        )}
        <IconButton label={t("rename")} className="max-md:size-11" onClick={() => setDialog("rename")}>
          <Pencil size={16} aria-hidden />
        </IconButton>
        <IconButton label={t("deleteCollection")} className="max-md:size-11" onClick={() => setDialog("delete")}>
          <Trash2 size={16} aria-hidden />
        </IconButton>
      </div>
      <CollectionDialogs collection={collection} open={dialog} onClose={() => setDialog(null)} />
    </header>
  );
}
