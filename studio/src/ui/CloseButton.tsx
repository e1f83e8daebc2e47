import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useTranslation } from "react-i18next";
import { IconButton } from "./IconButton";

/** Closes the dialog or the drawer that it stands in. */
export function CloseButton() {
  const { t } = useTranslation();
  return (
    <Radix.Close asChild>
      <IconButton label={t("close")}>
        <X size={16} aria-hidden />
      </IconButton>
    </Radix.Close>
  );
}
