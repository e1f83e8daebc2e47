import type account from "./en/account.json";
import type admin from "./en/admin.json";
import type adminAccounts from "./en/adminAccounts.json";
import type adminDeliveries from "./en/adminDeliveries.json";
import type adminHealth from "./en/adminHealth.json";
import type adminInsight from "./en/adminInsight.json";
import type adminPrices from "./en/adminPrices.json";
import type adminProviders from "./en/adminProviders.json";
import type apiKeys from "./en/apiKeys.json";
import type batch from "./en/batch.json";
import type catalog from "./en/catalog.json";
import type compare from "./en/compare.json";
import type create from "./en/create.json";
import type frame from "./en/frame.json";
import type groups from "./en/groups.json";
import type keys from "./en/keys.json";
import type library from "./en/library.json";
import type models from "./en/models.json";
import type palette from "./en/palette.json";
import type player from "./en/player.json";
import type session from "./en/session.json";
import type share from "./en/share.json";
import type storyboard from "./en/storyboard.json";
import type take from "./en/take.json";
import type takes from "./en/takes.json";
import type trim from "./en/trim.json";
import type webhooks from "./en/webhooks.json";
import type welcome from "./en/welcome.json";

/** What keys there are. Each namespace is a line here, so that a key that is not there does not compile. */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "frame";
    resources: {
      account: typeof account;
      admin: typeof admin;
      adminAccounts: typeof adminAccounts;
      adminDeliveries: typeof adminDeliveries;
      adminHealth: typeof adminHealth;
      adminInsight: typeof adminInsight;
      adminPrices: typeof adminPrices;
      adminProviders: typeof adminProviders;
      apiKeys: typeof apiKeys;
      batch: typeof batch;
      catalog: typeof catalog;
      compare: typeof compare;
      create: typeof create;
      frame: typeof frame;
      groups: typeof groups;
      keys: typeof keys;
      library: typeof library;
      models: typeof models;
      palette: typeof palette;
      player: typeof player;
      session: typeof session;
      share: typeof share;
      storyboard: typeof storyboard;
      take: typeof take;
      takes: typeof takes;
      trim: typeof trim;
      webhooks: typeof webhooks;
      welcome: typeof welcome;
    };
  }
}
