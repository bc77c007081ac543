// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of shells are what is tested
import { describe, expect, test } from "@jest/globals";
import { series } from "../../tokens.ts";
import { scannerFor, told } from "./scan-text.ts";

const scan = await scannerFor("secrets/url-password", "secrets/database-");
const password = series("{hex:18}Q7");
const severities = (text: string): readonly string[] => scan(text).map(({ severity }) => severity);

describe("a password in a URL", () => {
  test.each([
    ["postgres", "db.corp.net"],
    ["postgresql+psycopg2", "db.corp.net"],
    ["mysql", "db.corp.net"],
    ["mongodb+srv", "cluster0.ab1cd.mongodb.net"],
    ["rediss", "cache.corp.net"],
    ["amqps", "mq.corp.net"],
    ["mssql", "sql.corp.net"],
    ["sftp", "files.corp.net"],
    ["ldaps", "ldap.corp.net"],
    ["smtp", "mail.corp.net"],
    ["https", "git.corp.net"],
    ["git+https", "git.corp.net"],
    ["clickhouse", "ch.corp.net"],
    ["nats", "nats.corp.net"],
    ["socks5", "proxy.corp.net"],
  ])("%s://", (scheme, host) => {
    const secret = password();
    const [match] = scan(`url = "${scheme}://app:${secret}@${host}:1234/x?y=z"`);
    expect(match?.secret === secret).toBe(true);
    expect(match?.facts).toMatchObject({ scheme, user: "app", host, reach: "public" });
    expect(told([match!])).toEqual([{ check: "secrets/url-password", severity: "high", proof: "structural" }]);
  });

  test.each([
    "mssql+pyodbc://scott:tiger^5HHH@mssql2017:1433/test",
    "motp://SecureSite:alice@wonder.land?secret=x",
    "b2://account_id:application_key@bucket/",
  ])("not %s", (url) => {
    expect(severities(url)).toEqual([]);
  });

  test("needs no user, may hold an at sign, and is judged as percent-decoded", () => {
    expect(severities(`redis://:${password()}@cache.corp.net:6379`)).toEqual(["high"]);
    expect(scan(`https://a:${password()}@x${password()}@git.corp.net/`)[0]?.facts["host"]).toBe("git.corp.net");
    expect(severities(`mysql://app:%70assword@db.example.com/`)).toEqual([]);
  });

  test.each([
    ["localhost", "medium", "loopback"],
    ["127.0.0.1", "medium", "loopback"],
    ["[::1]", "medium", "loopback"],
    ["10.2.3.4", "high", "private"],
    ["db.prod.svc.cluster.local", "high", "private"],
    ["postgres", "high", "private"],
    ["db.example.com", "low", "example"],
    ["203.0.113.7", "low", "example"],
  ])("at %s weighs %s", (host, severity, reach) => {
    const [match] = scan(`postgres://app:${password()}@${host}/orders`);
    expect([match?.severity, match?.facts["reach"]]).toEqual([severity, reach]);
  });

  test("is found in the base64 of a Kubernetes Secret and in JSON that escapes slashes", () => {
    const url = `postgres://app:${password()}@db.corp.net/x`;
    expect(severities(`data:\n  url: ${Buffer.from(url).toString("base64")}\n`)).toEqual(["high"]);
    expect(severities(JSON.stringify({ url }).replaceAll("/", "\\/"))).toEqual(["high"]);
  });

  test("is no sequence for beginning like one", () => {
    expect(severities(`postgres://app:1234${password()}@db.corp.net/x`)).toEqual(["high"]);
    expect(severities("postgres://app:123456abc@db.corp.net/x")).toEqual(["low"]);
  });

  test("counts where only the host is filled in later", () => {
    for (const host of ["${DB_HOST}", "{{.Host}}", "%s", "$HOST", "<host>"])
      expect(severities(`postgres://app:${password()}@${host}/orders`)).toEqual(["high"]);
  });

  test.each([
    "postgres://app:${DB_PASSWORD}@db.corp.net/x",
    "postgres://app:$DB_PASSWORD@db.corp.net/x",
    "postgres://app:$(cat pw)@db.corp.net/x",
    "postgres://app:{{ .Values.password }}@db.corp.net/x",
    "postgres://app:{{.Password}}@db.corp.net/x",
    "postgres://app:{password}@db.corp.net/x",
    "postgres://app:{pw!r:>16}@db.corp.net/x",
    "https://${TOKEN:-none}@corp.net/",
    "postgres://app:#{password}@db.corp.net/x",
    "postgres://app:<password>@db.corp.net/x",
    "postgres://app:%s@db.corp.net/x",
    "postgres://app:%v@%s/x",
    "postgres://app:%(password)s@db.corp.net/x",
    "postgres://app:%DB_PASSWORD%@db.corp.net/x",
    "postgres://app:[password]@db.corp.net/x",
    "postgres://app:*****@db.corp.net/x",
    "postgres://app:xxxxx@db.corp.net/x",
    "postgres://app:...@db.corp.net/x",
    "postgres://app:__PASSWORD__@db.corp.net/x",
    "postgres://user:password@host/db",
    "postgres://user:pass@localhost:5432/db",
    "postgres://username:password@db.example.com/db",
    "mongodb://<user>:<password>@cluster0.ab1cd.mongodb.net/",
    "https://foo:bar@corp.net/",
    "https://USER:YOUR_PASSWORD_HERE@corp.net/",
    "http://proxy.corp.net:8080/@scope/package",
    "https://corp.net:8443?next=user@corp.net",
    "docker://alpine:3.18.4@sha256:0f",
    "ssh://git@github.com:22/a/b.git",
    "git+ssh://git@github.com:team/repo.git@v1",
    "see http://localhost:3000 or mail admin@corp.net",
  ])("%s is silent", (text) => {
    expect(told(scan(`x = "${text}"`))).toEqual([]);
  });

  test.each([
    "postgres://postgres:postgres@localhost:5432/app",
    "amqp://guest:guest@localhost/",
    "postgres://app:changeme@db.corp.net/app",
    "mysql://root:root@127.0.0.1/app",
  ])("%s is low", (text) => {
    expect(severities(text)).toEqual(["low"]);
  });
});

