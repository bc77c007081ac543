import { describe, expect, test } from "@jest/globals";
import { rules } from "../../../patterns/load.ts";
import { createDetector } from "../../../src/detect/detector.ts";
import { draw, generator } from "../generic-corpus.ts";

const detector = await createDetector(rules.filter(({ proof }) => proof === "generic"));
const scan = (text: string) => detector.scan(Buffer.from(`\n${text}\n`, "latin1"));

const random = generator(11);
const letters = draw(random, "bcdfghjkmnpqrtvwxz", 8);
const mixed = `${draw(random, "bcdfghjkmnpqrtvwxz", 6)}${draw(random, "2456789", 3)}`;
const hex = draw(random, "0123456789abcdef", 24);

/** Ways to write an assignment, each with a value that no name looks like. */
const ways: readonly (readonly [why: string, write: (value: string) => string])[] = [
  ["brackets around it", (v) => `password = ("${v}")`],
  ["three quotes", (v) => `password = """${v}"""`],
  ["a field's initial value", (v) => `password = CharField(initial="${v}")`],
  ["a string made of it", (v) => `db_password: String::from("${v}"),`],
  ["what stands behind a look-up", (v) => `db_password = os.environ.get("APP_PW", "${v}")`],
  ["an arrow", (v) => `registry.add("db.password", () -> "${v}");`],
  ["a default of Ansible", (v) => `db_password: "{{ given | default('${v}') }}"`],
  ["an anchor of YAML", (v) => `password: &pw ${v}`],
  ["a mapping on one line", (v) => `login: {user: app, password: ${v}}`],
  ["CDATA", (v) => `<password><![CDATA[${v}]]></password>`],
  ["an element with attributes", (v) => `<Password xsi:type="text">${v}</Password>`],
  ["a keyword of Clojure", (v) => `:db-password "${v}"`],
  ["a table's row", (v) => `| db password | ${v} |`],
  ["a step of a story", (v) => `When I fill in "password" with "${v}"`],
  ["a field that a test fills", (v) => `fill_in 'db_password', with: '${v}'`],
  ["a default of PHP", (v) => `$p = getenv('DB_PASSWORD') ?: '${v}';`],
  ["a property that is set", (v) => `dbPassword.set("${v}")`],
  ["a builder", (v) => `client.dbPassword("${v}").build()`],
  ["a comparison", (v) => `if db_password == "${v}":`],
  ["a method that compares", (v) => `if (dbPassword.equals("${v}")) {`],
  ["a parameter of a form", (v) => `curl -d "user=app&db_password=${v}&x=1" https://acme.test`],
  ["a setting of a command", (v) => `git config acme.password ${v}`],
  ["a store in the browser", (v) => `localStorage.setItem('password', '${v}');`],
  ["a copy", (v) => `strcpy((char *)config->password, "${v}");`],
  ["a plug-in of MySQL", (v) => `CREATE USER app IDENTIFIED WITH mysql_native_password BY '${v}';`],
  ["a setting behind a bare hash sign", (v) => `#db.password=${v}`],
  ["a variable of an HTTP client's file", (v) => `@Password=${v}`],
  ["a method of a page", (v) => `await loginPage.SetPassword("${v}");`],
  ["a field that a test types into", (v) => `passwordInput.sendKeys("${v}");`],
  ["words before the name", (v) => `The db password: ${v}`],
];

describe("what is written around a literal", () => {
  test.each(ways)("%s", (_, write) => {
    for (const value of [letters, mixed]) expect(scan(write(value)).map(({ secret }) => secret)).toEqual([value]);
  });
});

const weak: readonly (readonly [why: string, text: string, secret: string])[] = [
  ["a short word", 'password: "jazz",', "jazz"],
  ["three letters", "user.set_password('sky')", "sky"],
  ["a word with pass in it", 'broker.password = "testpassword";', "testpassword"],
  ["words in a row", "'password' => 'super-secret-password',", "super-secret-password"],
  ["words in an environment", "HUB_DATABASE_PASSWORD=riverpw", "riverpw"],
  ["words with capitals", "->setPassword('WinterStar')", "WinterStar"],
  ["the word itself with a sign", "SA_PASSWORD=Password!", "Password!"],
  ["the word itself with digits", 'NewPassword = "NewPassword172!",', "NewPassword172!"],
  ["a confirmation", "'password_confirmation' => 'river_password',", "river_password"],
  ["a word that a call takes", 'params.put("password", "harbour");', "harbour"],
  ["a word for a secret", 'sessionSecret: "alligator",', "alligator"],
  ["a telephone's digits", "secret=9175", "9175"],
  ["a long number that a framework encodes", '.secret(passwordEncoder.encode("admin457986"))', "admin457986"],
  ["letters and digits under a key's name", "api_key: MOHFI432", "MOHFI432"],
];

describe("weak ones are low where name and place leave no doubt", () => {
  test.each(weak)("%s", (_, text, secret) => {
    expect(scan(text).map((match) => [match.secret, match.severity])).toEqual([[secret, "low"]]);
  });
});

