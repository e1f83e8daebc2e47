import { Download, Ellipsis, Pause, Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFeed } from "../feed/FeedProvider";
import type { GenerateGroup, GroupItem } from "../groups/types";
import { Button } from "../ui/Button";
import { count } from "../ui/format";
import { IconButton } from "../ui/IconButton";
import { Menu, MenuItem } from "../ui/Menu";
import type { Row } from "./useRow";

interface RowMenuProps {
  item: GroupItem;
  place: number;
  row: Row;
  sending: boolean;
  onSend(body: GenerateGroup): void;
}

/** What can be done with one row now. */
export function RowMenu({ item, place, row, sending, onSend }: RowMenuProps) {
  const { t } = useTranslation("batch");
  const { cancel } = useFeed();
  const [fault, setFault] = useState<string | null>(null);
  const { take, editable, remove } = row;
  const output = item.status === "succeeded" ? take?.outputs[0] : undefined;
  const price = item.estimate;
  if (!editable && output === undefined && item.status !== "queued") {
    return null;
  }
  return (
    <span className="inline-flex items-center gap-2">
      {fault !== null && (
        <span role="alert" className="max-w-60 truncate text-12 text-bad" title={fault}>
          {fault}
        </span>
      )}
      {item.status === "failed" && !row.editing && (
        <Button size="sm" kind="ghost" className="max-md:h-11" onClick={() => row.setEditing(true)}>
          {t("row.edit")}
        </Button>
      )}
      <Menu
        trigger={
          <IconButton small label={t("row.more", { place })}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
      >
        {editable && price !== undefined && (
          <MenuItem
            icon={<Send size={15} aria-hidden />}
            disabled={sending}
            onSelect={() => onSend({ items: [item.id], maxCredits: price })}
          >
            {t("row.send", { credits: count(price) })}
          </MenuItem>
        )}
        {output !== undefined && (
          <MenuItem
            icon={<Download size={15} aria-hidden />}
            onSelect={() => location.assign(`${output.videoUrl}&download=1`)}
          >
            {t("row.download")}
          </MenuItem>
        )}
        {item.status === "queued" && take !== undefined && (
          <MenuItem
            icon={<Pause size={15} aria-hidden />}
            onSelect={() => void cancel(take).catch((error: Error) => setFault(error.message))}
          >
            {t("row.pause")}
          </MenuItem>
        )}
        {editable && (
          <MenuItem danger icon={<Trash2 size={15} aria-hidden />} onSelect={() => void remove()}>
            {t("row.remove")}
          </MenuItem>
        )}
      </Menu>
    </span>
  );
}
