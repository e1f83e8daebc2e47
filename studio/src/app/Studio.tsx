import { useQuery } from "@tanstack/react-query";
import { fetchAccount, fetchModels } from "../api/calls";
import { ApiError } from "../api/problem";
import { CreatePage } from "../create/CreatePage";
import { DraftProvider } from "../draft/DraftProvider";
import { FeedProvider } from "../feed/FeedProvider";
import { SignInPage } from "../session/SignInPage";
import { Broken } from "./Broken";
import { PageSkeleton } from "./PageSkeleton";
import { Shell } from "./Shell";

/** Everything behind the sign-in: it opens once the account and the models are known. */
export function Studio() {
  const account = useQuery({ queryKey: ["account"], queryFn: ({ signal }) => fetchAccount(signal) });
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
  return (
    <FeedProvider>
      <DraftProvider models={models.data}>
        <Shell account={account.data}>
          <CreatePage account={account.data} models={models.data} />
        </Shell>
      </DraftProvider>
    </FeedProvider>
  );
}
