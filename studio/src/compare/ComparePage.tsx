import { useTranslation } from "react-i18next";
import { useParams } from "wouter";
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
  return (
    <>
      <TopBar title={t("title")} />
      <Page>{id === undefined ? <PlanView /> : <Kept key={id} id={id} />}</Page>
      <PhaseAnnouncer />
    </>
  );
}

function Kept({ id }: { id: string }) {
  const state = useGroup(id);
  return (
    <GroupGate state={state} kind="compare">
      {(group) => <ResultView group={group} />}
    </GroupGate>
  );
}
