import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Route, Switch, useLocation } from "wouter";
import { fetchAccount, fetchModels } from "../api/calls";
import { ApiError } from "../api/problem";
import { CreatePage } from "../create/CreatePage";
import { DraftProvider } from "../draft/DraftProvider";
import { FeedProvider } from "../feed/FeedProvider";
import { accountKey } from "./account";
import { Broken } from "./Broken";
import { NotFound } from "./NotFound";
import { PageBoundary } from "./PageBoundary";
import { PageSkeleton } from "./PageSkeleton";
import { pages, WelcomePage } from "./pages";
import { Shell } from "./Shell";
import { SignIn } from "./SignIn";

/** Everything behind the sign-in: it opens once the account and the models are known. */
export function Studio() {
  const { i18n } = useTranslation();
  const [path] = useLocation();
  const account = useQuery({ queryKey: accountKey, queryFn: ({ signal }) => fetchAccount(signal) });
  const models = useQuery({
    queryKey: ["models", i18n.language],
    queryFn: ({ signal }) => fetchModels(signal),
    enabled: account.data !== undefined,
    placeholderData: keepPreviousData,
  });

  const error = account.error ?? models.error;
  if (error instanceof ApiError && error.status === 401) {
    return <SignIn />;
  }
  if (account.data === undefined || models.data === undefined) {
    const retry = () => void (account.isError ? account.refetch() : models.refetch());
    return error === null ? (
      <div className="ml-(--rail)">
        <PageSkeleton />
      </div>
    ) : (
      <Broken error={error} onRetry={retry} />
    );
  }
  const role = account.data.role;
  return (
    <FeedProvider>
      <DraftProvider models={models.data}>
        {path === "/welcome" && role === "admin" ? (
          <PageBoundary>
            <Suspense fallback={<div aria-busy className="min-h-dvh" />}>
              <WelcomePage />
            </Suspense>
          </PageBoundary>
        ) : (
          <Shell>
            <PageBoundary key={path}>
              <Suspense fallback={<PageSkeleton />}>
                <Switch>
                  <Route path="/">
                    <CreatePage account={account.data} models={models.data} />
                  </Route>
                  {pages
                    .filter((page) => page.role === undefined || page.role === role)
                    .map(({ path: route, component }) => (
                      <Route key={route} path={route} component={component} />
                    ))}
                  <Route component={NotFound} />
                </Switch>
              </Suspense>
            </PageBoundary>
          </Shell>
        )}
      </DraftProvider>
    </FeedProvider>
  );
}
