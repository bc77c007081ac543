/**
 * Brings the packages of `packages.json`, or of another such list, through their registries' own clients into a folder outside the
 * repository, unpacked. Nothing of a package is run. Usage: node bench/accuracy/fetch.ts FOLDER [LIST]
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

type Registry = "npm" | "pypi" | "sdist" | "go";

const run = (
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): string => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    timeout: 300_000,
    env: { ...process.env, ...env },
  });
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

/** pip, ended where it has unpacked a source distribution and would run its build to learn its name. */
const pipWithoutBuild = `import sys
import pip._internal.operations.prepare as prepare
from pip._internal.cli.main import main

def stop(*_, **__):
    raise SystemExit(0)

prepare._get_prepared_distribution = stop
main(sys.argv[1:])`;

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
  sdist: (name, folder) => {
    const [project, version] = splitVersion(name);
    const flags = [
      "download",
      "--quiet",
      "--no-deps",
      "--no-clean",
      "--no-binary",
      ":all:",
      "--ignore-requires-python",
    ];
    run("python3", ["-c", pipWithoutBuild, ...flags, `${project}==${version}`], folder, { TMPDIR: folder });
    const [temporary] = readdirSync(folder);
    const [source] = readdirSync(join(folder, temporary!));
    renameSync(join(folder, temporary!, source!), join(folder, "source"));
    rmSync(join(folder, temporary!), { recursive: true });
  },
  go: (name, folder) => {
    const told = run("go", ["mod", "download", "-json", name], folder);
    const { Dir } = JSON.parse(told) as { Dir: string };
    cpSync(Dir, join(folder, "module"), { recursive: true });
    run("chmod", ["-R", "u+w", "."], folder);
  },
};

const registries = ["npm", "pypi", "sdist", "go"] as const;

const fetchAll = (target: string, list: Partial<Record<Registry, readonly string[]>>): void => {
  for (const registry of registries)
    for (const name of list[registry] ?? []) {
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

const [folder, list = fileURLToPath(new URL("packages.json", import.meta.url))] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node bench/accuracy/fetch.ts FOLDER [LIST]");
fetchAll(folder, JSON.parse(readFileSync(list, "utf8")) as Partial<Record<Registry, readonly string[]>>);
