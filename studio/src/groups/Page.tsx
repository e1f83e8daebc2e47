import type { ReactNode } from "react";

/** The content of a page under its head. */
export function Page({ children }: { children: ReactNode }) {
  return <main className="px-8 pt-2 pb-12 max-md:px-4 max-md:pt-1">{children}</main>;
}
