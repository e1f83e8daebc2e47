import { Star } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { cx } from "../ui/cx";
import type { IconButtonProps } from "../ui/IconButton";
import { ActButton } from "./ActButton";
import { useFeed } from "./FeedProvider";

interface FavoriteButtonProps extends Pick<IconButtonProps, "look" | "className"> {
  take: Generation;
}

/** The star of a take, as the server has it. */
export function FavoriteButton({ take, className, look = "veil" }: FavoriteButtonProps) {
  const { t } = useTranslation("takes");
  const { favor } = useFeed();
  return (
    <ActButton
      icon={Star}
      filled={take.favorite}
      look={look}
      label={t(take.favorite ? "unfavorite" : "favorite")}
      failedLabel={t("favoriteFailed")}
      data-testid="favorite"
      aria-pressed={take.favorite}
      className={cx(className, take.favorite && "opacity-100")}
      act={() => favor(take, !take.favorite)}
    />
  );
}
