import type admin from "./en/admin.json";
import type adminAccounts from "./en/adminAccounts.json";
import type adminDeliveries from "./en/adminDeliveries.json";
import type adminHealth from "./en/adminHealth.json";
import type adminInsight from "./en/adminInsight.json";
import type adminPrices from "./en/adminPrices.json";
import type adminProviders from "./en/adminProviders.json";
import type frame from "./en/frame.json";

/** What keys there are. Each namespace is a line here, so that a key that is not there does not compile. */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "frame";
    resources: {
      admin: typeof admin;
      adminAccounts: typeof adminAccounts;
      adminDeliveries: typeof adminDeliveries;
      adminHealth: typeof adminHealth;
      adminInsight: typeof adminInsight;
      adminPrices: typeof adminPrices;
      adminProviders: typeof adminProviders;
      frame: typeof frame;
    };
  }
}
