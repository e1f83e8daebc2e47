// node serve.mjs FOLDER BUCKET…   An S3 server on a free loopback port, which it prints; it ends with its standard input.
import S3rver from "@20minutes/s3rver";

const [directory, ...buckets] = process.argv.slice(2);
const configureBuckets = buckets.map((name) => ({ name }));
const server = new S3rver({ address: "127.0.0.1", port: 0, silent: true, vhostBuckets: false, directory, configureBuckets });
const { port } = await server.run();
console.log(port);
process.stdin.on("end", () => process.exit()).resume();
