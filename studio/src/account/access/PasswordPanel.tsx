import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { fetchAccountSignIn } from "../../api/calls";
import { Panel } from "../../ui/Panel";
import { Waiting } from "../../ui/Waiting";
import { signInKey } from "./calls";
import { PasswordForm } from "./PasswordForm";

/** The name and password that the account is signed in to with. */
export function PasswordPanel() {
  const { t } = useTranslation("account");
  const query = useQuery({ queryKey: signInKey, queryFn: ({ signal }) => fetchAccountSignIn(signal), staleTime: 0 });
  return (
    <Panel title={t("password.title")}>
      {query.data === undefined ? (
        <Waiting query={query} rows={4} />
      ) : query.data.needsPassword && query.data.name === undefined ? (
        <p className="max-w-120 leading-body text-ink-2">{t("password.needsLink")}</p>
      ) : (
        <PasswordForm known={query.data} />
      )}
    </Panel>
  );
}