describe("a password in a connection string", () => {
  test.each([
    ["ADO.NET", (p: string) => `Server=tcp:db.corp.net,1433;Database=x;User Id=app;Password=${p};Encrypt=true`],
    ["ADO.NET, password first", (p: string) => `Password=${p};User Id=app;Data Source=db.corp.net`],
    ["ODBC", (p: string) => `Driver={ODBC Driver 18 for SQL Server};Server=db.corp.net;Uid=app;Pwd=${p}`],
    ["libpq", (p: string) => `host=db.corp.net port=5432 user=app password=${p} dbname=x`],
    ["libpq, quoted", (p: string) => `host=db.corp.net user=app password='${p}' dbname=x`],
    ["JDBC parameters", (p: string) => `jdbc:postgresql://db.corp.net:5432/x?user=app&password=${p}&ssl=true`],
    ["JDBC of SQL Server", (p: string) => `jdbc:sqlserver://db.corp.net:1433;user=app;password=${p}`],
    ["Oracle thin", (p: string) => `jdbc:oracle:thin:app/${p}@db.corp.net:1521:orcl`],
    ["Oracle thin with a service", (p: string) => `jdbc:oracle:thin:app/${p}@//db.corp.net:1521/orcl`],
    ["Go's MySQL driver", (p: string) => `app:${p}@tcp(db.corp.net:3306)/x`],
    ["a command line", (p: string) => `mysql --host=db.corp.net --user=app --password=${p} x`],
  ])("%s", (_, write) => {
    const secret = password();
    const [match, ...rest] = scan(`dsn: "${write(secret)}"`);
    expect(rest).toEqual([]);
    expect(match?.secret === secret).toBe(true);
    expect(match?.facts).toMatchObject({ user: "app", host: "db.corp.net", reach: "public" });
    expect(match?.severity).toBe("high");
  });

  test.each([
    "Server=db.corp.net;User Id=app;Password=${DB_PASSWORD}",
    "Server=db.corp.net;User Id=app;Password={0}",
    "host=db.corp.net user=app password=%s dbname=x",
    "Server=localhost;User Id=user;Password=password",
    "self.host=host; self.user=user; self.password=password",
    "connect(host=cfg.host, user=cfg.user, password=cfg.password)",
    "user=os.environ['U'], password=os.getenv('DB_PASS_2')",
    "password=abc123def456",
    "jdbc:oracle:thin:@db.corp.net:1521:orcl",
    "user:password@tcp(localhost:5555)/dbname?tls=skip-verify",
  ])("%s is silent", (text) => {
    expect(told(scan(`x = "${text}"`))).toEqual([]);
  });
});
