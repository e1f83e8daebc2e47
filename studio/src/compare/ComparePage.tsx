import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "wouter";
import { TopBar } from "../app/TopBar";
import { PhaseAnnouncer } from "../feed/PhaseAnnouncer";
import { GroupGate } from "../groups/GroupGate";
import { Page } from "../groups/Page";
import { useGroup } from "../groups/useGroup";
import { PlanView } from "./PlanView";
import { ResultView } from "./ResultView";

export default function ComparePage() {
  const { t } = useTranslation("compare");
  const { id } = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const from = search.get("from");
  const shown = id ?? from;
  return (
    <>
      <TopBar title={t("title")} />
      <Page>{shown === null ? <PlanView /> : <Kept key={shown} id={shown} anew={id === undefined} />}</Page>
      <PhaseAnnouncer />
    </>
  );
}

/** A comparison that was kept: its takes, or its plan to be changed and run anew. */
function Kept({ id, anew }: { id: string; anew: boolean }) {
  const state = useGroup(id);
  return (
    <GroupGate state={state} kind="compare">
      {(group) => (anew ? <PlanView from={group} /> : <ResultView group={group} />)}
    </GroupGate>
  );
}
