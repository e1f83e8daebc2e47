// A program for KIE.ai as it stands in many apps: create a task, be called back, download the video. Plain Node 20 or newer, no packages.
//
//   KIE_BASE_URL=https://api.kie.ai KIE_API_KEY=… CALLBACK_URL=https://your-domain.com/callback node video.mjs "A lighthouse in a storm"
//
// For Kinora only KIE_BASE_URL and KIE_API_KEY change.
import { createServer } from 'node:http';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const base = (process.env.KIE_BASE_URL ?? 'https://api.kie.ai').replace(/\/$/, '');
const key = process.env.KIE_API_KEY;
const hmacKey = process.env.KIE_WEBHOOK_HMAC_KEY;
const prompt = process.argv[2] ?? 'A lighthouse in a storm';
const file = process.argv[3] ?? 'video.mp4';

let tell;
const called = new Promise(resolve => { tell = resolve; });

const receiver = createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  const { data } = JSON.parse(text);
  if (hmacKey && !isSigned(request.headers, data.taskId)) {
    response.writeHead(401).end();
    return;
  }

  response.writeHead(200).end();
  tell(data);
});
receiver.listen(Number(process.env.PORT ?? 0), '127.0.0.1');
await new Promise(resolve => receiver.once('listening', resolve));
const callBackUrl = process.env.CALLBACK_URL ?? `http://127.0.0.1:${receiver.address().port}/callback`;

console.log('credits', await call('GET', '/api/v1/chat/credit'));
const { taskId } = await call('POST', '/api/v1/jobs/createTask', {
  model: 'kling-2.6/text-to-video',
  callBackUrl,
  input: { prompt, sound: false, aspect_ratio: '16:9', duration: '5' },
});
console.log('task', taskId);

const told = await called;
receiver.close();
console.log('callback', told.state);
const record = await call('GET', `/api/v1/jobs/recordInfo?taskId=${taskId}`);
if (record.state !== 'success') throw new Error(`${record.failCode}: ${record.failMsg}`);
const { resultUrls } = JSON.parse(record.resultJson);
const link = await call('POST', '/api/v1/common/download-url', { url: resultUrls[0] });
const video = await fetch(link);
if (!video.ok) throw new Error(`The video answered ${video.status}.`);
await pipeline(Readable.fromWeb(video.body), createWriteStream(file));
console.log('saved', file);

async function call(method, path, body) {
  const response = await fetch(base + path, {
    method,
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const { code, msg, data } = await response.json();
  if (code !== 200) throw new Error(`${path}: ${code} ${msg}`);
  return data;
}

function isSigned(headers, taskId) {
  const expected = createHmac('sha256', hmacKey).update(`${taskId}.${headers['x-webhook-timestamp']}`).digest();
  const given = Buffer.from(headers['x-webhook-signature'] ?? '', 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
