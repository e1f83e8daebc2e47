import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/problem";
import { Button } from "../ui/Button";

interface BrokenProps {
  /** What the server said, where it said anything. */
  error?: Error;
  /** The server is there, but a part of the studio is not. */
  unloaded?: boolean;
  onRetry(): void;
}

/** The page when not even the account can be read, or when its code did not come. */
export function Broken({ error, unloaded = false, onRetry }: BrokenProps) {
  const { t } = useTranslation();
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6 text-center" role="alert">
      <CircleAlert className="text-bad" aria-hidden />
      <h1 className="text-20 font-semibold tracking-title">{t(unloaded ? "unloaded" : "broken")}</h1>
      {error instanceof ApiError && <p className="max-w-120 text-ink-2">{error.message}</p>}
      <Button kind="primary" size="lg" onClick={onRetry}>
        {t("again")}
      </Button>
    </main>
  );
}
