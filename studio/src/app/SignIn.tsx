import { lazy, Suspense } from "react";
import { i18n } from "../i18n";
import { PageBoundary } from "./PageBoundary";

const SignInPage = lazy(async () => {
  const [module] = await Promise.all([import("../session/SignInPage"), i18n.loadNamespaces("session")]);
  return module;
});

/** The sign-in page; those who are signed in never load it. */
export function SignIn() {
  return (
    <PageBoundary>
      <Suspense fallback={<div aria-busy className="min-h-dvh" />}>
        <SignInPage />
      </Suspense>
    </PageBoundary>
  );
}
