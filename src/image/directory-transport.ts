import { parseDigest, sha256Of } from "./digest.ts";
import { parseDocument, readDocument, textOf } from "./document.ts";
import { ImageError } from "./image-error.ts";
import type { Descriptor, ImageSource } from "./source.ts";
import { type FileHolder, type StoredFile, storedIn } from "./stored-file.ts";

const mark = "Directory Transport Version:";

const blobOf = async (files: FileHolder, { digest }: Descriptor): Promise<StoredFile> => {
  const parsed = parseDigest(digest);
  if (parsed === undefined) throw new ImageError("its digest is none that can be checked");
  const blob = (await files.find(parsed.hex)) ?? (await files.find(`${parsed.hex}.manifest.json`));
  if (blob === undefined) throw new ImageError("it is not in the folder");
  return blob;
};

/** What skopeo and podman write as `dir:` (containers-transports(5)). Undefined where there is none. */
export const openDirectoryTransport = async (name: string, files: FileHolder): Promise<ImageSource | undefined> => {
  const [version, manifest] = [await files.find("version"), await files.find("manifest.json")];
  if (version === undefined || manifest === undefined) return undefined;
  if (!(await readDocument(version)).toString("latin1").startsWith(mark)) return undefined;
  const content = await readDocument(manifest);
  const mediaType = textOf(parseDocument(content)["mediaType"]) ?? "";
  const root: Descriptor = { mediaType, digest: sha256Of(content), size: content.length };
  return {
    name,
    root: async () => root,
    document: async (descriptor) =>
      descriptor.digest === root.digest ? content : readDocument(await blobOf(files, descriptor)),
    blob: (descriptor) => storedIn(() => blobOf(files, descriptor)),
    referrers: async () => [],
    stored: files.stored,
    close: files.close,
  };
};
