import { Pencil } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/IconButton";

interface NameFieldProps {
  name: string;
  onRename(name: string): Promise<boolean>;
}

/** The name of a group; it is edited in its place and kept with Enter or by leaving it. */
export function NameField({ name, onRename }: NameFieldProps) {
  const { t } = useTranslation("groups");
  const [text, setText] = useState<string | null>(null);
  const leaving = useRef(false);

  async function keep(): Promise<void> {
    const next = text?.trim() ?? "";
    if (next === "" || next === name || (await onRename(next))) {
      setText(null);
    }
  }

  if (text === null) {
    return (
      <span className="flex min-w-0 items-center gap-2">
        <h2 className="min-w-0 truncate text-20 leading-[1.2] font-semibold tracking-title" title={name}>
          {name}
        </h2>
        <IconButton small className="max-md:size-11" label={t("rename")} onClick={() => setText(name)}>
          <Pencil size={15} aria-hidden />
        </IconButton>
      </span>
    );
  }
  return (
    <input
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the press on Rename asks for it
      autoFocus
      aria-label={t("name")}
      maxLength={200}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => !leaving.current && void keep()}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          void keep();
        } else if (event.key === "Escape") {
          leaving.current = true;
          setText(null);
        }
      }}
      className="h-(--h-md) w-80 max-w-full rounded-sm border border-accent-line bg-surface-2 px-2.5 text-16 font-semibold"
    />
  );
}
