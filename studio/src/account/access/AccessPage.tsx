import { AccountFrame } from "../AccountFrame";
import { IdentitiesPanel } from "./IdentitiesPanel";
import { PasswordPanel } from "./PasswordPanel";
import { SessionsPanel } from "./SessionsPanel";

/** How the account is signed in to, and where it is. */
export default function AccessPage() {
  return (
    <AccountFrame section="access">
      <PasswordPanel />
      <IdentitiesPanel />
      <SessionsPanel />
    </AccountFrame>
  );
}
