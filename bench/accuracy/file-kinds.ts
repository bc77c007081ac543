/** How a kind of file holds a value beside a name: the text with the value in it. */
export interface FileKind {
  readonly extension: string;
  /** A whole file around an assignment; `value` is raw text. */
  readonly write: (name: string, value: string) => string;
}

const snake = (name: string): string => name.replace(/[^A-Za-z0-9]+/g, "_").toLowerCase();
const upper = (name: string): string => snake(name).toUpperCase();
const camel = (name: string): string => snake(name).replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase());
const pascal = (name: string): string => camel(name).replace(/^./, (c) => c.toUpperCase());
const dotted = (name: string): string => snake(name).replaceAll("_", ".");

/** A literal between double quotes, as C-like languages, JSON, TOML and HCL write it. */
const quoted = (value: string): string => JSON.stringify(value);

const lines = (value: string, indent: string): string =>
  value
    .split("\n")
    .map((line) => (line === "" ? line : indent + line))
    .join("\n");

const xmlText = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Twelve kinds; a value of several lines is written as each kind writes one. */
export const fileKinds: Readonly<Record<string, FileKind>> = {
  env: {
    extension: "env",
    write: (name, value) =>
      `NODE_ENV=production\nPORT=8080\n${upper(name)}=${value.includes("\n") ? quoted(value) : value}\nLOG_LEVEL=info\n`,
  },
  yaml: {
    extension: "yaml",
    write: (name, value) => {
      const written = value.includes("\n")
        ? `|\n${lines(value, "      ")}`
        : /^[\w./+=-]+$/.test(value)
          ? value
          : quoted(value);
      return `service:\n  replicas: 2\n  settings:\n    region: eu-west-1\n    ${camel(name)}: ${written}\n    debug: false\n`;
    },
  },
  json: {
    extension: "json",
    write: (name, value) =>
      `{\n  "name": "billing",\n  "port": 8080,\n  "${camel(name)}": ${quoted(value)},\n  "debug": false\n}\n`,
  },
  toml: {
    extension: "toml",
    write: (name, value) => `[server]\nport = 8080\n\n[client]\n${snake(name)} = ${quoted(value)}\ntimeout = 30\n`,
  },
  properties: {
    extension: "properties",
    write: (name, value) =>
      `server.port=8080\n${dotted(name)}=${value.replaceAll("\n", "\\n")}\nspring.jpa.show-sql=false\n`,
  },
  python: {
    extension: "py",
    write: (name, value) => {
      const written = value.includes("\n") ? `"""${value}"""` : quoted(value);
      return `import os\nfrom client import connect\n\n${upper(name)} = ${written}\n\n\ndef main():\n    connect(${upper(name)}, timeout=30)\n`;
    },
  },
  typescript: {
    extension: "ts",
    write: (name, value) => {
      const written = value.includes("\n")
        ? `\`${value}\``
        : `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
      return `import { createClient } from "./client";\n\nconst ${camel(name)} = ${written};\n\nexport const client = createClient({ ${camel(name)}, timeout: 30 });\n`;
    },
  },
  go: {
    extension: "go",
    write: (name, value) => {
      const written = value.includes("\n") && !value.includes("`") ? `\`${value}\`` : quoted(value);
      return `package main\n\nimport "log"\n\nfunc main() {\n\t${camel(name)} := ${written}\n\tlog.Println(len(${camel(name)}))\n}\n`;
    },
  },
  java: {
    extension: "java",
    write: (name, value) =>
      `package app;\n\npublic class Settings${pascal(name)} {\n    private static final String ${upper(name)} = ${quoted(value)};\n    private int timeout = 30;\n}\n`,
  },
  shell: {
    extension: "sh",
    write: (name, value) =>
      `#!/bin/bash\nset -euo pipefail\nexport ${upper(name)}=${value.includes("\n") || /[$"`\\]/.test(value) ? `'${value.replaceAll("'", "'\\''")}'` : `"${value}"`}\n./deploy --region eu-west-1\n`,
  },
  terraform: {
    extension: "tf",
    write: (name, value) => {
      const written = value.includes("\n") ? `<<EOT\n${value}\nEOT` : quoted(value);
      return `variable "region" {\n  default = "eu-west-1"\n}\n\nvariable "${snake(name)}" {\n  type    = string\n  default = ${written}\n}\n`;
    },
  },
  xml: {
    extension: "xml",
    write: (name, value) =>
      `<?xml version="1.0"?>\n<configuration>\n  <appSettings>\n    <add key="${pascal(name)}" value="${xmlText(value).replaceAll('"', "&quot;").replaceAll("\n", "&#10;")}"/>\n  </appSettings>\n</configuration>\n`,
  },
};
