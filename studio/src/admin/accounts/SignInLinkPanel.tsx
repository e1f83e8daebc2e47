import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { useNow } from "../../ui/now";
import { Fault } from "../../ui/Fault";
import { moment } from "../shared/figures";
import { ShownOnce } from "../../ui/ShownOnce";
import { makeLink } from "./calls";

/** Makes a link that signs somebody in once, and shows it this once. */
export function SignInLinkPanel({ id, primary = false }: { id: string; primary?: boolean }) {
  const { t } = useTranslation("adminAccounts");
  const now = useNow(60_000);
  const link = useMutation({ mutationFn: () => makeLink(id) });
  if (link.data !== undefined) {
    return (
      <ShownOnce
        title={t("link.title")}
        secret={link.data.url}
        note={t("link.until", { at: moment(Date.parse(link.data.expiresAt), now) })}
      />
    );
  }
  return (
    <div className="grid justify-items-start gap-3">
      <p className="leading-body text-ink-2">{t("link.hint")}</p>
      <Fault error={link.error} />
      <Button
        data-first
        kind={primary ? "primary" : "secondary"}
        className="max-md:h-11"
        busy={link.isPending}
        disabled={link.isPending}
        onClick={() => link.mutate()}
      >
        {t("link.make")}
      </Button>
    </div>
  );
}
