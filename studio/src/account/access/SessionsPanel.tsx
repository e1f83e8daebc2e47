import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { useNow } from "../../ui/now";
import { Panel } from "../../ui/Panel";
import { Waiting } from "../../ui/Waiting";
import { fetchSessions, sessionsKey } from "./calls";
import { EndOthers } from "./EndOthers";
import { SessionRow } from "./SessionRow";

/** The browsers that are signed in. */
export function SessionsPanel() {
  const { t } = useTranslation("account");
  const now = useNow(60_000);
  const [asking, setAsking] = useState(false);
  const query = useQuery({ queryKey: sessionsKey, queryFn: ({ signal }) => fetchSessions(signal), staleTime: 0 });
  const sessions = query.data?.toSorted((a, b) => Number(b.current) - Number(a.current));
  return (
    <Panel
      title={t("sessions.title")}
      tools={
        sessions !== undefined &&
        sessions.some((one) => !one.current) && (
          <Button size="sm" className="max-md:h-11" onClick={() => setAsking(true)}>
            {t("sessions.endOthers")}
          </Button>
        )
      }
    >
      {sessions === undefined ? (
        <Waiting query={query} />
      ) : (
        <ul>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} now={now} />
          ))}
        </ul>
      )}
      <EndOthers open={asking} onClose={() => setAsking(false)} />
    </Panel>
  );
}
