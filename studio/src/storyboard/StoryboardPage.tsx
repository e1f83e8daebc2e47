import { useTranslation } from "react-i18next";
import { useParams } from "wouter";
import { CreateKinds } from "../app/CreateKinds";
import { QueueButton } from "../app/QueueButton";
import { TopBar } from "../app/TopBar";
import { PhaseAnnouncer } from "../feed/PhaseAnnouncer";
import { GroupGate } from "../groups/GroupGate";
import { Page } from "../groups/Page";
import { useGroup } from "../groups/useGroup";
import { StoryboardStart } from "./StoryboardStart";
import { StoryboardView } from "./StoryboardView";

export default function StoryboardPage() {
  const { t } = useTranslation(["storyboard", "frame"]);
  const { id } = useParams<{ id?: string }>();
  return (
    <>
      <TopBar title={t("frame:kinds.title")} beside={<CreateKinds />}>
        <QueueButton />
      </TopBar>
      <Page>{id === undefined ? <StoryboardStart /> : <Kept key={id} id={id} />}</Page>
      <PhaseAnnouncer />
    </>
  );
}

function Kept({ id }: { id: string }) {
  const state = useGroup(id);
  return (
    <GroupGate state={state} kind="storyboard">
      {(group) => <StoryboardView group={group} state={state} />}
    </GroupGate>
  );
}
