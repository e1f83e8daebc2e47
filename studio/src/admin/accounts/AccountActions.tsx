import { Ellipsis, Gauge, Link, UserCheck, UserX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { IconButton } from "../../ui/IconButton";
import { Menu, MenuItem } from "../../ui/Menu";
import type { AccountEntry } from "../shared/types";

export type AccountDialog = "grant" | "limits" | "link" | "deactivate" | "activate";

interface AccountActionsProps {
  account: AccountEntry;
  /** Whether it may be deactivated: one's own and the owner's may not. */
  mayEnd: boolean;
  onOpen(dialog: AccountDialog): void;
}

export function AccountActions({ account, mayEnd, onOpen }: AccountActionsProps) {
  const { t } = useTranslation(["adminAccounts", "admin"]);
  return (
    <span className="inline-flex items-center gap-1.5 max-md:gap-3">
      <Button
        size="sm"
        className="max-md:h-11 max-md:px-3.5"
        aria-label={t("grantTo", { name: account.name })}
        onClick={() => onOpen("grant")}
      >
        {t("grant")}
      </Button>
      <Menu
        trigger={
          <IconButton small label={t("admin:moreActions", { name: account.name })}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<Gauge size={16} aria-hidden />} onSelect={() => onOpen("limits")}>
          {t("changeLimits")}
        </MenuItem>
        {account.active && (
          <MenuItem icon={<Link size={16} aria-hidden />} onSelect={() => onOpen("link")}>
            {t("makeLink")}
          </MenuItem>
        )}
        {account.active
          ? mayEnd && (
              <MenuItem danger icon={<UserX size={16} aria-hidden />} onSelect={() => onOpen("deactivate")}>
                {t("deactivate")}
              </MenuItem>
            )
          : mayEnd && (
              <MenuItem icon={<UserCheck size={16} aria-hidden />} onSelect={() => onOpen("activate")}>
                {t("activate")}
              </MenuItem>
            )}
      </Menu>
    </span>
  );
}
