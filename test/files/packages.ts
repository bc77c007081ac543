import { storedXz } from "./squeezed.ts";

/** Files as `cpio -o -H newc` writes them. */
export const cpioOf = (files: Readonly<Record<string, string>>): Buffer => {
  const hex = (value: number): string => value.toString(16).padStart(8, "0");
  const parts: Buffer[] = [];
  for (const [name, content] of [...Object.entries(files), ["TRAILER!!!", ""] as const]) {
    const numbers = [1, 0o100644, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length + 1, 0];
    const head = Buffer.from(`070701${numbers.map(hex).join("")}${name}\0`);
    for (const part of [head, Buffer.from(content)]) parts.push(part, Buffer.alloc(-part.length & 3));
  }
  return Buffer.concat(parts);
};

/** A package of RPM: what its header says, and its files. */
export const rpmOf = (said: string, files: Readonly<Record<string, string>>): Buffer => {
  const lead = Buffer.alloc(96);
  lead.writeUInt32BE(0xedabeedb);
  const section = (text: string): Buffer => {
    const head = Buffer.alloc(16);
    head.writeUInt32BE(0x8eade801);
    head.writeUInt32BE(text.length + 1, 12);
    return Buffer.concat([head, Buffer.from(`${text}\0`)]);
  };
  const signatures = section("signature");
  return Buffer.concat([
    lead,
    signatures,
    Buffer.alloc(-signatures.length & 7),
    section(said),
    storedXz(cpioOf(files)),
  ]);
};

/** A package as dpkg-deb writes it, with this data. */
export const debOf = (data: Buffer): Buffer => {
  const member = (name: string, content: Buffer): Buffer => {
    const head = `${name.padEnd(16)}${"0".padEnd(12)}${"0".padEnd(6)}${"0".padEnd(6)}${"100644".padEnd(8)}${String(content.length).padEnd(10)}\`\n`;
    return Buffer.concat([Buffer.from(head), content, Buffer.alloc(content.length % 2, "\n")]);
  };
  return Buffer.concat([
    Buffer.from("!<arch>\n"),
    member("debian-binary", Buffer.from("2.0\n")),
    member("data.tar.xz", storedXz(data)),
  ]);
};
