import { fromBase32 } from "./based.ts";
import type { Evidence, Prover } from "./prover.ts";

const largestAccount = 999_999_999_999;

/** Ids that begin so were issued before account numbers were put into them. */
const older = /^A(?:KIA|SIA)[IJ]/;

/** The account in an access key id: bits 47 to 7 of its first six bytes, prefix left out. Undefined where it holds none. */
export const awsAccount = (id: string): number | undefined => {
  if (older.test(id)) return undefined;
  const bytes = fromBase32(id.slice(4));
  if (bytes === undefined || bytes.length < 6) return undefined;
  return Math.floor((bytes.readUIntBE(0, 6) % 2 ** 47) / 2 ** 7);
};

/** Source: hackingthe.cloud, "Get Account ID from AWS Access Keys"; the expression may name the id `id`. */
export const proveAwsAccount: Prover = ({ secret, groups }): Evidence => {
  const account = awsAccount(groups["id"] ?? secret);
  if (account === undefined) return { verdict: "unknown" };
  if (account > largestAccount)
    return { verdict: "fails", detail: "The account number in it is too large to exist: a made-up value." };
  const text = String(account).padStart(12, "0");
  return { verdict: "unknown", detail: `It belongs to the AWS account ${text}.`, facts: { account: text } };
};
