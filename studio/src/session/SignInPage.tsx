import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ParseKeys } from "i18next";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { LanguageSwitch } from "../app/LanguageSwitch";
import { fetchSignInWays, signIn } from "../api/calls";
import { ApiError } from "../api/problem";
import { Mark } from "../ui/Mark";
import { faultOf } from "./faults";
import { type Credential, SignInForm } from "./SignInForm";

/** What to say: the key of a sentence of ours, or the server's own words. */
type Fault = ParseKeys<"session"> | { said: string };

/** Signs in by the one-time link (?token=…), a name and a password, an API key, or the operator's provider. */
export default function SignInPage() {
  const { t } = useTranslation(["session", "frame"]);
  const [, navigate] = useLocation();
  const queryClient = useQueryClient();
  const [token] = useState(() => new URLSearchParams(location.search).get("token"));
  const [opening, setOpening] = useState(token !== null);
  const [fault, setFault] = useState<Fault | null>(() => faultOf(location.search));
  const ways = useQuery({ queryKey: ["sign-in-ways"], queryFn: ({ signal }) => fetchSignInWays(signal) });
  const tried = useRef(false);

  const enter = useCallback(
    async (credential: { token: string } | Credential, wrong: Fault): Promise<void> => {
      setFault(null);
      try {
        await signIn(credential);
        await queryClient.resetQueries();
        navigate("/", { replace: true });
      } catch (error) {
        setFault(
          !(error instanceof ApiError)
            ? "signIn.unreachable"
            : error.code === "invalid_sign_in"
              ? wrong
              : { said: error.message },
        );
      }
    },
    [navigate, queryClient],
  );

  useEffect(() => {
    // A link works once: a second run of this effect must not spend it again.
    if (token !== null && !tried.current) {
      tried.current = true;
      void enter({ token }, "signIn.wrongLink").finally(() => setOpening(false));
    }
  }, [enter, token]);

  return (
    <main className="flex min-h-dvh max-md:flex-col-reverse max-md:justify-end">
      <section className="flex w-[38%] min-w-110 flex-col px-14 py-9 max-md:w-auto max-md:min-w-0 max-md:flex-1 max-md:px-6 max-md:pt-5 max-md:pb-8">
        <div className="flex items-center gap-2.5">
          <Mark size={34} />
          <span className="text-[18px] font-semibold tracking-[-.02em]">{t("frame:app")}</span>
        </div>
        <div className="my-auto w-full max-w-95 py-8">
          <h1 className="mb-7 text-36 leading-tight font-semibold tracking-[-.03em] max-md:text-26">
            {t("signIn.title")}
          </h1>
          {opening ? (
            <p role="status" className="text-14 text-ink-2">
              {t("signIn.opening")}
            </p>
          ) : (
            <SignInForm
              fault={typeof fault === "object" ? (fault?.said ?? null) : t(fault)}
              provider={ways.data?.provider ?? null}
              onSubmit={(credential) =>
                enter(credential, "key" in credential ? "signIn.wrongKey" : "signIn.wrongPassword")
              }
            />
          )}
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-3">{t("signIn.server", { host: location.host })}</p>
          <LanguageSwitch />
        </div>
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
