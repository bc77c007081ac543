import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { githubToken } from "../../test/repositories.ts";

const context = process.argv[2]!;

const plant = (path: string, content: string | Buffer): void => {
  mkdirSync(dirname(join(context, path)), { recursive: true });
  writeFileSync(join(context, path), content);
};

/** Values that the scan of the image must find: well formed, made up here, and of nobody. */
plant("argument", githubToken("bench argument"));
plant("app/server.js", `const key = "${githubToken("bench source")}";\n`);
plant("app/.env", `GITHUB_TOKEN=${githubToken("bench dotenv")}\n`);
plant("app/backup.json.gz", gzipSync(JSON.stringify({ token: githubToken("bench archive") })));
// a whiteout: deleted in a layer above, as an engine would write it
plant("removed/.wh..env", "");
plant("config/settings.yaml", `github:\n  token: ${githubToken("bench settings")}\n`);
