/** A seeded corpus of secrets as people write them: every syntax × names × styles of value. Made at test time, stored nowhere. */

/** Mulberry32: the same values in every run. */
export const generator = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const lower = "abcdefghijklmnopqrstuvwxyz";
const base62 = `0123456789${lower}${lower.toUpperCase()}`;

const pick = <T>(random: () => number, from: ArrayLike<T>): T => from[Math.floor(random() * from.length)]!;

export const draw = (random: () => number, alphabet: string, length: number): string =>
  Array.from({ length }, () => pick(random, alphabet)).join("");

const capitalised = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

const roots = [
  "orange",
  "harbour",
  "dragon",
  "winter",
  "liver",
  "pepper",
  "monday",
  "falcon",
  "castle",
  "summer",
  "tiger",
  "yellow",
];

/** Passwords as people choose them. */
export const passwords: Readonly<Record<string, (random: () => number) => string>> = {
  "word and digits": (r) => pick(r, roots) + draw(r, "0123456789", 4),
  "capital, digits, sign": (r) => capitalised(pick(r, roots)) + draw(r, "0123456789", 2) + pick(r, "!@#*?"),
  "two words": (r) => `${capitalised(pick(r, roots))}${capitalised(pick(r, roots))}${draw(r, "0123456789", 2)}!`,
  leet: (r) => pick(r, roots).replaceAll("a", "@").replaceAll("e", "3").replaceAll("o", "0") + draw(r, "0123456789", 3),
  "random with signs": (r) => draw(r, base62, 7) + pick(r, "!@#*?%") + draw(r, base62, 6),
  "random letters and digits": (r) => draw(r, base62, 16),
};

/** Keys as services issue them. */
export const keys: Readonly<Record<string, (random: () => number) => string>> = {
  hex32: (r) => draw(r, "0123456789abcdef", 32),
  hex40: (r) => draw(r, "0123456789abcdef", 40),
  hex64: (r) => draw(r, "0123456789abcdef", 64),
  base62x20: (r) => draw(r, base62, 20),
  base62x32: (r) => draw(r, base62, 32),
  base36x24: (r) => draw(r, `0123456789${lower}`, 24),
  base64x44: (r) => `${draw(r, `${base62}+/`, 43)}=`,
  urlSafe: (r) => draw(r, `${base62}-_`, 40),
  prefixed: (r) => `acme_live_${draw(r, base62, 24)}`,
};

export const passwordNames = [
  "password",
  "db_password",
  "DB_PASSWORD",
  "dbPassword",
  "smtp_passwd",
  "adminPwd",
  "MYSQL_ROOT_PASSWORD",
  "userPassword",
  "redis_pass",
  "keystorePassword",
];

export const keyNames = [
  "api_key",
  "apiKey",
  "API_KEY",
  "ACME_API_KEY",
  "secret",
  "clientSecret",
  "CLIENT_SECRET",
  "access_token",
  "authToken",
  "secret_key",
  "SECRET_KEY",
  "aws_access_key",
  "encryptionKey",
  "jwtSecret",
  "SLACK_TOKEN",
  "webhook_secret",
];

