import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Tooltip } from "radix-ui";
import { Toaster } from "sonner";
import { Route, Switch } from "wouter";
import { ApiError } from "../api/problem";
import { SignInPage } from "../session/SignInPage";
import { Share } from "../share/Share";
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
      <Tooltip.Provider delayDuration={500}>
        <Switch>
          <Route path="/sign-in" component={SignInPage} />
          <Route path="/share/:token" component={Share} />
          <Route component={Studio} />
        </Switch>
        <Toaster
          position="top-right"
          duration={6_000}
          offset={{ top: 76, right: 24 }}
          mobileOffset={{ top: 62, left: 8, right: 8 }}
        />
      </Tooltip.Provider>
    </QueryClientProvider>
  );
}
