import type batch from "./en/batch.json";
import type compare from "./en/compare.json";
import type frame from "./en/frame.json";
import type groups from "./en/groups.json";
import type storyboard from "./en/storyboard.json";

/** What keys there are. Each namespace is a line here, so that a key that is not there does not compile. */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "frame";
    resources: {
      batch: typeof batch;
      compare: typeof compare;
      frame: typeof frame;
      groups: typeof groups;
      storyboard: typeof storyboard;
    };
  }
}
