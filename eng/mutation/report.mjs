// Writes the figures of the latest run of Stryker into docs/mutation.md; what stands there from "## What remains" on is kept.
// node eng/mutation/report.mjs [commit that it was run on]
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = new URL("StrykerOutput/", import.meta.url);
const page = new URL("../../docs/mutation.md", import.meta.url);
const run = readdirSync(folder).sort().at(-1);
const report = JSON.parse(readFileSync(new URL(`${run}/reports/mutation-report.json`, folder), "utf8"));
const commit = process.argv[2] ?? execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();

const counted = ["Killed", "Timeout", "Survived", "NoCoverage"];
const rows = Object.entries(report.files).map(([path, { mutants }]) => {
  const [killed, timedOut, survived, uncovered] = counted.map((status) => mutants.filter((mutant) => mutant.status === status).length);
  return { name: path.split("/Kinora.Core/").at(-1), killed, timedOut, survived, uncovered };
}).filter((row) => row.killed + row.timedOut + row.survived + row.uncovered > 0).sort((a, b) => a.name.localeCompare(b.name, "en"));

const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
const all = { name: "**All**", killed: sum("killed"), timedOut: sum("timedOut"), survived: sum("survived"), uncovered: sum("uncovered") };
const detected = (row) => row.killed + row.timedOut;
const score = (row) => `${(100 * detected(row) / (detected(row) + row.survived + row.uncovered)).toFixed(1)} %`;
const line = (row) => `| ${row.name} | ${detected(row)} | ${row.survived} | ${row.uncovered} | ${score(row)} |`;

const figures = `# Mutation testing

Stryker.NET changes the code of \`src/Kinora.Core/Generations\` and \`src/Kinora.Core/Credits\` in one place at a time (a \`<\` becomes \`<=\`, a statement is left out)
and runs the quick tests of the engine against each change, which is called a mutant. A mutant that no test notices shows what is not tested. How to run it stands
in [CONTRIBUTING.md](../CONTRIBUTING.md#mutation-testing). Not counted are calls of \`CrashPoint.Pass\` and of the logs, which only crash tests and operators see.

The figures are those of ${run.slice(0, 10)}, commit ${commit}: **${detected(all)} of ${detected(all) + all.survived + all.uncovered} mutants are detected, ${score(all)}**,
${all.timedOut} of them because a test no longer ended in time.

| File | Detected | Survived | Not covered | Score |
|---|---:|---:|---:|---:|
${[...rows, all].map(line).join("\n")}

`;
const before = readFileSync(page, { encoding: "utf8", flag: "a+" });
const remains = before.indexOf("## What remains");
writeFileSync(page, figures + (remains < 0 ? "## What remains\n" : before.slice(remains)));
