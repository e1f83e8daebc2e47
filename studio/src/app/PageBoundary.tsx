import { Component, type ReactNode } from "react";
import { Broken } from "./Broken";

/** Catches a page whose code did not come or that broke: the rest of the studio stays. */
export class PageBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Broken unloaded onRetry={() => location.reload()} /> : this.props.children;
  }
}
