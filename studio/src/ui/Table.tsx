import type { ComponentProps } from "react";
import { cx } from "./cx";

interface Aligned {
  align?: "left" | "center" | "right";
}

const sides = { left: "text-left", center: "text-center", right: "text-right" };

/** Rows and columns; where they do not fit they scroll by themselves. */
export function Table({ label, children }: { label: string; children: ComponentProps<"table">["children"] }) {
  return (
    <div
      role="region"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is to be reached by keyboard
      tabIndex={0}
      className="relative overflow-x-auto rounded-sm [scrollbar-width:thin]"
    >
      <table className="w-full border-collapse tabular-nums">{children}</table>
    </div>
  );
}

export function Head({ align = "left", className, ...rest }: ComponentProps<"th"> & Aligned) {
  return (
    <th
      scope="col"
      className={cx(
        "border-b border-line px-3 py-2 text-12 font-medium whitespace-nowrap text-ink-3",
        sides[align],
        className,
      )}
      {...rest}
    />
  );
}

export function Cell({ align = "left", className, ...rest }: ComponentProps<"td"> & Aligned) {
  return <td className={cx("h-11.5 border-b border-line px-3 whitespace-nowrap", sides[align], className)} {...rest} />;
}
