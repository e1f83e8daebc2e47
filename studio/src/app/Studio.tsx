import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { Route, Switch } from "wouter";
import { fetchAccount, fetchModels } from "../api/calls";
import { ApiError } from "../api/problem";
import { CreatePage } from "../create/CreatePage";
import { DraftProvider } from "../draft/DraftProvider";
import { FeedProvider } from "../feed/FeedProvider";
import { SignInPage } from "../session/SignInPage";
import { accountKey } from "./account";
import { Broken } from "./Broken";
import { NotFound } from "./NotFound";
import { PageSkeleton } from "./PageSkeleton";
import { pages } from "./pages";
import { Shell } from "./Shell";

/** Everything behind the sign-in: it opens once the account and the models are known. */
export function Studio() {
  const account = useQuery({ queryKey: accountKey, queryFn: ({ signal }) => fetchAccount(signal) });
  const models = useQuery({
    queryKey: ["models"],
    queryFn: ({ signal }) => fetchModels(signal),
    enabled: account.data !== undefined,
  });

  const error = account.error ?? models.error;
  if (error instanceof ApiError && error.status === 401) {
    return <SignInPage />;
  }
  if (account.data === undefined || models.data === undefined) {
    const retry = () => void (account.isError ? account.refetch() : models.refetch());
    return error === null ? <PageSkeleton /> : <Broken error={error} onRetry={retry} />;
  }
  const role = account.data.role;
  return (
    <FeedProvider>
      <DraftProvider models={models.data}>
        <Shell>
          <Suspense fallback={<PageSkeleton />}>
            <Switch>
              <Route path="/">
                <CreatePage account={account.data} models={models.data} />
              </Route>
              {pages
                .filter((page) => page.role === undefined || page.role === role)
                .map(({ path, component }) => (
                  <Route key={path} path={path} component={component} />
                ))}
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </Shell>
      </DraftProvider>
    </FeedProvider>
  );
}
