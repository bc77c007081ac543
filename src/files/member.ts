/** What an archive holds, or why not all of it was read. `inner` is its path in the archive, after exclamation marks. */
export type Member =
  | { readonly kind: "content"; readonly inner: string; readonly content: Buffer }
  | { readonly kind: "skipped"; readonly inner: string; readonly what: string; readonly reason: string }
  /** Cannot be unpacked to its end. */
  | { readonly kind: "damaged"; readonly inner: string }
  /** A limit of ours was reached. */
  | { readonly kind: "limit"; readonly inner: string; readonly reason: string };
