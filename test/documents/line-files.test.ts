// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is tested
import { describe, expect, test } from "@jest/globals";
import { fill } from "../tokens.ts";
import { found, random, scan } from "./documents.ts";

const secret = random(18);
const checksIn = (text: string): readonly string[] => found(text, { secret });

describe("files of lines and their credentials:", () => {
  test.each([
    [".npmrc", `//npm.corp.net/:_authToken=${secret}\nalways-auth=true\n`, "package-manager-npmrc-token"],
    [".netrc", `machine git.corp.net\n  login deploy\n  password ${secret}\n`, "netrc-password"],
    [".netrc with an account", `machine git.corp.net login deploy account x password ${secret}\n`, "netrc-password"],
    [".pgpass", `# hosts\ndb.corp.net:5432:orders:app:${secret}\n`, "pgpass-password"],
    [".my.cnf", `[client]\nuser=root\nhost=db.corp.net\npassword="${secret}"\n`, "mysql-option-file"],
    [".git-credentials", `https://deploy:${secret}@git.corp.net\n`, "url-password"],
    [
      ".pypirc",
      `[pypi]\nrepository: https://pypi.corp.net/\nusername: deploy\npassword: ${secret}\n`,
      "package-manager-pypirc",
    ],
    [".env", `NODE_ENV=production\nDB_HOST=db.corp.net\nDB_PASSWORD=${secret}\nPORT=3000\n`, "login-lines"],
    [
      "wp-config.php",
      `<?php\ndefine('DB_NAME', 'wp');\ndefine( 'DB_PASSWORD', '${secret}' );\n`,
      "wordpress-database-password",
    ],
    [
      "settings.xml",
      `<settings><servers><server><id>nexus</id><username>deploy</username><password>${secret}</password></server></servers></settings>`,
      "maven-settings-password",
    ],
    [
      "NuGet.config",
      `<packageSourceCredentials><corp><add key="Username" value="ci" /><add key="ClearTextPassword" value="${secret}" /></corp></packageSourceCredentials>`,
      "nuget-config-password",
    ],
    [
      "web.config",
      `<mailSettings><smtp><network host="smtp.corp.net" userName="app" password="${secret}" /></smtp></mailSettings>`,
      "dotnet-config-login",
    ],
    [
      "tomcat-users.xml",
      `<tomcat-users>\n  <user username="deploy" password="${secret}" roles="manager-script"/>\n</tomcat-users>`,
      "xml-login-attribute",
    ],
    ["hibernate.cfg.xml", `<property name="hibernate.connection.password">${secret}</property>`, "xml-login-property"],
    [
      "an inventory",
      `[web]\nweb1 ansible_host=10.1.2.3 ansible_user=deploy ansible_ssh_pass=${secret}\n`,
      "ansible-connection-password",
    ],
    ["token.csv", `${secret},admin,admin,"system:masters"\n`, "kubernetes-static-token"],
    ["gradle.properties", `org.gradle.jvmargs=-Xmx2g\nnexusPassword=${secret}\n`, "sonatype-nexus-password"],
  ])("%s", (_name, text, check) => {
    expect(checksIn(text)).toEqual([`secrets/${check} secret`]);
  });

  test.each([
    ["shadow", "root:«$6${base62:8}${base62:86}»:19000:0:99999:7:::\n", "shadow-hash", "low", "sha512-crypt"],
    ["an old shadow", "root:«$1${base62:8}${base62:22}»:19000:0:99999:7:::\n", "shadow-hash", "medium", "md5-crypt"],
    [".htpasswd", "ops:«$2y$10${base62:53}»\n", "htpasswd-hash", "low", "bcrypt"],
    ["an old .htpasswd", "ops:«\\{SHA\\}{base62:27}=»\n", "htpasswd-hash", "medium", "sha1"],
  ])("%s has a hash", (_name, template, check, severity, hash) => {
    const { text } = fill(template);
    expect(scan(text)).toMatchObject([{ check: `secrets/${check}`, severity, facts: { hash } }]);
  });

  test("facts say who and where", () => {
    expect(scan(`[client]\nuser=root\nhost=db.corp.net\npassword=${secret}\n`)).toMatchObject([
      { facts: { user: "root", host: "db.corp.net" } },
    ]);
    expect(scan(`db.corp.net:5432:orders:app:${secret}\n`)).toMatchObject([
      { facts: { user: "app", host: "db.corp.net", reach: "public" } },
    ]);
  });

  test("Amazon's credentials are one finding for each profile", () => {
    const profile =
      "[{lower:5}]\naws_access_key_id = AKIAQ{base32:15}\naws_secret_access_key = {base62:30}/{base62:6}aB9\n";
    const texts = ["a", "b"].map((seed) => fill(profile, seed).text);
    expect(scan(texts.join("\n")).map(({ check }) => check)).toEqual([
      "secrets/aws-access-key-pair",
      "secrets/aws-access-key-pair",
    ]);
    const s3 =
      "[default]\naccess_key = AKIAQ{base32:15}\nhost_base = s3.amazonaws.com\nsecret_key = {base62:30}/{base62:6}aB9\n";
    expect(scan(fill(s3).text)).toMatchObject([{ check: "secrets/aws-access-key-pair" }]);
  });

  test.each([
    ["//registry.npmjs.org/:_authToken=${NPM_TOKEN}\n"],
    ["machine git.corp.net login deploy password <password>\n"],
    ["hostname:5432:database:username:password\n"],
    ["[client]\nuser=root\npassword=\n"],
    ["https://deploy:${TOKEN}@git.corp.net\n"],
    ["DB_PASSWORD=changeme\nAPI_KEY=\nSECRET=${SECRET}\n"],
    ["define('DB_PASSWORD', 'password_here');\ndefine('AUTH_KEY', 'put your unique phrase here');\n"],
    ["<server><id>x</id><username>${env.U}</username><password>${env.P}</password></server>"],
    ["<server><id>x</id><password>{COQLCE6DU6GtcS5Pabcdefg12345=}</password></server>"],
    ['<add key="ClearTextPassword" value="%NUGET_TOKEN%" />'],
    ["ansible_become_pass: !vault |\n          $ANSIBLE_VAULT;1.1;AES256\n          6638643965323633\n"],
    ["$ANSIBLE_VAULT;1.1;AES256\n66386439653236336462626566653063336164663966303231363934653561363964363833313662\n"],
    [
      "-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBzc2gtZWQyNTUxOQ==\n-----END AGE ENCRYPTED FILE-----\n",
    ],
    ["root:x:0:0:root:/root:/bin/bash\ndaemon:*:19000:0:99999:7:::\n"],
  ])("silent: %s", (text) => {
    expect(scan(text)).toEqual([]);
  });
});

