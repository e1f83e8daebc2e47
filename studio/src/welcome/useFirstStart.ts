import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { api, unwrap } from "../api/client";
import type { Account } from "../api/types";
import { welcomed } from "./welcomed";

/** Leads the first administrator of a server on which nothing was made yet to the first steps. */
export function useFirstStart(account: Account, empty: boolean): void {
  const [, navigate] = useLocation();
  const [wanted] = useState(() => account.role === "admin" && !welcomed());
  const { data: people } = useQuery({
    queryKey: ["admin", "accounts", "first"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/admin/accounts", { signal, params: { query: { limit: 2 } } })),
    enabled: wanted && empty,
  });
  const alone = people?.items.length === 1;
  useEffect(() => {
    if (wanted && empty && alone) {
      navigate("/welcome", { replace: true });
    }
  }, [wanted, empty, alone, navigate]);
}
