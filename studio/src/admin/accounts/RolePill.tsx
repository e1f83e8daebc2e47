import { useTranslation } from "react-i18next";
import { Pill } from "../../ui/Pill";
import type { AccountEntry } from "../shared/types";

export function RolePill({ account }: { account: AccountEntry }) {
  const { t } = useTranslation("adminAccounts");
  return account.active ? (
    <Pill tone={account.role === "admin" ? "accent" : "plain"}>{t(`role.${account.role}`)}</Pill>
  ) : (
    <Pill tone="warn">{t("inactive")}</Pill>
  );
}
