import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { collectionsKey } from "./cache";
import { type Collection, deleteCollection, renameCollection } from "./calls";
import { NameForm } from "./NameForm";
import { useRun } from "./useRun";

interface CollectionDialogsProps {
  collection: Collection;
  open: "rename" | "delete" | null;
  onClose(): void;
}

/** A collection's new name, and the question before it goes: that cannot be undone. */
export function CollectionDialogs({ collection, open, onClose }: CollectionDialogsProps) {
  const { t } = useTranslation("library");
  const queryClient = useQueryClient();
  const [, go] = useLocation();
  const runner = useRun();
  const refresh = () => queryClient.invalidateQueries({ queryKey: collectionsKey });
  const change = (next: boolean) => !next && onClose();

  return (
    <>
      <Dialog open={open === "rename"} onOpenChange={change} title={t("rename")} className="p-6 md:w-[min(420px,94vw)]">
        <h2 className="mb-4 text-20 font-semibold tracking-title">{t("rename")}</h2>
        <NameForm
          label={t("name")}
          action={t("save")}
          initial={collection.name}
          most={100}
          onSubmit={async (name) => {
            await renameCollection(collection.id, name);
            await refresh();
            onClose();
          }}
        />
      </Dialog>
      <Dialog
        open={open === "delete"}
        onOpenChange={change}
        title={t("deleteCollection")}
        className="p-6 md:w-[min(420px,94vw)]"
      >
        <h2 className="mb-2 text-20 font-semibold tracking-title">{t("deleteQuestion", { name: collection.name })}</h2>
        <p className="text-ink-2">{t("deleteCollectionMore")}</p>
        {runner.fault !== null && (
          <p role="alert" className="mt-3 text-bad">
            {runner.fault}
          </p>
        )}
        <div className="mt-5 flex justify-end gap-2">
          <Button kind="ghost" className="max-md:min-h-11" onClick={onClose}>
            {t("keep")}
          </Button>
          <Button
            kind="secondary"
            className="text-bad max-md:min-h-11"
            busy={runner.busy !== null}
            onClick={() =>
              runner.run("delete", async () => {
                await deleteCollection(collection.id);
                go("/library");
                await refresh();
              })
            }
          >
            {t("deleteCollection")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
