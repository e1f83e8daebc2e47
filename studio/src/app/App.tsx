import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Route, Switch } from "wouter";
import { ApiError } from "../api/problem";
import { Share } from "../share/Share";
import { LateToaster } from "./LateToaster";
import { SignIn } from "./SignIn";
import { Studio } from "./Studio";

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      retry: (failures, error) => !(error instanceof ApiError) && failures < 2,
    },
  },
});

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Switch>
        <Route path="/sign-in" component={SignIn} />
        <Route path="/share/:token" component={Share} />
        <Route component={Studio} />
      </Switch>
      <LateToaster />
    </QueryClientProvider>
  );
}
