import type { ReactNode } from "react";
import { TopBar } from "../../app/TopBar";
import { AdminTabs } from "./AdminTabs";

/** The frame of a page of Admin. */
export function AdminPage({ title, tools, children }: { title: string; tools?: ReactNode; children: ReactNode }) {
  return (
    <>
      <TopBar title={title}>{tools}</TopBar>
      <main className="px-8 pt-2 pb-12 max-md:px-4 max-md:pb-8">
        <AdminTabs />
        {children}
      </main>
    </>
  );
}
