import { isJsonObject } from "../json-object.ts";
import { parseDigest, sha256Of } from "./digest.ts";
import { descriptorOf, listOf, parseDocument, readDocument, textOf } from "./document.ts";
import { AbsentError, ImageError } from "./image-error.ts";
import type { Descriptor, ImageSource } from "./source.ts";
import { type FileHolder, type StoredFile, storedIn } from "./stored-file.ts";

const indexType = "application/vnd.oci.image.index.v1+json";

const blobOf = async (files: FileHolder, { digest }: Descriptor): Promise<StoredFile> => {
  const parsed = parseDigest(digest);
  if (parsed === undefined) throw new ImageError("its digest is none that can be checked");
  const blob = await files.find(`blobs/${parsed.algorithm}/${parsed.hex}`);
  if (blob === undefined) throw new AbsentError("it is not in the archive or layout");
  return blob;
};

/** Whoever walks the index comes by all of its entries anyway: these are enough to be told who refers to what. */
const maxEntries = 1_000;
const maxBytes = 64 << 20;

const subjectIn = (content: Buffer): string | undefined => {
  try {
    const { subject } = parseDocument(content);
    return isJsonObject(subject) ? textOf(subject["digest"]) : undefined;
  } catch {
    return undefined; // told where the manifest itself is read
  }
};

/** Manifests that the index lists, by the digest of the subject that they name. */
const subjectsIn = async (files: FileHolder, entries: readonly Descriptor[]) => {
  const found = new Map<string, Descriptor[]>();
  let bytes = 0;
  for (const entry of new Map(entries.slice(0, maxEntries).map((one) => [one.digest, one])).values()) {
    const content = await blobOf(files, entry)
      .then((file) => readDocument(file))
      .catch(() => Buffer.from("{}"));
    bytes += content.length;
    if (bytes > maxBytes) break;
    const subject = subjectIn(content);
    if (subject !== undefined) found.set(subject, [...(found.get(subject) ?? []), entry]);
  }
  return found;
};

/** An OCI image layout, in a folder or an archive (image specification 1.1, image-layout.md). Undefined where there is none. */
export const openOciLayout = async (name: string, files: FileHolder): Promise<ImageSource | undefined> => {
  const [mark, index] = [await files.find("oci-layout"), await files.find("index.json")];
  if (mark === undefined || index === undefined) return undefined;
  const content = await readDocument(index);
  const document = parseDocument(content);
  const entries = listOf(document["manifests"]).map(descriptorOf);
  const whole: Descriptor = { mediaType: indexType, digest: sha256Of(content), size: content.length };
  let subjects: ReturnType<typeof subjectsIn> | undefined;
  const only = entries.length === 1 ? entries[0] : undefined;
  return {
    name,
    root: async () => only ?? whole,
    ...(only === undefined ? {} : { around: { index: document } }),
    document: async (descriptor) =>
      descriptor.digest === whole.digest ? content : readDocument(await blobOf(files, descriptor)),
    blob: (descriptor) => storedIn(() => blobOf(files, descriptor)),
    referrers: async (digest) => {
      subjects ??= subjectsIn(files, entries);
      return (await subjects).get(digest) ?? [];
    },
    stored: files.stored,
    close: files.close,
  };
};
