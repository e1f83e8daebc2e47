// Runs what ./test has built: every project under tests/ and the studio's own checks, a few at a time, and adds up.
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, "artifacts", "test-results");
const atOnce = 2;
const args = process.argv.slice(2);
// --long: more of what random tests draw, and with it more time.
const long = args.includes("--long");
const longForms = long ? { KINORA_FUZZ: "10000", KINORA_MATRIX: "all", KINORA_NODES: "2000", KINORA_STUDIO: "all", KINORA_CRASHES: "all" } : {};
const limitMinutes = long ? 60 : 14;
// The slow ones first, so that the quick ones fill the gap at the end; last of them the one that keeps all processors busy alone.
const first = ["Kinora.Studio.Tests", "Kinora.Sandbox.Tests", "Kinora.Cli.Tests", "Kinora.Server.Tests", "Kinora.Core.Tests"];
// A library that the test projects share.
const shelf = "Kinora.Testing";

const running = new Set();
const total = { passed: 0, failed: 0, skipped: 0 };

function dotnetSteps() {
  const names = readdirSync(join(root, "tests")).filter((name) => name !== shelf && existsSync(join(root, "tests", name, `${name}.csproj`)));
  const place = (name) => (first.includes(name) ? first.indexOf(name) : first.length);
  return names
    .sort((a, b) => place(a) - place(b) || a.localeCompare(b))
    .map((name) => {
      const report = `${name}.json`;
      const options = ["--report-ctrf", "--report-ctrf-filename", report, "--results-directory", results, "--no-ansi", "--no-progress"];
      return {
        name,
        command: "dotnet",
        args: [join(root, "artifacts", "bin", name, "release", `${name}.dll`), ...options],
        cwd: root,
        read: () => readCtrf(join(results, report)),
      };
    });
}

function studioSteps() {
  const cwd = join(root, "studio");
  const report = join(results, "studio.json");
  const check = (script) => ({ name: `studio ${script}`, command: "npm", args: ["run", "--silent", script], cwd, read: oneCheck });
  return [
    { name: "studio test", command: "npx", args: ["vitest", "run", "--reporter=json", `--outputFile=${report}`], cwd, read: () => readVitest(report) },
    check("lint"),
  ];
}

// A check has no report: its exit status is its one result.
const oneCheck = (exitCode) => ({ passed: exitCode === 0 ? 1 : 0, failed: 0, skipped: 0, failures: [] });

function readCtrf(path) {
  const { tests } = JSON.parse(readFileSync(path, "utf8")).results;
  const count = (status) => tests.filter((test) => test.status === status).length;
  const failures = tests.filter((test) => test.status === "failed").map((test) => ({ name: test.name, text: `${test.message ?? ""}\n${test.trace ?? ""}` }));
  return { passed: count("passed"), failed: failures.length, skipped: count("skipped") + count("pending"), failures };
}

function readVitest(path) {
  const report = JSON.parse(readFileSync(path, "utf8"));
  const failed = report.testResults.flatMap((file) => file.assertionResults).filter((test) => test.status === "failed");
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: failed.map((test) => ({ name: test.fullName, text: test.failureMessages.join("\n") })),
  };
}

// Resolves to the exit code, or to a sentence that says why there is none.
function start({ command, args, cwd }, log) {
  return new Promise((resolve) => {
    const inherited = Object.entries(process.env).filter(([name]) => !/^(KINORA|KIE|VEO|SANDBOX|ASPNETCORE)_/.test(name));
    const env = { ...Object.fromEntries(inherited), ...longForms };
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    const out = createWriteStream(log);
    child.stdout.pipe(out, { end: false });
    child.stderr.pipe(out, { end: false });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      end(child);
    }, limitMinutes * 60_000);
    const finish = (outcome) => {
      clearTimeout(timer);
      running.delete(child);
      out.end(() => resolve(outcome));
    };
    child.on("error", (error) => finish(`it could not be started: ${error.message}`));
    child.on("exit", () => {
      // What it left running would hold the ports, and the pipes, which close last.
      end(child);
      setTimeout(() => [child.stdout, child.stderr].forEach((stream) => stream.destroy()), 5_000).unref();
    });
    child.on("close", (code, signal) => finish(late ? `it did not finish within ${limitMinutes} minutes` : (code ?? `it was ended by ${signal}`)));
  });
}

// The whole process group.
function end(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

async function run(step) {
  const log = join(results, `${step.name.replaceAll(/[^\w.]/g, "-")}.log`);
  const began = performance.now();
  const outcome = await start(step, log);
  let counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  let trouble = typeof outcome === "string" ? outcome : undefined;
  try {
    counts = step.read(outcome);
  } catch (error) {
    trouble ??= `it left no readable report (exit code ${outcome}): ${error.message}`;
  }
  if (outcome !== 0 && counts.failed === 0) trouble ??= `it ended with exit code ${outcome}`;
  if (counts.passed + counts.failed + counts.skipped === 0) trouble ??= "it ran no test at all";
  if (trouble !== undefined) counts.failed++;

  for (const key of Object.keys(total)) total[key] += counts[key];
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${counts.failed > 0 ? "FAIL" : "ok  "}  ${step.name.padEnd(28)} ${summary(counts)}  ${seconds} s`);
  for (const { name, text } of counts.failures) console.log(`\n  ${name}\n${indent(text)}\n`);
  if (trouble !== undefined) console.log(`\n  ${step.name}: ${trouble}. From ${log}:\n${indent(readFileSync(log, "utf8"))}\n`);
}

// Long texts lose their middle: a crash says why at its top, a check at its end.
function indent(text) {
  const lines = text.trim().replaceAll("\r", "").split("\n");
  const shown = lines.length <= 40 ? lines : [...lines.slice(0, 15), "…", ...lines.slice(-25)];
  return shown.map((line) => `    ${line.length <= 240 ? line : `${line.slice(0, 240)}…`}`).join("\n");
}

const summary = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

function stop() {
  running.forEach(end);
  process.exit(130);
}

process.on("SIGINT", stop);
process.on("SIGTERM", stop);
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const wanted = args.filter((arg) => arg !== "--long");
const steps = [...dotnetSteps(), ...studioSteps()].filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.toLowerCase().includes(part.toLowerCase())));
const waiting = [...steps];
const worker = async () => {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await run(step);
};
await Promise.all(Array.from({ length: atOnce }, worker));

if (steps.length === 0) {
  console.log(`No project under tests/ is named like ${wanted.join(" or ")}.`);
  total.failed++;
}
console.log(summary(total));
process.exitCode = total.failed > 0 ? 1 : 0;
