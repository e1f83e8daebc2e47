import type { ReactNode } from "react";
import { cx } from "../ui/cx";

/** The 16:9 place of a take's picture; what has another shape stands in it whole. */
export function Frame({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={cx(
        "relative isolate aspect-video overflow-hidden rounded-lg bg-surface-1",
        "after:pointer-events-none after:absolute after:inset-0 after:z-2 after:rounded-[inherit] after:shadow-[inset_0_0_0_1px_rgb(255_255_255/.07)]",
        className,
      )}
    >
      {children}
    </div>
  );
}

/** A picture's blurred, darkened copy, behind what does not fill its place. */
export function Backdrop({ src }: { src: string | null | undefined }) {
  if (src == null) {
    return null;
  }
  return (
    <img
      src={src}
      alt=""
      className="absolute -inset-[12%] size-[124%] max-w-none object-cover blur-[44px] brightness-[.42] saturate-110"
    />
  );
}

/** A picture in its true ratio; one that does not fill the frame stands on its own blurred, darkened copy. */
export function WholePicture({ src, alt, fills }: { src: string | null | undefined; alt: string; fills: boolean }) {
  if (src == null) {
    return <span className="sr-only">{alt}</span>;
  }
  return (
    <>
      {!fills && <Backdrop src={src} />}
      <img src={src} alt={alt} loading="lazy" decoding="async" className="relative size-full object-contain" />
    </>
  );
}

/** A short label on a picture. */
export function Veil({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <span
      className={cx(
        "veil inline-flex h-5.5 items-center gap-[5px] rounded-xs px-[7px] text-11 font-medium tabular-nums",
        className,
      )}
    >
      {children}
    </span>
  );
}
