import { ImageError } from "../image-error.ts";

/**
 * A registry that could not be read, or must not be. The message names the request without its query and never holds a
 * credential, a header or words of the other side.
 */
export class RegistryError extends ImageError {
  readonly fault: Fault;

  constructor(fault: Fault, message: string) {
    super(message);
    this.fault = fault;
  }
}

export type Fault =
  /** No connection, a cut one, a server in trouble: another try may help, or another mirror. */
  | "unreachable"
  | "silent"
  /** No such host. */
  | "nowhere"
  | "denied"
  | "absent"
  /** The other side does what no honest registry does, or names what we do not read. */
  | "refused"
  | "interrupted";

/** Error codes of the distribution specification, "Error Codes": others are not repeated, they could hold anything. */
const knownCodes = new Set([
  "BLOB_UNKNOWN",
  "BLOB_UPLOAD_INVALID",
  "BLOB_UPLOAD_UNKNOWN",
  "DENIED",
  "DIGEST_INVALID",
  "MANIFEST_BLOB_UNKNOWN",
  "MANIFEST_INVALID",
  "MANIFEST_UNKNOWN",
  "NAME_INVALID",
  "NAME_UNKNOWN",
  "SIZE_INVALID",
  "TOOMANYREQUESTS",
  "UNAUTHORIZED",
  "UNAVAILABLE",
  "UNKNOWN",
  "UNSUPPORTED",
]);

/** The code in an error answer's body, when it is one of the specification's. */
export const errorCode = (body: Buffer): string | undefined => {
  try {
    const code: unknown = (JSON.parse(body.toString()) as { errors: { code: unknown }[] }).errors[0]!.code;
    return typeof code === "string" && knownCodes.has(code) ? code : undefined;
  } catch {
    return undefined;
  }
};
