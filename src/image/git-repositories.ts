import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openRepository, type Repository } from "../git/repository.ts";
import type { SpilledRepository } from "./git-spill.ts";
import { type PrivateFolder, privateFolder } from "./spill.ts";

/** A repository as an image has it: what its layers hold of it, together. */
export interface ImageRepository {
  readonly path: string;
  /** Index of the first layer that holds some of it. */
  readonly layer: number;
  readonly mark: string;
  readonly parts: readonly SpilledRepository[];
}

/** Joins the parts of repositories, layer by layer; the upper ones' refs win. */
export const joinRepositories = (layers: readonly (readonly SpilledRepository[])[]): readonly ImageRepository[] => {
  const joined = new Map<string, ImageRepository>();
  for (const [layer, repositories] of layers.entries())
    for (const part of repositories) {
      const known = joined.get(part.path);
      if (known === undefined) joined.set(part.path, { path: part.path, layer, mark: part.mark, parts: [part] });
      else joined.set(part.path, { ...known, parts: [...known.parts, part] });
    }
  return [...joined.values()];
};

const refsOf = ({ parts }: ImageRepository): ReadonlyMap<string, string> =>
  new Map(parts.flatMap(({ refs }) => [...refs]));

const isId = (value: string | undefined): value is string => value !== undefined && !value.startsWith("ref: ");

const headOf = (refs: ReadonlyMap<string, string>): string | undefined => {
  const value = refs.get("HEAD");
  const named = value?.startsWith("ref: ") ? refs.get(value.slice("ref: ".length)) : value;
  return isId(named) ? named : undefined;
};

/** Names of our own for every ref: only what they reach matters. */
const packedRefs = (refs: ReadonlyMap<string, string>): string => {
  const ids = [...new Set([...refs.values()].filter(isId))];
  return ids.map((id, i) => `${id} refs/heads/image-${i}\n`).join("");
};

const configuration = (format: "sha1" | "sha256"): string =>
  format === "sha1"
    ? "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"
    : "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = sha256\n";

/** Makes a bare repository of ours that borrows the objects; nothing of the image's configuration reaches it. */
const assemble = async (repository: ImageRepository, folder: string): Promise<void> => {
  const refs = refsOf(repository);
  const format = repository.parts.some(({ idLength }) => idLength === 64) ? "sha256" : "sha1";
  await mkdir(join(folder, "objects", "info"), { recursive: true });
  await mkdir(join(folder, "refs"));
  const shallow = [...new Set(repository.parts.flatMap((part) => part.shallow))];
  await writeFile(
    join(folder, "objects", "info", "alternates"),
    repository.parts.map(({ objects }) => `${objects}\n`).join(""),
  );
  await writeFile(join(folder, "config"), configuration(format));
  await writeFile(join(folder, "HEAD"), `${headOf(refs) ?? "ref: refs/heads/none"}\n`);
  await writeFile(join(folder, "packed-refs"), packedRefs(refs));
  if (shallow.length > 0) await writeFile(join(folder, "shallow"), `${shallow.join("\n")}\n`);
};

export interface AssembledRepository {
  readonly repository: Repository;
  readonly folder: PrivateFolder;
}

/** A repository that git can read. A history that was cut off before the image was built is whole as far as the image goes. */
export const assembleRepository = async (repository: ImageRepository): Promise<AssembledRepository> => {
  const folder = await privateFolder();
  try {
    await assemble(repository, folder.path);
    return { repository: { ...(await openRepository(folder.path)), shallow: false }, folder };
  } catch (error) {
    await folder.remove();
    throw error;
  }
};
