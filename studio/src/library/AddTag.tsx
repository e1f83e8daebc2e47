import { useQuery } from "@tanstack/react-query";
import { Tag } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { Popover } from "../ui/Popover";
import { tagsKey } from "./cache";
import { fetchTags } from "./calls";
import { NameForm } from "./NameForm";

/** The longest tag that the server takes. */
export const tagLength = 40;

/** A tag for the selected takes: a known one or a new one. */
export function AddTag({ onAdd }: { onAdd(tag: string): Promise<unknown> }) {
  const { t } = useTranslation("library");
  const { data: tags = [] } = useQuery({ queryKey: tagsKey, queryFn: ({ signal }) => fetchTags(signal) });
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={t("addTag")}
      className="w-72"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button kind="ghost" icon={<Tag size={15} aria-hidden />} className="max-md:size-11 max-md:gap-0 max-md:px-0">
          <span className="max-md:sr-only">{t("tag")}</span>
        </Button>
      }
    >
      <NameForm
        label={t("addTag")}
        action={t("add")}
        most={tagLength}
        suggestions={tags.map(({ tag }) => tag)}
        onSubmit={async (tag) => {
          await onAdd(tag);
          setOpen(false);
        }}
      />
    </Popover>
  );
}
