/** What somebody shows to a registry. */
export type Login =
  | { readonly kind: "password"; readonly user: string; readonly password: string }
  /** A refresh token, exchanged at the token service (distribution specification, "OAuth2 token authentication"). */
  | { readonly kind: "identity"; readonly token: string }
  | { readonly kind: "bearer"; readonly token: string };

/** One way to come in, and what to say of it when it fails. Undefined login: as anybody. */
export interface Candidate {
  readonly login: Login | undefined;
  readonly origin: string;
}

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
