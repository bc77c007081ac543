import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { base64, found, random, scan } from "./documents.ts";

const secret = random(16);

describe("FileZilla", () => {
  const server = (pass: string): string =>
    `<FileZilla3><Servers><Server>\n<Host>ftp.corp.net</Host>\n<Port>21</Port>\n<User>deploy</User>\n${pass}\n<Logontype>1</Logontype>\n</Server></Servers></FileZilla3>\n`;
  test.each([
    ["encoded", `<Pass encoding="base64">${base64(secret)}</Pass>`],
    ["plain", `<Pass>${secret}</Pass>`],
  ])("keeps %s passwords", (_how, pass) => {
    expect(scan(server(pass), { encoded: base64(secret), plain: secret })).toMatchObject([
      {
        check: "secrets/filezilla-password",
        severity: "high",
        at: _how,
        facts: { host: "ftp.corp.net", user: "deploy", port: "21", keyPath: "Server[0].Pass" },
      },
    ]);
  });

  test("with a master password or none is silent", () => {
    expect(scan(server(`<Pass encoding="crypt" pubkey="x">${base64(randomBytes(60))}</Pass>`))).toEqual([]);
    expect(scan(server("<Pass></Pass>"))).toEqual([]);
    expect(found(`<Pass>${secret}</Pass>`).filter((one) => one.includes("filezilla"))).toEqual([]);
  });

  test("tells its servers apart", () => {
    const two =
      server(`<Pass>${secret}</Pass>`) + server(`<Pass>${random(14)}</Pass>`).replace("ftp.corp.net", "b.corp.net");
    expect(scan(two).map(({ facts }) => facts["host"])).toEqual(["ftp.corp.net", "b.corp.net"]);
  });
});

/** WinSCP's disguise: a flag, a nought, a length, a gap of noise, then user, host and password. */
const winscp = (user: string, host: string, password: string): string => {
  const text = Buffer.from(`${user}${host}${password}`);
  const gap = randomBytes(5);
  const plain = Buffer.concat([Buffer.from([0xff, 0, text.length, gap.length]), gap, text, randomBytes(6)]);
  return Buffer.from(plain.map((byte) => ~byte ^ 0xa3))
    .toString("hex")
    .toUpperCase();
};

describe("WinSCP", () => {
  const ini = (password: string): string =>
    `[Configuration]\nVersion=5\n\n[Sessions\\deploy@www.corp.net]\nHostName=www.corp.net\nUserName=deploy\nPassword=${password}\n\n[Sessions\\other]\nHostName=b.net\n`;
  test("disguises a password that comes out again", () => {
    const hex = winscp("deploy", "www.corp.net", secret);
    expect(scan(ini(hex), { hex })).toMatchObject([
      {
        check: "secrets/winscp-password",
        at: "hex",
        severity: "high",
        facts: { host: "www.corp.net", user: "deploy" },
      },
    ]);
  });
  test("leaves what does not come out to other checks", () => {
    for (const hex of [winscp("someone", "else", secret), randomBytes(40).toString("hex")])
      expect(found(ini(hex)).filter((one) => one.includes("winscp"))).toEqual([]);
  });
});

const jetbrains = (password: string): string =>
  [...password].map((char) => (char.charCodeAt(0) ^ 0xdfaa).toString(16).padStart(4, "0")).join("");

describe("a JetBrains IDE", () => {
  test("disguises passwords of servers", () => {
    const hex = jetbrains(secret);
    const text = `<webServer id="1" name="www"><fileTransfer host="www.corp.net" port="22" username="deploy" password="${hex}" /></webServer>`;
    expect(scan(text, { hex })).toMatchObject([
      { check: "secrets/jetbrains-server-password", at: "hex", facts: { host: "www.corp.net", user: "deploy" } },
    ]);
  });
  test("with the keychain is silent", () => {
    expect(scan('<fileTransfer host="www.corp.net" username="deploy" password="" />')).toEqual([]);
    expect(
      scan("<data-source><secret-storage>master_key</secret-storage><user-name>app</user-name></data-source>"),
    ).toEqual([]);
  });
});

const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const u32 = (value: number): Buffer => Buffer.concat([u16(value >> 16), u16(value & 0xffff)]);
const utf = (text: string): Buffer => Buffer.concat([u16(text.length), Buffer.from(text)]);
const bytes = (count: number): Buffer => Buffer.concat([u32(count), randomBytes(count)]);
const certificate = (): Buffer => Buffer.concat([utf("X.509"), bytes(300)]);
const keyEntry = (alias: string): Buffer =>
  Buffer.concat([u32(1), utf(alias), randomBytes(8), bytes(400), u32(1), certificate()]);
const trusted = (alias: string): Buffer => Buffer.concat([u32(2), utf(alias), randomBytes(8), certificate()]);
const jks = (...entries: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from("feedfeed00000002", "hex"), u32(entries.length), ...entries, randomBytes(20)]);

describe("containers of keys are named:", () => {
  test("a Java key store, with the names of its keys", () => {
    expect(scan(jks(trusted("ca"), keyEntry("server")))).toMatchObject([
      { check: "secrets/keystore-java", severity: "medium", facts: { keys: 1, aliases: "server" } },
    ]);
  });
  test("not one of certificates alone, nor of Android's debug key", () => {
    expect(scan(jks(trusted("ca"), trusted("cb")))).toEqual([]);
    expect(scan(jks(keyEntry("androiddebugkey")))).toEqual([]);
  });
  test("PKCS#12 with a key", () => {
    const head = Buffer.from("30820a00020103308209c6", "hex");
    const bag = Buffer.from("060b2a864886f70d010c0a0102", "hex");
    expect(scan(Buffer.concat([head, randomBytes(40), bag, randomBytes(500)]))).toMatchObject([
      { check: "secrets/keystore-pkcs12" },
    ]);
    expect(scan(Buffer.concat([randomBytes(40), bag, randomBytes(500)]))).toEqual([]);
    const text = `keystore: ${Buffer.concat([head, randomBytes(40), bag, randomBytes(500)]).toString("base64")}\n`;
    expect(scan(text)).toMatchObject([{ check: "secrets/keystore-pkcs12", facts: { encoding: "base64" } }]);
  });
  test("KeePass", () => {
    const content = Buffer.concat([Buffer.from("03d9a29a67fb4bb5", "hex"), randomBytes(500)]);
    expect(scan(content)).toMatchObject([{ check: "secrets/keystore-keepass", facts: { format: "KeePass 2" } }]);
  });
});
