import { type ComponentProps, useCallback, useState } from "react";
import { cx } from "./cx";
import { give } from "./give";
import { Tip } from "./Tip";
import { useTip } from "./useTip";

export interface IconButtonProps extends ComponentProps<"button"> {
  /** Its name, which is also its tooltip. */
  label: string;
  look?: "plain" | "veil" | "media";
  small?: boolean;
}

const looks = {
  plain: "rounded-sm text-ink-2 hover:bg-surface-3 hover:text-ink-1 aria-pressed:text-accent-text",
  veil: "veil rounded-[10px] hover:bg-[rgb(8_8_10/.85)]",
  media: "rounded-sm text-on-media hover:bg-[rgb(255_255_255/.16)] aria-pressed:text-accent",
};

export function IconButton({ label, look = "plain", small = false, className, ref, ...rest }: IconButtonProps) {
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const pointed = useTip(button);
  const size = look === "veil" ? "size-8" : small ? "size-7" : "size-(--h-md)";
  const keep = useCallback(
    (element: HTMLButtonElement | null) => {
      setButton(element);
      give(ref, element);
    },
    [ref],
  );
  return (
    <>
      <button
        ref={keep}
        type="button"
        aria-label={label}
        className={cx(
          "relative inline-grid shrink-0 place-items-center transition",
          "disabled:opacity-45",
          size,
          looks[look],
          className,
        )}
        {...rest}
      />
      {pointed && button !== null && <Tip anchor={button}>{label}</Tip>}
    </>
  );
}
