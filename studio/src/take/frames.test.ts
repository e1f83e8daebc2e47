import { expect, it } from "vitest";
import { control, mode, model } from "../testing/samples";
import { startsFromPicture } from "./frames";

const framed = mode("image-to-video", [
  control("firstFrame", { required: true }),
  control("prompt", { required: true }),
]);
const spoken = mode("speech-to-video", [
  control("firstFrame", { required: true }),
  control("audio", { required: true }),
]);

it("The wanted model is used where it can begin with a picture, else another that can", () => {
  const a = model({ id: "a", modes: [mode("text-to-video"), framed] });
  const b = model({ id: "b", modes: [framed] });
  expect(startsFromPicture([a, b], ["b"])?.model.id).toBe("b");
  expect(startsFromPicture([a, model({ id: "b" })], ["b"])?.model.id).toBe("a");
  expect(startsFromPicture([a, b], ["gone", "a"])?.mode.mode).toBe("image-to-video");
});

it("A mode that wants more than the picture, or a model that is away, will not do", () => {
  expect(startsFromPicture([model({ modes: [spoken] }), model({ modes: [framed], available: false })], [])).toBeNull();
});
