import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";
import type { Plugin } from "rolldown";

const folder = fileURLToPath(new URL("../src/kernel/", import.meta.url));
const wasm = `${folder}kernel.wasm`;

/** No run-time library, no checks of our own addresses: what is unsafe is bounded in the source. */
const options = [
  "-O3",
  ...["--runtime", "stub"],
  ...["--enable", "simd,bulk-memory"],
  ...["--memoryBase", "1024"],
  "--importMemory",
  "--noAssert",
];

/** Compiles the kernel. Throws an Error with the compiler's words. */
export const compileKernel = async (): Promise<Uint8Array> => {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(["kernel.ts", ...options, "--outFile", "kernel.wasm"], {
    readFile: (name, base) => {
      try {
        return readFileSync(
          `${folder}assembly/${name.startsWith("/") ? name : `${base === "." ? "" : `${base}/`}${name}`}`,
          "utf8",
        );
      } catch {
        return null;
      }
    },
    writeFile: (_name, contents) => {
      binary = contents as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error !== null || binary === undefined) throw new Error(`the kernel does not compile: ${stderr.toString()}`);
  return binary;
};

/** Compiles the kernel beside its source, where tests and `src/` find it, and copies it to `dist/`. */
export const kernel: Plugin = {
  name: "kernel",
  async generateBundle() {
    const binary = await compileKernel();
    writeFileSync(wasm, binary);
    this.emitFile({ type: "asset", fileName: "kernel.wasm", source: binary });
  },
};
