import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../ui/Field";
import { fieldFault } from "../ui/faults";
import { FormDialog } from "../ui/FormDialog";
import { collectionsKey } from "./cache";
import { changeCollection, type Collection } from "./calls";

const fields = ["name", "note"] as const;

/** What a collection is called, and what it is for. */
export function CollectionForm({ collection, onClose }: { collection: Collection; onClose(): void }) {
  const { t } = useTranslation("library");
  const queryClient = useQueryClient();
  const [name, setName] = useState(collection.name);
  const [note, setNote] = useState(collection.note ?? "");
  const sending = useMutation({
    mutationFn: () => changeCollection(collection.id, { name: name.trim(), note: note.trim() }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: collectionsKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("editCollection")}
      action={t("save")}
      sending={sending}
      fields={fields}
      ready={name.trim() !== ""}
      onSend={sending.mutate}
      onClose={onClose}
    >
      <Field
        label={t("name")}
        value={name}
        fault={fieldFault(sending.error, "name")}
        maxLength={100}
        required
        data-first
        onChange={setName}
      />
      <Field
        label={t("note")}
        hint={t("noteHint")}
        value={note}
        fault={fieldFault(sending.error, "note")}
        maxLength={500}
        onChange={setNote}
      />
    </FormDialog>
  );
}
