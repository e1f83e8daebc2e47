import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { useLocation, useSearch } from "wouter";
import { useNarrow } from "../../ui/media";
import { useNow } from "../../ui/now";
import { AccountFrame } from "../AccountFrame";
import { AddButton } from "../AddButton";
import { ShownOnce } from "../../ui/ShownOnce";
import { Waiting } from "../../ui/Waiting";
import { fetchKeys, type Key, keysKey } from "./calls";
import { KeyForm } from "./KeyForm";
import { KeyPanel } from "./KeyPanel";
import { KeyRows } from "./KeyRows";
import { KeyTable } from "./KeyTable";
import { ReplaceKey } from "./ReplaceKey";
import { RevokeKey } from "./RevokeKey";

/** The account's API keys: what each may do, what it is held to and has spent. */
export default function KeysPage() {
  const { t } = useTranslation("apiKeys");
  const [, navigate] = useLocation();
  const asked = useSearch() === "new";
  const queryClient = useQueryClient();
  const narrow = useNarrow();
  const now = useNow(60_000);
  const query = useQuery({ queryKey: keysKey, queryFn: ({ signal }) => fetchKeys(signal) });
  const [chosen, setChosen] = useState<string>();
  const [edited, setEdited] = useState<Key | null | undefined>(asked ? null : undefined);
  const [revoked, setRevoked] = useState<Key | null>(null);
  const [replaced, setReplaced] = useState<Key | null>(null);
  const [made, setMade] = useState<Key | null>(null);

  const keys = query.data ?? [];
  const shown = keys.find((key) => key.id === chosen) ?? (narrow ? undefined : keys.at(-1));

  function close(): void {
    setEdited(undefined);
    if (asked) navigate("/account/keys", { replace: true });
  }
  function show(key: Key): void {
    setMade(key);
    setChosen(key.id);
  }
  async function saved(key: Key): Promise<void> {
    await queryClient.invalidateQueries({ queryKey: keysKey });
    if (key.key === undefined) {
      toast(t("saved", { name: key.name }));
    } else {
      show(key);
    }
    close();
  }

  const panel = shown && (
    <KeyPanel
      apiKey={shown}
      now={now}
      onChange={() => setEdited(shown)}
      onReplace={() => setReplaced(shown)}
      onRevoke={() => setRevoked(shown)}
    />
  );
  return (
    <AccountFrame section="keys" tools={<AddButton label={t("add")} onClick={() => setEdited(null)} />}>
      {made?.key !== undefined && keys.some((key) => key.id === made.id) && (
        <ShownOnce title={made.name} secret={made.key} />
      )}
      {query.data === undefined ? (
        <Waiting query={query} rows={4} />
      ) : keys.length === 0 ? (
        <p className="py-10 text-center text-ink-2">{t("none")}</p>
      ) : narrow ? (
        <KeyRows keys={keys} chosen={shown?.id} now={now} onChoose={setChosen}>
          {panel}
        </KeyRows>
      ) : (
        <>
          <KeyTable keys={keys} chosen={shown?.id} now={now} onChoose={setChosen} />
          {panel}
        </>
      )}
      {edited !== undefined && <KeyForm before={edited} onClose={close} onSaved={(key) => void saved(key)} />}
      <RevokeKey subject={revoked} onClose={() => setRevoked(null)} />
      {replaced !== null && (
        <ReplaceKey
          subject={replaced}
          onClose={(key) => {
            setReplaced(null);
            if (key !== undefined) show(key);
          }}
        />
      )}
    </AccountFrame>
  );
}
