import { createHash, createHmac } from "node:crypto";
import type { Request } from "./request.ts";

export interface AwsKey {
  readonly id: string;
  readonly secret: string;
  /** Of a temporary key. */
  readonly token: string | undefined;
}

const hash = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** What a signature is good for. */
export interface AwsScope {
  readonly service: string;
  readonly region: string;
}

/** `sts.us-east-1.amazonaws.com` says both; the host without a region is that of the first one. */
export const awsScopeOf = (host: string): AwsScope => {
  const [service = "", region = ""] = host.split(".");
  return { service, region: /-\d+$/.test(region) ? region : "us-east-1" };
};

/** A query in the order of its names, as it is signed. Ours is encoded already. */
const canonicalQuery = (query: string): string => query.split("&").filter(Boolean).sort().join("&");

/**
 * The headers of a request with a signature of version 4:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export const signForAws = (
  { method, host, path, headers, body }: Request,
  { id, secret, token }: AwsKey,
  { service, region }: AwsScope,
  now: Date,
): Readonly<Record<string, string>> => {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const scope = `${time.slice(0, 8)}/${region}/${service}/aws4_request`;
  const signed: Record<string, string> = {
    host: headers["host"] ?? host,
    "x-amz-date": time,
    ...(token === undefined ? {} : { "x-amz-security-token": token }),
  };
  const names = Object.keys(signed).sort();
  const [pathname = "/", query = ""] = path.split("?");
  const canonical = [
    method,
    pathname,
    canonicalQuery(query),
    ...names.map((name) => `${name}:${signed[name]}`),
    "",
    names.join(";"),
    hash(body),
  ].join("\n");
  const key = [scope.slice(0, 8), region, service, "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const signature = hmac(key, ["AWS4-HMAC-SHA256", time, scope, hash(canonical)].join("\n")).toString("hex");
  const authorization = `AWS4-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
  return { ...headers, ...signed, authorization };
};
