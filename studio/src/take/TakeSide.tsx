import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Generation, Output } from "../api/types";
import { Cost } from "./Cost";
import { Parameters } from "./Parameters";
import { Tags } from "./Tags";
import { TakeIntro } from "./TakeIntro";
import { TakeTimeline } from "./TakeTimeline";

function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-line py-4.5">
      <h2 className="mb-3 flex items-center gap-2 font-semibold">
        {title}
        {aside !== undefined && <span className="ml-auto font-normal text-ink-3 tabular-nums">{aside}</span>}
      </h2>
      {children}
    </section>
  );
}

interface TakeSideProps {
  take: Generation;
  output: Output | undefined;
  onReuse(): void;
}

/** All that is known of a take, beside it; below it on a phone. */
export function TakeSide({ take, output, onReuse }: TakeSideProps) {
  const { t } = useTranslation("take");
  return (
    <aside
      aria-label={t("about")}
      className="sticky top-0 h-dvh overflow-auto border-l border-line px-6 pt-5 pb-8 [scrollbar-width:thin] max-md:static max-md:h-auto max-md:border-0 max-md:px-4 max-md:pb-6"
    >
      <TakeIntro take={take} onReuse={onReuse} />
      <Section title={t("parameters")}>
        <Parameters take={take} output={output} />
      </Section>
      <Section title={t("tags")}>
        <Tags take={take} />
      </Section>
      <Section title={t("cost")}>
        <Cost take={take} />
      </Section>
      <TakeTimeline take={take} section={Section} />
    </aside>
  );
}
