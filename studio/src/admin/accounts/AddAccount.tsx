import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog";
import { DialogHead } from "../../ui/DialogHead";
import { Field } from "../../ui/Field";
import { Segments } from "../../ui/Segments";
import { fieldFault } from "../../ui/faults";
import { FormDialog } from "../../ui/FormDialog";
import { ShownOnce } from "../../ui/ShownOnce";
import type { AccountEntry } from "../shared/types";
import { addAccount } from "./calls";
import { creditsOf } from "./credits";
import { SignInLinkPanel } from "./SignInLinkPanel";

const roles = ["user", "admin"] as const;

/** Makes an account, and then shows once what lets its owner in: a key, and a link when it is asked for. */
export function AddAccount({ onDone, onClose }: { onDone(): Promise<void>; onClose(): void }) {
  const { t } = useTranslation("adminAccounts");
  const [name, setName] = useState("");
  const [role, setRole] = useState<AccountEntry["role"]>("user");
  const [typed, setTyped] = useState("");
  const credits = creditsOf(typed);
  const add = useMutation({
    mutationFn: () => addAccount({ name: name.trim(), role, ...(credits !== undefined && { credits }) }),
    onSuccess: onDone,
  });
  const made = add.data;
  if (made !== undefined) {
    const title = t("added", { name: made.name });
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={title}
        className="max-h-[calc(100dvh-48px)] overflow-y-auto px-6 py-5.5 md:w-[min(500px,94vw)]"
      >
        <DialogHead title={title} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          {made.key != null && <ShownOnce title={t("key.title")} secret={made.key} note={t("key.note")} />}
          <SignInLinkPanel id={made.id} />
        </div>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t("add")}
      action={t("add")}
      sending={add}
      fields={["name", "credits"]}
      ready={name.trim() !== "" && !Number.isNaN(credits)}
      onSend={() => add.mutate()}
      onClose={onClose}
    >
      <Field
        data-first
        label={t("name")}
        value={name}
        maxLength={100}
        onChange={setName}
        fault={fieldFault(add.error, "name")}
      />
      <div>
        <p className="mb-[7px] font-medium text-ink-2">{t("head.role")}</p>
        <Segments<AccountEntry["role"]>
          className="max-md:[&>button]:h-11"
          label={t("head.role")}
          value={role}
          options={roles.map((one) => ({ value: one, label: t(`role.${one}`) }))}
          onChoose={setRole}
        />
      </div>
      <Field
        label={t("firstCredits")}
        inputMode="numeric"
        placeholder="0"
        value={typed}
        onChange={setTyped}
        fault={Number.isNaN(credits) ? t("wholeNumber") : fieldFault(add.error, "credits")}
      />
    </FormDialog>
  );
}
