import { CircleAlert } from "lucide-react";
import { ApiError } from "../api/problem";
import { Button } from "../ui/Button";
import { words } from "../words";

/** The page when not even the account can be read. */
export function Broken({ error, onRetry }: { error: Error; onRetry(): void }) {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6 text-center" role="alert">
      <CircleAlert className="text-bad" aria-hidden />
      <h1 className="text-20 font-semibold tracking-title">{words.broken.title}</h1>
      {error instanceof ApiError && <p className="max-w-120 text-ink-2">{error.message}</p>}
      <Button kind="primary" size="lg" onClick={onRetry}>
        {words.broken.action}
      </Button>
    </main>
  );
}
