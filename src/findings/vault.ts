/**
 * Raw secrets by fingerprint, in memory only. Three may ask: the Action, to mask them in its log,
 * `--show-secrets`, and `--verify`, for the requests to their providers.
 */
export interface Vault {
  readonly reveal: (fingerprint: string) => string | undefined;
  readonly values: () => Iterable<string>;
}

export interface OpenVault extends Vault {
  readonly keep: (fingerprint: string, secret: string) => void;
}

export const createVault = (): OpenVault => {
  const secrets = new Map<string, string>();
  return {
    keep: (fingerprint, secret) => {
      secrets.set(fingerprint, secret);
    },
    reveal: (fingerprint) => secrets.get(fingerprint),
    values: () => secrets.values(),
  };
};
