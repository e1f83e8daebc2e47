import type account from "./en/account.json";
import type apiKeys from "./en/apiKeys.json";
import type frame from "./en/frame.json";
import type webhooks from "./en/webhooks.json";

/** What keys there are. Each namespace is a line here, so that a key that is not there does not compile. */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "frame";
    resources: {
      account: typeof account;
      frame: typeof frame;
      apiKeys: typeof apiKeys;
      webhooks: typeof webhooks;
    };
  }
}
