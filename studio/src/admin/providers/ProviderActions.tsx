import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Pause, Pencil, Play, RefreshCw, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { IconButton } from "../../ui/IconButton";
import { Menu, MenuItem } from "../../ui/Menu";
import { useNow } from "../../ui/now";
import { Fault } from "../../ui/Fault";
import { relative } from "../shared/figures";
import type { ProviderAccount } from "../shared/types";
import { checkProvider, providersKey, putAccount } from "./calls";
import { formOf, requestOf } from "./form";

interface ProviderActionsProps {
  account: ProviderAccount;
  onChange(): void;
  onRemove(): void;
}

/** What can be done with an account. One of the configuration is changed there, and can only be looked at here. */
export function ProviderActions({ account, onChange, onRemove }: ProviderActionsProps) {
  const { t } = useTranslation(["adminProviders", "admin"]);
  const queryClient = useQueryClient();
  const now = useNow(10_000);
  const keep = (next: ProviderAccount) =>
    queryClient.setQueryData<readonly ProviderAccount[]>(providersKey, (before) =>
      before?.map((one) => (one.id === next.id ? next : one)),
    );
  const check = useMutation({ mutationFn: () => checkProvider(account.id), onSuccess: keep });
  const pause = useMutation({
    mutationFn: () =>
      putAccount(account.id, { ...requestOf(formOf(account), account), enabled: !account.enabled }, account),
    onSuccess: keep,
  });
  return (
    <div className="mt-auto">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          className="max-md:h-11"
          icon={<RefreshCw size={14} aria-hidden />}
          busy={check.isPending}
          disabled={check.isPending}
          onClick={() => check.mutate()}
        >
          {t("checkNow")}
        </Button>
        {account.source === "entered" && !account.enabled && (
          <Button size="sm" className="max-md:h-11" busy={pause.isPending} onClick={() => pause.mutate()}>
            {t("resume")}
          </Button>
        )}
        <span className="text-12 text-ink-3">
          {account.source === "configuration"
            ? t("configured")
            : account.checkedAt != null && t("checked", { at: relative(Date.parse(account.checkedAt), now) })}
        </span>
        {account.source === "entered" && (
          <span className="ml-auto">
            <Menu
              trigger={
                <IconButton small label={t("admin:moreActions", { name: account.id })}>
                  <Ellipsis size={16} aria-hidden />
                </IconButton>
              }
            >
              <MenuItem icon={<Pencil size={16} aria-hidden />} onSelect={onChange}>
                {t("change")}
              </MenuItem>
              <MenuItem
                icon={account.enabled ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
                disabled={pause.isPending}
                onSelect={() => pause.mutate()}
              >
                {account.enabled ? t("pause") : t("resume")}
              </MenuItem>
              <MenuItem danger icon={<Trash2 size={16} aria-hidden />} onSelect={onRemove}>
                {t("remove")}
              </MenuItem>
            </Menu>
          </span>
        )}
      </div>
      <Fault error={check.error ?? pause.error} className="mt-3" />
    </div>
  );
}
