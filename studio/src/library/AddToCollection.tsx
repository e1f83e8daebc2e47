import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, Folder, FolderPlus, LoaderCircle } from "lucide-react";
import { type ComponentProps, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { Popover } from "../ui/Popover";
import { collectionsKey } from "./cache";
import { createCollection, fetchCollections } from "./calls";
import { NameForm } from "./NameForm";

interface AddToCollectionProps {
  trigger?: ReactElement<ComponentProps<"button">>;
  /** Puts the takes in question into a collection; fails with the reason. */
  onAdd(collection: string): Promise<unknown>;
}

/** The collections, to add takes to one of them or to a new one. */
export function AddToCollection({ trigger, onAdd }: AddToCollectionProps) {
  const { t } = useTranslation("library");
  const queryClient = useQueryClient();
  const collections = useQuery({ queryKey: collectionsKey, queryFn: ({ signal }) => fetchCollections(signal) });
  const [busy, setBusy] = useState<string | null>(null);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [fault, setFault] = useState<string | null>(null);

  async function add(id: string): Promise<void> {
    setBusy(id);
    setFault(null);
    try {
      await onAdd(id);
      setDone((known) => new Set(known).add(id));
    } catch (error) {
      setFault((error as Error).message);
    }
    setBusy(null);
  }
  async function create(name: string): Promise<void> {
    const { id } = await createCollection(name);
    await queryClient.invalidateQueries({ queryKey: collectionsKey });
    await add(id);
  }

  return (
    <Popover
      label={t("addTo")}
      side="top"
      className="w-72"
      onOpenChange={(open) => open && setDone(new Set())}
      trigger={
        trigger ?? (
          <Button
            kind="ghost"
            icon={<FolderPlus size={16} aria-hidden />}
            className="max-md:size-11 max-md:gap-0 max-md:px-0"
          >
            <span className="max-md:sr-only">{t("addTo")}</span>
          </Button>
        )
      }
    >
      <p className="mb-2 px-2.5 text-12 font-medium text-ink-3">{t("addTo")}</p>
      {collections.error !== null && (
        <p role="alert" className="px-2.5 pb-2 text-bad">
          {collections.error.message}
        </p>
      )}
      <ul className="max-h-56 overflow-auto">
        {collections.data?.map(({ id, name, count }) => (
          <li key={id}>
            <button
              type="button"
              aria-busy={busy === id || undefined}
              onClick={() => void add(id)}
              className="flex min-h-9 w-full items-center gap-2.5 rounded-sm px-2.5 text-left font-medium hover:bg-surface-3 max-md:min-h-11"
            >
              {busy === id ? (
                <LoaderCircle size={16} className="spin text-ink-3" aria-hidden />
              ) : done.has(id) ? (
                <Check size={16} className="text-ok" role="img" aria-label={t("added")} />
              ) : (
                <Folder size={16} className="text-ink-3" aria-hidden />
              )}
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="text-12 font-normal text-ink-3 tabular-nums">{count}</span>
            </button>
          </li>
        ))}
      </ul>
      {fault !== null && (
        <p role="alert" className="px-2.5 py-1.5 text-bad">
          {fault}
        </p>
      )}
      <NameForm label={t("newCollection")} action={t("create")} most={100} onSubmit={create} className="mt-2" />
    </Popover>
  );
}
