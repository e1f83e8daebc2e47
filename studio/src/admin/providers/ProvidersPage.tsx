import { useQuery } from "@tanstack/react-query";
import { ListChecks, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { count } from "../../ui/format";
import { diagnosticsKey, fetchDiagnostics } from "../health/calls";
import { AdminPage } from "../shared/AdminPage";
import { Lead } from "../shared/Lead";
import { Loaded } from "../../ui/Loaded";
import { ToolButton } from "../shared/ToolButton";
import type { ProviderAccount } from "../shared/types";
import { fetchProviders, providersKey } from "./calls";
import { ProviderCard } from "./ProviderCard";
import { ProviderDialog } from "./ProviderDialog";
import { RemoveProvider } from "./RemoveProvider";
import { lookOf, takesWork } from "./standing";

type Dialog = { kind: "add" } | { kind: "change" | "remove"; account: ProviderAccount };

/** The accounts at providers: who takes work, what they have left. */
export default function ProvidersPage() {
  const { t } = useTranslation(["adminProviders", "admin"]);
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const providers = useQuery({
    queryKey: providersKey,
    queryFn: ({ signal }) => fetchProviders(signal),
    refetchInterval: 10_000,
  });
  const diagnostics = useQuery({ queryKey: diagnosticsKey, queryFn: ({ signal }) => fetchDiagnostics(signal) });
  const rows = diagnostics.data?.report?.models ?? [];
  const close = () => setDialog(null);
  return (
    <AdminPage
      title={t("admin:title")}
      tools={
        <>
          <ToolButton
            icon={<ListChecks size={16} aria-hidden />}
            data-testid="first-steps"
            onClick={() => navigate("/welcome")}
          >
            {t("firstSteps")}
          </ToolButton>
          <ToolButton kind="primary" icon={<Plus size={16} aria-hidden />} onClick={() => setDialog({ kind: "add" })}>
            {t("add")}
          </ToolButton>
        </>
      }
    >
      <Loaded query={providers}>
        {(accounts) => {
          if (accounts.length === 0) {
            return <Lead title={t("none")}>{t("noneHint")}</Lead>;
          }
          const idle = accounts.filter((account) => !takesWork(account));
          return (
            <>
              <Lead title={t("lead", { working: count(accounts.length - idle.length), total: count(accounts.length) })}>
                {idle
                  .map((account) => t("idle", { name: account.id, state: t(`state.${lookOf(account)}`) }))
                  .join(" ") || t("allWork")}
              </Lead>
              <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,480px),1fr))] gap-4">
                {accounts.map((account) => (
                  <ProviderCard
                    key={account.id}
                    account={account}
                    rows={rows}
                    onChange={() => setDialog({ kind: "change", account })}
                    onRemove={() => setDialog({ kind: "remove", account })}
                  />
                ))}
              </div>
            </>
          );
        }}
      </Loaded>
      {dialog?.kind === "add" && <ProviderDialog account={null} onClose={close} />}
      {dialog?.kind === "change" && <ProviderDialog account={dialog.account} onClose={close} />}
      {dialog?.kind === "remove" && <RemoveProvider account={dialog.account} onClose={close} />}
    </AdminPage>
  );
}
