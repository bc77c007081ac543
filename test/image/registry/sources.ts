import { afterEach } from "@jest/globals";
import type { Patience } from "../../../src/image/registry/body.ts";
import { openRegistry, type RegistryOptions, type RegistrySource } from "../../../src/image/registry/registry.ts";
import { temporaryFolder } from "../../repositories.ts";
import { type DoubleOptions, type RegistryDouble, serve, startRegistry } from "./registry-double.ts";

const opened: { readonly close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** Closed after the test, however it ends: an open server would keep the tests waiting. */
export const closeAfterwards = (close: () => unknown): void => {
  opened.push({ close: async () => void close() });
};

/** Short, so that tests of silence and of waiting are short. */
export const patience: Patience = { silence: 300, attempts: 4, pause: 5, longestPause: 1500 };

/** No file of the person who runs the tests is looked at. */
export const nobody = (): Record<string, string> => ({ HOME: temporaryFolder(), PATH: process.env["PATH"] ?? "" });

export const double = async (options: DoubleOptions = {}): Promise<RegistryDouble> => {
  const registry = await startRegistry(options);
  opened.push(registry);
  return registry;
};

export const listen = async (handler: Parameters<typeof serve>[0]): Promise<string> => {
  const server = await serve(handler);
  opened.push(server);
  return server.host;
};

export const open = (text: string, options: Partial<RegistryOptions> = {}): RegistrySource => {
  const source = openRegistry(text, { environment: nobody(), patience, ...options });
  opened.push(source);
  return source;
};

export const read = async (stream: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
};

/** The message of the error that something ends in. */
export const failure = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "no error",
    (error: Error) => error.message,
  );
