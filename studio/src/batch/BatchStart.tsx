import { useTranslation } from "react-i18next";
import { EarlierGroups } from "../groups/EarlierGroups";
import { nameFrom } from "../groups/nameFrom";
import { ProblemNote } from "../groups/ProblemNote";
import { useNewGroup } from "../groups/useNewGroup";
import { Button } from "../ui/Button";
import { PromptsEntry } from "./PromptsEntry";
import { usePrompts } from "./usePrompts";

/** Where a batch begins: its prompts become a list that costs nothing until it is sent. */
export function BatchStart() {
  const { t } = useTranslation("batch");
  const prompts = usePrompts();
  const { items, file } = prompts;
  const making = useNewGroup("batch");
  const name = file?.replace(/\.\w+$/, "") || nameFrom(items[0]?.request.prompt ?? "");
  return (
    <>
      <h2 className="text-20 leading-[1.2] font-semibold tracking-title">{t("start.title")}</h2>
      <p className="mt-1 mb-4.5 text-ink-2">{t("start.lead")}</p>
      <ProblemNote error={making.error} onDismiss={making.reset} />
      <PromptsEntry prompts={prompts}>
        <Button
          kind="primary"
          size="lg"
          data-testid="make-list"
          busy={making.isPending}
          disabled={items.length === 0 || making.isPending}
          onClick={() => making.mutate({ name, items })}
        >
          {t("start.make")}
        </Button>
      </PromptsEntry>
      <EarlierGroups kind="batch" />
    </>
  );
}
