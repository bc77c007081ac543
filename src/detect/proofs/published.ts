import { createHash } from "node:crypto";

/** Whether a text is one of those that everybody has: of them only the SHA-256 is written, or as many of its first digits as tell them apart. */
export const publishedBy = (hashes: readonly string[]): ((text: string) => boolean) => {
  const published = new Set(hashes);
  const length = hashes[0]?.length;
  return (text) => published.has(createHash("sha256").update(text).digest("hex").slice(0, length));
};

/**
 * SHA-256, cut short, of keys that standards and vendors' references show and everybody copies: RFC 5849, 6749, 6750, 7009, 7515, 7591,
 * 7636 and 8628, OpenID Connect Core, the API reference of Docker Engine for swarms, the documentation of Django REST framework,
 * and of Google Authenticator (Key Uri Format).
 */
export const isInTextbook = publishedBy([
  "00cf4c781dc37003f7c7dd7d4c9a6ef1",
  "13d31e961a1ad8ec2f16b10c4c982e08",
  "293257ab6495ebb11cf9e4aee0686ca3",
  "2c31d647d56670580effa322c4e0d261",
  "2ff8b0fb93aca981c78f1e94355c298c",
  "33a6d3750d9a769b1c15ed2c4c2aa19f",
  "3e6099e82cea8b701718e015aae2c66d",
  "441c66009c2ab92078dcfbac9126e998",
  "4c20e6f5cc11b93731e74cbe20739821",
  "53f5da0aaa93d64cd5772c554cbf940f",
  "649e1f5c769e718ba10d1a702a36499a",
  "6aa14267d94944e6b6483c81f5ad37f8",
  "6c96130f130ab0d6d158397e24d2bcc1",
  "78314b11be2e581549ac1c4f616563fa",
  "80f8b7c904d4a43f3b7036db73247daa",
  "8b1b17a9740c068accab5c3d0d652c8e",
  "8be5d113c0871ce1a122d68a7dff940a",
  "90fd21a668f4b1211fbcb4f6d06d3694",
  "9e309cccd311ea64d04133daf7760f71",
  "9ec0be036c22f06fc32c70cf32aac22a",
  "a35b81a7d7927b70ec99270dd2362b88",
  "a71b359a87afde133e6d9731de69f882",
  "ad71fb4165536675d80a8bbfe957697e",
  "b5b17ca1d65733bbbdf82a5ca9164a54",
  "b87dad10a32a2d81aa2e36e31e258b36",
  "b8e148545b13c78bc74da2f1a7275dd7",
  "b9904b8ed45bc574ee1851896a4deb1c",
  "bb9b1163338b2a51495834ad5c654204",
  "c20fbc2b96183894fb46187909d02afb",
  "ca7459e2b26776de081b9a07e40227fd",
  "cb87c87e4a138d9a72259d2a01bab156",
  "cfee8a24c17aef53d02974ae20701541",
  "e9897976005540a696eae0c401c7156d",
  "e9974c507d2a802143f614c878fcbb62",
  "ea9bdfd02c0c412c8cc36ba67f6c17f9",
]);
