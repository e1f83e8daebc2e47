import { Link } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addressIn } from "../draft/media";
import { Button } from "../ui/Button";
import { cx } from "../ui/cx";
import { Popover } from "../ui/Popover";
import { fieldStyle } from "./fieldStyle";

/** The corner of an empty place where a web address can be given instead of a file. */
export function AddressField({ onAddress }: { onAddress(address: string): void }) {
  const { t } = useTranslation("create");
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const address = addressIn(text);
  const wrong = text.trim().length > "https://".length && address === null;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t("address.label")}
      className="md:w-80"
      trigger={
        <button
          type="button"
          aria-label={t("address.label")}
          title={t("address.label")}
          className="absolute top-1 right-1 grid size-5 place-items-center rounded-xs text-ink-3 transition hover:bg-surface-3 hover:text-ink-1 max-md:size-7"
        >
          <Link size={12} aria-hidden />
        </button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (address !== null) {
            onAddress(address);
            setText("");
            setOpen(false);
          }
        }}
      >
        <label className="block text-12 font-medium text-ink-3">
          {t("address.label")}
          <input
            type="url"
            data-testid="media-address"
            aria-invalid={wrong}
            placeholder={t("address.placeholder")}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className={cx(fieldStyle, "mt-2 h-(--h-md) bg-surface-3 text-13 text-ink-1")}
          />
        </label>
        <div className="mt-2.5 flex items-center gap-2">
          <p role="status" className="min-w-0 flex-1 text-12 text-bad">
            {wrong && t("address.wrong")}
          </p>
          <Button size="sm" type="submit" disabled={address === null}>
            {t("address.use")}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
