import { createHash } from "node:crypto";
import { isJsonObject } from "../json-object.ts";
import { compressionOf } from "./compression.ts";
import type { ArchivedImage } from "./docker-archive.ts";
import { parseDocument, textsOf } from "./document.ts";
import { type FileHolder, headOf, type StoredFile } from "./stored-file.ts";
import { normal } from "./tar-header.ts";

/** A layer's file, and the digest that it goes by. */
interface Claim {
  readonly file: StoredFile;
  readonly digest: string | undefined;
}

const digestOfFile = async (file: StoredFile): Promise<string> => {
  const hash = createHash("sha256");
  for await (const chunk of file.read()) hash.update(chunk);
  return `sha256:${hash.digest("hex")}`;
};

/** Asks once of each file of an archive, by its identity. */
const oncePerFile = <Value>(ask: (file: StoredFile) => Promise<Value>) => {
  const answers = new Map<string, Promise<Value>>();
  return (file: StoredFile): Promise<Value> => {
    const answer = answers.get(file.id) ?? ask(file);
    answers.set(file.id, answer);
    return answer;
  };
};

const isPlain = async (file: StoredFile): Promise<boolean> => compressionOf(await headOf(file, 16)) === "none";

/** The digest that a layer goes by: its name's, where it lies among blobs; of one that is not compressed the diff ID. */
const claimsOf = async ({ config, layers, layerNames }: ArchivedImage, plain: typeof isPlain) => {
  const rootfs = parseDocument(config)["rootfs"];
  const diffIds = isJsonObject(rootfs) ? textsOf(rootfs["diff_ids"]) : [];
  const claims: Claim[] = [];
  for (const [i, file] of layers.entries()) {
    const hex = /^blobs\/sha256\/([0-9a-f]{64})$/.exec(normal(layerNames[i] ?? ""))?.[1];
    const byName = hex === undefined ? undefined : `sha256:${hex}`;
    claims.push({ file, digest: byName ?? ((await plain(file)) ? diffIds[i] : undefined) });
  }
  return claims;
};

/**
 * Digests of the layers of each image. A digest that is claimed for two files, of which one may be a blob that no layer names, is
 * believed for neither, nor are two that are claimed for one file: they go by what they are, so that each file is read, once, and
 * the wrong claim is found out.
 */
export const layerDigests = async (
  files: FileHolder,
  images: readonly ArchivedImage[],
): Promise<readonly (readonly string[])[]> => {
  const plain = oncePerFile(isPlain);
  const hashed = oncePerFile(digestOfFile);
  const claimants = new Map<string, Set<string>>();
  const claimed = new Map<string, Set<string>>();
  const claims: Claim[][] = [];
  for (const image of images) claims.push(await claimsOf(image, plain));
  for (const { file, digest } of claims.flat()) {
    if (digest === undefined) continue;
    const ids = claimants.get(digest) ?? new Set();
    if (ids.size === 0) {
      const blob = await files.find(`blobs/${digest.replace(":", "/")}`);
      if (blob !== undefined) ids.add(blob.id);
    }
    claimants.set(digest, ids.add(file.id));
    claimed.set(file.id, (claimed.get(file.id) ?? new Set()).add(digest));
  }
  const isSure = ({ file, digest }: Claim): boolean =>
    digest !== undefined && claimants.get(digest)!.size === 1 && claimed.get(file.id)!.size === 1;
  const digestOf = (claim: Claim): Promise<string> =>
    isSure(claim) ? Promise.resolve(claim.digest!) : hashed(claim.file);
  const digests: (readonly string[])[] = [];
  for (const list of claims) digests.push(await Promise.all(list.map(digestOf)));
  return digests;
};
