import type { Generation } from "../api/types";

/** Words of takes in the feed and in the player. */
export const takeWords = {
  phases: {
    queued: "Queued",
    submitting: "Submitting",
    running: "Rendering",
    collecting: "Storing",
    succeeded: "Ready",
    failed: "Failed",
    canceled: "Canceled",
  } as Record<string, string>,
  inLine: "In line",
  startsItself: "starts by itself",
  waiting: (reason: string) => `the provider is busy, tried again soon: ${reason}`,
  waitingForNet: "Waits for the connection",
  sendingNow: "Sending",
  attempt: (n: number) => `Attempt ${n}`,
  submittingAgain: "Submitting again",
  unknown: "Outcome unknown",
  unknownMore: "waiting to hear back; never sent again by itself",
  slower: "taking longer than usual",
  almost: "almost there",
  lastSeen: "last seen before the connection broke",
  storing: "fetching and checking the video",
  progress: "Rendering progress",
  firstFrame: "First frame",
  reference: "Picture",
  notCharged: "Not charged",
  charged: (credits: string) => `${credits} charged`,
  returned: (credits: string) => `${credits} returned`,
  held: (credits: string) => `${credits} held`,
  editPrompt: "Edit prompt",
  sendAgain: "Send again",
  attempts: (n: number) => (n === 1 ? "1 attempt" : `${n} attempts`),
  download: "Download",
  play: "Play",
  pause: "Pause",
  open: "Open",
  openTake: (prompt: string) => `Open take: ${prompt}`,
  noPrompt: "Without a prompt",
  ready: "Take ready",
  more: "Older takes",
  moreFailed: "Older takes could not be loaded.",
  again: "Try again",
  says: (model: string, phase: string) => `${model}: ${phase}`,
};

const fixes: Record<string, string> = {
  outcome_unknown: "Send it again when you like. Should the first one arrive after all, it is kept and charged too.",
  provider_refused: "Change the prompt or the settings, then send it again.",
  moderated: "Say it in other words: describe people and brands rather than naming them.",
  provider_failed: "This often passes. Send it again, or try another model.",
  provider_unreachable: "Nothing reached the provider. Send it again in a while.",
  input_gone: "Upload the file again, or choose another take, then send it again.",
  deadline: "It took far longer than it should. Send it again, or try a shorter take.",
  output_lost: "The video was made but could not be stored. Send it again.",
};

const saidByProvider = new Set(["provider_refused", "moderated", "provider_failed"]);

/** Whether a failure's message is the provider's own words rather than ours. */
export function isQuote(code: string): boolean {
  return saidByProvider.has(code);
}

/** What to do about a failure. */
export function fixFor(code: string): string {
  return fixes[code] ?? "Send it again, or try another model.";
}

/** Who did what: the title of a failure. */
export function failureTitle(take: Generation, vendor: string | undefined): string {
  const who = vendor ?? take.model.name;
  switch (take.failure?.code) {
    case "moderated":
      return `${who} declined the prompt`;
    case "provider_refused":
      return `${who} declined the request`;
    case "provider_failed":
      return `${who} could not finish it`;
    case "provider_unreachable":
      return `${who} cannot be reached`;
    case "outcome_unknown":
      return `${who} never answered`;
    case "deadline":
      return `${who} took too long`;
    case "output_lost":
      return "The video was lost";
    default:
      return "This take failed";
  }
}

export const playerWords = {
  title: "Player",
  play: "Play",
  pause: "Pause",
  back: "Frame back",
  forward: "Frame forward",
  mute: "Mute",
  unmute: "Unmute",
  volume: "Volume",
  position: "Position",
  filmstrip: "Filmstrip",
  speed: "Speed",
  times: (speed: number) => `${speed}×`,
  loop: "Loop",
  fullScreen: "Full screen",
  leaveFullScreen: "Leave full screen",
  copyPrompt: "Copy prompt",
  copied: "Copied",
  size: (width: number, height: number) => `${width} × ${height}`,
  rate: (fps: number) => `${Math.round(fps * 100) / 100} fps`,
  sound: "sound",
  silent: "silent",
  unplayable: "This browser cannot play the video. Download it instead.",
};
