import { type ComponentType, useEffect, useState } from "react";
import { DialogWait } from "./DialogWait";

interface Openable {
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** A dialog whose code and words come when it is first opened, or before by `preload`. From then on it stays, so that it can close with its motion. */
export function lazyDialog<P extends Openable>(load: () => Promise<ComponentType<P>>) {
  let loading: Promise<ComponentType<P>> | undefined;
  function preload(): Promise<ComponentType<P>> {
    // What failed once, without a connection say, is asked for again.
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  function LazyDialog(props: P) {
    const { open, onOpenChange } = props;
    const [Loaded, setLoaded] = useState<ComponentType<P>>();
    const [failed, setFailed] = useState(false);
    const wanted = open && Loaded === undefined && !failed;
    useEffect(() => {
      if (wanted) {
        preload().then(
          (component) => setLoaded(() => component),
          () => setFailed(true),
        );
      }
    }, [wanted]);

    if (Loaded !== undefined) {
      return <Loaded {...props} />;
    }
    return open ? (
      <DialogWait
        failed={failed}
        onAgain={() => setFailed(false)}
        onClose={() => {
          setFailed(false);
          onOpenChange(false);
        }}
      />
    ) : null;
  }
  return Object.assign(LazyDialog, { preload });
}
