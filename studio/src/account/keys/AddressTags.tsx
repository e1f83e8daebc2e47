import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { withAddresses } from "./addresses";

interface AddressTagsProps {
  addresses: readonly string[];
  fault: string | undefined;
  onChange(addresses: string[]): void;
}

/** A list of addresses: Enter, a comma or a blank adds one, Backspace in the empty field takes the last. */
export function AddressTags({ addresses, fault, onChange }: AddressTagsProps) {
  const { t } = useTranslation("apiKeys");
  const [text, setText] = useState("");
  function add(): void {
    onChange(withAddresses(addresses, text));
    setText("");
  }
  return (
    <div>
      <label htmlFor="key-addresses" className="mb-[7px] block font-medium text-ink-2">
        {t("form.from")} <span className="font-normal text-ink-3">{t("form.fromNote")}</span>
      </label>
      <div
        className={`flex min-h-(--h-lg) flex-wrap items-center gap-1.5 rounded-md border bg-surface-2 px-2 py-1.5 ${fault === undefined ? "border-transparent" : "border-bad"}`}
      >
        {addresses.map((address) => (
          <span
            key={address}
            className="inline-flex min-w-0 items-center gap-1 rounded-[7px] bg-surface-3 pl-2.25 font-mono text-12 font-medium"
          >
            <span className="truncate">{address}</span>
            <button
              type="button"
              aria-label={t("form.removeAddress", { address })}
              onClick={() => onChange(addresses.filter((one) => one !== address))}
              className="grid size-7 place-items-center rounded-[7px] text-ink-2 hover:text-ink-1 max-md:size-11"
            >
              <X size={14} aria-hidden />
            </button>
          </span>
        ))}
        <input
          id="key-addresses"
          value={text}
          placeholder={addresses.length === 0 ? t("form.anywhere") : t("form.addAddress")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : "key-addresses-said"}
          onChange={(event) => setText(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if ((event.key === "Enter" && text.trim() !== "") || event.key === "," || event.key === " ") {
              event.preventDefault();
              add();
            } else if (event.key === "Backspace" && text === "") {
              onChange(addresses.slice(0, -1));
            }
          }}
          className="h-7 min-w-28 flex-1 rounded-xs bg-transparent px-1.5 max-md:h-9 max-md:text-16"
        />
      </div>
      {fault !== undefined && (
        <p id="key-addresses-said" role="alert" className="mt-1.5 text-12 text-bad">
          {fault}
        </p>
      )}
    </div>
  );
}
