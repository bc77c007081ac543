import type { Check } from "./credential.ts";

const check = (
  id: string,
  provider: string,
  title: string,
  severity: Check["severity"],
  opens: string,
  remediation: string,
): Check => ({ id: `secrets/${id}`, provider, title, severity, opens, remediation });

const offline = "Change the password wherever it is used, and keep the file out of the repository.";

/** Files that are nothing but a key, or a list of them. */
export const wholeFileChecks = {
  rails: check(
    "rails-key-file",
    "rails",
    "Rails key file",
    "critical",
    "Decrypts the application's credentials (`config/credentials.yml.enc`), which are in the repository by design.",
    "Make a new key, encrypt the credentials with it, and rotate all that they hold.",
  ),
  jenkins: check(
    "jenkins-master-key",
    "jenkins",
    "Master key of Jenkins",
    "critical",
    "Decrypts every credential of the Jenkins, with `hudson.util.Secret` beside it.",
    "Keep Jenkins' home out of the repository, and replace every credential that it held.",
  ),
  jenkinsAdmin: check(
    "jenkins-initial-admin-password",
    "jenkins",
    "Password of Jenkins' first administrator",
    "high",
    "Signs in to the Jenkins as `admin` until its set-up is finished, and after it where nobody changed the password.",
    "Finish the set-up, change the administrator's password, and keep Jenkins' home out of the repository.",
  ),
  vault: check(
    "hashicorp-vault-token-file",
    "hashicorp",
    "Vault token in a file of its own",
    "critical",
    "Reads the secrets that its policies allow; a root token reads all.",
    "Revoke it (`vault token revoke`), and keep the file out of the repository.",
  ),
  password: check(
    "password-file",
    "generic",
    "Password in a file of its own",
    "high",
    "Opens what the file is for: an Ansible vault, a server, a service of a compose file.",
    offline,
  ),
  vpn: check(
    "openvpn-auth-file",
    "openvpn",
    "User and password of an OpenVPN client",
    "high",
    "Joins the network behind the server.",
    offline,
  ),
  users: check(
    "password-list",
    "generic",
    "Password in a server's list of users",
    "high",
    "Signs in to the server as the user beside it.",
    offline,
  ),
  apiUsers: check(
    "kubernetes-static-user",
    "kubernetes",
    "Static token or password of the Kubernetes API server",
    "high",
    "Acts in the cluster as the user and groups of its line; it never expires.",
    "Remove the line, restart the API server, and move to a kind of authentication whose credentials expire.",
  ),
  mylogin: check(
    "mysql-login-path",
    "mysql",
    "Login path file of MySQL",
    "high",
    "Signs in to the database servers that it names; the key that disguises it stands in the file itself.",
    "Change the passwords at the servers, and keep the file out of the repository.",
  ),
  keytab: check(
    "kerberos-keytab",
    "kerberos",
    "Kerberos keytab",
    "high",
    "Signs in as its principals, with their long-term keys.",
    "Change the keys of the principals, which makes the file worthless, and keep it out of the repository.",
  ),
  dbeaver: check(
    "dbeaver-credentials",
    "dbeaver",
    "Saved logins of DBeaver",
    "high",
    "Signs in to the databases that it names; everybody has the key that DBeaver encrypts it with.",
    "Change the passwords at the servers, and keep DBeaver's workspace out of the repository.",
  ),
} as const satisfies Readonly<Record<string, Check>>;
