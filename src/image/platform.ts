import type { Platform } from "./source.ts";

/** `linux/arm/v7`. */
export const platformText = ({ os, architecture, variant }: Platform): string =>
  [os, architecture, ...(variant === undefined ? [] : [variant])].join("/");

/** Variants that go without saying: `linux/arm64` is `linux/arm64/v8` (containerd, platforms/database.go). */
const plain = (text: string): string =>
  text
    .replace(/^([^/]+\/arm64)\/v8$/, "$1")
    .replace(/^([^/]+)\/x86_64$/, "$1/amd64")
    .replace(/^([^/]+)\/aarch64$/, "$1/arm64");

/** Whether a platform was asked for; a wish without a variant means all of them. What names no platform is always read. */
export const isWanted = (wishes: readonly string[], platform: Platform | undefined): boolean => {
  if (wishes.length === 0 || platform === undefined) return true;
  const text = plain(platformText(platform));
  return wishes.map(plain).some((wish) => text === wish || text.startsWith(`${wish}/`));
};
