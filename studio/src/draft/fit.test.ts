import { expect, it } from "vitest";
import type { Asset } from "../api/types";
import { control } from "../testing/samples";
import { faultOf, lengthFaultOf, typesOf } from "./fit";
import { addressIn, nameOf } from "./media";

const sound = control("audio", {
  type: "audio",
  contentTypes: ["audio/mpeg", "audio/wav"],
  maxMegabytes: 10,
  minSeconds: 2,
  maxSeconds: 15.5,
});
const asset = (durationSeconds?: number) => ({ kind: "audio", durationSeconds }) as Asset;

it("The kinds that a control takes are called by the names people know", () => {
  expect(typesOf(control("firstFrame", { contentTypes: ["image/png", "image/heic"] }), "image")).toEqual([
    "PNG",
    "HEIC",
  ]);
  expect(typesOf(undefined, "image")).toEqual(["PNG", "JPEG", "WebP"]);
  expect(typesOf(control("sourceVideo", { contentTypes: ["video/quicktime", "video/x-matroska"] }), "video")).toEqual([
    "MOV",
    "MKV",
  ]);
});

it("A file of the wrong kind or size is refused before it is sent", () => {
  expect(faultOf({ type: "image/gif", size: 1 }, sound, "audio")).toEqual({ kind: "wrongType" });
  expect(faultOf({ type: "audio/wav", size: 10_000_001 }, sound, "audio")).toEqual({ kind: "tooLarge", megabytes: 10 });
  expect(faultOf({ type: "audio/wav", size: 10_000_000 }, sound, "audio")).toBeNull();
  expect(faultOf({ type: "text/html", size: 1 }, control("audio"), "audio")).toEqual({ kind: "wrongType" });
});

it("Browsers call one kind by several names, or by none", () => {
  expect(faultOf({ type: "audio/x-wav", size: 1 }, sound, "audio")).toBeNull();
  expect(faultOf({ type: "audio/mp3", size: 1 }, sound, "audio")).toBeNull();
  expect(faultOf({ type: "", size: 1 }, sound, "audio")).toBeNull();
});

it("A length that does not fit is told once it is known", () => {
  expect(lengthFaultOf(asset(1.8), sound)).toEqual({ kind: "tooShort", seconds: 2 });
  expect(lengthFaultOf(asset(15.7), sound)).toEqual({ kind: "tooLong", seconds: 15.5 });
  expect(lengthFaultOf(asset(15.55), sound)).toBeNull();
  expect(lengthFaultOf(asset(15.5), sound)).toBeNull();
  expect(lengthFaultOf(asset(), sound)).toBeNull();
});

it("An address is whole and https; a file from there is called by its last part", () => {
  expect(addressIn(" https://e.org/a.mp4 ")).toBe("https://e.org/a.mp4");
  expect([addressIn("http://e.org/a.mp4"), addressIn("e.org/a.mp4"), addressIn("https://")]).toEqual([
    null,
    null,
    null,
  ]);
  expect(nameOf({ source: "https://e.org/a%20b.mp4?x=1", url: null })).toBe("a b.mp4");
  expect(nameOf({ source: "https://e.org/%zz.mp4", url: null })).toBe("%zz.mp4");
  expect(nameOf({ source: "asset_1", url: null })).toBeNull();
});
