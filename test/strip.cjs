// Types are stripped by Node itself: columns stay, so stack traces need no source maps.
const { createHash } = require("node:crypto");
const { stripTypeScriptTypes } = require("node:module");

module.exports = {
  process: (source, path) => ({ code: stripTypeScriptTypes(source, { mode: "strip", sourceUrl: path }) }),
  getCacheKey: (source, path, { instrument }) =>
    createHash("sha256").update(`${instrument}${path}\0${source}`).digest("hex").slice(0, 32),
};
