import { expect, it } from "vitest";
import { i18n } from "../i18n";
import { control } from "../testing/samples";
import { limitsOf, refusalText } from "./fileTexts";

await i18n.loadNamespaces("create");
const sound = control("audio", {
  type: "audio",
  contentTypes: ["audio/mpeg", "audio/wav"],
  maxMegabytes: 10,
  minSeconds: 2,
  maxSeconds: 15.5,
});

it("Limits stand at the empty place", () => {
  const t = i18n.getFixedT("en", "create");
  expect(limitsOf(sound, "audio", t)).toBe("MP3, WAV · 2–15.5 s · 10 MB");
  expect(limitsOf(control("motionVideo", { type: "video", maxSeconds: 30 }), "motionVideo", t)).toBe(
    "MP4, MOV, WebM · to 30 s",
  );
});

it("A refusal says what would have fitted, or the server's own words", () => {
  const t = i18n.getFixedT("en", "create");
  expect(refusalText({ kind: "wrongType" }, sound, "audio", t)).toBe("MP3 or WAV only");
  expect(refusalText({ kind: "tooLong", seconds: 15.5 }, sound, "audio", t)).toBe("At most 15.5 s");
  expect(refusalText({ kind: "said", message: "No room." }, sound, "audio", t)).toBe("No room.");
});
