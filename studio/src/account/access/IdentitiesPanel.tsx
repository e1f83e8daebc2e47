import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { beginIdentityLink, fetchAccountSignIn, fetchSignInWays } from "../../api/calls";
import { Button } from "../../ui/Button";
import { useNow } from "../../ui/now";
import { Panel } from "../../ui/Panel";
import { Confirm } from "../../ui/Confirm";
import { Fault } from "../../ui/Fault";
import { shortDate } from "../times";
import { type Identity, signInKey, unlinkIdentity, waysKey } from "./calls";

/** Identities at the operator's sign-in provider. Nothing where there is no provider and none was linked. */
export function IdentitiesPanel() {
  const { t } = useTranslation("account");
  const queryClient = useQueryClient();
  const now = useNow(60_000);
  const [asked, setAsked] = useState<Identity | null>(null);
  const { data } = useQuery({ queryKey: signInKey, queryFn: ({ signal }) => fetchAccountSignIn(signal) });
  const ways = useQuery({ queryKey: waysKey, queryFn: ({ signal }) => fetchSignInWays(signal) });
  const link = useMutation({ mutationFn: beginIdentityLink, onSuccess: (url) => location.assign(url) });
  const unlink = useMutation({
    mutationFn: (identity: Identity) => unlinkIdentity(identity.id),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: signInKey });
      toast(t("identities.unlinked"));
      setAsked(null);
    },
  });
  const identities = data?.identities ?? [];
  const provider = ways.data?.provider;
  if (provider === undefined && identities.length === 0) {
    return null;
  }
  return (
    <Panel
      title={t("identities.title")}
      tools={
        provider !== undefined && (
          <Button
            size="sm"
            icon={<Link2 size={14} aria-hidden />}
            busy={link.isPending}
            className="max-md:h-11"
            onClick={() => link.mutate()}
          >
            {t("identities.link", { provider })}
          </Button>
        )
      }
    >
      <Fault id="link-fault" error={link.error} />
      {identities.length === 0 ? (
        <p className="text-ink-2">{t("identities.none")}</p>
      ) : (
        <ul>
          {identities.map((identity) => (
            <li key={identity.id} className="flex min-h-13 items-center gap-3 border-b border-line py-2 last:border-0">
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{identity.name ?? identity.issuer}</p>
                <p className="truncate text-12 text-ink-3">
                  {t("identities.since", {
                    issuer: identity.issuer,
                    date: shortDate(Date.parse(identity.linkedAt), now),
                  })}
                </p>
              </div>
              <Button kind="danger" size="sm" className="max-md:h-11" onClick={() => setAsked(identity)}>
                {t("identities.unlink")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Confirm
        open={asked !== null}
        title={t("identities.unlinkTitle")}
        action={t("identities.unlink")}
        busy={unlink.isPending}
        error={unlink.error}
        onConfirm={() => asked !== null && unlink.mutate(asked)}
        onClose={() => {
          unlink.reset();
          setAsked(null);
        }}
      >
        {t("identities.unlinkText", { name: asked?.name ?? asked?.issuer ?? "" })}
      </Confirm>
    </Panel>
  );
}
