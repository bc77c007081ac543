// Types are stripped by Node itself: columns stay, so stack traces need no source maps.
const { createHash } = require("node:crypto");
const { stripTypeScriptTypes } = require("node:module");
const { join } = require("node:path");

/**
 * Modules that read hundreds of YAML files to export one value. They run once and their value is kept, as the bundler
 * keeps it in `dist/`: half a second for each file of tests otherwise.
 */
const data = new Map(
  Object.entries({
    "patterns/load.ts": "rules",
    "patterns/lexicon.ts": "lexicon",
    "test/tokens/pattern-files.ts": "patternFiles",
  }).map(([path, name]) => [join(__dirname, "..", path), name]),
);

const asData = (path, name) =>
  `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(require(path)[name]))});`;

const transformed = (source, path) => {
  const name = data.get(path);
  return name === undefined ? stripTypeScriptTypes(source, { mode: "strip", sourceUrl: path }) : asData(path, name);
};

/** What a module is made of beside its source. */
const madeOf = (path) => (data.has(path) ? require("../src/engine.ts").engine() : "");

module.exports = {
  process: (source, path) => ({ code: transformed(source, path) }),
  getCacheKey: (source, path, { instrument }) =>
    createHash("sha256")
      .update(`${instrument}${madeOf(path)}${path}\0${source}`)
      .digest("hex")
      .slice(0, 32),
};
