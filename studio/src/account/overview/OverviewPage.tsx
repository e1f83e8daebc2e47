import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useAccount } from "../../app/account";
import { AccountFrame } from "../AccountFrame";
import { BalancePanel } from "./BalancePanel";
import { KeysPanel } from "./KeysPanel";
import { LedgerPanel } from "./LedgerPanel";
import { SpentPanel } from "./SpentPanel";

/** The account's credits: what there is, where it went, and each change. */
export default function OverviewPage() {
  useReadAnew();
  return (
    <AccountFrame section="overview">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,400px),1fr))] gap-4">
        <BalancePanel />
        <KeysPanel />
      </div>
      <SpentPanel />
      <LedgerPanel />
    </AccountFrame>
  );
}

/** When the event stream tells of other credits, what is made of them is read anew. */
function useReadAnew(): void {
  const queryClient = useQueryClient();
  const { balance, held } = useAccount();
  const seen = useRef(`${balance}/${held}`);
  useEffect(() => {
    if (seen.current !== `${balance}/${held}`) {
      seen.current = `${balance}/${held}`;
      void queryClient.invalidateQueries({ queryKey: ["ledger"] });
      void queryClient.invalidateQueries({ queryKey: ["usage"] });
    }
  }, [balance, held, queryClient]);
}
