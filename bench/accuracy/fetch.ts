/**
 * Brings the packages of `packages.json` through their registries' own clients into a folder outside the repository, unpacked.
 * Nothing of a package is run. Usage: node bench/accuracy/fetch.ts FOLDER
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

type Registry = "npm" | "pypi" | "go";

const list = JSON.parse(readFileSync(new URL("packages.json", import.meta.url), "utf8")) as Record<
  Registry,
  readonly string[]
>;

const run = (command: string, args: readonly string[], cwd: string): string => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", timeout: 300_000 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${(stderr || "stopped").trim().split("\n").at(-1)}`);
  return stdout;
};

const unpack = (archive: string, folder: string): void => {
  if (/\.(whl|zip)$/.test(archive)) run("unzip", ["-q", "-o", archive], folder);
  else run("tar", ["-xf", archive, "--no-same-owner"], folder);
  rmSync(join(folder, archive));
};

const splitVersion = (name: string): readonly [string, string] => {
  const at = name.lastIndexOf("@");
  return [name.slice(0, at), name.slice(at + 1)];
};

/** Wheels only: a source distribution would run its own build to tell its name. */
const bring: Readonly<Record<Registry, (name: string, folder: string) => void>> = {
  npm: (name, folder) => {
    run("npm", ["pack", "--ignore-scripts", "--silent", name], folder);
    unpack(readdirSync(folder)[0]!, folder);
  },
  pypi: (name, folder) => {
    const [project, version] = splitVersion(name);
    const flags = ["download", "--quiet", "--no-deps", "--only-binary", ":all:", "-d", folder, "--python-version"];
    const download = (python: string) => run("pip", [...flags, python, `${project}==${version}`], folder);
    try {
      download("3.12");
    } catch {
      download("3.14");
    }
    unpack(readdirSync(folder)[0]!, folder);
  },
  go: (name, folder) => {
    const told = run("go", ["mod", "download", "-json", name], folder);
    const { Dir } = JSON.parse(told) as { Dir: string };
    cpSync(Dir, join(folder, "module"), { recursive: true });
    run("chmod", ["-R", "u+w", "."], folder);
  },
};

const fetchAll = (target: string): void => {
  for (const registry of ["npm", "pypi", "go"] as const)
    for (const name of list[registry]) {
      const folder = join(target, registry, name.replaceAll("/", "+"));
      if (existsSync(folder)) continue;
      const partial = `${folder}.partial`;
      rmSync(partial, { recursive: true, force: true });
      mkdirSync(partial, { recursive: true });
      try {
        bring[registry](name, partial);
        renameSync(partial, folder);
      } catch (error) {
        rmSync(partial, { recursive: true, force: true });
        console.error(`${name}: ${(error as Error).message}`);
      }
    }
};

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node bench/accuracy/fetch.ts FOLDER");
fetchAll(folder);
