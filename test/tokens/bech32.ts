const digits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const terms = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** A text in bech32: BIP-173, section "Checksum". */
export const bech32 = (name: string, data: string): string => {
  const expanded = [...name].map((c) => c.charCodeAt(0));
  const values = [...expanded.map((c) => c >> 5), 0, ...expanded.map((c) => c & 31)];
  for (const digit of data) values.push(digits.indexOf(digit));
  let state = 1n;
  for (const value of [...values, 0, 0, 0, 0, 0, 0]) {
    const top = state >> 25n;
    state = ((state & 0x1ffffffn) << 5n) ^ BigInt(value);
    for (let bit = 0n; bit < 5n; bit++) if ((top >> bit) & 1n) state ^= BigInt(terms[Number(bit)]!);
  }
  state ^= 1n;
  const sum = [25n, 20n, 15n, 10n, 5n, 0n].map((shift) => digits[Number((state >> shift) & 31n)]).join("");
  return `${name}1${data}${sum}`;
};
