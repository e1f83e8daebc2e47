import { useTranslation } from "react-i18next";

const named = [
  "text-to-video",
  "image-to-video",
  "first-last-frame",
  "reference-to-video",
  "video-to-video",
  "motion-control",
  "speech-to-video",
  "extend",
  "upscale",
] as const;

/** The word for a mode; one without a word is spelled out from its id. */
export function useModeName(): (mode: string) => string {
  const { t } = useTranslation("library");
  return (mode) => {
    const known = named.find((each) => each === mode);
    const plain = mode.replaceAll("-", " ");
    return known === undefined ? plain.charAt(0).toUpperCase() + plain.slice(1) : t(`modes.${known}`);
  };
}
