import { lazy, Suspense } from "react";

const SharePage = lazy(() => import("./SharePage"));

/** What people without a key see under a link; it comes when it is asked for, beside everything behind the sign-in. */
export function Share() {
  return (
    <Suspense>
      <SharePage />
    </Suspense>
  );
}
