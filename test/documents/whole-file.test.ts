import { createCipheriv, randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { rules } from "../../patterns/load.ts";
import { createDetector } from "../../src/detect/detector.ts";
import { judgeByPath } from "../../src/detect/path-context.ts";
import { documentParsers } from "../../src/documents/registry.ts";
import { random } from "./documents.ts";

const detector = await createDetector(rules, documentParsers);

/** Checks of what a content is at a path. */
const at = (path: string, content: string | Buffer): readonly string[] =>
  detector.scan(Buffer.from(content)).flatMap((match) => {
    const judged = judgeByPath(match, path);
    return judged === undefined || judged.severity === "info" ? [] : [judged.check.replace("secrets/", "")];
  });

const hex = (digits: number): string => randomBytes(digits / 2).toString("hex");

/** The block cipher and key of DBeaver's DefaultSecretKey. */
const dbeaver = (text: string): Buffer => {
  const vector = randomBytes(16);
  const cipher = createCipheriv("aes-128-cbc", Buffer.from("babb4a9f774ab853c96c2d653dfe544a", "hex"), vector);
  return Buffer.concat([vector, cipher.update(text), cipher.final()]);
};

const keytab = (): Buffer => {
  const entry = randomBytes(60);
  const length = Buffer.alloc(4);
  length.writeInt32BE(entry.length);
  return Buffer.concat([Buffer.from([5, 2]), length, entry]);
};

const loginPath = (): Buffer =>
  Buffer.concat([Buffer.alloc(4), randomBytes(20), Buffer.from([32, 0, 0, 0]), randomBytes(32)]);

const secret = random(18);

describe("a file that is nothing but a key:", () => {
  test.each([
    ["config/master.key", hex(32), "rails-key-file"],
    ["app/config/credentials/production.key", `${hex(32)}\n`, "rails-key-file"],
    ["jenkins/secrets/master.key", hex(256), "jenkins-master-key"],
    ["jenkins_home/secrets/initialAdminPassword", `${hex(32)}\n`, "jenkins-initial-admin-password"],
    ["ansible/.vault_pass.txt", hex(32), "password-file"],
    ["jboss/application-users.properties", `# users\nann=${hex(32)}\n`, "wildfly-user"],
    ["home/.gem/credentials", `---\n:corp: ${hex(32)}\n`, "rubygems-credentials-file"],
    [".vault-token", `s.${random(24)}`, "hashicorp-vault-token-file"],
    ["ansible/.vault_pass", `${secret}\n`, "password-file"],
    ["secrets/db_password.txt", `${secret}\n`, "password-file"],
    ["openvpn/auth.txt", `ann\n${secret}\n`, "openvpn-auth-file"],
    ["etc/ppp/chap-secrets", `# client server secret\nann * "${secret}" *\n`, "password-list"],
    ["rsyncd.secrets", `ann:${secret}\n`, "password-list"],
    ["master/basic_auth.csv", `${secret},ann,7\n`, "kubernetes-static-user"],
    [".mylogin.cnf", loginPath(), "mysql-login-path"],
    ["etc/http.keytab", keytab(), "kerberos-keytab"],
    ["x/credentials-config.json", dbeaver(`{"pg":{"#connection":{"user":"app"}}}`), "dbeaver-credentials"],
  ])("%s", (path, content, check) => {
    expect(at(path, content)).toEqual([check]);
  });

  test.each([
    ["a digest in another place", "build/id.txt", hex(32)],
    ["a digest by another name", "conf/checksums.properties", `app=${hex(32)}\n`],
    ["other documents of one entry", "conf/feed.yml", `---\n:corp: ${hex(32)}\n`],
    ["a key of another length", "config/master.key", hex(30)],
    ["a template", "config/master.key", "$" + "{RAILS_MASTER_KEY}"],
    ["the version of a tool", ".vault_pass", "1.14.3\n"],
    ["a word", "secrets/db_password.txt", "password\n"],
    ["two words of a list", "vpn/auth.txt", "alpha\nbeta\n"],
    ["a list of another kind", "notes.csv", `${secret},ann,7\n`],
    ["a list with another line", "master/basic_auth.csv", `${secret},ann,7\nan introduction\n`],
    ["noise", "x/credentials-config.json", randomBytes(64)],
  ])("not %s", (_what, path, content) => {
    expect(at(path, content)).toEqual([]);
  });

  test("each line of a list is a finding of its own", () => {
    const lines = `${random(14)},ann,1\n${random(14)},bob,2,"dev,ops"\n`;
    expect(at("auth/known_tokens.csv", lines)).toEqual(["kubernetes-static-user", "kubernetes-static-user"]);
  });
});
