import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { Confirm } from "../ui/Confirm";
import { collectionsKey } from "./cache";
import { type Collection, deleteCollection } from "./calls";
import { CollectionForm } from "./CollectionForm";

interface CollectionDialogsProps {
  collection: Collection;
  open: "edit" | "delete" | null;
  onClose(): void;
}

/** What a collection is called, and the question before it goes: that cannot be undone. */
export function CollectionDialogs({ collection, open, onClose }: CollectionDialogsProps) {
  const { t } = useTranslation("library");
  const queryClient = useQueryClient();
  const [, go] = useLocation();
  const deleting = useMutation({
    mutationFn: () => deleteCollection(collection.id),
    onSuccess: async () => {
      go("/library");
      await queryClient.invalidateQueries({ queryKey: collectionsKey });
    },
  });
  return (
    <>
      {open === "edit" && <CollectionForm collection={collection} onClose={onClose} />}
      <Confirm
        open={open === "delete"}
        title={t("deleteQuestion", { name: collection.name })}
        action={t("deleteCollection")}
        busy={deleting.isPending}
        error={deleting.error}
        onConfirm={() => deleting.mutate()}
        onClose={onClose}
      >
        {t("deleteCollectionMore")}
      </Confirm>
    </>
  );
}