/** Ways to write a name and its value, by language or format. */
export const syntaxes: Readonly<Record<string, (name: string, value: string) => string>> = {
  "javascript const": (n, v) => `const ${n} = "${v}";`,
  "javascript property": (n, v) => `  ${n}: '${v}',`,
  "javascript default": (n, v) => `const x = process.env.${n} || "${v}";`,
  "typescript typed": (n, v) => `  private readonly ${n}: string = '${v}';`,
  "python assignment": (n, v) => `${n} = '${v}'`,
  "python typed": (n, v) => `${n}: str = "${v}"`,
  "python keyword": (n, v) => `client = connect(host="db", ${n}="${v}", retries=3)`,
  "python dictionary": (n, v) => `config = {"user": "app", "${n}": "${v}"}`,
  "python environ": (n, v) => `os.environ["${n}"] = "${v}"`,
  "python default": (n, v) => `x = os.getenv("${n}", "${v}")`,
  "java field": (n, v) => `private static final String ${n} = "${v}";`,
  "java setter": (n, v) => `dataSource.set${n[0]!.toUpperCase()}${n.slice(1)}("${v}");`,
  "c# field": (n, v) => `public const string ${n} = @"${v}";`,
  "go short": (n, v) => `\t${n} := "${v}"`,
  "go typed": (n, v) => `var ${n} string = "${v}"`,
  "go struct": (n, v) => `\t\t${n}: "${v}",`,
  "rust static": (n, v) => `static ${n}: &str = "${v}";`,
  "ruby symbol": (n, v) => `  :${n} => '${v}',`,
  "ruby hash": (n, v) => `  ${n}: "${v}",`,
  "php define": (n, v) => `define('${n}', '${v}');`,
  "php array": (n, v) => `    '${n}' => '${v}',`,
  "php variable": (n, v) => `$${n} = "${v}";`,
  kotlin: (n, v) => `val ${n}: String = "${v}"`,
  swift: (n, v) => `let ${n} = "${v}"`,
  json: (n, v) => `{\n  "user": "app",\n  "${n}": "${v}"\n}`,
  "json in a string": (n, v) => `body = "{\\"${n}\\": \\"${v}\\"}"`,
  "json name and value": (n, v) => `{ "name": "${n}", "value": "${v}" }`,
  yaml: (n, v) => `app:\n  ${n}: ${v}\n  port: 80`,
  "yaml quoted": (n, v) => `  ${n}: "${v}"`,
  "yaml name and value": (n, v) => `env:\n  - name: ${n}\n    value: "${v}"`,
  toml: (n, v) => `[db]\n${n} = "${v}"`,
  env: (n, v) => `HOST=db\n${n}=${v}\nPORT=1`,
  properties: (n, v) => `spring.mail.${n}=${v}\n`,
  ini: (n, v) => `[client]\n${n} = ${v}\n`,
  "shell export": (n, v) => `export ${n}=${v}\n`,
  "shell quoted": (n, v) => `${n}='${v}'\n`,
  "docker env": (n, v) => `ENV ${n}=${v}\n`,
  "docker old env": (n, v) => `ENV ${n} ${v}\n`,
  "docker arg": (n, v) => `ARG ${n}=${v}\n`,
  "xml element": (n, v) => `<server>\n  <${n}>${v}</${n}>\n</server>`,
  "xml attribute": (n, v) => `<login ${n}="${v}" user="app"/>`,
  "xml add": (n, v) => `<add key="${n}" value="${v}"/>`,
  terraform: (n, v) => `  ${n} = "${v}"`,
  "terraform variable": (n, v) => `variable "${n}" {\n  type    = string\n  default = "${v}"\n}`,
  gradle: (n, v) => `    ${n} '${v}'`,
  "command option": (n, v) => `run --${n}=${v} --host db`,
  "command option apart": (n, v) => `run --${n} ${v} --host db`,
  "helm set": (n, v) => `helm install x --set auth.${n}=${v}`,
  "c definition": (n, v) => `#define ${n} "${v}"`,
  "c array": (n, v) => `static const char ${n}[64] = "${v}";`,
  "c++ braces": (n, v) => `const std::string ${n}{"${v}"};`,
  "objective-c": (n, v) => `NSString *${n} = @"${v}";`,
  "objective-c definition": (n, v) => `#define ${n} @"${v}"`,
  "c# property": (n, v) => `public string ${n} { get; set; } = "${v}";`,
  "java bytes": (n, v) => `byte[] ${n} = "${v}".getBytes();`,
  "ruby frozen": (n, v) => `${n} = '${v}'.freeze`,
  powershell: (n, v) => `$${n} = ConvertTo-SecureString "${v}" -AsPlainText -Force`,
  "windows set": (n, v) => `set ${n}=${v}\n`,
  "windows setx": (n, v) => `setx ${n} ${v}\n`,
  "fish set": (n, v) => `set -x ${n} ${v}\n`,
  "docker run": (n, v) => `docker run -d -e "${n}=${v}" acme/app`,
  "compose list": (n, v) => `    environment:\n      - "${n}=${v}"\n`,
  "kubernetes pair": (n, v) => `        - name: ${n}\n          value: ${v}\n`,
  "cloudformation parameter": (n, v) => `  ${n}:\n    NoEcho: true\n    Type: String\n    Default: ${v}\n`,
  "terraform variable with more": (n, v) =>
    `variable "${n}" {\n  description = "of the app"\n  sensitive = true\n  default   = "${v}"\n}`,
  inventory: (n, v) => `web1 ansible_host=10.0.0.1 ${n}=${v} ansible_port=22\n`,
  "property list": (n, v) => `<key>${n}</key>\n\t<string>${v}</string>`,
  "android resource": (n, v) => `<string name="${n}">${v}</string>`,
  "java property": (n, v) => `java -Dapp.${n}=${v} -jar app.jar`,
  "yaml block": (n, v) => `${n}: >-\n  ${v}\n`,
  "ini with comment": (n, v) => `${n} = ${v} ; of the app\n`,
  "url parameter": (n, v) => `curl https://api.acme.test/v1?${n}=${v}\n`,
  groovy: (n, v) => `credentials { username 'app'; ${n} '${v}' }`,
  jupyter: (n, v) => `    "${n} = '${v}'\\n",`,
};

export interface Sample {
  readonly syntax: string;
  readonly name: string;
  readonly style: string;
  readonly kind: "password" | "key";
  readonly value: string;
  readonly text: string;
}

/** Every syntax with every name and every style of value once. */
export const samples = (seed: number): readonly Sample[] => {
  const random = generator(seed);
  const of = (kind: Sample["kind"], names: readonly string[], styles: typeof keys): readonly Sample[] =>
    Object.entries(syntaxes).flatMap(([syntax, write]) =>
      names.flatMap((name) =>
        Object.entries(styles).map(([style, make]) => {
          const value = make(random);
          return { syntax, name, style, kind, value, text: `${write(name, value)}\n` };
        }),
      ),
    );
  return [...of("password", passwordNames, passwords), ...of("key", keyNames, keys)];
};
