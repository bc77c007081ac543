import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { peek } from "./compression.ts";
import { ImageError } from "./image-error.ts";
import { type PrivateFolder, privateFolder } from "./spill.ts";

/** What a layer holds of one repository: its objects in a private folder, its refs in memory. */
export interface SpilledRepository {
  /** Of the `.git` folder in the layer. */
  readonly path: string;
  /** A file in it that final images are asked for. */
  readonly mark: string;
  /** Where its objects lie. */
  readonly objects: string;
  /** Ids by the ref's name; `HEAD` and refs that name other refs by that name. */
  readonly refs: ReadonlyMap<string, string>;
  readonly shallow: readonly string[];
  /** Digits of an object id. */
  readonly idLength: 40 | 64;
}

interface Growing {
  readonly path: string;
  readonly mark: string;
  readonly folder: PrivateFolder;
  readonly refs: Map<string, string>;
  readonly shallow: string[];
  idLength: 40 | 64;
}

/** `.git` folders, those of submodules in them, and bare repositories. */
const inGit =
  /^(.*?(?:^|\/)[^/]*\.git(?:\/modules\/.+?)?)\/((?:objects|refs)\/.+|HEAD|packed-refs|shallow|[A-Z_]{1,30}_HEAD)$/;
/** Objects of a bare repository by any other name, as caches of cargo, Go and composer have them, and the refs that may follow. */
const bareObject = /^(.+)\/(objects\/(?:pack\/pack-[0-9a-f]{40,64}\.(?:pack|idx)|[0-9a-f]{2}\/[0-9a-f]{38,62}))$/;
const bareRef = /^(.+?)\/(refs\/.+|packed-refs|shallow)$/;
const maxPath = 4096;

/** The only names under which anything is written: an object database has no others. */
const looseObject = /^objects\/([0-9a-f]{2})\/([0-9a-f]{38}|[0-9a-f]{62})$/;
const packFile = /^objects\/pack\/(pack-(?:[0-9a-f]{40}|[0-9a-f]{64})\.(?:pack|idx))$/;

const id = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const maxRefFile = 64 << 20;
const maxRefs = 100_000;
const maxBytes = 16 * 2 ** 30;
const maxObjects = 1_000_000;

/** Where an object's file goes: a name of ours, made of digits. */
const objectName = (path: string): string | undefined => {
  const [, folder, rest] = looseObject.exec(path) ?? [];
  if (folder !== undefined) return `${folder}/${rest}`;
  const pack = packFile.exec(path)?.[1];
  return pack === undefined ? undefined : `pack/${pack}`;
};

/** Whether data begins here as every loose object does (RFC 1950, section 2.2). */
const isZlib = (head: Buffer): boolean =>
  head.length === 2 && (head[0]! & 0x0f) === 8 && head.readUInt16BE(0) % 31 === 0;

const isNamedGit = (folder: string): boolean => /\.git(?:\/modules\/|$)/.test(folder);

const addRef = ({ refs }: Growing, name: string, text: string): void => {
  const value = text.trim();
  if (refs.size < maxRefs && (id.test(value) || value.startsWith("ref: "))) refs.set(name, value);
};

const addPackedRefs = (repository: Growing, text: string): void => {
  for (const line of text.split("\n")) {
    const space = line.indexOf(" ");
    const name = line.slice(space + 1);
    if (space > 0 && !line.startsWith("#") && !repository.refs.has(name))
      addRef(repository, name, line.slice(0, space));
  }
};

const readText = async (content: AsyncIterable<Buffer>): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size <= maxRefFile) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
};

export interface GitSpill {
  /** Whether a file may belong to a repository: most paths are done with by this. */
  readonly concerns: (path: string) => boolean;
  /** Takes a file that belongs to a repository; gives what is still to be looked at as a file. */
  readonly take: (path: string, content: AsyncIterable<Buffer>) => Promise<AsyncIterable<Buffer> | undefined>;
  readonly repositories: () => readonly SpilledRepository[];
}

/** Removes what was spilled of repositories. */
export const removeSpilled = async (repositories: readonly SpilledRepository[]): Promise<void> => {
  for (const { objects } of repositories) await rm(objects, { recursive: true, force: true });
};

/** Collects the repositories of one layer; says when it writes an object. */
export const createGitSpill = (onObject: () => void): GitSpill => {
  const growing = new Map<string, Growing>();
  let bytes = 0;
  let objects = 0;

  const repositoryAt = async (path: string, file: string): Promise<Growing> => {
    const known = growing.get(path);
    if (known !== undefined) return known;
    const folder = await privateFolder();
    const created: Growing = { path, mark: file, folder, refs: new Map(), shallow: [], idLength: 40 };
    growing.set(path, created);
    return created;
  };

  const write = async (repository: Growing, name: string, content: AsyncIterable<Buffer>): Promise<void> => {
    onObject();
    if (++objects > maxObjects) throw new ImageError(`its repositories have more than ${maxObjects} files`);
    const file = join(repository.folder.path, name);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    async function* counted(): AsyncGenerator<Buffer> {
      for await (const chunk of content) {
        bytes += chunk.length;
        if (bytes > maxBytes) throw new ImageError(`its repositories have more than ${maxBytes} bytes`);
        yield chunk;
      }
    }
    await pipeline(counted(), createWriteStream(file, { mode: 0o600, flags: "w" }));
    if (/[0-9a-f]{62}/.test(name)) repository.idLength = 64;
  };

  const note = (repository: Growing, inner: string, text: string): void => {
    if (inner === "packed-refs") addPackedRefs(repository, text);
    else if (inner === "shallow") repository.shallow.push(...text.split("\n").filter((line) => id.test(line)));
    else addRef(repository, inner, text);
  };

  const isRefOfKnown = (path: string): boolean => growing.has(bareRef.exec(path)?.[1] ?? "");

  const take: GitSpill["take"] = async (path, whole) => {
    const [, folder, inner] =
      path.length > maxPath ? [] : (inGit.exec(path) ?? bareObject.exec(path) ?? bareRef.exec(path) ?? []);
    if (folder === undefined || inner === undefined) return whole;
    const name = objectName(inner);
    const { head, stream: content } = await peek(whole, 2);
    if (!isNamedGit(folder) && looseObject.test(inner) && !isZlib(head)) return content;
    if (name !== undefined) {
      await write(await repositoryAt(folder, path), name, content);
      return undefined;
    }
    if (inner.startsWith("objects/")) return content;
    const text = await readText(content);
    note(await repositoryAt(folder, path), inner, text);
    return Readable.from([Buffer.from(text)]);
  };

  return {
    concerns: (path) =>
      path.includes(".git/") ||
      (path.includes("objects/") && bareObject.test(path)) ||
      (growing.size > 0 && isRefOfKnown(path)),
    take,
    repositories: () => [...growing.values()].map(({ folder, ...rest }) => ({ ...rest, objects: folder.path })),
  };
};