describe("what somebody chose is medium where it is more than a manual's word:", () => {
  test.each([
    ["a word with a digit", "REDIS_PASSWORD: 'guitar8'", "guitar8"],
    ["a long number", 'const char* password = "94728031";', "94728031"],
    ["a sign in front, behind an equals sign", "- SA_PASSWORD=@somePearl1396", "@somePearl1396"],
  ])("%s", (_, text, secret) => {
    expect(scan(text).map((match) => [match.secret, match.severity])).toEqual([[secret, "medium"]]);
  });

  test.each([
    ["a word with a digit that is a user nearby", "user: guitar8\npassword: 'guitar8'", "guitar8"],
    ["a word that names a database nearby", "MYSQL_DATABASE: guitars\nMYSQL_PASSWORD: guitars", "guitars"],
    ["a date", 'password = "20240131"', "20240131"],
    ["a walk", 'password = "12345678"', "12345678"],
  ])("not %s", (_, text, secret) => {
    expect(scan(text).map((match) => [match.secret, match.severity])).toEqual([[secret, "low"]]);
  });
});

test("a word that is the password of two users names nothing", () => {
  const text = "MYSQL_PASSWORD: 'guitars'\nMYSQL_ROOT_PASSWORD: 'guitars'";
  expect(scan(text).map(({ severity }) => severity)).toEqual(["medium", "medium"]);
  expect(scan(`MYSQL_USER: guitars\n${text}`).map(({ severity }) => severity)).toEqual(["low", "low"]);
});

describe("a value that a program joins of literals", () => {
  test.each([
    ["of most languages", (a: string, b: string) => `password = "${a}" + "${b}"`],
    ["of PHP", (a: string, b: string) => `$password = '${a}' . '${b}';`],
    ["of Lua", (a: string, b: string) => `password = "${a}" .. "${b}"`],
    ["on two lines", (a: string, b: string) => `String password = "${a}" +\n    "${b}";`],
  ])("%s", (_, write) => {
    expect(scan(write("zkqv", mixed)).map(({ severity }) => severity)).toEqual(["medium"]);
  });

  test("is none where a variable is among them", () => {
    expect(scan(`password = "${mixed}" + suffix`)).toEqual([]);
    expect(scan(`password = "${mixed}" + suffix + "abc"`)).toEqual([]);
  });
});

const names: readonly (readonly [why: string, text: string])[] = [
  ["a field's name", 'PASSWORD_FIELD_1 = "old_password"'],
  ["a field's name in one word", 'password: "newpassword"'],
  ["the same name", 'manageMasterUserPassword: "ManageMasterUserPassword"'],
  ["a variable of the environment", "password: SNOWFLAKE_PASSWORD"],
  ["a variable in camel case", "password: dbPw"],
  ["what is to be replaced", 'password: "replace-with-yours"'],
  ["what a parser calls text", 'password: "str"'],
  ["another's file of credentials", "KAFKA_SSL_KEY_CREDENTIALS: broker1_sslkey_creds"],
  ["a prompt", "PromptForCredential('caption', 'message', 'harbour')"],
  ["another call", `password = input("${mixed}")`],
  ["a UUID that a call reads", 'token = UUID.fromString("3f2504e0-4f89-41d3-9a0c-0305e82c3301")'],
  ["a label of two words", '{"name": "Disable Strong Password", "value": "DisableStrong"}'],
  ["a hash of Django", `"password": "md5$abc$${hex}"`],
  ["an AppID of WeChat", `"https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx${hex.slice(0, 16)}&scope=x"`],
  ["a person's names", 'new User("Ada", "Lovelace")'],
  ["a type of a screen", "@IBOutlet weak var txt_pwd: UITextField!"],
];

describe("names stay silent", () => {
  test.each(names)("%s", (_, text) => {
    expect(scan(text).map(({ check }) => check)).toEqual([]);
  });
});

describe("calls that take a user and a password", () => {
  test.each([
    ["of Django", (v: string) => `User.objects.create_user('app', 'app@acme.test', '${v}')`],
    ["without brackets", (v: string) => `http.basic_auth 'app', '${v}'`],
    ["of .NET", (v: string) => `new NetworkCredential("app", "${v}")`],
    ["of Spring", (v: string) => `new UsernamePasswordAuthenticationToken("app", "${v}")`],
    ["of a directory", (v: string) => `ldap_bind($c, 'cn=app', '${v}')`],
    ["that hash", (v: string) => `'password' => Hash::make('${v}'),`],
    ["of SQL that digest", (v: string) => `INSERT INTO users VALUES (1, 'app', SHA1('${v}'));`],
    ["that take both in one text", (v: string) => `NEO4J_AUTH=app/${v}`],
  ])("%s", (_, write) => {
    expect(scan(write(mixed)).map(({ secret }) => secret)).toEqual([mixed]);
  });
});

describe("salts", () => {
  test.each([
    ["of passwords", `SECURITY_PASSWORD_HASH_SALT = "${hex}"`],
    ["that begin a cipher", `$aes_iv = '${hex}';`],
    ["in a configuration", `nonce: ${hex}`],
  ])("%s are low", (_, text) => {
    expect(scan(text).map(({ check, severity }) => [check, severity])).toEqual([["secrets/generic-salt", "low"]]);
  });

  test("are none where they are made, counted or named", () => {
    expect(scan(`salt = os.urandom(16)\nsalt_length = "${hex}"\nsalt = 'salt-of-the-shop'`)).toEqual([]);
    expect(scan(`{"domain": {"salt": "0x${hex}${hex}"}}`)).toEqual([]);
    expect(scan(`"kdf":"scrypt","kdfparams":{"dklen":32,"n":8,"salt":"${hex}"}`)).toEqual([]);
  });
});
