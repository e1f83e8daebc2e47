import type frame from "./en/frame.json";
import type library from "./en/library.json";
import type share from "./en/share.json";
import type take from "./en/take.json";

/** What keys there are. Each namespace is a line here, so that a key that is not there does not compile. */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "frame";
    resources: {
      frame: typeof frame;
      library: typeof library;
      share: typeof share;
      take: typeof take;
    };
  }
}
