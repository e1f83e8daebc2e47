import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ParseKeys } from "i18next";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { fetchSignInWays, signIn } from "../api/calls";
import { ApiError } from "../api/problem";
import { Doorway } from "./Doorway";
import { faultOf } from "./faults";
import { type Credential, SignInForm } from "./SignInForm";

/** What to say: the key of a sentence of ours, or the server's own words. */
type Fault = ParseKeys<"session"> | { said: string };

/** Signs in by the one-time link (?token=…), a name and a password, an API key, or the operator's provider. */
export default function SignInPage() {
  const { t } = useTranslation("session");
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
    <Doorway
      picture="/images/auth1.webp"
      foot={<p className="text-ink-3">{t("signIn.server", { host: location.host })}</p>}
    >
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
    </Doorway>
  );
}
