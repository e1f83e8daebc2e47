import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog";
import { DialogHead } from "../../ui/DialogHead";
import type { AccountEntry } from "../shared/types";
import type { AccountDialog } from "./AccountActions";
import { AccountFace } from "./AccountFace";
import { Activation } from "./Activation";
import { GrantDialog } from "./GrantDialog";
import { LimitsDialog } from "./LimitsDialog";
import { SignInLinkPanel } from "./SignInLinkPanel";

interface AccountDialogsProps {
  account: AccountEntry;
  dialog: AccountDialog;
  /** Reads the accounts anew. */
  onDone(): Promise<void>;
  onClose(): void;
}

export function AccountDialogs({ account, dialog, onDone, onClose }: AccountDialogsProps) {
  const { t } = useTranslation("adminAccounts");
  const common = { account, onDone, onClose };
  switch (dialog) {
    case "grant":
      return <GrantDialog {...common} />;
    case "limits":
      return <LimitsDialog {...common} />;
    case "link":
      return (
        <Dialog
          open
          onOpenChange={onClose}
          title={t("makeLink")}
          className="max-h-[calc(100dvh-48px)] overflow-y-auto px-6 py-5.5 md:w-[min(500px,94vw)]"
        >
          <DialogHead title={t("makeLink")} />
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <AccountFace account={account} />
            <SignInLinkPanel id={account.id} primary />
          </div>
        </Dialog>
      );
    case "deactivate":
    case "activate":
      return <Activation {...common} />;
  }
}
