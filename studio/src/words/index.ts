import { clock, count, span } from "../ui/format";

/** Every word that the studio says, in one place. */
const plural = (n: number, one: string, many: string) => `${count(n)} ${n === 1 ? one : many}`;

export const words = {
  app: "Kinora",
  create: "Create",
  close: "Close",
  cancel: "Cancel",
  dismiss: "Dismiss",
  credits: (n: number) => plural(n, "credit", "credits"),
  cr: (n: number) => `${count(n)} cr`,
  takes: (n: number) => plural(n, "take", "takes"),

  rail: {
    main: "Main",
    theme: "Switch theme",
    keys: "Keyboard shortcuts",
    account: "Account",
    running: (n: number) => `${n} running`,
  },

  account: {
    balance: (n: number) => `${plural(n, "credit", "credits")} available`,
    balanceTitle: "Credits",
    owned: "Balance",
    held: "Held for running takes",
    available: "Available",
    admin: "Administrator",
    user: "User",
    sandbox: "Videos come from the sandbox: practice clips, nothing is charged upstream.",
    kie: "Videos come from KIE.ai.",
    signOut: "Sign out",
  },

  signIn: {
    title: "Pick up where the last take ended.",
    way: "How to sign in",
    byPassword: "Name and password",
    byKey: "API key",
    name: "Name",
    password: "Password",
    key: "API key",
    keyPlaceholder: "Paste your key",
    show: "Show",
    hide: "Hide",
    submit: "Sign in",
    submitting: "Signing in",
    or: "or",
    provider: (name: string) => `Continue with ${name}`,
    link: "Open the sign-in link that you were sent, or that the server prints each time it starts.",
    server: (host: string) => `This server: ${host}`,
    wrongKey: "This key does not match any account.",
    wrongPassword: "This name and this password do not fit together.",
    wrongLink: "This sign-in link was used already or is not valid. Ask for a new one, or restart the server for one.",
    faults: {
      lapsed: "The sign-in took too long or was begun in another browser. Try again.",
      denied: "The sign-in was declined. Try again, or sign in another way.",
      failed: "The sign-in service could not say who you are. Try again, or sign in another way.",
      unknown:
        "No account here belongs to this sign-in. Ask the administrator for a link, or sign in another way and link it.",
      taken: "This sign-in belongs to another account already.",
    },
    unreachable: "The server cannot be reached. Try again.",
    opening: "Signing you in",
  },

  password: {
    title: "Password and sign-in",
    menu: "Password and sign-in",
    current: "Current password",
    next: "New password",
    hint: "At least 12 characters. Several words are easy to remember and hard to guess.",
    save: "Set password",
    saved: "Password set. Other sessions have ended.",
    needsLink: "To set a first password, sign in by a link and come back within 10 minutes.",
    endElsewhere: "Sign out everywhere else",
    endedElsewhere: "Signed out everywhere else.",
    link: (provider: string) => `Link ${provider}`,
  },

  loading: "Loading",
  notFound: { title: "There is no page here.", action: "Go to Create" },
  broken: { title: "The studio cannot reach its server.", action: "Try again" },

  banner: {
    reconnecting: "Reconnecting",
    running: (n: number) =>
      n === 0
        ? "The feed catches up by itself."
        : `${plural(n, "take keeps", "takes keep")} running on the server. The feed catches up by itself.`,
    next: (seconds: number) => `next try in ${seconds} s`,
    now: "Try now",
  },

  empty: {
    title: "What should move?",
    lead: "Write a shot below, or start from one of these. You see the price before anything runs.",
  },

  samples: [
    {
      prompt: "Green aurora breathes over a still lake, ridge mirrored, tripod shot, no people",
      picture: "/images/aurora.webp",
    },
    {
      prompt: "Long exposure highway at night, light trails stream past, camera glides at roof height",
      picture: "/images/road.webp",
    },
    {
      prompt: "God rays through a misty beech forest, motes drifting, slow lateral track",
      picture: "/images/forest.webp",
    },
  ],

  keys: {
    title: "Keyboard",
    list: [
      ["Generate", ["Ctrl", "↵"]],
      ["Focus prompt", ["P"]],
      ["Choose model", ["M"]],
      ["Mode tab", ["1", "…", "6"]],
      ["Search models", ["/"]],
      ["Play or pause", ["Space"]],
      ["Step a frame", ["←", "→"]],
      ["Ten frames", ["Shift", "←", "→"]],
      ["Full screen", ["F"]],
      ["Reuse settings", ["U"]],
      ["Download", ["D"]],
      ["This sheet", ["?"]],
    ] as ReadonlyArray<readonly [string, readonly string[]]>,
  },

  reuse: "Reuse settings",
  elapsed: (seconds: number) => `${clock(seconds)} elapsed`,
  left: (seconds: number) => `about ${clock(seconds)} left`,
  typical: (seconds: number) => span(seconds),
};