describe("lines of a shell's history:", () => {
  test.each([
    [`mysql -h db.corp.net -u app -p${secret} orders`, "command-line-database-client"],
    [`redis-cli -h cache.corp.net -a ${secret} ping`, "command-line-database-client"],
    [`PGPASSWORD=${secret} psql -h db.corp.net -U app`, "command-line-environment-password"],
    [`kubectl create secret generic db --from-literal=password=${secret}`, "command-line-create-secret"],
    [`docker login -u ci -p ${secret} registry.corp.net`, "command-line-login-password"],
    [`curl -u app:${secret} https://api.corp.net/`, "http-curl-user"],
    [`sshpass -p ${secret} ssh root@10.0.0.9`, "command-line-sshpass"],
    [`echo 'root:${secret}' | sudo chpasswd`, "command-line-tool-password"],
    [`htpasswd -bc .htpasswd ops ${secret}`, "command-line-tool-password"],
    [`git clone https://ci:${secret}@git.corp.net/a.git`, "url-password"],
  ])("%s", (line, check) => {
    expect(checksIn(`: 1700000000:0;cd /srv\n${line}\nls -l\n`)).toEqual([`secrets/${check} secret`]);
  });

  test.each([
    "mysql -u root -p orders",
    "PGPASSWORD=$PASS psql",
    "echo root:$PASS | chpasswd",
    "mysql -p${PASS} x",
    "docker login -u ci --password-stdin",
  ])("silent: %s", (line) => {
    expect(scan(`${line}\n`)).toEqual([]);
  });
});
