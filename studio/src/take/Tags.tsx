import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Generation } from "../api/types";
import { tagLength } from "../library/AddTag";
import { tagsKey } from "../library/cache";
import { fetchTags } from "../library/calls";
import { NameForm } from "../library/NameForm";
import { useRun } from "../library/useRun";
import { useTakeActs } from "../library/useTakeActs";

/** The owner's own words for a take: each leads to the takes that have it. */
export function Tags({ take }: { take: Generation }) {
  const { t } = useTranslation("take");
  const acts = useTakeActs();
  const runner = useRun();
  const { data: known = [] } = useQuery({ queryKey: tagsKey, queryFn: ({ signal }) => fetchTags(signal) });
  const others = known.map(({ tag }) => tag).filter((tag) => !take.tags.includes(tag));
  return (
    <>
      {take.tags.length > 0 && (
        <ul className="mb-2.5 flex flex-wrap gap-1.5">
          {take.tags.map((tag) => (
            <li
              key={tag}
              className="inline-flex h-6.5 max-w-full items-center rounded-[7px] bg-surface-3 text-12 font-medium max-md:h-11"
            >
              <Link
                href={`/library?tag=${encodeURIComponent(tag)}`}
                className="truncate rounded-xs py-1 pl-2.25 hover:text-accent-text max-md:min-w-11 max-md:py-3.5"
              >
                {tag}
              </Link>
              <button
                type="button"
                aria-label={t("removeTag", { tag })}
                disabled={runner.busy !== null}
                onClick={() =>
                  runner.run("tag", () => acts.tag([take], ({ tags }) => tags.filter((other) => other !== tag)))
                }
                className="grid size-6.5 shrink-0 place-items-center rounded-[7px] text-ink-3 hover:text-ink-1 max-md:size-11"
              >
                <X size={13} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {runner.fault !== null && (
        <p role="alert" className="mb-2 text-bad">
          {runner.fault}
        </p>
      )}
      <NameForm
        label={t("addTag")}
        action={t("add")}
        most={tagLength}
        suggestions={others}
        onSubmit={(tag) => acts.tag([take], ({ tags }) => [...new Set([...tags, tag])])}
      />
    </>
  );
}
