import { useTranslation } from "react-i18next";
import { DownloadLink } from "../ui/DownloadLink";
import type { Join } from "./calls";

/** How far a film is; once it is made it plays, and can be had. */
export function FilmResult({ join: { status, progress, failure, output, name } }: { join: Join }) {
  const { t } = useTranslation("storyboard");
  if (status === "failed") {
    return (
      <p role="alert" className="mb-4 rounded-md bg-bad-soft px-3 py-2 text-bad">
        {failure ?? t("export.failed")}
      </p>
    );
  }
  if (output === undefined) {
    return (
      <div className="mb-4">
        <p className="mb-2 text-ink-2 tabular-nums" role="status">
          {t(status === "queued" ? "export.queued" : "export.making")}
        </p>
        <div
          role="progressbar"
          aria-label={t("export.progress")}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={progress}
          className="h-1 overflow-hidden rounded-full bg-surface-3"
        >
          <i className="block h-full bg-mark transition-[width] duration-(--d-4)" style={{ width: `${progress}%` }} />
        </div>
      </div>
    );
  }
  return (
    <div className="mb-4" data-testid="film-ready">
      <video
        src={output.videoUrl}
        poster={output.posterUrl}
        controls
        playsInline
        aria-label={name ?? t("export.title")}
        className="aspect-video w-full rounded-lg bg-[#000]"
      >
        <track kind="captions" />
      </video>
      <DownloadLink kind="line" output={output} data-testid="download-film" className="mt-3">
        {t("export.download")}
      </DownloadLink>
    </div>
  );
}
