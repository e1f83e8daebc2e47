import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import type { IconButtonProps } from "../ui/IconButton";
import { ActButton } from "./ActButton";
import { useFeed } from "./FeedProvider";

interface DeleteButtonProps extends Pick<IconButtonProps, "look" | "className"> {
  take: Generation;
}

/** Puts a take into the bin; for a while it can be had back at once. */
export function DeleteButton({ take, look = "veil", className }: DeleteButtonProps) {
  const { t } = useTranslation("takes");
  const { remove, restore } = useFeed();
  async function bin(): Promise<void> {
    const { toastDone } = await import("../ui/toastDone");
    await remove(take);
    toastDone(t("deleted"), { label: t("undo"), failed: t("undoFailed"), run: () => restore(take) });
  }
  return (
    <ActButton
      icon={Trash2}
      look={look}
      label={t("delete")}
      failedLabel={t("deleteFailed")}
      data-testid="delete-take"
      className={className}
      act={bin}
    />
  );
}
