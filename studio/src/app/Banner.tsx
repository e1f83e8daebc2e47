import { WifiOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFeed } from "../feed/FeedProvider";
import { isActive } from "../feed/feed";
import { Button } from "../ui/Button";
import { inSeconds } from "../ui/format";
import { useNow } from "../ui/now";

/** Says that the event stream is broken, when it is tried again, and that nothing is lost. */
export function Banner() {
  const { t } = useTranslation();
  const { online, stream, takes, retryNow } = useFeed();
  const now = useNow();
  if (online) {
    return null;
  }
  const running = takes.filter(isActive).length;
  const wait = stream.status === "waiting" ? Math.max(0, Math.ceil((stream.retryAt - now) / 1000)) : 0;
  return (
    <div
      role="status"
      data-testid="reconnecting"
      className="relative z-(--z-banner) flex min-h-11 items-center gap-3 bg-warn-soft px-8 py-2 font-medium text-warn max-md:px-4 max-md:text-12"
    >
      <WifiOff size={16} aria-hidden />
      {t("banner.reconnecting")}
      <span className="min-w-0 font-normal text-ink-1">
        {running === 0 ? t("banner.idle") : t("banner.running", { count: running })}
      </span>
      <span aria-hidden className="ml-auto text-12 font-normal whitespace-nowrap text-ink-1 tabular-nums max-md:hidden">
        {wait > 0 && t("banner.next", { seconds: inSeconds(wait) })}
      </span>
      <Button kind="line" size="sm" onClick={retryNow}>
        {t("banner.now")}
      </Button>
    </div>
  );
}
