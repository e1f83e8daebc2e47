// node client.mjs BASE_URL KEY PICTURE   What an app does with OpenAI's own client; prints what it saw as one JSON object.
import OpenAI from "openai";
import { createReadStream, readFileSync } from "node:fs";

const [baseURL, apiKey, picture] = process.argv.slice(2);
const openai = new OpenAI({ baseURL, apiKey });
const seen = {};

const made = await openai.videos.create({ model: "sora-2", prompt: "A kite over the sea", seconds: "10", size: "720x1280" });
seen.created = made;
seen.notReady = await errorOf(openai.videos.downloadContent(made.id));
seen.completed = await finished(made.id);
seen.video = start(await bytesOf(openai.videos.downloadContent(made.id)));
seen.thumbnail = start(await bytesOf(openai.videos.downloadContent(made.id, { variant: "thumbnail" })));

const pictured = await openai.videos.create({ model: "kling-2.6", prompt: "It flies away", seconds: "5", input_reference: createReadStream(picture) });
const named = await openai.videos.create({
  model: "kling-2.6", prompt: "It flies away", seconds: "5",
  input_reference: { image_url: "data:image/png;base64," + readFileSync(picture).toString("base64") },
});
seen.pictured = [await finished(pictured.id), await finished(named.id)];
seen.remix = await openai.videos.remix(pictured.id, { prompt: "It comes back" });

seen.listed = [];
for await (const video of openai.videos.list({ limit: 2, order: "asc" })) seen.listed.push(video.id);
seen.order = [made.id, pictured.id, named.id, seen.remix.id];
seen.deleted = await openai.videos.delete(made.id);
seen.gone = await errorOf(openai.videos.retrieve(made.id));
seen.models = (await openai.models.list()).data.map((model) => model.id);
seen.model = await openai.models.retrieve("sora-2");

seen.errors = {
  key: await errorOf(new OpenAI({ baseURL, apiKey: "wrong" }).videos.list()),
  seconds: await errorOf(openai.videos.create({ model: "sora-2", prompt: "x", seconds: "4" })),
  model: await errorOf(openai.videos.create({ model: "no-such-model", prompt: "x" })),
  id: await errorOf(openai.videos.retrieve("gen_none")),
};
console.log(JSON.stringify(seen));

/** Looks until it has ended, for a minute at most. */
async function finished(id) {
  for (let looks = 0; looks < 600; looks++) {
    const video = await openai.videos.retrieve(id);
    if (video.status === "completed" || video.status === "failed") return video;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(id + " does not end");
}

async function errorOf(call) {
  try {
    await call;
    return null;
  } catch (error) {
    const { name, status, code, param, type, message } = error;
    return { kind: error.constructor.name, name, status, code, param, type, message };
  }
}

async function bytesOf(call) {
  return Buffer.from(await (await call).arrayBuffer());
}

function start(bytes) {
  return { length: bytes.length, text: bytes.subarray(0, 16).toString("latin1") };
}
