import { parseDigest, sha256Of } from "./digest.ts";
import { descriptorOf, listOf, parseDocument, readDocument } from "./document.ts";
import { AbsentError, ImageError } from "./image-error.ts";
import type { Descriptor, ImageSource } from "./source.ts";
import type { FileHolder, StoredFile } from "./stored-file.ts";

const indexType = "application/vnd.oci.image.index.v1+json";

const blobOf = async (files: FileHolder, { digest }: Descriptor): Promise<StoredFile> => {
  const parsed = parseDigest(digest);
  if (parsed === undefined) throw new ImageError("its digest is none that can be checked");
  const blob = await files.find(`blobs/${parsed.algorithm}/${parsed.hex}`);
  if (blob === undefined) throw new AbsentError("it is not in the archive or layout");
  return blob;
};

async function* readBlob(files: FileHolder, descriptor: Descriptor): AsyncGenerator<Buffer> {
  yield* (await blobOf(files, descriptor)).read();
}

/** Manifests of the layout that name a subject: those that the index lists. */
const referrersIn = async (files: FileHolder, entries: readonly Descriptor[], digest: string) => {
  const found: Descriptor[] = [];
  for (const entry of entries) {
    const manifest = parseDocument(await readDocument(await blobOf(files, entry)));
    const subject = manifest["subject"];
    if (typeof subject === "object" && subject !== null && (subject as { digest?: unknown }).digest === digest)
      found.push(entry);
  }
  return found;
};

/** An OCI image layout, in a folder or an archive (image specification 1.1, image-layout.md). Undefined where there is none. */
export const openOciLayout = async (name: string, files: FileHolder): Promise<ImageSource | undefined> => {
  const [mark, index] = [await files.find("oci-layout"), await files.find("index.json")];
  if (mark === undefined || index === undefined) return undefined;
  const content = await readDocument(index);
  const entries = listOf(parseDocument(content)["manifests"]).map(descriptorOf);
  const whole: Descriptor = { mediaType: indexType, digest: sha256Of(content), size: content.length };
  const only = entries.length === 1 ? entries[0] : undefined;
  return {
    name,
    root: async () => only ?? whole,
    document: async (descriptor) =>
      descriptor.digest === whole.digest ? content : readDocument(await blobOf(files, descriptor)),
    blob: (descriptor) => readBlob(files, descriptor),
    referrers: (digest) => referrersIn(files, entries, digest).catch(() => []),
    close: files.close,
  };
};
