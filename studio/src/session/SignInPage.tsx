import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { fetchSignInWays, signIn } from "../api/calls";
import { ApiError } from "../api/problem";
import { Mark } from "../ui/Mark";
import { words } from "../words";
import { faultOf } from "./faults";
import { type Credential, SignInForm } from "./SignInForm";

/** Signs in by the one-time link (?token=…), a name and a password, an API key, or the operator's provider. */
export function SignInPage() {
  const [, navigate] = useLocation();
  const queryClient = useQueryClient();
  const [token] = useState(() => new URLSearchParams(location.search).get("token"));
  const [opening, setOpening] = useState(token !== null);
  const [fault, setFault] = useState<string | null>(() => faultOf(location.search));
  const ways = useQuery({ queryKey: ["sign-in-ways"], queryFn: ({ signal }) => fetchSignInWays(signal) });
  const tried = useRef(false);

  const enter = useCallback(
    async (credential: { token: string } | Credential, wrong: string): Promise<void> => {
      setFault(null);
      try {
        await signIn(credential);
        await queryClient.resetQueries();
        navigate("/", { replace: true });
      } catch (error) {
        setFault(
          error instanceof ApiError
            ? error.code === "invalid_sign_in"
              ? wrong
              : error.message
            : words.signIn.unreachable,
        );
      }
    },
    [navigate, queryClient],
  );

  useEffect(() => {
    // A link works once: a second run of this effect must not spend it again.
    if (token !== null && !tried.current) {
      tried.current = true;
      void enter({ token }, words.signIn.wrongLink).finally(() => setOpening(false));
    }
  }, [enter, token]);

  return (
    <main className="flex min-h-dvh max-md:flex-col-reverse max-md:justify-end">
      <section className="flex w-[38%] min-w-110 flex-col px-14 py-9 max-md:w-auto max-md:min-w-0 max-md:flex-1 max-md:px-6 max-md:pt-5 max-md:pb-8">
        <div className="flex items-center gap-2.5">
          <Mark size={34} />
          <span className="text-[18px] font-semibold tracking-[-.02em]">{words.app}</span>
        </div>
        <div className="my-auto w-full max-w-95 py-8">
          <h1 className="mb-7 text-36 leading-tight font-semibold tracking-[-.03em] max-md:text-26">
            {words.signIn.title}
          </h1>
          {opening ? (
            <p role="status" className="text-14 text-ink-2">
              {words.signIn.opening}
            </p>
          ) : (
            <SignInForm
              fault={fault}
              provider={ways.data?.provider ?? null}
              onSubmit={(credential) =>
                enter(credential, "key" in credential ? words.signIn.wrongKey : words.signIn.wrongPassword)
              }
            />
          )}
        </div>
        <p className="text-ink-3">{words.signIn.server(location.host)}</p>
      </section>
      <aside className="relative m-3.5 flex-1 overflow-hidden rounded-[24px] bg-surface-1 max-md:m-2 max-md:h-60 max-md:flex-none max-md:rounded-[18px]">
        <img
          src="/images/auth1.webp"
          alt=""
          className="absolute inset-0 size-full object-cover max-md:object-[72%_42%]"
        />
      </aside>
    </main>
  );
}
