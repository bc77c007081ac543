// What it costs to start: node bench/start-up.ts ROUNDS
import { fileURLToPath } from "node:url";
import { compare, table } from "./measure.ts";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const contenders = [
  { name: "node -e 0", command: "node -e 0" },
  { name: "tidewaiter --version", command: `node ${cli} --version` },
  { name: "tidewaiter files, one file", command: `node ${cli} files ${cli}` },
];
process.stdout.write(table("start-up", compare(contenders, Number(process.argv[2] ?? 11))));
