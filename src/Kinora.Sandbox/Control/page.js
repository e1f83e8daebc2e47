"use strict";

const first = 24;
const soon = 1500, later = 6000;
const $ = id => document.getElementById(id);
const cards = new Map();
let shown = first, waiting = 0;

const moment = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: "UTC" });
const phases = { waiting: "Waiting for a slot", queuing: "In the queue", generating: "Generating", success: "No video", fail: "Failed" };

function set(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function age(from, now) {
  const seconds = Math.max(0, Math.round((now - Date.parse(from)) / 1000));
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h ago`;
  return `${Math.floor(seconds / 86400)} d ago`;
}

function card(task) {
  let item = cards.get(task.taskId);
  if (!item) {
    item = $("task").content.firstElementChild.cloneNode(true);
    cards.set(task.taskId, item);
  }
  return item;
}

// A task's video is put in once; its link lasts longer than most visits.
function stage(item, task) {
  const place = item.querySelector(".stage"), video = place.querySelector("video");
  if (task.video && !video) {
    const player = document.createElement("video"), play = document.createElement("button");
    Object.assign(player, { loop: true, playsInline: true, preload: "metadata", src: task.video });
    player.setAttribute("aria-label", task.prompt || task.model);
    play.type = "button";
    play.className = "play";
    play.setAttribute("aria-label", `Play: ${task.prompt || task.model}`);
    play.addEventListener("click", () => {
      play.remove();
      player.controls = true;
      player.focus();
      player.play().catch(() => {});
    });
    place.append(player, play);
  } else if (!task.video && video) {
    video.remove();
    place.querySelector(".play")?.remove();
  }
}

function draw(task, now) {
  const item = card(task), at = name => item.querySelector(name);
  item.dataset.state = task.state;
  set(at(".phase"), task.expired ? "Gone after 14 days" : phases[task.state] ?? task.state);
  at(".bar i").style.width = `${task.progress}%`;
  set(at(".prompt"), task.prompt);
  at(".failure").hidden = task.failCode === undefined;
  if (task.failCode !== undefined) set(at(".failure"), `${task.failCode}: ${task.failMessage}`);
  set(at(".state"), task.state);
  set(at(".model"), task.model);
  set(at(".cost"), `${task.credits.toLocaleString("en")} cr`);
  set(at("time"), age(task.createdAt, now));
  set(at(".id"), task.taskId);
  stage(item, task);
  return item;
}

function drawTasks(tasks, now) {
  tasks.reverse();
  const known = new Set(tasks.map(task => task.taskId));
  for (const [id, item] of cards) if (!known.has(id)) { item.remove(); cards.delete(id); }
  const list = $("tasks"), visible = tasks.slice(0, shown).map(task => draw(task, now));
  visible.forEach((item, index) => { if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null); });
  while (list.children.length > visible.length) list.lastElementChild.remove();
  $("empty").hidden = tasks.length > 0;
  $("more").hidden = tasks.length <= shown;
  set($("count"), tasks.length ? `${tasks.length.toLocaleString("en")}` : "");
  const running = tasks.filter(task => task.state !== "success" && task.state !== "fail").length;
  set($("running"), running.toLocaleString("en"));
  return running;
}

function directive(line) {
  const item = document.createElement("li"), button = document.createElement("button"), code = document.createElement("code"), meaning = document.createElement("span");
  const forms = line.form.split(" or ").map(form => `[[${form}]]`);
  code.textContent = forms.join("  ");
  meaning.textContent = line.meaning;
  button.type = "button";
  button.append(code, meaning);
  button.addEventListener("click", async () => {
    try { await navigator.clipboard.writeText(forms[0]); } catch { return; }
    meaning.textContent = "Copied.";
    setTimeout(() => { meaning.textContent = line.meaning; }, 1200);
  });
  item.append(button);
  return item;
}

function drawStatus(status) {
  set($("credits"), status.credits.toLocaleString("en", { maximumFractionDigits: 2 }));
  set($("clock"), moment.format(new Date(status.clock.now)));
  set($("ahead"), status.clock.ahead === "00:00:00" ? "" : `+${status.clock.ahead.replace(/\.\d{7}$/, "")}`);
  const states = $("states");
  states.hidden = status.models.length === 0;
  states.querySelector("ul").replaceChildren(...status.models.map(one => {
    const item = document.createElement("li"), name = document.createElement("span"), state = document.createElement("span");
    name.textContent = one.model === "*" ? "every other model" : one.model;
    state.textContent = one.state;
    item.append(name, state);
    return item;
  }));
  if (!$("directives").children.length) $("directives").replaceChildren(...status.directives.map(directive));
}

async function read(path) {
  const answer = await fetch(path, { cache: "no-store" });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
}

async function update() {
  clearTimeout(waiting);
  let running = 0;
  try {
    const [status, { tasks }] = await Promise.all([read("/sandbox/status"), read("/sandbox/tasks")]);
    drawStatus(status);
    running = drawTasks(tasks, Date.parse(status.clock.now));
    $("banner").hidden = true;
  } catch {
    $("banner").hidden = false;
    set($("banner"), "The sandbox does not answer. Trying again.");
  }
  if (!document.hidden) waiting = setTimeout(update, running ? soon : later);
}

const here = location.origin;
set($("sample"), `curl ${here}/api/v1/veo/generate \\
  -H 'Authorization: Bearer sandbox' -H 'Content-Type: application/json' \\
  -d '{"prompt":"A lighthouse in a storm"}'`);
set($("controls"), `H="Authorization: Bearer sandbox"
J="Content-Type: application/json"
curl ${here}/sandbox/clock -H "$H" -H "$J" -d '{"advance":"20m"}'
curl ${here}/sandbox/credits -H "$H" -H "$J" -d '{"credits":10}'
curl -X PUT ${here}/sandbox/models -H "$H" -H "$J" \\
  -d '{"model":"*","state":"maintenance"}'`);
$("more").addEventListener("click", () => { shown += first; update(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) update(); });
update();
