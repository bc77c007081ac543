import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "rolldown";

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly folder: string;
}

/** The package that a bundled module belongs to: the nearest package.json with a name, below node_modules. */
const packageOf = (module: string): Package | undefined => {
  if (!module.includes("/node_modules/")) return undefined;
  for (let folder = dirname(module); folder.includes("/node_modules/"); folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (!existsSync(file)) continue;
    const { name, version, license } = JSON.parse(readFileSync(file, "utf8")) as Partial<Package>;
    if (name !== undefined && version !== undefined) return { name, version, license: String(license), folder };
  }
  return undefined;
};

const licenseText = ({ folder }: Package): string => {
  const file = readdirSync(folder)
    .sort()
    .find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
};

/** Writes the licences of everything bundled to `licenses.txt`: their terms ask for it. */
export const licenses: Plugin = {
  name: "licenses",
  generateBundle(_options, bundle) {
    const packages = new Map<string, Package>();
    for (const chunk of Object.values(bundle))
      for (const module of chunk.type === "chunk" ? chunk.moduleIds : []) {
        const found = packageOf(module);
        if (found !== undefined) packages.set(`${found.name}@${found.version}`, found);
      }
    const source = [...packages]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, found]) => `${id} (${found.license})\n\n${licenseText(found)}\n`)
      .join(`\n${"-".repeat(78)}\n\n`);
    this.emitFile({ type: "asset", fileName: "licenses.txt", source });
  },
};
