// The API's reference is drawn by Scalar. Its package has the browser's part ready made; what that was made of (some two hundred packages) is not fetched.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const name = "@scalar/api-reference";
const version = "1.46.4";
const integrity = "sha512-EpCcOG15Ry8DKNs/f5AdRA97s1B5kGPekzANpnK0j1IpyU4Sb/mfdyfB00WC+vUo7hfc4BFRSkkiPa5SSM7fng==";

const studio = dirname(dirname(fileURLToPath(import.meta.url)));
const kept = join(studio, "node_modules", ".cache", "reference", version);
const script = join(kept, "package", "dist", "browser", "standalone.js");
const place = join(studio, "..", "src", "Kinora.Server", "wwwroot", "docs");

if (!existsSync(script)) fetchPackage();
mkdirSync(place, { recursive: true });
copyFileSync(script, join(place, "reference.js"));

function fetchPackage() {
  mkdirSync(kept, { recursive: true });
  const answer = execFileSync("npm", ["pack", `${name}@${version}`, "--json", "--pack-destination", kept], { encoding: "utf8" });
  const file = join(kept, JSON.parse(answer)[0].filename);
  const found = `sha512-${createHash("sha512").update(readFileSync(file)).digest("base64")}`;
  if (found !== integrity) throw new Error(`${name}@${version} is not what it was: ${found} instead of ${integrity}.`);
  execFileSync("tar", ["-xzf", file, "-C", kept, "package/dist/browser/standalone.js"]);
}
