import { useQuery, useQueryClient } from "@tanstack/react-query";
import { FolderPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { collectionsKey } from "./cache";
import { createCollection, fetchCollections } from "./calls";
import { CollectionCover } from "./CollectionCover";
import { NameForm } from "./NameForm";

/** The collections by their covers, the newest first, and the way to a new one. */
export function CollectionsRow() {
  const { t } = useTranslation("library");
  const queryClient = useQueryClient();
  const [, go] = useLocation();
  const [naming, setNaming] = useState(false);
  const collections = useQuery({ queryKey: collectionsKey, queryFn: ({ signal }) => fetchCollections(signal) });

  async function create(name: string): Promise<void> {
    const { id } = await createCollection(name);
    await queryClient.invalidateQueries({ queryKey: collectionsKey });
    setNaming(false);
    go(`/library/${id}`);
  }
  if (collections.error !== null) {
    return (
      <p role="alert" className="mb-4.5 flex items-center gap-3 text-bad">
        {collections.error.message}
        <Button size="sm" onClick={() => void collections.refetch()}>
          {t("again")}
        </Button>
      </p>
    );
  }
  return (
    <section aria-label={t("collections")} className="mb-5.5 min-h-29 max-md:-mx-4 max-md:mb-4.5 max-md:min-h-25">
      <ul className="scrollbar-none flex gap-2.5 overflow-x-auto p-1 max-md:px-4 md:-m-1">
        {collections.data?.toReversed().map((collection) => (
          <li key={collection.id} className="w-42 shrink-0 max-md:w-33">
            <Link href={`/library/${collection.id}`} className="group/cover block rounded-md">
              <CollectionCover collection={collection} />
              <span className="mt-2 flex gap-1.5 font-medium group-hover/cover:text-accent-text">
                <span className="truncate">{collection.name}</span>
                <span className="font-normal text-ink-3 tabular-nums">{collection.count}</span>
              </span>
            </Link>
          </li>
        ))}
        {collections.data !== undefined && (
          <li className="w-42 shrink-0 max-md:w-33">
            <button type="button" onClick={() => setNaming(true)} className="block w-full rounded-md text-left">
              <span className="grid h-23.5 place-items-center rounded-md border-[1.5px] border-dashed border-line-strong text-ink-3 max-md:h-19">
                <FolderPlus size={20} aria-hidden />
              </span>
              <span className="mt-2 block font-medium text-ink-2">{t("newCollection")}</span>
            </button>
          </li>
        )}
      </ul>
      <Dialog open={naming} onOpenChange={setNaming} title={t("newCollection")} className="p-6 md:w-[min(420px,94vw)]">
        <h2 className="mb-4 text-20 font-semibold tracking-title">{t("newCollection")}</h2>
        <NameForm label={t("name")} action={t("create")} most={100} onSubmit={create} />
      </Dialog>
    </section>
  );
}
