import { CircleAlert, Star } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { cx } from "../ui/cx";
import { IconButton } from "../ui/IconButton";
import { useFeed } from "./FeedProvider";

/** The star of a take. It is as the server has it; what could not be kept says so in its place. */
export function FavoriteButton({ take, className }: { take: Generation; className?: string }) {
  const { t } = useTranslation("takes");
  const { favor } = useFeed();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  async function turn(): Promise<void> {
    setBusy(true);
    setFailed(
      await favor(take, !take.favorite).then(
        () => false,
        () => true,
      ),
    );
    setBusy(false);
  }
  return (
    <>
      <IconButton
        look="veil"
        label={t(failed ? "favoriteFailed" : take.favorite ? "unfavorite" : "favorite")}
        data-testid="favorite"
        aria-pressed={take.favorite}
        disabled={busy}
        className={cx(className, take.favorite && "opacity-100")}
        onClick={() => void turn()}
      >
        {failed ? (
          <CircleAlert size={16} className="text-bad" aria-hidden />
        ) : (
          <Star size={16} fill={take.favorite ? "currentColor" : "none"} aria-hidden />
        )}
      </IconButton>
      <span role="alert" className="sr-only">
        {failed && t("favoriteFailed")}
      </span>
    </>
  );
}
