import { i as severityRank, r as severities, t as proofRank } from "./finding.js";
import { n as runKinds, t as ranks } from "./rule.js";
import { t as require_dist } from "./dist.js";
import { isIPv6 } from "node:net";
import { crc32 } from "node:zlib";
import { X509Certificate, createECDH, createHash, createHmac, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
// patterns/load.ts
const rules = [
	{
		"id": "secrets/1password-service-account-token",
		"provider": "1password",
		"title": "1Password service account token",
		"severity": "critical",
		"opens": "Reads the vaults that were given to a service account.",
		"remediation": "Revoke it at 1Password and issue a new one; removing it from the file is not enough.",
		"anchors": ["ops_eyJ"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ops_(?<payload>eyJ[0-9A-Za-z+/_-]{200,2000}={0,2})(?![0-9A-Za-z+/=_-])",
		"window": {
			"before": 7,
			"after": 2003
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-json",
			"options": {
				"keys": "email,secretKey",
				"facts": "email=account,signInAddress=host"
			}
		}
	},
	{
		"id": "secrets/1password-secret-key",
		"provider": "1password",
		"title": "1Password secret key",
		"severity": "high",
		"opens": "With its owner’s password, opens all of a user’s vaults.",
		"remediation": "Revoke it at 1Password and issue a new one; removing it from the file is not enough.",
		"anchors": ["A3-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z-])A3-[0-9A-Z]{6}-(?:[0-9A-Z]{11}|[0-9A-Z]{6}-[0-9A-Z]{5})-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 38
		},
		"proof": "structural",
		"encoded": false,
		"custom": false
	},
	{
		"id": "secrets/adafruit-io-key",
		"provider": "adafruit",
		"title": "Adafruit IO key",
		"severity": "medium",
		"opens": "Reads and writes its owner’s feeds and devices.",
		"remediation": "Revoke it at Adafruit IO and issue a new one; removing it from the file is not enough.",
		"anchors": ["aio_"],
		"run": 28,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])aio_[0-9A-Za-z]{28}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 29
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/adobe-client-secret",
		"provider": "adobe",
		"title": "Adobe client secret",
		"severity": "high",
		"opens": "Acts as an integration of an organisation within its products and scopes.",
		"remediation": "Revoke it at Adobe and issue a new one; removing it from the file is not enough.",
		"anchors": ["p8e-"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])p8e-[0-9A-Za-z_-]{32,40}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/adyen-api-key",
		"provider": "adyen",
		"title": "Adyen API key",
		"severity": "critical",
		"opens": "Charges, refunds and pays out through a merchant’s account.",
		"remediation": "Revoke it at Adyen and issue a new one; removing it from the file is not enough.",
		"anchors": ["hmfx"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])AQE[a-z]hmfx[0-9A-Za-z+/]{60,240}={0,2}-[0-9A-Za-z+/]{20,120}={0,2}-[^\\s\"'`]{8,40}(?=[\"'`\\s]|$)",
		"window": {
			"before": 11,
			"after": 410
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/aftership-api-key",
		"provider": "aftership",
		"title": "AfterShip API key",
		"severity": "high",
		"opens": "Reads shipments and their recipients.",
		"remediation": "Revoke it at AfterShip and issue a new one; removing it from the file is not enough.",
		"anchors": ["asat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])asat_[0-9a-f]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/age-secret-key",
		"provider": "age",
		"title": "age secret key",
		"severity": "critical",
		"opens": "Decrypts every file that was encrypted to its recipient; SOPS files among them.",
		"remediation": "Make a new key, encrypt to its recipient, and change every secret that the old one could decrypt.",
		"anchors": ["AGE-SECRET-KEY-1"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 59
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "bech32",
			"options": {}
		}
	},
	{
		"id": "secrets/age-post-quantum-secret-key",
		"provider": "age",
		"title": "age post-quantum secret key",
		"severity": "critical",
		"opens": "Decrypts every file that was encrypted to its recipient.",
		"remediation": "Make a new key, encrypt to its recipient, and change every secret that the old one could decrypt.",
		"anchors": ["AGE-SECRET-KEY-PQ-1"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])AGE-SECRET-KEY-PQ-1[02-9AC-HJ-NP-Z]{58}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 59
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "bech32",
			"options": {}
		}
	},
	{
		"id": "secrets/aikido-token",
		"provider": "aikido",
		"title": "Aikido token",
		"severity": "medium",
		"opens": "Reports a scan or an app’s runtime to its owner’s workspace.",
		"remediation": "Revoke it at Aikido and issue a new one; removing it from the file is not enough.",
		"anchors": ["AIK_RUNTIME_", "AIK_CI_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:AIK_RUNTIME_[0-9A-Za-z_]{30,120}|AIK_CI_[0-9A-Za-z_]{30,120})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 126
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/airtable-personal-access-token",
		"provider": "airtable",
		"title": "Airtable personal access token",
		"severity": "high",
		"opens": "Reads, and may change, the bases that it was given.",
		"remediation": "Revoke it at Airtable and issue a new one; removing it from the file is not enough.",
		"anchors": ["pat"],
		"run": 14,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pat[0-9A-Za-z]{14}\\.[0-9a-f]{64}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 80
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.airtable.com/v0/meta/whoami",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://airtable.com/developers/web/api/get-user-id-scopes"
		}
	},
	{
		"id": "secrets/aiven-service-password",
		"provider": "aiven",
		"title": "Aiven service password",
		"severity": "critical",
		"opens": "Signs in to a database or broker of Aiven.",
		"remediation": "Revoke it at Aiven and issue a new one; removing it from the file is not enough.",
		"anchors": ["AVNS_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])AVNS_[0-9A-Za-z_-]{19}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 20
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/akamai-edgegrid-token",
		"provider": "akamai",
		"title": "Akamai EdgeGrid token",
		"severity": "medium",
		"opens": "With the client secret, administers properties within its permissions.",
		"remediation": "Revoke it at Akamai and issue a new one; removing it from the file is not enough.",
		"anchors": ["akab-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])akab-[0-9a-z]{16}-[0-9a-z]{16}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 7,
			"after": 34
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/alchemy-api-key-url",
		"provider": "alchemy",
		"title": "Alchemy endpoint with its API key",
		"severity": "medium",
		"opens": "Calls a blockchain node at the owner’s expense.",
		"remediation": "Revoke it at Alchemy and issue a new one; removing it from the file is not enough.",
		"anchors": ["g.alchemy.com/v2/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "g\\.alchemy\\.com/v2/(?<secret>[0-9A-Za-z_-]{21,40})(?![0-9A-Za-z_-])",
		"window": {
			"before": 0,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/algolia-admin-key",
		"provider": "algolia",
		"title": "Algolia admin API key",
		"severity": "high",
		"opens": "Reads, changes and deletes every index of the application.",
		"remediation": "Revoke it at Algolia and issue a new one; removing it from the file is not enough. See https://www.algolia.com/doc/guides/security/api-keys/",
		"anchors": [
			"algolia_admin",
			"algolia-admin",
			"algoliaadmin",
			"algolia_api_key",
			"algolia_write",
			"algoliawrite",
			"algolia_secret",
			"algoliaapikey",
			"algolia-api-key",
			"admin_api_key",
			"adminapikey"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z0-9])(?:algolia[_.-]?(?:(?:admin|write|search_admin)[_.-]?)?(?:api[_.-]?)?(?:key|secret)|admin[_.-]?api[_.-]?key)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9a-f]{32})(?![0-9a-z])",
		"window": {
			"before": 38,
			"after": 110
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3,
		"pairs": [{
			"expression": "app(?:lication)?[_.-]?id[\"'\\]]{0,2}\\s{0,4}(?:=>|[:=,])\\s{0,4}[\"'`]{0,2}(?<id>[0-9A-Z]{10})(?![0-9A-Za-z])",
			"ignoreCase": true,
			"within": 400,
			"as": "applicationId",
			"secret": false,
			"required": true
		}]
	},
	{
		"id": "secrets/alibaba-cloud-access-key-id",
		"provider": "alibaba-cloud",
		"title": "Alibaba Cloud access key id",
		"severity": "low",
		"opens": "Names a key; with its secret, which is often nearby, it opens the account.",
		"remediation": "Revoke it at Alibaba Cloud and issue a new one; removing it from the file is not enough.",
		"anchors": ["LTAI"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])LTAI[0-9A-Za-z]{20}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 21
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/alibaba-cloud-sts-access-key-id",
		"provider": "alibaba-cloud",
		"title": "Alibaba Cloud temporary access key id",
		"severity": "low",
		"opens": "Names a temporary key.",
		"remediation": "Revoke it at Alibaba Cloud and issue a new one; removing it from the file is not enough.",
		"anchors": ["STS."],
		"run": 25,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])STS\\.[0-9A-Za-z]{25,32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/alibaba-cloud-access-key-secret",
		"provider": "alibaba-cloud",
		"title": "Alibaba Cloud access key with its secret",
		"severity": "critical",
		"opens": "Signs requests as an Alibaba Cloud user, with all of its permissions.",
		"remediation": "Revoke it at Alibaba Cloud and issue a new one; removing it from the file is not enough.",
		"anchors": ["LTAI"],
		"run": 12,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])LTAI[0-9A-Za-z]{12,20}(?![0-9A-Za-z])[\\s\\S]{1,100}?(?<![0-9A-Za-z_/+-])(?=[0-9a-z]{0,29}[A-Z])(?=[0-9A-Z]{0,29}[a-z])(?=[A-Za-z]{0,29}[0-9])(?<secret>[0-9A-Za-z]{30})(?![0-9A-Za-z_=/+-])",
		"window": {
			"before": 7,
			"after": 152
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5,
		"pairs": [{
			"expression": "(?<![0-9A-Za-z_])LTAI[0-9A-Za-z]{20}(?![0-9A-Za-z])",
			"ignoreCase": false,
			"check": "secrets/alibaba-cloud-access-key-id",
			"within": 150,
			"as": "accessKeyId",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/amazon-login-client-secret",
		"provider": "amazon",
		"title": "Login with Amazon client secret",
		"severity": "high",
		"opens": "Poses as an application and redeems its users’ codes for tokens.",
		"remediation": "Revoke it at Amazon and issue a new one; removing it from the file is not enough.",
		"anchors": ["amzn1.oa2-cs.v1."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])amzn1\\.oa2-cs\\.v1\\.[0-9a-f]{64}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/amazon-login-client-id",
		"provider": "amazon",
		"title": "Login with Amazon client id",
		"severity": "info",
		"opens": "Meant to be public: it names an application on the consent page.",
		"remediation": "Revoke it at Amazon and issue a new one; removing it from the file is not enough.",
		"anchors": ["amzn1.application-oa2-client."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])amzn1\\.application-oa2-client\\.[0-9a-f]{32}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/amazon-refresh-token",
		"provider": "amazon",
		"title": "Login with Amazon refresh token",
		"severity": "high",
		"opens": "Acts for a seller or user until it is revoked.",
		"remediation": "Revoke it at Amazon and issue a new one; removing it from the file is not enough.",
		"anchors": ["Atzr|"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])Atzr\\|[0-9A-Za-z_-]{200,1200}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 1201
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/amazon-access-token",
		"provider": "amazon",
		"title": "Login with Amazon access token",
		"severity": "medium",
		"opens": "Acts for a seller or user for an hour.",
		"remediation": "Revoke it at Amazon and issue a new one; removing it from the file is not enough.",
		"anchors": ["Atza|"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])Atza\\|[0-9A-Za-z_-]{200,1200}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 1201
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/anaconda-channel-url-token",
		"provider": "anaconda",
		"title": "Anaconda.org token in a channel URL",
		"severity": "high",
		"opens": "Reads private packages, and may publish.",
		"remediation": "Revoke it at Anaconda and issue a new one; removing it from the file is not enough.",
		"anchors": ["anaconda.org/t/", "anaconda.cloud/t/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "anaconda\\.(?:org|cloud)/t/(?<secret>[a-z]{2}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9A-Za-z_-]{30,120})(?![0-9A-Za-z_-])",
		"window": {
			"before": 0,
			"after": 125
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.3
	},
	{
		"id": "secrets/ankr-endpoint-url",
		"provider": "ankr",
		"title": "Ankr endpoint with its API key",
		"severity": "medium",
		"opens": "Calls a blockchain node at the owner’s expense.",
		"remediation": "Revoke it at Ankr and issue a new one; removing it from the file is not enough.",
		"anchors": ["rpc.ankr.com/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "rpc\\.ankr\\.com/(?:[a-z0-9_]{2,40}/){1,3}(?<secret>[0-9a-f]{64})(?![0-9A-Za-z])",
		"window": {
			"before": 0,
			"after": 190
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/ansible-connection-password",
		"provider": "ansible",
		"title": "Password in an Ansible inventory",
		"severity": "high",
		"opens": "Signs in to the hosts of the inventory, or becomes root on them.",
		"remediation": "Change the password on the hosts, and encrypt the variable with `ansible-vault`.",
		"anchors": [
			"ansible_ssh_pass",
			"ansible_password",
			"ansible_become_pass",
			"ansible_sudo_pass",
			"ansible_ssh_private_key_passphrase"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<name>ansible_(?:ssh_pass|password|become_pass|become_password|sudo_pass|ssh_private_key_passphrase))[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?(?<secret>[^\\s\"'#]{1,128})",
		"window": {
			"before": 0,
			"after": 160
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"pairs": [{
			"expression": "ansible_(?:ssh_)?user[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?(?<id>[\\w.@-]{1,64})",
			"ignoreCase": true,
			"within": 300,
			"as": "user",
			"secret": false,
			"required": false
		}, {
			"expression": "ansible_(?:ssh_)?host[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?(?<id>[\\w.:-]{1,128})",
			"ignoreCase": true,
			"within": 300,
			"as": "host",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/anthropic-api-key",
		"provider": "anthropic",
		"title": "Anthropic API key",
		"severity": "critical",
		"opens": "Calls models at the owner’s expense and reads what the key’s workspace stored.",
		"remediation": "Revoke it at Anthropic and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk-ant-api"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sk-ant-(?<kind>api)[0-9]{2}-[0-9A-Za-z_-]{80,120}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 125
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"verification": {
			"method": "GET",
			"url": "https://api.anthropic.com/v1/models?limit=1",
			"headers": {
				"x-api-key": "{secret}",
				"anthropic-version": "2023-06-01"
			},
			"parts": "^sk-ant-api",
			"active": [{ "status": [200] }],
			"inactive": [{
				"status": [401],
				"json": { "error/type": ["authentication_error"] }
			}],
			"source": "https://docs.anthropic.com/en/api/models-list"
		}
	},
	{
		"id": "secrets/anthropic-admin-key",
		"provider": "anthropic",
		"title": "Anthropic admin API key",
		"severity": "critical",
		"opens": "Administers an organisation’s members, workspaces and keys.",
		"remediation": "Revoke it at Anthropic and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk-ant-admin"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sk-ant-admin[0-9]{2}-[0-9A-Za-z_-]{80,120}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 125
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/anthropic-oauth-token",
		"provider": "anthropic",
		"title": "Anthropic OAuth token",
		"severity": "high",
		"opens": "Calls models on a user’s subscription; a refresh token until it is revoked.",
		"remediation": "Revoke it at Anthropic and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk-ant-oat", "sk-ant-ort"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sk-ant-o[ar]t[0-9]{2}-[0-9A-Za-z_-]{80,120}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 125
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/anthropic-session-key",
		"provider": "anthropic",
		"title": "Anthropic session key",
		"severity": "high",
		"opens": "Acts as a user in the web application.",
		"remediation": "Revoke it at Anthropic and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk-ant-sid"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sk-ant-sid[0-9]{2}-[0-9A-Za-z_-]{80,140}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 145
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/anyscale-api-key",
		"provider": "anyscale",
		"title": "Anyscale API key",
		"severity": "high",
		"opens": "Runs clusters and calls models at the owner’s expense.",
		"remediation": "Revoke it at Anyscale and issue a new one; removing it from the file is not enough.",
		"anchors": ["esecret_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])esecret_[0-9A-Za-z]{24,40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/apify-api-token",
		"provider": "apify",
		"title": "Apify API token",
		"severity": "high",
		"opens": "Runs scrapers at the owner’s expense and reads their data.",
		"remediation": "Revoke it at Apify and issue a new one; removing it from the file is not enough.",
		"anchors": ["apify_api_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])apify_api_[0-9A-Za-z]{36}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/apify-proxy-password",
		"provider": "apify",
		"title": "Apify proxy password",
		"severity": "medium",
		"opens": "Uses the owner’s proxies.",
		"remediation": "Revoke it at Apify and issue a new one; removing it from the file is not enough.",
		"anchors": ["apify_proxy_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])apify_proxy_[0-9A-Za-z]{36}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/apollo-graph-key",
		"provider": "apollo",
		"title": "Apollo GraphOS graph API key",
		"severity": "high",
		"opens": "Publishes schemas of a graph and reads its reports.",
		"remediation": "Revoke it at Apollo and issue a new one; removing it from the file is not enough.",
		"anchors": ["APOLLO_KEY"],
		"run": 0,
		"ignoreCase": false,
		"expression": "APOLLO_KEY[\"']?[ \\t]{0,2}[=:][ \\t]{0,2}[\"']?service:[0-9A-Za-z][0-9A-Za-z_-]{0,63}:(?<secret>(?=[^\\s]{0,21}[0-9])(?=[^\\s]{0,21}[A-Z])[0-9A-Za-z_-]{22})(?![0-9A-Za-z_-])",
		"window": {
			"before": 0,
			"after": 108
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/apollo-personal-key",
		"provider": "apollo",
		"title": "Apollo GraphOS personal API key",
		"severity": "high",
		"opens": "Acts as its owner on every graph.",
		"remediation": "Revoke it at Apollo and issue a new one; removing it from the file is not enough.",
		"anchors": ["user:gh.", "user:fh."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])user:[gf]h\\.[0-9A-Za-z._-]{2,64}:[0-9A-Za-z_-]{22}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 90
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/aptos-private-key",
		"provider": "aptos",
		"title": "Aptos private key",
		"severity": "critical",
		"opens": "Spends everything that the account holds.",
		"remediation": "Move what the key holds to a new one at once; a published key cannot be taken back.",
		"anchors": ["25519-priv-", "256k1-priv-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:ed25519|secp256k1)-priv-0x[0-9a-fA-F]{64}(?![0-9A-Za-z])",
		"window": {
			"before": 12,
			"after": 68
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/arcgis-api-key",
		"provider": "arcgis",
		"title": "ArcGIS API key",
		"severity": "medium",
		"opens": "Calls location services at the owner’s expense.",
		"remediation": "Revoke it at ArcGIS and issue a new one; removing it from the file is not enough.",
		"anchors": ["AAPK", "AAPT"],
		"run": 70,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/_-])(?:AAPK[0-9A-Za-z_-]{70,200}|AAPT[0-9A-Za-z_-]{70,600})(?![0-9A-Za-z+/=_-])",
		"window": {
			"before": 7,
			"after": 601
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/argo-cd-token",
		"provider": "argo-cd",
		"title": "Argo CD token",
		"severity": "high",
		"opens": "Deploys and reads applications as an account or project role.",
		"remediation": "Revoke it at Argo CD and issue a new one; removing it from the file is not enough.",
		"anchors": ["eyJpc3MiOiJhcmdvY2Qi"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])e[yw][0-9A-Za-z_-]{10,400}\\.eyJpc3MiOiJhcmdvY2Qi[0-9A-Za-z_-]{4,3000}\\.[0-9A-Za-z_-]{20,800}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 410,
			"after": 3802
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "jwt",
			"options": {
				"kind": "other",
				"severity": "high"
			}
		}
	},
	{
		"id": "secrets/argos-project-token",
		"provider": "argos",
		"title": "Argos project token",
		"severity": "low",
		"opens": "Uploads a project’s screenshots.",
		"remediation": "Revoke it at Argos and issue a new one; removing it from the file is not enough.",
		"anchors": ["argos_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])argos_[0-9a-f]{36,40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/asaas-api-key",
		"provider": "asaas",
		"title": "Asaas API key",
		"severity": "critical",
		"opens": "Charges and pays out through an account.",
		"remediation": "Revoke it at Asaas and issue a new one; removing it from the file is not enough.",
		"anchors": ["aact_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "\\$(?<secret>aact_(?:(?:prod|hmlg)_)?[0-9A-Za-z+/]{60,250}={0,2}(?:::\\$aach_[0-9a-f-]{36})?)(?![0-9A-Za-z=])",
		"window": {
			"before": 1,
			"after": 302
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/asana-personal-access-token",
		"provider": "asana",
		"title": "Asana personal access token",
		"severity": "high",
		"opens": "Acts as its owner in Asana.",
		"remediation": "Revoke it at Asana and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"1/0",
			"1/1",
			"1/2",
			"1/3",
			"1/4",
			"1/5",
			"1/6",
			"1/7",
			"1/8",
			"1/9",
			"2/0",
			"2/1",
			"2/2",
			"2/3",
			"2/4",
			"2/5",
			"2/6",
			"2/7",
			"2/8",
			"2/9"
		],
		"run": 15,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z/._-])(?:1/[0-9]{16,17}:[0-9a-f]{32}|2/[0-9]{16,17}/[0-9]{16,17}:[0-9a-f]{32})(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 69
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "digits",
		"verification": {
			"method": "GET",
			"url": "https://app.asana.com/api/1.0/users/me",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://developers.asana.com/reference/getuser"
		}
	},
	{
		"id": "secrets/atlassian-api-token",
		"provider": "atlassian",
		"title": "Atlassian API token",
		"severity": "critical",
		"opens": "Acts as its owner in Jira, Confluence and the other Atlassian sites.",
		"remediation": "Revoke it at Atlassian and issue a new one; removing it from the file is not enough.",
		"anchors": ["ATATT3x"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])ATATT3x[0-9A-Za-z_-]{170,220}=[0-9A-F]{8}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 230
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-hex",
			"options": { "upper": true }
		}
	},
	{
		"id": "secrets/atlassian-bitbucket-access-token",
		"provider": "atlassian",
		"title": "Bitbucket access token",
		"severity": "critical",
		"opens": "Reads, and may write, the code of a repository, project or workspace.",
		"remediation": "Revoke it at Atlassian and issue a new one; removing it from the file is not enough.",
		"anchors": ["ATCTT3x"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])ATCTT3x[0-9A-Za-z_-]{150,220}=[0-9A-F]{8}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 230
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-hex",
			"options": { "upper": true }
		}
	},
	{
		"id": "secrets/atlassian-bitbucket-app-password",
		"provider": "atlassian",
		"title": "Bitbucket app password",
		"severity": "critical",
		"opens": "Acts as its owner on Bitbucket within the permissions chosen for it.",
		"remediation": "Revoke it at Atlassian and issue a new one; removing it from the file is not enough.",
		"anchors": ["ATBB"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ATBB[0-9A-Za-z]{24}[0-9A-F]{8}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-hex",
			"options": { "upper": true }
		}
	},
	{
		"id": "secrets/atlassian-bitbucket-data-center-token",
		"provider": "atlassian",
		"title": "Bitbucket Data Center access token",
		"severity": "critical",
		"opens": "Acts as its owner, or on one repository or project, of a Bitbucket server.",
		"remediation": "Revoke it at Atlassian and issue a new one; removing it from the file is not enough.",
		"anchors": ["BBDC-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])BBDC-(?<payload>[0-9A-Za-z+/@_-]{40,50})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 51
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-text",
			"options": { "pattern": "^[0-9]{9,14}:" }
		}
	},
	{
		"id": "secrets/atlassian-jira-data-center-token",
		"provider": "atlassian",
		"title": "Jira or Confluence Data Center access token",
		"severity": "critical",
		"opens": "Acts as its owner in a Jira or Confluence server.",
		"remediation": "Revoke it at Atlassian and issue a new one; removing it from the file is not enough.",
		"anchors": ["jira", "confluence"],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:jira|confluence)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[MNO][0-9A-Za-z+/]{43})(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 89
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "base64-text",
			"options": { "pattern": "^[0-9]{9,14}:" }
		}
	},
	{
		"id": "secrets/authress-service-client-key",
		"provider": "authress",
		"title": "Authress service client access key",
		"severity": "critical",
		"opens": "Administers who may do what in an application.",
		"remediation": "Revoke it at Authress and issue a new one; removing it from the file is not enough.",
		"anchors": [".acc_", ".acc-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:sc|ext|scauth|authress)_[0-9A-Za-z]{5,30}\\.[0-9A-Za-z]{4,6}\\.acc[_-][0-9A-Za-z-]{10,32}\\.[0-9A-Za-z+/_=-]{30,120}(?![0-9A-Za-z+/_=-])",
		"window": {
			"before": 54,
			"after": 155
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/aws-access-key-id",
		"provider": "aws",
		"title": "AWS access key id",
		"severity": "low",
		"opens": "Names an AWS key; with its secret half, which is often nearby or in the same history, it opens the account.",
		"remediation": "Revoke it at Amazon Web Services and issue a new one; removing it from the file is not enough.",
		"anchors": ["AKIA"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])AKIA[A-Z2-7]{16}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 17
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "aws-account",
			"options": {}
		},
		"minEntropy": 3
	},
	{
		"id": "secrets/aws-temporary-access-key-id",
		"provider": "aws",
		"title": "AWS temporary access key id",
		"severity": "low",
		"opens": "Names a temporary AWS key; it opens the account for at most 36 hours, together with its secret and session token.",
		"remediation": "Revoke it at Amazon Web Services and issue a new one; removing it from the file is not enough.",
		"anchors": ["ASIA"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ASIA[A-Z2-7]{16}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 17
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "aws-account",
			"options": {}
		},
		"minEntropy": 3
	},
	{
		"id": "secrets/aws-secret-access-key",
		"provider": "aws",
		"title": "AWS secret access key",
		"severity": "critical",
		"opens": "Signs requests as an AWS user or role, with all of its permissions.",
		"remediation": "Revoke it at Amazon Web Services and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"secret_access_key",
			"secretaccesskey",
			"secret-access-key",
			"secret access key",
			"secret.access.key",
			"aws_secret",
			"aws-secret",
			"awssecret"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?:secret[_ .-]?access[_ .-]?key|aws[_-]?secret(?:[_-]?key)?)[\"'\\]]{0,3}[ \\t]{0,8}(?:=>|:=|[:=,>])[ \\t]{0,8}(?:!!?[a-z]{1,8}[ \\t])?[\"'\\\\]{0,3}(?<secret>[0-9A-Za-z/+]{40})(?![0-9A-Za-z+/=])",
		"window": {
			"before": 6,
			"after": 84
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 4.2,
		"pairs": [
			{
				"expression": "(?<![0-9A-Za-z_])AKIA[A-Z2-7]{16}(?![0-9A-Za-z_])",
				"ignoreCase": false,
				"check": "secrets/aws-access-key-id",
				"within": 600,
				"as": "accessKeyId",
				"secret": false,
				"required": false
			},
			{
				"expression": "(?<![0-9A-Za-z_])ASIA[A-Z2-7]{16}(?![0-9A-Za-z_])",
				"ignoreCase": false,
				"check": "secrets/aws-temporary-access-key-id",
				"within": 600,
				"as": "temporaryAccessKeyId",
				"secret": false,
				"required": false,
				"severity": "high"
			},
			{
				"expression": "(?<![0-9A-Za-z+/])(?:IQoJb3JpZ2luX2|FwoGZXIvYXdz|FQoGZXIvYXdz)[0-9A-Za-z+/]{80,2000}={0,2}(?![0-9A-Za-z+/=])",
				"ignoreCase": false,
				"check": "secrets/aws-session-token",
				"within": 3e3,
				"as": "sessionToken",
				"secret": true,
				"required": false
			}
		],
		"verification": {
			"method": "GET",
			"url": "https://sts.us-east-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15",
			"headers": { "accept": "application/json" },
			"beside": { "accessKeyId": "secrets/aws-access-key-id" },
			"sign": "aws",
			"active": [{ "status": [200] }],
			"inactive": [{
				"status": [403],
				"json": { "Error/Code": ["InvalidClientTokenId"] }
			}],
			"elsewhere": "of China or a government region",
			"source": "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"
		}
	},
	{
		"id": "secrets/aws-access-key-pair",
		"provider": "aws",
		"title": "AWS access key pair",
		"severity": "critical",
		"opens": "Signs requests as an AWS user or role, with all of its permissions.",
		"remediation": "Revoke it at Amazon Web Services and issue a new one; removing it from the file is not enough.",
		"anchors": ["AKIA", "ASIA"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?<id>A[KS]IA[A-Z2-7]{16})(?![0-9A-Z])[^0-9A-Za-z][\\s\\S]{0,100}?(?<![0-9A-Za-z/+=])(?=[^\\s]{0,39}[a-z])(?=[^\\s]{0,39}[A-Z])(?=[^\\s]{0,39}[0-9])(?<secret>[0-9A-Za-z/+]{40})(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 198
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "aws-account",
			"options": {}
		},
		"minEntropy": 4.3,
		"pairs": [
			{
				"expression": "(?<![0-9A-Za-z_])AKIA[A-Z2-7]{16}(?![0-9A-Za-z_])",
				"ignoreCase": false,
				"check": "secrets/aws-access-key-id",
				"within": 600,
				"as": "accessKeyId",
				"secret": false,
				"required": false
			},
			{
				"expression": "(?<![0-9A-Za-z_])ASIA[A-Z2-7]{16}(?![0-9A-Za-z_])",
				"ignoreCase": false,
				"check": "secrets/aws-temporary-access-key-id",
				"within": 600,
				"as": "temporaryAccessKeyId",
				"secret": false,
				"required": false,
				"severity": "high"
			},
			{
				"expression": "(?<![0-9A-Za-z+/])(?:IQoJb3JpZ2luX2|FwoGZXIvYXdz|FQoGZXIvYXdz)[0-9A-Za-z+/]{80,2000}={0,2}(?![0-9A-Za-z+/=])",
				"ignoreCase": false,
				"check": "secrets/aws-session-token",
				"within": 3e3,
				"as": "sessionToken",
				"secret": true,
				"required": false
			}
		],
		"verification": {
			"method": "GET",
			"url": "https://sts.us-east-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15",
			"headers": { "accept": "application/json" },
			"beside": { "accessKeyId": "secrets/aws-access-key-id" },
			"sign": "aws",
			"active": [{ "status": [200] }],
			"inactive": [{
				"status": [403],
				"json": { "Error/Code": ["InvalidClientTokenId"] }
			}],
			"elsewhere": "of China or a government region",
			"source": "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"
		}
	},
	{
		"id": "secrets/aws-session-token",
		"provider": "aws",
		"title": "AWS session token",
		"severity": "medium",
		"opens": "With its temporary key, signs requests as an AWS role for at most 36 hours.",
		"remediation": "Revoke it at Amazon Web Services and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"IQoJb3JpZ2luX2",
			"FwoGZXIvYXdz",
			"FQoGZXIvYXdz"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])(?:IQoJb3JpZ2luX2|FwoGZXIvYXdz|FQoGZXIvYXdz)[0-9A-Za-z+/]{80,2000}={0,2}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 2005
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/aws-bedrock-api-key",
		"provider": "aws",
		"title": "Amazon Bedrock API key (long-term)",
		"severity": "critical",
		"opens": "Calls Amazon Bedrock’s models at the account’s expense.",
		"remediation": "Revoke it at Amazon Web Services and issue a new one; removing it from the file is not enough.",
		"anchors": ["ABSKQmVkcm9ja0FQSUtleS"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ABSK(?<payload>QmVkcm9ja0FQSUtleS[0-9A-Za-z+/]{80,260}={0,2})(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 263
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-text",
			"options": { "pattern": "^BedrockAPIKey-[a-z0-9]{1,20}-at-(?<account>[0-9]{12}):" }
		}
	},
	{
		"id": "secrets/aws-bedrock-short-term-key",
		"provider": "aws",
		"title": "Amazon Bedrock API key (short-term)",
		"severity": "high",
		"opens": "Calls Amazon Bedrock’s models at the account’s expense for at most twelve hours.",
		"remediation": "Revoke it at Amazon Web Services and issue a new one; removing it from the file is not enough.",
		"anchors": ["bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[0-9A-Za-z+/]{60,3000}={0,2}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 3003
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/aws-mws-token",
		"provider": "aws",
		"title": "Amazon MWS auth token",
		"severity": "high",
		"opens": "Reads and changes a seller’s orders and listings.",
		"remediation": "Revoke it at Amazon Web Services and issue a new one; removing it from the file is not enough.",
		"anchors": ["amzn.mws."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])amzn\\.mws\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/aws-appsync-api-key",
		"provider": "aws",
		"title": "AWS AppSync API key",
		"severity": "medium",
		"opens": "Queries a GraphQL API; some are meant for clients.",
		"remediation": "Revoke it at Amazon Web Services and issue a new one; removing it from the file is not enough.",
		"anchors": ["da2-"],
		"run": 26,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])da2-[0-9a-z]{26}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 27
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/axiom-api-token",
		"provider": "axiom",
		"title": "Axiom API token",
		"severity": "high",
		"opens": "Ingests into, queries or manages datasets within its permissions.",
		"remediation": "Revoke it at Axiom and issue a new one; removing it from the file is not enough.",
		"anchors": ["xaat-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])xaat-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/axiom-personal-token",
		"provider": "axiom",
		"title": "Axiom personal access token",
		"severity": "critical",
		"opens": "Acts as its owner in the organisations that it belongs to.",
		"remediation": "Revoke it at Axiom and issue a new one; removing it from the file is not enough.",
		"anchors": ["xapt-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])xapt-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/axiom-ingest-token",
		"provider": "axiom",
		"title": "Axiom ingest token",
		"severity": "low",
		"opens": "Writes to datasets.",
		"remediation": "Revoke it at Axiom and issue a new one; removing it from the file is not enough.",
		"anchors": ["xait-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])xait-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/azure-connection-account-key",
		"provider": "azure-connection",
		"title": "Azure storage or Cosmos DB account key",
		"severity": "critical",
		"opens": "Reads, writes and deletes everything in the account.",
		"remediation": "Revoke it at Azure and issue a new one; removing it from the file is not enough. See https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage",
		"anchors": ["AccountKey="],
		"run": 0,
		"ignoreCase": false,
		"expression": "AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)",
		"window": {
			"before": 0,
			"after": 88
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "azure-key",
			"options": { "bytes": 64 }
		}
	},
	{
		"id": "secrets/azure-connection-shared-access-key",
		"provider": "azure-connection",
		"title": "Azure Service Bus, Event Hubs or IoT Hub key",
		"severity": "high",
		"opens": "Sends, receives or manages on the namespace or hub as its policy allows.",
		"remediation": "Revoke it at Azure and issue a new one; removing it from the file is not enough. See https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas",
		"anchors": ["SharedAccessKey="],
		"run": 0,
		"ignoreCase": false,
		"expression": "SharedAccessKey=(?<secret>[A-Za-z0-9+/]{43}=)(?!=)",
		"window": {
			"before": 0,
			"after": 45
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "azure-key",
			"options": { "bytes": 32 }
		}
	},
	{
		"id": "secrets/azure-connection-shared-access-signature",
		"provider": "azure-connection",
		"title": "Azure shared access signature",
		"severity": "high",
		"opens": "Does what its permissions say on the storage that the URL names, until it expires.",
		"remediation": "Revoke it at Azure and issue a new one; removing it from the file is not enough. See https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview",
		"anchors": ["sig="],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<=[?&;]|\\\\u0026)sig=(?<secret>[A-Za-z0-9+/%]{43,120}(?:=|%3[dD]))",
		"window": {
			"before": 6,
			"after": 125
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "azure-sas",
			"options": {}
		}
	},
	{
		"id": "secrets/azure-storage-account-key",
		"provider": "azure",
		"title": "Azure Storage account key",
		"severity": "critical",
		"opens": "Reads, writes and deletes everything in a storage account and signs access for others.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["+ASt"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z+/]{76}\\+ASt[0-9A-Za-z+/]{5}[AQgw]==(?![0-9A-Za-z+/=])",
		"window": {
			"before": 83,
			"after": 9
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Default0" }
		}
	},
	{
		"id": "secrets/azure-cosmos-db-key",
		"provider": "azure",
		"title": "Azure Cosmos DB key",
		"severity": "critical",
		"opens": "Reads, and with the primary keys writes, every database of a Cosmos DB account.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["ACDb"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z+/]{76}ACDb[0-9A-Za-z+/]{5}[AQgw]==(?![0-9A-Za-z+/=])",
		"window": {
			"before": 83,
			"after": 9
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "MastRW00,MastRO00,SysAll00,Resour00,SystRO00,SystRW00,Encryp00" }
		}
	},
	{
		"id": "secrets/azure-batch-key",
		"provider": "azure",
		"title": "Azure Batch account key",
		"severity": "critical",
		"opens": "Runs code on the compute pools of a Batch account.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["+ABa"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z+/]{76}\\+ABa[0-9A-Za-z+/]{5}[AQgw]==(?![0-9A-Za-z+/=])",
		"window": {
			"before": 83,
			"after": 9
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "AbAcct00" }
		}
	},
	{
		"id": "secrets/azure-ml-classic-key",
		"provider": "azure",
		"title": "Azure Machine Learning (classic) web service key",
		"severity": "high",
		"opens": "Calls a machine learning web service.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["+AMC"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z+/]{76}\\+AMC[0-9A-Za-z+/]{5}[AQgw]==(?![0-9A-Za-z+/=])",
		"window": {
			"before": 83,
			"after": 9
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Classic0" }
		}
	},
	{
		"id": "secrets/azure-api-management-key",
		"provider": "azure",
		"title": "Azure API Management key",
		"severity": "high",
		"opens": "Manages or calls the APIs behind an API Management service.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["APIM"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z+/]{76}APIM[0-9A-Za-z+/]{5}[AQgw]==(?![0-9A-Za-z+/=])",
		"window": {
			"before": 83,
			"after": 9
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Tenant00,IoTHub00,Gatewy00,GitKey00" }
		}
	},
	{
		"id": "secrets/azure-iot-key",
		"provider": "azure",
		"title": "Azure IoT Hub or device key",
		"severity": "high",
		"opens": "Connects as a device or service to an IoT hub.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["AIoT"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z+/]{33}AIoT[A-P][0-9A-Za-z+/]{5}=(?![0-9A-Za-z+/=])",
		"window": {
			"before": 40,
			"after": 8
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "IoTHub00,DpsKey00,Device00" }
		}
	},
	{
		"id": "secrets/azure-redis-key",
		"provider": "azure",
		"title": "Azure Cache for Redis key",
		"severity": "high",
		"opens": "Reads and writes a cache.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["AzCa"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z+/]{33}AzCa[A-P][0-9A-Za-z+/]{5}=(?![0-9A-Za-z+/=])",
		"window": {
			"before": 40,
			"after": 8
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Access00" }
		}
	},
	{
		"id": "secrets/azure-service-bus-key",
		"provider": "azure",
		"title": "Azure Service Bus key",
		"severity": "high",
		"opens": "Sends, receives or manages messages of a namespace.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["+ASb"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z+/]{33}\\+ASb[A-P][0-9A-Za-z+/]{5}=(?![0-9A-Za-z+/=])",
		"window": {
			"before": 40,
			"after": 8
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Send0000,Listen00,Manage00,System00,Unknown0" }
		}
	},
	{
		"id": "secrets/azure-event-hub-key",
		"provider": "azure",
		"title": "Azure Event Hubs key",
		"severity": "high",
		"opens": "Sends, receives or manages events of a namespace.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["+AEh"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z+/]{33}\\+AEh[A-P][0-9A-Za-z+/]{5}=(?![0-9A-Za-z+/=])",
		"window": {
			"before": 40,
			"after": 8
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Send0000,Listen00,Manage00,System00,Unknown0" }
		}
	},
	{
		"id": "secrets/azure-relay-key",
		"provider": "azure",
		"title": "Azure Relay key",
		"severity": "high",
		"opens": "Sends and receives through a relay namespace.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["+ARm"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z+/]{33}\\+ARm[A-P][0-9A-Za-z+/]{5}=(?![0-9A-Za-z+/=])",
		"window": {
			"before": 40,
			"after": 8
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Send0000,Listen00,Manage00,System00,Unknown0" }
		}
	},
	{
		"id": "secrets/azure-search-key",
		"provider": "azure",
		"title": "Azure AI Search key",
		"severity": "high",
		"opens": "Queries or administers a search service and its indexes.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["AzSe"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z]{42}AzSe[A-D][0-9A-Za-z]{5}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 49,
			"after": 7
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "PAdmin00,Query000" }
		}
	},
	{
		"id": "secrets/azure-container-registry-key",
		"provider": "azure",
		"title": "Azure Container Registry password",
		"severity": "critical",
		"opens": "Pulls, and usually pushes, images of a registry.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["+ACR"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z+/]{42}\\+ACR[A-D][0-9A-Za-z+/]{5}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 49,
			"after": 7
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "ACRDflt0" }
		}
	},
	{
		"id": "secrets/azure-function-key",
		"provider": "azure",
		"title": "Azure Functions key",
		"severity": "high",
		"opens": "Calls, and with a master key administers, the functions of an app.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["AzFu"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])[0-9A-Za-z_-]{44}AzFu[0-9A-Za-z_-]{5}[AQgw]==(?![0-9A-Za-z_=-])",
		"window": {
			"before": 51,
			"after": 9
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Functi00,System00,Master00" }
		}
	},
	{
		"id": "secrets/azure-common-annotated-key",
		"provider": "azure",
		"title": "Azure service key (common annotated)",
		"severity": "critical",
		"opens": "Opens the Azure service that the key names: its data, and often its administration.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["JQQJ9"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z]{52}JQQJ9[9DH][0-9A-Za-z][A-L][0-9A-Za-z]{16}(?!AZDO|AZEG)[A-Za-z][0-9A-Za-z]{7}(?:[0-9A-Za-z]{2}==)?(?![0-9A-Za-z+/=])",
		"window": {
			"before": 59,
			"after": 32
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "azure-cask",
			"options": { "bonus": true }
		}
	},
	{
		"id": "secrets/azure-common-annotated-key-v2",
		"provider": "azure",
		"title": "Azure service key (common annotated, second form)",
		"severity": "critical",
		"opens": "Opens the Azure service that the key names: its data, and often its administration.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["QJJQA"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])[0-9A-Za-z_-]{24,88}QJJQA(?<size>[B-E])[A-E][0-9A-Za-z_-](?<service>[0-9A-Za-z_-]{4})(?:[0-9A-Za-z_-]{4}){0,4}AA(?<stamp>[0-9A-Za-z_-][A-L][A-Za-e][A-X][A-Za-z0-7]{2})(?![0-9A-Za-z_-])",
		"window": {
			"before": 95,
			"after": 32
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "azure-cask-v2",
			"options": {}
		}
	},
	{
		"id": "secrets/azure-entra-client-secret",
		"provider": "azure",
		"title": "Microsoft Entra client secret",
		"severity": "critical",
		"opens": "Signs in as an application with all of its permissions in the tenant.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["8Q~", "7Q~"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_~.-])(?:[0-9A-Za-z_~.-]{3}8Q~[0-9A-Za-z_~.-]{34}|[0-9A-Za-z_~.-]{3}7Q~[0-9A-Za-z_~.-]{31})(?![0-9A-Za-z_~-])",
		"window": {
			"before": 10,
			"after": 35
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "entra",
			"options": {}
		},
		"pairs": [{
			"expression": "(?:client|app(?:lication)?)[_-]?(?:id)[\"'\\s:=>,]{1,8}(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})",
			"ignoreCase": true,
			"within": 600,
			"as": "clientId",
			"secret": false,
			"required": false
		}, {
			"expression": "tenant[\\w.-]{0,12}[\"'\\s:=>,]{1,8}(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})",
			"ignoreCase": true,
			"within": 600,
			"as": "tenantId",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/azure-devops-token",
		"provider": "azure",
		"title": "Azure DevOps personal access token",
		"severity": "critical",
		"opens": "Acts as its owner on the code, pipelines and packages of Azure DevOps organisations.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"azure_devops",
			"azure-devops",
			"azuredevops",
			"vsts",
			"ado_pat",
			"ado-pat",
			"adopat",
			"ado_token",
			"ado-token",
			"adotoken",
			"system_accesstoken",
			"system-accesstoken",
			"systemaccesstoken"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:azure[_-]?devops|vsts|ado[_-]?pat|ado[_-]?token|system[_-]?accesstoken)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[2-7a-z]{52})(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 105
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-devops",
			"options": {}
		}
	},
	{
		"id": "secrets/azure-logic-app-trigger-url",
		"provider": "azure",
		"title": "Azure Logic Apps or Power Automate trigger URL",
		"severity": "medium",
		"opens": "Starts the workflow with whatever input its caller sends.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["/triggers/manual/paths/invoke"],
		"run": 0,
		"ignoreCase": false,
		"expression": "/triggers/manual/paths/invoke/?\\?[^\\s\"'`<>]{0,200}?(?<=[?&;]|\\\\u0026)sig=(?<secret>[0-9A-Za-z_-]{43})(?![0-9A-Za-z_-])",
		"window": {
			"before": 0,
			"after": 250
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/azure-app-configuration-secret",
		"provider": "azure",
		"title": "Azure App Configuration access key",
		"severity": "high",
		"opens": "Reads, and may write, the settings of a store.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": [".azconfig.io;Id="],
		"run": 0,
		"ignoreCase": false,
		"expression": "\\.azconfig\\.io;Id=[^;\\s\"]{4,80};Secret=(?<secret>[0-9A-Za-z+/]{43,86}={0,2})(?![0-9A-Za-z+/=])",
		"window": {
			"before": 0,
			"after": 180
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/azure-communication-services-key",
		"provider": "azure",
		"title": "Azure Communication Services access key",
		"severity": "high",
		"opens": "Sends messages and calls at the owner’s expense.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["communication.azure.com/;accesskey="],
		"run": 0,
		"ignoreCase": false,
		"expression": "communication\\.azure\\.com/;accesskey=(?<secret>[0-9A-Za-z+/]{80,88}={0,2})(?![0-9A-Za-z+/=])",
		"window": {
			"before": 0,
			"after": 92
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/azure-signalr-key",
		"provider": "azure",
		"title": "Azure SignalR or Web PubSub access key",
		"severity": "high",
		"opens": "Sends to and reads from every client of a hub.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": [".service.signalr.net;AccessKey=", ".webpubsub.azure.com;AccessKey="],
		"run": 0,
		"ignoreCase": false,
		"expression": "\\.(?:service\\.signalr\\.net|webpubsub\\.azure\\.com);AccessKey=(?<secret>[0-9A-Za-z+/]{43,88}={0,2})(?![0-9A-Za-z+/=])",
		"window": {
			"before": 0,
			"after": 92
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/azure-subscription-key",
		"provider": "azure",
		"title": "Azure AI services or API Management subscription key",
		"severity": "high",
		"opens": "Calls the service at the owner’s expense.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["ocp-apim-subscription-key"],
		"run": 0,
		"ignoreCase": true,
		"expression": "ocp-apim-subscription-key[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9a-f]{32})(?![0-9A-Za-z])",
		"window": {
			"before": 0,
			"after": 48
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/azure-entra-refresh-token",
		"provider": "azure",
		"title": "Microsoft Entra refresh token",
		"severity": "high",
		"opens": "Issues new access tokens for a user until it is revoked.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": [".AgAB"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_.-])[01]\\.A[0-9A-Za-z_-]{18,60}\\.AgAB[0-9A-Za-z_-]{200,3000}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 71,
			"after": 3001
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/azure-function-url-code",
		"provider": "azure",
		"title": "Azure Functions URL with its key",
		"severity": "high",
		"opens": "Calls the function, or every function of the app.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": [".azurewebsites.net/api/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "\\.azurewebsites\\.net/api/[0-9A-Za-z/_{}:.-]{1,100}\\?(?:[^\\s\"'`<>]{1,80}&(?:amp;)?)?code=(?<secret>[0-9A-Za-z/+_-]{52,56}(?:={0,2}|(?:%3[dD]){0,2}))(?![0-9A-Za-z_=-])",
		"window": {
			"before": 0,
			"after": 260
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.8
	},
	{
		"id": "secrets/azure-application-insights-key",
		"provider": "azure",
		"title": "Azure Application Insights connection string",
		"severity": "info",
		"opens": "Meant to be in clients: it sends telemetry.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["InstrumentationKey="],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])InstrumentationKey=[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/azure-client-credentials",
		"provider": "azure",
		"title": "Azure client id and client secret",
		"severity": "critical",
		"opens": "Signs in to Entra ID as the application, with every role it has in Azure.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"client_secret",
			"client-secret",
			"clientsecret",
			"app_secret",
			"appsecret"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?:client|app)[_-]?secret[\"']?\\s{0,3}(?:=>|[:=,>])\\s{0,3}[\"']?(?<secret>[0-9A-Za-z_~.+/=@!*?:-]{32,44})(?![0-9A-Za-z_~.+/=@!*?:-])",
		"window": {
			"before": 14,
			"after": 60
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "opaque-token",
			"options": {}
		},
		"pairs": [{
			"expression": "(?:client|app(?:lication)?)[_-]?(?:id)[\"'\\s:=>,]{1,8}(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})",
			"ignoreCase": true,
			"within": 600,
			"as": "clientId",
			"secret": false,
			"required": true
		}, {
			"expression": "tenant[\\w.-]{0,12}[\"'\\s:=>,]{1,8}(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})",
			"ignoreCase": true,
			"within": 600,
			"as": "tenantId",
			"secret": false,
			"required": true
		}]
	},
	{
		"id": "secrets/azure-event-grid-key",
		"provider": "azure",
		"title": "Azure Event Grid key",
		"severity": "high",
		"opens": "Publishes events to a topic.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["AZEG"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z+/]{33}AZEG[A-P][0-9A-Za-z+/]{5}=(?![0-9A-Za-z+/=])",
		"window": {
			"before": 40,
			"after": 8
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Default0" }
		}
	},
	{
		"id": "secrets/azure-sql-password",
		"provider": "azure",
		"title": "Azure SQL password (identifiable)",
		"severity": "critical",
		"opens": "Signs in to a database.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["+SQL"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z+/]{33}\\+SQL[A-P][0-9A-Za-z+/]{5}=(?![0-9A-Za-z+/=])",
		"window": {
			"before": 40,
			"after": 8
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "UsrPwd00" }
		}
	},
	{
		"id": "secrets/azure-devops-token-annotated",
		"provider": "azure",
		"title": "Azure DevOps personal access token (annotated)",
		"severity": "critical",
		"opens": "Acts as its owner on the code, pipelines and packages of Azure DevOps organisations.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["JQQJ9"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z]{52}JQQJ9[9DH][0-9A-Za-z][A-L][0-9A-Za-z]{16}AZDO[0-9A-Za-z]{4}(?:[0-9A-Za-z]{2}==)?(?![0-9A-Za-z+/=])",
		"window": {
			"before": 59,
			"after": 32
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "azure-cask",
			"options": { "bonus": true }
		}
	},
	{
		"id": "secrets/azure-event-grid-key-annotated",
		"provider": "azure",
		"title": "Azure Event Grid key (annotated)",
		"severity": "high",
		"opens": "Publishes events to a topic.",
		"remediation": "Revoke it at Microsoft Azure and issue a new one; removing it from the file is not enough.",
		"anchors": ["JQQJ9"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z]{52}JQQJ9[9DH][0-9A-Za-z][A-L][0-9A-Za-z]{16}AZEG[0-9A-Za-z]{4}(?:[0-9A-Za-z]{2}==)?(?![0-9A-Za-z+/=])",
		"window": {
			"before": 59,
			"after": 32
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "azure-cask",
			"options": { "bonus": true }
		}
	},
	{
		"id": "secrets/backblaze-application-key",
		"provider": "backblaze",
		"title": "Backblaze B2 application key",
		"severity": "high",
		"opens": "Reads, writes or deletes the files of buckets.",
		"remediation": "Revoke it at Backblaze and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"K000",
			"K001",
			"K002",
			"K003",
			"K004",
			"K005"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/_=-])K00[0-5][0-9A-Za-z+/]{27}(?![0-9A-Za-z+/_=-])",
		"window": {
			"before": 7,
			"after": 28
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/baidu-cloud-api-key",
		"provider": "baidu-cloud",
		"title": "Baidu Qianfan API key",
		"severity": "high",
		"opens": "Calls models at the owner’s expense.",
		"remediation": "Revoke it at Baidu AI Cloud and issue a new one; removing it from the file is not enough.",
		"anchors": ["bce-v3/ALTAK-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])bce-v3/ALTAK-[0-9A-Za-z]{21}/[0-9a-f]{40}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 63
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/bitcoin-wif-key",
		"provider": "bitcoin",
		"title": "Bitcoin private key",
		"severity": "critical",
		"opens": "Spends everything that the account holds.",
		"remediation": "Move what the key holds to a new one at once; a published key cannot be taken back.",
		"anchors": [
			"privkey",
			"private_key",
			"private-key",
			"privatekey",
			"private key",
			"_wif"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?:priv(?:ate)?[_ -]?key|_wif)[\\w.-]{0,24}[\"'\\]]{0,2}(?:[ \\t]{0,4}(?:=>|:=|[:=,(])[ \\t]{0,4}|[ \\t]{1,8})[\"'`]{0,2}(?<secret>[59cKL][1-9A-HJ-NP-Za-km-z]{50,51})(?![0-9A-Za-z])",
		"window": {
			"before": 20,
			"after": 100
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "base58check",
			"options": { "versions": "80,ef" }
		}
	},
	{
		"id": "secrets/bitcoin-extended-private-key",
		"provider": "bitcoin",
		"title": "Extended private key of a wallet",
		"severity": "critical",
		"opens": "Spends everything that the keys of the wallet hold.",
		"remediation": "Move what the key holds to a new one at once; a published key cannot be taken back.",
		"anchors": ["xprv", "zprv"],
		"run": 107,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z])[xz]prv[1-9A-HJ-NP-Za-km-z]{107,108}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 109
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base58check",
			"options": { "versions": "0488ade4,04b2430c" }
		}
	},
	{
		"id": "secrets/bitrise-workspace-token",
		"provider": "bitrise",
		"title": "Bitrise workspace API token",
		"severity": "high",
		"opens": "Starts and reads the builds of a workspace.",
		"remediation": "Revoke it at Bitrise and issue a new one; removing it from the file is not enough.",
		"anchors": ["bitwat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])bitwat_[0-9A-Za-z_-]{40,100}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 101
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/bitrise-personal-access-token",
		"provider": "bitrise",
		"title": "Bitrise personal access token",
		"severity": "high",
		"opens": "Starts and reads its owner’s builds.",
		"remediation": "Revoke it at Bitrise and issue a new one; removing it from the file is not enough.",
		"anchors": ["bitpat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])bitpat_[0-9A-Za-z_-]{40,100}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 101
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/bitwarden-secrets-manager-token",
		"provider": "bitwarden",
		"title": "Bitwarden Secrets Manager access token",
		"severity": "critical",
		"opens": "Reads, and may write, the secrets of a machine account.",
		"remediation": "Revoke it at Bitwarden and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"0.0",
			"0.1",
			"0.2",
			"0.3",
			"0.4",
			"0.5",
			"0.6",
			"0.7",
			"0.8",
			"0.9",
			"0.a",
			"0.b",
			"0.c",
			"0.d",
			"0.e",
			"0.f"
		],
		"run": 35,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z.])0\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\.[0-9A-Za-z]{30}:[0-9A-Za-z+/]{22}==(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 94
		},
		"proof": "structural",
		"encoded": false,
		"custom": false
	},
	{
		"id": "secrets/botpress-personal-access-token",
		"provider": "botpress",
		"title": "Botpress personal access token",
		"severity": "high",
		"opens": "Administers its owner’s bots.",
		"remediation": "Revoke it at Botpress and issue a new one; removing it from the file is not enough.",
		"anchors": ["bp_pat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])bp_pat_[0-9A-Za-z]{36}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/botpress-bot-access-key",
		"provider": "botpress",
		"title": "Botpress bot access key",
		"severity": "high",
		"opens": "Reads and writes a bot’s conversations.",
		"remediation": "Revoke it at Botpress and issue a new one; removing it from the file is not enough.",
		"anchors": ["bp_bak_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])bp_bak_[0-9A-Za-z]{36}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/braintree-access-token",
		"provider": "braintree",
		"title": "Braintree or PayPal access token",
		"severity": "critical",
		"opens": "Charges and refunds through a merchant’s account.",
		"remediation": "Revoke it at Braintree and issue a new one; removing it from the file is not enough.",
		"anchors": ["access_token$production$"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])access_token\\$production\\$[0-9a-z]{16}\\$[0-9a-f]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 50
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/braintree-sandbox-access-token",
		"provider": "braintree",
		"title": "Braintree or PayPal sandbox access token",
		"severity": "low",
		"opens": "Acts in the sandbox of a merchant’s account.",
		"remediation": "Revoke it at Braintree and issue a new one; removing it from the file is not enough.",
		"anchors": ["access_token$sandbox$"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])access_token\\$sandbox\\$[0-9a-z]{16}\\$[0-9a-f]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 50
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/branch-secret",
		"provider": "branch",
		"title": "Branch secret",
		"severity": "medium",
		"opens": "With the public key, reads and changes an app’s links.",
		"remediation": "Revoke it at Branch and issue a new one; removing it from the file is not enough.",
		"anchors": ["secret_live_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])secret_live_[0-9A-Za-z]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/branch-key",
		"provider": "branch",
		"title": "Branch key",
		"severity": "info",
		"opens": "Meant to be in apps: it makes and opens links.",
		"remediation": "Revoke it at Branch and issue a new one; removing it from the file is not enough.",
		"anchors": ["key_live_", "key_test_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:key_live_[0-9A-Za-z]{32}|key_test_[0-9A-Za-z]{32})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/brave-search-api-key",
		"provider": "brave",
		"title": "Brave Search API key",
		"severity": "medium",
		"opens": "Searches at the owner’s expense.",
		"remediation": "Revoke it at Brave and issue a new one; removing it from the file is not enough.",
		"anchors": ["BSA"],
		"run": 27,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])BSA[0-9A-Za-z_-]{27,28}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 29
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/brevo-api-key",
		"provider": "brevo",
		"title": "Brevo API key",
		"severity": "high",
		"opens": "Sends mail and reads contacts of an account.",
		"remediation": "Revoke it at Brevo and issue a new one; removing it from the file is not enough.",
		"anchors": ["xkeysib-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])xkeysib-[0-9a-f]{64}-[0-9A-Za-z]{16}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 82
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.brevo.com/v3/account",
			"headers": { "api-key": "{secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{
				"status": [401],
				"json": { "message": ["Key not found"] }
			}],
			"source": "https://developers.brevo.com/reference/getaccount"
		}
	},
	{
		"id": "secrets/brevo-smtp-key",
		"provider": "brevo",
		"title": "Brevo SMTP key",
		"severity": "high",
		"opens": "Sends mail in the account’s name.",
		"remediation": "Revoke it at Brevo and issue a new one; removing it from the file is not enough.",
		"anchors": ["xsmtpsib-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])xsmtpsib-[0-9a-f]{64}-[0-9A-Za-z]{16}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 82
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/browserbase-api-key",
		"provider": "browserbase",
		"title": "Browserbase API key",
		"severity": "high",
		"opens": "Drives browsers at the owner’s expense and reads their sessions.",
		"remediation": "Revoke it at Browserbase and issue a new one; removing it from the file is not enough.",
		"anchors": ["bb_live_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])bb_live_[0-9A-Za-z_-]{27}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 28
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/builder-io-private-key",
		"provider": "builder-io",
		"title": "Builder.io private key",
		"severity": "high",
		"opens": "Changes the content of a space.",
		"remediation": "Revoke it at Builder.io and issue a new one; removing it from the file is not enough.",
		"anchors": ["bpk-"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])bpk-[0-9a-f]{32}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/buildkite-api-token",
		"provider": "buildkite",
		"title": "Buildkite user access token",
		"severity": "high",
		"opens": "Reads, and may start, pipelines as its owner.",
		"remediation": "Revoke it at Buildkite and issue a new one; removing it from the file is not enough.",
		"anchors": ["bkua_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])bkua_[0-9a-f]{40}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.buildkite.com/v2/access-token",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://buildkite.com/docs/apis/rest-api/access-token"
		}
	},
	{
		"id": "secrets/buildkite-agent-token",
		"provider": "buildkite",
		"title": "Buildkite cluster agent token",
		"severity": "high",
		"opens": "Registers agents that receive a cluster’s builds and their secrets.",
		"remediation": "Revoke it at Buildkite and issue a new one; removing it from the file is not enough.",
		"anchors": ["bkct_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])bkct_[0-9A-Za-z]{30,80}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 81
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/buildkite-job-token",
		"provider": "buildkite",
		"title": "Buildkite agent session or job token",
		"severity": "medium",
		"opens": "Acts as an agent on a build while it runs.",
		"remediation": "Revoke it at Buildkite and issue a new one; removing it from the file is not enough.",
		"anchors": ["bkaj_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])bkaj_[0-9A-Za-z_-]{40,1200}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 1201
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/bundler-credential",
		"provider": "bundler",
		"title": "Credential of a gem server in Bundler's configuration",
		"severity": "high",
		"opens": "Reads the private gems of the server as the user beside it.",
		"remediation": "Revoke the token or change the password at the gem server, and keep `.bundle/config` out of the repository.",
		"anchors": ["BUNDLE_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Z0-9_])BUNDLE_(?<source>[A-Z0-9]{1,40}(?:_{1,3}[A-Z0-9]{1,40}){1,6})(?:: |=)[\"']?(?<user>[^\\s:\"'/]{1,100}):(?<secret>[^\\s\"'@/]{1,200})(?=[\"']?(?:\\s|$))",
		"window": {
			"before": 7,
			"after": 610
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/cal-com-api-key",
		"provider": "cal-com",
		"title": "Cal.com API key",
		"severity": "high",
		"opens": "Reads and books its owner’s calendar.",
		"remediation": "Revoke it at Cal.com and issue a new one; removing it from the file is not enough.",
		"anchors": ["cal_live_", "cal_test_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:cal_live_[0-9a-f]{32}|cal_test_[0-9a-f]{32})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/calendly-personal-access-token",
		"provider": "calendly",
		"title": "Calendly personal access token",
		"severity": "high",
		"opens": "Reads and books its owner’s calendar.",
		"remediation": "Revoke it at Calendly and issue a new one; removing it from the file is not enough.",
		"anchors": ["eyJpc3MiOiJodHRwczovL2F1dGguY2FsZW5kbHkuY29t"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])e[yw][0-9A-Za-z_-]{10,400}\\.eyJpc3MiOiJodHRwczovL2F1dGguY2FsZW5kbHkuY29t[0-9A-Za-z_-]{4,3000}\\.[0-9A-Za-z_-]{20,800}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 410,
			"after": 3802
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "jwt",
			"options": {
				"kind": "other",
				"severity": "high"
			}
		}
	},
	{
		"id": "secrets/canva-client-secret",
		"provider": "canva",
		"title": "Canva client secret",
		"severity": "high",
		"opens": "Poses as an integration and redeems its users’ codes for tokens.",
		"remediation": "Revoke it at Canva and issue a new one; removing it from the file is not enough.",
		"anchors": ["cnvca"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])cnvca[0-9A-Za-z_-]{40,60}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/cardano-signing-key",
		"provider": "cardano",
		"title": "Cardano signing key",
		"severity": "critical",
		"opens": "Spends everything that the account holds.",
		"remediation": "Move what the key holds to a new one at once; a published key cannot be taken back.",
		"anchors": [
			"ed25519e_sk1",
			"ed25519_sk1",
			"root_xsk1",
			"acct_xsk1",
			"addr_xsk1",
			"stake_xsk1",
			"acct_sk1",
			"addr_sk1",
			"stake_sk1"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:ed25519e?_sk1|(?:root|acct|addr|stake)_xsk1|(?:acct|addr|stake)_sk1)[02-9ac-hj-np-z]{58,220}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 225
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "bech32",
			"options": {}
		}
	},
	{
		"id": "secrets/cardano-signing-key-file",
		"provider": "cardano",
		"title": "Cardano signing key (file)",
		"severity": "critical",
		"opens": "Spends everything that the account holds.",
		"remediation": "Move what the key holds to a new one at once; a published key cannot be taken back.",
		"anchors": ["SigningKey"],
		"run": 0,
		"ignoreCase": false,
		"expression": "\"type\": ?\"[A-Za-z0-9_]{0,30}SigningKey[A-Za-z0-9_]{0,30}\",\\s{1,20}\"description\": ?\"[^\"\\n]{0,80}\",\\s{1,20}\"cborHex\": ?\"(?<secret>58(?:20[0-9a-f]{64}|40[0-9a-f]{128}|80[0-9a-f]{256}))\"",
		"window": {
			"before": 40,
			"after": 470
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/cartesia-api-key",
		"provider": "cartesia",
		"title": "Cartesia API key",
		"severity": "medium",
		"opens": "Calls models at the owner’s expense.",
		"remediation": "Revoke it at Cartesia and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk_car_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sk_car_[0-9A-Za-z]{20,40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/cashfree-secret-key",
		"provider": "cashfree",
		"title": "Cashfree secret key",
		"severity": "critical",
		"opens": "Charges and pays out through a merchant’s account.",
		"remediation": "Revoke it at Cashfree and issue a new one; removing it from the file is not enough.",
		"anchors": ["cfsk_ma_prod_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])cfsk_ma_prod_[0-9a-f]{32}_[0-9a-f]{8}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 42
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/cashfree-test-key",
		"provider": "cashfree",
		"title": "Cashfree test key",
		"severity": "low",
		"opens": "Acts in the test mode of a merchant’s account.",
		"remediation": "Revoke it at Cashfree and issue a new one; removing it from the file is not enough.",
		"anchors": ["cfsk_ma_test_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])cfsk_ma_test_[0-9a-f]{32}_[0-9a-f]{8}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 42
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/cerebras-api-key",
		"provider": "cerebras",
		"title": "Cerebras API key",
		"severity": "high",
		"opens": "Calls models at the owner’s expense and reads what the key’s project stored.",
		"remediation": "Revoke it at Cerebras and issue a new one; removing it from the file is not enough.",
		"anchors": ["csk-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])csk-[0-9a-z]{48}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 49
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.cerebras.ai/v1/models",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://inference-docs.cerebras.ai/api-reference/models"
		}
	},
	{
		"id": "secrets/chapa-secret-key",
		"provider": "chapa",
		"title": "Chapa secret key",
		"severity": "critical",
		"opens": "Charges and pays out through a merchant’s account.",
		"remediation": "Revoke it at Chapa and issue a new one; removing it from the file is not enough.",
		"anchors": ["CHASECK-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])CHASECK-[0-9A-Za-z]{32}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/chapa-test-secret-key",
		"provider": "chapa",
		"title": "Chapa test secret key",
		"severity": "low",
		"opens": "Acts in the test mode of a merchant’s account.",
		"remediation": "Revoke it at Chapa and issue a new one; removing it from the file is not enough.",
		"anchors": ["CHASECK_TEST-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])CHASECK_TEST-[0-9A-Za-z]{32}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/chapa-public-key",
		"provider": "chapa",
		"title": "Chapa public key",
		"severity": "info",
		"opens": "Meant to be public: it only starts payments.",
		"remediation": "Revoke it at Chapa and issue a new one; removing it from the file is not enough.",
		"anchors": ["CHAPUBK-", "CHAPUBK_TEST-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:CHAPUBK-[0-9A-Za-z]{32}|CHAPUBK_TEST-[0-9A-Za-z]{32})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 38
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/checkly-api-key",
		"provider": "checkly",
		"title": "Checkly API key",
		"severity": "high",
		"opens": "Reads and changes checks and their variables.",
		"remediation": "Revoke it at Checkly and issue a new one; removing it from the file is not enough.",
		"anchors": ["cu_", "sv_"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:cu_[0-9a-f]{32}|sv_[0-9a-f]{32})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/checkout-com-sandbox-secret-key",
		"provider": "checkout-com",
		"title": "Checkout.com sandbox secret key",
		"severity": "low",
		"opens": "Acts in the sandbox of a merchant’s account.",
		"remediation": "Revoke it at Checkout.com and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk_sbox_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sk_sbox_[a-z0-9]{26}[*=#$-]?(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 29
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/checkout-com-sandbox-public-key",
		"provider": "checkout-com",
		"title": "Checkout.com sandbox public key",
		"severity": "info",
		"opens": "Meant to be public: it only creates payment tokens.",
		"remediation": "Revoke it at Checkout.com and issue a new one; removing it from the file is not enough.",
		"anchors": ["pk_sbox_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pk_sbox_[a-z0-9]{26}[*=#$-]?(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 29
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/chromatic-project-token",
		"provider": "chromatic",
		"title": "Chromatic project token",
		"severity": "low",
		"opens": "Publishes a project’s stories.",
		"remediation": "Revoke it at Chromatic and issue a new one; removing it from the file is not enough.",
		"anchors": ["chpt_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])chpt_[0-9a-f]{12,20}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 21
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 2.8
	},
	{
		"id": "secrets/chutes-api-key",
		"provider": "chutes",
		"title": "Chutes API key",
		"severity": "high",
		"opens": "Calls models at the owner’s expense.",
		"remediation": "Revoke it at Chutes and issue a new one; removing it from the file is not enough.",
		"anchors": ["cpk_"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])cpk_[0-9a-f]{32}\\.[0-9a-f]{32}\\.[0-9A-Za-z]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 99
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3.5
	},
	{
		"id": "secrets/circleci-personal-token",
		"provider": "circleci",
		"title": "CircleCI personal token",
		"severity": "critical",
		"opens": "Acts as its owner: reads and starts pipelines.",
		"remediation": "Revoke it at CircleCI and issue a new one; removing it from the file is not enough.",
		"anchors": ["CCIPAT_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])CCIPAT_[0-9A-Za-z]{22}_[0-9a-f]{40}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 64
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://circleci.com/api/v2/me",
			"headers": { "circle-token": "{secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of a CircleCI server of your own",
			"source": "https://circleci.com/docs/api/v2/#tag/User"
		}
	},
	{
		"id": "secrets/circleci-project-token",
		"provider": "circleci",
		"title": "CircleCI project API token",
		"severity": "high",
		"opens": "Starts and reads the builds of a project.",
		"remediation": "Revoke it at CircleCI and issue a new one; removing it from the file is not enough.",
		"anchors": ["CCIPRJ_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])CCIPRJ_[0-9A-Za-z]{22}_[0-9a-f]{40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 64
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/clerk-secret-key",
		"provider": "clerk",
		"title": "Clerk secret key",
		"severity": "critical",
		"opens": "Administers the users and sessions of an application.",
		"remediation": "Revoke it at Clerk and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk_live_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sk_live_[0-9A-Za-z]{42}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 43
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/clerk-test-secret-key",
		"provider": "clerk",
		"title": "Clerk secret key (development)",
		"severity": "low",
		"opens": "Administers the users of a development instance.",
		"remediation": "Revoke it at Clerk and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk_test_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sk_test_[0-9A-Za-z]{42}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 43
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/clickhouse-cloud-key-secret",
		"provider": "clickhouse",
		"title": "ClickHouse Cloud API key secret",
		"severity": "critical",
		"opens": "Administers the services of an organisation.",
		"remediation": "Revoke it at ClickHouse and issue a new one; removing it from the file is not enough.",
		"anchors": ["4b1d"],
		"run": 38,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])4b1d[0-9A-Za-z]{38}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 39
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/clickup-personal-token",
		"provider": "clickup",
		"title": "ClickUp personal API token",
		"severity": "high",
		"opens": "Reads and writes its owner’s tasks and documents.",
		"remediation": "Revoke it at ClickUp and issue a new one; removing it from the file is not enough.",
		"anchors": ["pk_"],
		"run": 39,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pk_[0-9]{6,10}_[0-9A-Z]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/clojars-deploy-token",
		"provider": "clojars",
		"title": "Clojars deploy token",
		"severity": "critical",
		"opens": "Publishes releases of its owner’s packages.",
		"remediation": "Revoke it at Clojars and issue a new one; removing it from the file is not enough.",
		"anchors": ["CLOJARS_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])CLOJARS_[0-9a-f]{60}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/close-api-key",
		"provider": "close",
		"title": "Close API key",
		"severity": "high",
		"opens": "Reads and writes the leads and mail of an organisation.",
		"remediation": "Revoke it at Close and issue a new one; removing it from the file is not enough.",
		"anchors": ["api_"],
		"run": 22,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])api_[0-9A-Za-z]{22}\\.[0-9A-Za-z]{22}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 46
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/cloudflare-api-token",
		"provider": "cloudflare",
		"title": "Cloudflare API token or key",
		"severity": "critical",
		"opens": "Changes DNS, certificates, workers and the rest within its permissions.",
		"remediation": "Revoke it at Cloudflare and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"cfk_",
			"cfut_",
			"cfat_"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])cf(?:k|ut|at)_[0-9A-Za-z]{40}[0-9a-f]{8}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 50
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-hex",
			"options": { "bonus": true }
		},
		"minEntropy": 3.5,
		"verification": {
			"method": "GET",
			"url": "https://api.cloudflare.com/client/v4/user/tokens/verify",
			"headers": { "authorization": "Bearer {secret}" },
			"parts": "^cfut_",
			"active": [{
				"status": [200],
				"json": { "result/status": ["active"] }
			}],
			"inactive": [{
				"status": [200],
				"json": { "result/status": ["disabled", "expired"] }
			}, {
				"status": [401],
				"json": { "success": [false] }
			}],
			"source": "https://developers.cloudflare.com/fundamentals/api/troubleshooting"
		}
	},
	{
		"id": "secrets/cloudflare-origin-ca-key",
		"provider": "cloudflare",
		"title": "Cloudflare Origin CA key",
		"severity": "high",
		"opens": "Issues certificates for the origins of a zone.",
		"remediation": "Revoke it at Cloudflare and issue a new one; removing it from the file is not enough.",
		"anchors": ["v1.0-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])v1\\.0-[0-9a-f]{24}-[0-9a-f]{146}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 172
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/cloudflare-api-token-plain",
		"provider": "cloudflare",
		"title": "Cloudflare API token",
		"severity": "critical",
		"opens": "Changes DNS, certificates, workers and the rest within its permissions.",
		"remediation": "Revoke it at Cloudflare and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"cloudflare_api_token",
			"cloudflare-api-token",
			"cloudflareapitoken",
			"cf_api_token",
			"cf-api-token",
			"cfapitoken",
			"cloudflare_token",
			"cloudflare-token",
			"cloudflaretoken",
			"cloudflare_auth_token",
			"cloudflare-auth-token",
			"cloudflareauthtoken"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:cloudflare[_-]?api[_-]?token|cf[_-]?api[_-]?token|cloudflare[_-]?token|cloudflare[_-]?auth[_-]?token)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9A-Za-z_-]{40})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 90
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 4,
		"verification": {
			"method": "GET",
			"url": "https://api.cloudflare.com/client/v4/user/tokens/verify",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{
				"status": [200],
				"json": { "result/status": ["active"] }
			}],
			"inactive": [{
				"status": [200],
				"json": { "result/status": ["disabled", "expired"] }
			}],
			"source": "https://developers.cloudflare.com/fundamentals/api/troubleshooting"
		}
	},
	{
		"id": "secrets/cloudflare-global-api-key",
		"provider": "cloudflare",
		"title": "Cloudflare global API key",
		"severity": "critical",
		"opens": "Acts as the user on every zone and setting of the account.",
		"remediation": "Revoke it at Cloudflare and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"cloudflare_api_key",
			"cloudflare-api-key",
			"cloudflareapikey",
			"cf_api_key",
			"cf-api-key",
			"cfapikey",
			"x_auth_key",
			"x-auth-key",
			"xauthkey",
			"cloudflare_global_key",
			"cloudflare-global-key",
			"cloudflareglobalkey"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:cloudflare[_-]?api[_-]?key|cf[_-]?api[_-]?key|x[_-]?auth[_-]?key|cloudflare[_-]?global[_-]?key)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9a-f]{37})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 89
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3,
		"pairs": [{
			"expression": "[0-9a-z._%+-]{1,64}@[0-9a-z.-]{1,100}[.][a-z]{2,12}",
			"ignoreCase": true,
			"within": 300,
			"as": "email",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/cloudflare-tunnel-token",
		"provider": "cloudflare",
		"title": "Cloudflare Tunnel token",
		"severity": "high",
		"opens": "Runs a tunnel: receives the traffic of its host names.",
		"remediation": "Revoke it at Cloudflare and issue a new one; removing it from the file is not enough.",
		"anchors": ["eyJhIjoi"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/_.-])(?<payload>eyJhIjoi[0-9A-Za-z+/]{120,260}={0,2})(?![0-9A-Za-z+/=_.-])",
		"window": {
			"before": 7,
			"after": 263
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-json",
			"options": {
				"keys": "a,t,s",
				"facts": "a=account,t=tunnel"
			}
		}
	},
	{
		"id": "secrets/cloudflare-turnstile-secret",
		"provider": "cloudflare",
		"title": "Cloudflare Turnstile secret key",
		"severity": "medium",
		"opens": "Verifies challenges in the owner’s name.",
		"remediation": "Revoke it at Cloudflare and issue a new one; removing it from the file is not enough.",
		"anchors": ["4AAAAAAA"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])0x4AAAAAAA[0-9A-Za-z_-]{25,27}(?![0-9A-Za-z_-])",
		"window": {
			"before": 9,
			"after": 28
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": { "vetted": true }
		},
		"minEntropy": 3
	},
	{
		"id": "secrets/cloudflare-deploy-hook",
		"provider": "cloudflare",
		"title": "Cloudflare deploy hook",
		"severity": "low",
		"opens": "Starts deployments of one project.",
		"remediation": "Revoke it at Cloudflare and issue a new one; removing it from the file is not enough.",
		"anchors": ["pages/webhooks/deploy_hooks/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "api\\.cloudflare\\.com/client/v4/pages/webhooks/deploy_hooks/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_])",
		"window": {
			"before": 29,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/cloudinary-url",
		"provider": "cloudinary",
		"title": "Cloudinary URL with its API secret",
		"severity": "high",
		"opens": "Reads, writes and deletes the media of an account.",
		"remediation": "Revoke it at Cloudinary and issue a new one; removing it from the file is not enough.",
		"anchors": ["cloudinary://"],
		"run": 0,
		"ignoreCase": false,
		"expression": "cloudinary://[0-9]{12,18}:(?<secret>[0-9A-Za-z_-]{20,40})@(?<cloud>[0-9A-Za-z_-]{1,60})",
		"window": {
			"before": 0,
			"after": 120
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"minEntropy": 3.5
	},
	{
		"id": "secrets/cockroachdb-cloud-api-key",
		"provider": "cockroachdb",
		"title": "CockroachDB Cloud API key",
		"severity": "critical",
		"opens": "Administers the clusters of an organisation within its roles.",
		"remediation": "Revoke it at CockroachDB and issue a new one; removing it from the file is not enough.",
		"anchors": ["CCDB1_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])CCDB1_[0-9A-Za-z]{22}_[0-9A-Za-z]{40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 64
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/cohere-api-key",
		"provider": "cohere",
		"title": "Cohere API key",
		"severity": "high",
		"opens": "Calls models at the owner’s expense and reads what the key’s project stored.",
		"remediation": "Revoke it at Cohere and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"cohere_api_key",
			"cohere-api-key",
			"cohereapikey",
			"co_api_key",
			"co-api-key",
			"coapikey",
			"cohere_key",
			"cohere-key",
			"coherekey"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:cohere[_-]?api[_-]?key|co[_-]?api[_-]?key|cohere[_-]?key)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9A-Za-z]{40})(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 85
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.8,
		"verification": {
			"method": "POST",
			"url": "https://api.cohere.com/v1/check-api-key",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{
				"status": [200],
				"json": { "valid": [true] }
			}],
			"inactive": [{
				"status": [200],
				"json": { "valid": [false] }
			}, { "status": [401] }],
			"source": "https://docs.cohere.com/reference/checkapikey"
		}
	},
	{
		"id": "secrets/coingecko-api-key",
		"provider": "coingecko",
		"title": "CoinGecko API key",
		"severity": "low",
		"opens": "Reads prices at the owner’s limits.",
		"remediation": "Revoke it at CoinGecko and issue a new one; removing it from the file is not enough.",
		"anchors": ["CG-"],
		"run": 24,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])CG-(?=[^\\s]{0,23}[0-9])(?=[^\\s]{0,23}[A-Z])[0-9A-Za-z]{24}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 25
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.8
	},
	{
		"id": "secrets/command-line-login-password",
		"provider": "command-line",
		"title": "Password of a registry login command",
		"severity": "high",
		"opens": "Signs in to the registry or cloud as the user that the command names.",
		"remediation": "Change the password or revoke the token, and read it from standard input (`--password-stdin`) or a credential helper.",
		"anchors": [" login "],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9_.-])(?:docker|podman|buildah|skopeo|nerdctl|oras|crane auth|helm registry|az acr|az|oc|argocd|cf)\\s{1,3}login\\s(?:[^\\n\\r\\\\|;&]|\\\\[^\\r]){0,300}?(?<=\\s)(?:-p|--password)(?:\\s{1,3}|=)[\"']?(?<secret>[^\\s\"'`\\\\|;]{1,512})",
		"window": {
			"before": 36,
			"after": 1150
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"requires": ["-p"],
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/command-line-sshpass",
		"provider": "command-line",
		"title": "Password of an sshpass command",
		"severity": "high",
		"opens": "Signs in over SSH to the host that the command names.",
		"remediation": "Change the password at the host, and use a key or an agent.",
		"anchors": ["sshpass -p"],
		"run": 0,
		"ignoreCase": false,
		"expression": "sshpass -p {0,2}[\"']?(?<secret>[^\\s\"'`\\\\|;]{1,256})",
		"window": {
			"before": 0,
			"after": 262
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/command-line-user-password",
		"provider": "command-line",
		"title": "Password of a command that makes a user",
		"severity": "high",
		"opens": "Signs in as the user that the command makes.",
		"remediation": "Change the password at the server, and read it from a file, the environment or a prompt.",
		"anchors": [
			"htpasswd -",
			"rabbitmqctl add_user ",
			"rabbitmqctl change_password ",
			"net user "
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9_.-])(?:htpasswd (?:-(?=[a-zA-Z]{0,6}n)(?=[a-zA-Z]{0,6}b)[a-zA-Z]{2,7}|-[a-zA-Z]{0,6}b[a-zA-Z]{0,6}(?: -[a-zA-Z]{1,4})? [\\w./-]{1,80})|rabbitmqctl (?:add_user|change_password)|net user) {1,3}[\\\"']?(?<user>[\\w.@-]{1,64})[\\\"']? {1,3}[\"']?(?<secret>[^\\s\"'`\\\\|;&<>]{4,128})",
		"window": {
			"before": 8,
			"after": 420
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/command-line-database-client",
		"provider": "command-line",
		"title": "Password on a database client's command line",
		"severity": "high",
		"opens": "Signs in to the database server as the user that the command names.",
		"remediation": "Change the password at the server, and keep it in the client's own file or the environment.",
		"anchors": [
			"mysql ",
			"mysqldump ",
			"mysqladmin ",
			"mariadb ",
			"mongo ",
			"mongosh ",
			"mongodump ",
			"mongorestore ",
			"redis-cli ",
			"sqlcmd ",
			"cqlsh ",
			"influx ",
			"clickhouse-client ",
			"mongoimport ",
			"mongoexport "
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9_.-])(?:mysql|mysqldump|mysqladmin|mariadb|mongo|mongosh|mongodump|mongorestore|mongoimport|mongoexport|redis-cli|sqlcmd|cqlsh|influx|clickhouse-client) (?:[^\\n\\r\\\\|;&]|\\\\[^\\r]){0,300}?(?<=\\s)(?:--password[= ]|-p(?=[^\\s-])|(?<=mongo[^\\n]{0,300})-p |(?<=redis-cli[^\\n]{0,300})(?:-a|--pass) |(?<=sqlcmd[^\\n]{0,300})-P ?)[\"']?(?<secret>[^\\s\"'`\\\\|;]{1,128})",
		"window": {
			"before": 8,
			"after": 800
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"requires": ["-"],
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"pairs": [{
			"expression": "(?:-u ?|--user(?:name)?[= ]|-U )[\"']?(?<id>[\\w.@-]{1,64})",
			"ignoreCase": true,
			"within": 200,
			"as": "user",
			"secret": false,
			"required": false
		}, {
			"expression": "(?:-h ?|--host[= ]|-S )[\"']?(?<id>[\\w.-]{1,128})",
			"ignoreCase": true,
			"within": 200,
			"as": "host",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/command-line-environment-password",
		"provider": "command-line",
		"title": "Password in front of a command",
		"severity": "high",
		"opens": "Signs in to the server as the user that the command names.",
		"remediation": "Change the password at the server, and keep it in the client's own file.",
		"anchors": [
			"PGPASSWORD=",
			"MYSQL_PWD=",
			"SSHPASS=",
			"REDISCLI_AUTH=",
			"LDAPPASSWD=",
			"RSYNC_PASSWORD=",
			"SMBPASSWORD=",
			"BORG_PASSPHRASE=",
			"RESTIC_PASSWORD=",
			"VAGRANT_PASSWORD=",
			"SQLCMDPASSWORD="
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9_])(?<name>PGPASSWORD|MYSQL_PWD|SSHPASS|REDISCLI_AUTH|LDAPPASSWD|RSYNC_PASSWORD|SMBPASSWORD|BORG_PASSPHRASE|RESTIC_PASSWORD|VAGRANT_PASSWORD|SQLCMDPASSWORD)=[\"']?(?<secret>[^\\s\"'`\\\\|;&)]{1,128})",
		"window": {
			"before": 7,
			"after": 140
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"pairs": [{
			"expression": "(?:-U ?|-u ?|--user(?:name)?[= ])[\"']?(?<id>[\\w.@-]{1,64})",
			"ignoreCase": true,
			"within": 200,
			"as": "user",
			"secret": false,
			"required": false
		}, {
			"expression": "(?:-h ?|--host[= ])[\"']?(?<id>[\\w.-]{1,128})",
			"ignoreCase": true,
			"within": 200,
			"as": "host",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/command-line-create-secret",
		"provider": "command-line",
		"title": "Value on a command line that makes a secret",
		"severity": "high",
		"opens": "Gives whoever reads the line what the secret was to keep.",
		"remediation": "Change the value where it is used, and make the secret from a file or standard input.",
		"anchors": ["--from-literal", "--docker-password"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:--from-literal[= ][\"']?(?<name>[A-Za-z0-9_.-]{0,60}(?:[Pp]assword|PASSWORD|passwd|[Tt]oken|TOKEN|[Ss]ecret|SECRET|[Kk]ey|KEY|pwd|pass))=|--docker-password[= ])[\"']?(?<secret>[^\\s\"'`\\\\|;&]{1,512})",
		"window": {
			"before": 0,
			"after": 590
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/command-line-tool-password",
		"provider": "command-line",
		"title": "Password on a command line",
		"severity": "high",
		"opens": "Opens what the command signs in to or decrypts.",
		"remediation": "Change the password, and pass it through a file, standard input or the environment.",
		"anchors": [
			"chpasswd",
			"htpasswd -",
			"pass:",
			"-storepass ",
			"-keypass ",
			"smbclient ",
			"ldapsearch ",
			"ldapmodify ",
			"ldapadd ",
			"net use ",
			"net user ",
			"ipmitool ",
			"rclone ",
			"xfreerdp ",
			"wget ",
			"lftp ",
			"--vault-password",
			"zip -P ",
			"unzip -P ",
			"7z a -p",
			"sudo -S"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:echo [\"']?[a-z_][a-z0-9_-]{0,31}:(?=[^\\n]{1,80}\\| ?(?:sudo )?chpasswd)|(?<![\\w-])htpasswd -[a-zA-Z]{0,6}b[a-zA-Z]{0,6} \\S{1,120} \\S{1,60} |(?<=-(?:pass|passin|passout|k) [\"']?)pass:|(?<= )-(?:storepass|keypass|srcstorepass|deststorepass) |(?<![\\w-])smbclient [^\\n|;]{0,120}?-U [\"']?[\\w\\\\/.-]{1,60}%|(?<![\\w-])ldap(?:search|modify|add) [^\\n|;]{0,300}?-w |(?<![\\w-])ipmitool [^\\n|;]{0,120}?-P |(?<![\\w-])xfreerdp [^\\n|;]{0,200}?/p:|(?<![\\w-])wget [^\\n|;]{0,200}?--(?:http-|ftp-)?password=|(?<![\\w-])(?:un)?zip -P |(?<![\\w-])7z a -p|(?<![\\w-])net use [^\\n]{0,120}?/user:\\S{1,60} |echo [\"']?(?=[^\\n]{1,64}\\| ?sudo -S))[\"']?(?<secret>[^\\s\"'`\\\\|;&]{3,128})",
		"window": {
			"before": 160,
			"after": 620
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"requires": [" "],
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/command-line-oracle-client",
		"provider": "command-line",
		"title": "Password on an Oracle client's command line",
		"severity": "high",
		"opens": "Signs in to the database as the user that the command names.",
		"remediation": "Change the password at the server, and use a wallet or standard input.",
		"anchors": [
			"sqlplus ",
			"sqlldr ",
			"expdp ",
			"impdp ",
			"rman target "
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9_.-])(?:sqlplus|sqlldr|expdp|impdp|rman target)(?: -[A-Za-z]{1,3}| userid=?){0,3} [\"']?(?:userid=)?(?<user>[A-Za-z][A-Za-z0-9_$#]{0,30})/[\"']?(?<secret>[^\\s\"'/@\\\\]{1,64})[\"']?(?:@(?<host>[\\w./:-]{1,200}))?(?=[\\s\"'\\\\]|$)",
		"window": {
			"before": 8,
			"after": 420
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/composer-auth-token",
		"provider": "composer",
		"title": "Token in Composer's auth.json",
		"severity": "high",
		"opens": "Reads, and often writes, the private repositories of its owner at the host that the entry names.",
		"remediation": "Revoke it at the host that the entry names and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"\"github-oauth\"",
			"\"gitlab-oauth\"",
			"\"gitlab-token\"",
			"\"bearer\"",
			"\"bitbucket-oauth\"",
			"\"forgejo-token\""
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "\"(?:github-oauth|gitlab-oauth|gitlab-token|bearer|forgejo-token)\"\\s{0,8}:\\s{0,8}\\{\\s{0,60}\"(?<host>[\\w.:-]{3,200})\"\\s{0,8}:\\s{0,8}\"(?<secret>[A-Za-z0-9_.~+/=-]{20,512})\"",
		"window": {
			"before": 0,
			"after": 830
		},
		"proof": "contextual",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "opaque-token",
			"options": {}
		}
	},
	{
		"id": "secrets/composer-auth-password",
		"provider": "composer",
		"title": "Password in Composer's auth.json",
		"severity": "high",
		"opens": "Reads the private packages of the host that the entry names.",
		"remediation": "Change the password or token at the host, and read it from the environment (`COMPOSER_AUTH`).",
		"anchors": ["\"http-basic\""],
		"run": 0,
		"ignoreCase": false,
		"expression": "\"http-basic\"\\s{0,8}:\\s{0,8}\\{\\s{0,60}\"(?<host>[\\w.:-]{3,200})\"\\s{0,8}:\\s{0,8}\\{\\s{0,60}\"username\"\\s{0,8}:\\s{0,8}\"(?<user>[^\"\\r\\n]{1,100})\"\\s{0,8},\\s{0,60}\"password\"\\s{0,8}:\\s{0,8}\"(?<secret>[^\"\\r\\n]{1,256})\"",
		"window": {
			"before": 0,
			"after": 870
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/composio-api-key",
		"provider": "composio",
		"title": "Composio API key",
		"severity": "high",
		"opens": "Calls the tools and accounts that users have connected.",
		"remediation": "Revoke it at Composio and issue a new one; removing it from the file is not enough.",
		"anchors": ["ak_"],
		"run": 20,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ak_[0-9A-Za-z_-]{20}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 21
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.8
	},
	{
		"id": "secrets/configcat-sdk-key",
		"provider": "configcat",
		"title": "ConfigCat SDK key",
		"severity": "low",
		"opens": "Reads the feature flags of an environment.",
		"remediation": "Revoke it at ConfigCat and issue a new one; removing it from the file is not enough.",
		"anchors": ["configcat-sdk-1/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])configcat-sdk-1/[0-9A-Za-z_-]{22}/[0-9A-Za-z_-]{22}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 46
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/confluent-api-secret",
		"provider": "confluent",
		"title": "Confluent Cloud API secret",
		"severity": "critical",
		"opens": "With its key id, reads and writes the topics of a cluster or administers the cloud.",
		"remediation": "Revoke it at Confluent and issue a new one; removing it from the file is not enough.",
		"anchors": ["cflt"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])cflt[0-9A-Za-z+/]{60}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "confluent",
			"options": {}
		}
	},
	{
		"id": "secrets/contentful-management-token",
		"provider": "contentful",
		"title": "Contentful management token",
		"severity": "high",
		"opens": "Reads and changes spaces as its owner.",
		"remediation": "Revoke it at Contentful and issue a new one; removing it from the file is not enough.",
		"anchors": ["CFPAT-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])CFPAT-[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.contentful.com/users/me",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of the European region",
			"source": "https://www.contentful.com/developers/docs/references/content-management-api/#/reference/users"
		}
	},
	{
		"id": "secrets/convex-deploy-key",
		"provider": "convex",
		"title": "Convex deploy key",
		"severity": "critical",
		"opens": "Deploys functions to, and reads and writes the data of, a deployment.",
		"remediation": "Revoke it at Convex and issue a new one; removing it from the file is not enough.",
		"anchors": ["|eyJ2MiI6"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?<kind>prod|dev|preview|project):[0-9A-Za-z:_-]{1,90}\\|(?<payload>eyJ2MiI6[0-9A-Za-z+/_-]{30,300}={0,2})(?![0-9A-Za-z+/=])",
		"window": {
			"before": 107,
			"after": 305
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-json",
			"options": { "keys": "v2" }
		}
	},
	{
		"id": "secrets/coralogix-team-key",
		"provider": "coralogix",
		"title": "Coralogix API key",
		"severity": "high",
		"opens": "Sends, queries or administers a team’s data, as its role allows.",
		"remediation": "Revoke it at Coralogix and issue a new one; removing it from the file is not enough.",
		"anchors": ["cxtp_", "cxup_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:cxtp_[0-9A-Za-z]{30}|cxup_[0-9A-Za-z]{30})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 31
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/courier-api-key",
		"provider": "courier",
		"title": "Courier API key",
		"severity": "high",
		"opens": "Sends notifications in the account’s name.",
		"remediation": "Revoke it at Courier and issue a new one; removing it from the file is not enough.",
		"anchors": ["pk_prod_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pk_prod_[0-9A-Z]{28}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 29
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/covalent-api-key",
		"provider": "covalent",
		"title": "Covalent API key",
		"severity": "medium",
		"opens": "Reads chain data at the owner’s expense.",
		"remediation": "Revoke it at Covalent and issue a new one; removing it from the file is not enough.",
		"anchors": ["cqt_", "ckey_"],
		"run": 26,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:cqt_[0-9A-Za-z]{26,30}|ckey_[0-9a-f]{27})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 32
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/coze-personal-access-token",
		"provider": "coze",
		"title": "Coze personal access token",
		"severity": "high",
		"opens": "Runs and changes its owner’s agents.",
		"remediation": "Revoke it at Coze and issue a new one; removing it from the file is not enough.",
		"anchors": ["pat_"],
		"run": 64,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pat_[0-9A-Za-z]{64}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/crates-io-api-token",
		"provider": "crates-io",
		"title": "crates.io API token",
		"severity": "critical",
		"opens": "Publishes crates as its owner, within its scopes.",
		"remediation": "Revoke it at crates.io and issue a new one; removing it from the file is not enough.",
		"anchors": ["cio"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])cio(?=[A-Za-z]{0,31}[0-9])(?=[a-z0-9]{0,31}[A-Z])[0-9A-Za-z]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 34
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/cursor-api-key",
		"provider": "cursor",
		"title": "Cursor API key",
		"severity": "high",
		"opens": "Runs agents on its owner’s repositories.",
		"remediation": "Revoke it at Cursor and issue a new one; removing it from the file is not enough.",
		"anchors": ["key_", "crsr_"],
		"run": 64,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:key_[0-9a-f]{64}|crsr_[0-9a-f]{64})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 66
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/database-connection-string",
		"provider": "database",
		"title": "Password in a connection string",
		"severity": "high",
		"opens": "Signs in to the database or service as the user that the string names.",
		"remediation": "Change the password at the server, and pass the string at run time from a secret store.",
		"anchors": [
			"password=",
			"password =",
			"pwd=",
			"pwd ="
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![A-Za-z0-9_.])(?:password|pwd) ?= ?[\"']?(?<secret>[^\\s;,&\"'`<>\\\\]{1,128}(?:,(?![A-Za-z][\\w. -]{0,30}=)[^\\s;,&\"'`<>\\\\]{0,60}){0,2})",
		"window": {
			"before": 8,
			"after": 290
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "connection-string",
			"options": {}
		}
	},
	{
		"id": "secrets/database-mysql-dsn",
		"provider": "database",
		"title": "Password in a MySQL data source name",
		"severity": "high",
		"opens": "Signs in to the database as the user that the name carries.",
		"remediation": "Change the password at the server, and pass the name at run time from a secret store.",
		"anchors": [
			"@tcp(",
			"@tcp6(",
			"@unix("
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9_.:/-])(?<user>[A-Za-z0-9_.${}%-]{1,64}):(?<secret>[^\\s\"'`<>\\\\/]{1,128})@(?:tcp6?|unix)\\((?<host>[^\\s()\"'`,]{0,255})\\)",
		"window": {
			"before": 206,
			"after": 260
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/database-oracle-thin",
		"provider": "database",
		"title": "Password in an Oracle JDBC URL",
		"severity": "high",
		"opens": "Signs in to the database as the user that the URL names.",
		"remediation": "Change the password at the server, and pass the URL at run time from a secret store.",
		"anchors": ["jdbc:oracle:"],
		"run": 0,
		"ignoreCase": false,
		"expression": "jdbc:oracle:(?:thin|oci8?):(?<user>[A-Za-z0-9_${}]{1,64})/(?<secret>[^\\s\"'`<>@\\\\]{1,128})@(?:tcps?:)?/{0,2}(?<host>[A-Za-z0-9._${}-]{1,255})",
		"window": {
			"before": 2,
			"after": 480
		},
		"proof": "contextual",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/database-connect-call",
		"provider": "database",
		"title": "Password in a call that connects to a database",
		"severity": "high",
		"opens": "Signs in to the database as the user that the call names.",
		"remediation": "Change the password at the server, and read it from the environment or a secret store.",
		"anchors": [
			"mysql_connect(",
			"mysqli_connect(",
			"new mysqli(",
			"mysql_pconnect(",
			"new PDO(",
			"getConnection(\"jdbc:",
			"MySQLdb.connect(",
			"pymysql.connect(",
			"new Sequelize(",
			"setBasicAuth(",
			"ftp_login(",
			"ssh2_auth_password("
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:mysqli?_p?connect\\(|new mysqli\\(|new PDO\\(|getConnection\\(|(?:MySQLdb|pymysql)\\.connect\\(|new Sequelize\\(|setBasicAuth\\((?=[\"'])|ftp_login\\(|ssh2_auth_password\\()\\s{0,20}(?:(?:[\"'](?<host>[^\"'\\r\\n]{0,300})[\"']|\\$\\w{1,40})\\s{0,8},\\s{0,20})?[\"'](?<user>[^\"'\\r\\n]{1,100})[\"']\\s{0,8},\\s{0,20}[\"'](?<secret>[^\"'\\r\\n]{1,128})[\"']",
		"window": {
			"before": 2,
			"after": 680
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/databricks-access-token",
		"provider": "databricks",
		"title": "Databricks access token",
		"severity": "critical",
		"opens": "Acts as its owner in a workspace: data, jobs and clusters.",
		"remediation": "Revoke it at Databricks and issue a new one; removing it from the file is not enough.",
		"anchors": ["dapi"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])dapi[0-9a-f]{32}(?:-[0-9]{1,2})?(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 36
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/databricks-oauth-secret",
		"provider": "databricks",
		"title": "Databricks service principal secret",
		"severity": "critical",
		"opens": "Signs in as a service principal of an account or workspace.",
		"remediation": "Revoke it at Databricks and issue a new one; removing it from the file is not enough.",
		"anchors": ["dose"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])dose[0-9a-f]{32}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/datadog-api-key",
		"provider": "datadog",
		"title": "Datadog API key",
		"severity": "high",
		"opens": "Sends metrics, logs and events into an organisation.",
		"remediation": "Revoke it at Datadog and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"datadog_api_key",
			"datadog-api-key",
			"datadogapikey",
			"dd_api_key",
			"dd-api-key",
			"ddapikey",
			"datadog_key",
			"datadog-key",
			"datadogkey"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:datadog[_-]?api[_-]?key|dd[_-]?api[_-]?key|datadog[_-]?key)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9a-f]{32})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 78
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3,
		"verification": {
			"method": "GET",
			"url": "https://api.datadoghq.com/api/v1/validate",
			"headers": { "dd-api-key": "{secret}" },
			"active": [{
				"status": [200],
				"json": { "valid": [true] }
			}],
			"inactive": [{ "status": [403] }],
			"elsewhere": "of another Datadog site",
			"source": "https://docs.datadoghq.com/api/latest/authentication/validate-api-key/"
		}
	},
	{
		"id": "secrets/datadog-application-key",
		"provider": "datadog",
		"title": "Datadog application key",
		"severity": "critical",
		"opens": "With an API key, reads and changes monitors, dashboards and users as its owner.",
		"remediation": "Revoke it at Datadog and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"datadog_app_key",
			"datadog-app-key",
			"datadogappkey",
			"datadog_application_key",
			"datadog-application-key",
			"datadogapplicationkey",
			"dd_app_key",
			"dd-app-key",
			"ddappkey",
			"dd_application_key",
			"dd-application-key",
			"ddapplicationkey"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:datadog[_-]?app[_-]?key|datadog[_-]?application[_-]?key|dd[_-]?app[_-]?key|dd[_-]?application[_-]?key)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9a-f]{40})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 94
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/datadog-personal-access-token",
		"provider": "datadog",
		"title": "Datadog personal access token",
		"severity": "high",
		"opens": "Reads and changes an organisation’s monitoring as its owner, within its scopes.",
		"remediation": "Revoke it at Datadog and issue a new one; removing it from the file is not enough.",
		"anchors": ["ddpat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ddpat_[0-9A-Za-z_-]{30,100}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 101
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/datadog-service-access-token",
		"provider": "datadog",
		"title": "Datadog service access token",
		"severity": "high",
		"opens": "Reads and changes an organisation’s monitoring as a service account, within its scopes.",
		"remediation": "Revoke it at Datadog and issue a new one; removing it from the file is not enough.",
		"anchors": ["ddsat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ddsat_[0-9A-Za-z_-]{30,100}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 101
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/datadog-application-key-prefixed",
		"provider": "datadog",
		"title": "Datadog application key (prefixed)",
		"severity": "high",
		"opens": "With an API key, reads and changes an organisation’s monitoring.",
		"remediation": "Revoke it at Datadog and issue a new one; removing it from the file is not enough.",
		"anchors": ["ddapp_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ddapp_[0-9A-Za-z]{30,60}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/datastax-astra-token",
		"provider": "datastax",
		"title": "Astra DB application token",
		"severity": "critical",
		"opens": "Reads and writes the databases of an organisation within its role.",
		"remediation": "Revoke it at DataStax and issue a new one; removing it from the file is not enough.",
		"anchors": ["AstraCS:"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])AstraCS:[0-9A-Za-z]{24}:[0-9a-f]{64}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 90
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/daytona-api-key",
		"provider": "daytona",
		"title": "Daytona API key",
		"severity": "high",
		"opens": "Starts sandboxes and runs code in them.",
		"remediation": "Revoke it at Daytona and issue a new one; removing it from the file is not enough.",
		"anchors": ["dtn_"],
		"run": 64,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])dtn_[0-9a-f]{64}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/dbeaver-connection-password",
		"provider": "dbeaver",
		"title": "Password in DBeaver's connections",
		"severity": "high",
		"opens": "Signs in to the database as the user beside it; everybody has the key that DBeaver encrypts it with.",
		"remediation": "Change the password at the server, and keep DBeaver's workspace out of the repository.",
		"anchors": [
			"<connection host=\"",
			"<connection url=\"",
			"<connection server=\""
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "<connection\\s[^<>]{0,600}?user=\"(?<user>[^\"<>]{1,100})\"[^<>]{0,200}?\\spassword=\"(?<secret>[A-Za-z0-9+/]{8,400}={0,2})\"",
		"window": {
			"before": 0,
			"after": 1360
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"pairs": [{
			"expression": "host=\"(?<id>[^\"]{1,200})",
			"ignoreCase": true,
			"within": 600,
			"as": "host",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/dbt-service-token",
		"provider": "dbt",
		"title": "dbt Cloud service token",
		"severity": "high",
		"opens": "Runs jobs and reads what they made, within its permissions.",
		"remediation": "Revoke it at dbt and issue a new one; removing it from the file is not enough.",
		"anchors": ["dbtc_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])dbtc_[0-9A-Za-z_-]{36,60}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/dbt-personal-token",
		"provider": "dbt",
		"title": "dbt Cloud personal access token",
		"severity": "high",
		"opens": "Runs jobs and reads what they made, as its owner.",
		"remediation": "Revoke it at dbt and issue a new one; removing it from the file is not enough.",
		"anchors": ["dbtu_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])dbtu_[0-9A-Za-z_-]{36,60}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/deepl-free-api-key",
		"provider": "deepl",
		"title": "DeepL API key (free plan)",
		"severity": "medium",
		"opens": "Translates at the owner’s limits.",
		"remediation": "Revoke it at DeepL and issue a new one; removing it from the file is not enough.",
		"anchors": [":fx"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}:fx(?![0-9A-Za-z_])",
		"window": {
			"before": 43,
			"after": 1
		},
		"proof": "structural",
		"encoded": false,
		"custom": false
	},
	{
		"id": "secrets/deepseek-api-key",
		"provider": "deepseek",
		"title": "DeepSeek API key",
		"severity": "high",
		"opens": "Calls models at the owner’s expense and reads what the key’s project stored.",
		"remediation": "Revoke it at DeepSeek and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"deepseek_api_key",
			"deepseek-api-key",
			"deepseekapikey",
			"deepseek_key",
			"deepseek-key",
			"deepseekkey",
			"deepseek"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:deepseek[_-]?api[_-]?key|deepseek[_-]?key|deepseek)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>sk-[0-9a-f]{32})(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 82
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.deepseek.com/user/balance",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://api-docs.deepseek.com/api/get-user-balance"
		}
	},
	{
		"id": "secrets/deepsource-personal-access-token",
		"provider": "deepsource",
		"title": "DeepSource personal access token",
		"severity": "high",
		"opens": "Reads the code analysis of its owner’s repositories.",
		"remediation": "Revoke it at DeepSource and issue a new one; removing it from the file is not enough.",
		"anchors": ["dsp_"],
		"run": 40,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])dsp_[0-9a-f]{40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/defined-networking-api-key",
		"provider": "defined-networking",
		"title": "Defined Networking API key",
		"severity": "critical",
		"opens": "Administers the hosts and firewall rules of a network.",
		"remediation": "Revoke it at Defined Networking and issue a new one; removing it from the file is not enough.",
		"anchors": ["dnkey-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])dnkey-[A-Z2-7]{26}-[A-Z2-7]{52}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 80
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/deno-deploy-token",
		"provider": "deno",
		"title": "Deno Deploy access token",
		"severity": "critical",
		"opens": "Deploys and administers the projects of a user or organisation.",
		"remediation": "Revoke it at Deno and issue a new one; removing it from the file is not enough.",
		"anchors": ["ddp_"],
		"run": 36,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ddp_[0-9A-Za-z]{36}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/deno-deploy-organization-token",
		"provider": "deno",
		"title": "Deno Deploy organisation token",
		"severity": "critical",
		"opens": "Deploys and administers the projects of an organisation.",
		"remediation": "Revoke it at Deno and issue a new one; removing it from the file is not enough.",
		"anchors": ["ddo_"],
		"run": 36,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ddo_[0-9A-Za-z]{36}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/dependency-track-api-key",
		"provider": "dependency-track",
		"title": "Dependency-Track API key",
		"severity": "high",
		"opens": "Reads and changes the projects and vulnerabilities of an installation.",
		"remediation": "Revoke it at Dependency-Track and issue a new one; removing it from the file is not enough.",
		"anchors": ["odt_"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:odt_[0-9A-Za-z]{32}|odt_[0-9A-Za-z]{8}_[0-9A-Za-z]{32})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 42
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/depot-organization-token",
		"provider": "depot",
		"title": "Depot organisation token",
		"severity": "high",
		"opens": "Runs builds on an organisation’s machines and reads its images.",
		"remediation": "Revoke it at Depot and issue a new one; removing it from the file is not enough.",
		"anchors": ["depot_org_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])depot_org_[0-9A-Za-z]{40,100}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 101
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/depot-project-token",
		"provider": "depot",
		"title": "Depot project token",
		"severity": "high",
		"opens": "Runs builds of a project and reads its images.",
		"remediation": "Revoke it at Depot and issue a new one; removing it from the file is not enough.",
		"anchors": ["depot_project_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])depot_project_[0-9a-f]{64}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/depot-user-token",
		"provider": "depot",
		"title": "Depot user token",
		"severity": "high",
		"opens": "Runs builds as its owner.",
		"remediation": "Revoke it at Depot and issue a new one; removing it from the file is not enough.",
		"anchors": ["depot_user_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])depot_user_[0-9A-Za-z]{40,100}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 101
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/devcycle-server-key",
		"provider": "devcycle",
		"title": "DevCycle server SDK key",
		"severity": "medium",
		"opens": "Reads the flags and rules of an environment.",
		"remediation": "Revoke it at DevCycle and issue a new one; removing it from the file is not enough.",
		"anchors": ["dvc_server_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])dvc_server_[0-9A-Za-z_]{30,110}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 111
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/devcycle-mobile-key",
		"provider": "devcycle",
		"title": "DevCycle mobile SDK key",
		"severity": "info",
		"opens": "Meant to be in apps: it reads the flags for one user.",
		"remediation": "Revoke it at DevCycle and issue a new one; removing it from the file is not enough.",
		"anchors": ["dvc_mobile_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])dvc_mobile_[0-9A-Za-z_]{30,110}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 111
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/devcycle-client-key",
		"provider": "devcycle",
		"title": "DevCycle client SDK key",
		"severity": "info",
		"opens": "Meant to be public: it reads the flags for one user.",
		"remediation": "Revoke it at DevCycle and issue a new one; removing it from the file is not enough.",
		"anchors": ["dvc_client_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])dvc_client_[0-9A-Za-z_]{30,110}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 111
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/dify-app-api-key",
		"provider": "dify",
		"title": "Dify application API key",
		"severity": "high",
		"opens": "Runs an application at the owner’s expense and reads its conversations.",
		"remediation": "Revoke it at Dify and issue a new one; removing it from the file is not enough.",
		"anchors": ["app-"],
		"run": 24,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])app-(?=[^\\s]{0,23}[0-9])(?=[^\\s]{0,23}[A-Z])[0-9A-Za-z]{24}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 25
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/dify-knowledge-api-key",
		"provider": "dify",
		"title": "Dify knowledge API key",
		"severity": "high",
		"opens": "Reads and writes the knowledge bases of a workspace.",
		"remediation": "Revoke it at Dify and issue a new one; removing it from the file is not enough.",
		"anchors": ["dataset-"],
		"run": 24,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])dataset-(?=[^\\s]{0,23}[0-9])(?=[^\\s]{0,23}[A-Z])[0-9A-Za-z]{24}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 25
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/digitalocean-personal-access-token",
		"provider": "digitalocean",
		"title": "DigitalOcean personal access token",
		"severity": "critical",
		"opens": "Creates, changes and destroys what runs in the account.",
		"remediation": "Revoke it at DigitalOcean and issue a new one; removing it from the file is not enough.",
		"anchors": ["dop_v1_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])dop_v1_[0-9a-f]{64}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.digitalocean.com/v2/account",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }, {
				"status": [403],
				"json": { "id": ["*"] }
			}],
			"inactive": [{ "status": [401] }],
			"source": "https://docs.digitalocean.com/reference/api/reference/account/"
		}
	},
	{
		"id": "secrets/digitalocean-oauth-token",
		"provider": "digitalocean",
		"title": "DigitalOcean OAuth access token",
		"severity": "critical",
		"opens": "Creates, changes and destroys what runs in the account.",
		"remediation": "Revoke it at DigitalOcean and issue a new one; removing it from the file is not enough.",
		"anchors": ["doo_v1_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])doo_v1_[0-9a-f]{64}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.digitalocean.com/v2/account",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }, {
				"status": [403],
				"json": { "id": ["*"] }
			}],
			"inactive": [{ "status": [401] }],
			"source": "https://docs.digitalocean.com/reference/api/reference/account/"
		}
	},
	{
		"id": "secrets/digitalocean-refresh-token",
		"provider": "digitalocean",
		"title": "DigitalOcean OAuth refresh token",
		"severity": "critical",
		"opens": "Creates, changes and destroys what runs in the account.",
		"remediation": "Revoke it at DigitalOcean and issue a new one; removing it from the file is not enough.",
		"anchors": ["dor_v1_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])dor_v1_[0-9a-f]{64}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/digitalocean-spaces-access-key",
		"provider": "digitalocean",
		"title": "DigitalOcean Spaces access key id",
		"severity": "low",
		"opens": "Names a Spaces key; with its secret half it reads and writes buckets.",
		"remediation": "Revoke it at DigitalOcean and issue a new one; removing it from the file is not enough.",
		"anchors": ["DO0", "DO8"],
		"run": 17,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:DO00[0-9A-Z]{16}|DO80[0-9A-Z]{16})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 18
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/dingtalk-webhook",
		"provider": "dingtalk",
		"title": "DingTalk robot webhook",
		"severity": "medium",
		"opens": "Posts messages into one group.",
		"remediation": "Revoke it at DingTalk and issue a new one; removing it from the file is not enough.",
		"anchors": ["oapi.dingtalk.com/robot/send?access_token="],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])oapi\\.dingtalk\\.com/robot/send\\?access_token=[0-9a-f]{64}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/dingtalk-robot-signing-secret",
		"provider": "dingtalk",
		"title": "DingTalk robot signing secret",
		"severity": "medium",
		"opens": "With the webhook, posts messages into one group.",
		"remediation": "Revoke it at DingTalk and issue a new one; removing it from the file is not enough.",
		"anchors": ["SEC"],
		"run": 64,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])SEC[0-9a-f]{64}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/discord-bot-token",
		"provider": "discord",
		"title": "Discord bot token",
		"severity": "high",
		"opens": "Acts as a bot in every server that it joined.",
		"remediation": "Revoke it at Discord and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"discord_bot_token",
			"discord-bot-token",
			"discordbottoken",
			"discord_token",
			"discord-token",
			"discordtoken",
			"discord_client_token",
			"discord-client-token",
			"discordclienttoken",
			"bot_token",
			"bot-token",
			"bottoken",
			"discord"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:discord[_-]?bot[_-]?token|discord[_-]?token|discord[_-]?client[_-]?token|bot[_-]?token|discord)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>(?<payload>[MNO][0-9A-Za-z_-]{22,27})\\.[0-9A-Za-z_-]{6}\\.[0-9A-Za-z_-]{27,38})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 126
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "base64-text",
			"options": { "pattern": "^(?<bot>[0-9]{17,20})$" }
		},
		"verification": {
			"method": "GET",
			"url": "https://discord.com/api/v10/users/@me",
			"headers": { "authorization": "Bot {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://discord.com/developers/docs/resources/user#get-current-user"
		}
	},
	{
		"id": "secrets/discord-webhook",
		"provider": "discord",
		"title": "Discord webhook",
		"severity": "medium",
		"opens": "Posts messages into one channel.",
		"remediation": "Revoke it at Discord and issue a new one; removing it from the file is not enough.",
		"anchors": ["discord.com/api/", "discordapp.com/api/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:discord|discordapp)\\.com/api/(?:v[0-9]{1,2}/)?webhooks/(?<webhook>[0-9]{17,20})/[0-9A-Za-z_-]{60,80}(?![0-9A-Za-z_-])",
		"window": {
			"before": 1,
			"after": 130
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"verification": {
			"method": "GET",
			"url": "https://discord.com/api/v10/webhooks/{id}/{token}",
			"headers": {},
			"parts": "/webhooks/(?<id>[0-9]{17,20})/(?<token>[0-9A-Za-z_-]{60,80})$",
			"active": [{ "status": [200] }],
			"inactive": [{
				"status": [401, 404],
				"json": { "code": [10015, 50027] }
			}],
			"source": "https://discord.com/developers/docs/resources/webhook#get-webhook-with-token"
		}
	},
	{
		"id": "secrets/discord-user-token",
		"provider": "discord",
		"title": "Discord user token (two-factor)",
		"severity": "high",
		"opens": "Acts as a user in every server and conversation.",
		"remediation": "Revoke it at Discord and issue a new one; removing it from the file is not enough.",
		"anchors": ["mfa."],
		"run": 84,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])mfa\\.[0-9A-Za-z_-]{84,88}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 89
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/django-insecure-secret-key",
		"provider": "django",
		"title": "Django secret key of a fresh project",
		"severity": "low",
		"opens": "Forges sessions and signed values, where it serves in production after all.",
		"remediation": "Read the key from the environment, and set a new one in production.",
		"anchors": ["django-insecure-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "django-insecure-[a-z0-9!@#$%^&*(\\-_=+)]{50}(?![0-9A-Za-z!@#$%^&*(_=+)-])",
		"window": {
			"before": 0,
			"after": 51
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/django-secret-key",
		"provider": "django",
		"title": "Django secret key",
		"severity": "high",
		"opens": "Forges sessions, password resets and signed values of the application.",
		"remediation": "Replace it (SECRET_KEY_FALLBACKS lets old sessions live on) and read it from the environment.",
		"anchors": [
			"SECRET_KEY = ",
			"SECRET_KEY=",
			"SECRET_KEY: "
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9])(?:DJANGO_)?SECRET_KEY(?: ?= ?|: )[\"']?(?<secret>(?!django-insecure-)[^\\s\"'\\\\]{50})(?=[\"'\\r\\n]|$)",
		"window": {
			"before": 14,
			"after": 72
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "random-text",
			"options": {}
		}
	},
	{
		"id": "secrets/docker-config-auth",
		"provider": "docker-config",
		"title": "Registry password in a Docker configuration",
		"severity": "high",
		"opens": "Pulls, and often pushes, the images of the registry as the user inside.",
		"remediation": "Revoke it at the registry and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"\"auth\"",
			"\\\"auth\\\"",
			"\"auth\\\""
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "\"auth\\\\{0,8}\"\\s{0,8}:\\s{0,8}\\\\{0,8}\"(?<secret>[A-Za-z0-9+/_-]{8,16000}={0,2})(?=\\\\{0,8}\")",
		"window": {
			"before": 8,
			"after": 16050
		},
		"proof": "contextual",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "docker-auth",
			"options": {}
		}
	},
	{
		"id": "secrets/docker-config-identity-token",
		"provider": "docker-config",
		"title": "Registry identity token in a Docker configuration",
		"severity": "high",
		"opens": "Obtains access to the images of the registry as its owner until it is revoked.",
		"remediation": "Revoke it at the registry and issue a new one; removing it from the file is not enough.",
		"anchors": ["identitytoken", "registrytoken"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:identity|registry)token\\\\{0,8}\"\\s{0,8}:\\s{0,8}\\\\{0,8}\"(?<secret>[A-Za-z0-9._~+/=-]{20,4096})",
		"window": {
			"before": 10,
			"after": 4140
		},
		"proof": "contextual",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "opaque-token",
			"options": {}
		}
	},
	{
		"id": "secrets/docker-personal-access-token",
		"provider": "docker",
		"title": "Docker personal access token",
		"severity": "critical",
		"opens": "Pulls, and may push, images as its owner.",
		"remediation": "Revoke it at Docker and issue a new one; removing it from the file is not enough.",
		"anchors": ["dckr_pat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])dckr_pat_[0-9A-Za-z_-]{27}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 28
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/docker-organization-access-token",
		"provider": "docker",
		"title": "Docker organisation access token",
		"severity": "critical",
		"opens": "Pulls, and may push, images of an organisation.",
		"remediation": "Revoke it at Docker and issue a new one; removing it from the file is not enough.",
		"anchors": ["dckr_oat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])dckr_oat_[0-9A-Za-z_-]{32}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/docker-swarm-join-token",
		"provider": "docker",
		"title": "Docker Swarm join token",
		"severity": "critical",
		"opens": "Joins a machine to a swarm, which then runs its services and sees their secrets.",
		"remediation": "Rotate it with docker swarm join-token --rotate.",
		"anchors": ["SWMTKN-1-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 77
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/docker-swarm-unlock-key",
		"provider": "docker",
		"title": "Docker Swarm unlock key",
		"severity": "high",
		"opens": "Decrypts the swarm’s logs and keys on a manager’s disk.",
		"remediation": "Rotate it with docker swarm unlock-key --rotate.",
		"anchors": ["SWMKEY-1-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])SWMKEY-1-[0-9A-Za-z+/]{43}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/doppler-token",
		"provider": "doppler",
		"title": "Doppler token",
		"severity": "critical",
		"opens": "Reads, and may change, the secrets of a configuration, project or workplace.",
		"remediation": "Revoke it at Doppler and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"dp.pt.",
			"dp.st.",
			"dp.ct.",
			"dp.sa.",
			"dp.said.",
			"dp.scim.",
			"dp.audit."
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])dp\\.(?:pt|ct|sa|said|scim|audit|st)\\.(?:[0-9a-z_-]{2,35}\\.)?[0-9A-Za-z]{40,44}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 84
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.doppler.com/v3/me",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://docs.doppler.com/reference/auth-me"
		}
	},
	{
		"id": "secrets/dotenv-vault-key",
		"provider": "dotenv",
		"title": "dotenv vault key",
		"severity": "critical",
		"opens": "Decrypts the environment files of a project.",
		"remediation": "Revoke it at dotenv and issue a new one; removing it from the file is not enough.",
		"anchors": ["dotenv://:key_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "dotenv://:(?<secret>key_[0-9a-f]{64})@dotenv",
		"window": {
			"before": 0,
			"after": 92
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/dotenv-private-key",
		"provider": "dotenv",
		"title": "dotenvx private key",
		"severity": "critical",
		"opens": "Decrypts the environment files of a project.",
		"remediation": "Revoke it at dotenv and issue a new one; removing it from the file is not enough.",
		"anchors": ["DOTENV_PRIVATE_KEY"],
		"run": 0,
		"ignoreCase": false,
		"expression": "DOTENV_PRIVATE_KEY[0-9A-Z_]{0,40}[\"']?[ \\t]{0,2}[=:][ \\t]{0,2}[\"']?(?<secret>[0-9a-f]{64}(?:,[0-9a-f]{64}){0,4})(?![0-9A-Za-z])",
		"window": {
			"before": 0,
			"after": 380
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/dotnet-machine-key",
		"provider": "dotnet",
		"title": "Machine key in web.config",
		"severity": "critical",
		"opens": "Forges view state and tickets of the site, which has led to running code on it.",
		"remediation": "Make a new machine key on every server of the site, and look for what a forged view state may have left behind.",
		"anchors": ["validationKey", "decryptionKey"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<name>(?:validation|decryption)Key)\\s{0,4}=\\s{0,4}\"(?<secret>[0-9A-Fa-f]{32,256})(?=[\",])",
		"window": {
			"before": 0,
			"after": 270
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"minEntropy": 3
	},
	{
		"id": "secrets/dotnet-config-login",
		"provider": "dotnet",
		"title": "Password in web.config",
		"severity": "high",
		"opens": "Signs in to the mail server, or runs as the account, that the element names.",
		"remediation": "Change the password where it is used, and encrypt the section or read it from the environment.",
		"anchors": [
			"<network ",
			"<identity ",
			"<processModel ",
			"<virtualDirectory "
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "<(?:network|identity|processModel|virtualDirectory)\\s[^<>]{0,400}?(?<=\\s)password=\"(?<secret>[^\"\\r\\n]{1,128})\"",
		"window": {
			"before": 0,
			"after": 560
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"pairs": [{
			"expression": "userName=\"(?<id>[^\"]{1,100})",
			"ignoreCase": true,
			"within": 300,
			"as": "user",
			"secret": false,
			"required": false
		}, {
			"expression": "host=\"(?<id>[^\"]{1,200})",
			"ignoreCase": true,
			"within": 300,
			"as": "host",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/dotnet-publish-profile",
		"provider": "dotnet",
		"title": "Password of an Azure publish profile",
		"severity": "critical",
		"opens": "Deploys code to the site that the profile names.",
		"remediation": "Reset the publish profile of the site in the Azure portal. See https://learn.microsoft.com/en-us/azure/app-service/deploy-configure-credentials",
		"anchors": ["userPWD=\""],
		"run": 0,
		"ignoreCase": false,
		"expression": "userPWD=\"(?<secret>[A-Za-z0-9]{40,80})\"",
		"window": {
			"before": 0,
			"after": 82
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5,
		"pairs": [{
			"expression": "userName=\"(?<id>[^\"]{1,100})",
			"ignoreCase": true,
			"within": 400,
			"as": "user",
			"secret": false,
			"required": false
		}, {
			"expression": "publishUrl=\"(?<id>[^\"]{1,200})",
			"ignoreCase": true,
			"within": 400,
			"as": "host",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/dropbox-access-token",
		"provider": "dropbox",
		"title": "Dropbox access token",
		"severity": "high",
		"opens": "Reads, and may change, files as a user, for four hours.",
		"remediation": "Revoke it at Dropbox and issue a new one; removing it from the file is not enough.",
		"anchors": ["sl."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sl\\.(?:u\\.)?[0-9A-Za-z_-]{130,1500}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 1503
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 4,
		"verification": {
			"method": "POST",
			"url": "https://api.dropboxapi.com/2/check/user",
			"headers": { "authorization": "Bearer {secret}" },
			"body": "{\"query\":\"tidewaiter\"}",
			"active": [{ "status": [200] }],
			"inactive": [{
				"status": [401],
				"json": { "error/.tag": ["invalid_access_token", "expired_access_token"] }
			}],
			"source": "https://www.dropbox.com/developers/documentation/http/documentation#check-user"
		}
	},
	{
		"id": "secrets/dub-api-key",
		"provider": "dub",
		"title": "Dub API key",
		"severity": "medium",
		"opens": "Reads and changes the short links of a workspace.",
		"remediation": "Revoke it at Dub and issue a new one; removing it from the file is not enough.",
		"anchors": ["dub_"],
		"run": 24,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])dub_[0-9A-Za-z]{24}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 25
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/duffel-live-token",
		"provider": "duffel",
		"title": "Duffel live token",
		"severity": "high",
		"opens": "Books and pays flights at the account’s expense.",
		"remediation": "Revoke it at Duffel and issue a new one; removing it from the file is not enough.",
		"anchors": ["duffel_live_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])duffel_live_[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.duffel.com/air/airlines?limit=1",
			"headers": {
				"authorization": "Bearer {secret}",
				"duffel-version": "v2"
			},
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://duffel.com/docs/api/v2/airlines/get-airlines"
		}
	},
	{
		"id": "secrets/duffel-test-token",
		"provider": "duffel",
		"title": "Duffel test token",
		"severity": "low",
		"opens": "Searches and books invented flights.",
		"remediation": "Revoke it at Duffel and issue a new one; removing it from the file is not enough.",
		"anchors": ["duffel_test_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])duffel_test_[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/dynatrace-token",
		"provider": "dynatrace",
		"title": "Dynatrace token",
		"severity": "high",
		"opens": "Reads or writes an environment’s data and settings within its scopes.",
		"remediation": "Revoke it at Dynatrace and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"dt0c01.",
			"dt0s01.",
			"dt0s02.",
			"dt0s08.",
			"dt0s16."
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])dt0[cs](?:01|02|08|16)\\.[0-9A-Z]{8,24}\\.[0-9A-Z]{64}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 90
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/e2b-api-key",
		"provider": "e2b",
		"title": "E2B API key",
		"severity": "high",
		"opens": "Runs sandboxes at the owner’s expense.",
		"remediation": "Revoke it at E2B and issue a new one; removing it from the file is not enough.",
		"anchors": ["e2b_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])e2b_[0-9a-f]{40}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/easypost-api-key",
		"provider": "easypost",
		"title": "EasyPost API key",
		"severity": "high",
		"opens": "Buys labels at the account’s expense.",
		"remediation": "Revoke it at EasyPost and issue a new one; removing it from the file is not enough.",
		"anchors": ["EZAK"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])EZAK[0-9A-Za-z]{54}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 55
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.easypost.com/v2/addresses?page_size=1",
			"headers": { "authorization": "Basic {secret}:" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://docs.easypost.com/docs/addresses"
		}
	},
	{
		"id": "secrets/easypost-test-key",
		"provider": "easypost",
		"title": "EasyPost test API key",
		"severity": "low",
		"opens": "Acts in the test mode of an account.",
		"remediation": "Revoke it at EasyPost and issue a new one; removing it from the file is not enough.",
		"anchors": ["EZTK"],
		"run": 54,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])EZTK[0-9A-Za-z]{54}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 55
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/easyship-api-token",
		"provider": "easyship",
		"title": "Easyship API token",
		"severity": "high",
		"opens": "Buys labels and reads shipments and their recipients.",
		"remediation": "Revoke it at Easyship and issue a new one; removing it from the file is not enough.",
		"anchors": ["prod_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])prod_[0-9A-Za-z+/]{43}=(?![0-9A-Za-z=])",
		"window": {
			"before": 7,
			"after": 45
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/ebay-cert-id",
		"provider": "ebay",
		"title": "eBay client secret",
		"severity": "high",
		"opens": "Poses as an application and redeems its users’ codes for tokens.",
		"remediation": "Revoke it at eBay and issue a new one; removing it from the file is not enough.",
		"anchors": ["PRD-"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])PRD-[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/ebay-sandbox-cert-id",
		"provider": "ebay",
		"title": "eBay sandbox client secret",
		"severity": "low",
		"opens": "Poses as an application in the sandbox.",
		"remediation": "Revoke it at eBay and issue a new one; removing it from the file is not enough.",
		"anchors": ["SBX-"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])SBX-[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/elastic-cloud-api-key",
		"provider": "elastic",
		"title": "Elastic Cloud API key",
		"severity": "critical",
		"opens": "Administers the deployments of an organisation.",
		"remediation": "Revoke it at Elastic and issue a new one; removing it from the file is not enough.",
		"anchors": ["essu_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])essu_[0-9A-Za-z+/]{60,160}={0,2}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 163
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/elastic-api-key",
		"provider": "elastic",
		"title": "Elasticsearch API key",
		"severity": "high",
		"opens": "Reads, and may write, indices within its privileges.",
		"remediation": "Revoke it at Elastic and issue a new one; removing it from the file is not enough.",
		"anchors": ["ApiKey "],
		"run": 0,
		"ignoreCase": false,
		"expression": "ApiKey (?<secret>[0-9A-Za-z+/]{58,80}={0,2})(?![0-9A-Za-z+/=])",
		"window": {
			"before": 0,
			"after": 83
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-text",
			"options": { "pattern": "^[0-9A-Za-z_-]{20}:[0-9A-Za-z_-]{22}$" }
		}
	},
	{
		"id": "secrets/elastic-service-account-token",
		"provider": "elastic",
		"title": "Elasticsearch service account token",
		"severity": "high",
		"opens": "Acts as Kibana, Fleet or another service of the cluster.",
		"remediation": "Revoke it at Elastic and issue a new one; removing it from the file is not enough.",
		"anchors": ["AAEAAWVsYXN0aWMv"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/_-])AAEAAWVsYXN0aWMv[0-9A-Za-z+/_-]{20,200}={0,2}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 203
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/elevenlabs-api-key",
		"provider": "elevenlabs",
		"title": "ElevenLabs API key",
		"severity": "medium",
		"opens": "Calls models at the owner’s expense and reads what the key’s project stored.",
		"remediation": "Revoke it at ElevenLabs and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk_"],
		"run": 48,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sk_[0-9a-f]{48}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 49
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3,
		"verification": {
			"method": "GET",
			"url": "https://api.elevenlabs.io/v1/user",
			"headers": { "xi-api-key": "{secret}" },
			"active": [{ "status": [200] }, {
				"status": [401],
				"json": { "detail/status": ["missing_permissions"] }
			}],
			"inactive": [{
				"status": [401],
				"json": { "detail/status": ["invalid_api_key"] }
			}],
			"source": "https://elevenlabs.io/docs/api-reference/user/get"
		}
	},
	{
		"id": "secrets/ethereum-private-key",
		"provider": "ethereum",
		"title": "Ethereum private key",
		"severity": "critical",
		"opens": "Spends everything that the account holds.",
		"remediation": "Move what the key holds to a new one at once; a published key cannot be taken back.",
		"anchors": [
			"private_key",
			"private-key",
			"privatekey",
			"privkey",
			"priv_key",
			"deployer_key",
			"secret_key",
			"wallet_key",
			"signer_key",
			"account_key",
			"owner_key",
			"admin_key"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:priv(?:ate)?[_-]?key|(?:deployer|wallet|signer|account|owner|admin)[_-]?key)(?:_?[a-z0-9]{1,12}){0,2}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,(])[ \\t]{0,4}[\"'`\\[]{0,3}(?<secret>(?:0x)?[0-9a-f]{64})(?![0-9A-Za-z])",
		"window": {
			"before": 16,
			"after": 118
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "ethereum-key",
			"options": {}
		}
	},
	{
		"id": "secrets/exoscale-api-key",
		"provider": "exoscale",
		"title": "Exoscale API key",
		"severity": "low",
		"opens": "Names an API key; with its secret half it opens the organisation.",
		"remediation": "Revoke it at Exoscale and issue a new one; removing it from the file is not enough.",
		"anchors": ["EXO"],
		"run": 24,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])EXO[0-9a-f]{24}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 25
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/facebook-app-secret",
		"provider": "facebook",
		"title": "Facebook app secret",
		"severity": "high",
		"opens": "Acts as an app and issues its tokens.",
		"remediation": "Revoke it at Facebook and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"facebook_app_secret",
			"facebook-app-secret",
			"facebookappsecret",
			"fb_app_secret",
			"fb-app-secret",
			"fbappsecret",
			"facebook_secret",
			"facebook-secret",
			"facebooksecret",
			"facebook_client_secret",
			"facebook-client-secret",
			"facebookclientsecret"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:facebook[_-]?app[_-]?secret|fb[_-]?app[_-]?secret|facebook[_-]?secret|facebook[_-]?client[_-]?secret)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9a-f]{32})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 82
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3,
		"pairs": [{
			"expression": "(?:app|client)[_-]?id[\"'\\s:=>]{1,8}(?<id>[0-9]{13,17})(?![0-9])",
			"ignoreCase": true,
			"within": 300,
			"as": "appId",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/facebook-access-token",
		"provider": "facebook",
		"title": "Facebook access token",
		"severity": "high",
		"opens": "Acts for a user, page, app or business of Meta within its permissions.",
		"remediation": "Revoke it at Facebook and issue a new one; removing it from the file is not enough.",
		"anchors": ["EAA"],
		"run": 80,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/_-])EAA[0-9A-Za-z]{80,500}(?![0-9A-Za-z+/=_-])",
		"window": {
			"before": 7,
			"after": 501
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/facebook-instagram-token",
		"provider": "facebook",
		"title": "Instagram access token",
		"severity": "high",
		"opens": "Reads, and may publish on, an Instagram account.",
		"remediation": "Revoke it at Facebook and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"IGAA",
			"IGQV",
			"IGQW"
		],
		"run": 100,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/_-])(?:IGAA[0-9A-Za-z_-]{100,400}|IGQV[0-9A-Za-z_-]{100,400}|IGQW[0-9A-Za-z_-]{100,400})(?![0-9A-Za-z+/=_-])",
		"window": {
			"before": 7,
			"after": 401
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/facebook-threads-token",
		"provider": "facebook",
		"title": "Threads access token",
		"severity": "high",
		"opens": "Reads, and may publish on, a Threads account.",
		"remediation": "Revoke it at Facebook and issue a new one; removing it from the file is not enough.",
		"anchors": ["THAA"],
		"run": 100,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/_-])THAA[0-9A-Za-z_-]{100,400}(?![0-9A-Za-z+/=_-])",
		"window": {
			"before": 7,
			"after": 401
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/facebook-oculus-token",
		"provider": "facebook",
		"title": "Meta Horizon (Oculus) app token",
		"severity": "high",
		"opens": "Administers an app’s users, purchases and uploads.",
		"remediation": "Revoke it at Facebook and issue a new one; removing it from the file is not enough.",
		"anchors": ["OC|"],
		"run": 10,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])OC\\|[0-9]{10,20}\\|[0-9A-Za-z]{20,40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 62
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"runOf": "digits",
		"minEntropy": 3.5
	},
	{
		"id": "secrets/fastgpt-api-key",
		"provider": "fastgpt",
		"title": "FastGPT API key",
		"severity": "high",
		"opens": "Runs applications and reads their knowledge.",
		"remediation": "Revoke it at FastGPT and issue a new one; removing it from the file is not enough.",
		"anchors": ["fastgpt-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])fastgpt-[0-9A-Za-z]{40,70}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 71
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/fauna-secret",
		"provider": "fauna",
		"title": "Fauna secret",
		"severity": "critical",
		"opens": "Reads, and may write, a database.",
		"remediation": "Revoke it at Fauna and issue a new one; removing it from the file is not enough.",
		"anchors": ["fnA"],
		"run": 37,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])fnA[0-9A-Za-z_-]{37,60}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/feishu-webhook",
		"provider": "feishu",
		"title": "Feishu or Lark bot webhook",
		"severity": "medium",
		"opens": "Posts messages into one group.",
		"remediation": "Revoke it at Feishu and issue a new one; removing it from the file is not enough.",
		"anchors": ["open.feishu.cn/open-apis/bot/v2/hook/", "open.larksuite.com/open-apis/bot/v2/hook/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:open\\.feishu\\.cn/open-apis/bot/v2/hook/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|open\\.larksuite\\.com/open-apis/bot/v2/hook/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/figma-access-token",
		"provider": "figma",
		"title": "Figma access token",
		"severity": "high",
		"opens": "Reads files and comments as its owner.",
		"remediation": "Revoke it at Figma and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"figd_",
			"figu_",
			"figo_",
			"figr_",
			"figor_"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])fig(?:d|u|o|r|or)_[0-9A-Za-z_-]{40}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 42
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.figma.com/v1/me",
			"headers": { "x-figma-token": "{secret}" },
			"parts": "^figd_",
			"active": [{ "status": [200] }],
			"inactive": [{
				"status": [403],
				"json": { "err": ["Invalid token", "Token expired"] }
			}],
			"source": "https://developers.figma.com/docs/rest-api/users-endpoints/"
		}
	},
	{
		"id": "secrets/firecrawl-api-key",
		"provider": "firecrawl",
		"title": "Firecrawl API key",
		"severity": "medium",
		"opens": "Crawls the web at the owner’s expense.",
		"remediation": "Revoke it at Firecrawl and issue a new one; removing it from the file is not enough.",
		"anchors": ["fc-"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])fc-[0-9a-f]{32}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/firefox-saved-login",
		"provider": "firefox",
		"title": "Saved login of Firefox",
		"severity": "medium",
		"opens": "Signs in to the site, to whoever also has `key4.db` of the profile, unless a primary password guards it.",
		"remediation": "Change the passwords of the sites, and keep browser profiles out of the repository.",
		"anchors": ["\"encryptedPassword\""],
		"run": 0,
		"ignoreCase": false,
		"expression": "\"encryptedPassword\"\\s{0,4}:\\s{0,4}\"(?<secret>M[A-Za-z0-9+/]{40,4000}={0,2})\"",
		"window": {
			"before": 0,
			"after": 4020
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"pairs": [{
			"expression": "\"hostname\"\\s{0,4}:\\s{0,4}\"(?<id>[^\"]{1,200})",
			"ignoreCase": true,
			"within": 900,
			"as": "host",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/firehydrant-api-key",
		"provider": "firehydrant",
		"title": "FireHydrant bot token",
		"severity": "high",
		"opens": "Reads and changes incidents and schedules.",
		"remediation": "Revoke it at FireHydrant and issue a new one; removing it from the file is not enough.",
		"anchors": ["fhb-"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])fhb-[0-9a-f]{32}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/fireworks-ai-api-key",
		"provider": "fireworks-ai",
		"title": "Fireworks AI API key",
		"severity": "high",
		"opens": "Calls models at the owner’s expense.",
		"remediation": "Revoke it at Fireworks AI and issue a new one; removing it from the file is not enough.",
		"anchors": ["fw_"],
		"run": 22,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])fw_[0-9A-Za-z]{22,40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/flutterwave-secret-key",
		"provider": "flutterwave",
		"title": "Flutterwave secret key",
		"severity": "critical",
		"opens": "Charges and pays out through a merchant’s account.",
		"remediation": "Revoke it at Flutterwave and issue a new one; removing it from the file is not enough.",
		"anchors": ["FLWSECK-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:FLWSECK-[0-9a-f]{32}-X|FLWSECK-[0-9a-f]{32}-[0-9A-Za-z]{11}vt-X)(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 49
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/flutterwave-test-key",
		"provider": "flutterwave",
		"title": "Flutterwave test key",
		"severity": "low",
		"opens": "Acts in the test mode of a merchant’s account.",
		"remediation": "Revoke it at Flutterwave and issue a new one; removing it from the file is not enough.",
		"anchors": ["FLWSECK_TEST-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])FLWSECK_TEST-[0-9a-f]{32}-X(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 35
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/flutterwave-public-key",
		"provider": "flutterwave",
		"title": "Flutterwave public key",
		"severity": "info",
		"opens": "Meant to be public: it only starts payments.",
		"remediation": "Revoke it at Flutterwave and issue a new one; removing it from the file is not enough.",
		"anchors": ["FLWPUBK-", "FLWPUBK_TEST-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:FLWPUBK-[0-9a-f]{32}-X|FLWPUBK_TEST-[0-9a-f]{32}-X)(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 40
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/fly-io-macaroon",
		"provider": "fly-io",
		"title": "Fly.io access token",
		"severity": "critical",
		"opens": "Deploys and administers the apps of an organisation within its caveats.",
		"remediation": "Revoke it at Fly.io and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"fm1a_",
			"fm1r_",
			"fm2_"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])fm(?:1a|1r|2)_(?<payload>[0-9A-Za-z+/]{100,1500}={0,3})(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 1505
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-bytes",
			"options": { "starts": "9493,9492" }
		}
	},
	{
		"id": "secrets/fly-io-auth-token",
		"provider": "fly-io",
		"title": "Fly.io auth token",
		"severity": "critical",
		"opens": "Deploys and administers its owner’s apps.",
		"remediation": "Revoke it at Fly.io and issue a new one; removing it from the file is not enough.",
		"anchors": ["fo1_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])fo1_[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/frame-io-token",
		"provider": "frame-io",
		"title": "Frame.io developer token",
		"severity": "high",
		"opens": "Reads and writes the media of its owner’s projects.",
		"remediation": "Revoke it at Frame.io and issue a new one; removing it from the file is not enough.",
		"anchors": ["fio-u-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])fio-u-[0-9A-Za-z_-]{64}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/friendli-token",
		"provider": "friendli",
		"title": "Friendli personal token",
		"severity": "high",
		"opens": "Calls models at the owner’s expense.",
		"remediation": "Revoke it at FriendliAI and issue a new one; removing it from the file is not enough.",
		"anchors": ["flp_"],
		"run": 40,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])flp_[0-9A-Za-z]{40,60}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/gcp-service-account-key",
		"provider": "gcp",
		"title": "Google Cloud service account key",
		"severity": "critical",
		"opens": "Acts in Google Cloud with every role of its service account.",
		"remediation": "Delete the key in Google Cloud (IAM, service accounts, keys), look into the audit log for its use, and prefer workload identity. See https://cloud.google.com/iam/docs/keys-create-delete",
		"anchors": ["\"private_key\"", "private_key\\\""],
		"run": 0,
		"ignoreCase": false,
		"expression": "private_key\\\\{0,8}\"\\s{0,8}:\\s{0,8}\\\\{0,8}\"(?<secret>-----BEGIN (?:RSA )?PRIVATE KEY-----(?:[^-\"]|-(?!----)){1,16000}-----END (?:RSA )?PRIVATE KEY-----(?:\\\\{1,8}n)?)",
		"window": {
			"before": 2,
			"after": 16200
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "service-account",
			"options": {}
		}
	},
	{
		"id": "secrets/gcp-authorized-user",
		"provider": "gcp",
		"title": "Google application default credentials",
		"severity": "critical",
		"opens": "Acts in Google Cloud as the person who signed in, until the refresh token is revoked.",
		"remediation": "Run `gcloud auth application-default revoke`, or remove the access in the person's Google account, and sign in again. See https://cloud.google.com/iam/docs/keys-create-delete",
		"anchors": ["refresh_token"],
		"run": 0,
		"ignoreCase": false,
		"expression": "refresh_token\\\\{0,8}\"\\s{0,8}:\\s{0,8}\\\\{0,8}\"(?<secret>1\\\\{0,8}/\\\\{0,8}/[A-Za-z0-9_-]{20,300})",
		"window": {
			"before": 2,
			"after": 360
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "authorized-user",
			"options": {}
		}
	},
	{
		"id": "secrets/generic-password",
		"provider": "generic",
		"title": "Password in code or configuration",
		"severity": "medium",
		"opens": "Lets whoever reads the repository log in where the password is used.",
		"remediation": "Change the password where it is used, and read it from the environment or a secret store; removing it from the file is not enough.",
		"anchors": [
			"pass",
			"pwd",
			"identified by",
			"_pw",
			"senha",
			"contrase",
			"kennwort",
			"wachtwoord",
			"haslo"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<key>(?:pass|pwd|identified by|_pw|senha|contrase(?:\\xc3\\xb1|\\xf1|n)a|kennwort|wachtwoord|haslo)[\\w$.-]{0,40})(?=(?<sep>(?:\\[\\d{0,6}\\])?[\"'`\\\\\\])]{0,4}(?:[ ]?\\{[ \\w;]{3,30}\\}(?=[ ]?=))?(?:(?::[ \\t]?|[ \\t])(?:&'static |&|const |final )?(?:string|str|text|char|optional\\[str\\]|securestring|secretstr)[?*\\[\\]]{0,2}(?=[ \\t]{0,40}=))?(?:[\\s,{:]{0,40}(?:(?:type|description|noecho|sensitive|nullable|minlength|maxlength)[\"']?[ \\t]{0,8}[:=][^\\n]{0,50}\\n[ \\t]{0,40}){0,3}[\"']?(?:value|default)[\"']?\\s{0,8}[:=][ \\t]{0,8}|[ \\t]{0,40}(?:=>|:=|[=!]?={1,2}|:-|:|,|\\(|\\{|\\|\\||\\?\\?)[ \\t]{0,40}(?:convertto-securestring (?:-string )?|[>|][-+]?[ \\t]{0,8}\\n[ \\t]{1,40}|(?:@|[brfun])(?=[\"']))?|</(?:key|name)>\\s{0,40}<(?:string|value)>|>|[ \\t]{1,40}@?)\\\\{0,2}[\"'`]?)(?<secret>(?<=\")[^\"\\\\\\r\\n]{4,200}(?=\\\\{0,2}\")|(?<=')[^'\\\\\\r\\n]{4,200}(?=\\\\{0,2}')|(?<=`)[^`\\\\\\r\\n]{4,200}(?=`)|(?<=[\\s=:>-])[^\\s\"'`<>\\\\,;(){}[\\]]{4,200}(?=[\\s\"'`<\\\\,;)}&]|$)))",
		"window": {
			"before": 0,
			"after": 960
		},
		"proof": "generic",
		"encoded": false,
		"custom": false,
		"anchored": true,
		"prover": {
			"name": "assignment",
			"options": { "kind": "password" }
		}
	},
	{
		"id": "secrets/generic-api-key",
		"provider": "generic",
		"title": "Key or token in code or configuration",
		"severity": "medium",
		"opens": "Lets whoever reads the repository call the service as its owner.",
		"remediation": "Revoke the key where it was issued, and read its successor from the environment or a secret store; removing it from the file is not enough.",
		"anchors": [
			"secret",
			"token",
			"credential",
			"api_key",
			"apikey",
			"api-key",
			"access_key",
			"accesskey",
			"access-key",
			"auth_key",
			"authkey",
			"auth-key",
			"private_key",
			"privatekey",
			"private-key",
			"encryption_key",
			"encryptionkey",
			"encryption-key",
			"signing_key",
			"signingkey",
			"signing-key",
			"account_key",
			"accountkey",
			"account-key",
			"master_key",
			"masterkey",
			"master-key",
			"shared_key",
			"sharedkey",
			"shared-key",
			"app_key",
			"appkey",
			"app-key",
			"validationkey",
			"decryptionkey"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<key>(?:secret|token|credential|(?:api|access|auth|private|encryption|signing|account|master|shared|app|validation|decryption)[_-]?key)[\\w$.-]{0,40})(?=(?<sep>(?:\\[\\d{0,6}\\])?[\"'`\\\\\\])]{0,4}(?:[ ]?\\{[ \\w;]{3,30}\\}(?=[ ]?=))?(?:(?::[ \\t]?|[ \\t])(?:&'static |&|const |final )?(?:string|str|text|char|optional\\[str\\]|securestring|secretstr)[?*\\[\\]]{0,2}(?=[ \\t]{0,40}=))?(?:[\\s,{:]{0,40}(?:(?:type|description|noecho|sensitive|nullable|minlength|maxlength)[\"']?[ \\t]{0,8}[:=][^\\n]{0,50}\\n[ \\t]{0,40}){0,3}[\"']?(?:value|default)[\"']?\\s{0,8}[:=][ \\t]{0,8}|[ \\t]{0,40}(?:=>|:=|[=!]?={1,2}|:-|:|,|\\(|\\{|\\|\\||\\?\\?)[ \\t]{0,40}(?:convertto-securestring (?:-string )?|[>|][-+]?[ \\t]{0,8}\\n[ \\t]{1,40}|(?:@|[brfun])(?=[\"']))?|</(?:key|name)>\\s{0,40}<(?:string|value)>|>|[ \\t]{1,40}@?)\\\\{0,2}[\"'`]?)(?<secret>(?<=\")[^\"\\\\\\r\\n]{4,200}(?=\\\\{0,2}\")|(?<=')[^'\\\\\\r\\n]{4,200}(?=\\\\{0,2}')|(?<=`)[^`\\\\\\r\\n]{4,200}(?=`)|(?<=[=:] ?)(?=[^\\s!@#$%^*(]{0,80}[!@#$%^*(][^\\s!@#$%^*(]{0,40}[!@#$%^*(][^\\s!@#$%^*(]{0,40}[!@#$%^*(])[^\\s\"'`\\\\]{24,200}(?=[ \\t]{0,8}(?:[\\r\\n]|$))|(?<=[\\s=:>-])[^\\s\"'`<>\\\\,;(){}[\\]]{4,200}(?=[\\s\"'`<\\\\,;)}&]|$)))",
		"window": {
			"before": 0,
			"after": 960
		},
		"proof": "generic",
		"encoded": false,
		"custom": false,
		"anchored": true,
		"prover": {
			"name": "assignment",
			"options": { "kind": "key" }
		}
	},
	{
		"id": "secrets/generic-service-key",
		"provider": "generic",
		"title": "Key of a service that the words beside it name",
		"severity": "medium",
		"opens": "Lets whoever reads the repository call the service as its owner.",
		"remediation": "Revoke the key where it was issued, and read its successor from the environment or a secret store; removing it from the file is not enough.",
		"anchors": [
			"key=\"",
			"='",
			"= \"",
			"= '",
			": \"",
			": '",
			"\":\"",
			"key', '",
			"key\", \"",
			"key','",
			"key=",
			"key: ",
			"key = ",
			"auth=",
			"auth: ",
			"pat=",
			"appid=",
			"token=",
			"login="
		],
		"run": 20,
		"ignoreCase": true,
		"expression": "(?:(?<=[ \\t]-D)|(?<![\\w$.-]))(?<key>[a-z_$][\\w$.-]{1,80})(?<sep>[\"'`\\\\\\])]{0,4}[ \\t]{0,8}(?:=>|:=|[:=,(])[ \\t]{0,8}\\\\?[\"'`]?)(?=[\\w-]{20})(?=[\\w-]{0,19}\\d)(?<secret>\\w[\\w+/=.~:-]{19,199})(?=[\"'`\\s\\\\,;)}&<]|$)",
		"window": {
			"before": 110,
			"after": 230
		},
		"proof": "generic",
		"encoded": false,
		"custom": false,
		"runHasDigit": true,
		"prover": {
			"name": "service-key",
			"options": {}
		}
	},
	{
		"id": "secrets/gitbook-api-token",
		"provider": "gitbook",
		"title": "GitBook API token",
		"severity": "high",
		"opens": "Reads and changes the documentation of its owner’s organisations.",
		"remediation": "Revoke it at GitBook and issue a new one; removing it from the file is not enough.",
		"anchors": ["gb_api_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])gb_api_[0-9A-Za-z]{40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/github-personal-access-token",
		"provider": "github",
		"title": "GitHub personal access token (classic)",
		"severity": "critical",
		"opens": "Acts as its owner on every repository and organisation that its scopes cover.",
		"remediation": "Revoke it at GitHub and issue a new one; removing it from the file is not enough. See https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation",
		"anchors": ["ghp_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ghp_[0-9A-Za-z]{36}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-base62",
			"options": { "skip": 4 }
		},
		"verification": {
			"method": "GET",
			"url": "https://api.github.com/user",
			"headers": {
				"authorization": "Bearer {secret}",
				"accept": "application/vnd.github+json"
			},
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of a GitHub Enterprise Server",
			"source": "https://docs.github.com/en/rest/users/users#get-the-authenticated-user"
		}
	},
	{
		"id": "secrets/github-oauth-token",
		"provider": "github",
		"title": "GitHub OAuth access token",
		"severity": "critical",
		"opens": "Acts as a user for an OAuth app, within the scopes that were granted to it.",
		"remediation": "Revoke it at GitHub and issue a new one; removing it from the file is not enough. See https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation",
		"anchors": ["gho_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])gho_[0-9A-Za-z]{36}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-base62",
			"options": { "skip": 4 }
		},
		"verification": {
			"method": "GET",
			"url": "https://api.github.com/user",
			"headers": {
				"authorization": "Bearer {secret}",
				"accept": "application/vnd.github+json"
			},
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of a GitHub Enterprise Server",
			"source": "https://docs.github.com/en/rest/users/users#get-the-authenticated-user"
		}
	},
	{
		"id": "secrets/github-user-to-server-token",
		"provider": "github",
		"title": "GitHub App user token",
		"severity": "high",
		"opens": "Acts as a user where both the user and the GitHub App have access, for eight hours unless it never expires.",
		"remediation": "Revoke it at GitHub and issue a new one; removing it from the file is not enough. See https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation",
		"anchors": ["ghu_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ghu_[0-9A-Za-z]{36}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-base62",
			"options": { "skip": 4 }
		},
		"verification": {
			"method": "GET",
			"url": "https://api.github.com/user",
			"headers": {
				"authorization": "Bearer {secret}",
				"accept": "application/vnd.github+json"
			},
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of a GitHub Enterprise Server",
			"source": "https://docs.github.com/en/rest/users/users#get-the-authenticated-user"
		}
	},
	{
		"id": "secrets/github-refresh-token",
		"provider": "github",
		"title": "GitHub App refresh token",
		"severity": "high",
		"opens": "Issues new user tokens of a GitHub App for six months.",
		"remediation": "Revoke it at GitHub and issue a new one; removing it from the file is not enough. See https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation",
		"anchors": ["ghr_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ghr_(?:[0-9A-Za-z]{76}|[0-9A-Za-z]{36})(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 77
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-base62",
			"options": { "skip": 4 }
		}
	},
	{
		"id": "secrets/github-server-to-server-token",
		"provider": "github",
		"title": "GitHub App installation token",
		"severity": "high",
		"opens": "Acts as a GitHub App or a workflow on the repositories of an installation, for an hour or a job.",
		"remediation": "Revoke it at GitHub and issue a new one; removing it from the file is not enough. See https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation",
		"anchors": ["ghs_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ghs_[0-9A-Za-z]{36}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-base62",
			"options": {
				"skip": 4,
				"bonus": true
			}
		},
		"verification": {
			"method": "GET",
			"url": "https://api.github.com/installation/repositories?per_page=1",
			"headers": {
				"authorization": "Bearer {secret}",
				"accept": "application/vnd.github+json"
			},
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of a GitHub Enterprise Server",
			"source": "https://docs.github.com/en/rest/apps/installations#list-repositories-accessible-to-the-app-installation"
		}
	},
	{
		"id": "secrets/github-installation-jwt",
		"provider": "github",
		"title": "GitHub App installation token (signed form)",
		"severity": "high",
		"opens": "Acts as a GitHub App or a workflow on the repositories of an installation, for an hour or a job.",
		"remediation": "Revoke it at GitHub and issue a new one; removing it from the file is not enough. See https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation",
		"anchors": ["ghs_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])ghs_(?<app>[0-9]{1,12})_eyJ[0-9A-Za-z_-]{10,1000}\\.eyJ[0-9A-Za-z_-]{10,2000}\\.[0-9A-Za-z_-]{20,1000}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 4022
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"verification": {
			"method": "GET",
			"url": "https://api.github.com/installation/repositories?per_page=1",
			"headers": {
				"authorization": "Bearer {secret}",
				"accept": "application/vnd.github+json"
			},
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of a GitHub Enterprise Server",
			"source": "https://docs.github.com/en/rest/apps/installations#list-repositories-accessible-to-the-app-installation"
		}
	},
	{
		"id": "secrets/github-fine-grained-token",
		"provider": "github",
		"title": "GitHub fine-grained personal access token",
		"severity": "critical",
		"opens": "Acts as its owner on the repositories and with the permissions that were chosen for it.",
		"remediation": "Revoke it at GitHub and issue a new one; removing it from the file is not enough. See https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation",
		"anchors": ["github_pat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])github_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{59}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 83
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "github-fine-grained",
			"options": {}
		},
		"verification": {
			"method": "GET",
			"url": "https://api.github.com/user",
			"headers": {
				"authorization": "Bearer {secret}",
				"accept": "application/vnd.github+json"
			},
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of a GitHub Enterprise Server",
			"source": "https://docs.github.com/en/rest/users/users#get-the-authenticated-user"
		}
	},
	{
		"id": "secrets/gitlab-personal-access-token",
		"provider": "gitlab",
		"title": "GitLab personal, project or group access token",
		"severity": "critical",
		"opens": "Acts as its owner, or as the bot of a project or group, within the scopes chosen for it.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["glpat-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:[0-9A-Za-z]{1,20}-)?glpat-[0-9A-Za-z_-]{20}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 28,
			"after": 21
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://gitlab.com/api/v4/personal_access_tokens/self",
			"headers": { "private-token": "{secret}" },
			"active": [{ "status": [200] }, {
				"status": [403],
				"json": { "error": ["insufficient_scope"] }
			}],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of a GitLab server of your own",
			"source": "https://docs.gitlab.com/api/personal_access_tokens/"
		}
	},
	{
		"id": "secrets/gitlab-routable-access-token",
		"provider": "gitlab",
		"title": "GitLab access token (routable)",
		"severity": "critical",
		"opens": "Acts as its owner, or as the bot of a project or group, within the scopes chosen for it.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["glpat-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:[0-9A-Za-z]{1,20}-)?glpat-(?:t[0-9]_)?(?<payload>[0-9A-Za-z_-]{27,300})\\.(?:[0-9a-z]{2}\\.)?[0-9a-z]{9}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 28,
			"after": 317
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "gitlab-routable",
			"options": {}
		},
		"verification": {
			"method": "GET",
			"url": "https://gitlab.com/api/v4/personal_access_tokens/self",
			"headers": { "private-token": "{secret}" },
			"active": [{ "status": [200] }, {
				"status": [403],
				"json": { "error": ["insufficient_scope"] }
			}],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of a GitLab server of your own",
			"source": "https://docs.gitlab.com/api/personal_access_tokens/"
		}
	},
	{
		"id": "secrets/gitlab-routable-runner-token",
		"provider": "gitlab",
		"title": "GitLab runner authentication token (routable)",
		"severity": "high",
		"opens": "Poses as a CI runner: receives the jobs of its project or group, their code and variables.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["glrt-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:[0-9A-Za-z]{1,20}-)?glrt-(?:t[0-9]_)?(?<payload>[0-9A-Za-z_-]{27,300})\\.(?:[0-9a-z]{2}\\.)?[0-9a-z]{9}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 28,
			"after": 317
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "gitlab-routable",
			"options": {}
		}
	},
	{
		"id": "secrets/gitlab-deploy-token",
		"provider": "gitlab",
		"title": "GitLab deploy token",
		"severity": "high",
		"opens": "Reads, and may write, packages, images and code of a project or group.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["gldt-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:[0-9A-Za-z]{1,20}-)?gldt-[0-9A-Za-z_-]{20}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 28,
			"after": 21
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/gitlab-runner-token",
		"provider": "gitlab",
		"title": "GitLab runner authentication token",
		"severity": "high",
		"opens": "Poses as a CI runner: receives the jobs of its project or group, their code and variables.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["glrt-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:[0-9A-Za-z]{1,20}-)?glrt-(?:t[0-9]_)?[0-9A-Za-z_-]{20}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 28,
			"after": 24
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/gitlab-ci-job-token",
		"provider": "gitlab",
		"title": "GitLab CI job token",
		"severity": "medium",
		"opens": "Acts as a CI job while it runs: reads packages and code of the projects that allow it.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["glcbt-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:[0-9A-Za-z]{1,20}-)?glcbt-[0-9A-Za-z]{1,5}_[0-9A-Za-z_-]{20}(?![0-9A-Za-z_-])",
		"window": {
			"before": 28,
			"after": 27
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/gitlab-trigger-token",
		"provider": "gitlab",
		"title": "GitLab pipeline trigger token",
		"severity": "medium",
		"opens": "Starts pipelines of a project with variables of the caller’s choice.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["glptt-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:[0-9A-Za-z]{1,20}-)?glptt-[0-9a-f]{40}(?![0-9A-Za-z_-])",
		"window": {
			"before": 28,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/gitlab-feed-token",
		"provider": "gitlab",
		"title": "GitLab feed token",
		"severity": "medium",
		"opens": "Reads the activity feeds and calendars of a user, confidential items included.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["glft-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:[0-9A-Za-z]{1,20}-)?glft-[0-9A-Za-z_-]{20}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 28,
			"after": 21
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/gitlab-scim-token",
		"provider": "gitlab",
		"title": "GitLab SCIM token",
		"severity": "high",
		"opens": "Creates, changes and removes the members of a group.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["glsoat-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:[0-9A-Za-z]{1,20}-)?glsoat-[0-9A-Za-z_-]{20}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 28,
			"after": 21
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/gitlab-incoming-mail-token",
		"provider": "gitlab",
		"title": "GitLab incoming mail token",
		"severity": "medium",
		"opens": "Creates issues and merge requests as a user by mail.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["glimt-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:[0-9A-Za-z]{1,20}-)?glimt-[0-9A-Za-z_-]{25}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 28,
			"after": 26
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/gitlab-feature-flags-token",
		"provider": "gitlab",
		"title": "GitLab feature flags client token",
		"severity": "low",
		"opens": "Reads the feature flags of a project.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["glffct-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:[0-9A-Za-z]{1,20}-)?glffct-[0-9A-Za-z_-]{20}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 28,
			"after": 21
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/gitlab-agent-token",
		"provider": "gitlab",
		"title": "GitLab agent for Kubernetes token",
		"severity": "high",
		"opens": "Poses as a cluster’s agent: receives the configuration and requests meant for the cluster.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["glagent-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:[0-9A-Za-z]{1,20}-)?glagent-[0-9A-Za-z_-]{50}(?![0-9A-Za-z_-])",
		"window": {
			"before": 28,
			"after": 51
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/gitlab-oauth-secret",
		"provider": "gitlab",
		"title": "GitLab OAuth application secret",
		"severity": "high",
		"opens": "Poses as an OAuth application and redeems its users’ codes for tokens.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["gloas-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:[0-9A-Za-z]{1,20}-)?gloas-[0-9a-f]{64}(?![0-9A-Za-z_-])",
		"window": {
			"before": 28,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/gitlab-runner-registration-token",
		"provider": "gitlab",
		"title": "GitLab runner registration token",
		"severity": "high",
		"opens": "Registers a CI runner that receives the jobs of a project, group or instance, their code and variables.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["GR1348941"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])GR1348941[0-9A-Za-z_-]{20}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 21
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/gitlab-workspace-token",
		"provider": "gitlab",
		"title": "GitLab workspace token",
		"severity": "high",
		"opens": "Acts in a workspace and its repositories.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["glwt-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:[0-9A-Za-z]{1,20}-)?glwt-[0-9A-Za-z_-]{20,50}(?![0-9A-Za-z_-])",
		"window": {
			"before": 28,
			"after": 51
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/gitlab-runner-registration-token-prefixed",
		"provider": "gitlab",
		"title": "GitLab runner registration token (prefixed)",
		"severity": "high",
		"opens": "Registers runners that receive a project’s or group’s jobs and their secrets.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["glrtr-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:[0-9A-Za-z]{1,20}-)?glrtr-[0-9A-Za-z_-]{20,30}(?![0-9A-Za-z_-])",
		"window": {
			"before": 28,
			"after": 31
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/gitlab-session-cookie",
		"provider": "gitlab",
		"title": "GitLab session cookie",
		"severity": "medium",
		"opens": "Acts as a signed-in user until the session ends.",
		"remediation": "Revoke it at GitLab and issue a new one; removing it from the file is not enough.",
		"anchors": ["_gitlab_session="],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z])_gitlab_session=[0-9a-f]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/gocardless-live-token",
		"provider": "gocardless",
		"title": "GoCardless live access token",
		"severity": "critical",
		"opens": "Collects payments from a merchant’s customers.",
		"remediation": "Revoke it at GoCardless and issue a new one; removing it from the file is not enough.",
		"anchors": ["live_"],
		"run": 40,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])live_[0-9A-Za-z_-]{40}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/gocardless-sandbox-token",
		"provider": "gocardless",
		"title": "GoCardless sandbox access token",
		"severity": "low",
		"opens": "Acts in the sandbox of a merchant’s account.",
		"remediation": "Revoke it at GoCardless and issue a new one; removing it from the file is not enough.",
		"anchors": ["sandbox_"],
		"run": 40,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sandbox_[0-9A-Za-z_-]{40}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/google-api-key",
		"provider": "google",
		"title": "Google API key",
		"severity": "medium",
		"opens": "Calls the Google APIs that the key is not kept from, at its project’s expense; some, such as Firebase’s web keys, are meant to be public.",
		"remediation": "Revoke it at Google and issue a new one; removing it from the file is not enough.",
		"anchors": ["AIza"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])AIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 36
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/google-oauth-client-secret",
		"provider": "google",
		"title": "Google OAuth client secret",
		"severity": "high",
		"opens": "Poses as an OAuth application and redeems its users’ codes for tokens.",
		"remediation": "Revoke it at Google and issue a new one; removing it from the file is not enough.",
		"anchors": ["GOCSPX-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])GOCSPX-[0-9A-Za-z_-]{28}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 29
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"pairs": [{
			"expression": "[0-9]{6,21}-[0-9a-z]{32}[.]apps[.]googleusercontent[.]com",
			"ignoreCase": true,
			"within": 800,
			"as": "clientId",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/google-oauth-access-token",
		"provider": "google",
		"title": "Google OAuth access token",
		"severity": "medium",
		"opens": "Acts as a user or service account within its scopes, for an hour.",
		"remediation": "Revoke it at Google and issue a new one; removing it from the file is not enough.",
		"anchors": ["ya29."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ya29\\.[0-9A-Za-z_-]{60,1000}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 1001
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5,
		"verification": {
			"method": "GET",
			"url": "https://oauth2.googleapis.com/tokeninfo?access_token={secret}",
			"headers": {},
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [400] }],
			"source": "https://cloud.google.com/docs/authentication/token-types"
		}
	},
	{
		"id": "secrets/google-oauth-refresh-token",
		"provider": "google",
		"title": "Google OAuth refresh token",
		"severity": "high",
		"opens": "Issues new access tokens until it is revoked.",
		"remediation": "Revoke it at Google and issue a new one; removing it from the file is not enough.",
		"anchors": ["1//0"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_/.:-])1//0[0-9A-Za-z_-]{60,200}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 201
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/google-gemini-api-key",
		"provider": "google",
		"title": "Google AI Studio API key",
		"severity": "high",
		"opens": "Calls models at the owner’s expense.",
		"remediation": "Revoke it at Google and issue a new one; removing it from the file is not enough.",
		"anchors": ["AQ.Ab8R"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])AQ\\.Ab8R[0-9A-Za-z_-]{40,60}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/google-hmac-access-id",
		"provider": "google",
		"title": "Google Cloud Storage HMAC access id",
		"severity": "low",
		"opens": "Names an HMAC key of Cloud Storage; with its secret half it reads and writes buckets.",
		"remediation": "Revoke it at Google and issue a new one; removing it from the file is not enough.",
		"anchors": ["GOOG1E"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])GOOG1E[0-9A-Z]{55}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 56
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/google-fcm-server-key",
		"provider": "google",
		"title": "Firebase Cloud Messaging server key (legacy)",
		"severity": "high",
		"opens": "Sends push notifications to every device of an app.",
		"remediation": "Revoke it at Google and issue a new one; removing it from the file is not enough.",
		"anchors": [":APA91b"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])AAAA[0-9A-Za-z_-]{7}:APA91b[0-9A-Za-z_-]{134}(?![0-9A-Za-z_-])",
		"window": {
			"before": 18,
			"after": 135
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/google-chat-webhook",
		"provider": "google",
		"title": "Google Chat webhook",
		"severity": "medium",
		"opens": "Posts messages into one space.",
		"remediation": "Revoke it at Google and issue a new one; removing it from the file is not enough.",
		"anchors": ["chat.googleapis.com/v1/spaces/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])chat\\.googleapis\\.com/v1/spaces/[0-9A-Za-z_-]{8,20}/messages\\?(?:threadKey=[^&\\s]{1,40}&(?:amp;)?)?key=AIza[0-9A-Za-z_-]{35}&(?:amp;)?token=[0-9A-Za-z_%-]{40,66}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 252
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/google-oauth-client-id",
		"provider": "google",
		"title": "Google OAuth client id",
		"severity": "info",
		"opens": "Meant to be public: it names an application on the consent page.",
		"remediation": "Revoke it at Google and issue a new one; removing it from the file is not enough.",
		"anchors": [".apps.googleusercontent.com"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])[0-9]{10,14}-[0-9a-z]{32}\\.apps\\.googleusercontent\\.com(?![0-9A-Za-z_])",
		"window": {
			"before": 54,
			"after": 1
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/grafana-service-account-token",
		"provider": "grafana",
		"title": "Grafana service account token",
		"severity": "high",
		"opens": "Reads, and may change, dashboards and data sources of an instance.",
		"remediation": "Revoke it at Grafana and issue a new one; removing it from the file is not enough.",
		"anchors": ["glsa_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])glsa_[0-9A-Za-z]{32}_[0-9a-f]{8}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 42
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-hex",
			"options": {
				"separator": 1,
				"little": true
			}
		}
	},
	{
		"id": "secrets/grafana-cloud-token",
		"provider": "grafana",
		"title": "Grafana Cloud access policy token",
		"severity": "high",
		"opens": "Reads or writes metrics, logs and settings of a Grafana Cloud stack.",
		"remediation": "Revoke it at Grafana and issue a new one; removing it from the file is not enough.",
		"anchors": ["glc_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])glc_(?<payload>eyJ[0-9A-Za-z+/_-]{60,400}={0,2})(?![0-9A-Za-z+/=_-])",
		"window": {
			"before": 7,
			"after": 406
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-json",
			"options": {
				"keys": "o,n,k",
				"facts": "o=organization,n=name"
			}
		}
	},
	{
		"id": "secrets/grafana-api-key",
		"provider": "grafana",
		"title": "Grafana API key (legacy)",
		"severity": "high",
		"opens": "Reads, and may change, dashboards and data sources of an instance.",
		"remediation": "Revoke it at Grafana and issue a new one; removing it from the file is not enough.",
		"anchors": ["eyJrIjoi"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/_.-])(?<payload>eyJrIjoi[0-9A-Za-z+/_-]{60,300}={0,2})(?![0-9A-Za-z+/=_.-])",
		"window": {
			"before": 7,
			"after": 303
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-json",
			"options": {
				"keys": "k,n,id",
				"facts": "n=name,id=organization"
			}
		}
	},
	{
		"id": "secrets/groq-api-key",
		"provider": "groq",
		"title": "Groq API key",
		"severity": "high",
		"opens": "Calls models at the owner’s expense and reads what the key’s project stored.",
		"remediation": "Revoke it at Groq and issue a new one; removing it from the file is not enough.",
		"anchors": ["gsk_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])gsk_[0-9A-Za-z]{52}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 53
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.groq.com/openai/v1/models",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{
				"status": [401],
				"json": { "error/code": ["invalid_api_key"] }
			}],
			"source": "https://console.groq.com/docs/api-reference#models"
		}
	},
	{
		"id": "secrets/growthbook-secret-key",
		"provider": "growthbook",
		"title": "GrowthBook secret key",
		"severity": "high",
		"opens": "Reads and changes the flags and experiments of an organisation.",
		"remediation": "Revoke it at GrowthBook and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"secret_admin_",
			"secret_readonly_",
			"secret_user_"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])secret_(?:admin|readonly|user)_[0-9A-Za-z]{40,50}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 55
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/harness-personal-access-token",
		"provider": "harness",
		"title": "Harness personal access token",
		"severity": "critical",
		"opens": "Runs pipelines and deployments as its owner.",
		"remediation": "Revoke it at Harness and issue a new one; removing it from the file is not enough.",
		"anchors": ["pat."],
		"run": 22,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pat\\.[0-9A-Za-z_-]{22}\\.[0-9a-f]{24}\\.[0-9A-Za-z]{20}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 69
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/harness-service-account-token",
		"provider": "harness",
		"title": "Harness service account token",
		"severity": "critical",
		"opens": "Runs pipelines and deployments with the roles of a service account.",
		"remediation": "Revoke it at Harness and issue a new one; removing it from the file is not enough.",
		"anchors": ["sat."],
		"run": 22,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sat\\.[0-9A-Za-z_-]{22}\\.[0-9a-f]{24}\\.[0-9A-Za-z]{20}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 69
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/hashicorp-vault-service-token",
		"provider": "hashicorp",
		"title": "Vault service token",
		"severity": "critical",
		"opens": "Reads the secrets that its policies allow; a root token reads all.",
		"remediation": "Revoke it at HashiCorp and issue a new one; removing it from the file is not enough.",
		"anchors": ["hvs."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])hvs\\.(?<payload>CAES[0-9A-Za-z_-]{80,200})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 205
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-bytes",
			"options": { "starts": "080112" }
		}
	},
	{
		"id": "secrets/hashicorp-vault-root-token",
		"provider": "hashicorp",
		"title": "Vault token",
		"severity": "critical",
		"opens": "Reads the secrets that its policies allow; a root token reads all.",
		"remediation": "Revoke it at HashiCorp and issue a new one; removing it from the file is not enough.",
		"anchors": ["hvs."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])hvs\\.[0-9A-Za-z]{24}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 25
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/hashicorp-vault-batch-token",
		"provider": "hashicorp",
		"title": "Vault batch or recovery token",
		"severity": "critical",
		"opens": "Reads the secrets that its policies allow, or takes part in recovery.",
		"remediation": "Revoke it at HashiCorp and issue a new one; removing it from the file is not enough.",
		"anchors": ["hvb.", "hvr."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])hv[br]\\.[0-9A-Za-z_-]{80,300}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 301
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/hashicorp-vault-legacy-token",
		"provider": "hashicorp",
		"title": "Vault token (legacy)",
		"severity": "critical",
		"opens": "Reads the secrets that its policies allow; a root token reads all.",
		"remediation": "Revoke it at HashiCorp and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"vault_token",
			"vault-token",
			"vaulttoken",
			"x_vault_token",
			"x-vault-token",
			"xvaulttoken",
			"vault_root_token",
			"vault-root-token",
			"vaultroottoken"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:vault[_-]?token|x[_-]?vault[_-]?token|vault[_-]?root[_-]?token)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>s\\.[0-9A-Za-z]{24})(?![0-9A-Za-z])",
		"window": {
			"before": 9,
			"after": 71
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/hashicorp-terraform-token",
		"provider": "hashicorp",
		"title": "HCP Terraform or Terraform Enterprise token",
		"severity": "critical",
		"opens": "Runs plans and reads the state of an organisation, credentials in it included.",
		"remediation": "Revoke it at HashiCorp and issue a new one; removing it from the file is not enough.",
		"anchors": [".atlasv1."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])[0-9A-Za-z]{14}\\.atlasv1\\.[0-9A-Za-z_-]{60,70}(?![0-9A-Za-z_-])",
		"window": {
			"before": 21,
			"after": 71
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://app.terraform.io/api/v2/account/details",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of a Terraform Enterprise server or another region",
			"source": "https://developer.hashicorp.com/terraform/cloud-docs/api-docs/account"
		}
	},
	{
		"id": "secrets/hashicorp-vault-unseal-key",
		"provider": "hashicorp",
		"title": "Vault unseal or recovery key",
		"severity": "critical",
		"opens": "With enough of its fellows, unseals the vault or makes a root token.",
		"remediation": "Rekey the vault with vault operator rekey.",
		"anchors": ["Unseal Key ", "Recovery Key "],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:Unseal|Recovery) Key [0-9]{1,2}: (?<secret>[0-9A-Za-z+/]{43}[0-9A-Za-z+/=])(?![0-9A-Za-z+/=])",
		"window": {
			"before": 0,
			"after": 52
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/hcaptcha-secret",
		"provider": "hcaptcha",
		"title": "hCaptcha secret",
		"severity": "medium",
		"opens": "Verifies challenges in the owner’s name.",
		"remediation": "Revoke it at hCaptcha and issue a new one; removing it from the file is not enough.",
		"anchors": ["ES_"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ES_[0-9a-f]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/helicone-api-key",
		"provider": "helicone",
		"title": "Helicone API key",
		"severity": "high",
		"opens": "Reads and writes the logs of model calls, prompts and answers among them.",
		"remediation": "Revoke it at Helicone and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk-helicone-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:sk-helicone-[0-9a-z]{7}-[0-9a-z]{7}-[0-9a-z]{7}-[0-9a-z]{7}|sk-helicone-(?:eu|us)-[0-9a-z]{7}-[0-9a-z]{7}-[0-9a-z]{7}-[0-9a-z]{7})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 35
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/helius-endpoint-url",
		"provider": "helius",
		"title": "Helius endpoint with its API key",
		"severity": "medium",
		"opens": "Calls a blockchain node at the owner’s expense.",
		"remediation": "Revoke it at Helius and issue a new one; removing it from the file is not enough.",
		"anchors": ["helius-rpc.com/?api-key="],
		"run": 0,
		"ignoreCase": false,
		"expression": "helius-rpc\\.com/\\?api-key=(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9A-Za-z-])",
		"window": {
			"before": 0,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/heroku-api-key",
		"provider": "heroku",
		"title": "Heroku API key",
		"severity": "critical",
		"opens": "Deploys, and reads the configuration of, its owner’s apps.",
		"remediation": "Revoke it at Heroku and issue a new one; removing it from the file is not enough.",
		"anchors": ["HRKU-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])HRKU-(?:AA[0-9A-Za-z_-]{58}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.heroku.com/account",
			"headers": {
				"authorization": "Bearer {secret}",
				"accept": "application/vnd.heroku+json; version=3"
			},
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://devcenter.heroku.com/articles/platform-api-reference#account"
		}
	},
	{
		"id": "secrets/heroku-api-key-plain",
		"provider": "heroku",
		"title": "Heroku API key (older)",
		"severity": "high",
		"opens": "Deploys, and reads the configuration of, its owner’s apps.",
		"remediation": "Revoke it at Heroku and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"heroku_api_key",
			"heroku-api-key",
			"herokuapikey",
			"heroku_api_token",
			"heroku-api-token",
			"herokuapitoken",
			"heroku_auth_token",
			"heroku-auth-token",
			"herokuauthtoken"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:heroku[_-]?api[_-]?key|heroku[_-]?api[_-]?token|heroku[_-]?auth[_-]?token)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 80
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.heroku.com/account",
			"headers": {
				"authorization": "Bearer {secret}",
				"accept": "application/vnd.heroku+json; version=3"
			},
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://devcenter.heroku.com/articles/platform-api-reference#account"
		}
	},
	{
		"id": "secrets/honeycomb-ingest-key",
		"provider": "honeycomb",
		"title": "Honeycomb ingest key",
		"severity": "medium",
		"opens": "Sends events to an environment and may create datasets.",
		"remediation": "Revoke it at Honeycomb and issue a new one; removing it from the file is not enough.",
		"anchors": ["ik_"],
		"run": 56,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])hc[a-z]ik_[0-9a-z]{56,64}(?![0-9A-Za-z_])",
		"window": {
			"before": 10,
			"after": 65
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/honeycomb-management-key",
		"provider": "honeycomb",
		"title": "Honeycomb management key",
		"severity": "high",
		"opens": "Administers the team’s environments and keys within its scopes.",
		"remediation": "Revoke it at Honeycomb and issue a new one; removing it from the file is not enough.",
		"anchors": ["mk_"],
		"run": 26,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])hc[a-z]mk_[0-9a-z]{26}:[0-9A-Za-z]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 10,
			"after": 60
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/htpasswd-hash",
		"provider": "htpasswd",
		"title": "Password hash of a web server's user",
		"severity": "low",
		"opens": "Gives the password to whoever guesses it offline; weak ones fall in minutes.",
		"remediation": "Change the password and keep the file out of the repository.",
		"anchors": [
			":$apr1$",
			":$2y$",
			":$2a$",
			":$2b$",
			":{SHA}",
			":$5$",
			":$6$"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![^\\s\"'=])(?<user>[A-Za-z0-9._@-]{1,64}):(?<secret>\\$apr1\\$[A-Za-z0-9./]{1,8}\\$[A-Za-z0-9./]{22}|\\$2[aby]\\$\\d\\d\\$[A-Za-z0-9./]{53}|\\{SHA\\}[A-Za-z0-9+/]{27}=|\\$[56]\\$(?:rounds=\\d{1,9}\\$)?[A-Za-z0-9./]{1,16}\\$[A-Za-z0-9./]{43,86})(?![A-Za-z0-9./=:])",
		"window": {
			"before": 72,
			"after": 140
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "password-hash",
			"options": {}
		}
	},
	{
		"id": "secrets/http-basic-auth",
		"provider": "http",
		"title": "Credentials in a Basic authorization header",
		"severity": "high",
		"opens": "Signs in to the service that the request goes to as the user inside.",
		"remediation": "Revoke it at the service that the request goes to and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"Basic ",
			"basic ",
			"BASIC ",
			"Basic\",",
			"Basic',"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9])(?:(?:Basic|basic|BASIC) {1,3}|Basic[\"'], {0,2}[\"'])(?<secret>[A-Za-z0-9+/_-]{8,1024}={0,2})(?![A-Za-z0-9+/_=-])",
		"window": {
			"before": 7,
			"after": 1040
		},
		"proof": "contextual",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "basic-auth",
			"options": { "names": "password" }
		}
	},
	{
		"id": "secrets/http-bearer-token",
		"provider": "http",
		"title": "Token in a Bearer authorization header",
		"severity": "medium",
		"opens": "Acts as its owner at the service that the request goes to.",
		"remediation": "Revoke it at the service that the request goes to and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"Bearer ",
			"bearer ",
			"BEARER ",
			"Authorization: token ",
			"authorization: token ",
			"Authorization: Token ",
			"Authorization: Bearer%20",
			"Bearer\",",
			"Bearer',",
			"Bearer%20"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9])(?:Bearer|bearer|BEARER|[Aa]uthorization: [Tt]oken)(?: {1,3}|%20|[\"'], {0,2}[\"'])(?<secret>[A-Za-z0-9._~+/-]{16,512}={0,2})(?![A-Za-z0-9._~+/=-])",
		"window": {
			"before": 7,
			"after": 536
		},
		"proof": "contextual",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "opaque-token",
			"options": { "names": "token" }
		}
	},
	{
		"id": "secrets/http-api-key-header",
		"provider": "http",
		"title": "API key in a request header",
		"severity": "medium",
		"opens": "Calls the service that the request goes to as the key's owner.",
		"remediation": "Revoke it at the service that the request goes to and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"x-api-key",
			"x-auth-token",
			"x-access-token",
			"private-token",
			"x-vault-token",
			"x-auth-key",
			"api-key",
			"x-apikey",
			"x-token",
			"ocp-apim-subscription-key"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![A-Za-z0-9_-])(?:x-api-key|x-auth-token|x-access-token|private-token|x-vault-token|x-auth-key|api-key|x-apikey|x-token|ocp-apim-subscription-key)[\"']?\\]?\\)? {0,2}[:=,] {0,2}[\"'\\[]{0,2}(?<secret>[A-Za-z0-9._~+/-]{16,256}={0,2})(?![A-Za-z0-9._~+/=-])",
		"window": {
			"before": 7,
			"after": 290
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "opaque-token",
			"options": { "names": "token" }
		}
	},
	{
		"id": "secrets/http-curl-user",
		"provider": "http",
		"title": "Password on a curl command line",
		"severity": "high",
		"opens": "Signs in to the service that the command calls as the user inside.",
		"remediation": "Revoke it at the service that the request goes to and issue a new one; removing it from the file is not enough.",
		"anchors": ["curl "],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9_])curl (?:(?!curl )[^\\n\\r\\\\|;&]|\\\\[^\\r]|(?<=[^\\s&])&(?=[^\\s&])){0,400}?(?<=\\s)(?:-[a-zA-Z]{0,6}u|--user|--proxy-user|-U)(?:\\s{1,3}|=)?[\"']?(?<user>[^\\s:\"'/]{1,100}):(?<secret>[^\\s\"'`\\\\]{1,128})",
		"window": {
			"before": 7,
			"after": 1050
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": { "names": "password" }
		}
	},
	{
		"id": "secrets/http-authorization-value",
		"provider": "http",
		"title": "Token in an Authorization header",
		"severity": "medium",
		"opens": "Acts as its owner at the service that the request goes to.",
		"remediation": "Revoke it at the service that the request goes to and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"uthorization\"",
			"uthorization'",
			"uthorization: ",
			"uthorization\\\""
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z])[Aa]uthorization\\\\{0,2}[\"']{0,1}\\]?\\)? {0,2}[:=,] {0,2}\\\\{0,2}[\"'`]?(?:(?:[Tt]oken|[Aa]pi-?[Kk]ey|APIKEY|[Kk]ey|OAuth|GenieKey|SSWS|Klaviyo-API-Key|PRIVATE-TOKEN|DeepL-Auth-Key|Discogs token=|apikey|PLAIN|Splunk|Bot|Token token=)[ =]{0,2})?[\"']?(?<secret>[A-Za-z0-9][A-Za-z0-9._~+/-]{18,256}={0,2})(?=\\\\{0,2}[\"'`\\s,;)}]|$)",
		"window": {
			"before": 8,
			"after": 350
		},
		"proof": "generic",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "opaque-token",
			"options": { "names": "token" }
		}
	},
	{
		"id": "secrets/hubspot-private-app-token",
		"provider": "hubspot",
		"title": "HubSpot private app token",
		"severity": "high",
		"opens": "Reads, and may change, contacts, deals and the rest of an account.",
		"remediation": "Revoke it at HubSpot and issue a new one; removing it from the file is not enough.",
		"anchors": ["pat-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])pat-(?:na|eu|ap)[0-9]-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.hubapi.com/account-info/v3/details",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }, {
				"status": [403],
				"json": { "category": ["MISSING_SCOPES"] }
			}],
			"inactive": [{ "status": [401] }],
			"source": "https://developers.hubspot.com/docs/api-reference/account-account-info-v3/guide"
		}
	},
	{
		"id": "secrets/hubspot-personal-access-key",
		"provider": "hubspot",
		"title": "HubSpot personal access key",
		"severity": "high",
		"opens": "Acts as its owner through the command line within its scopes.",
		"remediation": "Revoke it at HubSpot and issue a new one; removing it from the file is not enough.",
		"anchors": ["CiRuYTEt", "CiRldTEt"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/_-])Ci(?:RuYTEt|RldTEt)[0-9A-Za-z+/_-]{60,300}={0,2}(?![0-9A-Za-z+/=_-])",
		"window": {
			"before": 7,
			"after": 303
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-bytes",
			"options": { "starts": "0a246e61312d,0a246575312d" }
		}
	},
	{
		"id": "secrets/hugging-face-access-token",
		"provider": "hugging-face",
		"title": "Hugging Face access token",
		"severity": "critical",
		"opens": "Reads, and may write, private models and data sets as its owner.",
		"remediation": "Revoke it at Hugging Face and issue a new one; removing it from the file is not enough.",
		"anchors": ["hf_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])hf_[A-Za-z]{34}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 35
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.8,
		"verification": {
			"method": "GET",
			"url": "https://huggingface.co/api/whoami-v2",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://huggingface.co/docs/hub/api#get-apiwhoami-v2"
		}
	},
	{
		"id": "secrets/hugging-face-organization-token",
		"provider": "hugging-face",
		"title": "Hugging Face organisation token",
		"severity": "critical",
		"opens": "Reads, and may write, private models and data sets of an organisation.",
		"remediation": "Revoke it at Hugging Face and issue a new one; removing it from the file is not enough.",
		"anchors": ["api_org_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])api_org_[A-Za-z]{34}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 35
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://huggingface.co/api/whoami-v2",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://huggingface.co/docs/hub/api#get-apiwhoami-v2"
		}
	},
	{
		"id": "secrets/hugging-face-oauth-token",
		"provider": "hugging-face",
		"title": "Hugging Face OAuth access token",
		"severity": "high",
		"opens": "Acts as a user within the scopes that an application was given.",
		"remediation": "Revoke it at Hugging Face and issue a new one; removing it from the file is not enough.",
		"anchors": ["hf_oauth_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])hf_oauth_[0-9A-Za-z_-]{100,1500}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 1501
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/humanloop-api-key",
		"provider": "humanloop",
		"title": "Humanloop API key",
		"severity": "high",
		"opens": "Reads and writes prompts and the logs of requests.",
		"remediation": "Revoke it at Humanloop and issue a new one; removing it from the file is not enough.",
		"anchors": ["hl_sk_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])hl_sk_[0-9a-f]{48}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 49
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/ifttt-webhook-key",
		"provider": "ifttt",
		"title": "IFTTT webhook key",
		"severity": "medium",
		"opens": "Starts every webhook applet of its owner.",
		"remediation": "Revoke it at IFTTT and issue a new one; removing it from the file is not enough.",
		"anchors": ["maker.ifttt.com/trigger/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "maker\\.ifttt\\.com/trigger/[^\\s\"'`<>/]{1,60}(?:/json)?/with/key/(?<secret>[0-9A-Za-z_-]{20,60})(?![0-9A-Za-z_-])",
		"window": {
			"before": 0,
			"after": 140
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/imagekit-private-key",
		"provider": "imagekit",
		"title": "ImageKit private key",
		"severity": "high",
		"opens": "Reads, writes and deletes the media of an account.",
		"remediation": "Revoke it at ImageKit and issue a new one; removing it from the file is not enough.",
		"anchors": ["private_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])private_[0-9A-Za-z+/]{27}=(?![0-9A-Za-z=])",
		"window": {
			"before": 7,
			"after": 29
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.8
	},
	{
		"id": "secrets/infisical-service-token",
		"provider": "infisical",
		"title": "Infisical service token",
		"severity": "critical",
		"opens": "Reads, and may write, the secrets of an environment.",
		"remediation": "Revoke it at Infisical and issue a new one; removing it from the file is not enough.",
		"anchors": ["st."],
		"run": 24,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])st\\.[0-9a-f]{24}\\.[0-9a-f]{32}\\.[0-9a-f]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 91
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/infracost-api-key",
		"provider": "infracost",
		"title": "Infracost API key",
		"severity": "low",
		"opens": "Asks for cost estimates in an organisation’s name.",
		"remediation": "Revoke it at Infracost and issue a new one; removing it from the file is not enough.",
		"anchors": ["ico-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])ico-[0-9A-Za-z]{32}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/infura-project-id-url",
		"provider": "infura",
		"title": "Infura endpoint with its API key",
		"severity": "medium",
		"opens": "Calls a blockchain node at the owner’s expense.",
		"remediation": "Revoke it at Infura and issue a new one; removing it from the file is not enough.",
		"anchors": ["infura.io/v3/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "infura\\.io/v3/(?<secret>[0-9a-f]{32})(?![0-9A-Za-z])",
		"window": {
			"before": 0,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/inngest-signing-key",
		"provider": "inngest",
		"title": "Inngest signing key",
		"severity": "high",
		"opens": "Runs an app’s functions and administers its environment.",
		"remediation": "Revoke it at Inngest and issue a new one; removing it from the file is not enough.",
		"anchors": ["signkey-prod-", "signkey-branch-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:signkey-prod-[0-9a-f]{64}|signkey-branch-[0-9a-f]{64})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 67
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/inngest-test-signing-key",
		"provider": "inngest",
		"title": "Inngest test signing key",
		"severity": "low",
		"opens": "Runs functions of the test environment.",
		"remediation": "Revoke it at Inngest and issue a new one; removing it from the file is not enough.",
		"anchors": ["signkey-test-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])signkey-test-[0-9a-f]{64}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/intercom-access-token",
		"provider": "intercom",
		"title": "Intercom access token",
		"severity": "high",
		"opens": "Reads and writes the contacts and conversations of a workspace.",
		"remediation": "Revoke it at Intercom and issue a new one; removing it from the file is not enough.",
		"anchors": ["dG9rO"],
		"run": 50,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/_-])dG9rO[0-9A-Za-z]{50,80}={0,2}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 83
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-text",
			"options": { "pattern": "^tok:[0-9a-f_]{30,60}" }
		}
	},
	{
		"id": "secrets/intra42-client-secret",
		"provider": "intra42",
		"title": "42 Intranet client secret",
		"severity": "medium",
		"opens": "Poses as an application of the school’s intranet.",
		"remediation": "Revoke it at 42 Intranet and issue a new one; removing it from the file is not enough.",
		"anchors": ["s-s4t2ud-", "s-s4t2af-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:s-s4t2ud-[0-9a-f]{64}|s-s4t2af-[0-9a-f]{64})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/intuit-quickbooks-refresh-token",
		"provider": "intuit",
		"title": "QuickBooks refresh token",
		"severity": "high",
		"opens": "Issues new access tokens to a company’s books.",
		"remediation": "Revoke it at Intuit and issue a new one; removing it from the file is not enough.",
		"anchors": ["AB11"],
		"run": 46,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])AB11[0-9A-Za-z]{46}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 47
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/jenkins-encrypted-credential",
		"provider": "jenkins",
		"title": "Credential in a Jenkins configuration, encrypted with its master key",
		"severity": "low",
		"opens": "Opens what the credential is for, to whoever also has `secrets/master.key` and `hudson.util.Secret` of the same Jenkins.",
		"remediation": "Keep Jenkins' home out of the repository; where its secrets folder was ever beside it, replace every credential.",
		"anchors": ["{AQAAABAA"],
		"run": 0,
		"ignoreCase": false,
		"expression": "\\{(?<secret>AQAAABAA[A-Za-z0-9+/]{30,8000}={0,2})\\}",
		"window": {
			"before": 0,
			"after": 8010
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"pairs": [{
			"expression": "<id>\\s{0,4}(?<id>[^<\\s]{1,100})",
			"ignoreCase": true,
			"within": 600,
			"as": "credentialId",
			"secret": false,
			"required": false
		}, {
			"expression": "<username>\\s{0,4}(?<id>[^<\\s]{1,100})",
			"ignoreCase": true,
			"within": 300,
			"as": "user",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/jetbrains-permanent-token",
		"provider": "jetbrains",
		"title": "JetBrains permanent token",
		"severity": "high",
		"opens": "Acts as its owner in YouTrack, Hub, Space or the Marketplace.",
		"remediation": "Revoke it at JetBrains and issue a new one; removing it from the file is not enough.",
		"anchors": ["perm:"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])perm(?::|-)[0-9A-Za-z+/]{4,80}={0,2}\\.[0-9A-Za-z+/]{2,100}={0,2}\\.[0-9A-Za-z]{30}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 217
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/jetbrains-teamcity-token",
		"provider": "jetbrains",
		"title": "TeamCity access token",
		"severity": "critical",
		"opens": "Acts as its owner on a TeamCity server: runs builds and reads their parameters.",
		"remediation": "Revoke it at JetBrains and issue a new one; removing it from the file is not enough.",
		"anchors": ["eyJ0eXAiOiAiVENWMiJ9."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])eyJ0eXAiOiAiVENWMiJ9\\.[0-9A-Za-z_-]{36}\\.[0-9A-Za-z_-]{48}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 86
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/jfrog-reference-token",
		"provider": "jfrog",
		"title": "JFrog reference token",
		"severity": "critical",
		"opens": "Reads, and may publish, artifacts as its owner.",
		"remediation": "Revoke it at JFrog and issue a new one; removing it from the file is not enough.",
		"anchors": ["cmVmdGtu"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])cmVmdGtu[0-9A-Za-z]{56}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 57
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-text",
			"options": { "pattern": "^reftkn:[0-9]{2}:(?<expires>[0-9]{10}):" }
		}
	},
	{
		"id": "secrets/jfrog-api-key",
		"provider": "jfrog",
		"title": "JFrog API key",
		"severity": "critical",
		"opens": "Reads, and may publish, artifacts as its owner.",
		"remediation": "Revoke it at JFrog and issue a new one; removing it from the file is not enough.",
		"anchors": ["AKCp"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])AKCp[0-9A-Za-z]{69}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 70
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base58-length",
			"options": { "bytes": 54 }
		}
	},
	{
		"id": "secrets/jina-ai-api-key",
		"provider": "jina-ai",
		"title": "Jina AI API key",
		"severity": "high",
		"opens": "Calls embedding, reader and search models at the owner’s expense.",
		"remediation": "Revoke it at Jina AI and issue a new one; removing it from the file is not enough.",
		"anchors": ["jina_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])jina_[0-9a-f]{32}[0-9A-Za-z_-]{24,40}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 73
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/jumpcloud-api-key",
		"provider": "jumpcloud",
		"title": "JumpCloud API key",
		"severity": "critical",
		"opens": "Administers the users and devices of an organisation.",
		"remediation": "Revoke it at JumpCloud and issue a new one; removing it from the file is not enough.",
		"anchors": ["jca_"],
		"run": 36,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])jca_[0-9A-Za-z]{36}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/jwt-token",
		"provider": "jwt",
		"title": "JSON Web Token",
		"severity": "medium",
		"opens": "Acts as its subject at whoever trusts its issuer.",
		"remediation": "End the session or revoke the token at its issuer; where that cannot be done, rotate the signing key.",
		"anchors": [
			".eyJ",
			".ewog",
			".ew0K",
			".eyAi",
			"eyJhbGciOi",
			"eyJ0eXAiOi",
			"eyJraWQiOi"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:(?<![A-Za-z0-9_-])|(?<=\\\\[nrt]|%[0-9A-F]{2}))(?<secret>e[yw][A-Za-z0-9_-]{14,4096}\\.(?:eyJ|ewog|ew0K|eyAi)[A-Za-z0-9_-]{4,16384}\\.[A-Za-z0-9_-]{0,2048})(?![A-Za-z0-9_.-])",
		"window": {
			"before": 4104,
			"after": 22600
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "jwt",
			"options": { "kind": "other" }
		}
	},
	{
		"id": "secrets/jwt-signing-secret",
		"provider": "jwt",
		"title": "Secret in a call that signs or encrypts",
		"severity": "medium",
		"opens": "Makes tokens and signatures that the application trusts, or reads what it encrypted.",
		"remediation": "Change the secret, which ends what was signed with it, and read it from the environment or a secret store.",
		"anchors": [
			"jwt.sign(",
			"jwt.verify(",
			"jwt.encode(",
			"jwt.decode(",
			"createHmac(",
			"createCipheriv(",
			"createDecipheriv(",
			"hmac.new(",
			"AES.encrypt(",
			"AES.decrypt(",
			"AES.new(",
			"hash_hmac(",
			"Fernet(",
			"SecretKeySpec(",
			"SymmetricSecurityKey("
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:(?:jwt\\.(?:sign|verify|encode|decode)|AES\\.(?:encrypt|decrypt))\\([^\"'\\n]{1,200}?,\\s{0,20}|(?:createHmac|createCipheriv|createDecipheriv|hash_hmac)\\([\"'][\\w-]{2,20}[\"'],\\s{0,20}(?:[$\\w.]{1,40},\\s{0,20})?|(?:hmac\\.new|AES\\.new|Fernet|SecretKeySpec|SymmetricSecurityKey)\\(\\s{0,20}(?:[\\w.]{1,40}\\()?b?)[\"'](?<secret>[^\"'\\\\\\n]{8,128})[\"']",
		"window": {
			"before": 2,
			"after": 480
		},
		"proof": "generic",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "chosen-secret",
			"options": {}
		}
	},
	{
		"id": "secrets/kaggle-api-token",
		"provider": "kaggle",
		"title": "Kaggle API token",
		"severity": "high",
		"opens": "Acts as its owner: downloads, submits and publishes.",
		"remediation": "Revoke it at Kaggle and issue a new one; removing it from the file is not enough.",
		"anchors": ["KGAT_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])KGAT_[0-9a-f]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/keap-api-key",
		"provider": "keap",
		"title": "Keap personal access token or service account key",
		"severity": "high",
		"opens": "Reads and writes the contacts and orders of an account.",
		"remediation": "Revoke it at Keap and issue a new one; removing it from the file is not enough.",
		"anchors": ["KeapAK-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])KeapAK-[0-9a-f]{40,64}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/kit-api-key",
		"provider": "kit",
		"title": "Kit API key",
		"severity": "high",
		"opens": "Reads the subscribers and sends the mail of an account.",
		"remediation": "Revoke it at Kit and issue a new one; removing it from the file is not enough.",
		"anchors": ["kit_"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])kit_[0-9a-f]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/klarna-live-api-key",
		"provider": "klarna",
		"title": "Klarna API key",
		"severity": "critical",
		"opens": "Captures and refunds through a merchant’s account.",
		"remediation": "Revoke it at Klarna and issue a new one; removing it from the file is not enough.",
		"anchors": ["klarna_live_api_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])klarna_live_api_[0-9A-Za-z+/_-]{60,200}={0,2}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 204
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/klarna-test-api-key",
		"provider": "klarna",
		"title": "Klarna test API key",
		"severity": "low",
		"opens": "Acts in the test mode of a merchant’s account.",
		"remediation": "Revoke it at Klarna and issue a new one; removing it from the file is not enough.",
		"anchors": ["klarna_test_api_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])klarna_test_api_[0-9A-Za-z+/_-]{60,200}={0,2}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 204
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/klaviyo-private-key",
		"provider": "klaviyo",
		"title": "Klaviyo private API key",
		"severity": "high",
		"opens": "Reads the profiles and sends campaigns of an account.",
		"remediation": "Revoke it at Klaviyo and issue a new one; removing it from the file is not enough.",
		"anchors": ["pk_"],
		"run": 34,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pk_[0-9a-f]{34}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 35
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/kong-personal-access-token",
		"provider": "kong",
		"title": "Kong Konnect personal access token",
		"severity": "critical",
		"opens": "Administers gateways and APIs as its owner.",
		"remediation": "Revoke it at Kong and issue a new one; removing it from the file is not enough.",
		"anchors": ["kpat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])kpat_[0-9A-Za-z]{45,60}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/kong-system-account-token",
		"provider": "kong",
		"title": "Kong Konnect system account token",
		"severity": "critical",
		"opens": "Administers gateways and APIs with its account’s roles.",
		"remediation": "Revoke it at Kong and issue a new one; removing it from the file is not enough.",
		"anchors": ["spat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])spat_[0-9A-Za-z]{45,60}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/kubernetes-service-account-token",
		"provider": "kubernetes",
		"title": "Kubernetes service account token",
		"severity": "critical",
		"opens": "Acts in the cluster with every right of its service account.",
		"remediation": "Delete the Secret that holds it (a token without expiry), or the pod or service account it is bound to, and look into the audit log for its use.",
		"anchors": [
			".eyJ",
			".ewog",
			".ew0K",
			".eyAi",
			"eyJhbGciOi",
			"eyJ0eXAiOi",
			"eyJraWQiOi"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:(?<![A-Za-z0-9_-])|(?<=\\\\[nrt]|%[0-9A-F]{2}))(?<secret>e[yw][A-Za-z0-9_-]{14,4096}\\.(?:eyJ|ewog|ew0K|eyAi)[A-Za-z0-9_-]{4,16384}\\.[A-Za-z0-9_-]{20,2048})(?![A-Za-z0-9_.-])",
		"window": {
			"before": 4104,
			"after": 22600
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "jwt",
			"options": { "kind": "kubernetes" }
		}
	},
	{
		"id": "secrets/kubernetes-bootstrap-token",
		"provider": "kubernetes",
		"title": "kubeadm bootstrap token",
		"severity": "critical",
		"opens": "Joins a node to the cluster, or reads its configuration, until it expires.",
		"remediation": "Revoke it at the cluster and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"--token",
			"bootstrap-token",
			"bootstrap_token",
			"bootstraptoken",
			"kubeadmtoken",
			"kubeadm-token",
			"kubeadm_token"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:--token|--discovery-token|--tls-bootstrap-token|(?:kubeadm|bootstrap)[_-]?tokens?)[\"']?[ \\t]{0,4}(?:[:= ]|:\\s{1,40}-\\s{1,4}token:)[ \\t]{0,4}[\"']?(?<secret>[0-9a-z]{6}\\.[0-9a-z]{16})(?![0-9A-Za-z.])",
		"window": {
			"before": 26,
			"after": 130
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/kubernetes-certificate-key",
		"provider": "kubernetes",
		"title": "kubeadm certificate key",
		"severity": "high",
		"opens": "Decrypts the control plane’s certificates and keys that kubeadm uploaded to the cluster, for two hours.",
		"remediation": "Revoke it at the cluster and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"certificate-key",
			"certificate_key",
			"certificatekey"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:certificate[_-]?key|certificatekey)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=, ])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9a-f]{64})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 104
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/kubernetes-k3s-token",
		"provider": "kubernetes",
		"title": "K3s or RKE2 cluster token",
		"severity": "critical",
		"opens": "Joins a server or agent to the cluster.",
		"remediation": "Rotate it with k3s token rotate.",
		"anchors": ["K10"],
		"run": 64,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z])K10[0-9a-f]{64}::[0-9A-Za-z_.-]{1,40}:[0-9A-Za-z._-]{16,64}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 172
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex"
	},
	{
		"id": "secrets/kubernetes-static-token",
		"provider": "kubernetes",
		"title": "Static token or password of the Kubernetes API server",
		"severity": "critical",
		"opens": "Acts in the cluster as the user and groups of its line; it never expires.",
		"remediation": "Remove the line, restart the API server, and move to a kind of authentication whose credentials expire.",
		"anchors": [
			",\"system:",
			",system:",
			", \"system:"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![^\\s\"'=])(?<secret>[^\\s,\"'=:]{8,200}), ?\"?(?<user>[^\\s,\"']{1,100})\"?, ?\"?(?<uid>[^\\s,\"']{0,64})\"?, ?\"?(?<groups>system:[\\w:.-]{1,60}(?:,[\\w:.-]{1,60}){0,10})",
		"window": {
			"before": 386,
			"after": 730
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "static-token",
			"options": {}
		}
	},
	{
		"id": "secrets/lambda-labs-api-key",
		"provider": "lambda-labs",
		"title": "Lambda Cloud API key",
		"severity": "critical",
		"opens": "Starts machines at the owner’s expense.",
		"remediation": "Revoke it at Lambda and issue a new one; removing it from the file is not enough.",
		"anchors": ["secret_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])secret_[0-9A-Za-z]{1,40}_[0-9a-f]{32}\\.[0-9A-Za-z]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 107
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/langfuse-secret-key",
		"provider": "langfuse",
		"title": "Langfuse secret key",
		"severity": "high",
		"opens": "Reads and writes the traces of a project, prompts and answers among them.",
		"remediation": "Revoke it at Langfuse and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk-lf-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sk-lf-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/langfuse-public-key",
		"provider": "langfuse",
		"title": "Langfuse public key",
		"severity": "info",
		"opens": "Meant to be public: it sends scores from a browser.",
		"remediation": "Revoke it at Langfuse and issue a new one; removing it from the file is not enough.",
		"anchors": ["pk-lf-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])pk-lf-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/langsmith-api-key",
		"provider": "langsmith",
		"title": "LangSmith API key",
		"severity": "high",
		"opens": "Reads the traces, prompts and data sets of a workspace.",
		"remediation": "Revoke it at LangSmith and issue a new one; removing it from the file is not enough.",
		"anchors": ["lsv2_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 47
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/launchdarkly-api-token",
		"provider": "launchdarkly",
		"title": "LaunchDarkly access token",
		"severity": "high",
		"opens": "Reads, and may change, feature flags.",
		"remediation": "Revoke it at LaunchDarkly and issue a new one; removing it from the file is not enough.",
		"anchors": ["api-"],
		"run": 36,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])api-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://app.launchdarkly.com/api/v2/caller-identity",
			"headers": { "authorization": "{secret}" },
			"parts": "^api-",
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of the European or the federal instance",
			"source": "https://launchdarkly.com/docs/api/other/get-caller-identity"
		}
	},
	{
		"id": "secrets/launchdarkly-sdk-key",
		"provider": "launchdarkly",
		"title": "LaunchDarkly server-side SDK key",
		"severity": "medium",
		"opens": "Reads every flag of an environment with its rules.",
		"remediation": "Revoke it at LaunchDarkly and issue a new one; removing it from the file is not enough.",
		"anchors": ["sdk-"],
		"run": 36,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sdk-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": false,
		"custom": false
	},
	{
		"id": "secrets/launchdarkly-mobile-key",
		"provider": "launchdarkly",
		"title": "LaunchDarkly mobile key",
		"severity": "info",
		"opens": "Meant to be in apps: it reads the flags for one user.",
		"remediation": "Revoke it at LaunchDarkly and issue a new one; removing it from the file is not enough.",
		"anchors": ["mob-"],
		"run": 36,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])mob-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": false,
		"custom": false
	},
	{
		"id": "secrets/ldap-bind-password",
		"provider": "ldap",
		"title": "Password with which a program binds to a directory",
		"severity": "high",
		"opens": "Reads, and often changes, the directory of users and groups.",
		"remediation": "Change the password of the account in the directory, and keep it in a file outside the repository.",
		"anchors": [
			"bindpw",
			"rootpw",
			"bind_pw",
			"ldap_default_authtok",
			"bindPassword",
			"bindCredentials",
			"BIND_PASSWORD",
			"bind_password"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9])(?:root)?(?:bindpw|rootpw|bind_pw|ldap_default_authtok|bindPassword|bindCredentials|(?:[A-Z]{2,12}_)?BIND_PASSWORD|bind_password)[\"']?(?:[ \\t]{0,4}(?:=>|[:=])[ \\t]{0,4}|[ \\t]{1,20})[\"']?(?<secret>[^\\s\"',;{}()]{3,128})(?=[\"'\\s,;]|$)",
		"window": {
			"before": 30,
			"after": 190
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/lemon-squeezy-api-key",
		"provider": "lemon-squeezy",
		"title": "Lemon Squeezy API key",
		"severity": "critical",
		"opens": "Reads and changes a shop’s orders, subscriptions and customers.",
		"remediation": "Revoke it at Lemon Squeezy and issue a new one; removing it from the file is not enough.",
		"anchors": ["eyJhdWQiOiI5NGQ1OWNlZi1kYmI4LTRlYTUtYjE3OC1kMjU0MGZjZDY5MTki"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])e[yw][0-9A-Za-z_-]{10,400}\\.eyJhdWQiOiI5NGQ1OWNlZi1kYmI4LTRlYTUtYjE3OC1kMjU0MGZjZDY5MTki[0-9A-Za-z_-]{4,3000}\\.[0-9A-Za-z_-]{20,800}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 410,
			"after": 3802
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "jwt",
			"options": {
				"kind": "other",
				"severity": "critical"
			}
		}
	},
	{
		"id": "secrets/lightning-lnd-macaroon",
		"provider": "lightning",
		"title": "LND macaroon",
		"severity": "critical",
		"opens": "Acts on a Lightning node within its permissions; the admin macaroon spends.",
		"remediation": "Delete the macaroon’s root key with lncli deletemacaroonid, and bake a new one.",
		"anchors": ["0201036c6e64"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Fa-f])0201036c6e64[0-9a-fA-F]{120,2000}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 2001
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 2.8
	},
	{
		"id": "secrets/linear-api-key",
		"provider": "linear",
		"title": "Linear API key",
		"severity": "high",
		"opens": "Acts as its owner in a workspace.",
		"remediation": "Revoke it at Linear and issue a new one; removing it from the file is not enough.",
		"anchors": ["lin_api_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])lin_api_[0-9A-Za-z]{40}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "POST",
			"url": "https://api.linear.app/graphql",
			"headers": { "authorization": "{secret}" },
			"body": "{\"query\":\"{ viewer { id } }\"}",
			"active": [{
				"status": [200],
				"json": { "data/viewer/id": ["*"] }
			}],
			"inactive": [{ "status": [401] }],
			"source": "https://linear.app/developers/graphql"
		}
	},
	{
		"id": "secrets/linear-oauth-token",
		"provider": "linear",
		"title": "Linear OAuth token",
		"severity": "high",
		"opens": "Acts as a user or app in a workspace.",
		"remediation": "Revoke it at Linear and issue a new one; removing it from the file is not enough.",
		"anchors": ["lin_oauth_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])lin_oauth_[0-9a-f]{64}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "POST",
			"url": "https://api.linear.app/graphql",
			"headers": { "authorization": "Bearer {secret}" },
			"body": "{\"query\":\"{ viewer { id } }\"}",
			"active": [{
				"status": [200],
				"json": { "data/viewer/id": ["*"] }
			}],
			"inactive": [{ "status": [401] }],
			"source": "https://linear.app/developers/graphql"
		}
	},
	{
		"id": "secrets/linear-webhook-secret",
		"provider": "linear",
		"title": "Linear webhook signing secret",
		"severity": "medium",
		"opens": "Forges webhook events that the receiver takes for genuine.",
		"remediation": "Revoke it at Linear and issue a new one; removing it from the file is not enough.",
		"anchors": ["lin_wh_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])lin_wh_[0-9A-Za-z]{40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/linkedin-client-secret",
		"provider": "linkedin",
		"title": "LinkedIn client secret",
		"severity": "high",
		"opens": "Poses as an application and redeems its users’ codes for tokens.",
		"remediation": "Revoke it at LinkedIn and issue a new one; removing it from the file is not enough.",
		"anchors": ["WPL_AP1.", "WPL_AP0."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:WPL_AP1\\.[0-9A-Za-z]{16}\\.[0-9A-Za-z+/]{6}==|WPL_AP0\\.[0-9A-Za-z]{16}\\.[0-9A-Za-z+/]{6}==)(?![0-9A-Za-z=])",
		"window": {
			"before": 7,
			"after": 26
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/liveblocks-secret-key",
		"provider": "liveblocks",
		"title": "Liveblocks secret key",
		"severity": "high",
		"opens": "Reads and writes every room of a project.",
		"remediation": "Revoke it at Liveblocks and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk_prod_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sk_prod_[0-9A-Za-z_-]{40,80}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 81
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/liveblocks-development-secret-key",
		"provider": "liveblocks",
		"title": "Liveblocks development secret key",
		"severity": "low",
		"opens": "Reads and writes every room of a development project.",
		"remediation": "Revoke it at Liveblocks and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk_dev_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sk_dev_[0-9A-Za-z_-]{40,80}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 81
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/llamaindex-cloud-api-key",
		"provider": "llamaindex",
		"title": "LlamaCloud API key",
		"severity": "high",
		"opens": "Parses and reads the documents of a project.",
		"remediation": "Revoke it at LlamaIndex and issue a new one; removing it from the file is not enough.",
		"anchors": ["llx-"],
		"run": 48,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])llx-[0-9A-Za-z]{48}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 49
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/lob-live-key",
		"provider": "lob",
		"title": "Lob live API key",
		"severity": "high",
		"opens": "Prints and mails at the owner’s expense and reads addresses.",
		"remediation": "Revoke it at Lob and issue a new one; removing it from the file is not enough.",
		"anchors": ["live_"],
		"run": 35,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])live_[0-9a-f]{35}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 36
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/lob-test-key",
		"provider": "lob",
		"title": "Lob test API key",
		"severity": "low",
		"opens": "Acts in the test mode of an account.",
		"remediation": "Revoke it at Lob and issue a new one; removing it from the file is not enough.",
		"anchors": ["test_"],
		"run": 35,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])test_[0-9a-f]{35}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 36
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/lob-publishable-key",
		"provider": "lob",
		"title": "Lob publishable key",
		"severity": "info",
		"opens": "Meant to be public: it verifies addresses in a browser.",
		"remediation": "Revoke it at Lob and issue a new one; removing it from the file is not enough.",
		"anchors": ["live_pub_", "test_pub_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:live_pub_[0-9a-f]{31}|test_pub_[0-9a-f]{31})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 32
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/loggly-input-url",
		"provider": "loggly",
		"title": "Loggly input URL with its customer token",
		"severity": "low",
		"opens": "Writes logs into an account.",
		"remediation": "Revoke it at Loggly and issue a new one; removing it from the file is not enough.",
		"anchors": ["loggly.com/inputs/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "loggly\\.com/inputs/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_])",
		"window": {
			"before": 0,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/login-object",
		"provider": "login",
		"title": "Password beside its user and host",
		"severity": "high",
		"opens": "Signs in to the host as the user beside it.",
		"remediation": "Change the password at the host, and read it from the environment or a secret store.",
		"anchors": [
			"\"password\"",
			"'password'",
			"\"pass\"",
			"'pass'",
			"\"passphrase\"",
			"\"userPassword\"",
			"\"Password\"",
			"\"passwd\"",
			"password: \"",
			"password: '",
			"\"dbPassword\"",
			"\\\"password\\\"",
			"pass: \"",
			"pass: '",
			"password:\"",
			"password:'",
			"password=\"",
			"password='",
			"passwd=\"",
			"passwd='",
			":password => "
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![\\w.-])(?<name>(?:[A-Za-z][\\w.-]{0,30}?)?(?:[Pp]assword|passwd|passphrase|pass))\\\\{0,3}[\"']?\\s{0,4}(?:=>|[:=])\\s{0,4}\\\\{0,3}[\"'](?<secret>[^\"'\\r\\n\\\\]{1,128})\\\\{0,3}[\"']",
		"window": {
			"before": 40,
			"after": 160
		},
		"proof": "generic",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "login",
			"options": { "shape": "object" }
		}
	},
	{
		"id": "secrets/login-lines",
		"provider": "login",
		"title": "Password beside its user and host",
		"severity": "high",
		"opens": "Signs in to the host as the user beside it.",
		"remediation": "Change the password at the host, and read it from the environment or a secret store.",
		"anchors": [
			"PASSWORD=",
			"PASSWORD =",
			"PASSWORD:",
			"password=",
			"password =",
			"password:",
			"Password=",
			"Password:",
			"PASSWD=",
			"passwd=",
			"PASS=",
			"pass=",
			"PASSWORD: ",
			"PWD=",
			"Pwd="
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:(?<![^\\r\\n])|(?<=\\\\n))[ \\t]{0,40}\"?(?:export |- )?(?<name>(?:[A-Za-z][\\w.-]{0,40}?)?(?:[Pp]assword|PASSWORD|passwd|PASSWD|pass|PASS|PWD|Pwd))[ \\t]{0,4}[:=][ \\t]{0,4}(?<secret>[^\\s\"'`<>()\\[\\]{},;\\\\]{1,128})(?=[ \\t]{0,8}(?:#[^\\r\\n]{0,200})?(?:[\\r\\n\\\\]|$))",
		"window": {
			"before": 92,
			"after": 350
		},
		"proof": "generic",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "login",
			"options": { "shape": "lines" }
		}
	},
	{
		"id": "secrets/magic-secret-key",
		"provider": "magic",
		"title": "Magic secret key",
		"severity": "high",
		"opens": "Checks and administers an application’s users.",
		"remediation": "Revoke it at Magic and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk_live_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sk_live_[0-9A-F]{16}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 17
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/mail-login-call",
		"provider": "mail",
		"title": "Password in a call that signs in to a mail account",
		"severity": "high",
		"opens": "Sends and often reads mail as the account beside it.",
		"remediation": "Change the password of the account, and read it from the environment or a secret store.",
		"anchors": [
			".login(\"",
			".login('",
			".Login(\"",
			"NetworkCredential(\"",
			"PasswordAuthentication(\"",
			"PlainAuth(\"",
			".auth(\"",
			"starttls()"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:\\.[lL]ogin\\(|NetworkCredential\\(|PasswordAuthentication\\(|PlainAuth\\(\"[^\"\\r\\n]{0,60}\",\\s{0,4}|\\.auth\\()\\s{0,4}[\"'](?<user>[^\"'\\s@]{1,64}(?:@[\\w.-]{3,100})?)[\"']\\s{0,4},\\s{0,4}[\"'](?<secret>[^\"'\\r\\n]{1,128})[\"']",
		"window": {
			"before": 90,
			"after": 420
		},
		"proof": "generic",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/mailchimp-api-key",
		"provider": "mailchimp",
		"title": "Mailchimp API key",
		"severity": "high",
		"opens": "Reads the audience and sends campaigns of an account.",
		"remediation": "Revoke it at Mailchimp and issue a new one; removing it from the file is not enough.",
		"anchors": ["-us"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])[0-9a-f]{32}-(?<region>us[0-9]{1,2})(?![0-9A-Za-z_-])",
		"window": {
			"before": 39,
			"after": 3
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"minEntropy": 3,
		"verification": {
			"method": "GET",
			"url": "https://{center}.api.mailchimp.com/3.0/ping",
			"headers": { "authorization": "Basic any:{secret}" },
			"parts": "-(?<center>us[0-9]{1,2})$",
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://mailchimp.com/developer/marketing/api/ping/"
		}
	},
	{
		"id": "secrets/mailchimp-transactional-key",
		"provider": "mailchimp",
		"title": "Mailchimp Transactional (Mandrill) API key",
		"severity": "high",
		"opens": "Sends mail in the account’s name and reads what was sent.",
		"remediation": "Revoke it at Mailchimp and issue a new one; removing it from the file is not enough.",
		"anchors": ["md-"],
		"run": 22,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])md-(?=[^\\s]{0,21}[0-9])(?=[^\\s]{0,21}[A-Z])[0-9A-Za-z_-]{22}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 23
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/mailersend-api-token",
		"provider": "mailersend",
		"title": "MailerSend API token",
		"severity": "high",
		"opens": "Sends mail in the account’s name.",
		"remediation": "Revoke it at MailerSend and issue a new one; removing it from the file is not enough.",
		"anchors": ["mlsn."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])mlsn\\.[0-9a-f]{64}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/mailgun-api-key-legacy",
		"provider": "mailgun",
		"title": "Mailgun API key (legacy)",
		"severity": "high",
		"opens": "Sends and reads mail of the account’s domains.",
		"remediation": "Revoke it at Mailgun and issue a new one; removing it from the file is not enough.",
		"anchors": ["key-"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])key-[0-9a-f]{32}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3,
		"verification": {
			"method": "GET",
			"url": "https://api.mailgun.net/v4/domains?limit=1",
			"headers": { "authorization": "Basic api:{secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of the European region, or of one domain",
			"source": "https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains/get-v4-domains"
		}
	},
	{
		"id": "secrets/mailgun-api-key",
		"provider": "mailgun",
		"title": "Mailgun API key",
		"severity": "high",
		"opens": "Sends and reads mail of the account’s domains.",
		"remediation": "Revoke it at Mailgun and issue a new one; removing it from the file is not enough.",
		"anchors": ["mailgun"],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:mailgun)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 89
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.mailgun.net/v4/domains?limit=1",
			"headers": { "authorization": "Basic api:{secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of the European region, or of one domain",
			"source": "https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains/get-v4-domains"
		}
	},
	{
		"id": "secrets/mailjet-api-secret",
		"provider": "mailjet",
		"title": "Mailjet API secret",
		"severity": "high",
		"opens": "Sends mail and reads contacts as the account, together with its key.",
		"remediation": "Revoke it at Mailjet and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"mailjet",
			"mj_apikey",
			"mj_api"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:mailjet|mj)[_.-]?(?:apikey|api)?[_.-]?(?:private|secret)(?:[_.-]?key)?[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9a-f]{32})(?![0-9a-z])",
		"window": {
			"before": 7,
			"after": 100
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3,
		"pairs": [{
			"expression": "(?:mailjet|mj)[_.-]?(?:apikey|api)?[_.-]?(?:public|key)(?:[_.-]?key)?[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<id>[0-9a-f]{32})",
			"ignoreCase": true,
			"within": 400,
			"as": "apiKey",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/make-webhook",
		"provider": "make",
		"title": "Make custom webhook",
		"severity": "medium",
		"opens": "Starts a scenario with whatever its caller sends.",
		"remediation": "Revoke it at Make and issue a new one; removing it from the file is not enough.",
		"anchors": [".make.com/"],
		"run": 31,
		"ignoreCase": false,
		"expression": "hook\\.(?:[a-z0-9]{2,8}\\.){0,2}make\\.com/(?<secret>[a-z0-9]{31,32})(?![0-9A-Za-z])",
		"window": {
			"before": 25,
			"after": 33
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/mapbox-secret-token",
		"provider": "mapbox",
		"title": "Mapbox secret token",
		"severity": "high",
		"opens": "Changes styles, tokens and data of an account within its scopes.",
		"remediation": "Revoke it at Mapbox and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk.eyJ"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sk\\.eyJ[0-9A-Za-z_-]{40,120}\\.[0-9A-Za-z_-]{22}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 144
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.mapbox.com/tokens/v2?access_token={secret}",
			"headers": {},
			"active": [{
				"status": [200],
				"json": { "code": ["TokenValid"] }
			}],
			"inactive": [{
				"status": [200, 401],
				"json": { "code": [
					"TokenInvalid",
					"TokenRevoked",
					"TokenExpired"
				] }
			}],
			"source": "https://docs.mapbox.com/api/accounts/tokens/#retrieve-a-token"
		}
	},
	{
		"id": "secrets/mapbox-public-token",
		"provider": "mapbox",
		"title": "Mapbox public token",
		"severity": "info",
		"opens": "Meant to be public: it shows maps.",
		"remediation": "Revoke it at Mapbox and issue a new one; removing it from the file is not enough.",
		"anchors": ["pk.eyJ1Ijoi"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pk\\.eyJ1Ijoi[0-9A-Za-z_-]{20,200}\\.[0-9A-Za-z_-]{22}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 224
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/mapbox-temporary-token",
		"provider": "mapbox",
		"title": "Mapbox temporary token",
		"severity": "low",
		"opens": "Acts within its scopes for at most an hour.",
		"remediation": "Revoke it at Mapbox and issue a new one; removing it from the file is not enough.",
		"anchors": ["tk.eyJ1Ijoi"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])tk\\.eyJ1Ijoi[0-9A-Za-z_-]{20,300}\\.[0-9A-Za-z_-]{22}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 324
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/mapillary-client-token",
		"provider": "mapillary",
		"title": "Mapillary client token",
		"severity": "low",
		"opens": "Reads images and map features at the owner’s limits.",
		"remediation": "Revoke it at Mapillary and issue a new one; removing it from the file is not enough.",
		"anchors": ["MLY|"],
		"run": 14,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])MLY\\|[0-9]{14,20}\\|[0-9a-f]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 54
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"runOf": "digits",
		"minEntropy": 3
	},
	{
		"id": "secrets/matrix-access-token",
		"provider": "matrix",
		"title": "Matrix access token",
		"severity": "high",
		"opens": "Acts as a user of a homeserver.",
		"remediation": "Revoke it at Matrix and issue a new one; removing it from the file is not enough.",
		"anchors": ["syt_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])syt_[0-9A-Za-z+/_-]{1,250}_[A-Za-z]{20}_[0-9A-Za-z]{6}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 280
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-base62",
			"options": { "separator": 1 }
		}
	},
	{
		"id": "secrets/matrix-refresh-token",
		"provider": "matrix",
		"title": "Matrix refresh token",
		"severity": "high",
		"opens": "Issues new access tokens of a user.",
		"remediation": "Revoke it at Matrix and issue a new one; removing it from the file is not enough.",
		"anchors": ["syr_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])syr_[0-9A-Za-z+/_-]{1,250}_[A-Za-z]{20}_[0-9A-Za-z]{6}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 280
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-base62",
			"options": { "separator": 1 }
		}
	},
	{
		"id": "secrets/matrix-authentication-service-token",
		"provider": "matrix",
		"title": "Matrix Authentication Service token",
		"severity": "high",
		"opens": "Acts as a user or client of a homeserver.",
		"remediation": "Revoke it at Matrix and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"mat_",
			"mct_",
			"mar_"
		],
		"run": 37,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])m(?:at|ct|ar)_[0-9A-Za-z]{30}_[0-9A-Za-z]{6}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 38
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "crc32-base62",
			"options": {
				"separator": 1,
				"bonus": true
			}
		},
		"minEntropy": 3.8
	},
	{
		"id": "secrets/mattermost-webhook",
		"provider": "mattermost",
		"title": "Mattermost incoming webhook",
		"severity": "medium",
		"opens": "Posts messages into a channel.",
		"remediation": "Revoke it at Mattermost and issue a new one; removing it from the file is not enough.",
		"anchors": ["/hooks/"],
		"run": 26,
		"ignoreCase": false,
		"expression": "//(?<host>[0-9A-Za-z.-]{0,40}(?:mattermost|chat|mm)[0-9A-Za-z.-]{0,60}(?::[0-9]{2,5})?)/hooks/(?<secret>[a-z0-9]{26})(?![0-9A-Za-z_/-])",
		"window": {
			"before": 130,
			"after": 27
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"minEntropy": 3
	},
	{
		"id": "secrets/maven-settings-password",
		"provider": "maven",
		"title": "Password in Maven settings",
		"severity": "high",
		"opens": "Reads, and often deploys, artefacts of the repository as the user beside it.",
		"remediation": "Change the password at the repository, and encrypt it with `mvn --encrypt-password` or read it from the environment.",
		"anchors": ["<password>", "<passphrase>"],
		"run": 0,
		"ignoreCase": false,
		"expression": "<server>(?:[^<]|<(?!/server>|server>)){1,500}?<pass(?:word|phrase)>\\s{0,60}(?!\\{[A-Za-z0-9+/=]{16,200}\\})(?<secret>[^<\\s]{1,256})\\s{0,60}</pass",
		"window": {
			"before": 510,
			"after": 390
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"requires": ["<server>"],
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"pairs": [{
			"expression": "<id>\\s{0,60}(?<id>[^<\\s]{1,100})",
			"ignoreCase": true,
			"within": 400,
			"as": "server",
			"secret": false,
			"required": false
		}, {
			"expression": "<username>\\s{0,60}(?<id>[^<\\s]{1,100})",
			"ignoreCase": true,
			"within": 300,
			"as": "user",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/maxmind-license-key",
		"provider": "maxmind",
		"title": "MaxMind license key",
		"severity": "low",
		"opens": "Downloads databases at the owner’s expense.",
		"remediation": "Revoke it at MaxMind and issue a new one; removing it from the file is not enough.",
		"anchors": ["_mmk"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])[0-9A-Za-z]{6}_[0-9A-Za-z]{29}_mmk(?![0-9A-Za-z_])",
		"window": {
			"before": 43,
			"after": 1
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/mem0-api-key",
		"provider": "mem0",
		"title": "Mem0 API key",
		"severity": "high",
		"opens": "Reads and writes the memories that an application stored.",
		"remediation": "Revoke it at Mem0 and issue a new one; removing it from the file is not enough.",
		"anchors": ["m0-"],
		"run": 40,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])m0-[0-9A-Za-z]{40}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/mercado-pago-access-token",
		"provider": "mercado-pago",
		"title": "Mercado Pago access token",
		"severity": "critical",
		"opens": "Charges and refunds through a merchant’s account.",
		"remediation": "Revoke it at Mercado Pago and issue a new one; removing it from the file is not enough.",
		"anchors": ["APP_USR-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])APP_USR-[0-9]{10,20}-[0-9]{6}-[0-9a-f]{32}-[0-9]{6,12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 74
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/mercado-pago-test-access-token",
		"provider": "mercado-pago",
		"title": "Mercado Pago test access token",
		"severity": "low",
		"opens": "Acts in the test mode of a merchant’s account.",
		"remediation": "Revoke it at Mercado Pago and issue a new one; removing it from the file is not enough.",
		"anchors": ["TEST-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])TEST-[0-9]{10,20}-[0-9]{6}-[0-9a-f]{32}-[0-9]{6,12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 74
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/mercado-pago-public-key",
		"provider": "mercado-pago",
		"title": "Mercado Pago public key",
		"severity": "info",
		"opens": "Meant to be public: it only creates payment tokens.",
		"remediation": "Revoke it at Mercado Pago and issue a new one; removing it from the file is not enough.",
		"anchors": ["APP_USR-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])APP_USR-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/mercury-api-token",
		"provider": "mercury",
		"title": "Mercury API token",
		"severity": "critical",
		"opens": "Reads a company’s bank accounts, and may send payments.",
		"remediation": "Revoke it at Mercury and issue a new one; removing it from the file is not enough.",
		"anchors": ["mercury_production_", "mercury_sandbox_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z])(?:secret-token:)?(?<secret>mercury_(?:production|sandbox)_(?:wma|rma|rmo|wmo|[a-z]{2,4})_[0-9A-Za-z_]{30,100})(?![0-9A-Za-z_])",
		"window": {
			"before": 21,
			"after": 110
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.8
	},
	{
		"id": "secrets/microsoft-teams-webhook",
		"provider": "microsoft-teams",
		"title": "Microsoft Teams incoming webhook",
		"severity": "medium",
		"opens": "Posts messages into one channel.",
		"remediation": "Revoke it at Microsoft Teams and issue a new one; removing it from the file is not enough.",
		"anchors": [".webhook.office.com/webhookb2/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "\\.webhook\\.office\\.com/webhookb2/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}@[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_])",
		"window": {
			"before": 0,
			"after": 160
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/midtrans-server-key",
		"provider": "midtrans",
		"title": "Midtrans server key",
		"severity": "critical",
		"opens": "Charges and refunds through a merchant’s account.",
		"remediation": "Revoke it at Midtrans and issue a new one; removing it from the file is not enough.",
		"anchors": ["Mid-server-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])Mid-server-[0-9A-Za-z_-]{20,40}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/midtrans-sandbox-server-key",
		"provider": "midtrans",
		"title": "Midtrans sandbox server key",
		"severity": "low",
		"opens": "Acts in the sandbox of a merchant’s account.",
		"remediation": "Revoke it at Midtrans and issue a new one; removing it from the file is not enough.",
		"anchors": ["SB-Mid-server-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])SB-Mid-server-[0-9A-Za-z_-]{20,40}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/midtrans-client-key",
		"provider": "midtrans",
		"title": "Midtrans client key",
		"severity": "info",
		"opens": "Meant to be public: it only creates payment tokens.",
		"remediation": "Revoke it at Midtrans and issue a new one; removing it from the file is not enough.",
		"anchors": ["SB-Mid-client-", "Mid-client-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:SB-Mid-client-[0-9A-Za-z_-]{16,24}|Mid-client-[0-9A-Za-z_-]{16,24})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 28
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.3
	},
	{
		"id": "secrets/miro-access-token",
		"provider": "miro",
		"title": "Miro access token",
		"severity": "high",
		"opens": "Reads and writes the boards of a team.",
		"remediation": "Revoke it at Miro and issue a new one; removing it from the file is not enough.",
		"anchors": ["eyJtaXJvLm9yaWdpbiI6"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])eyJtaXJvLm9yaWdpbiI6[0-9A-Za-z+/]{8,40}={0,2}_[0-9A-Za-z_-]{27}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 72
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/mistral-api-key",
		"provider": "mistral",
		"title": "Mistral API key",
		"severity": "high",
		"opens": "Calls models at the owner’s expense and reads what the key’s project stored.",
		"remediation": "Revoke it at Mistral AI and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"mistral_api_key",
			"mistral-api-key",
			"mistralapikey",
			"mistral_key",
			"mistral-key",
			"mistralkey"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:mistral[_-]?api[_-]?key|mistral[_-]?key)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9A-Za-z]{32})(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 76
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.8,
		"verification": {
			"method": "GET",
			"url": "https://api.mistral.ai/v1/models",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://docs.mistral.ai/api/"
		}
	},
	{
		"id": "secrets/modal-token-secret",
		"provider": "modal",
		"title": "Modal token secret",
		"severity": "critical",
		"opens": "With its token id, runs code in a workspace and reads its secrets.",
		"remediation": "Revoke it at Modal and issue a new one; removing it from the file is not enough.",
		"anchors": ["as-"],
		"run": 22,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])as-[0-9A-Za-z]{22}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 23
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/modal-token-id",
		"provider": "modal",
		"title": "Modal token id",
		"severity": "low",
		"opens": "Names a Modal token; with its secret half it opens the workspace.",
		"remediation": "Revoke it at Modal and issue a new one; removing it from the file is not enough.",
		"anchors": ["ak-"],
		"run": 22,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])ak-[0-9A-Za-z]{22}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 23
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/mollie-live-key",
		"provider": "mollie",
		"title": "Mollie live API key",
		"severity": "critical",
		"opens": "Charges and refunds through a merchant’s account.",
		"remediation": "Revoke it at Mollie and issue a new one; removing it from the file is not enough.",
		"anchors": ["live_"],
		"run": 30,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])live_[0-9A-Za-z]{30}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 31
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.8
	},
	{
		"id": "secrets/mollie-test-key",
		"provider": "mollie",
		"title": "Mollie test API key",
		"severity": "low",
		"opens": "Acts in the test mode of a merchant’s account.",
		"remediation": "Revoke it at Mollie and issue a new one; removing it from the file is not enough.",
		"anchors": ["test_"],
		"run": 30,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])test_[0-9A-Za-z]{30}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 31
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.8
	},
	{
		"id": "secrets/mollie-access-token",
		"provider": "mollie",
		"title": "Mollie organisation access token",
		"severity": "critical",
		"opens": "Acts on an organisation’s payments within its permissions.",
		"remediation": "Revoke it at Mollie and issue a new one; removing it from the file is not enough.",
		"anchors": ["access_"],
		"run": 30,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])access_[0-9A-Za-z]{30,45}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 46
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.8
	},
	{
		"id": "secrets/monday-api-token",
		"provider": "monday",
		"title": "monday.com API token",
		"severity": "high",
		"opens": "Reads and writes the boards of its owner.",
		"remediation": "Revoke it at monday.com and issue a new one; removing it from the file is not enough.",
		"anchors": ["eyJ0aWQiO"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])e[yw][0-9A-Za-z_-]{10,400}\\.eyJ0aWQiO[0-9A-Za-z_-]{4,3000}\\.[0-9A-Za-z_-]{20,800}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 410,
			"after": 3802
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "jwt",
			"options": {
				"kind": "other",
				"severity": "high"
			}
		}
	},
	{
		"id": "secrets/mongodb-atlas-service-account-secret",
		"provider": "mongodb",
		"title": "MongoDB Atlas service account secret",
		"severity": "critical",
		"opens": "Administers the projects and clusters that its roles allow.",
		"remediation": "Revoke it at MongoDB and issue a new one; removing it from the file is not enough.",
		"anchors": ["mdb_sa_sk_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])mdb_sa_sk_[0-9A-Za-z_-]{40}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/mongodb-atlas-service-account-id",
		"provider": "mongodb",
		"title": "MongoDB Atlas service account id",
		"severity": "info",
		"opens": "Names a service account.",
		"remediation": "Revoke it at MongoDB and issue a new one; removing it from the file is not enough.",
		"anchors": ["mdb_sa_id_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])mdb_sa_id_[0-9a-f]{24}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 25
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/mremoteng-connection-password",
		"provider": "mremoteng",
		"title": "Password in mRemoteNG's connections",
		"severity": "high",
		"opens": "Signs in to the server as the user beside it; without a password of one's own everybody has the key that it is encrypted with.",
		"remediation": "Change the password at the server, and set a password of your own for the file.",
		"anchors": [
			" Protocol=\"RDP\"",
			" Protocol=\"SSH2\"",
			" Protocol=\"SSH1\"",
			" Protocol=\"VNC\"",
			" Protocol=\"Telnet\""
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "<Node\\s[^<>]{0,900}?Username=\"(?<user>[^\"<>]{0,100})\"[^<>]{0,200}?\\sPassword=\"(?<secret>[A-Za-z0-9+/]{40,400}={0,2})\"[^<>]{0,300}?\\sProtocol=\"",
		"window": {
			"before": 2100,
			"after": 4
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"pairs": [{
			"expression": "Hostname=\"(?<id>[^\"]{1,200})",
			"ignoreCase": true,
			"within": 600,
			"as": "host",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/mysql-option-file",
		"provider": "mysql",
		"title": "Password in .my.cnf",
		"severity": "high",
		"opens": "Signs in to the MySQL server as the user beside it.",
		"remediation": "Change the password at the server, and use `mysql_config_editor` or a file outside the repository.",
		"anchors": [
			"[client]",
			"[mysql]",
			"[mysqldump]",
			"[mysqladmin]",
			"[client-server]",
			"[mariadb-client]",
			"[mysqlimport]"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "\\[(?:client|mysql|mysqldump|mysqladmin|mysqlimport|client-server|mariadb-client)\\](?=\\s)[^\\[]{0,400}?[\\r\\n][ \\t]{0,8}(?:password|pass)[ \\t]{0,4}=[ \\t]{0,4}[\"']?(?<secret>[^\\s\"']{1,128})",
		"window": {
			"before": 0,
			"after": 580
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"pairs": [{
			"expression": "[\\r\\n][ \\t]{0,8}user[ \\t]{0,4}=[ \\t]{0,4}[\"']?(?<id>[^\\s\"']{1,64})",
			"ignoreCase": true,
			"within": 300,
			"as": "user",
			"secret": false,
			"required": false
		}, {
			"expression": "[\\r\\n][ \\t]{0,8}host[ \\t]{0,4}=[ \\t]{0,4}[\"']?(?<id>[^\\s\"']{1,128})",
			"ignoreCase": true,
			"within": 300,
			"as": "host",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/n8n-api-key",
		"provider": "n8n",
		"title": "n8n API key",
		"severity": "high",
		"opens": "Reads and changes workflows, and runs them with their credentials.",
		"remediation": "Revoke it at n8n and issue a new one; removing it from the file is not enough.",
		"anchors": ["LCJpc3MiOiJuOG4iLCJhdWQiOiJwdWJsaWMtYXBp"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])e[yw][0-9A-Za-z_-]{10,400}\\.[0-9A-Za-z_-]{60}LCJpc3MiOiJuOG4iLCJhdWQiOiJwdWJsaWMtYXBp[0-9A-Za-z_-]{4,3000}\\.[0-9A-Za-z_-]{20,800}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 470,
			"after": 3802
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "jwt",
			"options": {
				"kind": "other",
				"severity": "high"
			}
		}
	},
	{
		"id": "secrets/nats-nkey-seed",
		"provider": "nats",
		"title": "NATS nkey seed",
		"severity": "critical",
		"opens": "Signs as a user, account, operator or server of a NATS system.",
		"remediation": "Revoke it at NATS and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"SOA",
			"SAA",
			"SUA",
			"SNA",
			"SCA",
			"SXA"
		],
		"run": 55,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])S[OAUNCX]A[A-Z2-7]{55}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 56
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "base32",
		"prover": {
			"name": "nats",
			"options": {}
		}
	},
	{
		"id": "secrets/near-private-key",
		"provider": "near",
		"title": "NEAR private key",
		"severity": "critical",
		"opens": "Spends everything that the account holds.",
		"remediation": "Move what the key holds to a new one at once; a published key cannot be taken back.",
		"anchors": ["ed25519:"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ed25519:(?<secret>[1-9A-HJ-NP-Za-km-z]{86,88})(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 89
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "ed25519-pair",
			"options": {}
		}
	},
	{
		"id": "secrets/neon-api-key",
		"provider": "neon",
		"title": "Neon API key",
		"severity": "critical",
		"opens": "Creates, reads and deletes databases of an account or organisation.",
		"remediation": "Revoke it at Neon and issue a new one; removing it from the file is not enough.",
		"anchors": ["napi_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])napi_[0-9a-z]{64}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://console.neon.tech/api/v2/projects?limit=1",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://api-docs.neon.tech/reference/listprojects"
		}
	},
	{
		"id": "secrets/neon-role-password",
		"provider": "neon",
		"title": "Neon database password",
		"severity": "critical",
		"opens": "Signs in to a database.",
		"remediation": "Revoke it at Neon and issue a new one; removing it from the file is not enough.",
		"anchors": ["npg_"],
		"run": 12,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])npg_[0-9A-Za-z]{12}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 13
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.2
	},
	{
		"id": "secrets/neptune-api-token",
		"provider": "neptune",
		"title": "Neptune API token",
		"severity": "high",
		"opens": "Reads and writes the runs of a workspace.",
		"remediation": "Revoke it at Neptune and issue a new one; removing it from the file is not enough.",
		"anchors": ["eyJhcGlfYWRkcmVzcyI6"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/_.-])(?<payload>eyJhcGlfYWRkcmVzcyI6[0-9A-Za-z+/_-]{60,400}={0,2})(?![0-9A-Za-z+/=_.-])",
		"window": {
			"before": 7,
			"after": 403
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-json",
			"options": {
				"keys": "api_key",
				"facts": "api_url=url"
			}
		}
	},
	{
		"id": "secrets/netbird-personal-access-token",
		"provider": "netbird",
		"title": "NetBird personal access token",
		"severity": "critical",
		"opens": "Administers a network as its owner.",
		"remediation": "Revoke it at NetBird and issue a new one; removing it from the file is not enough.",
		"anchors": ["nbp_"],
		"run": 36,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])nbp_[0-9A-Za-z]{36}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/netlify-access-token",
		"provider": "netlify",
		"title": "Netlify access token",
		"severity": "critical",
		"opens": "Deploys and changes its owner’s sites.",
		"remediation": "Revoke it at Netlify and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"nfp_",
			"nfc_",
			"nfo_",
			"nfb_",
			"nfu_"
		],
		"run": 36,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])nf[pcobu]_[0-9A-Za-z]{36,48}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 49
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.netlify.com/api/v1/user",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://docs.netlify.com/api-and-cli-guides/api-guides/get-started-with-api/"
		}
	},
	{
		"id": "secrets/netlify-deploy-hook",
		"provider": "netlify",
		"title": "Netlify deploy hook",
		"severity": "low",
		"opens": "Starts deployments of one project.",
		"remediation": "Revoke it at Netlify and issue a new one; removing it from the file is not enough.",
		"anchors": ["api.netlify.com/build_hooks/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "api\\.netlify\\.com/build_hooks/[0-9a-f]{24}(?![0-9A-Za-z_])",
		"window": {
			"before": 0,
			"after": 25
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/netrc-password",
		"provider": "netrc",
		"title": "Password in .netrc",
		"severity": "high",
		"opens": "Signs in to the machine as the user beside it.",
		"remediation": "Change the password or revoke the token at the machine that the entry names.",
		"anchors": ["machine "],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9_])machine\\s{1,8}(?<host>(?:localhost|[A-Za-z_${}-]{0,100}[0-9.$][A-Za-z0-9._${}-]{0,155}))\\s{1,20}login\\s{1,8}(?<user>[^\\s]{1,128})\\s{1,20}(?:account\\s{1,8}[^\\s]{1,100}\\s{1,20})?password\\s{1,8}(?<secret>[^\\s\"'\\\\]{1,512})",
		"window": {
			"before": 7,
			"after": 1120
		},
		"proof": "contextual",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/new-relic-user-key",
		"provider": "new-relic",
		"title": "New Relic user key",
		"severity": "high",
		"opens": "Reads and changes what its owner sees in an account.",
		"remediation": "Revoke it at New Relic and issue a new one; removing it from the file is not enough.",
		"anchors": ["NRAK-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])NRAK-[0-9A-Z]{27}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 28
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "POST",
			"url": "https://api.newrelic.com/graphql",
			"headers": { "api-key": "{secret}" },
			"body": "{\"query\":\"{ actor { user { id } } }\"}",
			"active": [{
				"status": [200],
				"json": { "data/actor/user/id": ["*"] }
			}],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of the European region",
			"source": "https://docs.newrelic.com/docs/apis/nerdgraph/get-started/introduction-new-relic-nerdgraph/"
		}
	},
	{
		"id": "secrets/new-relic-insert-key",
		"provider": "new-relic",
		"title": "New Relic insights insert key",
		"severity": "medium",
		"opens": "Sends events into an account.",
		"remediation": "Revoke it at New Relic and issue a new one; removing it from the file is not enough.",
		"anchors": ["NRII-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])NRII-[0-9A-Za-z_-]{32}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/new-relic-query-key",
		"provider": "new-relic",
		"title": "New Relic insights query key",
		"severity": "high",
		"opens": "Queries the events of an account.",
		"remediation": "Revoke it at New Relic and issue a new one; removing it from the file is not enough.",
		"anchors": ["NRIQ-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])NRIQ-[0-9A-Za-z_-]{32}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/new-relic-license-key",
		"provider": "new-relic",
		"title": "New Relic license key",
		"severity": "medium",
		"opens": "Sends metrics, logs and traces into an account.",
		"remediation": "Revoke it at New Relic and issue a new one; removing it from the file is not enough.",
		"anchors": ["NRAL"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])[0-9a-z]{2}[0-9a-z]{4}[0-9a-f]{30}NRAL(?![0-9A-Za-z])",
		"window": {
			"before": 43,
			"after": 1
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/new-relic-browser-key",
		"provider": "new-relic",
		"title": "New Relic browser license key",
		"severity": "info",
		"opens": "Meant to be public: it sends page views from a browser.",
		"remediation": "Revoke it at New Relic and issue a new one; removing it from the file is not enough.",
		"anchors": ["NRJS-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])NRJS-[0-9a-f]{19}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 20
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/new-relic-rest-api-key",
		"provider": "new-relic",
		"title": "New Relic REST API key",
		"severity": "high",
		"opens": "Reads and changes the applications and alerts of an account.",
		"remediation": "Revoke it at New Relic and issue a new one; removing it from the file is not enough.",
		"anchors": ["NRRA-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])NRRA-[0-9a-f]{42}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 43
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/new-relic-admin-key",
		"provider": "new-relic",
		"title": "New Relic admin user key (legacy)",
		"severity": "high",
		"opens": "Administers an account as its owner.",
		"remediation": "Revoke it at New Relic and issue a new one; removing it from the file is not enough.",
		"anchors": ["NRAA-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])NRAA-[0-9A-Za-z]{27}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 28
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/ngrok-authtoken",
		"provider": "ngrok",
		"title": "ngrok authtoken",
		"severity": "high",
		"opens": "Opens tunnels in the account’s name.",
		"remediation": "Revoke it at ngrok and issue a new one; removing it from the file is not enough.",
		"anchors": ["authtoken", "ngrok_api"],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?:authtoken|ngrok_api(?:_?key)?)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,( ])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[1-4][0-9A-Za-z]{26}_[0-9A-Za-z]{20,24})(?![0-9A-Za-z_])",
		"window": {
			"before": 0,
			"after": 80
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/nostr-secret-key",
		"provider": "nostr",
		"title": "Nostr secret key",
		"severity": "critical",
		"opens": "Signs as its owner: posts, reads private messages, spends through connected wallets.",
		"remediation": "Make a new key and tell your followers; a published key cannot be taken back.",
		"anchors": ["nsec1"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])nsec1[02-9ac-hj-np-z]{58}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 59
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "bech32",
			"options": {}
		}
	},
	{
		"id": "secrets/nostr-wallet-connect",
		"provider": "nostr",
		"title": "Nostr wallet connection",
		"severity": "critical",
		"opens": "Spends from a Lightning wallet within the budget of the connection.",
		"remediation": "Delete the connection in the wallet and make a new one.",
		"anchors": ["nostr+walletconnect://", "nostrwalletconnect://"],
		"run": 0,
		"ignoreCase": false,
		"expression": "nostr\\+?walletconnect://[0-9a-f]{64}\\?[^\\s\"'`<>]{0,300}?secret=(?<secret>[0-9a-f]{64})(?![0-9a-f])",
		"window": {
			"before": 0,
			"after": 440
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/notion-integration-token",
		"provider": "notion",
		"title": "Notion integration token",
		"severity": "high",
		"opens": "Reads, and may change, the pages that are shared with an integration.",
		"remediation": "Revoke it at Notion and issue a new one; removing it from the file is not enough.",
		"anchors": ["ntn_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ntn_[0-9]{11}[0-9A-Za-z]{35}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 47
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.notion.com/v1/users/me",
			"headers": {
				"authorization": "Bearer {secret}",
				"notion-version": "2022-06-28"
			},
			"active": [{ "status": [200] }],
			"inactive": [{
				"status": [401],
				"json": { "code": ["unauthorized"] }
			}],
			"source": "https://developers.notion.com/reference/get-self"
		}
	},
	{
		"id": "secrets/notion-integration-token-legacy",
		"provider": "notion",
		"title": "Notion integration token (older)",
		"severity": "high",
		"opens": "Reads, and may change, the pages that are shared with an integration.",
		"remediation": "Revoke it at Notion and issue a new one; removing it from the file is not enough.",
		"anchors": ["secret_"],
		"run": 43,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])secret_(?=[A-Za-z]{0,42}[0-9])(?=[0-9a-z]{0,42}[A-Z])[0-9A-Za-z]{43}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4.2,
		"verification": {
			"method": "GET",
			"url": "https://api.notion.com/v1/users/me",
			"headers": {
				"authorization": "Bearer {secret}",
				"notion-version": "2022-06-28"
			},
			"active": [{ "status": [200] }],
			"inactive": [{
				"status": [401],
				"json": { "code": ["unauthorized"] }
			}],
			"source": "https://developers.notion.com/reference/get-self"
		}
	},
	{
		"id": "secrets/npm-access-token",
		"provider": "npm",
		"title": "npm access token",
		"severity": "critical",
		"opens": "Publishes packages, or reads private ones, as its owner.",
		"remediation": "Revoke it at npm and issue a new one; removing it from the file is not enough.",
		"anchors": ["npm_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])npm_[0-9A-Za-z]{36}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-base62",
			"options": { "skip": 4 }
		},
		"verification": {
			"method": "GET",
			"url": "https://registry.npmjs.org/-/whoami",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://docs.npmjs.com/cli/commands/npm-whoami"
		}
	},
	{
		"id": "secrets/npm-legacy-token",
		"provider": "npm",
		"title": "npm access token (legacy)",
		"severity": "critical",
		"opens": "Publishes packages, or reads private ones, as its owner.",
		"remediation": "Revoke it at npm and issue a new one; removing it from the file is not enough.",
		"anchors": ["_authToken"],
		"run": 0,
		"ignoreCase": false,
		"expression": "_authToken[\"']?[ \\t]{0,2}=[ \\t]{0,2}[\"']?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9A-Za-z_-])",
		"window": {
			"before": 0,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/ntfy-access-token",
		"provider": "ntfy",
		"title": "ntfy access token",
		"severity": "medium",
		"opens": "Publishes to and reads from its owner’s topics.",
		"remediation": "Revoke it at ntfy and issue a new one; removing it from the file is not enough.",
		"anchors": ["tk_"],
		"run": 29,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])tk_[0-9a-z]{29}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 30
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/nuget-api-key",
		"provider": "nuget",
		"title": "NuGet API key",
		"severity": "critical",
		"opens": "Pushes and unlists packages as its owner.",
		"remediation": "Revoke it at NuGet and issue a new one; removing it from the file is not enough.",
		"anchors": ["oy2"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])oy2[a-z0-9]{43}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.8
	},
	{
		"id": "secrets/nuget-config-password",
		"provider": "nuget",
		"title": "Package source password in NuGet.config",
		"severity": "high",
		"opens": "Reads, and often publishes, packages of the source as the user beside it.",
		"remediation": "Revoke the token or change the password at the package source, and read it from an environment variable (`%NAME%`).",
		"anchors": ["ClearTextPassword"],
		"run": 0,
		"ignoreCase": false,
		"expression": "ClearTextPassword\"\\s{1,8}value\\s{0,4}=\\s{0,4}\"(?<secret>[^\"\\r\\n]{1,512})\"",
		"window": {
			"before": 0,
			"after": 540
		},
		"proof": "contextual",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"pairs": [{
			"expression": "key=\"Username\"\\s{1,8}value=\"(?<id>[^\"]{1,100})",
			"ignoreCase": true,
			"within": 300,
			"as": "user",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/nvidia-api-key",
		"provider": "nvidia",
		"title": "NVIDIA API key",
		"severity": "high",
		"opens": "Calls models at the owner’s expense and reads what the key’s project stored.",
		"remediation": "Revoke it at NVIDIA and issue a new one; removing it from the file is not enough.",
		"anchors": ["nvapi-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])nvapi-[0-9A-Za-z_-]{64}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/nx-cloud-access-token",
		"provider": "nx",
		"title": "Nx Cloud access token",
		"severity": "medium",
		"opens": "Reads a workspace’s build cache; one with write access may poison it.",
		"remediation": "Revoke it at Nx and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"fHJlYWQtd3JpdGU=",
			"fHJlYWQtb25seQ==",
			"fHJlYWQ="
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z+/]{48}(?:fHJlYWQtd3JpdGU=|fHJlYWQtb25seQ==|fHJlYWQ=)(?![0-9A-Za-z+/=])",
		"window": {
			"before": 55,
			"after": 9
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "base64-text",
			"options": { "pattern": "^[0-9a-f-]{36}[|](?<access>read(?:-write|-only)?)$" }
		}
	},
	{
		"id": "secrets/nylas-api-key",
		"provider": "nylas",
		"title": "Nylas API key",
		"severity": "critical",
		"opens": "Reads and writes the mail and calendars of an application’s users.",
		"remediation": "Revoke it at Nylas and issue a new one; removing it from the file is not enough.",
		"anchors": ["nyk_v0_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])nyk_v0_[0-9A-Za-z]{62}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 63
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/octopus-deploy-api-key",
		"provider": "octopus-deploy",
		"title": "Octopus Deploy API key",
		"severity": "high",
		"opens": "Deploys and reads variables as its owner.",
		"remediation": "Revoke it at Octopus Deploy and issue a new one; removing it from the file is not enough.",
		"anchors": ["API-"],
		"run": 25,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])API-[0-9A-Z]{25,27}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 28
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/okta-api-token",
		"provider": "okta",
		"title": "Okta API token",
		"severity": "critical",
		"opens": "Administers users, groups and applications of an organisation as its owner.",
		"remediation": "Revoke it at Okta and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"okta_api_token",
			"okta-api-token",
			"oktaapitoken",
			"okta_token",
			"okta-token",
			"oktatoken",
			"okta_api_key",
			"okta-api-key",
			"oktaapikey",
			"ssws"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:okta[_-]?api[_-]?token|okta[_-]?token|okta[_-]?api[_-]?key|ssws)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>00[0-9A-Za-z_-]{40})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 91
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/omise-secret-key",
		"provider": "omise",
		"title": "Omise secret key",
		"severity": "critical",
		"opens": "Charges and refunds through a merchant’s account.",
		"remediation": "Revoke it at Omise and issue a new one; removing it from the file is not enough.",
		"anchors": ["skey_"],
		"run": 19,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])skey_[0-9a-z]{19}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 20
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.3
	},
	{
		"id": "secrets/omise-test-key",
		"provider": "omise",
		"title": "Omise test key",
		"severity": "low",
		"opens": "Acts in the test mode of a merchant’s account.",
		"remediation": "Revoke it at Omise and issue a new one; removing it from the file is not enough.",
		"anchors": ["skey_test_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])skey_test_[0-9a-z]{19}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 20
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.3
	},
	{
		"id": "secrets/omise-public-key",
		"provider": "omise",
		"title": "Omise public key",
		"severity": "info",
		"opens": "Meant to be public: it only creates payment tokens.",
		"remediation": "Revoke it at Omise and issue a new one; removing it from the file is not enough.",
		"anchors": ["pkey_", "pkey_test_"],
		"run": 19,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:pkey_[0-9a-z]{19}|pkey_test_[0-9a-z]{19})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 25
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.3
	},
	{
		"id": "secrets/onesignal-app-key",
		"provider": "onesignal",
		"title": "OneSignal app API key",
		"severity": "high",
		"opens": "Sends push notifications, mail and messages to an app’s users.",
		"remediation": "Revoke it at OneSignal and issue a new one; removing it from the file is not enough.",
		"anchors": ["os_v2_app_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])os_v2_app_[a-z2-7]{90,120}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 121
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/onesignal-organization-key",
		"provider": "onesignal",
		"title": "OneSignal organisation API key",
		"severity": "critical",
		"opens": "Administers every app of an organisation.",
		"remediation": "Revoke it at OneSignal and issue a new one; removing it from the file is not enough.",
		"anchors": ["os_v2_org_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])os_v2_org_[a-z2-7]{90,120}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 121
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/onfido-api-token",
		"provider": "onfido",
		"title": "Onfido API token",
		"severity": "critical",
		"opens": "Reads people’s identity documents and checks.",
		"remediation": "Revoke it at Onfido and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"api_live.",
			"api_live_us.",
			"api_live_ca."
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:api_live\\.[0-9A-Za-z_-]{11}\\.[0-9A-Za-z_-]{32}|api_live_us\\.[0-9A-Za-z_-]{11}\\.[0-9A-Za-z_-]{32}|api_live_ca\\.[0-9A-Za-z_-]{11}\\.[0-9A-Za-z_-]{32})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 48
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/onfido-sandbox-api-token",
		"provider": "onfido",
		"title": "Onfido sandbox API token",
		"severity": "low",
		"opens": "Acts in the sandbox.",
		"remediation": "Revoke it at Onfido and issue a new one; removing it from the file is not enough.",
		"anchors": ["api_sandbox."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])api_sandbox\\.[0-9A-Za-z_-]{11}\\.[0-9A-Za-z_-]{32}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 45
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/openai-api-key",
		"provider": "openai",
		"title": "OpenAI API key",
		"severity": "critical",
		"opens": "Calls models at the owner’s expense and reads what the key’s project stored.",
		"remediation": "Revoke it at OpenAI and issue a new one; removing it from the file is not enough.",
		"anchors": ["T3BlbkFJ"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sk-(?:(?<kind>proj|svcacct|admin)-)?[0-9A-Za-z_-]{20,100}T3BlbkFJ[0-9A-Za-z_-]{20,100}(?![0-9A-Za-z_-])",
		"window": {
			"before": 119,
			"after": 101
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"verification": {
			"method": "GET",
			"url": "https://api.openai.com/v1/models",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{
				"status": [401],
				"json": { "error/code": ["invalid_api_key"] }
			}],
			"source": "https://platform.openai.com/docs/api-reference/models/list"
		}
	},
	{
		"id": "secrets/openai-session-token",
		"provider": "openai",
		"title": "OpenAI session token",
		"severity": "high",
		"opens": "Acts as a user in the web console.",
		"remediation": "Revoke it at OpenAI and issue a new one; removing it from the file is not enough.",
		"anchors": ["sess-"],
		"run": 40,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sess-[0-9A-Za-z]{40}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/openrouter-api-key",
		"provider": "openrouter",
		"title": "OpenRouter API key",
		"severity": "high",
		"opens": "Calls models at the owner’s expense and reads what the key’s project stored.",
		"remediation": "Revoke it at OpenRouter and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk-or-v1-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sk-or-v1-[0-9a-f]{64}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://openrouter.ai/api/v1/key",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://openrouter.ai/docs/api-reference/limits"
		}
	},
	{
		"id": "secrets/openshift-access-token",
		"provider": "openshift",
		"title": "OpenShift access token",
		"severity": "critical",
		"opens": "Acts as a user of the cluster, for a day unless configured otherwise.",
		"remediation": "Revoke it at OpenShift and issue a new one; removing it from the file is not enough.",
		"anchors": ["sha256~"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sha256\\~[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/openvsx-access-token",
		"provider": "openvsx",
		"title": "Open VSX access token",
		"severity": "critical",
		"opens": "Publishes extensions of its owner’s namespaces.",
		"remediation": "Revoke it at Open VSX and issue a new one; removing it from the file is not enough.",
		"anchors": ["ovsxat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ovsxat_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/ory-personal-access-token",
		"provider": "ory",
		"title": "Ory API key",
		"severity": "critical",
		"opens": "Administers the identities and permissions of a project.",
		"remediation": "Revoke it at Ory and issue a new one; removing it from the file is not enough.",
		"anchors": ["ory_pat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ory_pat_[0-9A-Za-z]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/ory-workspace-token",
		"provider": "ory",
		"title": "Ory workspace API key",
		"severity": "critical",
		"opens": "Administers the projects of a workspace.",
		"remediation": "Revoke it at Ory and issue a new one; removing it from the file is not enough.",
		"anchors": ["ory_wak_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ory_wak_[0-9A-Za-z]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/ory-access-token",
		"provider": "ory",
		"title": "Ory access token",
		"severity": "medium",
		"opens": "Acts as a user within its scopes, for a short time.",
		"remediation": "Revoke it at Ory and issue a new one; removing it from the file is not enough.",
		"anchors": ["ory_at_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ory_at_[0-9A-Za-z_-]{43,100}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 101
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/ory-refresh-token",
		"provider": "ory",
		"title": "Ory refresh token",
		"severity": "high",
		"opens": "Issues new access tokens until it is revoked.",
		"remediation": "Revoke it at Ory and issue a new one; removing it from the file is not enough.",
		"anchors": ["ory_rt_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ory_rt_[0-9A-Za-z_-]{43,100}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 101
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/ory-session-token",
		"provider": "ory",
		"title": "Ory session token",
		"severity": "medium",
		"opens": "Acts as a user until the session ends.",
		"remediation": "Revoke it at Ory and issue a new one; removing it from the file is not enough.",
		"anchors": ["ory_st_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ory_st_[0-9A-Za-z]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/package-manager-npmrc-token",
		"provider": "package-manager",
		"title": "Registry token in .npmrc",
		"severity": "high",
		"opens": "Installs private packages and, unless it is read-only, publishes as its owner.",
		"remediation": "Revoke it at the registry and issue a new one; removing it from the file is not enough.",
		"anchors": [
			":_authToken",
			"_authToken=",
			"_authToken ="
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9_])_authToken {0,2}= {0,2}[\"']?(?<secret>[A-Za-z0-9._~+/=-]{16,2048})",
		"window": {
			"before": 8,
			"after": 2070
		},
		"proof": "contextual",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "opaque-token",
			"options": {}
		}
	},
	{
		"id": "secrets/package-manager-npmrc-auth",
		"provider": "package-manager",
		"title": "Registry password in .npmrc",
		"severity": "high",
		"opens": "Installs private packages and, unless it is read-only, publishes as the user inside.",
		"remediation": "Revoke it at the registry and issue a new one; removing it from the file is not enough.",
		"anchors": ["_auth=", "_auth ="],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9])_auth {0,2}= {0,2}[\"']?(?<secret>[A-Za-z0-9+/]{8,2048}={0,2})",
		"window": {
			"before": 7,
			"after": 2070
		},
		"proof": "contextual",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "basic-auth",
			"options": {}
		}
	},
	{
		"id": "secrets/package-manager-npmrc-password",
		"provider": "package-manager",
		"title": "Encoded registry password in .npmrc",
		"severity": "high",
		"opens": "Installs private packages and, unless its user may only read, publishes.",
		"remediation": "Revoke it at the registry and issue a new one; removing it from the file is not enough.",
		"anchors": [":_password"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<=[/a-z0-9-]):_password {0,2}= {0,2}[\"']?(?<secret>[A-Za-z0-9+/]{6,2048}={0,2})",
		"window": {
			"before": 2,
			"after": 2070
		},
		"proof": "contextual",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-password",
			"options": {}
		}
	},
	{
		"id": "secrets/package-manager-pypirc",
		"provider": "package-manager",
		"title": "Index password in .pypirc",
		"severity": "high",
		"opens": "Publishes packages to the index as the user beside it.",
		"remediation": "Revoke it at the registry and issue a new one; removing it from the file is not enough.",
		"anchors": ["password"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9_)\\]])\\[[A-Za-z0-9_.-]{1,60}\\][ \\t]{0,4}\\r?\\n(?:[ \\t]{0,8}repository[ \\t]{0,4}[:=][ \\t]{0,4}[^\\s]{1,200}[ \\t]{0,4}\\r?\\n)?[ \\t]{0,8}username[ \\t]{0,4}[:=][ \\t]{0,4}(?<user>[^\\s]{1,200})[ \\t]{0,4}\\r?\\n[ \\t]{0,8}password[ \\t]{0,4}[:=][ \\t]{0,4}(?<secret>[^\\s]{1,512})",
		"window": {
			"before": 766,
			"after": 540
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"requires": ["]", "username"],
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/packagist-access-token",
		"provider": "packagist",
		"title": "Private Packagist token",
		"severity": "high",
		"opens": "Reads an organisation’s private packages; tokens with update access have packages refreshed.",
		"remediation": "Revoke it at Private Packagist and issue a new one; removing it from the file is not enough.",
		"anchors": ["packagist_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])packagist_[a-z]{3}_[0-9a-f]{68}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 73
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-hex",
			"options": { "bonus": true }
		},
		"minEntropy": 3
	},
	{
		"id": "secrets/paddle-api-key",
		"provider": "paddle",
		"title": "Paddle API key",
		"severity": "critical",
		"opens": "Reads customers and transactions of a seller and changes them.",
		"remediation": "Revoke it at Paddle and issue a new one; removing it from the file is not enough.",
		"anchors": ["pdl_live_apikey_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pdl_live_apikey_[0-9a-z]{26}_[0-9A-Za-z]{22}_[0-9A-Za-z]{3}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 54
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/paddle-sandbox-api-key",
		"provider": "paddle",
		"title": "Paddle sandbox API key",
		"severity": "low",
		"opens": "Acts in the sandbox of a seller.",
		"remediation": "Revoke it at Paddle and issue a new one; removing it from the file is not enough.",
		"anchors": ["pdl_sdbx_apikey_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pdl_sdbx_apikey_[0-9a-z]{26}_[0-9A-Za-z]{22}_[0-9A-Za-z]{3}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 54
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/paddle-webhook-secret",
		"provider": "paddle",
		"title": "Paddle webhook secret key",
		"severity": "medium",
		"opens": "Forges webhook events that the receiver takes for genuine.",
		"remediation": "Revoke it at Paddle and issue a new one; removing it from the file is not enough.",
		"anchors": ["pdl_ntfset_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pdl_ntfset_[0-9a-z]{26}_[0-9A-Za-z+/]{32}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 60
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/pagar-me-api-key",
		"provider": "pagar-me",
		"title": "Pagar.me API key (older)",
		"severity": "critical",
		"opens": "Charges and refunds through a merchant’s account.",
		"remediation": "Revoke it at Pagar.me and issue a new one; removing it from the file is not enough.",
		"anchors": ["ak_live_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ak_live_[0-9A-Za-z]{30}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 31
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/pagar-me-test-api-key",
		"provider": "pagar-me",
		"title": "Pagar.me test API key (older)",
		"severity": "low",
		"opens": "Acts in the test mode of a merchant’s account.",
		"remediation": "Revoke it at Pagar.me and issue a new one; removing it from the file is not enough.",
		"anchors": ["ak_test_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ak_test_[0-9A-Za-z]{30}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 31
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/pagerduty-api-key",
		"provider": "pagerduty",
		"title": "PagerDuty API key",
		"severity": "high",
		"opens": "Reads, and may change, schedules, services and incidents.",
		"remediation": "Revoke it at PagerDuty and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"pagerduty_api_key",
			"pagerduty-api-key",
			"pagerdutyapikey",
			"pagerduty_token",
			"pagerduty-token",
			"pagerdutytoken",
			"pagerduty_api_token",
			"pagerduty-api-token",
			"pagerdutyapitoken",
			"pd_api_key",
			"pd-api-key",
			"pdapikey"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:pagerduty[_-]?api[_-]?key|pagerduty[_-]?token|pagerduty[_-]?api[_-]?token|pd[_-]?api[_-]?key)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>(?!pagerduty|pd[_-]api)(?:u\\+|[0-9A-Za-z_-])[0-9A-Za-z_-]{17,19})(?![0-9A-Za-z_+-])",
		"window": {
			"before": 7,
			"after": 71
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5,
		"verification": {
			"method": "GET",
			"url": "https://api.pagerduty.com/abilities",
			"headers": {
				"authorization": "Token token={secret}",
				"accept": "application/vnd.pagerduty+json;version=2"
			},
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of the European region",
			"source": "https://developer.pagerduty.com/api-reference/"
		}
	},
	{
		"id": "secrets/pagerduty-integration-url",
		"provider": "pagerduty",
		"title": "PagerDuty integration URL",
		"severity": "low",
		"opens": "Raises incidents of one service.",
		"remediation": "Revoke it at PagerDuty and issue a new one; removing it from the file is not enough.",
		"anchors": ["events.pagerduty.com/integration/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "events\\.pagerduty\\.com/integration/[0-9a-f]{32}/enqueue",
		"window": {
			"before": 0,
			"after": 40
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/paseto-token",
		"provider": "paseto",
		"title": "PASETO token",
		"severity": "medium",
		"opens": "Acts as whoever it was issued to, until it expires.",
		"remediation": "Revoke it at the issuer and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"v1.local.",
			"v1.public.",
			"v2.local.",
			"v2.public.",
			"v3.local.",
			"v3.public.",
			"v4.local.",
			"v4.public."
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_.-])(?<version>v[1-4])\\.(?<purpose>local|public)\\.[0-9A-Za-z_-]{86,2000}(?:\\.[0-9A-Za-z_-]{2,500})?(?![0-9A-Za-z_.-])",
		"window": {
			"before": 7,
			"after": 2502
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": { "vetted": true }
		},
		"minEntropy": 4
	},
	{
		"id": "secrets/paypal-access-token",
		"provider": "paypal",
		"title": "PayPal access token",
		"severity": "medium",
		"opens": "Acts on a merchant’s payments for nine hours.",
		"remediation": "Revoke it at PayPal and issue a new one; removing it from the file is not enough.",
		"anchors": ["A21AA"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])A21AA[0-9A-Za-z_-]{80,120}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 121
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/paystack-secret-key",
		"provider": "paystack",
		"title": "Paystack secret key",
		"severity": "critical",
		"opens": "Charges and pays out through a merchant’s account.",
		"remediation": "Revoke it at Paystack and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk_live_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sk_live_[0-9a-f]{40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/paystack-test-key",
		"provider": "paystack",
		"title": "Paystack test key",
		"severity": "low",
		"opens": "Acts in the test mode of a merchant’s account.",
		"remediation": "Revoke it at Paystack and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk_test_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sk_test_[0-9a-f]{40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/percy-project-token",
		"provider": "percy",
		"title": "Percy project token",
		"severity": "medium",
		"opens": "Uploads snapshots to a project.",
		"remediation": "Revoke it at Percy and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"web_",
			"app_",
			"auto_"
		],
		"run": 64,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:web_[0-9a-f]{64}|app_[0-9a-f]{64}|auto_[0-9a-f]{64})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 66
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/permit-api-key",
		"provider": "permit",
		"title": "Permit.io API key",
		"severity": "critical",
		"opens": "Reads and changes who may do what in an application.",
		"remediation": "Revoke it at Permit.io and issue a new one; removing it from the file is not enough.",
		"anchors": ["permit_key_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])permit_key_[0-9A-Za-z]{80,120}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 121
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/perplexity-api-key",
		"provider": "perplexity",
		"title": "Perplexity API key",
		"severity": "high",
		"opens": "Calls models at the owner’s expense and reads what the key’s project stored.",
		"remediation": "Revoke it at Perplexity and issue a new one; removing it from the file is not enough.",
		"anchors": ["pplx-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])pplx-[0-9A-Za-z]{48}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 49
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/persona-api-key",
		"provider": "persona",
		"title": "Persona API key",
		"severity": "critical",
		"opens": "Reads people’s identity documents and checks.",
		"remediation": "Revoke it at Persona and issue a new one; removing it from the file is not enough.",
		"anchors": ["persona_production_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])persona_production_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/persona-sandbox-api-key",
		"provider": "persona",
		"title": "Persona sandbox API key",
		"severity": "low",
		"opens": "Acts in the sandbox.",
		"remediation": "Revoke it at Persona and issue a new one; removing it from the file is not enough.",
		"anchors": ["persona_sandbox_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])persona_sandbox_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/pgpass-password",
		"provider": "pgpass",
		"title": "Password in .pgpass",
		"severity": "high",
		"opens": "Signs in to the PostgreSQL server as the user beside it.",
		"remediation": "Change the password at the server that the line names, and keep the file out of the repository.",
		"anchors": [
			":5432:",
			":5433:",
			":6432:",
			":26257:",
			":*:"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![^\\s\"'=])(?<host>[A-Za-z0-9.*_-]{1,200}):(?:\\d{2,5}|\\*):(?<database>[^\\s:\"']{1,100}):(?<user>[^\\s:\"']{1,100}):(?<secret>(?:\\\\[:\\\\]|[^\\s:\\\\\"']){1,256})(?=[\\r\\n\"']|$)",
		"window": {
			"before": 208,
			"after": 720
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/pinata-api-key",
		"provider": "pinata",
		"title": "Pinata API key (JWT)",
		"severity": "high",
		"opens": "Pins, reads and deletes the files of an account.",
		"remediation": "Revoke it at Pinata and issue a new one; removing it from the file is not enough.",
		"anchors": ["eyJ1c2VySW5mb3JtYXRpb24iOns"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])e[yw][0-9A-Za-z_-]{10,400}\\.eyJ1c2VySW5mb3JtYXRpb24iOns[0-9A-Za-z_-]{4,3000}\\.[0-9A-Za-z_-]{20,800}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 410,
			"after": 3802
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "jwt",
			"options": {
				"kind": "other",
				"severity": "high"
			}
		}
	},
	{
		"id": "secrets/pinecone-api-key",
		"provider": "pinecone",
		"title": "Pinecone API key",
		"severity": "high",
		"opens": "Reads and writes the indexes of a project.",
		"remediation": "Revoke it at Pinecone and issue a new one; removing it from the file is not enough.",
		"anchors": ["pcsk_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pcsk_[0-9A-Za-z]{5,6}_[0-9A-Za-z]{63}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 71
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.pinecone.io/indexes",
			"headers": {
				"api-key": "{secret}",
				"x-pinecone-api-version": "2025-04"
			},
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://docs.pinecone.io/reference/api/latest/control-plane/list_indexes"
		}
	},
	{
		"id": "secrets/pinterest-access-token",
		"provider": "pinterest",
		"title": "Pinterest access token",
		"severity": "high",
		"opens": "Acts for a user within its scopes.",
		"remediation": "Revoke it at Pinterest and issue a new one; removing it from the file is not enough.",
		"anchors": ["pina_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pina_[0-9A-Za-z]{60,120}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 121
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/plaid-access-token",
		"provider": "plaid",
		"title": "Plaid access token",
		"severity": "high",
		"opens": "Reads a person’s bank accounts, together with the client’s secret.",
		"remediation": "Revoke it at Plaid and issue a new one; removing it from the file is not enough.",
		"anchors": ["access-production-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])access-production-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/plaid-sandbox-access-token",
		"provider": "plaid",
		"title": "Plaid sandbox access token",
		"severity": "low",
		"opens": "Reads invented accounts of the sandbox.",
		"remediation": "Revoke it at Plaid and issue a new one; removing it from the file is not enough.",
		"anchors": ["access-sandbox-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])access-sandbox-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/plaid-link-token",
		"provider": "plaid",
		"title": "Plaid link token",
		"severity": "low",
		"opens": "Starts linking a bank account, for hours.",
		"remediation": "Revoke it at Plaid and issue a new one; removing it from the file is not enough.",
		"anchors": ["link-production-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])link-production-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/planetscale-service-token",
		"provider": "planetscale",
		"title": "PlanetScale service token",
		"severity": "critical",
		"opens": "Administers databases of an organisation within its permissions.",
		"remediation": "Revoke it at PlanetScale and issue a new one; removing it from the file is not enough.",
		"anchors": ["pscale_tkn_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pscale_tkn_[0-9A-Za-z_.-]{32,64}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/planetscale-password",
		"provider": "planetscale",
		"title": "PlanetScale database password",
		"severity": "critical",
		"opens": "Reads, and may write, one branch of a database.",
		"remediation": "Revoke it at PlanetScale and issue a new one; removing it from the file is not enough.",
		"anchors": ["pscale_pw_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pscale_pw_[0-9A-Za-z_.-]{32,64}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/planetscale-oauth-token",
		"provider": "planetscale",
		"title": "PlanetScale OAuth token",
		"severity": "critical",
		"opens": "Administers databases of an organisation within its permissions.",
		"remediation": "Revoke it at PlanetScale and issue a new one; removing it from the file is not enough.",
		"anchors": ["pscale_oauth_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pscale_oauth_[0-9A-Za-z_.-]{32,64}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/polar-organization-token",
		"provider": "polar",
		"title": "Polar organisation access token",
		"severity": "critical",
		"opens": "Reads and changes the products, customers and orders of an organisation.",
		"remediation": "Revoke it at Polar and issue a new one; removing it from the file is not enough.",
		"anchors": ["polar_oat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])polar_oat_[0-9A-Za-z]{37,50}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 51
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/polar-personal-token",
		"provider": "polar",
		"title": "Polar personal access token",
		"severity": "critical",
		"opens": "Acts as its owner.",
		"remediation": "Revoke it at Polar and issue a new one; removing it from the file is not enough.",
		"anchors": ["polar_pat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])polar_pat_[0-9A-Za-z]{37,50}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 51
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/polar-webhook-secret",
		"provider": "polar",
		"title": "Polar webhook secret",
		"severity": "medium",
		"opens": "Forges webhook events that the receiver takes for genuine.",
		"remediation": "Revoke it at Polar and issue a new one; removing it from the file is not enough.",
		"anchors": ["polar_whs_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])polar_whs_[0-9A-Za-z]{32,50}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 51
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/polar-refresh-token",
		"provider": "polar",
		"title": "Polar OAuth token",
		"severity": "high",
		"opens": "Acts as a user or organisation within its scopes.",
		"remediation": "Revoke it at Polar and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"polar_rt_o_",
			"polar_rt_u_",
			"polar_at_o_",
			"polar_at_u_",
			"polar_cs_"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:polar_rt_o_[0-9A-Za-z]{37,50}|polar_rt_u_[0-9A-Za-z]{37,50}|polar_at_o_[0-9A-Za-z]{37,50}|polar_at_u_[0-9A-Za-z]{37,50}|polar_cs_[0-9A-Za-z]{37,50})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 53
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/portainer-access-token",
		"provider": "portainer",
		"title": "Portainer access token",
		"severity": "critical",
		"opens": "Administers containers and clusters as its owner.",
		"remediation": "Revoke it at Portainer and issue a new one; removing it from the file is not enough.",
		"anchors": ["ptr_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ptr_[0-9A-Za-z+/]{43}=(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 45
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/posthog-personal-api-key",
		"provider": "posthog",
		"title": "PostHog personal API key",
		"severity": "high",
		"opens": "Reads analytics and changes projects as its owner.",
		"remediation": "Revoke it at PostHog and issue a new one; removing it from the file is not enough.",
		"anchors": ["phx_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])phx_[0-9A-Za-z]{43,50}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 51
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://us.posthog.com/api/users/@me/",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }, {
				"status": [403],
				"json": { "code": ["permission_denied"] }
			}],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of the European region or a PostHog server of your own",
			"source": "https://posthog.com/docs/api/users"
		}
	},
	{
		"id": "secrets/posthog-project-key",
		"provider": "posthog",
		"title": "PostHog project API key",
		"severity": "info",
		"opens": "Meant to be public: it sends events from a browser.",
		"remediation": "Revoke it at PostHog and issue a new one; removing it from the file is not enough.",
		"anchors": ["phc_"],
		"run": 43,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])phc_[0-9A-Za-z]{43}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/posthog-secure-flags-key",
		"provider": "posthog",
		"title": "PostHog feature flags secure API key",
		"severity": "medium",
		"opens": "Reads feature flags and their rules.",
		"remediation": "Revoke it at PostHog and issue a new one; removing it from the file is not enough.",
		"anchors": ["phs_"],
		"run": 40,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])phs_[0-9A-Za-z]{40,60}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/postman-api-key",
		"provider": "postman",
		"title": "Postman API key",
		"severity": "high",
		"opens": "Reads, and may change, collections and environments as its owner.",
		"remediation": "Revoke it at Postman and issue a new one; removing it from the file is not enough.",
		"anchors": ["PMAK-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])PMAK-[0-9a-f]{24}-[0-9a-f]{34}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 60
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.getpostman.com/me",
			"headers": { "x-api-key": "{secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of the European region",
			"source": "https://learning.postman.com/docs/developer/postman-api/authentication/"
		}
	},
	{
		"id": "secrets/postman-collection-access-key",
		"provider": "postman",
		"title": "Postman collection access key",
		"severity": "low",
		"opens": "Reads one collection.",
		"remediation": "Revoke it at Postman and issue a new one; removing it from the file is not enough.",
		"anchors": ["PMAT-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])PMAT-[0-9A-Z]{26}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 27
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/prefect-api-key",
		"provider": "prefect",
		"title": "Prefect API key",
		"severity": "high",
		"opens": "Reads and runs flows as its owner.",
		"remediation": "Revoke it at Prefect and issue a new one; removing it from the file is not enough.",
		"anchors": ["pnu_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pnu_[0-9A-Za-z]{36}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/prefect-service-account-key",
		"provider": "prefect",
		"title": "Prefect service account API key",
		"severity": "high",
		"opens": "Runs flows and reads their results as a service account.",
		"remediation": "Revoke it at Prefect and issue a new one; removing it from the file is not enough.",
		"anchors": ["pnb_"],
		"run": 36,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pnb_[0-9A-Za-z]{36}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/prisma-accelerate-url",
		"provider": "prisma",
		"title": "Prisma Accelerate or Postgres URL with its key",
		"severity": "critical",
		"opens": "Reads and writes the database behind it.",
		"remediation": "Revoke it at Prisma and issue a new one; removing it from the file is not enough.",
		"anchors": ["accelerate.prisma-data.net/?api_key="],
		"run": 0,
		"ignoreCase": false,
		"expression": "accelerate\\.prisma-data\\.net/\\?api_key=(?<secret>[0-9A-Za-z_-]{20,400}(?:\\.[0-9A-Za-z_-]{20,800}\\.[0-9A-Za-z_-]{20,200})?)(?![0-9A-Za-z_.-])",
		"window": {
			"before": 0,
			"after": 1410
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/private-key-pem",
		"provider": "private-key",
		"title": "Private key",
		"severity": "critical",
		"opens": "Signs in, signs or decrypts as its owner wherever the public half is trusted.",
		"remediation": "Replace the key pair, remove the public half wherever it is trusted (authorized_keys, deploy keys, certificates: revoke them) and keep the new key out of the repository.",
		"anchors": [
			"-----BEGIN PRIVATE KEY-----",
			"-----BEGIN RSA PRIVATE KEY-----",
			"-----BEGIN EC PRIVATE KEY-----",
			"-----BEGIN DSA PRIVATE KEY-----",
			"-----BEGIN OPENSSH PRIVATE KEY-----",
			"-----BEGIN ENCRYPTED PRIVATE KEY-----",
			"-----BEGIN ENCRYPTED COSIGN PRIVATE KEY-----",
			"-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH|ENCRYPTED(?: COSIGN| SIGSTORE)?) )?PRIVATE KEY-----(?:[^-]|-(?!----)){1,32000}-{5,8}END [A-Z0-9 ]{1,40}-----",
		"window": {
			"before": 0,
			"after": 32100
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "private-key",
			"options": {}
		}
	},
	{
		"id": "secrets/private-key-pgp",
		"provider": "private-key",
		"title": "OpenPGP private key",
		"severity": "critical",
		"opens": "Signs and decrypts as its owner; signed releases and encrypted files depend on it.",
		"remediation": "Revoke the key, publish the revocation to the key servers that carry it, and make a new one.",
		"anchors": ["-----BEGIN PGP PRIVATE KEY BLOCK-----"],
		"run": 0,
		"ignoreCase": false,
		"expression": "-----BEGIN PGP PRIVATE KEY BLOCK-----(?:[^-]|-(?!----)){1,64000}-{5,8}END PGP PRIVATE KEY BLOCK-----",
		"window": {
			"before": 0,
			"after": 64100
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "pgp-key",
			"options": {}
		}
	},
	{
		"id": "secrets/private-key-putty",
		"provider": "private-key",
		"title": "PuTTY private key",
		"severity": "critical",
		"opens": "Signs in over SSH as its owner wherever the public half is trusted.",
		"remediation": "Remove the public half from authorized_keys and deploy keys, make a new pair and keep it out of the repository.",
		"anchors": ["PuTTY-User-Key-File-2: ", "PuTTY-User-Key-File-3: "],
		"run": 0,
		"ignoreCase": false,
		"expression": "PuTTY-User-Key-File-[23]: (?:[^P]|P(?!uTTY-User|rivate-MAC)){20,24000}Private-MAC: [0-9a-fA-F]{40,64}",
		"window": {
			"before": 0,
			"after": 24100
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "putty-key",
			"options": {}
		}
	},
	{
		"id": "secrets/private-key-wireguard",
		"provider": "private-key",
		"title": "WireGuard private key",
		"severity": "high",
		"opens": "Joins the private network as the peer that owns it, and reads that peer's traffic.",
		"remediation": "Make a new key pair with `wg genkey`, and replace the public key at every peer that lists the old one.",
		"anchors": [
			"PrivateKey = ",
			"PrivateKey=",
			"privateKey: "
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9])[Pp]rivateKey(?: {0,3}= {0,3}|: {1,3})[\"']?(?<secret>[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)(?![A-Za-z0-9+/=])",
		"window": {
			"before": 7,
			"after": 56
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "wireguard-key",
			"options": {}
		}
	},
	{
		"id": "secrets/private-key-ed25519-hex",
		"provider": "private-key",
		"title": "Ed25519 or secp256k1 private key in hexadecimal",
		"severity": "critical",
		"opens": "Signs and signs in as whoever trusts its public key.",
		"remediation": "Make a new key pair, and have its public key trusted instead of the old one everywhere.",
		"anchors": ["302e020100300506032b657004220420", "3030020100300706052b8104000a04220420"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Fa-f])(?:302e020100300506032b657004220420|3030020100300706052b8104000a04220420)[0-9a-fA-F]{64}(?![0-9A-Fa-f])",
		"window": {
			"before": 7,
			"after": 70
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 2.5
	},
	{
		"id": "secrets/private-key-openvpn-static",
		"provider": "private-key",
		"title": "OpenVPN static key",
		"severity": "high",
		"opens": "Decrypts and joins the tunnel that shares it, or starts handshakes with a server.",
		"remediation": "Make a new key with openvpn --genkey and give it to both ends.",
		"anchors": ["BEGIN OpenVPN Static key V1"],
		"run": 0,
		"ignoreCase": false,
		"expression": "-----BEGIN OpenVPN Static key V1-----\\s{1,4}(?<secret>(?:[0-9a-f]{32}\\s{1,4}){16})-----END",
		"window": {
			"before": 5,
			"after": 600
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/private-key-xml-rsa",
		"provider": "private-key",
		"title": "RSA private key in XML",
		"severity": "high",
		"opens": "Signs, decrypts or signs in as whoever trusts its public key.",
		"remediation": "Make a new key pair, and have its public key trusted instead of the old one everywhere.",
		"anchors": ["</InverseQ>"],
		"run": 0,
		"ignoreCase": false,
		"expression": "</InverseQ>\\s{0,20}<D>(?<secret>[0-9A-Za-z+/=\\s]{80,1400})</D>",
		"window": {
			"before": 0,
			"after": 1450
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 4.5
	},
	{
		"id": "secrets/promptlayer-api-key",
		"provider": "promptlayer",
		"title": "PromptLayer API key",
		"severity": "high",
		"opens": "Reads and writes prompts and the logs of requests.",
		"remediation": "Revoke it at PromptLayer and issue a new one; removing it from the file is not enough.",
		"anchors": ["pl_"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pl_[0-9a-f]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/pubnub-secret-key",
		"provider": "pubnub",
		"title": "PubNub secret key",
		"severity": "critical",
		"opens": "Administers a key set: grants access and changes settings.",
		"remediation": "Revoke it at PubNub and issue a new one; removing it from the file is not enough.",
		"anchors": ["sec-c-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sec-c-[0-9A-Za-z+/]{48}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 49
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/pubnub-publish-key",
		"provider": "pubnub",
		"title": "PubNub publish key",
		"severity": "low",
		"opens": "Publishes messages to an app’s channels, where access control is off.",
		"remediation": "Revoke it at PubNub and issue a new one; removing it from the file is not enough.",
		"anchors": ["pub-c-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])pub-c-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/pubnub-subscribe-key",
		"provider": "pubnub",
		"title": "PubNub subscribe key",
		"severity": "info",
		"opens": "Meant to be in clients: it reads an app’s channels.",
		"remediation": "Revoke it at PubNub and issue a new one; removing it from the file is not enough.",
		"anchors": ["sub-c-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sub-c-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/pulumi-access-token",
		"provider": "pulumi",
		"title": "Pulumi access token",
		"severity": "critical",
		"opens": "Reads and changes stacks and their secrets as its owner.",
		"remediation": "Revoke it at Pulumi and issue a new one; removing it from the file is not enough.",
		"anchors": ["pul-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])pul-[0-9a-f]{40}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.pulumi.com/api/user",
			"headers": {
				"authorization": "token {secret}",
				"accept": "application/vnd.pulumi+8"
			},
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of a Pulumi server of your own",
			"source": "https://www.pulumi.com/docs/reference/cloud-rest-api/"
		}
	},
	{
		"id": "secrets/pydantic-logfire-token",
		"provider": "pydantic-logfire",
		"title": "Logfire token",
		"severity": "medium",
		"opens": "Writes, or reads, the traces of a project.",
		"remediation": "Revoke it at Pydantic Logfire and issue a new one; removing it from the file is not enough.",
		"anchors": ["pylf_v1_", "pylf_v2_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pylf_v[12]_(?:us|eu)_[0-9A-Za-z_]{30,100}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 105
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/pypi-api-token",
		"provider": "pypi",
		"title": "PyPI API token",
		"severity": "critical",
		"opens": "Publishes releases of its owner’s packages, or of one project.",
		"remediation": "Revoke it at PyPI and issue a new one; removing it from the file is not enough.",
		"anchors": ["pypi-AgEIcHlwaS5vcmc", "pypi-AgENdGVzdC5weXBpLm9yZw"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])pypi-(?<payload>AgEIcHlwaS5vcmc[0-9A-Za-z_-]{60,1000}|AgENdGVzdC5weXBpLm9yZw[0-9A-Za-z_-]{60,1000})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 1008
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-bytes",
			"options": { "starts": "020108707970692e6f7267,02010d746573742e707970692e6f7267" }
		}
	},
	{
		"id": "secrets/quicknode-endpoint-url",
		"provider": "quicknode",
		"title": "QuickNode endpoint with its token",
		"severity": "medium",
		"opens": "Calls a blockchain node at the owner’s expense.",
		"remediation": "Revoke it at QuickNode and issue a new one; removing it from the file is not enough.",
		"anchors": ["quiknode.pro/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "quiknode\\.pro/(?<secret>[0-9a-f]{40})(?![0-9A-Za-z])",
		"window": {
			"before": 0,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/ragflow-api-key",
		"provider": "ragflow",
		"title": "RAGFlow API key",
		"severity": "high",
		"opens": "Reads and writes the knowledge of an installation.",
		"remediation": "Revoke it at RAGFlow and issue a new one; removing it from the file is not enough.",
		"anchors": ["ragflow-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])ragflow-[0-9A-Za-z]{48,60}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/rails-secret-key-base",
		"provider": "rails",
		"title": "Rails secret_key_base",
		"severity": "critical",
		"opens": "Forges and decrypts the session cookies of the application; with some serialisers that runs code on it.",
		"remediation": "Replace it, which signs everybody out, and keep it in the encrypted credentials or the environment.",
		"anchors": [
			"secret_key_base",
			"SECRET_KEY_BASE",
			"secret_token"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9])(?:secret_key_base|SECRET_KEY_BASE|secret_token)[\"']?\\s{0,4}(?:=>|[:=])\\s{0,4}[\"']?(?<secret>[0-9a-f]{64,256})(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 270
		},
		"proof": "contextual",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/rails-master-key",
		"provider": "rails",
		"title": "Rails master key",
		"severity": "critical",
		"opens": "Decrypts the application's credentials (`config/credentials.yml.enc`), which are in the repository by design.",
		"remediation": "Make a new key, encrypt the credentials with it, and rotate all that they hold.",
		"anchors": ["RAILS_MASTER_KEY", "rails_master_key"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:RAILS_MASTER_KEY|rails_master_key)[\"']?\\s{0,4}(?:=>|[:=])\\s{0,4}[\"']?(?<secret>[0-9a-f]{32})(?![0-9A-Za-z])",
		"window": {
			"before": 0,
			"after": 50
		},
		"proof": "contextual",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/ramp-client-secret",
		"provider": "ramp",
		"title": "Ramp client secret",
		"severity": "critical",
		"opens": "Reads, and may change, a company’s cards and bills.",
		"remediation": "Revoke it at Ramp and issue a new one; removing it from the file is not enough.",
		"anchors": ["ramp_sec_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ramp_sec_[0-9A-Za-z]{40,60}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/ramp-client-id",
		"provider": "ramp",
		"title": "Ramp client id",
		"severity": "info",
		"opens": "Names an application.",
		"remediation": "Revoke it at Ramp and issue a new one; removing it from the file is not enough.",
		"anchors": ["ramp_id_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ramp_id_[0-9A-Za-z]{40,60}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/rancher-api-token",
		"provider": "rancher",
		"title": "Rancher API token",
		"severity": "critical",
		"opens": "Acts on clusters as its owner.",
		"remediation": "Revoke it at Rancher and issue a new one; removing it from the file is not enough.",
		"anchors": ["token-", "kubeconfig-u"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:token-[a-z0-9]{5}|kubeconfig-u(?:ser)?-[a-z0-9]{5,10}(?:\\.c-[0-9a-z-]{5,20})?):[a-z0-9]{54}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 100
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/rapidapi-key",
		"provider": "rapidapi",
		"title": "RapidAPI key",
		"severity": "medium",
		"opens": "Calls the APIs that its owner subscribed to.",
		"remediation": "Revoke it at RapidAPI and issue a new one; removing it from the file is not enough.",
		"anchors": ["jsn"],
		"run": 12,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z])[0-9a-f]{10}msh[0-9a-f]{15}p1[0-9a-f]{5}jsn[0-9a-f]{12}(?![0-9A-Za-z])",
		"window": {
			"before": 42,
			"after": 13
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/razorpay-key-id",
		"provider": "razorpay",
		"title": "Razorpay live key id",
		"severity": "low",
		"opens": "Names a key; with its secret, which is often nearby, it charges and refunds.",
		"remediation": "Revoke it at Razorpay and issue a new one; removing it from the file is not enough.",
		"anchors": ["rzp_live_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])rzp_live_[0-9A-Za-z]{14}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 15
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/razorpay-test-key-id",
		"provider": "razorpay",
		"title": "Razorpay test key id",
		"severity": "info",
		"opens": "Names a key of the test mode.",
		"remediation": "Revoke it at Razorpay and issue a new one; removing it from the file is not enough.",
		"anchors": ["rzp_test_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])rzp_test_[0-9A-Za-z]{14}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 15
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/razorpay-key-secret",
		"provider": "razorpay",
		"title": "Razorpay key with its secret",
		"severity": "critical",
		"opens": "Reads payments and customers, refunds and pays out.",
		"remediation": "Revoke it at Razorpay and issue a new one; removing it from the file is not enough.",
		"anchors": ["rzp_live_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])rzp_live_[0-9A-Za-z]{14}(?![0-9A-Za-z])[\\s\\S]{1,80}?(?<![0-9A-Za-z_/+-])(?=[0-9a-z]{0,23}[A-Z])(?=[0-9A-Z]{0,23}[a-z])(?=[A-Za-z]{0,23}[0-9])(?<secret>[0-9A-Za-z]{24})(?![0-9A-Za-z_=/+-])",
		"window": {
			"before": 7,
			"after": 121
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5,
		"pairs": [{
			"expression": "(?<![0-9A-Za-z_])rzp_live_[0-9A-Za-z]{14}(?![0-9A-Za-z])",
			"ignoreCase": false,
			"check": "secrets/razorpay-key-id",
			"within": 120,
			"as": "keyId",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/readme-api-key",
		"provider": "readme",
		"title": "ReadMe API key",
		"severity": "medium",
		"opens": "Reads and changes a project’s documentation.",
		"remediation": "Revoke it at ReadMe and issue a new one; removing it from the file is not enough.",
		"anchors": ["rdme_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])rdme_[0-9a-z]{70}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 71
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://dash.readme.com/api/v1",
			"headers": { "authorization": "Basic {secret}:" },
			"active": [{ "status": [200] }],
			"inactive": [{
				"status": [401],
				"json": { "error": ["APIKEY_NOTFOUND", "APIKEY_MISMATCH"] }
			}],
			"source": "https://docs.readme.com/main/reference/getproject"
		}
	},
	{
		"id": "secrets/render-api-key",
		"provider": "render",
		"title": "Render API key",
		"severity": "critical",
		"opens": "Deploys and administers its owner’s services and reads their variables.",
		"remediation": "Revoke it at Render and issue a new one; removing it from the file is not enough.",
		"anchors": ["rnd_"],
		"run": 24,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])rnd_[0-9A-Za-z]{24,36}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/render-deploy-hook",
		"provider": "render",
		"title": "Render deploy hook",
		"severity": "low",
		"opens": "Starts deployments of one project.",
		"remediation": "Revoke it at Render and issue a new one; removing it from the file is not enough.",
		"anchors": ["api.render.com/deploy/srv-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "api\\.render\\.com/deploy/srv-[0-9a-z]{20}\\?key=[0-9A-Za-z_-]{11}(?![0-9A-Za-z_-])",
		"window": {
			"before": 0,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/replicate-api-token",
		"provider": "replicate",
		"title": "Replicate API token",
		"severity": "high",
		"opens": "Calls models at the owner’s expense and reads what the key’s project stored.",
		"remediation": "Revoke it at Replicate and issue a new one; removing it from the file is not enough.",
		"anchors": ["r8_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])r8_[0-9A-Za-z]{37}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 38
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.replicate.com/v1/account",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://replicate.com/docs/reference/http#account.get"
		}
	},
	{
		"id": "secrets/resend-api-key",
		"provider": "resend",
		"title": "Resend API key",
		"severity": "high",
		"opens": "Sends mail in the account’s name.",
		"remediation": "Revoke it at Resend and issue a new one; removing it from the file is not enough.",
		"anchors": ["re_"],
		"run": 33,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])re_(?=[0-9A-Za-z_]{0,31}[0-9])(?=[0-9A-Za-z_]{0,31}[A-Z])[0-9A-Za-z]{8}_[0-9A-Za-z]{24}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 34
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.8
	},
	{
		"id": "secrets/retool-api-token",
		"provider": "retool",
		"title": "Retool API token",
		"severity": "high",
		"opens": "Administers an organisation’s apps and users within its scopes.",
		"remediation": "Revoke it at Retool and issue a new one; removing it from the file is not enough.",
		"anchors": ["retool_01"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])retool_01[0-9a-z]{24,40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/riot-games-api-key",
		"provider": "riot-games",
		"title": "Riot Games API key",
		"severity": "medium",
		"opens": "Calls the game APIs with its owner’s limits.",
		"remediation": "Revoke it at Riot Games and issue a new one; removing it from the file is not enough.",
		"anchors": ["RGAPI-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])RGAPI-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/roblox-session-cookie",
		"provider": "roblox",
		"title": "Roblox session cookie",
		"severity": "high",
		"opens": "Acts as a user: trades, spends and publishes.",
		"remediation": "Revoke it at Roblox and issue a new one; removing it from the file is not enough.",
		"anchors": ["WARNING:-DO-NOT-SHARE-THIS."],
		"run": 0,
		"ignoreCase": false,
		"expression": "WARNING:-DO-NOT-SHARE-THIS\\.--Sharing-this-will-allow-someone-to-log-in-as-you-and-to-steal-your-ROBUX-and-items\\.\\|_(?<secret>[0-9A-Za-z._-]{100,2000})(?![0-9A-Za-z._-])",
		"window": {
			"before": 0,
			"after": 2110
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/rocket-chat-webhook",
		"provider": "rocket-chat",
		"title": "Rocket.Chat incoming webhook",
		"severity": "medium",
		"opens": "Posts messages into a room.",
		"remediation": "Revoke it at Rocket.Chat and issue a new one; removing it from the file is not enough.",
		"anchors": ["/hooks/"],
		"run": 17,
		"ignoreCase": false,
		"expression": "/hooks/[0-9A-Za-z]{17,24}/[0-9A-Za-z]{60,70}(?![0-9A-Za-z_])",
		"window": {
			"before": 0,
			"after": 96
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/rootly-api-key",
		"provider": "rootly",
		"title": "Rootly API key",
		"severity": "high",
		"opens": "Reads and changes incidents and schedules.",
		"remediation": "Revoke it at Rootly and issue a new one; removing it from the file is not enough.",
		"anchors": ["rootly_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])rootly_[0-9a-f]{64}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/rubygems-api-key",
		"provider": "rubygems",
		"title": "RubyGems API key",
		"severity": "critical",
		"opens": "Pushes and yanks gems as its owner, within its scopes.",
		"remediation": "Revoke it at RubyGems and issue a new one; removing it from the file is not enough.",
		"anchors": ["rubygems_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])rubygems_[0-9a-f]{48}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 49
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://rubygems.org/api/v1/gems.json",
			"headers": { "authorization": "{secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://guides.rubygems.org/rubygems-org-api/"
		}
	},
	{
		"id": "secrets/runpod-api-key",
		"provider": "runpod",
		"title": "RunPod API key",
		"severity": "critical",
		"opens": "Starts and stops machines at the owner’s expense and reads what runs on them.",
		"remediation": "Revoke it at RunPod and issue a new one; removing it from the file is not enough.",
		"anchors": ["rpa_"],
		"run": 40,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])rpa_[0-9A-Za-z]{40,50}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 51
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/runway-api-secret",
		"provider": "runway",
		"title": "Runway API secret",
		"severity": "high",
		"opens": "Calls models at the owner’s expense.",
		"remediation": "Revoke it at Runway and issue a new one; removing it from the file is not enough.",
		"anchors": ["key_"],
		"run": 128,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])key_[0-9a-f]{128}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 129
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/salesforce-session-token",
		"provider": "salesforce",
		"title": "Salesforce access token",
		"severity": "high",
		"opens": "Acts as a user of an organisation until the session ends.",
		"remediation": "Revoke it at Salesforce and issue a new one; removing it from the file is not enough.",
		"anchors": ["!AQ"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z])(?<organization>00D[0-9A-Za-z]{12})!AQ[0-9A-Za-z._]{80,130}(?![0-9A-Za-z._])",
		"window": {
			"before": 22,
			"after": 131
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"minEntropy": 4
	},
	{
		"id": "secrets/salesforce-refresh-token",
		"provider": "salesforce",
		"title": "Salesforce refresh token",
		"severity": "critical",
		"opens": "Issues new access tokens of a user until it is revoked.",
		"remediation": "Revoke it at Salesforce and issue a new one; removing it from the file is not enough.",
		"anchors": ["5Aep861"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])5Aep861[0-9A-Za-z_.]{70,90}(?![0-9A-Za-z_.])",
		"window": {
			"before": 7,
			"after": 91
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/salesforce-consumer-key",
		"provider": "salesforce",
		"title": "Salesforce consumer key",
		"severity": "info",
		"opens": "Names a connected app; its secret or certificate does the rest.",
		"remediation": "Revoke it at Salesforce and issue a new one; removing it from the file is not enough.",
		"anchors": ["3MVG9"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])3MVG9[0-9A-Za-z_.]{75,90}(?![0-9A-Za-z_.])",
		"window": {
			"before": 7,
			"after": 91
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/samsara-api-token",
		"provider": "samsara",
		"title": "Samsara API token",
		"severity": "high",
		"opens": "Reads a fleet’s vehicles, drivers and places.",
		"remediation": "Revoke it at Samsara and issue a new one; removing it from the file is not enough.",
		"anchors": ["samsara_api_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])samsara_api_[0-9A-Za-z]{30}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 31
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/scaleway-access-key",
		"provider": "scaleway",
		"title": "Scaleway access key",
		"severity": "low",
		"opens": "Names an API key; with its secret half it opens the project.",
		"remediation": "Revoke it at Scaleway and issue a new one; removing it from the file is not enough.",
		"anchors": ["SCW"],
		"run": 17,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])SCW[0-9A-Z]{17}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 18
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/scalingo-api-token",
		"provider": "scalingo",
		"title": "Scalingo API token",
		"severity": "critical",
		"opens": "Deploys, and reads the environment of, its owner’s apps.",
		"remediation": "Revoke it at Scalingo and issue a new one; removing it from the file is not enough.",
		"anchors": ["tk-us-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])tk-us-[0-9A-Za-z_-]{48}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 49
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/secret-token-uri",
		"provider": "secret-token",
		"title": "Secret in a secret-token URI",
		"severity": "high",
		"opens": "Opens whatever its issuer gave it for.",
		"remediation": "Revoke it at the issuer and issue a new one; removing it from the file is not enough.",
		"anchors": ["secret-token:"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z])secret-token:(?<secret>[0-9A-Za-z._~%-]{20,300})(?![0-9A-Za-z._~%-])",
		"window": {
			"before": 7,
			"after": 301
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/segment-public-api-token",
		"provider": "segment",
		"title": "Segment Public API token",
		"severity": "high",
		"opens": "Administers a workspace’s sources and destinations.",
		"remediation": "Revoke it at Segment and issue a new one; removing it from the file is not enough.",
		"anchors": ["sgp_"],
		"run": 64,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sgp_(?![0-9a-f]{64}(?![0-9A-Za-z]))[0-9A-Za-z]{64}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 66
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/sendgrid-api-key",
		"provider": "sendgrid",
		"title": "SendGrid API key",
		"severity": "critical",
		"opens": "Sends mail in the account’s name, within its scopes.",
		"remediation": "Revoke it at SendGrid and issue a new one; removing it from the file is not enough.",
		"anchors": ["SG."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])SG\\.[0-9A-Za-z_-]{22}\\.[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 67
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.sendgrid.com/v3/scopes",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of a subuser in the European Union",
			"source": "https://www.twilio.com/docs/sendgrid/api-reference/api-key-permissions/retrieve-a-list-of-scopes-for-which-this-user-has-access"
		}
	},
	{
		"id": "secrets/sentry-organization-token",
		"provider": "sentry",
		"title": "Sentry organisation token",
		"severity": "high",
		"opens": "Creates releases and uploads source maps of an organisation.",
		"remediation": "Revoke it at Sentry and issue a new one; removing it from the file is not enough.",
		"anchors": ["sntrys_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_+/-])sntrys_(?<payload>eyJ[0-9A-Za-z+/_-]{60,400}={0,2})_[0-9A-Za-z+/]{43}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 450
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-json",
			"options": {
				"keys": "iat,url,org",
				"facts": "org=organization,url=url"
			}
		}
	},
	{
		"id": "secrets/sentry-user-token",
		"provider": "sentry",
		"title": "Sentry user token",
		"severity": "high",
		"opens": "Acts as its owner within its scopes.",
		"remediation": "Revoke it at Sentry and issue a new one; removing it from the file is not enough.",
		"anchors": ["sntryu_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sntryu_[0-9a-f]{64}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://sentry.io/api/0/organizations/?per_page=1",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }, {
				"status": [403],
				"json": { "detail": ["*"] }
			}],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of a Sentry server of your own",
			"source": "https://docs.sentry.io/api/organizations/list-your-organizations/"
		}
	},
	{
		"id": "secrets/sentry-auth-token",
		"provider": "sentry",
		"title": "Sentry auth token (older)",
		"severity": "high",
		"opens": "Acts as its owner within its scopes.",
		"remediation": "Revoke it at Sentry and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"sentry_auth_token",
			"sentry-auth-token",
			"sentryauthtoken",
			"sentry_token",
			"sentry-token",
			"sentrytoken",
			"sentry_api_token",
			"sentry-api-token",
			"sentryapitoken"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:sentry[_-]?auth[_-]?token|sentry[_-]?token|sentry[_-]?api[_-]?token)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9a-f]{64})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 109
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3,
		"verification": {
			"method": "GET",
			"url": "https://sentry.io/api/0/organizations/?per_page=1",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }, {
				"status": [403],
				"json": { "detail": ["*"] }
			}],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of a Sentry server of your own",
			"source": "https://docs.sentry.io/api/organizations/list-your-organizations/"
		}
	},
	{
		"id": "secrets/sentry-integration-token",
		"provider": "sentry",
		"title": "Sentry internal integration token",
		"severity": "high",
		"opens": "Acts as an integration within its permissions.",
		"remediation": "Revoke it at Sentry and issue a new one; removing it from the file is not enough.",
		"anchors": ["sntryi_", "sntrya_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:sntryi_[0-9a-f]{64}|sntrya_[0-9a-f]{64})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/sentry-dsn",
		"provider": "sentry",
		"title": "Sentry DSN",
		"severity": "info",
		"opens": "Meant to be in clients: it sends errors.",
		"remediation": "Revoke it at Sentry and issue a new one; removing it from the file is not enough.",
		"anchors": [
			".ingest.sentry.io/",
			".ingest.us.sentry.io/",
			".ingest.de.sentry.io/"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "https://(?<secret>[0-9a-f]{32})@o[0-9]{1,20}\\.ingest\\.(?:(?:us|de)\\.)?sentry\\.io/[0-9]{1,20}",
		"window": {
			"before": 65,
			"after": 24
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/sentry-dsn-with-secret",
		"provider": "sentry",
		"title": "Sentry DSN with its secret (older)",
		"severity": "low",
		"opens": "Sends errors, and reads a little of the project.",
		"remediation": "Revoke it at Sentry and issue a new one; removing it from the file is not enough.",
		"anchors": ["@sentry.io/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "https://[0-9a-f]{32}:(?<secret>[0-9a-f]{32})@sentry\\.io/[0-9]{1,10}",
		"window": {
			"before": 73,
			"after": 11
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/settlemint-access-token",
		"provider": "settlemint",
		"title": "SettleMint access token",
		"severity": "high",
		"opens": "Administers blockchain applications of its owner.",
		"remediation": "Revoke it at SettleMint and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"sm_aat_",
			"sm_pat_",
			"sm_sat_"
		],
		"run": 16,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:sm_aat_[0-9A-Za-z]{16}|sm_pat_[0-9A-Za-z]{16}|sm_sat_[0-9A-Za-z]{16})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 17
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.3
	},
	{
		"id": "secrets/shadow-hash",
		"provider": "shadow",
		"title": "Password hash of a machine's user",
		"severity": "low",
		"opens": "Gives the password to whoever guesses it offline, and with it the machine.",
		"remediation": "Change the password on every machine that was made from this file, and keep the file out of the repository.",
		"anchors": [
			":$6$",
			":$5$",
			":$1$",
			":$y$",
			":$gy$",
			":$7$",
			":$2a$",
			":$2b$",
			":$2y$",
			":$argon2"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![^\\s\"'=])(?<user>[A-Za-z_][A-Za-z0-9_.-]{0,31}\\$?):(?<secret>\\$(?:6|5|1|y|gy|7|2[aby]|argon2(?:id|i|d))\\$[^\\s:\"']{16,300}):\\d{0,6}:\\d{0,6}:[^\\s:]{0,60}:",
		"window": {
			"before": 39,
			"after": 400
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "password-hash",
			"options": {}
		}
	},
	{
		"id": "secrets/shippo-live-token",
		"provider": "shippo",
		"title": "Shippo live token",
		"severity": "high",
		"opens": "Buys labels at the account’s expense.",
		"remediation": "Revoke it at Shippo and issue a new one; removing it from the file is not enough.",
		"anchors": ["shippo_live_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])shippo_live_[0-9a-f]{40}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/shippo-test-token",
		"provider": "shippo",
		"title": "Shippo test token",
		"severity": "low",
		"opens": "Acts in the test mode of an account.",
		"remediation": "Revoke it at Shippo and issue a new one; removing it from the file is not enough.",
		"anchors": ["po_test_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])shippo_test_[0-9a-f]{40}(?![0-9A-Za-z_])",
		"window": {
			"before": 11,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/shopify-admin-token",
		"provider": "shopify",
		"title": "Shopify admin API access token",
		"severity": "critical",
		"opens": "Reads and changes a shop within the app’s scopes.",
		"remediation": "Revoke it at Shopify and issue a new one; removing it from the file is not enough.",
		"anchors": ["shpat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])shpat_[0-9a-fA-F]{32}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://{shop}.myshopify.com/admin/oauth/access_scopes.json",
			"headers": { "x-shopify-access-token": "{secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://shopify.dev/docs/api/admin-rest/latest/resources/accessscope"
		}
	},
	{
		"id": "secrets/shopify-custom-app-token",
		"provider": "shopify",
		"title": "Shopify custom app access token",
		"severity": "critical",
		"opens": "Reads and changes a shop within the app’s scopes.",
		"remediation": "Revoke it at Shopify and issue a new one; removing it from the file is not enough.",
		"anchors": ["shpca_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])shpca_[0-9a-fA-F]{32}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://{shop}.myshopify.com/admin/oauth/access_scopes.json",
			"headers": { "x-shopify-access-token": "{secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://shopify.dev/docs/api/admin-rest/latest/resources/accessscope"
		}
	},
	{
		"id": "secrets/shopify-private-app-password",
		"provider": "shopify",
		"title": "Shopify private app password",
		"severity": "critical",
		"opens": "Reads and changes a shop within the app’s scopes.",
		"remediation": "Revoke it at Shopify and issue a new one; removing it from the file is not enough.",
		"anchors": ["shppa_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])shppa_[0-9a-fA-F]{32}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://{shop}.myshopify.com/admin/oauth/access_scopes.json",
			"headers": { "x-shopify-access-token": "{secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://shopify.dev/docs/api/admin-rest/latest/resources/accessscope"
		}
	},
	{
		"id": "secrets/shopify-shared-secret",
		"provider": "shopify",
		"title": "Shopify app shared secret",
		"severity": "high",
		"opens": "Forges the requests that an app takes for Shopify’s and redeems shops’ codes for tokens.",
		"remediation": "Revoke it at Shopify and issue a new one; removing it from the file is not enough.",
		"anchors": ["shpss_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])shpss_[0-9a-fA-F]{32}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/shopify-user-token",
		"provider": "shopify",
		"title": "Shopify user access token",
		"severity": "high",
		"opens": "Acts as a member of staff within the app’s scopes.",
		"remediation": "Revoke it at Shopify and issue a new one; removing it from the file is not enough.",
		"anchors": ["shpua_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])shpua_[0-9a-fA-F]{32}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/shopify-theme-access-password",
		"provider": "shopify",
		"title": "Shopify Theme Access password",
		"severity": "high",
		"opens": "Changes the themes of a shop.",
		"remediation": "Revoke it at Shopify and issue a new one; removing it from the file is not enough.",
		"anchors": ["shptka_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])shptka_[0-9a-f]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/shopify-cli-partner-token",
		"provider": "shopify",
		"title": "Shopify CLI or Partners token",
		"severity": "critical",
		"opens": "Acts as a partner: deploys apps and reads shops.",
		"remediation": "Revoke it at Shopify and issue a new one; removing it from the file is not enough.",
		"anchors": ["atkn_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])atkn_[0-9a-f]{32,64}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/sidekiq-gem-source-password",
		"provider": "sidekiq",
		"title": "Sidekiq Pro or Enterprise gem credentials",
		"severity": "medium",
		"opens": "Downloads gems that the owner has paid for.",
		"remediation": "Revoke it at Sidekiq and issue a new one; removing it from the file is not enough.",
		"anchors": ["CONTRIBSYS__COM"],
		"run": 0,
		"ignoreCase": false,
		"expression": "CONTRIBSYS__COM[\"']?[ \\t]{0,2}[:=][ \\t]{0,2}[\"']?(?<secret>[0-9a-f]{8}:[0-9a-f]{8})(?![0-9A-Za-z])",
		"window": {
			"before": 0,
			"after": 28
		},
		"proof": "structural",
		"encoded": false,
		"custom": false
	},
	{
		"id": "secrets/sign-in-call-password",
		"provider": "sign-in",
		"title": "Password in a call that signs in",
		"severity": "medium",
		"opens": "Signs in to the service that the call names as the user beside the password.",
		"remediation": "Change the password at the service, and read it from the environment or a secret store.",
		"anchors": [
			"BasicAuth(",
			"auth=(",
			"Credentials.basic(",
			"NetworkCredential(",
			"mysqli_connect(",
			"new mysqli(",
			"new PDO(",
			".getConnection(",
			"simple_bind_s(",
			".login(",
			"PasswordAuthentication(",
			"UsernamePasswordCredentials(",
			"setBasicAuth(",
			"withCredentials(",
			"PlainAuth(",
			"ftp_login(",
			"basicAuth(",
			"basic_auth("
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:(?:mysqli_connect|new mysqli|new PDO|\\.getConnection|PlainAuth)\\(\\s{0,20}(?:[\"'][^\"'\\n]{0,200}[\"']|[$\\w.]{1,60}),\\s{0,20}|(?:[Bb]asicAuth|basic_auth|auth=|Credentials\\.basic|NetworkCredential|simple_bind_s|\\.login|PasswordAuthentication|UsernamePasswordCredentials|withCredentials|ftp_login)\\(\\s{0,20})(?<user>[\"'][^\"'\\n]{1,100}[\"']|[$\\w.]{1,60}),\\s{0,20}[\"'](?<secret>[^\"'\\\\\\n]{5,128})[\"']",
		"window": {
			"before": 30,
			"after": 540
		},
		"proof": "generic",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "sign-in-call",
			"options": {}
		}
	},
	{
		"id": "secrets/sign-in-client-key",
		"provider": "sign-in",
		"title": "Key that a service's client takes",
		"severity": "medium",
		"opens": "Lets whoever reads the repository call the service as its owner.",
		"remediation": "Revoke the key where it was issued, and read its successor from the environment or a secret store; removing it from the file is not enough.",
		"anchors": [
			"('",
			"(\"",
			"', '",
			"\", \""
		],
		"run": 24,
		"ignoreCase": false,
		"expression": "(?<![\\w$.])(?<callee>[A-Za-z_$][\\w$.]{2,60}|require\\([\"'][\\w@/.-]{2,60}[\"']\\))\\(\\s{0,20}(?:(?:[\"'][^\"'\\n]{0,80}[\"']|[\\w$.]{1,60}),\\s{0,20}){0,3}[\"'](?=[\\w-]{24})(?=[\\w-]{0,23}[0-9])(?<secret>[A-Za-z0-9][A-Za-z0-9_+/=-]{23,200})[\"']",
		"window": {
			"before": 546,
			"after": 230
		},
		"proof": "generic",
		"encoded": false,
		"custom": false,
		"runHasDigit": true,
		"prover": {
			"name": "client-key",
			"options": {}
		}
	},
	{
		"id": "secrets/sign-in-secure-string",
		"provider": "sign-in",
		"title": "Password in a PowerShell secure string",
		"severity": "medium",
		"opens": "Signs in where the script uses the password.",
		"remediation": "Change the password where it is used, and read it from a vault or a prompt.",
		"anchors": ["ConvertTo-SecureString", "convertto-securestring"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:ConvertTo-SecureString|convertto-securestring)\\s{1,3}(?:-[Ss]tring\\s{1,3})?[\"'](?<secret>[^\"'\\n]{5,128})[\"']\\s{1,3}-[Aa]s[Pp]lain[Tt]ext",
		"window": {
			"before": 0,
			"after": 180
		},
		"proof": "generic",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "chosen-secret",
			"options": {}
		}
	},
	{
		"id": "secrets/slack-bot-token",
		"provider": "slack",
		"title": "Slack bot token",
		"severity": "high",
		"opens": "Acts as an app’s bot in a workspace: reads and writes what its scopes allow.",
		"remediation": "Revoke it at Slack and issue a new one; removing it from the file is not enough.",
		"anchors": ["xoxb-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])xoxb-(?:(?<team>[0-9]{8,14})-[0-9]{8,14}-[0-9A-Za-z]{18,34}|[0-9]{8,14}-[0-9A-Za-z]{18,26})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"verification": {
			"method": "POST",
			"url": "https://slack.com/api/auth.test",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{
				"status": [200],
				"json": { "ok": [true] }
			}],
			"inactive": [{
				"status": [200],
				"json": { "error": [
					"token_revoked",
					"token_expired",
					"account_inactive"
				] }
			}],
			"source": "https://api.slack.com/methods/auth.test"
		}
	},
	{
		"id": "secrets/slack-user-token",
		"provider": "slack",
		"title": "Slack user token",
		"severity": "critical",
		"opens": "Acts as a user in a workspace: reads messages and files within its scopes.",
		"remediation": "Revoke it at Slack and issue a new one; removing it from the file is not enough.",
		"anchors": ["xoxp-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])xoxp-(?<team>[0-9]{8,14})-[0-9]{8,14}-[0-9]{8,14}-[0-9a-f]{32}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 78
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"verification": {
			"method": "POST",
			"url": "https://slack.com/api/auth.test",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{
				"status": [200],
				"json": { "ok": [true] }
			}],
			"inactive": [{
				"status": [200],
				"json": { "error": [
					"token_revoked",
					"token_expired",
					"account_inactive"
				] }
			}],
			"source": "https://api.slack.com/methods/auth.test"
		}
	},
	{
		"id": "secrets/slack-legacy-token",
		"provider": "slack",
		"title": "Slack token (legacy)",
		"severity": "high",
		"opens": "Acts as a user or workspace app in a workspace.",
		"remediation": "Revoke it at Slack and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"xoxa-",
			"xoxr-",
			"xoxo-",
			"xoxs-"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])xox[aros]-(?:[0-9]-)?(?:[0-9]{8,14}-){1,3}[0-9A-Za-z]{24,64}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 112
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "POST",
			"url": "https://slack.com/api/auth.test",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{
				"status": [200],
				"json": { "ok": [true] }
			}],
			"inactive": [{
				"status": [200],
				"json": { "error": [
					"token_revoked",
					"token_expired",
					"account_inactive"
				] }
			}],
			"source": "https://api.slack.com/methods/auth.test"
		}
	},
	{
		"id": "secrets/slack-session-token",
		"provider": "slack",
		"title": "Slack browser session token",
		"severity": "high",
		"opens": "With the session’s cookie, acts as a user in the browser client.",
		"remediation": "Revoke it at Slack and issue a new one; removing it from the file is not enough.",
		"anchors": ["xoxc-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])xoxc-(?:[0-9]{8,14}-){3}[0-9a-f]{64}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 110
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/slack-app-token",
		"provider": "slack",
		"title": "Slack app-level token",
		"severity": "high",
		"opens": "Opens an app’s socket connections and reads its events in all workspaces.",
		"remediation": "Revoke it at Slack and issue a new one; removing it from the file is not enough.",
		"anchors": ["xapp-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])xapp-[0-9]-(?<app>A[0-9A-Z]{8,12})-[0-9]{8,14}-[0-9a-f]{64}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 96
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		}
	},
	{
		"id": "secrets/slack-configuration-token",
		"provider": "slack",
		"title": "Slack app configuration token",
		"severity": "high",
		"opens": "Creates and changes apps of a workspace, or renews itself.",
		"remediation": "Revoke it at Slack and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"xoxe.xoxp-",
			"xoxe.xoxb-",
			"xoxe-"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])xoxe(?:\\.xox[bp])?-[0-9]-[0-9A-Za-z]{140,180}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 188
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/slack-webhook",
		"provider": "slack",
		"title": "Slack incoming webhook",
		"severity": "medium",
		"opens": "Posts messages into one channel.",
		"remediation": "Revoke it at Slack and issue a new one; removing it from the file is not enough.",
		"anchors": ["hooks.slack.com/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "hooks\\.slack\\.com/(?:services/T[0-9A-Z]{6,12}/B[0-9A-Z]{6,12}/[0-9A-Za-z]{24}|(?:workflows|triggers)/[0-9A-Z]{8,14}/[0-9A-Z]{8,20}/[0-9A-Za-z/]{20,64})(?![0-9A-Za-z])",
		"window": {
			"before": 0,
			"after": 111
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/slack-workflow-token",
		"provider": "slack",
		"title": "Slack workflow token",
		"severity": "medium",
		"opens": "Acts for a workflow step while it runs.",
		"remediation": "Revoke it at Slack and issue a new one; removing it from the file is not enough.",
		"anchors": ["xwfp-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])xwfp-[0-9A-Za-z_-]{40,400}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 401
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/slack-session-cookie",
		"provider": "slack",
		"title": "Slack browser session cookie",
		"severity": "high",
		"opens": "With a session token, acts as a user in the browser client.",
		"remediation": "Revoke it at Slack and issue a new one; removing it from the file is not enough.",
		"anchors": ["xoxd-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])xoxd-[0-9A-Za-z%+/=-]{80,400}(?![0-9A-Za-z%+/=_-])",
		"window": {
			"before": 7,
			"after": 401
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/smtp2go-api-key",
		"provider": "smtp2go",
		"title": "SMTP2GO API key",
		"severity": "high",
		"opens": "Sends mail in the account’s name.",
		"remediation": "Revoke it at SMTP2GO and issue a new one; removing it from the file is not enough.",
		"anchors": ["api-"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])api-[0-9A-F]{32}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/snyk-api-token",
		"provider": "snyk",
		"title": "Snyk API token",
		"severity": "high",
		"opens": "Reads, and may change, projects and their vulnerabilities as its owner.",
		"remediation": "Revoke it at Snyk and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"snyk_token",
			"snyk-token",
			"snyktoken",
			"snyk_api_token",
			"snyk-api-token",
			"snykapitoken",
			"snyk_api_key",
			"snyk-api-key",
			"snykapikey"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:snyk[_-]?token|snyk[_-]?api[_-]?token|snyk[_-]?api[_-]?key)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 80
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.snyk.io/rest/self?version=2024-10-15",
			"headers": { "authorization": "token {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of another region",
			"source": "https://docs.snyk.io/snyk-api/reference/users"
		}
	},
	{
		"id": "secrets/snyk-access-token",
		"provider": "snyk",
		"title": "Snyk personal or service account token",
		"severity": "high",
		"opens": "Acts as its owner or service account within its role.",
		"remediation": "Revoke it at Snyk and issue a new one; removing it from the file is not enough.",
		"anchors": ["snyk_uat.", "snyk_sat."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])snyk_[us]at\\.[0-9a-f]{8}\\.[0-9A-Za-z_.-]{20,1500}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 1519
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/socket-api-token",
		"provider": "socket",
		"title": "Socket API token",
		"severity": "high",
		"opens": "Reads the scans and dependencies of an organisation.",
		"remediation": "Revoke it at Socket and issue a new one; removing it from the file is not enough.",
		"anchors": ["sktsec_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sktsec_[0-9A-Za-z_-]{40,60}_api(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/solana-secret-key",
		"provider": "solana",
		"title": "Solana secret key",
		"severity": "critical",
		"opens": "Spends everything that the account holds.",
		"remediation": "Move what the key holds to a new one at once; a published key cannot be taken back.",
		"anchors": [
			"private_key",
			"private-key",
			"privatekey",
			"secret_key",
			"secret-key",
			"secretkey",
			"phantom"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:(?:private|secret)[_-]?key|phantom)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,(])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[1-9A-HJ-NP-Za-km-z]{86,88})(?![0-9A-Za-z])",
		"window": {
			"before": 16,
			"after": 140
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "ed25519-pair",
			"options": {}
		}
	},
	{
		"id": "secrets/sonarqube-token",
		"provider": "sonarqube",
		"title": "SonarQube token",
		"severity": "medium",
		"opens": "Submits analyses, or acts as its owner, on a SonarQube server.",
		"remediation": "Revoke it at SonarQube and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"sqp_",
			"squ_",
			"sqa_"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sq[pua]_[0-9a-f]{40}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://sonarcloud.io/api/authentication/validate",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{
				"status": [200],
				"json": { "valid": [true] }
			}],
			"inactive": [{
				"status": [200],
				"json": { "valid": [false] }
			}],
			"elsewhere": "of a SonarQube server of your own",
			"source": "https://docs.sonarsource.com/sonarqube-cloud/appendices/web-api/"
		}
	},
	{
		"id": "secrets/sonatype-nexus-npm-token",
		"provider": "sonatype",
		"title": "Nexus Repository npm token",
		"severity": "critical",
		"opens": "Reads, and may publish, packages of a repository.",
		"remediation": "Revoke it at Sonatype and issue a new one; removing it from the file is not enough.",
		"anchors": ["NpmToken."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])NpmToken\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/sonatype-nexus-docker-token",
		"provider": "sonatype",
		"title": "Nexus Repository Docker token",
		"severity": "high",
		"opens": "Pulls, and may push, images of a repository.",
		"remediation": "Revoke it at Sonatype and issue a new one; removing it from the file is not enough.",
		"anchors": ["DockerToken."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])DockerToken\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/sourcegraph-access-token",
		"provider": "sourcegraph",
		"title": "Sourcegraph access token",
		"severity": "high",
		"opens": "Searches and reads code as its owner.",
		"remediation": "Revoke it at Sourcegraph and issue a new one; removing it from the file is not enough.",
		"anchors": ["sgp_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sgp_(?:(?:[0-9a-f]{16}|local)_)?[0-9a-f]{40}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 58
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/sourcegraph-license-key-token",
		"provider": "sourcegraph",
		"title": "Sourcegraph license or gateway token",
		"severity": "medium",
		"opens": "Uses the services that an installation has paid for.",
		"remediation": "Revoke it at Sourcegraph and issue a new one; removing it from the file is not enough.",
		"anchors": ["slk_", "sgd_"],
		"run": 64,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:slk_[0-9a-f]{64}|sgd_[0-9a-f]{64})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/splunk-auth-token",
		"provider": "splunk",
		"title": "Splunk authentication token",
		"severity": "high",
		"opens": "Searches, and may administer, a Splunk deployment.",
		"remediation": "Revoke it at Splunk and issue a new one; removing it from the file is not enough.",
		"anchors": ["eyJraWQiOiJzcGx1bmsuc2VjcmV0"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])eyJraWQiOiJzcGx1bmsuc2VjcmV0[0-9A-Za-z_-]{10,200}\\.eyJ[0-9A-Za-z_-]{40,1500}\\.[0-9A-Za-z_-]{40,400}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 7,
			"after": 2110
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/square-access-token-legacy",
		"provider": "square",
		"title": "Square access token (legacy)",
		"severity": "critical",
		"opens": "Acts on a seller’s payments, orders and customers.",
		"remediation": "Revoke it at Square and issue a new one; removing it from the file is not enough.",
		"anchors": ["sq0atp-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sq0atp-[0-9A-Za-z_-]{22}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 23
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://connect.squareup.com/v2/merchants/me",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }, {
				"status": [403],
				"json": { "errors/0/code": ["INSUFFICIENT_SCOPES", "FORBIDDEN"] }
			}],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of the sandbox",
			"source": "https://developer.squareup.com/reference/square/merchants-api/retrieve-merchant"
		}
	},
	{
		"id": "secrets/square-oauth-secret",
		"provider": "square",
		"title": "Square OAuth application secret",
		"severity": "high",
		"opens": "Poses as an application and redeems sellers’ codes for tokens.",
		"remediation": "Revoke it at Square and issue a new one; removing it from the file is not enough.",
		"anchors": ["sq0csp-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sq0csp-[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/square-access-token",
		"provider": "square",
		"title": "Square access token",
		"severity": "critical",
		"opens": "Acts on a seller’s payments, orders and customers.",
		"remediation": "Revoke it at Square and issue a new one; removing it from the file is not enough.",
		"anchors": ["EAAA"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])EAAA[lE][0-9A-Za-z_-]{59}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 4,
		"verification": {
			"method": "GET",
			"url": "https://connect.squareup.com/v2/merchants/me",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }, {
				"status": [403],
				"json": { "errors/0/code": ["INSUFFICIENT_SCOPES", "FORBIDDEN"] }
			}],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of the sandbox",
			"source": "https://developer.squareup.com/reference/square/merchants-api/retrieve-merchant"
		}
	},
	{
		"id": "secrets/square-sandbox-oauth-secret",
		"provider": "square",
		"title": "Square sandbox OAuth application secret",
		"severity": "low",
		"opens": "Poses as an application in the sandbox.",
		"remediation": "Revoke it at Square and issue a new one; removing it from the file is not enough.",
		"anchors": ["sandbox-sq0csb-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sandbox-sq0csb-[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/square-application-id",
		"provider": "square",
		"title": "Square application id",
		"severity": "info",
		"opens": "Meant to be public: it names an application.",
		"remediation": "Revoke it at Square and issue a new one; removing it from the file is not enough.",
		"anchors": ["sq0idp-", "sandbox-sq0idb-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:sq0idp-[0-9A-Za-z_-]{22}|sandbox-sq0idb-[0-9A-Za-z_-]{22})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 31
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/stability-ai-api-key",
		"provider": "stability-ai",
		"title": "Stability AI API key",
		"severity": "high",
		"opens": "Calls models at the owner’s expense.",
		"remediation": "Revoke it at Stability AI and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk-"],
		"run": 48,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sk-[0-9A-Za-z]{48}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 49
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4.2
	},
	{
		"id": "secrets/stackhawk-api-key",
		"provider": "stackhawk",
		"title": "StackHawk API key",
		"severity": "high",
		"opens": "Runs scans and reads the vulnerabilities found.",
		"remediation": "Revoke it at StackHawk and issue a new one; removing it from the file is not enough.",
		"anchors": ["hawk."],
		"run": 20,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])hawk\\.[0-9A-Za-z_-]{20}\\.[0-9A-Za-z_-]{20}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 42
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/statsig-server-secret",
		"provider": "statsig",
		"title": "Statsig server secret key",
		"severity": "high",
		"opens": "Reads the gates and experiments of a project with their rules.",
		"remediation": "Revoke it at Statsig and issue a new one; removing it from the file is not enough.",
		"anchors": ["secret-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])secret-[0-9A-Za-z]{43}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/statsig-console-key",
		"provider": "statsig",
		"title": "Statsig console API key",
		"severity": "high",
		"opens": "Changes the gates and experiments of a project.",
		"remediation": "Revoke it at Statsig and issue a new one; removing it from the file is not enough.",
		"anchors": ["console-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])console-[0-9A-Za-z]{43}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/statsig-client-key",
		"provider": "statsig",
		"title": "Statsig client SDK key",
		"severity": "info",
		"opens": "Meant to be public: it evaluates gates in a browser.",
		"remediation": "Revoke it at Statsig and issue a new one; removing it from the file is not enough.",
		"anchors": ["client-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])client-[0-9A-Za-z]{43}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/stellar-secret-seed",
		"provider": "stellar",
		"title": "Stellar secret seed",
		"severity": "critical",
		"opens": "Spends everything that the account holds.",
		"remediation": "Move what the key holds to a new one at once; a published key cannot be taken back.",
		"anchors": [
			"SA",
			"SB",
			"SC",
			"SD"
		],
		"run": 54,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])S[A-D][A-Z2-7]{54}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 55
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "base32",
		"prover": {
			"name": "strkey",
			"options": {}
		}
	},
	{
		"id": "secrets/stripe-secret-key",
		"provider": "stripe",
		"title": "Stripe secret key",
		"severity": "critical",
		"opens": "Charges, refunds, pays out and reads customers of a live account.",
		"remediation": "Revoke it at Stripe and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk_live_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sk_live_(?!(?:[0-9a-f]{40}|[0-9a-f]{64})(?![0-9A-Za-z])|a2V5XzAx)[0-9A-Za-z]{24,247}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 248
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.stripe.com/v1/balance",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }, {
				"status": [403],
				"json": { "error/message": ["*"] }
			}],
			"inactive": [{ "status": [401] }],
			"source": "https://docs.stripe.com/api/balance/balance_retrieve"
		}
	},
	{
		"id": "secrets/stripe-restricted-key",
		"provider": "stripe",
		"title": "Stripe restricted key",
		"severity": "high",
		"opens": "Does what its permissions allow in a live account.",
		"remediation": "Revoke it at Stripe and issue a new one; removing it from the file is not enough.",
		"anchors": ["rk_live_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])rk_live_[0-9A-Za-z]{24,247}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 248
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.stripe.com/v1/balance",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }, {
				"status": [403],
				"json": { "error/message": ["*"] }
			}],
			"inactive": [{ "status": [401] }],
			"source": "https://docs.stripe.com/api/balance/balance_retrieve"
		}
	},
	{
		"id": "secrets/stripe-test-key",
		"provider": "stripe",
		"title": "Stripe test key",
		"severity": "low",
		"opens": "Acts in the test mode of an account: no money, but its data and settings.",
		"remediation": "Revoke it at Stripe and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk_test_", "rk_test_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])[rs]k_test_(?!(?:[0-9a-f]{40}|[0-9a-f]{64})(?![0-9A-Za-z])|a2V5XzAx)[0-9A-Za-z]{24,247}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 248
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.stripe.com/v1/balance",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }, {
				"status": [403],
				"json": { "error/message": ["*"] }
			}],
			"inactive": [{ "status": [401] }],
			"source": "https://docs.stripe.com/api/balance/balance_retrieve"
		}
	},
	{
		"id": "secrets/stripe-webhook-secret",
		"provider": "stripe",
		"title": "Stripe or Svix webhook signing secret",
		"severity": "medium",
		"opens": "Forges webhook events that the receiver takes for genuine.",
		"remediation": "Revoke it at Stripe and issue a new one; removing it from the file is not enough.",
		"anchors": ["whsec_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])whsec_[0-9A-Za-z+/]{32,64}={0,2}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 7,
			"after": 67
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/stripe-publishable-key",
		"provider": "stripe",
		"title": "Stripe publishable key",
		"severity": "info",
		"opens": "Meant to be public: it only creates payment tokens.",
		"remediation": "Revoke it at Stripe and issue a new one; removing it from the file is not enough.",
		"anchors": ["pk_live_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pk_live_[0-9A-Za-z]{24,247}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 248
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/stripe-publishable-test-key",
		"provider": "stripe",
		"title": "Stripe publishable test key",
		"severity": "info",
		"opens": "Meant to be public: it only creates payment tokens in test mode.",
		"remediation": "Revoke it at Stripe and issue a new one; removing it from the file is not enough.",
		"anchors": ["pk_test_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])pk_test_[0-9A-Za-z]{24,247}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 248
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/stripe-organization-key",
		"provider": "stripe",
		"title": "Stripe organisation API key",
		"severity": "critical",
		"opens": "Acts on the accounts of an organisation.",
		"remediation": "Revoke it at Stripe and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk_org_", "sk_org_live_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:sk_org_[0-9A-Za-z]{60,250}|sk_org_live_[0-9A-Za-z]{24,250})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 256
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/stripe-ephemeral-key",
		"provider": "stripe",
		"title": "Stripe ephemeral key",
		"severity": "low",
		"opens": "Reads and changes one customer for an hour.",
		"remediation": "Revoke it at Stripe and issue a new one; removing it from the file is not enough.",
		"anchors": ["ek_live_", "ek_test_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:ek_live_[0-9A-Za-z_-]{40,250}|ek_test_[0-9A-Za-z_-]{40,250})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 251
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/stytch-live-secret",
		"provider": "stytch",
		"title": "Stytch secret (live)",
		"severity": "critical",
		"opens": "Administers the users and sessions of a project.",
		"remediation": "Revoke it at Stytch and issue a new one; removing it from the file is not enough.",
		"anchors": ["secret-live-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])secret-live-[0-9A-Za-z_-]{35}=(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/stytch-test-secret",
		"provider": "stytch",
		"title": "Stytch secret (test)",
		"severity": "low",
		"opens": "Acts in the test environment of a project.",
		"remediation": "Revoke it at Stytch and issue a new one; removing it from the file is not enough.",
		"anchors": ["secret-test-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])secret-test-[0-9A-Za-z_-]{35}=(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/sui-private-key",
		"provider": "sui",
		"title": "Sui private key",
		"severity": "critical",
		"opens": "Spends everything that the account holds.",
		"remediation": "Move what the key holds to a new one at once; a published key cannot be taken back.",
		"anchors": ["suiprivkey1"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])suiprivkey1[02-9ac-hj-np-z]{59}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 60
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "bech32",
			"options": {}
		}
	},
	{
		"id": "secrets/sumo-logic-http-source-url",
		"provider": "sumo-logic",
		"title": "Sumo Logic HTTP source URL",
		"severity": "low",
		"opens": "Writes logs and metrics into a collector.",
		"remediation": "Revoke it at Sumo Logic and issue a new one; removing it from the file is not enough.",
		"anchors": ["sumologic.com/receiver/v1/http/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "sumologic\\.com/receiver/v1/http/(?<secret>[0-9A-Za-z_-]{80,200}={0,2})(?![0-9A-Za-z_=-])",
		"window": {
			"before": 0,
			"after": 203
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/sumup-secret-key",
		"provider": "sumup",
		"title": "SumUp secret API key",
		"severity": "critical",
		"opens": "Charges and refunds through a merchant’s account.",
		"remediation": "Revoke it at SumUp and issue a new one; removing it from the file is not enough.",
		"anchors": ["sup_sk_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sup_sk_[0-9A-Za-z]{32,50}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 51
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/sumup-public-key",
		"provider": "sumup",
		"title": "SumUp public API key",
		"severity": "info",
		"opens": "Meant to be public: it only starts payments.",
		"remediation": "Revoke it at SumUp and issue a new one; removing it from the file is not enough.",
		"anchors": ["sup_pk_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sup_pk_[0-9A-Za-z]{32,50}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 51
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/supabase-jwt-key",
		"provider": "supabase",
		"title": "Supabase API key (JWT)",
		"severity": "critical",
		"opens": "A service_role key reads and writes every row of the project's database, past row level security.",
		"remediation": "Revoke it at Supabase and issue a new one; removing it from the file is not enough. See https://supabase.com/docs/guides/troubleshooting/rotating-anon-service-and-jwt-secrets-1Jq6yd",
		"anchors": [
			".eyJ",
			".ewog",
			".ew0K",
			".eyAi",
			"eyJhbGciOi",
			"eyJ0eXAiOi",
			"eyJraWQiOi"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:(?<![A-Za-z0-9_-])|(?<=\\\\[nrt]|%[0-9A-F]{2}))(?<secret>e[yw][A-Za-z0-9_-]{14,4096}\\.(?:eyJ|ewog|ew0K|eyAi)[A-Za-z0-9_-]{4,16384}\\.[A-Za-z0-9_-]{20,2048})(?![A-Za-z0-9_.-])",
		"window": {
			"before": 4104,
			"after": 22600
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "jwt",
			"options": { "kind": "supabase" }
		}
	},
	{
		"id": "secrets/supabase-access-token",
		"provider": "supabase",
		"title": "Supabase access token",
		"severity": "critical",
		"opens": "Administers its owner’s projects.",
		"remediation": "Revoke it at Supabase and issue a new one; removing it from the file is not enough. See https://supabase.com/docs/guides/troubleshooting/rotating-anon-service-and-jwt-secrets-1Jq6yd",
		"anchors": ["sbp_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sbp_(?:v0_)?[0-9a-f]{40}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.supabase.com/v1/organizations",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://supabase.com/docs/reference/api/v1-list-all-organizations"
		}
	},
	{
		"id": "secrets/supabase-secret-key",
		"provider": "supabase",
		"title": "Supabase secret key",
		"severity": "critical",
		"opens": "Reads and writes a project’s database past its row level security.",
		"remediation": "Revoke it at Supabase and issue a new one; removing it from the file is not enough. See https://supabase.com/docs/guides/troubleshooting/rotating-anon-service-and-jwt-secrets-1Jq6yd",
		"anchors": ["sb_secret_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sb_secret_[0-9A-Za-z_-]{22}_[0-9A-Za-z_-]{8}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 32
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "supabase-key",
			"options": {}
		}
	},
	{
		"id": "secrets/supabase-publishable-key",
		"provider": "supabase",
		"title": "Supabase publishable key",
		"severity": "info",
		"opens": "Meant to be public: row level security decides what it may do.",
		"remediation": "Revoke it at Supabase and issue a new one; removing it from the file is not enough. See https://supabase.com/docs/guides/troubleshooting/rotating-anon-service-and-jwt-secrets-1Jq6yd",
		"anchors": ["sb_publishable_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sb_publishable_[0-9A-Za-z_-]{22}_[0-9A-Za-z_-]{8}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 32
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "supabase-key",
			"options": {}
		}
	},
	{
		"id": "secrets/symfony-app-secret",
		"provider": "symfony",
		"title": "Symfony application secret",
		"severity": "high",
		"opens": "Forges signed URLs, tokens and remember-me cookies of the application.",
		"remediation": "Replace it and keep it in Symfony's secrets vault or the environment.",
		"anchors": ["APP_SECRET=", "APP_SECRET: "],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![A-Za-z0-9_])APP_SECRET(?:=|: )[\"']?(?<secret>[0-9a-f]{32,64})(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 67
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/tailscale-key",
		"provider": "tailscale",
		"title": "Tailscale key",
		"severity": "critical",
		"opens": "Joins machines to a tailnet or administers it, by its kind.",
		"remediation": "Revoke it at Tailscale and issue a new one; removing it from the file is not enough.",
		"anchors": ["tskey-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])tskey-(?<kind>api|auth|client|scim|webhook|reusable|oauth)-[0-9A-Za-z]{6,32}(?:CNTRL)?(?:-[0-9A-Za-z]{16,40})?(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 88
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"minEntropy": 3.5
	},
	{
		"id": "secrets/tavily-api-key",
		"provider": "tavily",
		"title": "Tavily API key",
		"severity": "medium",
		"opens": "Searches the web at the owner’s expense.",
		"remediation": "Revoke it at Tavily and issue a new one; removing it from the file is not enough.",
		"anchors": ["tvly-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:tvly-[0-9A-Za-z]{32}|tvly-(?:dev|prod)-[0-9A-Za-z_-]{32,64})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 70
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/telegram-bot-token",
		"provider": "telegram",
		"title": "Telegram bot token",
		"severity": "high",
		"opens": "Acts as a bot: reads what is written to it and writes in its name.",
		"remediation": "Revoke it at Telegram and issue a new one; removing it from the file is not enough.",
		"anchors": [":AA"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:bot)?(?<secret>(?<bot>[0-9]{8,10}):AA[0-9A-Za-z_-]{33})(?![0-9A-Za-z_-])",
		"window": {
			"before": 20,
			"after": 34
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"minEntropy": 3.8,
		"verification": {
			"method": "GET",
			"url": "https://api.telegram.org/bot{secret}/getMe",
			"headers": {},
			"active": [{
				"status": [200],
				"json": { "ok": [true] }
			}],
			"inactive": [{
				"status": [401],
				"json": { "ok": [false] }
			}],
			"elsewhere": "of a Bot API server of your own",
			"source": "https://core.telegram.org/bots/api#getme"
		}
	},
	{
		"id": "secrets/telnyx-api-key",
		"provider": "telnyx",
		"title": "Telnyx API key",
		"severity": "high",
		"opens": "Sends messages and calls at the owner’s expense.",
		"remediation": "Revoke it at Telnyx and issue a new one; removing it from the file is not enough.",
		"anchors": ["KEY01"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])KEY01[0-9A-F]{30}_[0-9A-Za-z]{22}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 54
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/tencent-cloud-secret-id",
		"provider": "tencent-cloud",
		"title": "Tencent Cloud secret id",
		"severity": "low",
		"opens": "Names an API key; with its secret half it opens the account.",
		"remediation": "Revoke it at Tencent Cloud and issue a new one; removing it from the file is not enough.",
		"anchors": ["AKID"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])AKID[0-9A-Za-z]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/tezos-secret-key",
		"provider": "tezos",
		"title": "Tezos secret key",
		"severity": "critical",
		"opens": "Spends everything that the account holds.",
		"remediation": "Move what the key holds to a new one at once; a published key cannot be taken back.",
		"anchors": [
			"edsk",
			"spsk",
			"p2sk"
		],
		"run": 50,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z])(?:edsk(?:[1-9A-HJ-NP-Za-km-z]{94}|[1-9A-HJ-NP-Za-km-z]{50})|(?:spsk|p2sk)[1-9A-HJ-NP-Za-km-z]{50})(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 95
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base58check",
			"options": { "versions": "0d0f3a07,2bf64e07,11a2e0c9,1051eebd" }
		}
	},
	{
		"id": "secrets/tinybird-token",
		"provider": "tinybird",
		"title": "Tinybird token",
		"severity": "high",
		"opens": "Reads, and may write, the data of a workspace.",
		"remediation": "Revoke it at Tinybird and issue a new one; removing it from the file is not enough.",
		"anchors": ["p.eyJ1IjogI"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_.-])p\\.(?<payload>eyJ1IjogI[0-9A-Za-z_-]{60,300})\\.[0-9A-Za-z_-]{43}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 7,
			"after": 345
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-json",
			"options": {
				"keys": "u,id",
				"facts": "host=region"
			}
		}
	},
	{
		"id": "secrets/together-ai-api-key",
		"provider": "together-ai",
		"title": "Together AI API key",
		"severity": "high",
		"opens": "Calls models at the owner’s expense.",
		"remediation": "Revoke it at Together AI and issue a new one; removing it from the file is not enough.",
		"anchors": ["tgp_v1_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])tgp_v1_[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/tolgee-project-api-key",
		"provider": "tolgee",
		"title": "Tolgee project API key",
		"severity": "medium",
		"opens": "Reads and changes the translations of a project.",
		"remediation": "Revoke it at Tolgee and issue a new one; removing it from the file is not enough.",
		"anchors": ["tgpak_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])tgpak_[a-z2-7]{40,60}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/tolgee-personal-access-token",
		"provider": "tolgee",
		"title": "Tolgee personal access token",
		"severity": "high",
		"opens": "Acts as its owner on every project.",
		"remediation": "Revoke it at Tolgee and issue a new one; removing it from the file is not enough.",
		"anchors": ["tgpat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])tgpat_[a-z2-7]{40,60}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/toss-payments-live-secret-key",
		"provider": "toss-payments",
		"title": "Toss Payments secret key",
		"severity": "critical",
		"opens": "Confirms and cancels a merchant’s payments.",
		"remediation": "Revoke it at Toss Payments and issue a new one; removing it from the file is not enough.",
		"anchors": ["live_sk_", "live_gsk_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:live_sk_[0-9A-Za-z]{20,40}|live_gsk_[0-9A-Za-z]{20,40})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 42
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/toss-payments-test-secret-key",
		"provider": "toss-payments",
		"title": "Toss Payments test secret key",
		"severity": "low",
		"opens": "Acts in the test mode of a merchant’s account.",
		"remediation": "Revoke it at Toss Payments and issue a new one; removing it from the file is not enough.",
		"anchors": ["test_sk_", "test_gsk_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:test_sk_[0-9A-Za-z]{20,40}|test_gsk_[0-9A-Za-z]{20,40})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 42
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/toss-payments-client-key",
		"provider": "toss-payments",
		"title": "Toss Payments client key",
		"severity": "info",
		"opens": "Meant to be public: it only starts payments.",
		"remediation": "Revoke it at Toss Payments and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"live_ck_",
			"live_gck_",
			"test_ck_",
			"test_gck_"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:live_ck_[0-9A-Za-z]{20,40}|live_gck_[0-9A-Za-z]{20,40}|test_ck_[0-9A-Za-z]{20,40}|test_gck_[0-9A-Za-z]{20,40})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 42
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/transifex-api-token",
		"provider": "transifex",
		"title": "Transifex API token",
		"severity": "medium",
		"opens": "Reads and changes the translations of its owner’s projects.",
		"remediation": "Revoke it at Transifex and issue a new one; removing it from the file is not enough.",
		"anchors": ["1/"],
		"run": 40,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_/.-])1/[0-9a-f]{40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/trello-token",
		"provider": "trello",
		"title": "Trello token",
		"severity": "high",
		"opens": "Reads and writes its owner’s boards.",
		"remediation": "Revoke it at Trello and issue a new one; removing it from the file is not enough.",
		"anchors": ["ATTA"],
		"run": 72,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ATTA[0-9a-f]{64}[0-9A-F]{8}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 73
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "crc32-hex",
			"options": {
				"upper": true,
				"bonus": true
			}
		},
		"minEntropy": 3
	},
	{
		"id": "secrets/trigger-dev-production-key",
		"provider": "trigger-dev",
		"title": "Trigger.dev production key",
		"severity": "high",
		"opens": "Starts an app’s tasks and reads their runs.",
		"remediation": "Revoke it at Trigger.dev and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"tr_prod_",
			"tr_stg_",
			"tr_preview_"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:tr_prod_[0-9A-Za-z]{20,24}|tr_stg_[0-9A-Za-z]{20,24}|tr_preview_[0-9A-Za-z]{20,24})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 29
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/trigger-dev-development-key",
		"provider": "trigger-dev",
		"title": "Trigger.dev development key",
		"severity": "low",
		"opens": "Starts tasks on its owner’s machine.",
		"remediation": "Revoke it at Trigger.dev and issue a new one; removing it from the file is not enough.",
		"anchors": ["tr_dev_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])tr_dev_[0-9A-Za-z]{20,24}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 25
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/trigger-dev-personal-access-token",
		"provider": "trigger-dev",
		"title": "Trigger.dev personal access token",
		"severity": "critical",
		"opens": "Deploys tasks as its owner.",
		"remediation": "Revoke it at Trigger.dev and issue a new one; removing it from the file is not enough.",
		"anchors": ["tr_pat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])tr_pat_[0-9A-Za-z]{40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/twilio-auth-token",
		"provider": "twilio",
		"title": "Twilio auth token",
		"severity": "critical",
		"opens": "Acts as the account: sends messages and calls at its expense and reads its logs.",
		"remediation": "Revoke it at Twilio and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"twilio_auth_token",
			"twilio-auth-token",
			"twilioauthtoken",
			"twilio_account_token",
			"twilio-account-token",
			"twilioaccounttoken",
			"twilio_token",
			"twilio-token",
			"twiliotoken",
			"twilio_api_secret",
			"twilio-api-secret",
			"twilioapisecret",
			"twilio_secret",
			"twilio-secret",
			"twiliosecret"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:twilio[_-]?auth[_-]?token|twilio[_-]?account[_-]?token|twilio[_-]?token|twilio[_-]?api[_-]?secret|twilio[_-]?secret)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9a-f]{32})(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 80
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3,
		"pairs": [{
			"expression": "(?<![0-9A-Za-z])AC[0-9a-f]{32}(?![0-9A-Za-z])",
			"ignoreCase": true,
			"within": 600,
			"as": "accountSid",
			"secret": false,
			"required": false
		}],
		"verification": {
			"method": "GET",
			"url": "https://api.twilio.com/2010-04-01/Accounts/{account}.json",
			"headers": { "authorization": "Basic {account}:{secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"source": "https://www.twilio.com/docs/iam/api/account"
		}
	},
	{
		"id": "secrets/twilio-api-key",
		"provider": "twilio",
		"title": "Twilio API key id",
		"severity": "low",
		"opens": "Names a Twilio API key; with its secret, which is often nearby, it acts as the account.",
		"remediation": "Revoke it at Twilio and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"SK0",
			"SK1",
			"SK2",
			"SK3",
			"SK4",
			"SK5",
			"SK6",
			"SK7",
			"SK8",
			"SK9",
			"SKa",
			"SKb",
			"SKc",
			"SKd",
			"SKe",
			"SKf"
		],
		"run": 31,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])SK[0-9a-f]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 32
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/twilio-account-credentials",
		"provider": "twilio",
		"title": "Twilio account SID and auth token",
		"severity": "critical",
		"opens": "Acts as the account: sends messages and calls at its expense and reads its logs.",
		"remediation": "Revoke it at Twilio and issue a new one; removing it from the file is not enough.",
		"anchors": ["AC"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])AC[0-9a-f]{32}(?![0-9A-Za-z_])[^0-9A-Za-z][\\s\\S]{0,80}?(?<![0-9A-Za-z_/+-])(?<secret>[0-9a-f]{32})(?![0-9A-Za-z_=/+-])",
		"window": {
			"before": 7,
			"after": 148
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3,
		"pairs": [{
			"expression": "(?<![0-9A-Za-z])AC[0-9a-f]{32}(?![0-9A-Za-z])",
			"ignoreCase": true,
			"within": 600,
			"as": "accountSid",
			"secret": false,
			"required": true
		}]
	},
	{
		"id": "secrets/twilio-api-key-secret",
		"provider": "twilio",
		"title": "Twilio API key with its secret",
		"severity": "critical",
		"opens": "Acts as the account: sends messages and calls at its expense and reads its logs.",
		"remediation": "Revoke it at Twilio and issue a new one; removing it from the file is not enough.",
		"anchors": ["SK"],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])SK[0-9a-f]{32}(?![0-9A-Za-z_])[^0-9A-Za-z][\\s\\S]{0,80}?(?<![0-9A-Za-z_/+-])(?=[0-9a-z]{0,31}[A-Z])(?=[0-9A-Z]{0,31}[a-z])(?<secret>[0-9A-Za-z]{32})(?![0-9A-Za-z_=/+-])",
		"window": {
			"before": 7,
			"after": 148
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3.5,
		"pairs": [{
			"expression": "(?<![0-9A-Za-z_])SK[0-9a-f]{32}(?![0-9A-Za-z_])",
			"ignoreCase": false,
			"check": "secrets/twilio-api-key",
			"within": 120,
			"as": "apiKeyId",
			"secret": false,
			"required": true
		}]
	},
	{
		"id": "secrets/twitch-chat-token",
		"provider": "twitch",
		"title": "Twitch chat token",
		"severity": "medium",
		"opens": "Chats as its owner.",
		"remediation": "Revoke it at Twitch and issue a new one; removing it from the file is not enough.",
		"anchors": ["oauth:"],
		"run": 30,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])oauth:[0-9a-z]{30}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 31
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/typeform-token",
		"provider": "typeform",
		"title": "Typeform token",
		"severity": "medium",
		"opens": "Reads forms and their answers as its owner.",
		"remediation": "Revoke it at Typeform and issue a new one; removing it from the file is not enough.",
		"anchors": ["tfp_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])tfp_[0-9A-Za-z_-]{40,60}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.typeform.com/me",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{ "status": [401] }],
			"elsewhere": "of the European region",
			"source": "https://www.typeform.com/developers/create/reference/retrieve-your-own-account/"
		}
	},
	{
		"id": "secrets/ubidots-token",
		"provider": "ubidots",
		"title": "Ubidots token or API key",
		"severity": "high",
		"opens": "Reads and writes its owner’s devices and their data.",
		"remediation": "Revoke it at Ubidots and issue a new one; removing it from the file is not enough.",
		"anchors": ["BBFF-", "BBUS-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:BBFF-[0-9A-Za-z]{30,40}|BBUS-[0-9A-Za-z]{30,40})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/unkey-root-key",
		"provider": "unkey",
		"title": "Unkey root key",
		"severity": "critical",
		"opens": "Administers the API keys of a workspace.",
		"remediation": "Revoke it at Unkey and issue a new one; removing it from the file is not enough.",
		"anchors": ["unkey_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])unkey_[1-9A-HJ-NP-Za-km-z]{20,40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/unleash-api-token",
		"provider": "unleash",
		"title": "Unleash API token",
		"severity": "medium",
		"opens": "Reads, or with an admin token changes, feature flags.",
		"remediation": "Revoke it at Unleash and issue a new one; removing it from the file is not enough.",
		"anchors": [
			":production.",
			":development.",
			"*:*."
		],
		"run": 56,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_.-])(?:[0-9A-Za-z_-]{1,60}|\\*|\\[\\]):(?:production|development|\\*)\\.[0-9a-f]{56,64}(?![0-9A-Za-z])",
		"window": {
			"before": 68,
			"after": 71
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/upcloud-api-token",
		"provider": "upcloud",
		"title": "UpCloud API token",
		"severity": "critical",
		"opens": "Starts machines and administers an account.",
		"remediation": "Revoke it at UpCloud and issue a new one; removing it from the file is not enough.",
		"anchors": ["ucat_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ucat_[0-9A-Z]{26}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 27
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/upstash-qstash-token",
		"provider": "upstash",
		"title": "Upstash QStash token",
		"severity": "high",
		"opens": "Publishes and schedules messages and reads their logs.",
		"remediation": "Revoke it at Upstash and issue a new one; removing it from the file is not enough.",
		"anchors": ["eyJVc2VySUQiOi"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z+/_.-])(?<payload>eyJVc2VySUQiOi[0-9A-Za-z+/_-]{60,200}={0,2})(?![0-9A-Za-z+/=_.-])",
		"window": {
			"before": 7,
			"after": 203
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "base64-json",
			"options": { "keys": "UserID,Password" }
		}
	},
	{
		"id": "secrets/upstash-qstash-signing-key",
		"provider": "upstash",
		"title": "Upstash QStash signing key",
		"severity": "medium",
		"opens": "Forges webhook events that the receiver takes for genuine.",
		"remediation": "Revoke it at Upstash and issue a new one; removing it from the file is not enough.",
		"anchors": ["sig_"],
		"run": 28,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sig_[0-9A-Za-z]{28,32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/url-password",
		"provider": "url",
		"title": "Password in a URL",
		"severity": "high",
		"opens": "Signs in as the user that the URL names, at the host that it names.",
		"remediation": "Change the password at the service, and pass the URL at run time from a secret store.",
		"anchors": [
			"://",
			":\\/\\/",
			"postgres://",
			"postgresql://",
			"mysql://",
			"mongodb://",
			"mongodb+srv://",
			"redis://",
			"rediss://",
			"amqp://",
			"amqps://"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<=(?<![A-Za-z0-9+.])(?<scheme>[A-Za-z][A-Za-z0-9+.-]{1,30})):(?://|\\\\/\\\\/)(?<user>[^\\s:/@\"'`<>()\\[\\]\\\\|^?#,]{0,100}|<[\\w -]{1,40}>):(?<secret>[^\\s/\"'`<>\\\\]{1,256}(?:\\\\u00[0-9a-fA-F]{2}[^\\s/\"'`<>\\\\]{0,60}){0,4})@(?<host>\\[[0-9a-fA-F:.]{2,45}\\]|[A-Za-z0-9._~%-]{1,255}|[$%{<][^\\s/\"'`,@]{1,80})",
		"window": {
			"before": 32,
			"after": 890
		},
		"proof": "contextual",
		"encoded": true,
		"custom": false,
		"anchored": true,
		"requires": ["@"],
		"prover": {
			"name": "url-password",
			"options": {}
		}
	},
	{
		"id": "secrets/url-token",
		"provider": "url",
		"title": "Token in a URL",
		"severity": "high",
		"opens": "Reads, and often writes, the repositories or packages of its owner at the host that the URL names.",
		"remediation": "Revoke the token at the service, and let a credential helper or the environment supply it.",
		"anchors": [
			"@github.com",
			"@gitlab.com",
			"@bitbucket.org",
			"@dev.azure.com",
			"@huggingface.co",
			"@api.github.com",
			"@pkgs.dev.azure.com",
			"@raw.githubusercontent.com",
			"@codeberg.org",
			"@gist.github.com"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "https?://(?<secret>[A-Za-z0-9_.=-]{20,255})@(?:api\\.github\\.com|gist\\.github\\.com|github\\.com|raw\\.githubusercontent\\.com|gitlab\\.com|bitbucket\\.org|(?:pkgs\\.)?dev\\.azure\\.com|huggingface\\.co|codeberg\\.org)",
		"window": {
			"before": 280,
			"after": 2
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "opaque-token",
			"options": {}
		}
	},
	{
		"id": "secrets/veracode-api-secret",
		"provider": "veracode",
		"title": "Veracode API secret key",
		"severity": "high",
		"opens": "With its id, uploads code and reads the vulnerabilities found.",
		"remediation": "Revoke it at Veracode and issue a new one; removing it from the file is not enough.",
		"anchors": ["vera01es-", "vera01fs-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:vera01es-[0-9a-f]{128}|vera01fs-[0-9a-f]{128})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 129
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/veracode-api-id",
		"provider": "veracode",
		"title": "Veracode API id",
		"severity": "low",
		"opens": "Names an API key.",
		"remediation": "Revoke it at Veracode and issue a new one; removing it from the file is not enough.",
		"anchors": ["vera01ei-", "vera01fi-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:vera01ei-[0-9a-f]{32}|vera01fi-[0-9a-f]{32})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/vercel-access-token",
		"provider": "vercel",
		"title": "Vercel access token",
		"severity": "critical",
		"opens": "Deploys, and reads the environment of, its owner’s projects.",
		"remediation": "Revoke it at Vercel and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"vcp_",
			"vci_",
			"vca_",
			"vcr_",
			"vck_"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])vc[piark]_[0-9A-Za-z]{56}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 57
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-base62",
			"options": { "skip": 4 }
		},
		"verification": {
			"method": "GET",
			"url": "https://api.vercel.com/v2/user",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{
				"status": [403],
				"json": {
					"error/code": ["forbidden"],
					"error/invalidToken": [true]
				}
			}],
			"source": "https://vercel.com/docs/rest-api/reference/endpoints/user/get-the-user"
		}
	},
	{
		"id": "secrets/vercel-access-token-plain",
		"provider": "vercel",
		"title": "Vercel access token (older)",
		"severity": "high",
		"opens": "Deploys, and reads the environment of, its owner’s projects.",
		"remediation": "Revoke it at Vercel and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"vercel_token",
			"vercel-token",
			"verceltoken",
			"vercel_api_token",
			"vercel-api-token",
			"vercelapitoken",
			"vercel_access_token",
			"vercel-access-token",
			"vercelaccesstoken"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:vercel[_-]?token|vercel[_-]?api[_-]?token|vercel[_-]?access[_-]?token)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9A-Za-z]{24})(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 71
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.8,
		"verification": {
			"method": "GET",
			"url": "https://api.vercel.com/v2/user",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{ "status": [200] }],
			"inactive": [{
				"status": [403],
				"json": {
					"error/code": ["forbidden"],
					"error/invalidToken": [true]
				}
			}],
			"source": "https://vercel.com/docs/rest-api/reference/endpoints/user/get-the-user"
		}
	},
	{
		"id": "secrets/vercel-blob-token",
		"provider": "vercel",
		"title": "Vercel Blob read-write token",
		"severity": "high",
		"opens": "Reads, writes and deletes the files of a store.",
		"remediation": "Revoke it at Vercel and issue a new one; removing it from the file is not enough.",
		"anchors": ["vercel_blob_rw_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])vercel_blob_rw_[0-9A-Za-z]{16}_[0-9A-Za-z]{30}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 48
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/vercel-edge-config-url",
		"provider": "vercel",
		"title": "Vercel Edge Config connection string",
		"severity": "medium",
		"opens": "Reads the settings of an Edge Config.",
		"remediation": "Revoke it at Vercel and issue a new one; removing it from the file is not enough.",
		"anchors": ["edge-config.vercel.com/ecfg_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "edge-config\\.vercel\\.com/ecfg_[0-9a-z]{24,32}\\?token=[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 0,
			"after": 76
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/vercel-deploy-hook",
		"provider": "vercel",
		"title": "Vercel deploy hook",
		"severity": "low",
		"opens": "Starts deployments of one project.",
		"remediation": "Revoke it at Vercel and issue a new one; removing it from the file is not enough.",
		"anchors": ["api.vercel.com/v1/integrations/deploy/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "api\\.vercel\\.com/v1/integrations/deploy/prj_[0-9A-Za-z]{28}/[0-9A-Za-z]{10}(?![0-9A-Za-z_])",
		"window": {
			"before": 0,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/vk-access-token",
		"provider": "vk",
		"title": "VK access token",
		"severity": "high",
		"opens": "Acts for a user or community within its permissions.",
		"remediation": "Revoke it at VK and issue a new one; removing it from the file is not enough.",
		"anchors": ["vk1.a."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])vk1\\.a\\.[0-9A-Za-z_-]{80,300}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 301
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/voiceflow-api-key",
		"provider": "voiceflow",
		"title": "Voiceflow API key",
		"severity": "medium",
		"opens": "Runs an agent and reads its conversations.",
		"remediation": "Revoke it at Voiceflow and issue a new one; removing it from the file is not enough.",
		"anchors": ["VF.DM.", "VF.WS."],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:VF\\.DM\\.[0-9a-f]{24}\\.[0-9A-Za-z]{16}|VF\\.WS\\.[0-9a-f]{24}\\.[0-9A-Za-z]{16})(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 42
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/volcengine-access-key-id",
		"provider": "volcengine",
		"title": "Volcengine access key id",
		"severity": "low",
		"opens": "Names an API key; with its secret half it opens the account.",
		"remediation": "Revoke it at Volcengine and issue a new one; removing it from the file is not enough.",
		"anchors": ["AKLT"],
		"run": 43,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])AKLT[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/vonage-api-secret",
		"provider": "vonage",
		"title": "Vonage API secret",
		"severity": "high",
		"opens": "Sends messages and calls at the account's expense, together with its key.",
		"remediation": "Revoke it at Vonage (Nexmo) and issue a new one; removing it from the file is not enough.",
		"anchors": ["nexmo", "vonage"],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:nexmo|vonage)[_.-]?(?:api[_.-]?)?secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[0-9a-z]{16})(?![0-9a-z_-])",
		"window": {
			"before": 7,
			"after": 60
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"minEntropy": 3,
		"pairs": [{
			"expression": "(?:nexmo|vonage)[_.-]?(?:api[_.-]?)?key[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|[:=,])[ \\t]{0,4}[\"'`]{0,2}(?<id>[0-9a-f]{8})(?![0-9a-z])",
			"ignoreCase": true,
			"within": 300,
			"as": "apiKey",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/voyage-ai-api-key",
		"provider": "voyage-ai",
		"title": "Voyage AI API key",
		"severity": "high",
		"opens": "Calls embedding models at the owner’s expense.",
		"remediation": "Revoke it at Voyage AI and issue a new one; removing it from the file is not enough.",
		"anchors": ["pa-"],
		"run": 43,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])pa-[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 44
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/wakatime-api-key",
		"provider": "wakatime",
		"title": "WakaTime API key",
		"severity": "medium",
		"opens": "Reads and writes its owner’s coding activity.",
		"remediation": "Revoke it at WakaTime and issue a new one; removing it from the file is not enough.",
		"anchors": ["waka_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])waka_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/wallet-seed-phrase",
		"provider": "wallet",
		"title": "Seed phrase of a wallet",
		"severity": "critical",
		"opens": "Spends everything that the keys of the wallet hold.",
		"remediation": "Move what the key holds to a new one at once; a published key cannot be taken back.",
		"anchors": [
			"mnemonic",
			"seed_phrase",
			"seed-phrase",
			"seed phrase",
			"seedphrase",
			"recovery_phrase",
			"recovery-phrase",
			"recovery phrase",
			"secret_phrase",
			"secret-phrase",
			"secret phrase",
			"secretphrase"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<![a-z])(?:mnemonic|(?:seed[_ -]?|secret[_ -]?|recovery[_ -])phrase)[\\w.-]{0,24}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=,(])[ \\t]{0,4}[\"'`]{0,2}(?<secret>[a-z]{3,8}(?:[ ,]{1,2}[a-z]{3,8}){11,23})(?![a-z])",
		"window": {
			"before": 14,
			"after": 290
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "bip39",
			"options": {}
		}
	},
	{
		"id": "secrets/webex-incoming-webhook",
		"provider": "webex",
		"title": "Webex incoming webhook",
		"severity": "medium",
		"opens": "Posts messages into one space.",
		"remediation": "Revoke it at Webex and issue a new one; removing it from the file is not enough.",
		"anchors": ["webexapis.com/v1/webhooks/incoming/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "webexapis\\.com/v1/webhooks/incoming/[0-9A-Za-z_-]{76,140}(?![0-9A-Za-z_-])",
		"window": {
			"before": 0,
			"after": 141
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/weblate-user-token",
		"provider": "weblate",
		"title": "Weblate user token",
		"severity": "medium",
		"opens": "Acts as its owner.",
		"remediation": "Revoke it at Weblate and issue a new one; removing it from the file is not enough.",
		"anchors": ["wlu_"],
		"run": 36,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])wlu_[0-9A-Za-z]{36,40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/weblate-project-token",
		"provider": "weblate",
		"title": "Weblate project token",
		"severity": "medium",
		"opens": "Reads and changes the translations of a project.",
		"remediation": "Revoke it at Weblate and issue a new one; removing it from the file is not enough.",
		"anchors": ["wlp_"],
		"run": 36,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])wlp_[0-9A-Za-z]{36,40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/wecom-webhook",
		"provider": "wecom",
		"title": "WeCom group robot webhook",
		"severity": "medium",
		"opens": "Posts messages into one group.",
		"remediation": "Revoke it at WeCom and issue a new one; removing it from the file is not enough.",
		"anchors": ["qyapi.weixin.qq.com/cgi-bin/webhook/send?key="],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])qyapi\\.weixin\\.qq\\.com/cgi-bin/webhook/send\\?key=[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/weights-and-biases-api-key",
		"provider": "weights-and-biases",
		"title": "Weights & Biases API key",
		"severity": "high",
		"opens": "Reads and writes the runs, models and data of its owner’s projects.",
		"remediation": "Revoke it at Weights & Biases and issue a new one; removing it from the file is not enough.",
		"anchors": ["wandb_v1_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])wandb_v1_[0-9A-Za-z_-]{70,90}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 91
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/wifi-passphrase",
		"provider": "wifi",
		"title": "Passphrase of a wireless network",
		"severity": "medium",
		"opens": "Joins the wireless network that stands beside it.",
		"remediation": "Change the passphrase of the network.",
		"anchors": [
			"psk=",
			"wpa_passphrase=",
			"psk =",
			"<keyMaterial>"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?:(?<![A-Za-z0-9_-])psk ?= ?(?:\"|(?=[0-9a-f]{64}))|(?<![A-Za-z0-9_-])wpa_passphrase=|<keyMaterial>)(?<secret>[!#-;=?-~ ]{8,64})(?=[\"<\\r\\n]|$)",
		"window": {
			"before": 2,
			"after": 80
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"pairs": [{
			"expression": "ssid ?= ?\"?(?<id>[^\"\\r\\n]{1,32})",
			"ignoreCase": true,
			"within": 300,
			"as": "network",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/windows-unattended-password",
		"provider": "windows",
		"title": "Password in a Windows answer file",
		"severity": "high",
		"opens": "Signs in as the account, often the administrator, of every machine that was installed with the file; base64 is no encryption.",
		"remediation": "Change the password on every machine that was installed with the file.",
		"anchors": ["Password>"],
		"run": 0,
		"ignoreCase": false,
		"expression": "<(?:Administrator|Domain)?Password>\\s{0,80}<Value>(?!\\*)(?<secret>[^<\\s]{1,256})</Value>",
		"window": {
			"before": 24,
			"after": 360
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false,
		"requires": ["<Value>"],
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/windows-group-policy-password",
		"provider": "windows",
		"title": "Password in a group policy preference",
		"severity": "critical",
		"opens": "Signs in as the account that the policy sets, on every machine that it reaches; Microsoft published the key that it is encrypted with.",
		"remediation": "Delete the preference from SYSVOL (MS14-025), and change the password wherever the policy set it.",
		"anchors": ["cpassword=\""],
		"run": 0,
		"ignoreCase": false,
		"expression": "cpassword=\"(?<secret>[A-Za-z0-9+/]{20,600}={0,2})\"",
		"window": {
			"before": 0,
			"after": 604
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"pairs": [{
			"expression": "(?:userName|runAs|accountName)=\"(?<id>[^\"]{1,100})",
			"ignoreCase": true,
			"within": 500,
			"as": "user",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/wompi-private-key",
		"provider": "wompi",
		"title": "Wompi private key",
		"severity": "critical",
		"opens": "Charges through a merchant’s account.",
		"remediation": "Revoke it at Wompi and issue a new one; removing it from the file is not enough.",
		"anchors": ["prv_prod_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])prv_prod_[0-9A-Za-z]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/wompi-test-private-key",
		"provider": "wompi",
		"title": "Wompi test private key",
		"severity": "low",
		"opens": "Acts in the test mode of a merchant’s account.",
		"remediation": "Revoke it at Wompi and issue a new one; removing it from the file is not enough.",
		"anchors": ["prv_test_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])prv_test_[0-9A-Za-z]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/woocommerce-consumer-secret",
		"provider": "woocommerce",
		"title": "WooCommerce consumer secret",
		"severity": "high",
		"opens": "With its key, reads and changes a shop’s orders and customers.",
		"remediation": "Revoke it at WooCommerce and issue a new one; removing it from the file is not enough.",
		"anchors": ["cs_"],
		"run": 40,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])cs_[0-9a-f]{40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/woocommerce-consumer-key",
		"provider": "woocommerce",
		"title": "WooCommerce consumer key",
		"severity": "low",
		"opens": "With its secret half, reads and changes a shop’s orders and customers.",
		"remediation": "Revoke it at WooCommerce and issue a new one; removing it from the file is not enough.",
		"anchors": ["ck_"],
		"run": 40,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])ck_[0-9a-f]{40}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 41
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/wordpress-database-password",
		"provider": "wordpress",
		"title": "Database password in wp-config.php",
		"severity": "high",
		"opens": "Signs in to the site's database as the user beside it.",
		"remediation": "Change the password at the database, and keep wp-config.php out of the repository.",
		"anchors": ["'DB_PASSWORD'", "\"DB_PASSWORD\""],
		"run": 0,
		"ignoreCase": false,
		"expression": "define\\(\\s{0,8}[\"']DB_PASSWORD[\"']\\s{0,8},\\s{0,8}[\"'](?<secret>[^\"'\\r\\n]{1,128})[\"']",
		"window": {
			"before": 15,
			"after": 156
		},
		"proof": "contextual",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"pairs": [{
			"expression": "DB_USER[\"']\\s{0,8},\\s{0,8}[\"'](?<id>[^\"'\\r\\n]{1,64})",
			"ignoreCase": true,
			"within": 600,
			"as": "user",
			"secret": false,
			"required": false
		}, {
			"expression": "DB_HOST[\"']\\s{0,8},\\s{0,8}[\"'](?<id>[^\"'\\r\\n]{1,128})",
			"ignoreCase": true,
			"within": 600,
			"as": "host",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/wordpress-salt",
		"provider": "wordpress",
		"title": "Key or salt of a WordPress site",
		"severity": "high",
		"opens": "Forges the cookies with which administrators are signed in.",
		"remediation": "Replace all eight with new ones, which signs everybody out. See https://api.wordpress.org/secret-key/1.1/salt/",
		"anchors": [
			"AUTH_KEY'",
			"LOGGED_IN_KEY'",
			"NONCE_KEY'",
			"AUTH_SALT'",
			"LOGGED_IN_SALT'",
			"NONCE_SALT'",
			"AUTH_KEY\"",
			"AUTH_SALT\""
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "define\\(\\s{0,8}[\"'](?<name>(?:SECURE_)?AUTH_KEY|LOGGED_IN_KEY|NONCE_KEY|(?:SECURE_)?AUTH_SALT|LOGGED_IN_SALT|NONCE_SALT)[\"']\\s{0,8},\\s{0,24}(?:'(?=[^']{32})|\"(?=[^\"]{32}))(?<secret>[^\\r\\n]{32,128}?)[\"']\\s{0,8}\\)",
		"window": {
			"before": 34,
			"after": 190
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "random-text",
			"options": {}
		}
	},
	{
		"id": "secrets/workos-api-key",
		"provider": "workos",
		"title": "WorkOS API key",
		"severity": "critical",
		"opens": "Administers the users, directories and sign-in of an application.",
		"remediation": "Revoke it at WorkOS and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk_live_a2V5XzAx"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sk_live_a2V5XzAx[0-9A-Za-z]{60,200}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 201
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/workos-test-api-key",
		"provider": "workos",
		"title": "WorkOS API key (staging)",
		"severity": "low",
		"opens": "Administers the staging environment.",
		"remediation": "Revoke it at WorkOS and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk_test_a2V5XzAx"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])sk_test_a2V5XzAx[0-9A-Za-z]{60,200}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 201
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/x-bearer-token",
		"provider": "x",
		"title": "X app-only bearer token",
		"severity": "medium",
		"opens": "Reads posts with an app’s limits.",
		"remediation": "Revoke it at X and issue a new one; removing it from the file is not enough.",
		"anchors": ["%3D"],
		"run": 50,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z%])A{18,24}[0-9A-Za-z%]{30,75}%3D[0-9A-Za-z]{50}(?![0-9A-Za-z])",
		"window": {
			"before": 106,
			"after": 51
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "group-facts",
			"options": { "vetted": true }
		},
		"minEntropy": 3
	},
	{
		"id": "secrets/xai-api-key",
		"provider": "xai",
		"title": "xAI API key",
		"severity": "high",
		"opens": "Calls models at the owner’s expense and reads what the key’s project stored.",
		"remediation": "Revoke it at xAI and issue a new one; removing it from the file is not enough.",
		"anchors": ["xai-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])xai-[0-9A-Za-z]{80}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 81
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"verification": {
			"method": "GET",
			"url": "https://api.x.ai/v1/api-key",
			"headers": { "authorization": "Bearer {secret}" },
			"active": [{
				"status": [200],
				"json": {
					"api_key_blocked": [false],
					"api_key_disabled": [false]
				}
			}],
			"inactive": [
				{
					"status": [200],
					"json": { "api_key_blocked": [true] }
				},
				{
					"status": [200],
					"json": { "api_key_disabled": [true] }
				},
				{ "status": [401] }
			],
			"source": "https://docs.x.ai/docs/api-reference#get-api-key-information"
		}
	},
	{
		"id": "secrets/xata-api-key",
		"provider": "xata",
		"title": "Xata API key",
		"severity": "critical",
		"opens": "Reads and writes the databases of a workspace.",
		"remediation": "Revoke it at Xata and issue a new one; removing it from the file is not enough.",
		"anchors": ["xau_"],
		"run": 36,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])xau_[0-9A-Za-z]{36,44}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 45
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/xendit-secret-key",
		"provider": "xendit",
		"title": "Xendit secret key",
		"severity": "critical",
		"opens": "Charges and pays out through a merchant’s account.",
		"remediation": "Revoke it at Xendit and issue a new one; removing it from the file is not enough.",
		"anchors": ["xnd_production_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])xnd_production_[0-9A-Za-z_-]{40,90}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 91
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/xendit-test-key",
		"provider": "xendit",
		"title": "Xendit test key",
		"severity": "low",
		"opens": "Acts in the test mode of a merchant’s account.",
		"remediation": "Revoke it at Xendit and issue a new one; removing it from the file is not enough.",
		"anchors": ["xnd_development_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])xnd_development_[0-9A-Za-z_-]{40,90}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 91
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/xendit-public-key",
		"provider": "xendit",
		"title": "Xendit public key",
		"severity": "info",
		"opens": "Meant to be public: it only creates payment tokens.",
		"remediation": "Revoke it at Xendit and issue a new one; removing it from the file is not enough.",
		"anchors": ["xnd_public_production_", "xnd_public_development_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:xnd_public_production_[0-9A-Za-z_-]{40,90}|xnd_public_development_[0-9A-Za-z_-]{40,90})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 92
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/xml-login-element",
		"provider": "xml-login",
		"title": "User name and password in XML",
		"severity": "high",
		"opens": "Signs in to the service that the file configures as the user beside it.",
		"remediation": "Change the password where it is used, and read it from the environment or a secret store.",
		"anchors": [
			"</username>",
			"</userName>",
			"</user>",
			"</login>",
			"</User>",
			"</Username>",
			"</UserName>"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "<(?:user|userName|username|login|User|Username|UserName)>\\s{0,40}(?<user>[^<\\s]{1,100})\\s{0,40}</(?:user|userName|username|login|User|Username|UserName)>\\s{0,100}<(?:[Pp]assword|[Pp]asswd|[Pp]ass|[Pp]wd)>\\s{0,40}(?!\\{[A-Za-z0-9+/=]{16,200}\\})(?<secret>[^<\\s]{1,256})\\s{0,40}</[Pp]",
		"window": {
			"before": 200,
			"after": 500
		},
		"proof": "generic",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"pairs": [{
			"expression": "<(?:host|hostname|server|url)>\\s{0,40}(?<id>[^<\\s]{1,200})",
			"ignoreCase": true,
			"within": 500,
			"as": "host",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/xml-login-attribute",
		"provider": "xml-login",
		"title": "User name and password in an XML element",
		"severity": "high",
		"opens": "Signs in to the service that the element configures as the user beside it.",
		"remediation": "Change the password where it is used, and read it from the environment or a secret store.",
		"anchors": ["password=\""],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<=\\s)(?:user|userName|username|login|user-name|name)=\"(?<user>[^\"<>\\r\\n]{1,100})\"\\s{1,40}(?:[\\w:.-]{1,40}=\"[^\"<>]{0,200}\"\\s{1,40}){0,2}password=\"(?!\\{[A-Za-z0-9+/=]{16,200}\\})(?<secret>[^\"<>\\r\\n]{1,128})\"",
		"window": {
			"before": 800,
			"after": 140
		},
		"proof": "generic",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"pairs": [{
			"expression": "(?:host|hostname|server|url)=\"(?<id>[^\"]{1,200})",
			"ignoreCase": true,
			"within": 400,
			"as": "host",
			"secret": false,
			"required": false
		}]
	},
	{
		"id": "secrets/xml-login-property",
		"provider": "xml-login",
		"title": "Password in an XML property",
		"severity": "high",
		"opens": "Signs in to the database or service that the file configures.",
		"remediation": "Change the password where it is used, and read it from the environment or a secret store.",
		"anchors": [
			"password\">",
			"password\" value=\"",
			"Password\">",
			"Password\" value=\"",
			"password' value='"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "<(?:property|entry|parameter|param|config-property|add|setting)\\s{1,8}(?:name|key)\\s{0,2}=\\s{0,2}[\"'](?<name>[\\w.:-]{0,60}[Pp]assword)[\"'](?:>\\s{0,40}|\\s{1,40}value\\s{0,2}=\\s{0,2}[\"'])(?!\\{[A-Za-z0-9+/=]{16,200}\\})(?<secret>[^\"'<>\\s]{1,128})(?=[\"'<\\s])",
		"window": {
			"before": 100,
			"after": 240
		},
		"proof": "generic",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "user-at-host",
			"options": {}
		}
	},
	{
		"id": "secrets/xrp-ledger-family-seed",
		"provider": "xrp-ledger",
		"title": "XRP Ledger seed",
		"severity": "critical",
		"opens": "Spends everything that the account holds.",
		"remediation": "Move what the key holds to a new one at once; a published key cannot be taken back.",
		"anchors": ["sEd"],
		"run": 28,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z])sEd[1-9A-HJ-NP-Za-km-z]{28}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 29
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"prover": {
			"name": "base58check",
			"options": {
				"alphabet": "ripple",
				"versions": "01e14b"
			}
		}
	},
	{
		"id": "secrets/yandex-cloud-api-key",
		"provider": "yandex",
		"title": "Yandex Cloud API key",
		"severity": "high",
		"opens": "Acts as a service account on the services that take API keys.",
		"remediation": "Revoke it at Yandex and issue a new one; removing it from the file is not enough.",
		"anchors": ["AQVN"],
		"run": 35,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])AQVN[0-9A-Za-z_-]{35,38}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 39
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/yandex-oauth-token",
		"provider": "yandex",
		"title": "Yandex OAuth token",
		"severity": "critical",
		"opens": "Acts as a user, on Yandex Cloud too.",
		"remediation": "Revoke it at Yandex and issue a new one; removing it from the file is not enough.",
		"anchors": ["y0_", "y1_"],
		"run": 55,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])(?:y0_[0-9A-Za-z_-]{55,220}|y1_[0-9A-Za-z_-]{55,220})(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 221
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/yandex-cloud-iam-token",
		"provider": "yandex",
		"title": "Yandex Cloud IAM token",
		"severity": "medium",
		"opens": "Acts as a user or service account for at most twelve hours.",
		"remediation": "Revoke it at Yandex and issue a new one; removing it from the file is not enough.",
		"anchors": ["t1."],
		"run": 60,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_.-])t1\\.[0-9A-Za-z_-]{60,1000}={0,2}\\.[0-9A-Za-z_-]{86}={0,2}(?![0-9A-Za-z_=-])",
		"window": {
			"before": 7,
			"after": 1092
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/yandex-cloud-static-secret",
		"provider": "yandex",
		"title": "Yandex Cloud static key secret",
		"severity": "high",
		"opens": "With its id, reads and writes buckets and queues.",
		"remediation": "Revoke it at Yandex and issue a new one; removing it from the file is not enough.",
		"anchors": [
			"YCM",
			"YCN",
			"YCO",
			"YCP"
		],
		"run": 37,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])YC[M-P][0-9A-Za-z_-]{37}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 38
		},
		"proof": "structural",
		"encoded": false,
		"custom": false,
		"minEntropy": 4
	},
	{
		"id": "secrets/zapier-webhook",
		"provider": "zapier",
		"title": "Zapier catch hook",
		"severity": "medium",
		"opens": "Starts a Zap with whatever its caller sends.",
		"remediation": "Revoke it at Zapier and issue a new one; removing it from the file is not enough.",
		"anchors": ["hooks.zapier.com/hooks/catch/"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])hooks\\.zapier\\.com/hooks/catch/[0-9]{4,10}/[0-9a-z]{5,10}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 22
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/zep-api-key",
		"provider": "zep",
		"title": "Zep API key",
		"severity": "high",
		"opens": "Reads and writes the memories that an application stored.",
		"remediation": "Revoke it at Zep and issue a new one; removing it from the file is not enough.",
		"anchors": ["z_1dWlk"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])z_1dWlk[0-9A-Za-z]{30,60}\\.[0-9A-Za-z_-]{20,90}(?![0-9A-Za-z_-])",
		"window": {
			"before": 7,
			"after": 152
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3.5
	},
	{
		"id": "secrets/zoho-oauth-token",
		"provider": "zoho",
		"title": "Zoho OAuth token",
		"severity": "high",
		"opens": "Acts on an organisation’s data within its scopes; a refresh token until it is revoked.",
		"remediation": "Revoke it at Zoho and issue a new one; removing it from the file is not enough.",
		"anchors": ["1000."],
		"run": 32,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])1000\\.[0-9a-f]{32}\\.[0-9a-f]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 66
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"runOf": "hex",
		"minEntropy": 3
	},
	{
		"id": "secrets/zoho-client-id",
		"provider": "zoho",
		"title": "Zoho client id",
		"severity": "info",
		"opens": "Names an application.",
		"remediation": "Revoke it at Zoho and issue a new one; removing it from the file is not enough.",
		"anchors": ["1000."],
		"run": 30,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])1000\\.[0-9A-Z]{30,35}(?![0-9A-Za-z_])",
		"window": {
			"before": 7,
			"after": 36
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/zoho-cliq-webhook-token",
		"provider": "zoho",
		"title": "Zoho Cliq webhook token",
		"severity": "medium",
		"opens": "Posts messages into a channel.",
		"remediation": "Revoke it at Zoho and issue a new one; removing it from the file is not enough.",
		"anchors": ["zapikey=1001."],
		"run": 0,
		"ignoreCase": false,
		"expression": "zapikey=1001\\.[0-9a-f]{32}\\.[0-9a-f]{32}(?![0-9A-Za-z_])",
		"window": {
			"before": 0,
			"after": 66
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"minEntropy": 3
	},
	{
		"id": "secrets/zuplo-api-key",
		"provider": "zuplo",
		"title": "Zuplo API key",
		"severity": "high",
		"opens": "Calls the APIs behind a gateway as its consumer.",
		"remediation": "Revoke it at Zuplo and issue a new one; removing it from the file is not enough.",
		"anchors": ["zpka_"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])zpka_[0-9A-Za-z]{32}_[0-9a-f]{8}(?![0-9A-Za-z])",
		"window": {
			"before": 7,
			"after": 42
		},
		"proof": "structural",
		"encoded": true,
		"custom": false,
		"prover": {
			"name": "crc32-hex",
			"options": {
				"skip": 5,
				"separator": 1
			}
		}
	}
];
// src/kernel/heap.ts
const pageSize$1 = 65536;
const smallest = 256;
/** Memory grows by at least this much, to grow seldom. */
const growth = 16 << 20;
const limit = 4294967296;
/** Sizes come in four steps per power of two: at most a quarter of a block is waste. */
const sizeClass = (size) => {
	if (size <= smallest) return smallest;
	const step = 2 ** (Math.floor(Math.log2(size - 1)) - 2);
	return Math.ceil(size / step) * step;
};
/** Hands out memory from `start` on; freed blocks wait in lists by size. */
const createHeap = (memory, start) => {
	const free = /* @__PURE__ */ new Map();
	let top = start;
	let view = Buffer.from(memory.buffer);
	const bytes = () => {
		if (view.length !== memory.buffer.byteLength) view = Buffer.from(memory.buffer);
		return view;
	};
	const allocate = (size) => {
		const rounded = sizeClass(size);
		const reused = free.get(rounded)?.pop();
		if (reused !== void 0) return reused;
		const address = top;
		const needed = address + rounded - memory.buffer.byteLength;
		if (address + rounded > limit) throw new RangeError(`no room for ${size} bytes`);
		if (needed > 0) memory.grow(Math.ceil(Math.min(Math.max(needed, growth), limit - memory.buffer.byteLength) / pageSize$1));
		top += rounded;
		return address;
	};
	const release = (address, size) => {
		const rounded = sizeClass(size);
		const list = free.get(rounded);
		if (list === void 0) free.set(rounded, [address]);
		else list.push(address);
	};
	return {
		bytes,
		allocate,
		free: release
	};
};
// src/kernel/kernel.ts
const pageSize = 65536;
/** The module keeps its tables below this address. */
const reserved$1 = 262144;
const maxPages = 65536;
let compiled$1;
const compile = () => {
	compiled$1 ??= new WebAssembly.Module(readFileSync(new URL("kernel.wasm", import.meta.url)));
	return compiled$1;
};
/** An instance with memory of its own: one per thread. */
const createKernel = () => {
	const memory = new WebAssembly.Memory({
		initial: (16 << 20) / pageSize,
		maximum: maxPages
	});
	const abort = () => {
		throw new Error("the kernel aborted");
	};
	const { exports } = new WebAssembly.Instance(compile(), { env: {
		memory,
		abort
	} });
	return {
		...exports,
		heap: createHeap(memory, reserved$1)
	};
};
// src/detect/asked.ts
/** Names an anchor: at one place it may read as base64 of two alignments. */
const anchorKey = ({ image: { encoding, phase }, at }) => `${encoding} ${phase} ${at}`;
/**
* One byte further along, UTF-16 reads as UTF-16 of the other byte order. Where both would do, text begins at an even
* offset.
*/
const withoutShifted = (anchors) => [...anchors.values()].filter(({ at, image }) => {
	const { encoding } = image;
	if (encoding === "base64" || encoding === "hex" || at % 2 === 0) return true;
	const [other, shifted] = encoding === "utf16be" ? ["utf16le", at + 1] : ["utf16be", at - 1];
	return !anchors.has(anchorKey({
		at: shifted,
		image: {
			...image,
			encoding: other
		}
	}));
});
/** Sorts the hits of a content to those parsers and decoders that asked for them. */
const sortOut = (hits, literals) => {
	const parsers = /* @__PURE__ */ new Set();
	const encoded = /* @__PURE__ */ new Map();
	for (const { literal, offset: at } of hits) for (const target of literals[literal].targets) if (target.kind === "parser") parsers.add(target.parser);
	else if (target.kind === "image") {
		const anchor = {
			at,
			image: target.image
		};
		encoded.set(anchorKey(anchor), anchor);
	}
	return {
		parsers,
		encoded: withoutShifted(encoded)
	};
};
// src/detect/base64-run.ts
const base64Class = /* @__PURE__ */ new Uint8Array(256);
for (const char of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_") base64Class[char.charCodeAt(0)] = 1;
/** A run is followed up to this far from its anchor on either side; kubeconfigs are smaller. */
const maxRun$2 = 1 << 20;
/** Encoders break lines at 60, 64 or 76 characters; a shorter line is text that only looks like base64, a much longer one is no line of many. */
const minWidth = 48;
const maxWidth = 1024;
/** Wider indentation than this is not looked through. */
const maxIndentation = 64;
/** Bytes around a run that decide where it begins and ends: a line that is none of its own, and what leads to it. */
const runReach = 1096;
const [feed$1, carriage$1, space$1, tab, backslash$1, letterN, letterR] = [
	10,
	13,
	32,
	9,
	92,
	110,
	114
];
const isFullLine = (length, width) => length >= minWidth && length <= maxWidth && length % 4 === 0 && (width === 0 || length === width);
const runBackward = (content, from) => {
	let start = from;
	while (start > 0 && from - start < 1048576 && base64Class[content[start - 1]] === 1) start--;
	return content[start] === letterN && content[start - 1] === backslash$1 ? start + 1 : start;
};
const runForward = (content, from) => {
	let end = from;
	while (end < content.length && end - from < 1048576 && base64Class[content[end]] === 1) end++;
	return end;
};
/** The end of the line before the one that begins at `start`, or -1 where something else stands before it. */
const previousLineEnd = (content, start) => {
	if (content[start - 1] === letterN && content[start - 2] === backslash$1) return content[start - 3] === letterR && content[start - 4] === backslash$1 ? start - 4 : start - 2;
	let at = start;
	while (start - at < maxIndentation && (content[at - 1] === space$1 || content[at - 1] === tab)) at--;
	if (content[at - 1] !== feed$1) return -1;
	return content[at - 2] === carriage$1 ? at - 2 : at - 1;
};
/** The start of the line after the one that ends at `end`, its indentation left out, or -1. */
const nextLineStart = (content, end) => {
	let at = end;
	if (content[at] === backslash$1 && content[at + 1] === letterR) at += 2;
	if (content[at] === backslash$1 && content[at + 1] === letterN) return at + 2;
	if (content[at] === carriage$1) at++;
	if (content[at] !== feed$1) return -1;
	at++;
	for (const line = at; at - line < maxIndentation && (content[at] === space$1 || content[at] === tab);) at++;
	return at;
};
const linesBefore$1 = (content, at, first) => {
	const lines = [];
	let width = 0;
	for (let end = previousLineEnd(content, first); end > 0 && at - end < 1048576;) {
		const start = runBackward(content, end);
		if (!isFullLine(end - start, width)) break;
		width = end - start;
		lines.push([start, end]);
		end = previousLineEnd(content, start);
	}
	return lines.reverse();
};
const linesAfter = (content, at, line, known) => {
	const lines = [];
	let [start, end] = line;
	let width = known;
	while (end - at < 1048576 && isFullLine(end - start, width)) {
		width = end - start;
		start = nextLineStart(content, end);
		end = start === -1 ? -1 : runForward(content, start);
		if (end <= start || end - start > width) break;
		lines.push([start, end]);
	}
	return lines;
};
/** The run of base64 around `at`, also where an encoder has broken it into lines, indented or escaped. */
const base64Run = (content, at) => {
	const line = [runBackward(content, at), runForward(content, at)];
	const above = linesBefore$1(content, at, line[0]);
	const width = above.length === 0 ? 0 : above[0][1] - above[0][0];
	const fits = width === 0 || line[1] - line[0] <= width;
	return { parts: [
		...fits ? above : [],
		line,
		...linesAfter(content, at, line, fits ? width : 0)
	] };
};
// src/detect/last-at-or-before.ts
/** Index of the last of ascending starts that is not after an offset; 0 where none is. */
const lastAtOrBefore = (starts, offset) => {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if (starts[middle] <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
};
// src/detect/base64-decode.ts
/** Decodes the run of base64 characters around `at`, aligned by the image's phase. */
const decodeBase64 = (content, at, phase) => {
	const { parts } = base64Run(content, at);
	const starts = [];
	const firsts = [];
	let length = 0;
	for (const [start, end] of parts) {
		starts.push(start);
		firsts.push(length);
		length += end - start;
	}
	const indexOf = (place) => {
		const part = Math.max(0, lastAtOrBefore(starts, place));
		return firsts[part] + place - starts[part];
	};
	const contentOf = (index) => {
		const part = Math.max(0, lastAtOrBefore(firsts, index));
		return Math.min(parts[part][1], parts[part][0] + index - firsts[part]);
	};
	const skipped = ((indexOf(at) - phase) % 4 + 4) % 4;
	const text = parts.map(([start, end]) => content.toString("latin1", start, end)).join("");
	const end = parts.at(-1)[1];
	const sure = end - at >= 1048576 ? at + maxRun$2 / 2 : end;
	return {
		bytes: Buffer.from(text.slice(skipped), "base64"),
		start: contentOf(skipped),
		toContent: (offset) => contentOf(skipped + Math.floor(offset * 4 / 3)),
		after: (offset) => contentOf(skipped + Math.floor((offset * 4 + 3) / 3)) + 1,
		holds: (place, otherPhase) => place >= at && place < sure && (indexOf(place) - otherPhase - skipped) % 4 === 0
	};
};
// src/detect/decoded.ts
/** A run around `at` in which two bytes stand for one; where it is cut off it holds the anchors of its first half. */
const unitsOfTwo = (bytes, start, at, end, maxRun) => {
	const sure = end - at >= maxRun ? at + maxRun / 2 : end;
	return {
		bytes,
		start,
		toContent: (offset) => start + offset * 2,
		after: (offset) => start + offset * 2 + 2,
		holds: (place) => place >= at && place < sure && (place - start) % 2 === 0
	};
};
const hexValues = (/* @__PURE__ */ new Int8Array(256)).fill(-1);
for (const [value, digit] of [..."0123456789abcdef"].entries()) {
	hexValues[digit.charCodeAt(0)] = value;
	hexValues[digit.toUpperCase().charCodeAt(0)] = value;
}
/** The value of a hexadecimal digit, or -1; also where a content has no byte any more. */
const hexDigit = (byte) => byte === void 0 ? -1 : hexValues[byte];
// src/detect/hex-run.ts
/** A run is followed up to this far from its anchor on either side. */
const maxRun$1 = 1 << 20;
/** Decodes the run of hexadecimal digits around `at`, where a pair begins. */
const decodeHex = (content, at) => {
	const isPair = (pair) => hexDigit(content[pair]) >= 0 && hexDigit(content[pair + 1]) >= 0;
	let start = at;
	while (at - start < maxRun$1 && isPair(start - 2)) start -= 2;
	let end = at;
	while (end - at < maxRun$1 && isPair(end)) end += 2;
	return unitsOfTwo(Buffer.from(content.toString("latin1", start, end), "hex"), start, at, end, maxRun$1);
};
// src/detect/utf16-run.ts
/** UTF-16 around an anchor is narrowed this many bytes on either side. */
const maxRun = 16384;
/** Narrows the UTF-16 stretch around `at` to bytes; it ends at the first unit above 0xFF or at a NUL. */
const decodeUtf16 = (content, at, littleEndian) => {
	const high = littleEndian ? 1 : 0;
	const isText = (unit) => content[unit + high] === 0 && content[unit + 1 - high] !== 0;
	let start = at;
	while (start >= 2 && at - start < maxRun && isText(start - 2)) start -= 2;
	let end = at;
	while (end + 1 < content.length && end - at < maxRun && isText(end)) end += 2;
	const bytes = Buffer.alloc((end - start) / 2);
	for (let i = 0; i < bytes.length; i++) bytes[i] = content[start + i * 2 + 1 - high];
	return unitsOfTwo(bytes, start, at, end, maxRun);
};
// src/detect/encodings.ts
/** Shorter base64 images occur by chance too often to be worth a decode. */
const minBase64Image = 5;
/** Shorter anchors are not looked for in base64 of base64 or of UTF-16, nor in hexadecimal: each image costs the gate comparisons. */
const minNested = 8;
const minHex = 4;
const utf16 = (anchor, littleEndian) => [...anchor].map((char) => littleEndian ? `${char}\0` : `\0${char}`).join("");
/**
* The characters of base64 that depend on the anchor alone, when `shift` bytes precede it in its group of three.
* Anchor bits run from 8 × shift; whole characters are the sixes of bits inside (RFC 4648, section 4).
*/
const base64Image = (text, shift) => {
	return Buffer.from(`${"\0".repeat(shift)}${text}\0\0`, "latin1").toString("base64").slice(Math.ceil(shift * 8 / 6), Math.floor((shift + text.length) * 8 / 6));
};
/** A text in the three alignments of base64, standard and URL-safe. */
const base64Images = (text) => [
	0,
	1,
	2
].flatMap((shift) => {
	const standard = base64Image(text, shift);
	const urlSafe = standard.replaceAll("+", "-").replaceAll("/", "_");
	return (standard === urlSafe ? [standard] : [standard, urlSafe]).map((form) => ({
		text: form,
		encoding: "base64",
		phase: Math.ceil(shift * 8 / 6) % 4
	}));
});
const hexImages = (anchor) => {
	const lower = Buffer.from(anchor, "latin1").toString("hex");
	return [.../* @__PURE__ */ new Set([lower, lower.toUpperCase()])].map((digits) => ({
		text: digits,
		encoding: "hex",
		phase: 0
	}));
};
const wide = (encoding) => ({
	name: "utf-16",
	images: (anchor) => [{
		text: utf16(anchor, encoding === "utf16le"),
		encoding,
		phase: 0
	}],
	decode: (content, at) => decodeUtf16(content, at, encoding === "utf16le")
});
const codecs = {
	utf16le: wide("utf16le"),
	utf16be: wide("utf16be"),
	base64: {
		name: "base64",
		images: (anchor) => [
			...base64Images(anchor).filter(({ text }) => text.length >= minBase64Image),
			...anchor.length < minNested ? [] : base64Images(utf16(anchor, true)),
			...anchor.length < minNested ? [] : base64Images(anchor).flatMap(({ text }) => base64Images(text))
		],
		decode: decodeBase64
	},
	hex: {
		name: "hex",
		images: (anchor) => anchor.length < minHex ? [] : hexImages(anchor),
		decode: decodeHex
	}
};
/**
* Words beside which secrets without a form of their own stand. Too common to be looked for as they are; encoded they are rare, and whoever
* encodes a document of them hides all that it holds.
*/
const telltaleWords = [...[
	"password",
	"Password",
	"PASSWORD",
	"passwd",
	"_SECRET",
	"_TOKEN",
	"_KEY="
], ...[
	"secret_key",
	"secretKey",
	"api_key",
	"apiKey",
	"access_token",
	"client_secret",
	"connectionString"
]];
/** All forms in which an anchor is looked for beside its own. */
const encodedImages = (anchor) => Object.values(codecs).flatMap(({ images }) => images(anchor));
const encodingName = ({ encoding }) => codecs[encoding].name;
const decodeAround = (content, at, { encoding, phase }) => codecs[encoding].decode(content, at, phase);
// src/detect/escape-forms.ts
const hexAt = (content, at, digits) => {
	let value = 0;
	for (let i = 0; i < digits; i++) {
		const digit = hexDigit(content[at + i]);
		if (digit < 0) return -1;
		value = value * 16 + digit;
	}
	return value;
};
const ascii = 128;
const utf8 = (code) => code < ascii ? [code] : [...Buffer.from(String.fromCodePoint(code))];
/** Half of a pair is no character; neither is what lies beyond Unicode. */
const isCharacter = (code) => code >= 0 && code <= 1114111 && (code < 55296 || code > 57343);
const simple = new Map([..."nrtbfv0"].map((letter, i) => [letter.charCodeAt(0), [
	10,
	13,
	9,
	8,
	12,
	11,
	0
][i]]));
for (const char of "\"'`/\\") simple.set(char.charCodeAt(0), char.charCodeAt(0));
const [backslash, letterU, letterX, digit0, digit7] = [
	92,
	117,
	120,
	48,
	55
];
const octalAt = (content, at) => {
	let value = 0;
	for (let i = 0; i < 3; i++) {
		const byte = content[at + i] ?? 0;
		if (byte < digit0 || byte > digit7) return -1;
		value = value * 8 + byte - digit0;
	}
	return value < 256 ? value : -1;
};
/** Escapes of strings in JSON (RFC 8259, section 7) and in languages after C. */
const reverseSolidus = (content, at) => {
	if (content[at] !== backslash || at + 1 >= content.length) return void 0;
	const next = content[at + 1];
	if (next === letterU) {
		const code = hexAt(content, at + 2, 4);
		return isCharacter(code) ? {
			length: 6,
			bytes: utf8(code)
		} : void 0;
	}
	if (next === letterX) {
		const code = hexAt(content, at + 2, 2);
		return code < 0 ? void 0 : {
			length: 4,
			bytes: [code]
		};
	}
	const octal = octalAt(content, at + 1);
	if (octal >= 0) return {
		length: 4,
		bytes: [octal]
	};
	const meant = simple.get(next);
	return meant === void 0 ? void 0 : {
		length: 2,
		bytes: [meant]
	};
};
const named$2 = new Map(Object.entries({
	quot: "\"",
	apos: "'",
	amp: "&",
	lt: "<",
	gt: ">",
	equals: "=",
	colon: ":",
	plus: "+",
	sol: "/"
}));
named$2.set("commat", "@").set("num", "#").set("lowbar", "_").set("period", ".").set("nbsp", " ");
const [ampersand, semicolon] = [38, 59];
const maxEntity = 10;
const codeOf = (name) => {
	const numeric = /^#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
	if (numeric === null) return named$2.get(name)?.charCodeAt(0) ?? -1;
	return numeric[1] === void 0 ? Number(numeric[2]) : Number.parseInt(numeric[1], 16);
};
/** Character references of HTML and XML (HTML, section 13.5): those of ASCII by name, and all by number. */
const entity = (content, at, end) => {
	if (content[at] !== ampersand) return void 0;
	const stop = content.subarray(at, Math.min(end, at + maxEntity + 1)).indexOf(semicolon);
	if (stop < 2) return void 0;
	const code = codeOf(content.toString("latin1", at + 1, at + stop));
	return isCharacter(code) ? {
		length: stop + 1,
		bytes: utf8(code)
	} : void 0;
};
const [equals, carriage, feed] = [
	61,
	13,
	10
];
/** Quoted-printable (RFC 2045, section 6.7): an equals sign at the end of a line stands for nothing. */
const quotedPrintable = (content, at) => {
	if (content[at] !== equals) return void 0;
	if (content[at + 1] === feed) return {
		length: 2,
		bytes: []
	};
	if (content[at + 1] === carriage && content[at + 2] === feed) return {
		length: 3,
		bytes: []
	};
	const code = hexAt(content, at + 1, 2);
	return code < 0 ? void 0 : {
		length: 3,
		bytes: [code]
	};
};
// src/detect/escapes.ts
const [percentSign, plus, space] = [
	37,
	43,
	32
];
const percentAt = (content, at) => {
	const [high, low] = [hexDigit(content[at + 1]), hexDigit(content[at + 2])];
	return high < 0 || low < 0 ? -1 : high * 16 + low;
};
const inUrl$1 = /* @__PURE__ */ new Uint8Array(256);
for (const char of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%") inUrl$1[char.charCodeAt(0)] = 1;
/** Forms write a space as `+`, and a plus as `%2B`; paths write a space as `%20`. */
const isForm = (content, start, end) => {
	let encoded = false;
	for (let at = start; at < end && inUrl$1[content[at]] === 1; at++) {
		if (content[at] !== percentSign) continue;
		const value = percentAt(content, at);
		if (value === space) return false;
		if (value >= 0) encoded = true;
	}
	return encoded;
};
/** Percent-encoding (RFC 3986, section 2.1), with the plus of forms where the address is one. */
const percent = () => {
	let form = false;
	let before = -1;
	return (content, at, end) => {
		const byte = content[at];
		if (inUrl$1[byte] === 1 && before !== at) form = isForm(content, at, end);
		const value = byte === percentSign ? percentAt(content, at) : -1;
		const length = value >= 0 ? 3 : 1;
		before = inUrl$1[byte] === 1 ? at + length : -1;
		if (value >= 0) return {
			length,
			bytes: [value]
		};
		return byte === plus && form ? {
			length,
			bytes: [space]
		} : void 0;
	};
};
const bothCases = (texts) => [...new Set(texts.flatMap((text) => [text, text.replace(/[0-9a-f]{2}/g, (digits) => digits.toUpperCase())]))];
const letters = [..."abcdefghijklmnopqrstuvwxyz"].map((letter) => letter.charCodeAt(0));
const forms = [
	{
		encoding: "percent",
		marks: bothCases([
			"%0a",
			"%22",
			"%2b",
			"%3a",
			"%3d",
			"%253",
			"%2522",
			...letters.map((code) => code.toString(16)).map((digits) => `%${digits}`)
		]),
		form: percent
	},
	{
		encoding: "backslash",
		marks: [
			"\\\":",
			"\\/",
			...bothCases([
				"\\u0022",
				"\\u0027",
				"\\u002b",
				"\\u002f",
				"\\u003a",
				"\\u003d"
			]),
			...[
				"\\u006",
				"\\u007",
				"\\x6",
				"\\x7",
				"\\14",
				"\\15",
				"\\16"
			]
		],
		form: () => reverseSolidus
	},
	{
		encoding: "html",
		marks: [
			...[
				"&quot;",
				"&apos;",
				"&#34;",
				"&#39;",
				"&#43;",
				"&#47;",
				"&#58;",
				"&#61;",
				"&equals;",
				"&#x6",
				"&#x7"
			],
			...bothCases([
				"&#x22;",
				"&#x27;",
				"&#x2b;",
				"&#x2f;",
				"&#x3a;",
				"&#x3d;"
			]),
			...letters.map((code) => `&#${code};`)
		],
		form: () => entity
	},
	{
		encoding: "quoted-printable",
		marks: ["=3D"],
		form: () => quotedPrintable
	}
];
/**
* Asks the gate for the regions around escapes, as any rule does: they are looked at where a delta changed something, and only there. Its
* expression is never run; `decodeEscapes` takes its place.
*/
const escapesRule = {
	id: "encoding/escapes",
	provider: "",
	title: "",
	severity: "info",
	opens: "",
	remediation: "",
	anchors: forms.flatMap(({ marks }) => marks),
	run: 0,
	ignoreCase: false,
	expression: "",
	window: {
		before: 512,
		after: 2048
	},
	proof: "generic",
	encoded: false,
	custom: false
};
const decodeWith = (content, { start, end }, undo) => {
	const bytes = Buffer.allocUnsafe(end - start);
	const offsets = new Uint32Array(end - start + 1);
	let length = 0;
	for (let at = start; at < end;) {
		const there = undo(content, at, end);
		const found = there !== void 0 && at + there.length <= end ? there : void 0;
		const decoded = found?.bytes ?? [content[at]];
		for (const byte of decoded) {
			offsets[length] = at;
			bytes[length++] = byte;
		}
		at += found?.length ?? 1;
	}
	offsets[length] = end;
	return {
		bytes: bytes.subarray(0, length),
		offsets
	};
};
/** A region that escapes fill is decoded in pieces, which overlap by more than what escapes a key: memory has bounds. */
const pieceSize$1 = 4 << 20;
function* piecesOf$1({ start, end }) {
	for (let from = start;; from += 4128768) {
		yield {
			start: from,
			end: Math.min(end, from + pieceSize$1)
		};
		if (from + pieceSize$1 >= end) return;
	}
}
/** A region in plain bytes, once for each way in which some of it is escaped. */
function* decodeEscapes(content, region) {
	for (const piece of piecesOf$1(region)) {
		const text = content.subarray(piece.start, piece.end);
		for (const { encoding, marks, form } of forms) {
			if (!marks.some((mark) => text.includes(mark, 0, "latin1"))) continue;
			const { bytes, offsets } = decodeWith(content, piece, form());
			yield {
				encoding,
				bytes,
				start: piece.start,
				toContent: (offset) => offsets[offset],
				after: (offset) => Math.max(offsets[offset + 1], offsets[offset] + 1)
			};
		}
	}
}
// src/detect/common-grams.ts
/**
* The 1200 most frequent sequences of three bytes in 179 MB of source text, letters in lower case, most frequent first; the first occurs
* 3.6 times in 1,000 bytes, the last 0.09 times. Made by bench/train-common-grams.ts.
*/
const commonGrams = "ionerringtiotheconretstrintentameturnamtriresetuurnrinterateonsprotypestypeationtvalectforrronteserrorvercomstadatuncnilfunagetesithtorersandessnerode.cotedreaaluluetatineataapplictruextallindmetistaindesptiortervuesiceendcreetekeypatperilegettinequsetusechemesnotreqcatparratntasioitedefsecultfilassnseicataiourporndedereadargasereppectexblegitrceesprefaliopthttcesttpwitertabloutope---codmplquelenathstetemockfieimees.rottimspaonfon:thilsesoulinounntiurcposescotoytecalbytizeaceaddpaceleeranfiritmenprealsscrctiredackivehiscriexpostworareeri0x6nstriphubepothunetme:untntsckefiguinom/eta000pliiptere0x0.reorematirerunensraninspe:cliencifilierompenitincespelistraapinewer.atuormustienlocvicernb.cub.tenitydexrsimitmaplogtchctoeatlabntrecostiangsonchasysoinfalartommullevedocesorvirouctxnfovarrecnalsporuesizfroponplestohercaninfattesearssag.ermanrenorkhanlididelasssaaulefajececrshaure0x1://faulatactferppltusngeimplesrveeldthadetclaleaielsca0x7imaramuctorsgenooltreemoinicaspoien(achfinmarps:teckermagbelempe\":tpsjsoclutarpanefiaildisler.vaoneumessiantoveledamprucgindeniesssenitemearahatatcundabeetrs:/ompelssedademodenaplacur.stor)er(t64emaberrgof(\"cenheathovendinpributlowwarautownputnumctebufard{{-accesuddrrmaignbooufferfme\"dleregceroryetsgesrti(ctcop.selecialsinedeharannwrinodsigdel0x2eth/coobjminmpoadaclosulcoutroordnt6es:eneokegert.con.easfmtken}byshohenstsndiedinneancrs.remschkingrehosondutiutet.eflengstteribetwgroxpe0x8roputhtrytadrrello{}bermdir.nancotwoppefictabbjes\",ses}ste()letualtokccelusloaissocacorrolinc\"gipolgle.inorgnatx00ng.dedillhalollotext.0x4rsese,relnc(factagecuose.neticrnallehem.dedeptalditied\"stninibuurlmoner)s=\"anyinaquirojyoubasss=senarrmt.updng\"olioriildrgsil,sitpdattrnt.exaor(rr)tifrshdreng(osiastnd(rt.efedpooluricuirte(orfst.(t,bacxamrmihasonawhembeakethsnt,ed.fulecint(ndls.snedt32on\"urirf(cka###lemrifotabuihecuilrivs.i/lilit/rees\"tx,me.libecksyn.ioer-aryer\"subrgeer,ato\":\"invnabuberneffemptdifrtehelitondpopy/goouponnts.devlumeineptkubdectivmmaracolescofixwan/depesst-nt3volcepoduinkcac.meanase.{}synccarptrptsnt)ng,ptoonlegilanio/topoadunimovrove\",(reshialprfaquablokags.cigh0x3houepretttac***nsimisegertss/{le.grat()engnvame,ifyriaaskmaxeam\"li(),tia.ge\"contptas\"rele:ue,eplnulfloomieofovieryptyes,omenexvidevialtal(memce.revmsgre.nlyaniarimerunsimis\":its.apket//gnowenvfaiilirocns/tombinflacollteulelostiemouexiidatco\",\"anscif0x5iltwil(ergoc.pruldoulyscsol{stinp(dat\",seehint.sap{dowunkbitng)ercrawmused:es/selio.winli>umbrns-palim(coocded\".engs.eac/git-pght(innnoncluraoff.portyagshorthrr()plu...iffngt\"paawsldst\":ludrpcns./trmorxte.clrigamlrraealmaigoonpud()yamllyliziftook.maoraed,ootttiigurodtillugduc\"inphafflte).sptitmakecaexesumv1.ltsinue.nta{xpo.un\"},|x0ct.icygurlagbliothuercedugi{},nt:onclaytnatsendser:heds.e=\"leflrierufogldivtstnon/sptpttelng{eanuppwirpaste,ng}ublmedsprgisepatand\",ashojese\"0xc.pasuppubroooog</snt\"knos.rntolobpkgtegef:ridetc.ext.n.lo({}gthrrichinage.pwhitea64(sucpinhodnctp{svelrowstd0xacapcco.0.rongo-etyeronoricse.s/do*tean>avenecet.nesystbilstgmmionipodeedapsxt,onv-reude<sptr(hifraphreowssna.no\"htunendo\"nontfnch\"caet(earrchetipul())emsisitpuongoceon,/arsslrnoaleppoams.caodieenhesrayutprdelpherdll.elatp.reeswag.ts.agotssuocsepes.nved.op-corco\"debodlart(cody0xbs.mst)urr/apxecow\"iseon-pe\"nmasafte.ewarypucevismeoaaaobyafees(.orta:gnasocpcoitcgrpmobry.gattlsexcrrnzertpa0x9(stcaaeliusin:\"slitobhic().on(on)ts:tlemasck(xxxon/ltiha1wnes()old\"nae(cdon.fi.gi.sirstoggis..chggenaparmarcctuopr/v3olvte:ski1alv1aichx80/mo$renretfodrin\",ibcnknpi.ue:asiaaccs./pkiscid:rg/oti,ca65,x65zed0.0orrdultgrts,oco.t)sreddefounveark=\"cumm";
// src/detect/literal-table.ts
const isLetter = (byte) => (byte | 32) >= 97 && (byte | 32) <= 122;
const gramSize = 3;
/** As in src/kernel/assembly/scan.ts: 20 bits of three bytes, and of four. */
const hashBits = 20;
const hash3 = (a, b, c) => Math.imul((a | b << 8 | c << 16) << 8, 2654435761) >>> 12;
const quadBits = 20;
const hash4 = (a, b, c, d) => Math.imul(a | b << 8 | c << 16 | d << 24, 2654435761) >>> 12;
const bytesOf$2 = (text) => [...Buffer.from(text, "latin1")];
const everyByte = Array.from({ length: 256 }, (_, byte) => byte);
const alphabets$2 = {
	token: bytesOf$2("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"),
	hex: bytesOf$2("0123456789abcdef"),
	digits: bytesOf$2("0123456789"),
	base32: bytesOf$2("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
};
/** Lower case first. */
const cases = (byte) => isLetter(byte) ? [byte | 32, byte & -33] : [byte];
/** What a literal may show at an offset in it, which may lie outside: before it stands any byte, behind it what its run allows. */
const bytesAt = ({ bytes, ignoreCase, run }, offset) => {
	const known = bytes[offset];
	if (known !== void 0) return ignoreCase ? cases(known) : [known];
	return offset >= 0 && offset < bytes.length + run.length ? alphabets$2[run.of] : everyByte;
};
/** By three bytes, letters in lower case: how often they occur, in arbitrary units, where that is often. */
const frequencies = new Map(Array.from({ length: 3600 / gramSize }, (_, rank) => [commonGrams.slice(rank * gramSize, (rank + 1) * gramSize), 2e4 / (rank + 20)]));
/** Bytes that occur seldom in text, in twos and threes more so. */
const isRare = (byte) => byte < 9 || byte > 127 || byte > 13 && byte < 32;
const isUpper = (byte) => byte >= 65 && byte <= 90;
/** How often three bytes occur in text, in the same units. */
const frequencyOf = (gram) => {
	if (gram.some(isRare)) return 0;
	const frequency = frequencies.get(String.fromCharCode(...gram).toLowerCase()) ?? (gram.includes(32) ? 40 : 1);
	return gram.some(isUpper) ? frequency / 20 : frequency;
};
/** How often what a literal may show at an offset occurs in text. */
const costAt = (literal, offset) => {
	const bytes = [
		0,
		1,
		2
	].map((i) => bytesAt(literal, offset + i));
	if (offset < 0 || offset + gramSize > literal.bytes.length) return bytes.reduce((product, { length }) => product * length, 4);
	return frequencyOf(bytes.map((choices) => choices[0]));
};
/** Every second position is looked at: a literal is known by its rarest three bytes at an even offset in it, and at an odd one. */
const gramsOf = (literal) => [0, 1].map((parity) => {
	let best = parity === 0 ? 0 : -1;
	for (let at = parity; at + gramSize <= literal.bytes.length + Math.min(literal.run.length, 1); at += 2) if (costAt(literal, at) < costAt(literal, best)) best = at;
	return best;
});
/** Calls back with the hash of each sequence of three that may stand at an offset of a literal. */
const forHashesAt = (literal, at, call) => {
	const [second, third] = [bytesAt(literal, at + 1), bytesAt(literal, at + 2)];
	for (const a of bytesAt(literal, at)) for (const b of second) for (const c of third) call(hash3(a, b, c));
};
/** The same for each sequence of four. */
const forQuadsAt = (literal, at, call) => {
	const [second, third, fourth] = [
		bytesAt(literal, at + 1),
		bytesAt(literal, at + 2),
		bytesAt(literal, at + 3)
	];
	for (const a of bytesAt(literal, at)) for (const b of second) for (const c of third) for (const d of fourth) call(hash4(a, b, c, d));
};
const candidatesByHash = (literals) => {
	const byHash = /* @__PURE__ */ new Map();
	literals.forEach((of, literal) => {
		if (of.bytes.length < 2) throw new RangeError("an anchor needs at least two bytes");
		for (const at of gramsOf(of)) forHashesAt(of, at, (hashed) => {
			const list = byHash.get(hashed);
			if (list === void 0) byHash.set(hashed, [{
				literal,
				at
			}]);
			else if (list.at(-1).literal !== literal || list.at(-1).at !== at) list.push({
				literal,
				at
			});
		});
	});
	return byHash;
};
const foldedFlag = 2147483648;
const digitFlag = 1073741824;
const kindUnit = 4096;
const runUnit = 65536;
const candidateBytes = 40;
const lower = (byte) => isLetter(byte) ? byte | 32 : byte;
/** Writes a candidate as `tryAt` of src/kernel/assembly/scan.ts reads it. */
const writeCandidate = (memory, address, { literal, at }, of, text) => {
	const { bytes, ignoreCase, run } = of;
	const flags = (ignoreCase ? foldedFlag : 0) + (run.hasDigit ? digitFlag : 0);
	memory.fill(0, address, address + candidateBytes);
	memory.writeUInt32LE(literal, address);
	memory.writeInt32LE(at, address + 4);
	memory.writeUInt32LE(bytes.length + runKinds.indexOf(run.of) * kindUnit + run.length * runUnit + flags, address + 8);
	memory.writeUInt32LE(text, address + 12);
	for (let i = 0; i < Math.min(8, bytes.length); i++) {
		const folds = ignoreCase && isLetter(bytes[i]);
		memory[address + 16 + i] = folds ? lower(bytes[i]) : bytes[i];
		memory[address + 24 + i] = folds ? 32 : 0;
		memory[address + 32 + i] = 255;
	}
};
/** Writes the tables of src/kernel/assembly/scan.ts into the kernel's memory: which bytes are worth an exact comparison, and with what. */
const writeLiterals = (kernel, literals) => {
	const byHash = candidatesByHash(literals);
	const candidateCount = [...byHash.values()].reduce((sum, list) => sum + list.length, 0);
	const { heap } = kernel;
	const grams = heap.allocate(2 ** hashBits / 8);
	const quads = heap.allocate(2 ** quadBits / 8);
	const heads = heap.allocate(2 ** hashBits * 2);
	const buckets = heap.allocate(byHash.size * 8 + 8);
	const candidates = heap.allocate(candidateCount * candidateBytes + candidateBytes);
	const texts = literals.map(({ bytes }) => heap.allocate(bytes.length));
	const memory = heap.bytes();
	memory.fill(0, grams, grams + 2 ** hashBits / 8);
	memory.fill(0, quads, quads + 2 ** quadBits / 8);
	literals.forEach((literal, i) => {
		const { bytes, ignoreCase } = literal;
		for (const at of gramsOf(literal)) forQuadsAt(literal, at, (hashed) => {
			memory[quads + (hashed >> 3)] |= 1 << (hashed & 7);
		});
		memory.set(ignoreCase ? bytes.map(lower) : bytes, texts[i]);
	});
	let bucket = 0;
	let next = 0;
	for (const [hashed, list] of byHash) {
		memory[grams + (hashed >> 3)] |= 1 << (hashed & 7);
		memory.writeUInt16LE(bucket, heads + hashed * 2);
		memory.writeUInt32LE(next, buckets + bucket * 8);
		memory.writeUInt32LE(list.length, buckets + bucket * 8 + 4);
		bucket++;
		for (const candidate of list) {
			const { literal } = candidate;
			writeCandidate(memory, candidates + next++ * candidateBytes, candidate, literals[literal], texts[literal]);
		}
	}
	kernel.configureGate(grams, quads, heads, buckets, candidates);
};
// src/detect/literals.ts
const noRun = {
	length: 0,
	of: "token",
	hasDigit: false
};
/** Longer anchors are looked for by their beginning: what a delta makes new is searched with a margin of the longest literal. */
const longest$5 = 24;
const longestImage = 20;
const longestRun = 24;
/** By how much the longest of some anchors is longer than the literal that stands for it. */
const cutBy = (anchors) => Math.max(0, ...anchors.map((anchor) => anchor.length - longest$5));
/** Bytes that decide whether a literal stands somewhere. */
const spanOf = ({ bytes, run }) => bytes.length + run.length;
const isSame = (a, b) => a.kind === "rule" && b.kind === "rule" && a.rule === b.rule || a.kind === "image" && b.kind === "image" && a.image.encoding === b.image.encoding && a.image.phase === b.image.phase;
const runOf = ({ run, runOf = "token", runHasDigit = false }) => run === 0 ? noRun : {
	length: Math.min(run, longestRun),
	of: runOf,
	hasDigit: runHasDigit
};
/** The literals of all rules and parsers, with the encoded images of the distinctive ones. */
const collectLiterals = (rules, parsers) => {
	const literals = /* @__PURE__ */ new Map();
	const add = (text, ignoreCase, target, run = noRun) => {
		const key = `${ignoreCase ? "i" : ""} ${run.length} ${run.of} ${run.hasDigit} ${text}`;
		const known = literals.get(key);
		if (known === void 0) literals.set(key, {
			bytes: Buffer.from(text, "latin1"),
			ignoreCase,
			run,
			targets: [target]
		});
		else if (!known.targets.some((other) => isSame(other, target))) known.targets.push(target);
	};
	const addImages = (text) => {
		for (const image of encodedImages(text)) add(image.text.slice(0, longestImage), false, {
			kind: "image",
			image
		});
	};
	rules.forEach((rule, index) => {
		for (const text of rule.anchors) {
			const run = text.length > longest$5 ? noRun : runOf(rule);
			add(text.slice(0, longest$5), rule.ignoreCase, {
				kind: "rule",
				rule: index
			}, run);
			if (rule.encoded) addImages(text);
		}
	});
	telltaleWords.forEach(addImages);
	parsers.forEach((parser, index) => {
		for (const text of parser.anchors) {
			add(text.slice(0, longest$5), false, {
				kind: "parser",
				parser: index
			});
			addImages(text);
		}
	});
	return [...literals.values()];
};
// src/detect/gate.ts
/** Hits and regions of one content for which there is room at first, and at most: only hostile contents hold so many anchors. */
const firstCapacity = 1 << 17;
const lastCapacity = 1 << 24;
const hitBytes = 8;
const regionBytes = 16;
const nowhere = 4294967295;
const special = 2147483648;
const isSpecial = ({ targets }) => targets.some(({ kind }) => kind !== "rule");
const rulesOf = ({ targets }) => targets.flatMap((target) => target.kind === "rule" ? [target.rule] : []);
/** A literal may be the beginning of an anchor only: the window reaches that much further. */
const afterOf = ({ window, anchors }) => window.after + cutBy(anchors);
/** What may join a region, and what judges read around it. */
const reachesOf = (rules, literals, read) => {
	const spans = new Uint32Array(rules.length);
	for (const literal of literals) for (const rule of rulesOf(literal)) spans[rule] = Math.max(spans[rule], spanOf(literal));
	return spans.map((span, i) => {
		const joining = rules[i].anchored === true ? 0 : rules[i].window.before + afterOf(rules[i]) + span;
		return Math.max(joining, read(rules[i]));
	});
};
/** Writes who asked for each literal, and the rules' windows, as src/kernel/assembly/visit.ts reads them. */
const writeRules = (kernel, literals, rules, reaches) => {
	const { heap } = kernel;
	const lists = literals.map(rulesOf);
	const table = heap.allocate(literals.length * 16 + 16);
	const ruleList = heap.allocate(lists.reduce((sum, list) => sum + list.length, 0) * 4 + 4);
	const ruleTable = heap.allocate(rules.length * 32 + 32);
	const open = heap.allocate(rules.length * 4 + 4);
	const words = new Uint32Array(heap.bytes().buffer);
	let next = 0;
	literals.forEach((literal, i) => {
		const list = lists[i];
		const count = list.length + (isSpecial(literal) ? special : 0);
		words.set([
			literal.bytes.length,
			spanOf(literal),
			next,
			count
		], table / 4 + i * 4);
		words.set(list, ruleList / 4 + next);
		next += list.length;
	});
	rules.forEach((rule, i) => {
		const row = [
			rule.window.before,
			afterOf(rule),
			reaches[i],
			0,
			0,
			0,
			0,
			rule.anchored === true ? 1 : 0
		];
		words.set(row, ruleTable / 4 + i * 8);
	});
	const longest = literals.reduce((length, literal) => Math.max(length, spanOf(literal)), 1);
	kernel.configureRules(table, ruleList, ruleTable, open, longest);
};
const tableSizes = (capacity) => ({
	fresh: capacity * hitBytes,
	hits: capacity * hitBytes,
	origins: capacity * 4,
	regions: capacity * regionBytes
});
const makeTables = ({ heap, configureResults }, capacity, old) => {
	if (old !== void 0) for (const [name, size] of Object.entries(tableSizes(old.capacity))) heap.free(old[name], size);
	const sizes = tableSizes(capacity);
	const tables = {
		capacity,
		fresh: heap.allocate(sizes.fresh),
		hits: heap.allocate(sizes.hits),
		origins: heap.allocate(sizes.origins),
		regions: heap.allocate(sizes.regions)
	};
	configureResults(tables.fresh, tables.hits, tables.origins, tables.regions, capacity);
	return tables;
};
/** Compiles literals and windows into a gate: one per kernel. `read` tells how far around a region a rule's judges look for every verdict. */
const createGate = (kernel, literals, rules, read) => {
	const reaches = reachesOf(rules, literals, read);
	writeLiterals(kernel, literals);
	writeRules(kernel, literals, rules, reaches);
	let tables = makeTables(kernel, firstCapacity);
	const isSpecialLiteral = Uint8Array.from(literals, (literal) => isSpecial(literal) ? 1 : 0);
	const regions = () => {
		const count = kernel.regionCount();
		const words = new Uint32Array(kernel.heap.bytes().buffer, tables.regions, count * 4);
		const found = [];
		for (let i = 0; i < words.length; i += 4) {
			const region = {
				rule: words[i],
				start: words[i + 1],
				end: words[i + 2]
			};
			const at = words[i + 3];
			found.push(at === nowhere ? region : {
				...region,
				at
			});
		}
		return found;
	};
	const specialAmong = (count) => {
		const words = new Uint32Array(kernel.heap.bytes().buffer, tables.hits, count * 2);
		const found = [];
		for (let i = 0; i < words.length; i += 2) if (isSpecialLiteral[words[i]] === 1) found.push({
			literal: words[i],
			offset: words[i + 1]
		});
		return found;
	};
	const lookOf = (hitCount) => ({
		hitCount,
		hasSpecial: kernel.hasSpecial() !== 0,
		regions,
		special: () => specialAmong(hitCount),
		keep: (address) => void kernel.heap.bytes().copyWithin(address, tables.hits, tables.hits + hitCount * hitBytes)
	});
	const nothing = {
		hitCount: 0,
		hasSpecial: false,
		regions: () => [],
		special: () => [],
		keep: () => {}
	};
	const look = (address, size, origin) => {
		const count = origin === void 0 ? kernel.visitContent(address, size, 0, 0, 0, 0, -1) : kernel.visitContent(address, size, origin.hits, origin.hitCount, origin.size, origin.segments, origin.segmentCount);
		if (count < 0) return void 0;
		return count === 0 ? nothing : lookOf(count);
	};
	const grow = () => {
		if (tables.capacity >= lastCapacity) return false;
		tables = makeTables(kernel, tables.capacity * 8, tables);
		return true;
	};
	return {
		look,
		grow,
		reaches
	};
};
// src/detect/inheritance.ts
const inserted = 4294967295;
const firstFrom = (carried, start) => {
	let low = 0;
	let high = carried.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (carried[middle].start < start) low = middle + 1;
		else high = middle;
	}
	return low;
};
/**
* The base's verdicts that a content inherits, by the same rule as the kernel's (`isInherited` in src/kernel/assembly/visit.ts): a copy
* carried the stretch over with `reach` bytes on either side, or the content begins or ends there as its base did.
*/
const inherit = (base, { segments, size, baseSize }, { near, far }) => {
	const found = [];
	for (let i = 0; i < segments.length; i += 3) {
		const [offset, from, length] = [
			segments[i],
			segments[i + 1],
			segments[i + 2]
		];
		if (from === inserted) continue;
		const stop = from + length;
		const begins = offset === 0 && from === 0;
		const ends = offset + length === size && stop === baseSize;
		const covers = ({ start, end }, reach) => (begins || start - reach >= from) && (ends || end + reach <= stop);
		for (let c = firstFrom(base, from); c < base.length && base[c].start < stop; c++) {
			const carried = base[c];
			if (carried.end <= stop && covers(carried, near(carried.task))) found.push({
				carried,
				moved: offset - from,
				withSurroundings: covers(carried, far)
			});
		}
	}
	return found;
};
const movedMatch = (match, by) => ({
	...match,
	start: match.start + by,
	end: match.end + by
});
/** A verdict as it stands in a content to which it moved. */
const movedBy = (carried, by) => by === 0 ? carried : {
	...carried,
	start: carried.start + by,
	end: carried.end + by,
	matches: carried.matches.map((match) => movedMatch(match, by)),
	...carried.at === void 0 ? {} : { at: carried.at + by },
	...carried.anchors && { anchors: carried.anchors.map(({ at, image }) => ({
		at: at + by,
		image
	})) }
};
// src/detect/pairs.ts
const compiled = /* @__PURE__ */ new WeakMap();
const patternOf = (pair) => {
	const known = compiled.get(pair);
	if (known !== void 0) return known;
	const pattern = new RegExp(pair.expression, pair.ignoreCase ? "dgi" : "dg");
	compiled.set(pair, pattern);
	return pattern;
};
/** The nearest other half within reach, before or after the secret. */
const nearest$1 = (pair, content, start, end) => {
	const from = Math.max(0, start - pair.within);
	const text = content.toString("latin1", from, end + pair.within);
	let best;
	let bestGap = Number.POSITIVE_INFINITY;
	for (const found of text.matchAll(patternOf(pair))) {
		const [first, last] = found.indices?.groups?.["id"] ?? found.indices[0];
		const gap = Math.max(from + first - end, start - (from + last));
		if (gap < 0 || gap >= bestGap) continue;
		best = text.slice(first, last);
		bestGap = gap;
	}
	return best;
};
/**
* The other halves of a rule's secret at a place. Undefined where one is missing that the rule cannot do without: then it
* is no credential.
*/
const halvesAround = (rule, content, start, end) => {
	const facts = {};
	let severity;
	for (const pair of rule.pairs ?? []) {
		const half = nearest$1(pair, content, start, end);
		if (half === void 0 && pair.required) return void 0;
		if (half === void 0) continue;
		facts[pair.as] = pair.secret ? true : half;
		severity ??= pair.severity;
	}
	severity ??= Object.keys(facts).length === 0 ? rule.lone : void 0;
	return {
		facts,
		...severity === void 0 ? {} : { severity }
	};
};
/** Index of the first of ascending matches that ends after an offset. */
const firstEndingAfter = (matches, offset) => {
	let low = 0;
	let high = matches.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (matches[middle].end > offset) high = middle;
		else low = middle + 1;
	}
	return low;
};
const joinedTo = ({ pair, matches }, half) => {
	for (let i = firstEndingAfter(matches, half.start - pair.within); i < matches.length; i++) {
		const match = matches[i];
		if (match.start - half.end > pair.within) return void 0;
		if (match.facts[pair.as] === (pair.secret ? true : half.secret)) return match;
	}
};
/**
* Drops the halves that a match of another rule has joined to itself, so that a pair is one finding; what they say of
* themselves goes to that match.
*/
const createPairing = (rules) => {
	const pairs = rules.flatMap(({ id, pairs = [] }) => pairs.map((pair) => ({
		id,
		pair
	})));
	const halves = new Set(pairs.flatMap(({ pair }) => pair.check ?? []));
	const joinIn = (matches) => {
		const ascending = [...matches].sort((a, b) => a.start - b.start || a.end - b.end);
		const joined = pairs.map(({ id, pair }) => ({
			pair,
			matches: ascending.filter(({ check, facts }) => check === id && facts[pair.as] !== void 0)
		}));
		const told = /* @__PURE__ */ new Map();
		return ascending.filter((half) => {
			const owners = joined.flatMap((one) => one.pair.check === half.check ? joinedTo(one, half) ?? [] : []);
			for (const owner of owners) told.set(owner, {
				...half.facts,
				...told.get(owner),
				...owner.facts
			});
			return owners.length === 0;
		}).map((match) => told.has(match) ? {
			...match,
			facts: told.get(match)
		} : match);
	};
	return (matches) => matches.some(({ check }) => halves.has(check)) ? joinIn(matches) : matches;
};
// src/detect/walks.ts
const reversed = (text) => [...text].reverse().join("");
/** Orders that fingers and people follow: alphabet, digits, rows, columns and zigzags of keyboards. */
const paths = [
	"abcdefghijklmnopqrstuvwxyz",
	"01234567890",
	"qwertyuiop",
	"qwertzuiop",
	"azertyuiop",
	"asdfghjkl",
	"zxcvbnm",
	"qazwsxedcrfvtgbyhnujmikolp",
	"1q2w3e4r5t6y7u8i9o0p",
	"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik"
].flatMap((path) => [path, reversed(path)]);
/** Pairs of neighbours on some path: most positions of a token begin none. */
const steps = new Set(paths.flatMap((path) => [...path].slice(1).map((char, i) => path[i] + char)));
/** How many characters from `at` on follow one path. */
const walkFrom = (lower, at) => {
	let longest = 1;
	for (const path of paths) {
		const start = path.indexOf(lower[at]);
		if (start === -1) continue;
		let length = 1;
		while (start + length < path.length && lower[at + length] === path[start + length]) length++;
		longest = Math.max(longest, length);
	}
	return longest;
};
/** Lengths of the stretches of four and more characters that follow a path, from left to right. */
const walkLengths = (text) => {
	const lower = text.toLowerCase();
	const lengths = [];
	for (let at = 0; at + 3 < lower.length;) {
		const length = steps.has(lower.slice(at, at + 2)) ? walkFrom(lower, at) : 1;
		if (length >= 4) lengths.push(length);
		at += length >= 4 ? length : 1;
	}
	return lengths;
};
// src/detect/placeholder.ts
/** Shannon entropy in bits per character. */
const entropy = (text) => {
	const counts = /* @__PURE__ */ new Map();
	for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
	let bits = 0;
	for (const count of counts.values()) bits -= count / text.length * Math.log2(count / text.length);
	return bits;
};
/** Longer than any filler, as texts of several lines are: keys in armour and documents, in which short marks have other reasons. */
const longText = 512;
/** What a filler is, its beginning tells. */
const longest$4 = 16384;
/**
* Fillers that may stand anywhere in a value. Six letters of either case occur in a random base62 token of 40 about once
* in 10^7, so each word here costs next to nothing; shorter ones are asked for as words of their own, below.
*/
const fillers$1 = /example|placeholder|change.?(?:me|this|it\b)|replace.?(?:me|this|with)|redacted|dummy.?|sample|insert.?(?:your|here|key|token)|(?:put|enter|add|paste).?your|your.?(?:own|key|token|secret|password|passwd|api|access|client|auth|app|account|project|private|company|domain|user)|goes.?here|not.?(?:a.?)?(?:real|secret)|removed.?for|fill.?(?:me|this|in)|to.?be.?(?:set|filled|defined|replaced)|some.?(?:secret|password|token|random)|my.?(?:secret|password|token|api.?key|passwd)|secret.?key.?here|lorem.?ipsum|deadbeef|cafebabe|c0ffee|foobar/i;
/** Short words that mark a filler when nothing but the ends or punctuation stands around them. */
const shortFillers = /(?:^|[^A-Za-z0-9])(?:your|fake|todo|fixme|tbd|n\/a|xxx+|foo|bar|baz|mock|here|hidden|secret[-_ ]?here|none|null|nil|undefined|empty|unset)(?=$|[^A-Za-z0-9])/i;
/** Masks and ellipses. `•`, `●` and `…` are read as Latin-1 here, three characters each. */
const masks$1 = /\*{3}|\.{3}|_{4}|#{4}|xxxx|XXXX|\?{3}|(?:\xe2\x80\xa2){2}|(?:\xe2\x97\x8f){2}|\xe2\x80\xa6|[•●]{2}|…/;
const templates$1 = [
	/^<[^<>]*>$|^\[[^[\]]*\]$|^\{[^{}]*\}$|^%[A-Za-z_]\w*%$|^\$[A-Za-z_]\w*$|^@[A-Za-z_.]+@$|^__\w+__$|^:[a-z_]+$/,
	/<[A-Za-z][\w .-]+>|\{\{[- ]*[\w.$]|(?:\$\{|\$\(|#\{|<%|%\{|\$\[)[-= !]*\w{2}|\{\d?\}|%\([A-Za-z_]\w*\)s|\{[a-z_][\w.:-]+\}/,
	/(?:^|[^A-Za-z0-9%])%[sdvqx@](?=$|[-_:/. ])/
];
const lookups = /process\.env\b|import\.meta\.env|os\.environ|\bgetenv\b|\bENV\[|\$env:|\$_(?:ENV|SERVER)\b|\bSystem\.getProperty|\bstd::env\b|\b(?:secrets|vars|env|var|local|inputs|values)\.[A-Za-z_]/i;
/** Words that fillers are made of. A value of nothing else is nobody's key. */
const fillerWords = new Set("a access admin an and api app auth basic bearer bot client code config credential credentials data database db default demo dev development doc docs empty enter env fake false field foo for from get hello here hidden id in invalid is it key keys localhost login local me mock my name new no not null of old or pass passphrase passwd password private prod production public pwd random real root secret secrets service session set some staging string super temp temporary test testing tests text the this to token tokens top true type undefined unknown use user username valid value var very with world your abc bar baz qux x y".split(" "));
/** Words that mark a made-up value even when digits follow: a password may be `admin123`, a key is never `test123`. */
const madeUpWords = /^(?:test|testing|example|sample|dummy|fake|foo|bar|baz|my|your|mock|demo|abc|some|invalid|the|this)$/;
/** Words and numbers of a name in whatever case it is written, in lower case. */
const partsOf = (text) => text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g)?.map((part) => part.toLowerCase()) ?? [];
const isFillerWord = (word) => fillerWords.has(word);
const isMadeOfFillerWords = (text) => {
	if (!/^(?=.*[A-Za-z])[\w .:/-]+$/.test(text)) return false;
	const parts = partsOf(text);
	const words = parts.filter((part) => !/^\d/.test(part));
	if (words.join("").length < .6 * parts.join("").length || !words.every((word) => fillerWords.has(word))) return false;
	return words.length === parts.length || words.some((word) => madeUpWords.test(word));
};
/** The shortest length after which a text repeats itself, a last repetition cut short included; linear (Knuth, Morris, Pratt). */
const periodOf = (text) => {
	const border = new Uint32Array(text.length);
	for (let i = 1, length = 0; i < text.length; i++) {
		while (length > 0 && text[i] !== text[length]) length = border[length - 1];
		if (text[i] === text[length]) length++;
		border[i] = length;
	}
	return text.length - border[text.length - 1];
};
/** A unit of up to eight characters three times and more, or a longer one twice: no random token of 16 repeats itself. */
const isRepetitive = (text) => {
	const times = text.length / periodOf(text);
	return times >= 3 || times >= 2 && text.length >= 16 || /(.)\1{7}/s.test(text);
};
const hasFewCharacters = (text) => {
	const distinct = new Set(text).size;
	return distinct <= 2 || text.length >= 12 && distinct <= 3 || text.length >= 24 && distinct <= 5;
};
/** Sequences (`abcdefgh`, `87654321`) and keyboard walks (`qwertz`, `1q2w3e4r`): eight in a row, or most of the value. */
const isWalk = (text) => {
	const lengths = walkLengths(text);
	const covered = lengths.reduce((sum, length) => sum + length, 0);
	return Math.max(0, ...lengths) >= 8 || covered > 0 && covered >= .6 * text.replace(/[^A-Za-z0-9]/g, "").length;
};
/** What documentation writes in a value's place: fillers, slots, look-ups, masks, and words that mean nothing. */
const isFillerText = (secret) => hasFewCharacters(secret) || fillers$1.test(secret) || shortFillers.test(secret) || masks$1.test(secret) || templates$1.some((template) => template.test(secret)) || lookups.test(secret) || isMadeOfFillerWords(secret);
/**
* Whether a value stands for a secret instead of being one: documentation's fillers, template slots, look-ups of the
* environment, masks, runs, sequences, keyboard walks. Of random tokens of 32 characters and more it calls fewer than
* one in 10,000 a filler (`placeholder.test.ts`).
*/
const isPlaceholder = (secret) => {
	if (secret.trim() === "") return true;
	if (isRepetitive(secret.slice(0, longest$4))) return true;
	if (secret.length > longText || /[\r\n]/.test(secret)) return /example|placeholder|redacted|\.{3}|\{\{|\$\{/i.test(secret);
	return isFillerText(secret) || isWalk(secret);
};
/** The same of a password that somebody chose: a walk over the keyboard is a poor one, and one all the same. */
const isPasswordPlaceholder = (password) => !(/[0-9]/.test(password) && isWalk(password)) || isFillerText(password) ? isPlaceholder(password) : false;
// src/detect/generic/example-text.ts
const nearBack = 1e3;
/** Python's names for documentation that tools read, as the modules of Ansible and Salt carry it. */
const documentationNames = [
	"EXAMPLES",
	"DOCUMENTATION",
	"RETURN",
	"__doc__"
];
const opening$1 = /^\w+\s{0,2}=\s{0,2}[rbu]{0,2}("""|''')/;
const blocksNamed = (content, name) => {
	const blocks = [];
	for (let at = content.indexOf(name); at !== -1;) {
		const found = opening$1.exec(content.toString("latin1", at, at + 40));
		const start = at + (found?.[0].length ?? name.length);
		const close = found === null ? start : content.indexOf(found[1], start);
		const end = close === -1 ? content.length : close;
		if (found !== null) blocks.push([start, end]);
		at = content.indexOf(name, end);
	}
	return blocks;
};
/** A content with many candidates is searched for documentation once. */
const known$4 = /* @__PURE__ */ new WeakMap();
const documentationOf = (content) => {
	const blocks = known$4.get(content) ?? documentationNames.flatMap((name) => blocksNamed(content, name)).sort(([a], [b]) => a - b);
	known$4.set(content, blocks);
	return blocks;
};
/** Blocks of one name do not overlap; of two names, the later start is the inner one. */
const isInDocumentation = (content, offset) => {
	const blocks = documentationOf(content);
	let low = 0;
	let high = blocks.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (blocks[middle][0] <= offset) low = middle + 1;
		else high = middle;
	}
	return low > 0 && offset < blocks[low - 1][1];
};
const near = /\bexamples?["']?\s{0,4}[:=]|\.\. code-block::|\bexample\b[^\n]{0,80}:\s{0,4}\n|@example\b|\be\.g\.|\bdescription["']?:\s{0,4}\|[^\0]*```/i;
/** A doc comment, a session of a shell, a sample that is commented out, JSON in a comment: an answer of some service. */
const shown = /(?:^|\\n)\s*(?:(?:\*|\/\/\/|>>>|\.\.\.|#\s+)\s(?:(?!\\n).)*|(?:\/\/|#)\s[^=]*["'])$/;
/** Whether what stands at an offset is shown as an example: an OpenAPI example, a documentation string, a doc comment. */
const isInExample = (content, offset, lineBefore) => shown.test(lineBefore) || near.test(content.toString("latin1", Math.max(0, offset - nearBack), offset)) || isInDocumentation(content, offset);
// src/detect/generic/harmless-value.ts
/** Shapes of values that are no secrets, whatever they are called. Each line says what it is. */
const shapes$1 = [
	/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
	/^(?:sha(?:1|224|256|384|512)|md5|blake2b?|blake3|h1|scram-sha)[-:_]/i,
	/^(?:\$(?:2[abxy]?|\d|y|argon2\w*|pbkdf2[\w-]*|scrypt|apr1|P|S|H)\$|\{(?:S?SHA\d*|S?MD5|CRYPT|BCRYPT)\}|pbkdf2[_:])/i,
	/^[a-z][a-z0-9+.-]*:\/\//i,
	/^(?:\.{0,2}\/|~\/|[A-Za-z]:[\\/])/,
	/^[\w.-]+(?:\/[\w.-]+)*\.(?:[cm]?[jt]sx?|json|ya?ml|pem|key|crt|cer|txt|go|py|rb|java|php|html?|css|md|conf|cfg|ini|env|sh|svg|png|proto|toml|xml)$/i,
	/^(?:arn:|projects\/|vault:|secret\/|kv\/|op:\/\/|ssm:|sm:|ref\+|env:|file:|data:|ENC[[(]|AQICAH|urn:|base64:$)/i,
	/^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-|AAAA[BCE]3Nza|MII[A-Z]|-----|iVBORw0|R0lGOD|\/9j\/|PHN2Zy|eyJ)/,
	/^(?:\d+|(?=.*[.,\s-])[MmLlHhVvCcSsQqTtAaZz0-9.,\s-]+)$/,
	/^0x(?![0-9a-f]{64}$)[0-9a-f]+$/i,
	/\$\{|\{%/,
	/^\w+:\$\w+\$/,
	/^#?[0-9a-fA-F]{3,8}$/,
	/^(?:[\^~<>=v]|>=|<=)*\d+\.\d+/,
	/^\^.*\$$/,
	/^["'`]\$\{?\w+\}?["'`]$/,
	/^\+.*\+$/,
	/^\d{1,4}([-/.:])\d{1,4}(?:\1\d{1,4})*/,
	/^[\w.+-]+@[\w-]+\.[\w.]+$/,
	/\w\(|\)\s*[;,]?$|=>|->|::|&&|\|\||\(\)|\[\w+\]|\[['"]|\.\*|\\[dwsnrtu]|\^\[|\[a-z|\[\^|<\/?\w|\/>/i,
	/^(?:true|false|yes|no|on|off|null|nil|none|undefined|string|boolean|number|int|integer|object|array|any|required|optional|self|this|default|always|never|auto|hidden|text)\b/i,
	/^[A-Za-z]\w*(?:\|[A-Za-z]\w*)+;?$/,
	/^--?[a-z]|\w=[A-Za-z]/,
	/^\$?[A-Za-z_]+\d?(?:\.[$@A-Za-z_]+\d?)+$/,
	/[^\x20-\x7e]/
];
/** YAML's anchors, tags and blocks, and decorators. */
const marked = /^[&*!|>@]/;
const number$2 = /^\d{6,12}$/;
/** Whether a value is known to be something other than a secret: a digest, a reference, code, a path, a translation. */
const isHarmless = (value) => marked.test(value) || shapes$1.some((shape) => shape.test(value));
/** The same of a password: any may be a number, and one in quotes may begin with a mark. */
const isHarmlessPassword = (value, quoted) => !number$2.test(value) && (!quoted && marked.test(value) || shapes$1.some((shape) => shape.test(value)));
const digestContext = /sha-?\d|\bsha\b|md5|checksum|digest|integrity|commit|revision|\brev\b|etag|fingerprint|\bhash|nonce|thumbprint|\buses:|public.?key|pub.?key|csrf|xsrf|contract|0x$/i;
/** Whether a line speaks of digests, so that a hexadecimal value on it is one. */
const isDigestBeside = (line, value) => /^(?:0x)?[0-9a-f]+$/i.test(value) && digestContext.test(line);
// src/detect/generic/key-name.ts
const ends = {
	password: /(?:passw(?:or[dt]|d)|passphrase|passcode|pwd|identifiedby|senha|contrase(?:na)?|contrase\xf1a|kennwort|wachtwoord|haslo|motdepasse)$|^pw$|^(?:\w*(?:user|db|admin|root|sql|smtp|mail|ftp|ssh|bind|redis|auth|login|key|store|my|app|http|proxy|ldap|imap|rpc|wifi|pg|web|api|svc|sudo|require|vnc|new|old|cert|default))?pass$/,
	key: /(?:secret|token|credentials?|(?:api|access|auth|app|application|account|private|encryption|crypt|crypto|signing|signature|master|shared|storage|secret|client|hmac|jwt|session|cookie|aes|subscription|consumer|license|validation|decryption|deploy|service|webhook|integration|write|ingest|admin|root|server)keys?)$/
};
/** Words after the secret's name that leave it one: copies, stages, encodings, numbers. */
const harmless$1 = /^(?:value|val|default|string|str|raw|plain|plaintext|clear|text|b64|base64|hex|old|new|current|previous|prev|prod|production|prd|dev|development|stage|staging|stg|live|local|sandbox|uat|qa|ci|main|primary|secondary|backup|base|enc|key|v|env|here|\d+)$/;
/** Words after the secret's name that make its value something else. */
const others$1 = /^(?:s|type|types|id|ids|name|names|path|paths|file|files|filename|dir|folder|url|urls|uri|uris|endpoint|host|field|fields|label|labels|title|message|messages|msg|error|errors|placeholder|hint|help|description|desc|prompt|question|regex|regexp|pattern|format|length|len|size|min|max|count|counts|num|number|expiry|expires|expire|expired|expiration|ttl|lifetime|age|timeout|duration|interval|date|time|at|policy|policies|rule|rules|column|header|headers|prefix|suffix|class|style|icon|selector|input|inputs|event|action|state|status|mode|kind|version|algorithm|alg|hash|hashed|hashes|digest|checksum|sha|md5|fingerprint|arn|ref|refs|reference|var|variable|param|params|parameter|parameters|arg|argument|option|options|config|template|example|schema|property|properties|attribute|attr|element|node|list|map|array|table|index|position|pos|offset|start|end|begin|range|scope|scopes|audience|issuer|owner|user|username|email|provider|providers|source|store|storage|manager|service|factory|handler|helper|generator|validator|strength|score|required|enabled|disabled|enable|disable|allowed|visible|visibility|reset|recovery|change|changed|confirmation|confirm|verification|request|response|result|callback|function|func|method|page|screen|view|dialog|form|button|link|izer|izers|ize|izing|kinds|names|stream|parser|scanner|symbol|symbols|separator|delimiter|less|word|words|through|port|ed|ing|es|age|ive|able|set|get|contract|address|mint|rotation|cache|group|groups|encoding|engine|binding|usage|limit|limits|metadata|annotation|env|placeholder|mask|masked|char|chars|character|literal|is|not)$/;
/** Words anywhere in a name that say that its value is shown to everybody. */
const publicWords = /^(?:public|pub|csrf|xsrf|csrfmiddleware|next|page|pagination|continuation|continue|cursor|max|min|num|has|is|no|show|hide|toggle|forgot|forgotten|invalid|missing|wrong|bad|expected|hashed|encrypted|hash|sealed|syntax|lex|design|total|count|completion|cached|compass|bypass|bypassed|sync|publishable|anon|site|recaptcha|sitekey|example|sample|dummy|fake|mock|label|placeholder|regex|err|error|unexpected|idempotency|primary|foreign|unique|partition|sort|row|i18n|msg|translation|client_id|integrity|sha|md5|checksum|digest|commit|etag|revision|rev)$/;
/** Index after the last word of the part of a name that names a secret; -1 without one. Words may be glued: `dbpassword`. */
const endOfSecret = (words, kind) => {
	for (let end = words.length; end > 0; end--) {
		const joined = words.slice(Math.max(0, end - 2), end).join("");
		if (ends[kind].test(words[end - 1]) || ends[kind].test(joined)) return end;
	}
	return -1;
};
/** Judges a name as it stands in source or configuration, such as `DB_PASSWORD`, `spring.mail.password`, `apiKey`. */
const nameStrength = (name, kind) => {
	if (/^(?:OLD)?PWD$/.test(name)) return "none";
	const words = partsOf(name.replace(/(?:^|[_.-])(?:API|Api)(?=[A-Z_-])/g, "_api_"));
	const end = endOfSecret(words, kind);
	if (end === -1 || words.some((word) => publicWords.test(word))) return "none";
	const tail = words.slice(end);
	if (tail.some((word) => others$1.test(word))) return "none";
	return tail.every((word) => harmless$1.test(word)) ? "strong" : "weak";
};
/** The class of a character code: 0–25 lower case, 26–51 upper case, then digits, then the rest. */
const classOf = (code) => {
	if (code >= 97 && code <= 122) return code - 97;
	if (code >= 65 && code <= 90) return code - 65 + 26;
	return code >= 48 && code <= 57 ? 52 : 53;
};
// src/detect/identifier-model.ts
/** Written by bench/train-identifier-model.ts from 259588 distinct words; one row for each preceding class. */
const identifierTable = [
	"9-+,22,9-93)++>,;*+(-211/5::6:9:<::?:99:<8<978<;:?@@4.",
	")213*565,,4'20+26.-2*678-95747678847585873:635899:<;/)",
	"*8.5)36*.:*,17(38+/).79:/;594787996<576685<44599:=>>2+",
	"*/1,'618*15.24,1=--3.567/;02.102531822221070/0343;;;1)",
	"-3++2.18597+-*3/0()*500-/:24032385186333419112555>>>4*",
	"*734+-08&96-64)76..-/:6;/;794878974:976576;636999=9<0)",
	".854&7./);:/1,-3=++/.:5:5634021175184233327112445:893)",
	")504(7::(:7304)58/.--77:0624.112541:5113217//0445::62*",
	"..+,,.+<::4+-().6-**8.=0=/==7<=;==:>:<==;:>:8;?>=?AB8/",
	")444'445/83435*454'7.4.66445355556545555554645746556/+",
	"/151%207*86120/274,0-0195913/122640741133170./355;992)",
	"*26,',46);4+77*1:7.++27</;442544674:754453;423765><>5+",
	").60'32:+;70-1)*:8-3/8:<194323445637744553:314567<;<3+",
	"+9,**+*6-6002/-1:5*(0/5;4;451323752;7434429211555;?=5+",
	"00,+73.:05-+,'.,>(-,+/.2696866789:89;78897=5468:9?@<7.",
	")53.(620,:1*56),9*-*-47<0<362354883;844563:323767===3+",
	"45144654676*32435204$6555744324434366743445333557556/*",
	"*6..(2.9*=/0-/*2=-++0/4=-<341324762;635342;313555<==4+",
	".5.5(35-+;0255.-32+'-5170<3413237637633342;222555>=94(",
	"*6/3(47*)>:235+2=,,./915-:11/11254094222308000434;=<4*",
	"/,//*1-<,;8),)1+=**(7:<2;8;<::=<;;;<<;<<>;<;;:=?<;==62",
	"(816&649(;8345,6853776778:773556:96:6767759544928:99+,",
	")752+540)8225+(7:+,286/68902-111430540023/50/01338791*",
	"/6-4+385+775225'965'7970-62303225529/243129200434989.)",
	"1125-554298-/,3(<3*-560975/0.00054-62/0/1/6.-.122::61(",
	")154%141,52211+46433/547-124374545254535526555443564.-",
	"83**6007899*3+6.9,.,*139:51/,/33/7073,--7-2-.+.42235/0",
	"(877,9.5+68,96+47-32)766)7-202/435035+46045013/54737/-",
	"*9::-32+3:9*18&4:,420:7<78.52306601:0/35.0801.359:782/",
	")699'958)5:875*8:,07.9682:.-/1+354.6323//24/.31578590,",
	"0:41947::99..(830*358-7)9:/2,.3/26577-/,103+,.83401:/*",
	"+763.867'88+60(69*26+64877,7241/77+97165.652/2287858//",
	"-746'775078/75/48*752825730401+62'-75340007-/31547660,",
	")746(868.78556)65751156628+4/6.7670653/4.4421-186856/'",
	"470+81477:98+'61:6+-9979;80//)/104376.0+-+70..5/839321",
	"/2230143/43333)133*3.30423.023-431130342/112&112.231,2",
	"3454%465*656221666651066672113*444-653223263122.5674.-",
	"+:73*979(>9997'998288:<998.32.*425,75.46-272.-046837/-",
	"'788(268+:5677(:9707-87929,122,/59.95014..65034677580.",
	"'997(577388788(99817-94798-40..0.7073332-373+,2057591,",
	"8,178-7728224,4(:+53,.298722--52/7.6/..*//8*-..105772.",
	"'<99,963.82+99)69(34-.9949-505.534.92/54/17-100579592.",
	"32120214323243132113%32333.100-222041*13211/24+203/3+/",
	"+:38%:782;885:*98958,9879:.421,328-94-11.190-01338192-",
	"/6.8(:9.+:3162.-666',60:-;/500,530-:3324/121.-2433492,",
	"+8::'89/+=::4:):9,842943*:.715,47/-:8.48-/9/..2958/83,",
	"84646767/6636(6)6.(0675667101/04/6-96+0,2.5*-,06636501",
	"&766(556+65347*48656544554*544+433.69213325444555555,0",
	"*647.64/&74664,76(65565676-6540434061130/451.2445465./",
	"/2141/20322104021112121120-1,/+.01-12//0.,11-+013-+0*)",
	"0213,122031313032213212314,01//2211121//0)11*-3201/0,'",
	"/200)/20.02012*10102001110.112*1/0,01/100.0./0/00001)-",
	"0000004344442244433343434412122234243323324323333444%(",
	",.*,---/,21---.,4,*+//056702.001020651102/8/..23299:/K"
].join("");
// src/detect/randomness.ts
/** Bits of surprise of each pair of classes, from the printable table. */
const bits = Float64Array.from(identifierTable, (char) => (char.charCodeAt(0) - 35) / 2);
/** A digit's class says nothing of which digit it is. */
const bitsOfDigit = Math.log2(10);
/** The least bits that a character drawn at random from the smallest common alphabet of the text carries. */
const alphabetBits = (text) => {
	if (/^[0-9]+$/.test(text)) return Math.log2(10);
	if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text)) return 4;
	if (/^(?:[0-9a-z_-]+|[0-9A-Z_-]+)$/.test(text)) return Math.log2(36);
	return 6;
};
/**
* How much likelier a text is as random characters than as something that people name things, in bits: positive for
* keys and tokens, negative for identifiers, words and paths. A likelihood ratio of two models: characters drawn evenly
* from the text's alphabet, and the pairs of characters of identifiers (`bench/train-identifier-model.ts`).
*/
const randomness = (text) => {
	let surprise = 0;
	let previous = 53;
	for (let i = 0; i < text.length; i++) {
		const next = classOf(text.charCodeAt(i));
		surprise += bits[previous * 54 + next] + (next === 52 ? bitsOfDigit : 0);
		previous = next;
	}
	return surprise - text.length * alphabetBits(text);
};
// src/detect/generic/passphrase.ts
/** Words of sentences and of labels: who writes them writes to people. */
const prose = /^(?:the|your|our|a|an|is|are|be|must|should|please|enter|type|use|used|using|for|to|of|in|on|at|and|or|not|no|with|from|new|old|this|that|you|it|if|when|will|can|cannot|may|has|have|was|been|invalid|incorrect|wrong|missing|required|forgot|forgotten|reset|change|changed|confirm|confirmation|password|passwords|passphrase|secret|token|key|login|sign|user|username|field|value|string|text|characters?|letters?|digits?|show|hide|set|get|does|do|match|too|short|long|weak|strong|current|default|optional|file|name|by|as|an?)$/;
const fewestWords = 4;
const mostWords = 9;
/** `correct horse battery staple`: words in a row, without the ones that sentences and labels are made of. */
const isPassphrase = (value) => {
	const words = value.split(" ");
	return words.length >= fewestWords && words.length <= mostWords && words.every((word) => /^[a-z0-9][a-z0-9-]{1,14}$/.test(word) && !prose.test(word)) && new Set(words).size === words.length;
};
// src/detect/generic/password.ts
const classes$1 = [
	/[a-z]/,
	/[A-Z]/,
	/[0-9]/,
	/[^A-Za-z0-9_./: -]/
];
/** Kinds of characters in a text, of four: lower case, upper case, digits, other signs but those of names and paths. */
const classesIn = (text) => classes$1.filter((kind) => kind.test(text)).length;
/** Names with a number at the end (`input1`, `sha256`) and camel-cased or separated names without any. */
const isIdentifier$1 = (text) => /^[A-Za-z_$][A-Za-z_$.-]*\d?$/.test(text);
const signsForLetters = {
	"@": "a",
	"4": "a",
	"3": "e",
	"1": "i",
	"!": "i",
	"0": "o",
	"5": "s",
	$: "s"
};
/** `P@ssw0rd` as it is meant. */
const plain$2 = (text) => text.replace(/[@4310!5$](?=[A-Za-z@4310!5$])/g, (sign) => signsForLetters[sign]);
const isMadeOfFillers = (text) => {
	const words = partsOf(text).filter((part) => !/^\d/.test(part));
	return words.length > 0 && words.every(isFillerWord);
};
/** `admin123`, `Test1234!`, `P@ssw0rd`: a dictionary word and decoration. Somebody's password perhaps, an example more often. */
const isDecoratedWord = (text) => isMadeOfFillers(text) || isMadeOfFillers(plain$2(text).toLowerCase());
/** Capitals alone are read as if they were small: the model knows few words written so. */
const sameCase = (text) => /[a-z]/.test(text) ? text : text.toLowerCase();
/** Bits by which eight and more characters must look drawn at random before letters alone are a password. */
const randomEnough = 12;
/** A number, a walk over the keyboard: the passwords that are tried first, and in use all the same. */
const isPoor = (value) => /^\d{6,12}$/.test(value) || isWalk(value);
/** Whether characters look drawn at random, letters alone too. */
const isRandomPassword = (value) => value.length >= 10 && randomness(sameCase(value)) >= randomEnough;
const isWorthLittle = (value) => isPoor(value) || isDecoratedWord(value) || value.length < 8 || /passw|secret|token/i.test(value);
/**
* How sure a password that people choose is one, given that its name says so. Letters alone are a word or an identifier;
* undefined: no password.
*/
const passwordSeverity = (value, quoted) => {
	const kinds = classesIn(value);
	if (value.length < 5 || value.length > 128) return void 0;
	if (/\s/.test(value)) return isPassphrase(value) ? "low" : void 0;
	if (/^\d{6,12}$/.test(value)) return "low";
	if (isRandomPassword(value) && !isWalk(value)) return "medium";
	if (kinds < 2 || !/[^A-Za-z_./: -]/.test(value) || isIdentifier$1(value)) return void 0;
	if (isWorthLittle(value)) return "low";
	const digits = value.replace(/\D/g, "").length;
	return kinds >= 3 || digits >= 2 && (quoted || digits >= 3) ? "medium" : "low";
};
// src/detect/generic/configuration-shape.ts
/** Whether a name begins its line, or follows only what configuration and shells put before names. */
const startsLine = /^\s*(?:[-*+#]\s+|\/\/\s*)?(?:(?:export|set|setenv|local|declare|readonly|ENV|ARG|env)\s+|-D|-e\s+|--)?["']?$|^\s*(?:ENV|ARG|RUN|docker|kubectl|helm|export)\s.*\s$|^\s*machine\s.*\s$/;
/** An option of a command: `--password=`, `-Dkey=`, `--from-literal=password=`, `-e "KEY=`, `-passin pass:`. */
const isFlag = /(?:^|[\s"'`])(?:--[\w-]*=?|-D|-P|(?:-e|--env|--build-arg|--set|--set-string|--from-literal)[\s=]+["']?|-pass(?:in|out)?\s+)$/;
/** `- name: DB_PASSWORD`, the value on the line below it. */
const isNameBeforeValue = ({ before, separator }) => /^\s*(?:-\s+)?["']?(?:name|key|variable)["']?\s*[:=]\s*["']?$/i.test(before) && /\n\s*["']?value["']?\s*[:=]\s*$/i.test(separator);
/** `ansible_user=root ansible_ssh_pass=v`, `name=app password=v state=present`: pairs on a line, as inventories and libpq write them. */
const isAmongPairs = ({ before, separator, after }) => separator === "=" && !/[(,;&|<>"'`$]/.test(before + after) && (/(?:^|\s)[\w.-]+=\S+\s+$/.test(before) || /\s$/.test(before) && /^\s+[\w.-]+=\S/.test(after)) && /^(?:\s|$)/.test(after);
/** `PGPASSWORD=v psql …`: an assignment for one command. */
const isForCommand = ({ before, name, separator, after }) => separator === "=" && /^[A-Z][A-Z0-9_]+$/.test(name) && /(?:^|&&|\|\||[;|(`"'])\s*(?:sudo\s+|env\s+|(?:[A-Z][A-Z0-9_]*=\S+\s+))*$/.test(before) && /^\s+[\w./-]/.test(after);
/** `-H "X-Api-Key: v"`: a header is a text of its own. */
const isHeader = ({ before, separator, after }) => /^:[ \t]?$/.test(separator) && /["'`]$/.test(before) && after[0] === before.at(-1);
/** `?api_key=v&…`: a parameter of a URL. */
const isUrlParameter = ({ before, separator, after }) => separator === "=" && /:\/\/[^\s"'`<>]{3,}[?&](?:amp;)?$/.test(before) && /^(?:$|[&"'`\s<)\]\\])/.test(after);
/** Only a space between name and value. */
const isApart = ({ before, name, after }) => {
	if (/(?:^|[\s"'`])--?$/.test(before)) return /^(?:$|[\s"'`])/.test(after);
	if (!/^["']?\s*(?:$|#|\\$)/.test(after)) return false;
	if (/^\s*$/.test(before)) return /^(?:requirepass|masterauth)$/.test(name);
	return /^\s*(?:ENV|setx|set -\w+|machine\s.*)\s+$/.test(before);
};
/** Where a value without quotes may be one: the shape of .env, properties, YAML, Dockerfiles, shells, options and URLs. */
const hasConfigurationShape = (around) => {
	const { before, separator, after } = around;
	if (!/^["'\\]*(?:[ \t]*(?:=|:|:=|:-)[ \t]*(?:[>|][-+]?\s+)?|[ \t]+|[\s\S]*(?:value|default)["']?\s*[:=]\s*)$/i.test(separator)) return false;
	if (/\$\{$/.test(before)) return after.startsWith("}");
	if (isFlag.test(before)) return /^(?:$|[\s"'`])/.test(after);
	if (/^[ \t]+$/.test(separator)) return isApart(around);
	if (isAmongPairs(around) || isForCommand(around) || isUrlParameter(around) || isHeader(around)) return true;
	const endsLine = /^["']?\s*(?:$|#|;\s|\\$)/.test(after);
	if (isNameBeforeValue(around)) return endsLine;
	return startsLine.test(before) && (endsLine || /^\s*(?:ENV|RUN|export|docker)\s/.test(before));
};
// src/detect/generic/place.ts
/** Methods that turn a literal into another form of itself. */
const formOfItself = /^\\?["'`]\s*\.\s*(?:getBytes|freeze|encode|toCharArray|to_string|to_owned|into|as_bytes|as_str|trim|strip|dup|ToCharArray|toByteArray|data\(using|utf8)\b/;
/** The quoted value is one operand of more: a sum, a format, a comparison with what a parser reads. */
const isOperand = ({ after, separator }) => !formOfItself.test(after) && /^\\?["'`]\s*(?:\+|%|\.\s*[\w(]|\|\|?|\?|===?|in\b|of\b|as\b(?! *(?:str|&str)))/.test(after) || /[=!]==?/.test(separator);
const isMarkup = ({ separator }) => /^\\?["']?>$|<(?:string|value)>$/i.test(separator);
/** `set("password", "…")` assigns; of a plain list of strings the second is no value of the first. */
const isListItem = ({ separator, before }) => /^\\?["'`]\)?,\s*\\?["'`]$/.test(separator) && !/[({]\s*\\?["'`]?$/.test(before);
/** `getPassword("…")` names what it looks for; `setPassword("…")` and `password("…")` say it. */
const isLookup = ({ separator, name }) => /^\(/.test(separator) && /(?:^|[._])(?:get|fetch|read|find|load|look|retrieve|resolve|request|require|is|has|check|validate|verify|compare|hash|encrypt|decrypt|encode|decode|parse|test|expect|match|contains|remove|delete|t|i18n|translate)(?=[A-Z_.]|$)[\w]*$/.test(name);
/** Only a space between name and quote: at a line's start, after a statement of SQL, after an option; in prose it is no assignment. */
const isProse = ({ separator, before, name }) => /^\\?["'`\])]*[ \t]+@?\\*["'`]$/.test(separator) && !(/^[ \t]+@?\\*["']$/.test(separator) && (/^\s*(?:[-#]+\s*)?$|(?:^|\s)--?[\w-]*$|[{;]\s*$|^\s*#\s*define\s+$|_header\s+$|\b(?:user|role|with|login|alter|create|encrypted|env)\b/i.test(before) || /identified by$/i.test(name)));
/** Whether a value stands where languages and formats put what a name is assigned. */
const standsWhereSecretsDo = (around) => {
	if (around.quote !== "") return ![
		isOperand,
		isListItem,
		isLookup,
		isProse
	].some((is) => is(around));
	if (isMarkup(around)) return /^<\/|^<!/.test(around.after);
	return hasConfigurationShape(around);
};
// src/detect/generic/random-key.ts
const shortestKey = 16;
const longestKey = 200;
/** Random keys have at least this many bits in all, and this many for each character, more than names have. */
const keyBits = 14;
const keyBitsPerCharacter = .75;
const isKeyShaped = (value) => value.length >= shortestKey && value.length <= longestKey && /^[\w+/=.~:-]+$/.test(value) && /[0-9]/.test(value);
/** Upper case with underscores is how constants are called: judged as if it were written small. */
const sameCaseName = (value) => /^[A-Z0-9]+(?:[_-][A-Z0-9]+)+$/.test(value) ? value.toLowerCase() : value;
const isRandom$1 = (value) => isKeyShaped(value) && randomness(sameCaseName(value)) >= Math.max(keyBits, keyBitsPerCharacter * value.length);
/** Whether a value looks drawn at random, as services issue keys; also where a service's name stands before the random part: `acme_live_…`. */
const isRandomKey = (value) => isRandom$1(value) || isRandom$1(/[A-Za-z0-9]*=*$/.exec(value)[0]);
// src/detect/generic/random-text.ts
const classOfChar = (char) => {
	if (/[a-z]/.test(char)) return 0;
	if (/[A-Z]/.test(char)) return 1;
	return /[0-9]/.test(char) ? 2 : 3;
};
const shortest$2 = 16;
const longest$3 = 200;
const leastDistinct = 12;
/** Characters drawn at random from all that a keyboard has change their kind at every other step and more. */
const leastChanges = .45;
const leastSigns = .08;
/** Expressions, formats and markup have signs in plenty too. */
const written = /\[[^\]]*-[^\]]*\]|\(\?|\\[dwsbDWSB]|\.[*+]|\{\d+,?\d*\}|\$\{|%[sd]|<\/?\w+[\s>]|&\w+;|:\/\/|\w\(\)|[=!]==|=>|->|&&|\|\|/;
/** Whether a text looks drawn from letters, digits and signs together, as frameworks make their secret keys. */
const isRandomText = (text) => {
	if (text.length < shortest$2 || text.length > longest$3 || /\s/.test(text) || !/^[\x21-\x7e]+$/.test(text)) return false;
	if (written.test(text) || new Set(text).size < leastDistinct) return false;
	const classes = [...text].map(classOfChar);
	const changes = classes.filter((kind, at) => at > 0 && kind !== classes[at - 1]).length;
	const signs = text.replace(/[\w.:/-]/g, "").length;
	return new Set(classes).size >= 3 && changes >= leastChanges * text.length && signs >= leastSigns * text.length;
};
// src/detect/generic/surroundings.ts
const reachBefore = 120;
const reachAfter = 80;
const lastLine = (text) => text.slice(Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1);
/** Reads the line around a candidate of an expression whose groups `key` and `sep` reach from name to value. */
const surroundingsOf = ({ groups, content, start, end }) => {
	const key = groups["key"] ?? "";
	const separator = groups["sep"] ?? "";
	const keyStart = start - separator.length - key.length;
	const line = lastLine(content.toString("latin1", Math.max(0, keyStart - reachBefore), keyStart));
	const head = /[\w$.-]*$/.exec(line)[0].replace(/^-D(?=[a-z]|$)/, "");
	return {
		name: (head + key).replace(/^[-.$]+|[-.$]+$/g, ""),
		before: line.slice(0, line.length - head.length) + /^[-.$]*/.exec(head)[0],
		separator,
		quote: /["'`]$/.exec(separator)?.[0] ?? "",
		after: content.toString("latin1", end, Math.min(content.length, end + reachAfter)).split(/[\r\n]/, 1)[0]
	};
};
// patterns/lexicon.ts
const lexicon = "Ada	adacx	high\nAffectiva	affectiva	high\nAgentOps	agentops	high\nAgentQL	agentql	high\nAI/ML API	aimlapi	high\nAI21 Labs	ai21 ai21labs	high\nAleph Alpha	alephalpha	high\nAlgorithmia	algorithmia	high\nAnthropic	anthropic claude	high\nAnyscale	anyscale	high\nApify	apify	high\nArgilla	~argilla	high\nArize	~arize	high\nAskUI	askui	high\nAssemblyAI	assemblyai	high\nAYLIEN	aylien	high\nAzure OpenAI	azureopenai	high		azure\nBaichuan	baichuan	high\nBase64.ai	base64ai	high\nBaseten	baseten	high\nBentoML	bentoml bentocloud	high\nBlack Forest Labs	blackforestlabs ~bfl	high\nBland AI	blandai ~bland	high\nBotpress	botpress	high\nBrave Search	bravesearch ~brave	high\nBright Data	brightdata luminati	high\nBrowser Use	browseruse	high\nBrowserbase	browserbase	high\nCartesia	~cartesia	high\nCerebras	cerebras	high\nChroma	chromadb chroma	high\nClarifai	clarifai	high\nCleanlab	~cleanlab	high\nClearML	clearml	high\nClipDrop	clipdrop	high\nCloudinary	cloudinary	high\nCodeium	codeium windsurf	high\nCody	codyai	high\nCognigy	cognigy	high\nCohere	cohere	high\nComet ML	cometml ~comet	high\nCopilot	~copilot	high\nCopy.ai	copyai	high\nCoreWeave	coreweave	high\nCortical	corticalio	high\nCoze	~coze	high\nCrawlbase	crawlbase proxycrawl	high\nCrewAI	crewai	high\nCursor	cursorai ~cursor	high\nD-ID	didstudio	high\nDagsHub	dagshub	high\nDashScope	dashscope qwen	high\nDataiku	dataiku	high\nDataRobot	datarobot	high\nDeepAI	deepai	high\nDeepgram	deepgram	high	hex:40\nDeepInfra	deepinfra	high\nDeepL	deepl	high\nDeepSeek	deepseek	high\nDescript	descript	high\nDetermined AI	determinedai	high\nDialogflow	dialogflow	high\nDiffbot	diffbot	high\nDify	~dify	high\nDocsumo	docsumo	high\nDomino Data Lab	dominodatalab	high\nE2B	e2b	high\nEagle Doc	eagledoc	high\nEden AI	edenai	high\nElevenLabs	elevenlabs	high\nExa	exaai ~exa	high\nFace++	faceplusplus facepp	high\nfal	falai ~fal	high\nFathom	fathomvideo ~fathom	high\nFeatherless AI	featherless featherlessai	high\nFeatureform	featureform	high\nFilestack	filestack	high\nFirecrawl	firecrawl	high\nFireflies	firefliesai fireflies	high\nFireworks AI	fireworksai ~fireworks	high\nFliki	fliki	high\nFlowise	flowise	high\nFloydHub	floydhub	high\nGamma	gammaapp ~gamma	high\nGemini	~gemini googlegemini googleai	high		google\nGladia	~gladia	high\nGooey.AI	gooeyai ~gooey	high\nGradient	gradientai	high\nGretel	gretelai	high\nGroq	groq	high\nGuardrails AI	guardrailsai	high\nH2O.ai	h2oai ~h2o	high\nHelicone	helicone	high\nHeyGen	heygen	high\nHive AI	hiveai thehive hivemoderation	high\nHugging Face	huggingface hfhub	high\nHumanloop	humanloop	high\nHume AI	humeai ~hume	high\nHyperbolic	~hyperbolic	high\nIdeogram	ideogram	high\nImagga	imagga	high\nimgix	imgix	high\nImport.io	importio	high\nInference.net	inferencenet	high\nIntercom Fin	intercomfin	high\nInVideo	invideo	high\nJasper	jasperai ~jasper	high\nJigsawstack	jigsawstack	high\nJina AI	jina jinaai	high\nKaggle	kaggle	high\nKairos	kairosapi	high\nKlippa	klippa	high\nKluster AI	klusterai	high\nKore.ai	koreai	high\nKrisp	~krisp	high\nLabelbox	labelbox	high\nLakera	lakera	high\nLambda Labs	lambdalabs lambdacloud	high\nLanceDB	lancedb	high\nLangChain	langchain	high\nLangfuse	langfuse	high\nLangSmith	langsmith	high\nLeonardo AI	leonardoai ~leonardo	high\nLepton AI	leptonai ~lepton	high\nLetta	~letta	high\nLexalytics	lexalytics semantria	high\nLiteLLM	litellm	high\nLlamaIndex	llamaindex llamacloud llamaparse	high\nLM Studio	lmstudio	high\nLovo	lovoai lovo	high\nLuma AI	lumaai ~luma	high\nLuxand	luxand	high\nMarqo	marqo	high\nMathpix	mathpix	high\nMeaningCloud	meaningcloud	high\nMem0	mem0	high\nMicroblink	microblink	high\nMilvus	milvus	high\nMindee	mindee	high\nMiniMax	minimax	high\nMistral	mistral mistralai	high\nModal	~modal modalcom modallabs	high\nMonkeyLearn	monkeylearn	high\nMonster API	monsterapi	high\nMoonshot AI	moonshotai moonshot kimi	high\nMOSTLY AI	mostlyai	high\nMurf	~murf	high\nNanonets	nanonets	high\nNebius	nebius	high\nNeptune	neptuneai ~neptune	high\nNLP Cloud	nlpcloud	high\nNomic	~nomic	high\nNovita AI	novita novitaai	high\nNuclia	nuclia	high\nNVIDIA	nvidia nvapi ~ngc	high\nOCR.space	ocrspace	high\nOctoAI	octoai	high\nOctoparse	octoparse	high\nOllama	ollama	high\nOpenAI	openai	high\nOpenRouter	openrouter	high\nOtter	otterai ~otter	high\nOxylabs	oxylabs	high\nPaperspace	paperspace	high\nParasail	parasail	high\nParseHub	parsehub	high\nPerplexity	~perplexity pplx	high\nPerspective	perspectiveapi	high\nPhind	~phind	high\nPhotoroom	photoroom	high\nPictory	pictory	high\nPinecone	pinecone	high	uuid\nPlayHT	playht	high\nPortkey	portkey	high\nPrisma Cloud AI	prismacloudai	high\nPromptLayer	promptlayer	high\nQdrant	qdrant	high\nRasa	~rasa	high\nRead AI	readai	high\nRecall.ai	recallai	high\nReka	rekaai ~reka	high\nRemove.bg	removebg	high\nReplicate	~replicate	high\nResemble AI	resembleai ~resemble	high\nRetell AI	retell retellai	high\nRev AI	revai	high\nRiku AI	rikuai	high\nRoboflow	roboflow	high\nRosette	rosetteapi ~rosette	high\nRossum	rossum	high\nRunPod	runpod	high\nRunway	runwayml	high\nRytr	rytr	high\nSambaNova	sambanova	high\nScale AI	scaleai	high\nScrapeNinja	scrapeninja	high\nScrapeOwl	scrapeowl	high\nScraperAPI	scraperapi	high\nScrapestack	scrapestack	high\nScrapfly	scrapfly	high\nScrapingAnt	scrapingant	high\nScrapingBee	scrapingbee	high\nScrapingdog	scrapingdog	high\nSegmind	segmind	high\nSerpApi	serpapi	high	hex:64\nSerper	serper serperdev	high\nSightengine	sightengine	high\nSiliconFlow	siliconflow	high\nSimplified	~simplified	high\nSmartproxy	smartproxy decodo	high\nSnorkel	~snorkel	high\nSoniox	soniox	high\nSpeechmatics	speechmatics	high\nSpell	spellml	high\nStability AI	stabilityai ~stability	high\nSteve AI	steveai	high\nSuno	~suno	high\nSynthesia	synthesia	high\nTabnine	tabnine	high\nTavily	tavily	high\nTecton	~tecton	high\nTextRazor	textrazor	high\nTisane	tisane	high\nTogether AI	togetherai ~together	high\nTome	~tome	high\nTonic	tonicai	high\nTurbopuffer	turbopuffer	high\nUnstructured	unstructuredio ~unstructured	high\nUploadcare	uploadcare	high\nUpstage	upstageai ~upstage	high\nVapi	~vapi	high\nVast.ai	vastai	high\nVectara	vectara	high\nVertex AI	vertexai	high\nVeryfi	veryfi	high\nVespa	vespaai	high\nvLLM	vllm	high\nVoiceflow	voiceflow	high\nVoicemod	voicemod	high\nVolcengine	volcengine volcano	high\nVoyage AI	voyageai ~voyage	high\nWeaviate	weaviate	high\nWebScraper.io	webscraper webscraperio	high\nWebScraping.AI	webscrapingai	high\nWeights and Biases	wandb weightsandbiases	high	hex:40	weights-and-biases\nWellSaid	wellsaidlabs wellsaid	high\nWit.ai	witai ~wit	high\nWolfram Alpha	wolfram wolframalpha	high\nWriter	writerai ~writer	high\nWritesonic	writesonic	high\nxAI	xai ~grok	high\nYellow.ai	yellowai	high\nYou.com	youcom ydc	high\nZenRows	zenrows	high\nZhipu AI	zhipu zhipuai bigmodel	high\nZilliz	zilliz	high\nZyte	zyte scrapinghub crawlera	high\n10000ft	10000ft	medium\n15Five	15five	medium\n1NCE	1nce	medium\n23andMe	23andme	medium\nAbyssale	abyssale	medium\nAccelo	accelo	medium\nAccuRanker	accuranker	medium\nAdafruit IO	adafruit adafruitio	medium		adafruit\nAdobe Sign	adobesign echosign	medium\nADP	adp	medium\nAdzuna	adzuna	medium\nAffinity	affinityco	medium\nAgile CRM	agilecrm	medium\nAgorapulse	agorapulse	medium\nAhrefs	ahrefs	medium\nAirbnb	airbnb	medium\nAirmeet	airmeet	medium\nAmadeus	amadeus	medium\namoCRM	amocrm kommo	medium\nApi2Pdf	api2pdf	medium\nApiFlash	apiflash	medium	hex:32\nAPITemplate	apitemplate apitemplateio	medium\nAppFolio	appfolio	medium\nArduino IoT	arduinoiot arduinocloud	medium\nAshby	ashbyhq	medium\nAthenahealth	athenahealth	medium\nAttio	~attio	medium\nAutodesk	autodesk autodeskforge	medium\nAyrshare	ayrshare	medium\nBalena	balena balenacloud resin	medium\nBambooHR	bamboohr	medium\nBannerbear	bannerbear	medium\nBetter Proposals	betterproposals	medium\nBigMarker	bigmarker	medium\nBitly	bitly bitlyapi	medium	hex:40\nBitrix24	bitrix24	medium\nBizzabo	bizzabo	medium\nBL.INK	~blink	medium\nBlackboard	blackboardlearn	medium\nBlynk	blynk	medium\nBonusly	bonusly	medium\nBooking.com	bookingcom	medium\nBrandwatch	brandwatch	medium\nBreezy HR	breezyhr	medium\nBrightLocal	brightlocal	medium\nBringg	bringg	medium\nBrowserless	browserless	medium\nBrowshot	browshot	medium\nBuffer	bufferapp ~buffer	medium\nBuildium	buildium	medium\nBuiltWith	builtwith	medium	uuid\nBullhorn	bullhorn	medium\nCanvas LMS	canvaslms instructure	medium\nCapsule	capsulecrm	medium\nCareerjet	careerjet	medium\nCerner	cernerfhir	medium\nChatfuel	chatfuel	medium\nCircuit	circuitrouting	medium\nClassLink	classlink	medium\nClever	clevercom	medium\nClickFunnels	clickfunnels	medium\nClickMeeting	clickmeeting	medium\nClio	clioapp	medium\nClockify	clockify	medium\nClose	closeio ~close	medium\nCloudbeds	cloudbeds	medium\nCloudConvert	cloudconvert	medium\nCloudimage	cloudimage	medium\nCloudmersive	cloudmersive	medium	uuid\nComeet	~comeet	medium\nConga	~conga	medium\nConvertAPI	convertapi	medium\nCopper	coppercrm ~copper	medium\nCoursera	coursera	medium\nCraftMyPDF	craftmypdf	medium\nCreatomate	creatomate	medium\nCrunchbase	crunchbase	medium\nCulture Amp	cultureamp	medium\nCutt.ly	cuttly	medium\nCvent	cvent	medium\nDataForSEO	dataforseo	medium\nDeel	~deel letsdeel	medium\nDemio	demio	medium\nDocebo	docebo	medium\nDocRaptor	docraptor	medium\nDocSend	docsend	medium\nDocuSign	docusign	medium\nDrChrono	drchrono	medium\nDub	dubco ~dub	medium\nDuffel	duffel	medium\nDun & Bradstreet	dunbradstreet dnb	medium\necobee	ecobee	medium\nEdamam	edamam	medium\nedX	edx openedx	medium\nElectric Imp	electricimp	medium\nEMnify	emnify	medium\nEpic	epicfhir	medium\nEventbrite	eventbrite	medium\nEverhour	everhour	medium\nEversign	eversign	medium	hex:32\nExpedia	expedia expediarapid	medium\nFatSecret	fatsecret	medium\nFilevine	filevine	medium\nFitbit	fitbit	medium	hex:32\nFiverr	fiverr	medium\nFleetio	fleetio	medium\nFloat	floatcom	medium\nFolk	folkapp	medium\nForecast	forecastapp	medium\nFormstack Documents	webmerge	medium\nFreelancer	freelancercom	medium\nFreshsales	freshsales	medium\nFullContact	fullcontact	medium\nGarmin	~garmin	medium\nGeotab	geotab	medium\nGetAccept	getaccept	medium\nGlassdoor	glassdoor	medium\nGolioth	golioth	medium\nGoogle Classroom	googleclassroom	medium\nGoogle URL Shortener	googl	medium\nGoToMeeting	gotomeeting logmein	medium\nGoToWebinar	gotowebinar	medium\nGreen API	greenapi	medium\nGreenhouse	greenhouseio greenhouse	medium\nGuesty	guesty	medium\nGusto	gusto	medium\nHarvest	harvestapp ~harvest	medium\nHealth Gorilla	healthgorilla	medium\nHelium	heliumconsole	medium\nHelloSign	hellosign dropboxsign	medium\nHiBob	hibob	medium\nHologram	hologramio	medium\nHome Assistant	homeassistant ~hass	medium\nHootsuite	hootsuite	medium\nHopin	hopin	medium\nHostaway	hostaway	medium\nHotelbeds	hotelbeds	medium\nHTML2PDF	html2pdf	medium\nHubSpot	hubspot	medium\nHubstaff	hubstaff	medium\nHuman API	humanapi	medium\niCIMS	icims	medium\niLovePDF	ilovepdf	medium\nImageKit	imagekit	medium\nIndeed	~indeed	medium\nInfermedica	infermedica	medium\nInsightly	insightly	medium\nInstapage	instapage	medium\nInteract	interactquiz	medium\nInterakt	interakt	medium\nInvolve.me	involveme	medium\nIronclad	ironcladapp	medium\nJazzHR	jazzhr	medium\nJobvite	jobvite	medium\nJooble	~jooble	medium\nJSON2Video	json2video	medium\nJustuno	justuno	medium\nKahoot	kahoot	medium\nKajabi	kajabi	medium\nKeap	~keap infusionsoft	medium\nKhan Academy	khanacademy	medium\nKhoros	khoros lithium	medium\nKiwi.com	kiwicom tequila	medium\nKNX	knxiot	medium\nKraken.io	krakenio	medium\nKutt	kutt	medium\nKylas	kylas	medium\nLandbot	landbot	medium\nLater	latercom	medium\nLattice	latticehq	medium\nLawmatics	lawmatics	medium\nLeadpages	leadpages	medium\nLeadSquared	leadsquared	medium\nLearnDash	learndash	medium\nLearnWorlds	learnworlds	medium\nLess Annoying CRM	lessannoyingcrm	medium\nLever	leverco ~lever	medium\nLIFX	lifx	medium\nLinktree	linktree	medium\nLivestorm	livestorm	medium\nLodgify	lodgify	medium\nLosant	losant	medium\nLusha	lusha	medium\nMajestic	majesticseo	medium\nMangools	mangools	medium\nManyChat	manychat	medium\nMeetup	meetup	medium\nMeltwater	meltwater	medium\nMemfault	memfault	medium\nMention	mentioncom	medium\nMethod CRM	methodcrm	medium\nMobileMonkey	mobilemonkey customersai	medium\nMoodle	moodle	medium\nMotive	keeptruckin gomotive	medium\nMoz	mozscape	medium\nMyCase	mycase	medium\nMyFitnessPal	myfitnesspal	medium\nNamely	~namely	medium\nNest	nestapi	medium\nNimble	nimblecrm	medium\nNutritionix	nutritionix	medium\nNutshell	nutshellcrm	medium\nOfficevibe	officevibe	medium\nON24	on24	medium\nOnePageCRM	onepagecrm	medium\nOnfleet	onfleet	medium\nOntraport	ontraport	medium\nOpenCorporates	opencorporates	medium\nOptimoRoute	optimoroute	medium\nOptinMonster	optinmonster	medium\nOura	ouraring oura	medium\nOutgrow	outgrow	medium\nOwler	owler	medium\nPandaDoc	pandadoc	medium\nParticle	particleio	medium\nPaychex	paychex	medium\nPaylocity	paylocity	medium\nPDF.co	pdfco	medium\npdfcrowd	pdfcrowd	medium\nPDFLayer	pdflayer	medium	hex:32\nPDFMonkey	pdfmonkey	medium\nPDFShift	pdfshift	medium\nPeloton	onepeloton	medium\nPeople Data Labs	peopledatalabs pdl	medium\nPersonio	personio	medium\nPhilips Hue	philipshue huebridge	medium\nPipedrive	pipedrive	medium	hex:40\nPitchBook	pitchbook	medium\nPlacid	placidapp	medium\nPlanGrid	plangrid	medium\nPodia	podia	medium\nPolar	polaraccesslink	medium\nPoptin	poptin	medium\nPowerSchool	powerschool	medium\nPractice Panther	practicepanther	medium\nPrivy	privyapp	medium\nProcore	procore	medium\nProductive	productiveio	medium\nProposify	proposify	medium\nProxycurl	proxycurl	medium\nQuizlet	quizlet	medium\nQwilr	qwilr	medium\nRebrandly	rebrandly	medium	hex:32\nRecruitee	recruitee	medium\nRedox	redoxengine	medium\nReed	reedcouk	medium\nRemote	remotecom	medium\nRenderforest	renderforest	medium\nRescueTime	rescuetime	medium\nResource Guru	resourceguru	medium\nRespond.io	respondio	medium\nRippling	rippling	medium\nRocketReach	rocketreach	medium\nRoutific	routific	medium\nSabre	sabregds	medium\nSalesflare	salesflare	medium\nSalesforce	salesforce sfdc	medium\nSamsara	samsara	medium\nScaleSERP	scaleserp	medium\nSchoology	schoology	medium\nScoro	scoro	medium\nScreenshotAPI	screenshotapi	medium\nScreenshotLayer	screenshotlayer	medium	hex:32\nScreenshotOne	screenshotone	medium\nSE Ranking	seranking	medium\nSeatGeek	seatgeek	medium\nSemrush	semrush	medium	hex:32\nSerpstack	serpstack	medium	hex:32\nSerpwow	serpwow	medium\nShort.io	shortio shortcm	medium\nShortPixel	shortpixel	medium\nShotstack	shotstack	medium\nSigfox	sigfox	medium\nSignNow	signnow	medium\nSignRequest	signrequest	medium\nSignWell	signwell docsketch	medium\nSimilarWeb	similarweb	medium	hex:32\nSirv	sirv	medium\nSkyscanner	skyscanner	medium\nSmartcar	smartcar	medium\nSmartRecruiters	smartrecruiters	medium\nSmartThings	smartthings	medium\nSocialPilot	socialpilot	medium\nSonos	sonos	medium\nSoracom	soracom	medium\nSplash	splashthat	medium\nSpoonacular	spoonacular	medium	hex:32\nSprinklr	sprinklr	medium\nSprout Social	sproutsocial	medium\nSpyFu	spyfu	medium\nStrava	strava	medium	hex:40\nStreak CRM	streakcrmapp	medium\nSuccessFactors	successfactors	medium\nSugarCRM	sugarcrm	medium\nSumo	sumocom	medium\nT2M	t2murl	medium\nTalentLMS	talentlms	medium\nTalkwalker	talkwalker	medium\nTeachable	teachable	medium\nTeamleader	teamleader	medium\nTeamtailor	teamtailor	medium\nTempo	tempoio ~tempo	medium\nTerra	tryterra	medium\nTesla	teslaapi ~tesla	medium\nThe Things Network	thethingsnetwork ttn	medium\nThinger	thingerio	medium\nThingsBoard	thingsboard	medium\nThingSpeak	thingspeak	medium\nThinkific	thinkific	medium\nTicket Tailor	tickettailor	medium\nTicketmaster	ticketmaster	medium\nTime Doctor	timedoctor	medium\nTimeCamp	timecamp	medium\nTinyPNG	tinypng tinify	medium\nTinyURL	tinyurl	medium\nTito	titoio	medium\nTMetric	tmetric	medium\nToggl	toggl	medium	hex:32\nToptal	toptal	medium\nTravelport	travelport	medium\nTripadvisor	tripadvisor	medium\nTripIt	tripit	medium\nTuya	tuya	medium\nUbidots	ubidots	medium\nUdemy	udemy	medium\nUKG	ultipro kronos ukg	medium\nUltraMsg	ultramsg	medium\nUnbounce	unbounce	medium\nUpwork	upwork	medium\nUrlbox	urlbox	medium\nUSAJOBS	usajobs	medium\nValidic	validic	medium\nValueSERP	valueserp	medium\nVerizon Connect	verizonconnect	medium\nVital	tryvital	medium\nVtiger	vtiger	medium\nWakaTime	wakatime	medium\nWappalyzer	wappalyzer	medium\nWATI	watiio	medium\nWebinarJam	webinarjam	medium\nWhapi	whapi	medium\nWHOOP	whoopapi	medium\nWisepops	wisepops	medium\nWithings	withings	medium\nWorkable	workable	medium\nZamzar	zamzar	medium\nZenefits	zenefits	medium\nZipRecruiter	ziprecruiter	medium\nZoomInfo	zoominfo	medium\nAbly	ably	high\nAcquia	acquia	high\nAiven	aiven	high\nAkamai	akamai akamaized edgegrid	high\nAlgolia	algolia	high	hex:32\nAlibaba Cloud	alibaba alicloud aliyun alibabacloud	high\nAmazon Web Services	~aws ~amazonaws	high		aws\nAppwrite	appwrite	high\nArangoDB	arango arangodb arangograph	high\nARIN	arin	high\nArista	arista	high\nAruba	aruba	high\nBack4App	back4app	high\nBackblaze	backblaze b2	high\nBaidu	~baidu baidubce	high\nBlueCat	bluecat	high\nBluehost	bluehost	high\nBox	boxcom ~box	high\nBunnyCDN	bunnycdn bunnynet ~bunny	high\nCapRover	caprover	high\nCDN77	cdn77	high\nChainguard	chainguard	high\nCheck Point	~checkpoint	high\nCisco	cisco	high\nCivo	civo	high\nClever Cloud	clevercloud	high\nClickHouse	clickhouse	high\nCloud66	cloud66	high\nCloudAMQP	cloudamqp	high\nCloudant	cloudant	high\nCloudflare	cloudflare ~cf	high	hex:37,base64url:40\nCloudFront	cloudfront	high\nCloudKarafka	cloudkarafka	high\nCloudMQTT	cloudmqtt	high\nClouDNS	cloudns	high\nCloudSigma	cloudsigma	high\nCloudsmith	cloudsmith	high\nCloudStack	cloudstack	high\nCloudways	cloudways	high\nCockroachDB	cockroach cockroachdb cockroachlabs	high\nConfluent	confluent	high\nConstellix	constellix	high\nConsul	~consul	high\nContabo	contabo	high\nConvex	convexdev ~convex	high\nCoolify	coolify	high\nCouchbase	couchbase	high\nCoveo	coveo	high\nCrossplane	crossplane	high\nDatabricks	databricks	high\nDataStax	datastax astradb	high\nDeno Deploy	denodeploy	high		deno\ndeSEC	desec	high\nDgraph	dgraph	high\nDigiCert	digicert	high\nDigitalOcean	digitalocean dospaces	high	hex:64\nDNSimple	dnsimple	high\nDNSMadeEasy	dnsmadeeasy	high\nDocker Hub	~docker dockerhub	high		docker\nDokku	dokku	high\nDreamHost	dreamhost	high\nDremio	dremio	high\nDropbox	dropbox	high\nDuckDNS	duckdns	high\nDyn	dyndns	high\nDynadot	dynadot	high\nEasyDNS	easydns	high\nEgnyte	egnyte	high\nElastic	elasticcloud ~elastic elasticsearch	high\nEMQX	emqx emqxcloud	high\nEnom	enom	high\nenv0	env0	high\nEquinix	equinix equinixmetal ~packet	high\nExoscale	exoscale	high\nF5	f5bigip bigip	high\nFastly	fastly	high	base62:32,base64url:32\nFauna	fauna faunadb	high\nFilebase	filebase	high\nFirebase	firebase	high		google\nFirebolt	firebolt	high\nFly.io	flyio ~fly	high\nFortinet	fortinet fortigate fortios	high\nGandi	gandi	high\nGcore	gcore	high\nGemfury	gemfury	high\nGitHub Container Registry	ghcr	high		github\nGoDaddy	godaddy	high\nGoogle Cloud	~gcp googlecloud	high		gcp\nGoogle Drive	googledrive gdrive	high		google\nHarbor	harborregistry ~harbor	high\nHashiCorp Vault	~vault hashivault ~hashicorp	high		hashicorp\nHeroku	heroku	high	uuid\nHetzner	hetzner hcloud	high\nHiveMQ	hivemq	high\nHover	hovercom	high\nHuawei Cloud	huawei huaweicloud	high\nIBM Cloud	ibmcloud bluemix ~ibm	high\nImperva	imperva incapsula	high\nImply	~imply	high\nInfluxDB	influx influxdb influxdata	high\nInfoblox	infoblox	high\nInfracost	infracost	high\nInlets	inlets	high\nInstaclustr	instaclustr	high\nIONOS	ionos	high\nJFrog	jfrog artifactory	high\nJuniper	~juniper	high\nKafka	~kafka	high\nKamatera	kamatera	high\nKeyCDN	keycdn	high\nKeyfactor	keyfactor	high\nKinsta	kinsta	high\nKoyeb	koyeb	high\nKubernetes	~kubernetes ~k8s ~kube	high\nLaravel Forge	laravelforge ~forge	high		laravel\nLaravel Vapor	laravelvapor	high		laravel\nLeaseweb	leaseweb	high\nLens	k8slens	high\nLet's Encrypt	letsencrypt	high\nLinode	linode	high	hex:64\nlocaltunnel	localtunnel	high\nLuaDNS	luadns	high\nMaterialize	~materialize materializeinc	high\nMEGA	meganz	high\nMeilisearch	meilisearch meili	high\nMemgraph	memgraph	high\nMeraki	meraki	high	hex:40\nMicrosoft Azure	~azure storagesharedkeycredential	high		azure\nMikroTik	mikrotik	high\nMinIO	minio	high\nMirantis	mirantis	high\nMongoDB	~mongodb ~mongo mongoatlas atlasmongo	high\nMotherDuck	motherduck	high\nMullvad	mullvad	high\nName.com	namecom	high\nNamecheap	namecheap	high\nNameSilo	namesilo	high\nNATS	natsio synadia	high\nNeo4j	neo4j auradb	high\nNeon	neondb neontech ~neon	high\nNetBird	netbird	high\nNetBox	netbox	high\nNetlify	netlify	high\nNextcloud	nextcloud	high\nNFT.Storage	nftstorage	high\nngrok	ngrok	high\nNhost	nhost	high\nNjalla	njalla	high\nNo-IP	noip	high\nNomad	~nomad	high\nNordVPN	nordvpn	high\nNorthflank	northflank	high\nNS1	ns1 nsone	high\nNutanix	nutanix	high\nOneDrive	onedrive	high\nOpenSearch	~opensearch	high\nOpenShift	~openshift	high\nOpenSRS	opensrs tucows	high\nOpenStack	openstack	high\nOpenVPN	openvpn	high\nOracle Cloud	oraclecloud ~oci	high\nOVHcloud	ovh ovhcloud	high\nownCloud	owncloud	high\npackagecloud	packagecloud	high\nPagekite	pagekite	high\nPalo Alto Networks	paloalto panos	high\nPantheon	pantheonio ~pantheon	high\nParse	parseserver ~parse	high\npCloud	pcloud	high\nPeeringDB	peeringdb	high\nPinata	pinata	high\nPinot	startree	high\nPlanetScale	planetscale	high\nPlatform.sh	platformsh	high\nPloi	ploi	high\nPocketBase	pocketbase	high\nPorkbun	porkbun	high\nPortainer	portainer	high\nPorter	porterrun ~porter	high\nPritunl	pritunl	high\nProGet	~proget	high\nProxmox	proxmox	high\nPubNub	pubnub	high\nPulumi	pulumi	high\nPusher	pusher	high\nQovery	qovery	high\nQuay	~quay quayio	high\nQuestDB	questdb	high\nRabbitMQ	~rabbitmq	high\nRackspace	rackspace	high\nRage4	rage4	high\nRailway	railwayapp ~railway	high\nRancher	rancher	high\nRealm	mongodbrealm	high\nRedis Cloud	rediscloud redislabs	high\nRedpanda	redpanda	high\nRender	rendercom ~render	high\nResellerClub	resellerclub	high\nRethinkDB	rethinkdb	high\nRIPE	ripencc ~ripe	high\nRisingWave	risingwave	high\nRockset	rockset	high\nRoute 53	route53	high\nRunCloud	runcloud	high\nScaleGrid	scalegrid	high\nScaleway	scaleway scw	high\nScalingo	scalingo	high\nScalr	scalr	high\nScyllaDB	scylla scylladb	high\nSeafile	seafile	high\nSectigo	sectigo	high\nServerPilot	serverpilot	high\nSingleStore	singlestore memsql	high\nSiteGround	siteground	high\nSnowflake	snowflake	high\nSolace	solace	high\nSolarWinds	solarwinds	high\nSonatype Nexus	~nexus sonatype	high\nSpacelift	spacelift	high\nSpinupWP	spinupwp	high\nSSLMate	sslmate	high\nStackPath	stackpath maxcdn	high\nStarburst	starburst	high\nStorj	storj	high\nSucuri	sucuri	high\nSugarSync	sugarsync	high\nSupabase	supabase	high\nSurge	surgesh ~surge	high\nSwiftype	swiftype	high\nTailscale	tailscale	high\nTencent Cloud	tencent tencentcloud qcloud	high\nTerminusDB	terminusdb	high\nTerraform Cloud	~terraform tfe tfcloud terraformcloud hcp	high		hashicorp\nTiDB Cloud	tidb tidbcloud	high\nTimescale	timescale timescaledb tigerdata	high\nTresorit	tresorit	high\nTurso	turso	high\nTwingate	twingate	high\nTypesense	typesense	high\nUbiquiti	ubiquiti unifi	high\nUpCloud	upcloud	high\nUpstash	upstash	high\nVenafi	venafi	high\nVercel	vercel	high\nVMware	vmware vsphere vcenter	high\nVultr	vultr	high\nWasabi	wasabisys ~wasabi	high\nweb3.storage	web3storage	high\nWireGuard	wireguard	high\nWP Engine	wpengine	high\nXata	xata	high\nYugabyteDB	yugabyte yugabytedb	high\nZeabur	zeabur	high\nZeroSSL	zerossl	high\nZeroTier	zerotier	high\nZonomi	zonomi	high\n0x	zeroex 0xapi	high\n17TRACK	17track	high\n1inch	1inch	high\n2C2P	2c2p	high\n2Checkout	2checkout verifone	high\nAdyen	adyen	high\nAffirm	~affirm affirmcom	high\nAfterpay	afterpay clearpay	high\nAfterShip	aftership	high\nAirwallex	airwallex	high\nAlchemy	~alchemy alchemyapi	high\nAlibaba	alibabacom	high\nAliExpress	aliexpress	high\nAlipay	~alipay	high\nAllegro	allegro	high\nAlloy	alloyco	high\nAlpaca	alpaca alpacamarkets	high\nAlpha Vantage	alphavantage	high\nAmazon Seller	amazonmws amazonsp sellercentral ~mws	high\nAmberdata	amberdata	high\nAnchorage	anchorage	high\nAngel One	angelone angelbroking smartapi	high\nAnkr	~ankr	high\nArbiscan	arbiscan	high\nArgyle	argyle	high\nAustralia Post	auspost	high\nAuthorize.Net	authorizenet	high\nAvalara	avalara avatax	high\nAwin	awin	high\nBambora	bambora	high\nBarchart	barchart	high\nBasescan	basescan	high\nBasis Theory	basistheory	high\nBazaarvoice	bazaarvoice	high\nBelvo	belvo	high\nBenzinga	benzinga	high\nBest Buy	bestbuy	high\nBiconomy	biconomy	high\nBigCommerce	bigcommerce	high\nBill.com	billcom	high\nBillDesk	billdesk	high\nBillplz	billplz	high\nBillwerk	billwerk	high\nBinance	binance	high\nBitfinex	bitfinex	high\nBitget	bitget	high\nBitGo	bitgo	high\nBithumb	bithumb	high\nBitMart	bitmart	high\nBitMEX	bitmex	high\nBitpanda	bitpanda	high\nBitPay	bitpay	high\nBitso	bitso	high\nBitstamp	bitstamp	high\nBittrex	bittrex	high\nBitvavo	bitvavo	high\nBlockchain.com	blockchaincom blockchaininfo	high\nBlockCypher	blockcypher	high\nBlockfrost	blockfrost	high\nBloomberg	bloomberg	high\nBlueSnap	bluesnap	high\nBol.com	bolcom	high\nBold	boldcommerce	high\nBooksy	booksy	high\nBraintree	braintree	high	hex:32\nBrex	~brex	high\nBscScan	bscscan	high\nBTCPay	btcpay btcpayserver	high\nBTCTurk	btcturk	high\nBuckaroo	buckaroo	high\nBybit	bybit	high\nCanada Post	canadapost	high\nCardConnect	cardconnect	high\nCashfree	cashfree	high\nCCAvenue	ccavenue	high\nChainstack	chainstack	high\nChargebee	chargebee	high\nChargify	chargify maxio	high\nCheckout.com	checkoutcom	high\nCheckr	checkr	high	hex:40\nCielo	cielo	high\nCircle Payments	circlepayments circleusdc	high\nCJ Affiliate	cjaffiliate commissionjunction	high\nClickBank	clickbank	high\nCloudPayments	cloudpayments	high\nClover	~clover	high\nCoinAPI	coinapi	high	uuid\nCoinbase	coinbase	high\nCoinDCX	coindcx	high\nCoinGate	coingate	high\nCoinGecko	coingecko	high\nCoinlayer	coinlayer	high	hex:32\nCoinMarketCap	coinmarketcap ~cmc	high	uuid\nCoinpayments	coinpayments	high\nCoinRanking	coinranking	high\nCoinremitter	coinremitter	high\nColumn	columnbank	high\nCommerce Layer	commercelayer	high\ncommercetools	commercetools	high\nComplyAdvantage	complyadvantage	high\nConekta	conekta	high\nCorreios	correios	high\nCovalent	covalenthq ~covalent	high\nCrossmint	crossmint	high\nCrypto.com	cryptocom	high\nCryptoCompare	cryptocompare	high	hex:64\nCulqi	culqi	high\nCurrencyFreaks	currencyfreaks	high\nCurrencyLayer	currencylayer	high	hex:32\nCurrencyScoop	currencyscoop currencybeacon	high\nCyberSource	cybersource	high\nDatatrans	datatrans	high\nDebank	debank	high\nDelhivery	delhivery	high\nDeribit	deribit	high\nDHL	dhl	high\nDivvy	divvypay	high\nDoku	~doku	high\nDoorDash	doordash	high\nDotpay	dotpay	high\nDune	duneanalytics duneapi ~dune	high\nDwolla	dwolla	high\nDynamic	dynamicxyz	high\nDynamics 365	dynamics365	high\nE*TRADE	etrade	high\nEasyPost	easypost	high\nEasyship	easyship	high\neBay	ebay	high\nEcwid	ecwid	high\nElastic Path	elasticpath moltin	high\nElavon	~elavon ~converge	high\nEOD Historical Data	eodhd eodhistoricaldata	high\nERPNext	erpnext frappe	high\nEtherscan	etherscan	high\nEtsy	etsy	high\nEvervault	evervault	high\nExchange Rates API	exchangeratesapi	high	hex:32\nExchangeRate-API	exchangerateapi	high\nExpensify	expensify	high\nFastSpring	fastspring	high\nFedEx	fedex	high\nFinancial Modeling Prep	financialmodelingprep fmp	high\nFinicity	finicity	high\nFinix	~finix	high\nFinnhub	finnhub	high\nFireblocks	fireblocks	high\nFirst Data	firstdata payeezy	high\nFirstPromoter	firstpromoter	high\nFixer	fixerio ~fixer	high	hex:32\nFlipkart	flipkart	high\nFlutterwave	flutterwave	high\nFondy	~fondy	high\nForter	~forter	high\nFRED	fredapi ~fred	high	hex:32\nFreshBooks	freshbooks	high\nFTMScan	ftmscan	high\nFTX	ftx	high\nFXCM	fxcm	high\nGalileo	galileoft	high\nGate.io	gateio	high\nGelato	gelatoapi	high\nGelato Network	gelatonetwork	high\nGemini Exchange	geminiexchange	high\nGetBlock	getblock	high\nGiftbit	giftbit	high\nGlassnode	glassnode	high\nGLS	glsshipping	high\nGMO Payment	gmopg	high\nGoCardless	gocardlessapi	high\nGrubhub	grubhub	high\nGumroad	gumroad	high\nHeidelpay	heidelpay unzer	high\nHelcim	helcim	high\nHelius	helius heliusrpc	high\nHitPay	hitpay	high\nHotbit	hotbit	high\nHuobi	huobi htx	high\nHyperPay	hyperpay	high\nIamport	iamport portone	high\nIBAN API	ibanapi	high\nIDology	idology	high\nIEX Cloud	iexcloud ~iex	high\nIG	igmarkets	high\nImpact	impactradius impactcom	high\nIncrease	increasecom	high\nInfura	infura	high	hex:32\nIngenico	ingenico ogone	high\nInstacart	instacart	high\nInstamojo	instamojo	high\nInteractive Brokers	interactivebrokers ibkr	high\nInterswitch	interswitch	high\nIntrinio	intrinio	high\niyzico	iyzico iyzipay	high\nJudge.me	judgeme	high\nJumio	jumio	high\nKaiko	~kaiko	high\nKG Inicis	inicis	high\nKlarna	klarna	high\nKomoju	komoju	high\nKount	~kount	high\nKraken	krakenexchange ~kraken	high\nKuCoin	kucoin	high\nLazada	lazada	high\nLBank	lbank	high\nLemon Squeezy	lemonsqueezy	high\nLI.FI	lifi	high\nLianLian	lianlian	high\nLightspeed	lightspeed lightspeedhq	high\nLiqPay	liqpay	high\nLithic	lithic privacycom	high\nLoox	loox	high\nLoyaltyLion	loyaltylion	high\nLunarCrush	lunarcrush	high\nLuno	~luno	high\nLyft	~lyft	high\nMagento	~magento adobecommerce	high\nMagic Eden	magiceden	high\nMagic Link	magiclink	high\nMarketstack	marketstack	high	hex:32\nMarqeta	marqeta	high\nMaxMind	maxmind	high\nMedusa	medusajs	high\nMelio	~melio	high\nMercado Libre	mercadolibre meli	high\nMercado Pago	mercadopago	high\nMercury	mercurybank	high\nMessari	~messari	high\nMEXC	mexc	high\nMiddesk	middesk	high\nMidtrans	midtrans	high\nMindbody	mindbody	high\nModern Treasury	moderntreasury	high\nMollie	mollie	high\nMoMo	momopay	high\nMoneris	moneris	high\nMonnify	monnify	high\nMono	monoco	high\nMonzo	monzo	high\nMoonPay	moonpay	high\nMoov	moov moovio	high\nMoralis	moralis	high\nMoyasar	moyasar	high\nMultiSafepay	multisafepay	high\nMX	mxplatform	high\nN26	n26	high\nNansen	nansen	high\nNets	netseasy netspayment	high\nNetSuite	netsuite	high\nNomics	nomics	high\nNordigen	nordigen gocardless	high\nNOWPayments	nowpayments	high\nOANDA	oanda	high\nOdoo	odoo	high\nOkendo	okendo	high\nOkra	~okra okrang	high\nOKX	okx okex	high\nOmise	omise ~opn	high\nOnfido	onfido	high\nOpen Exchange Rates	openexchangerates	high	hex:32\nOpenCart	opencart	high\nOpenNode	opennode	high\nOpenpay	openpay	high\nOpenSea	opensea	high\nOpenTable	opentable	high\nOptimistic Etherscan	optimismscan optimisticetherscan	high\nOracle	~oracle	high\nOTTO	ottomarket	high\nPacklink	packlink	high\nPaddle	~paddle	high\nPagar.me	pagarme	high\nPagSeguro	pagseguro	high\nParaSwap	paraswap	high\nParticle Network	particlenetwork	high\nPartnerStack	partnerstack	high\nPAY.JP	payjp	high\nPayFast	payfast	high\nPaymill	paymill	high\nPaymob	paymob	high\nPayMongo	paymongo	high\nPayNow	paynow	high\nPayoneer	payoneer	high\nPayPal	paypal	high\nPayrix	payrix	high\nPaysafe	paysafe skrill neteller	high\nPaystack	paystack	high\nPayTabs	paytabs	high\nPaytm	paytm	high\nPayTR	paytr	high\nPayU	payu	high\nPeach Payments	peachpayments	high\nPersona	withpersona	high\nPhemex	phemex	high\nPhonePe	phonepe	high\nPing++	pingxx	high\nPinwheel	pinwheelapi	high\nPlaid	plaid	high\nPoloniex	poloniex	high\nPolygon.io	polygonio ~polygon	high\nPolygonScan	polygonscan	high\nPostmates	~postmates	high\nPostNord	postnord	high\nPowerReviews	powerreviews	high\nPrestaShop	prestashop	high\nPrintful	printful	high\nPrintify	printify	high\nPrzelewy24	przelewy24	high\nQuaderno	quaderno	high\nQuandl	quandl nasdaqdatalink	high\nQuestrade	questrade	high\nQuickBooks	quickbooks intuit qbo	high		intuit\nQuickNode	quicknode	high\nQuickpay	quickpay	high\nRakuten	rakuten	high\nRakuten Advertising	rakutenadvertising	high\nRamp	rampcom	high\nRamp Network	rampnetwork	high\nRapyd	rapyd	high\nRarible	rarible	high\nRazorpay	razorpay	high\nReCharge	rechargepayments	high\nRecurly	recurly	high\nReferralCandy	referralcandy	high\nRefersion	refersion	high\nRefinitiv	refinitiv	high\nRemita	remita	high\nResy	resy	high\nRevel	revelsystems	high\nRevolut	revolut	high\nRewardful	rewardful	high\nRibbon	ribboncard	high\nRiskified	riskified	high\nRobinhood	robinhood	high\nRobokassa	robokassa	high\nRoyal Mail	royalmail	high\nSaferpay	saferpay	high\nSage	sageone sageintacct intacct	high\nSaleor	saleor	high\nSalla	~salla	high\nSaltedge	saltedge	high\nSantiment	~santiment	high\nSAP	~sap	high\nSaxo	saxobank	high\nSendcloud	sendcloud	high\nShareASale	shareasale	high\nShip24	ship24	high\nShipEngine	shipengine	high\nShippit	shippit	high\nShippo	shippo goshippo	high\nShiprocket	shiprocket	high\nShipStation	shipstation	high\nShopee	shopee	high\nShopify	shopify	high\nShopware	shopware	high\nShufti Pro	shuftipro	high\nShyft	shyft	high\nSift	siftscience ~sift	high\nSignifyd	signifyd	high\nSmile.io	smileio	high\nSnipcart	snipcart	high\nSnowtrace	snowtrace	high\nSocure	socure	high\nSofort	~sofort	high\nSplitwise	splitwise	high\nSpree	spreecommerce	high\nSpreedly	~spreedly	high\nSquare	squareup ~square	high\nSquare Appointments	squareappointments	high\nStamped	stampedio	high\nStarling	starlingbank	high\nStax	staxpayments	high\nStitch Money	stitchmoney	high\nStripe	stripe	high\nStripe Connect	stripeconnect	high\nStripe Tax	stripetax	high\nSumsub	sumsub	high\nSumUp	sumup	high\nSwell	swellstore	high\nSwish	swishpayment	high\nSynapse	synapsefi	high\nTango Card	tangocard	high\nTap Payments	tappayments	high\nTapfiliate	tapfiliate	high\nTarget	targetplus	high\nTatum	~tatum tatumio	high\nTaxamo	taxamo	high\nTaxJar	taxjar	high\nTD Ameritrade	tdameritrade	high\nTeller	tellerio	high\nTenderly	tenderly	high\nThe Graph	thegraph	high\nThirdweb	thirdweb	high\nTiendanube	tiendanube nuvemshop	high\nTiingo	tiingo	high	hex:40\nTink	tinklink	high\nTink Money	tinkmoney	high\nTinkoff	tinkoff	high\nToast	toasttab	high\nTokenTerminal	tokenterminal	high\nTokopedia	tokopedia	high\nToss Payments	tosspayments	high\nTpay	~tpay	high\nTrackingMore	trackingmore	high\nTradier	tradier	high\nTransak	transak	high\nTremendous	tremendous	high\nTrueLayer	truelayer	high\nTruework	truework	high\nTrulioo	trulioo	high\nTrustly	trustly	high\nTrustpilot	trustpilot	high\nTwelve Data	twelvedata	high\nUber	~uber	high\nUnit	unitco	high\nUpbit	~upbit	high\nUPS	~ups	high\nUpstox	upstox	high\nUSPS	usps	high\nvatcheckapi	vatcheckapi	high\nVATLayer	vatlayer	high	hex:32\nVend	vendhq	high\nVendure	vendure	high\nVenly	venly	high\nVeriff	veriff	high\nVertex	vertexinc	high\nVGS	verygoodsecurity vgs	high\nVipps	~vipps mobilepay	high\nVNPay	vnpay	high\nVolusion	volusion	high\nVTEX	vtex	high\nWalletConnect	walletconnect	high\nWalmart	walmart	high\nWave	waveapps	high\nWave Money	wavemoney	high\nWayfair	wayfair	high\nWayForPay	wayforpay	high\nWazirX	wazirx	high\nWeb3Auth	web3auth	high\nWeChat Pay	wechatpay wxpay	high\nWirecard	wirecard	high\nWise	transferwise wiseapi	high\nWompi	wompi	high\nWooCommerce	woocommerce	high\nWorkday	workday	high\nWorldpay	worldpay	high\nWyre	sendwyre	high\nXE	xecurrency	high\nXendit	xendit	high\nXero	xero	high\nXignite	xignite	high\nYelp	~yelp	high\nYNAB	ynab	high\nYoco	yoco	high\nYodlee	yodlee	high\nYooKassa	yookassa yoomoney	high\nYotpo	yotpo	high\nZalando	zalando	high\nZaloPay	zalopay	high\nZerion	zerion	high\nZerodha	zerodha kiteconnect	high\nZid	~zid	high\nZoho	zoho	high\nZoho Books	zohobooks	high\nZoho CRM	zohocrm	high\nZuora	zuora	high\n100ms	100ms	high\n2Factor	2factor	high\n46elks	46elks	high\n8x8	8x8	high\nAbstract Email	abstractemail	high\nActiveCampaign	activecampaign	high\nAcuity Scheduling	acuityscheduling acuity	high\nAfrica's Talking	africastalking	high\nAgora	~agora agoraio	high	hex:32\nAircall	aircall	high\nAirship	urbanairship airship	high\nAliyun SMS	aliyunsms	high\nAmazon SES	amazonses awsses	high\nAPNs	apns	high\nApollo.io	apolloio	high\nAppointlet	appointlet	high\nAutopilot	autopilothq ortto	high\nAWeber	aweber	high\nBandwidth	~bandwidth bandwidthcom	high\nBark	barkapp	high\nBeehiiv	beehiiv	high\nBenchmark Email	benchmarkemail	high\nBettermode	bettermode	high\nBigBlueButton	bigbluebutton	high\nBloomreach	bloomreach exponea	high\nBouncer	usebouncer	high\nBraze	~braze	high\nBrevo	brevo sendinblue	high		brevo\nBriteVerify	briteverify	high\nBulkSMS	bulksms	high\nButtondown	buttondown	high\nCal.com	calcom	high\nCalendly	calendly	high\nCallFire	callfire	high\nCallRail	callrail	high\nCampaign Monitor	campaignmonitor createsend	high\nChanty	chanty	high\nChaport	chaport	high\nChatra	chatra	high\nChatwoot	chatwoot	high\nChili Piper	chilipiper	high\nCircle	circleso	high\nClearbit	clearbit	high\nClick2Mail	click2mail	high\nClickatell	clickatell	high\nClickSend	clicksend	high\nCloudTalk	cloudtalk	high\nCM.com	cmcom	high\nCometChat	cometchat	high\nCommento	commento	high\nConstant Contact	constantcontact	high\nConvertKit	convertkit	high		kit\nCordial	cordialio	high\nCourier	trycourier ~courier	high\nCrisp	crispchat ~crisp	high\nCronofy	cronofy	high\nCustomer.io	customerio	high\nDaily	dailyco ~daily	high\nDebounce	debounceio	high\nDesk.com	deskcom	high\nDeskpro	deskpro	high\nDialpad	~dialpad	high\nDingTalk	dingtalk	high\nDiscord	~discord	high\nDiscourse	discourse	high	hex:64\nDisqus	disqus	high\nDolby.io	dolbyio	high\nDoodle	~doodle	high\nDotdigital	dotdigital dotmailer	high\nDrift	~drift driftcom	high\nDrip	dripapp getdrip ~drip	high\nElastic Email	elasticemail	high\nElement	elementio	high\nEloqua	eloqua	high\nEmailJS	emailjs	high\nEmailListVerify	emaillistverify	high\nEmailOctopus	emailoctopus	high\nEmarsys	emarsys	high\nEsendex	esendex	high\nEthereal	etherealmail	high\nExchange	exchangeonline	high\nExotel	~exotel	high\nExpo Push	expopush	high\nFast2SMS	fast2sms	high\nFastmail	fastmail	high\nFindThatLead	findthatlead	high\nFirebase Cloud Messaging	fcm	high		google\nFive9	five9	high\nFlarum	flarum	high\nFlock	flockapp	high\nForwardEmail	forwardemail	high\nFreshdesk	freshdesk	high\nFreshservice	freshservice	high\nFront	frontapp ~front	high\nGatewayAPI	gatewayapi	high\nGenesys	genesys purecloud	high\nGetResponse	getresponse	high\nGhost Mail	ghostmail	high\nGist	getgist	high\nGitter	gitter	high	hex:40\nGladly	gladly	high\nGmail	~gmail	high\nGMass	gmass	high\nGoogle Chat	googlechat	high\nGorgias	gorgias	high\nGotify	gotify	high\nGrasshopper	grasshopper	high\nGroove	groovehq	high\nGupshup	gupshup	high\nHandwrytten	handwrytten	high\nHappyFox	happyfox	high\nHelp Scout	helpscout	high\nHelpCrunch	helpcrunch	high\nHunter	hunterio ~hunter	high\nHyvor	hyvor	high\niContact	icontact	high\nImprovMX	improvmx	high\nInfobip	infobip	high\nInstantly	instantlyai	high\nIntercom	intercom	high\nIterable	~iterable	high\nJira Service Management	jiraservicemanagement	high\nJitsi	jitsi	high\nJivoChat	jivochat	high\nJustCall	justcall	high\nKakaoTalk	~kakao kakaotalk	high\nKaleyra	~kaleyra	high\nKarix	~karix	high\nKayako	~kayako	high\nKickbox	kickbox	high\nKixie	kixie	high\nKlaviyo	klaviyo	high\nKnock	knockapp ~knock	high\nKustomer	kustomer	high\nLark	~lark larksuite	high\nFeishu	feishu	high\nLemlist	lemlist	high\nLINE	linebot linemessaging ~line	high\nListrak	listrak	high\nLiveAgent	liveagent	high\nLiveChat	livechat	high\nLiveKit	livekit	high\nLob	lobcom ~lob	high\nLoops	loopsso ~loops	high\nmailboxlayer	mailboxlayer	high\nMailboxValidator	mailboxvalidator	high\nMailchimp	mailchimp	high\nMailerLite	mailerlite	high\nMailerSend	mailersend	high\nMailersend SMTP	mailersendsmtp	high\nMailgun	mailgun	high\nMailinator	mailinator	high\nMailjet	mailjet	high	hex:32\nMailosaur	mailosaur	high\nMailsac	mailsac	high\nMailshake	mailshake	high\nMailSlurp	mailslurp	high\nMailtrap	mailtrap	high\nMandrill	mandrill	high\nMarketo	marketo	high\nMatrix	matrixsynapse ~synapse	high\nMattermost	mattermost	high\nMessageBird	messagebird	high\nMessenger	fbmessenger	high\nMicrosoft Graph	microsoftgraph msgraph	high\nMicrosoft Teams	microsoftteams msteams ~teams	high\nMighty Networks	mightynetworks	high\nMissive	missiveapp ~missive	high\nMixmax	mixmax	high\nMoosend	moosend	high\nMSG91	msg91	high\nMux	~mux	high\nNetcore	netcorecloud	high\nNeverBounce	neverbounce	high\nNexmo SMS	nexmosms	high\nNextiva	nextiva	high\nNodeBB	nodebb	high\nNovu	~novu	high\nntfy	~ntfy	high\nNylas	nylas	high\nOffice 365	office365 o365	high\nOlark	~olark	high\nOmnisend	omnisend	high\nOnceHub	oncehub	high\nOneSignal	onesignal	high\nOpenPhone	openphone	high\nOpenTok	opentok tokbox	high\nOutlook	~outlook	high\nOutreach	outreachio	high\nPardot	pardot	high\nPepipost	pepipost	high\nPhone.com	phonecom	high\nPlivo	~plivo	high\nPostGrid	postgrid	high\nPostmark	postmark postmarkapp	high	uuid\nProtonMail	protonmail	high\nPubNub Chat	pubnubchat	high\nPumble	pumble	high\nPushbullet	pushbullet	high\nPushDeer	pushdeer	high\nPushEngage	pushengage	high\nPushover	pushover	high\nPushPlus	pushplus	high\nPushwoosh	pushwoosh	high\nPushy	pushyme	high\nQuickEmailVerification	quickemailverification	high\nQuickmail	quickmail	high\nRe:amaze	reamaze	high\nReply.io	replyio	high\nResend	~resend	high\nRingCentral	ringcentral	high\nRingover	ringover	high\nRocket.Chat	rocketchat	high\nRoute Mobile	routemobile	high\nSailthru	sailthru	high\nSalesforce Marketing Cloud	exacttarget marketingcloud	high\nSalesLoft	salesloft	high\nSavvyCal	savvycal	high\nSendbird	sendbird	high\nSendGrid	sendgrid	high\nSendPost	sendpost	high\nSendPulse	sendpulse	high\nSendy	sendy	high\nServerChan	serverchan	high\nServiceNow	servicenow	high\nSetmore	setmore	high\nSignal	signalapp	high\nSignalWire	signalwire	high\nSimplyBook	simplybook simplybookme	high\nSinch	~sinch	high\nSkype	skype	high\nSlack	~slack	high\nSmartlead	smartlead	high\nSmooch	smooch sunshineconversations	high\nSMS.ru	smsru	high\nSMSAPI	smsapi	high\nSMSC	smsc	high\nSMSGlobal	smsglobal	high\nSMTP2GO	smtp2go	high\nSnov.io	snovio	high\nSocketLabs	socketlabs	high\nSparkPost	sparkpost	high\nStreak	streakcrm	high\nStream	getstream streamio	high\nSubstack	substack	high\nTalkdesk	talkdesk	high\nTalkJS	talkjs	high\nTawk.to	tawk tawkto	high\nTeamSupport	teamsupport	high\nTelegram	~telegram	high\nTeleSign	telesign	high\nTelnyx	telnyx	high\nTermii	termii	high\nTextlocal	textlocal	high\nTextMagic	textmagic	high\nThanks.io	thanksio	high\nTidio	tidio	high\nTinyLetter	tinyletter	high\nTrengo	trengo	high\nTribe	tribeso	high\nTurboSMS	turbosms	high\nTwilio	twilio	high	hex:32\nTwilio Flex	twilioflex	high\nTwist	twistapp	high\nUserEcho	userecho	high\nUserlike	userlike	high\nVanilla Forums	vanillaforums	high\nVero	getvero	high\nViber	viber	high\nVidyo	vidyo	high\nVK	vkontakte ~vk	high\nVoila Norbert	voilanorbert	high\nVonage	vonage nexmo	high\nVoximplant	voximplant	high\nWebex	webex ciscospark	high\nWeChat	wechat weixin	high\nWeCom	wecom workwechat	high\nWhatsApp	whatsapp	high\nWhereby	~whereby	high\nWoodpecker.co	woodpeckerco	high\nYahoo Mail	yahoomail	high\nYesware	yesware	high\nYouCanBookMe	youcanbookme	high\nYunpian	yunpian	high\nZadarma	zadarma	high\nZendesk	zendesk	high\nZeroBounce	zerobounce	high\nZoho Desk	zohodesk	high\nZoho Mail	zohomail	high\nZoom	~zoom	high\nZulip	zulip	high\n1Password	onepassword 1password	high\nAbstract	abstractapi	high\nAdalo	adalo	high\nAdobe	~adobe adobeio	high\nAgility CMS	agilitycms	high\nAha!	ahaio ~aha	high\nAirfocus	airfocus	high\nAirtable	airtable	high\nAkeyless	akeyless	high\nAnsible	~ansible awx	high\nAny.do	anydo	high\nApiary	apiaryio apiary	high\nApigee	apigee	high\nAPIMatic	apimatic	high\nApollo GraphQL	apollographql apollostudio ~apollo	high		apollo\nApp Center	appcenter	high\nApp Store Connect	appstoreconnect ~asc	high\nAppcircle	appcircle	high\nApplitools	applitools	high\nAppsmith	appsmith	high\nAppVeyor	appveyor	high\nArgo CD	argocd	high\nArtillery	~artillery	high\nAsana	asana	high\nAssembla	assembla	high\nAWS Device Farm	devicefarm	high\nAzure DevOps	azuredevops vsts ado	high		azure\nBacklog	nulab ~backlog	high\nBamboo	bambooci ~bamboo	high\nBasecamp	~basecamp	high\nBeanstalk	beanstalkapp	high\nBitbar	bitbar	high\nBitbucket	~bitbucket	high\nBitrise	bitrise	high\nBitwarden	bitwarden	high\nBlack Duck	blackduck	high\nBlazeMeter	blazemeter	high\nBrowserStack	browserstack	high\nBubble	bubbleio ~bubble	high\nBuddy	buddyworks ~buddy	high\nBudibase	budibase	high\nBugfender	bugfender	high\nBugzilla	bugzilla	high\nBuildbot	buildbot	high\nBuildBuddy	buildbuddy	high\nBuilder.io	builderio	high\nBuildkite	buildkite	high	hex:40\nButterCMS	buttercms	high\nCalibre	calibreapp	high\nCanny	~canny	high\nCanva	~canva	high\nCheckmarx	checkmarx	high\nChef	~chef chefserver	high\nChocolatey	chocolatey	high\nChromatic	chromatic	high\nCircleCI	circleci ~circle	high	hex:40\nClickUp	clickup	high\nCloudBees	cloudbees	high\nCloudBees Rollout	~rollout	high\nCocoaPods	cocoapods	high\nCoda	codaio ~coda	high\nCodacy	codacy	high\nCode Climate	codeclimate qltysh	high\nCodeberg	codeberg	high\nCodeCommit	codecommit	high\nCodecov	codecov	high	uuid\nCodeFactor	codefactor	high\nCodefresh	codefresh	high\nCodemagic	codemagic	high\nCoder	~coder coderv2	high\nCodeSandbox	codesandbox	high\nCodeScene	codescene	high\nCodeship	codeship	high\nCodeSignal	codesignal	high\nCodespaces	codespaces	high\nCodility	codility	high\nConcourse	concourseci	high\nConda	anaconda ~conda	high\nConfigCat	configcat	high\nConfluence	confluence	high		atlassian\nContentful	contentful	high	base64url:43\nContentstack	contentstack	high\nCosmic	cosmicjs ~cosmic	high\nCoveralls	coveralls	high\nCPAN	~cpan ~pause	high\ncrates.io	cratesio ~crates ~cargo	high		crates-io\nCrowdin	crowdin	high\nCyberArk	cyberark conjur	high\nCypress	cypress	high\nDagger	daggercloud ~dagger	high\nDashlane	dashlane	high\nDatoCMS	dato datocms	high\nDeepSource	deepsource	high\nDependabot	dependabot	high\nDeployHQ	deployhq	high\nDevCycle	devcycle	high\nDirectus	directus	high\nDocker Scout	dockerscout	high\nDoppler	doppler	high\ndotenv	dotenvorg dotenvvault	high\nDrone	droneci ~drone	high\nDrupal	drupal	high\nEarthly	earthly	high\nEmbrace	embraceio	high\nEngFlow	engflow	high\nEnvKey	envkey	high\nEnvoyer	envoyer	high\nEppo	eppo	high\nEvernote	evernote	high\nExpo	~expo	high\nFastlane	fastlane	high\nFigma	figma	high\nFlagsmith	flagsmith	high\nFlathub	flathub	high\nFlux	fluxcd ~flux	high\nForgejo	forgejo	high\nFortify	fortify	high\nFOSSA	~fossa	high\nFramer	~framer	high\nFreedcamp	freedcamp	high\nGatling	gatling	high\nGerrit	~gerrit	high\nGhost	ghostcms ~ghost	high\nGhost Inspector	ghostinspector	high\nGitea	gitea	high\nGitee	gitee	high	hex:32\nGitGuardian	gitguardian	high\nGitHub	~github ~gh	high	hex:40\nGitLab	~gitlab	high\nGitpod	gitpod	high\nGlide	glideapps ~glide	high\nGoCD	gocd	high\nGogs	~gogs	high\nGoogle Play	googleplay playstore	high\nGradle Enterprise	gradleenterprise develocity	high\nGrafbase	grafbase	high\nGravitee	gravitee	high\nGrowthBook	growthbook	high\nHackerearth	hackerearth	high\nHackerRank	hackerrank	high\nHarness	harnessio ~harness	high\nHarness FF	harnessff	high\nHasura	hasura	high\nHeight	heightapp ~height	high\nHex.pm	hexpm	high\nHomebrew	homebrew	high\nHoppscotch	hoppscotch	high\nHygraph	hygraph graphcms	high\nInfisical	infisical	high\nInsomnia	~kong kongkonnect konnect	high		kong\nInstabug	instabug	high\nInternal.io	internalio	high\nInVision	invision	high\nJenkins	~jenkins	high\nJira	jira atlassian	high		atlassian\nJoomla	joomla	high\nJudge0	judge0	high\nk6	k6cloud k6	high\nKatalon	katalon	high\nKeeper	keepersecurity ~keeper	high\nKobiton	kobiton	high\nKontent.ai	kontent kontentai	high\nLambdaTest	lambdatest	high\nLastPass	lastpass	high\nLaunchDarkly	launchdarkly	high\nLeetCode	leetcode	high\nLGTM	lgtm	high\nLinear	linearapp ~linear	high\nLoader.io	loaderio	high\nLocalazy	localazy	high\nLokalise	lokalise	high\nLoom	loomsdk ~loom	high\nLucid	lucidchart ~lucid	high\nMabl	mabl	high\nMantis	mantisbt	high\nMashape	mashape	high\nMaven Central	mavencentral sonatypeossrh ossrh	high		maven\nMeisterTask	meistertask	high\nMend	mendio whitesource ~mend	high\nMicrosoft To Do	microsofttodo	high\nMiro	~miro	high\nMonday	mondaycom ~monday	high\nMuleSoft	mulesoft anypoint	high\nMural	~mural	high\nNifty	niftypm	high\nNotion	~notion	high\nnpm	~npm	high	uuid\nNuGet	nuget	high\nNx Cloud	nxcloud	high\nObsidian	obsidian	high\nOctopus Deploy	octopusdeploy ~octopus	high\nOneSky	onesky	high\nOpenProject	openproject	high\nOptimizely	optimizely episerver	high\nPackagist	packagist	high\nPayload	payloadcms ~payload	high\nPercy	~percy	high\nPerfecto	perfectomobile perfecto	high\nPerforce	perforce	high\nPhabricator	phabricator	high\nPhrase	phraseapp ~phrase	high\nPivotal Tracker	pivotaltracker ~pivotal	high\nPlane	planeso ~plane	high\nPlasmic	~plasmic	high\nPlaywright	playwright	high\nPOEditor	poeditor	high	hex:32\nPostHog	posthog	high\nPostman	~postman	high\nPrisma	~prisma prismadata prismaaccelerate	high\nPrismic	prismic	high\nProdPad	prodpad	high\nProductboard	productboard	high\npub.dev	pubdev	high\nPuppet	~puppet	high\nPyPI	pypi	high\nqTest	qtest	high\nRainforest QA	rainforestqa rainforest	high\nRally	rallydev	high\nRapidAPI	rapidapi xrapidapi	high\nReadMe	readmeio	high\nRedmine	redmine	high\nRenovate	~renovate	high\nReplit	replit	high\nRetool	retool	high\nRoam Research	roamresearch	high\nRubyGems	rubygems	high\nRundeck	~rundeck	high\nSaltStack	saltstack	high\nSanity	sanityio ~sanity	high\nSauce Labs	saucelabs sauce	high\nScrutinizer	scrutinizer	high\nSemaphore	semaphoreci ~semaphore	high\nSemgrep	semgrep	high\nShake	shakebugs	high\nShippable	shippable	high\nShortcut	clubhouse ~shortcut	high\nSimpleLocalize	simplelocalize	high\nSitecore	sitecore	high\nSketch	~sketch sketchcloud	high\nSmartling	smartling	high\nSmartsheet	smartsheet	high\nSnapcraft	snapcraft	high\nSnyk	snyk	high	uuid\nSocket	socketdev ~socket	high\nSoftr	softr	high\nSonarQube	~sonar sonarqube sonarcloud	high	hex:40	sonarqube\nSourcegraph	sourcegraph	high\nSourceHut	sourcehut	high\nSpeedcurve	speedcurve	high\nSpinnaker	spinnaker	high\nSplit	splitio ~split	high\nSquarespace	squarespace	high\nStack Overflow	stackoverflow stackexchange	high\nStackBlitz	stackblitz	high\nStackStorm	stackstorm	high\nStatsig	statsig	high\nStepsize	stepsize	high\nStepZen	stepzen	high\nStoplight	stoplight	high\nStoryblok	storyblok	high\nStrapi	strapi	high\nSwaggerHub	swaggerhub	high\nSwimm	swimm	high\nTaiga	taiga	high\nTargetprocess	targetprocess	high\nTeamCity	teamcity	high\nTeamwork	teamworkpm ~teamwork	high\nTekton	tekton	high\nTest PyPI	testpypi	high		pypi\nTestFlight	testflight	high\nTestim	testim	high\nTestingBot	testingbot	high\nTestRail	testrail	high\nTexterify	texterify	high\nThycotic	thycotic delinea	high\nTickTick	ticktick	high\nTinaCMS	tinacms	high\nTodoist	todoist	high\nTolgee	tolgee	high\nToolJet	tooljet	high\nTransifex	transifex	high\nTravis CI	travis travisci	high	base62:22\nTrello	trello	high	hex:32,hex:64\nTurborepo	turborepo	high\nTyk	tyk	high\nUmbraco	umbraco	high\nUnleash	~unleash	high\nUserVoice	uservoice	high\nVeracode	veracode	high\nVersionOne	versionone	high\nWaldo	waldoapp	high\nWebflow	webflow	high\nWeblate	weblate	high\nWebPageTest	webpagetest	high\nWeebly	weebly	high\nWercker	wercker	high\nWhimsical	whimsical	high\nWix	~wix	high\nWoodpecker	woodpeckerci ~woodpecker	high\nWordPress	wordpress wpcom	high\nWrike	wrike	high\nWSO2	wso2	high\nWunderGraph	wundergraph	high\nXray	xraytest ~xray	high\nYarn	~yarn	high\nYouTrack	youtrack jetbrains	high		jetbrains\nZenhub	zenhub	high\nZenTao	zentao	high\nZephyr	zephyrscale ~zephyr	high\nZeplin	zeplin	high\nZuplo	zuplo	high\n2Captcha	2captcha twocaptcha	high	hex:32\nAbnormal	abnormalsecurity	high\nAbuseIPDB	abuseipdb	high	hex:80\nAcronis	acronis	high\nAction1	action1	high\nAcunetix	acunetix	high\nAddigy	addigy	high\nAlienVault OTX	alienvault otx	high	hex:64\nAnchore	anchore	high\nAnomali	anomali	high\nAnti-Captcha	anticaptcha	high	hex:32\nAny.Run	anyrun	high\nAnyDesk	anydesk	high\nAqua	aquasec	high\nArcSight	arcsight	high\nArkose Labs	arkoselabs funcaptcha	high\nAserto	aserto	high\nAtera	~atera	high\nAuth0	auth0	high\nAuthlete	authlete	high\nAuthy	authy	high\nAuvik	auvik	high\nBarracuda	barracuda	high\nBeyondTrust	beyondtrust	high\nBigID	bigid	high\nBinaryEdge	binaryedge	high\nBitdefender	bitdefender	high\nBitSight	bitsight	high\nBorgbase	borgbase	high\nBugcrowd	bugcrowd	high\nBurp Suite	burpsuite portswigger	high\nCapSolver	capsolver	high\nCarbon Black	carbonblack	high\nCastle	castleio	high\nCensys	censys	high\nCerbos	cerbos	high\nClerk	clerk clerkdev	high\nCloudflare Access	cloudflareaccess	high\nCobalt	cobaltio	high\nCofense	cofense	high\nCognito	cognito	high\nCohesity	cohesity	high\nCommvault	commvault	high\nConnectWise	connectwise	high\nCookiebot	cookiebot	high\nCortex XSOAR	cortexxsoar demisto	high\nCotter	cotterapp	high\nCrashplan	crashplan code42	high\nCribl	cribl	high\nCriminalIP	criminalip	high\nCrowdStrike	crowdstrike ~falcon	high\nCylance	cylance	high\nDataDome	datadome	high\nDataGrail	datagrail	high\nDatto	~datto	high\nDeathByCaptcha	deathbycaptcha	high\nDeHashed	dehashed	high\nDescope	descope	high\nDetectify	detectify	high	hex:32\nDevo	devoinc	high\nDomainTools	domaintools	high\nDomotz	domotz	high\nDrata	~drata	high\nDruva	~druva	high\nDuo	duosecurity	high\nDuplicati	duplicati	high\nEntra ID	entraid azuread aad	high\nEntrust	~entrust	high\nESET	eset	high\nExabeam	exabeam	high\nFingerprintJS	fingerprintjs	high\nFOFA	fofa	high	hex:32\nForgeRock	forgerock	high\nFortanix	fortanix	high\nFraudLabs Pro	fraudlabspro	high\nFriendlyCaptcha	friendlycaptcha	high\nFrontegg	frontegg	high\nFullHunt	fullhunt	high\nFusionAuth	fusionauth	high\nGeeTest	geetest	high\nGoogle Safe Browsing	safebrowsing	high\nGravitational	gravitational	high\nGreyNoise	greynoise	high\nHackerOne	hackerone	high\nHanko	hanko	high\nHave I Been Pwned	haveibeenpwned hibp	high	hex:32\nhCaptcha	hcaptcha	high\nHexnode	hexnode	high\nHunter.how	hunterhow	high\nHybrid Analysis	hybridanalysis	high\nIntelX	intelx intelligencex	high	uuid\nIntezer	intezer	high\nIntigriti	intigriti	high\nIntruder	intruderio	high\nIntune	~intune	high\nIPQS Fraud	ipqsfraud	high\nIPQualityScore	ipqualityscore ipqs	high\nIubenda	iubenda	high\nJamf	~jamf	high\nJoe Sandbox	joesandbox	high\nJumpCloud	jumpcloud	high	hex:40\nKandji	kandji	high\nKaseya	kaseya	high\nKaspersky	kaspersky opentip	high\nKeycloak	keycloak	high\nKinde	kinde	high\nKnowBe4	knowbe4	high\nKolide	~kolide	high\nLacework	lacework	high\nLeakCheck	leakcheck	high\nLeakix	leakix	high\nLoginRadius	loginradius	high\nLogRhythm	logrhythm	high\nLogto	logto	high\nMagic	magiclinkauth	high\nMalShare	malshare	high	hex:64\nMalwareBazaar	malwarebazaar abusech	high\nMalwarebytes	malwarebytes	high\nMcAfee	mcafee trellix	high\nMimecast	mimecast	high\nMiradore	miradore	high\nMISP	misp	high\nMobileIron	mobileiron	high\nMojoAuth	mojoauth	high\nMosyle	mosyle	high\nNetlas	netlas	high\nNetskope	netskope	high\nNetsparker	netsparker invicti	high\nNightfall	nightfall nightfallai	high\nNinjaOne	ninjarmm ninjaone	high\nOkta	okta	high\nOneLogin	onelogin	high\nOneTrust	onetrust	high\nOnyphe	onyphe	high\nOpenCTI	opencti	high\nOrca	orcasecurity	high\nOry	~ory orynetwork	high\nOsano	osano	high\nOso	osocloud	high\nosquery Fleet	fleetdm	high\nPanorays	panorays	high\nPanther	pantherlabs	high\nPassage	passageid	high\nPassiveTotal	passivetotal riskiq	high\nPerimeterX	perimeterx	high\nPermit.io	permitio	high		permit\nPhishTank	phishtank	high\nPing Identity	pingidentity pingone	high\nPrisma Cloud	prismacloud twistlock	high\nProbely	probely	high\nProofpoint	proofpoint	high\nPropelAuth	propelauth	high\nPulsedive	pulsedive	high	hex:64\nQRadar	qradar	high\nQualys	qualys	high\nRapid7	rapid7 insightvm	high	uuid\nreCAPTCHA	recaptcha	high\nRecorded Future	recordedfuture	high	hex:32\nrestic	~restic	high\nRSA SecurID	securid	high\nRubrik	~rubrik	high\nSailPoint	sailpoint	high\nSaviynt	saviynt	high\nSAWO	sawolabs	high\nScamalytics	scamalytics	high\nSecureframe	secureframe	high\nSecurity Onion	securityonion	high\nSecurityScorecard	securityscorecard	high\nSecurityTrails	securitytrails	high\nSentinelOne	sentinelone	high\nSeon	seon	high\nShodan	shodan	high	base62:32\nSkyflow	skyflow	high\nSophos	sophos	high\nSplashtop	splashtop	high\nSpyCloud	spycloud	high\nSSL Labs	ssllabs	high\nStrongDM	strongdm	high\nStytch	stytch	high\nSumo Logic SIEM	sumologicsiem	high\nSuperTokens	supertokens	high\nSwimlane	~swimlane	high\nSysdig	sysdig	high\nTeamViewer	teamviewer	high\nTeleport	~teleport goteleport	high\nTenable	tenable nessus	high\nThales CipherTrust	ciphertrust	high\nTheHive	thehive4	high\nThreatConnect	threatconnect	high\nTines	~tines	high\nTorq	torqio	high\nTranscend	transcendio	high\nTrend Micro	trendmicro	high\nTrustArc	trustarc	high\nTugboat Logic	tugboatlogic	high\nTurnstile	turnstile	high\nUpGuard	upguard	high\nURLScan	urlscan	high	uuid\nUsercentrics	usercentrics	high\nUserfront	userfront	high\nVanta	~vanta	high\nVeeam	veeam	high\nVelociraptor	velociraptor	high\nVirtru	virtru	high\nVirusTotal	virustotal	high	hex:64\nWarrant	warrantdev	high\nWazuh	wazuh	high\nWhoisXML API	whoisxml whoisxmlapi	high\nWhoxy	whoxy	high\nWiz	wizio	high\nWorkOS	workos	high\nYesWeHack	yeswehack	high\nYubico	yubico yubikey	high\nZoomEye	zoomeye	high\nZscaler	zscaler	high\n42 Intra	intra42	medium\n6sense	6sense	medium\nAcquia DAM	acquiadam	medium\nActiveMQ	activemq	medium\nAdapty	adapty	medium\nAdMob	admob	medium\nAdSense	adsense	medium\nAero Workflow	aeroworkflow	medium\nAeroLeads	aeroleads	medium\nAikido	aikido aikidosecurity	high\nAirnotifier	airnotifier	medium\nAlconost	alconost	medium\nAlegra	alegra	medium\nAletheia API	aletheiaapi	medium\nAlfresco	alfresco	medium\nallsports API	allsportsapi	medium\nAmberscript	amberscript	medium\nAnymail Finder	anymailfinder	medium\nApacta	apacta	medium\nAPI2Cart	api2cart	medium\nApideck	apideck	medium\nApifonica	apifonica	medium\napilayer	apilayer	medium\nApizee	apizee	medium\nAppFollow	appfollow	medium\nAppLovin	applovin	medium\nAppNexus	appnexus xandr	medium\nAppointedd	appointedd	medium\nAppSynergy	appsynergy	medium\nApptimize	apptimize	medium\nApptivo	apptivo	medium\nAprimo	aprimo	medium\nArgos	argosci ~argos	medium\nArtsy	artsy	medium\nAsaas	asaas	high\nAutoklose	autoklose	medium\nAvaza	avaza	medium\nAxonaut	axonaut	medium\nAylien News	ayliennews	medium\nAyoa	ayoa	medium\nBatch	batchcom	medium\nBeamer	getbeamer	medium\nBeebole	beebole	medium\nBeSnappy	besnappy	medium\nBestTime	besttime	medium\nBillomat	billomat	medium\nBing Ads	bingads microsoftads	medium\nBitcoinAverage	bitcoinaverage	medium\nBitmovin Player	bitmovinplayer	medium\nBlitapp	blitapp	medium\nBlocknative	blocknative	medium\nBlogger	blogger	medium\nBombBomb	bombbomb	medium\nBoostNote	boostnote	medium\nBouncify	bouncify	medium\nBraintrust	braintrust	medium\nBrandfetch	brandfetch	medium\nBrandfolder	brandfolder	medium\nBuddyns	buddyns	medium\nBugHerd	bugherd	medium\nBulbul CRM	bulbul	medium\nBynder	bynder	medium\nCaflou	caflou	medium\nCalorieNinjas	calorieninjas calorieninja	medium\nCampayn	campayn	medium\nCanto	cantoglobal	medium\nCaptain Verify	captainverify	medium\nCaptainData	captaindata	medium\nCashboard	cashboardapp	medium\nCassandra	~cassandra	medium\nCentralStationCRM	centralstationcrm	medium\nCEX.IO	cexio	medium\nChartboost	chartboost	medium\nChatBot	chatbotcom	medium\nChatFuel Pro	chatfule	medium\nCheckvist	checkvist	medium\nCicero	ciceroapi	medium\nClearout	clearout	medium\nCleverTap	clevertap	medium\nClickHelp	clickhelp	medium\nCliengo	cliengo	medium\nClientary	clientary	medium\nClinchpad	clinchpad	medium\nClockwork SMS	clockworksms	medium\nClojars	clojars	high\nCloud Elements	cloudelements	medium\nCloudplan	cloudplan	medium\nCloze	clozeapp	medium\nClustDoc	clustdoc	medium\nCodeQuiry	codequiry	medium\nCognism	cognism	medium\nCollect2	collect2	medium\nCommerce.js	commercejs chec	medium\nCommodities API	commoditiesapi	medium\nCompanyHub	companyhub	medium\nComposio	composio	high\nConversionTools	conversiontools	medium\nConvier	convier	medium\nCriteo	criteo	medium\nCurrencycloud	currencycloud	medium\nCustomerGuru	customerguru	medium\nD7 Networks	d7networks d7network	medium\nDandelion API	dandelionapi	medium\nDareBoost	dareboost	medium\nDatamuse	datamuse	medium\nDatanyze	datanyze	medium\nDemandbase	demandbase	medium\nDepot	~depot depotdev	high\nDeputy	deputyapp	medium\nDfuse	dfuse	medium\nDiggernaut	diggernaut	medium\nDigital Turbine	digitalturbine fyber	medium\nDitto	dittowords	medium\nDNSCheck	dnscheckco	medium\nDocparser	docparser	medium\nDocumo	documo	medium\nDovico	dovico	medium\nDronaHQ	dronahq	medium\nDropcontact	dropcontact	medium\nDuply	duply	medium\nDynalist	dynalist	medium\nDyspatch	dyspatch	medium\nEagle Eye Networks	eagleeyenetworks	medium\nEasyInsight	easyinsight	medium\nEcoStruxure IT	ecostruxureit	medium\nEmailable	emailable	medium\nEnableX	enablex	medium\nEndor Labs	endorlabs	medium\nEnigma	enigmaio	medium\nEnvoy	envoycom	medium\nEraser	eraserio	medium\nEtcd	~etcd	medium\nEthplorer	ethplorer	medium\nExportSDK	exportsdk	medium\nExtractorAPI	extractorapi	medium\nFastForex	fastforex	medium\nFeedier	feedier	medium\nFetchRSS	fetchrss	medium\nFilepicker	filepicker	medium\nFinage	finage	medium\nFindl	findl	medium\nFlagship	flagshipio	medium\nFlatio	flatio	medium\nFleetbase	fleetbase	medium\nFlexport	flexport	medium\nFlightAPI	flightapi	medium\nFlightLabs	flightlabs	medium\nFlowflu	flowflu	medium\nFlyway	flywaydb	medium\nFMFW	fmfw	medium\nForm.io	formio	medium\nFormBucket	formbucket	medium\nFormCraft	formcraft	medium\nFormsite	formsite	medium\nFrame.io	frameio	medium\nFriendli	friendli	high\nFulcrum	fulcrumapp	medium\nFX Market	fxmarketapi	medium\nGengo	gengo	medium\nGeocodify	geocodify	medium\nGetEmail	getemailio	medium\nGetEmails	getemails	medium\nGetGeoAPI	getgeoapi	medium\nGetProspect	getprospect	medium\ngetsandbox	getsandbox	medium\nGitBook	gitbook	medium\nGlassfy	glassfy	medium\nGoCanvas	gocanvas	medium\nGoodDay	goodday	medium\nGoogle	~google ~goog	medium\nGoogle Ads	googleads adwords	medium\nGTmetrix	gtmetrix	medium\nGuru	getguru	medium\nHappyScribe	happyscribe	medium\nHazelcast	hazelcast	medium\nHiveage	hiveage	medium\nHolistic	holisticdev	medium\nHost.io	hostio	medium\nHoundify	houndify	medium\nHumanity	humanitycom	medium\nHybiscus	hybiscus	medium\nHyperTrack	hypertrack	medium\nIgnition	inductiveautomation	medium\nImpala	impalatravel	medium\nInMobi	inmobi	medium\nInstaBot	instabot	medium\nInterseller	interseller	medium\nInvoiceOcean	invoiceocean	medium\nironSource	ironsource	medium\nJBoss	jboss wildfly	medium\nJupiterOne	jupiterone	medium\nJuro	jurocom	medium\nKanban Tool	kanbantool	medium\nKanbanFlow	kanbanflow	medium\nKanbanize	kanbanize	medium\nKandy	kandyio	medium\nKarmaCRM	karmacrm	medium\nKaspr	kaspr	medium\nKnapsack Pro	knapsackpro	medium\nLeadfeeder	leadfeeder	medium\nLeadIQ	leadiq	medium\nLendFlow	lendflow	medium\nLexigram	lexigram	medium\nLiferay	liferay	medium\nLINE Notify	linenotify	medium\nLinkPreview	linkpreview	medium\nLiquibase	liquibase	medium\nLiveblocks	liveblocks	high\nLoadmill	loadmill	medium\nLoyverse	loyverse	medium\nLunch Money	lunchmoney	medium\nm3o	m3o	medium\nMadKudu	madkudu	medium\nMagicBell	magicbell	medium\nMagnetic	magnetichq	medium\nMagnite	magnite rubiconproject	medium\nMailfloss	mailfloss	medium\nMailmodo	mailmodo	medium\nManifest	manifestly	medium\nMariaDB	~mariadb	medium\nMavenlink	mavenlink	medium\nMemcached	~memcached	medium\nmesibo	mesibo	medium\nMetaApi	metaapi	medium\nMetrilo	metrilo	medium\nMillionVerifier	millionverifier	medium\nMindMeister	mindmeister	medium\nMintegral	mintegral	medium\nmite	mitetime	medium\nModerationAPI	moderationapi	medium\nMoEngage	moengage	medium\nMoonClerk	moonclerk	medium\nMrTicktock	mrticktock	medium\nMyFreshWorks	myfreshworks freshworks	medium\nmyIntervals	myintervals	medium\nMySQL	~mysql	medium\nNami ML	namiml	medium\nNetHunt	nethunt	medium\nNeutrino API	neutrinoapi	medium\nNFTPort	nftport	medium\nNicereply	nicereply	medium\nNlpearl	nlpearl	medium\nNoticeable	noticeableio	medium\nNozbe Teams	nozbeteams nozbe	medium\nOcrolus	ocrolus	medium\nOneDesk	onedesk	medium\nOOPSpam	oopspam	medium\nOpen VSX	openvsx ovsx	high\nOpenrouteservice Maps	orsapi	medium\nOutbrain	outbrain	medium\nOverloop	overloop	medium\nOwlBot	owlbot	medium\nParallelDots	paralleldots	medium\nParsers	parsersme	medium\nParseur	parseur	medium\nPaydirt	paydirtapp	medium\nPaymo	paymoapp	medium\nPaypal Here	paypalhere	medium\npganalyze	pganalyze	medium\nPhoneburner	phoneburner	medium\nPicovoice	picovoice	medium\nPlanview LeanKit	leankit planviewleankit	medium\nPlanyo	planyo	medium\nPollsAPI	pollsapi	medium\nPostageapp	postageapp	medium\nPostbacks	postbacks	medium\nPostgreSQL	~postgresql ~postgres ~psql	medium\nPowr	powrbot	medium\nProofy	proofyio	medium\nProspectCRM	prospectcrm	medium\nProspeo	prospeo	medium\nprotocols.io	protocolsio	medium\nPubMatic	pubmatic	medium\nPurchasely	purchasely	medium\nPureStake	purestake	medium\nPusher Beams	pusherbeams	medium\nQase	qase	medium\nQonversion	qonversion	medium\nQualaroo	qualaroo	medium\nQuantcast	quantcast	medium\nQubole	qubole	medium\nReachMail	reachmail	medium\nReally Simple Systems	reallysimplesystems	medium\nRedis	~redis	medium\nRentman	rentman	medium\nRepairShopr	repairshopr	medium\nRequest Finance	requestfinance	medium\nRestpack	restpack	medium\nRevampCRM	revampcrm	medium\nRevenueCat	revenuecat	medium\nRiteKit	ritekit	medium\nRoaring	roaringio	medium\nRollWorks	rollworks adroll	medium\nRoute4Me	route4me	medium\nRownd	rownd	medium\nRunrun.it	runrunit	medium\nSaladCloud	saladcloud	medium\nSalesBlink	salesblink	medium\nSalesCookie	salescookie	medium\nSalesmate	salesmate	medium\nScraperBox	scraperbox	medium\nSeamless AI	seamlessai	medium\nSelectPDF	selectpdf	medium\nSERPhouse	serphouse	medium\nSharePoint	sharepoint	medium\nSherpaDesk	sherpadesk	medium\nShipday	shipday	medium\nSidekiq	sidekiq	medium\nSignable	signable	medium\nSignaturit	signaturit	medium\nSignUpGenius	signupgenius	medium\nSigOpt	sigopt	medium\nSimFin	simfin	medium\nSimon Says	simonsaysai	medium\nSimplyNoted	simplynoted	medium\nSimvoly	simvoly	medium\nSiteleaf	siteleaf	medium\nSkrapp	skrappio	medium\nSkrapp Leads	skrappleads	medium\nSkyBiometry	skybiometry	medium\nSmaato	smaato	medium\nSnips	snipsai	medium\nSonicWall	sonicwall	medium\nSonix	sonixai	medium\nSpectralOps	spectralops	medium\nSpeechly	speechly	medium\nSpeechtext.ai	speechtextai	medium\nSQL Server	~sqlserver ~mssql	medium\nStackHawk	stackhawk	medium\nStockData	stockdataorg	medium\nStorecove	storecove	medium\nStormboard	stormboard	medium\nStoryChief	storychief	medium\nStripo	stripo	medium\nSugester	sugester	medium\nSupernotes	supernotes	medium\nSuperwall	superwall	medium\nSurveyAnyplace	surveyanyplace	medium\nSurveyBot	surveybot	medium\nSwrve	swrve	medium\nT.LY	tly	medium\nTaboola	taboola	medium\nTallyfy	tallyfy	medium\nTapjoy	tapjoy	medium\nTaplytics	taplytics	medium\nTeamgate	teamgate	medium\nTechnicalAnalysisAPI	technicalanalysisapi	medium\nTefter	tefter	medium\nTeleType	teletypeapp	medium\nTerminus	terminusapp	medium\nThe Trade Desk	thetradedesk	medium\nThousandEyes	thousandeyes	medium\nTimezoneAPI	timezoneapi	medium\nTinybird	tinybird	high\nTokeet	tokeet	medium\nTomba	tombaio	medium\nTomcat	~tomcat	medium\nTravelpayouts	travelpayouts	medium\nTravelTime	traveltime	medium\nTrint	trint	medium\nTruemail	truemail	medium\nTrueNAS	truenas freenas	medium\nTyntec	tyntec	medium\nTypetalk	typetalk	medium\nuClassify	uclassify	medium\nUnifyID	unifyid	medium\nUnity Ads	unityads	medium\nUnplugg	unplugg	medium\nUPCDatabase	upcdatabase	medium\nUplead	uplead	medium\nUpLead Data	upleaddata	medium\nUpwave	upwave	medium\nVbout	vbout	medium\nVerbit	verbit	medium\nVerifier	verifierio	medium\nVersionEye	versioneye	medium\nViewneo	viewneo	medium\nVoicegain	voicegain	medium\nVoodooSMS	voodoosms	medium\nVouchery	vouchery	medium\nVungle	vungle	medium\nVyte	vyte	medium\nWebdam	webdam	medium\nWebEngage	webengage	medium\nWebLogic	weblogic	medium\nWebScraping API	webscrapingapi	medium\nWebsitePulse	websitepulse	medium\nWePay	wepay	medium\nWiden	widencollective	medium\nWorksnaps	worksnaps	medium\nWorkstack	workstack	medium\nWorldCoinIndex	worldcoinindex	medium\nXtremepush	xtremepush	medium\nYousign	yousign	medium\nZenkit	zenkit	medium\nZenscrape	zenscrape	medium\nZenserp	zenserp	medium\nZep	zepai getzep	medium\nZipAPI	zipapius	medium\nZipBooks	zipbooks	medium\nZooKeeper	~zookeeper	medium\n500px	500px	medium\n511	bay511	medium\n7digital	7digital	medium\n8base	8base	medium\nAbstract Holidays	abstractholidays	medium\nAccuWeather	accuweather	medium	base62:32\nAcoustID	acoustid	medium\nACRCloud	acrcloud	medium\nAddressfinder	addressfinder	medium\nAddressy	addressy	medium\nAdobe Fonts	adobefonts typekit	medium\nAdobe Stock	adobestock	medium\nAdopt a Pet	adoptapet	medium\nADS-B Exchange	adsbexchange	medium\nAEMET	aemet	medium\nAerisWeather	aerisweather	medium\nAirLabs	airlabs	medium\nAirNow	airnow	medium\nAirVisual	airvisual iqair	medium\nAISHub	aishub	medium\nAlgolia Places	algoliaplaces	medium\nAllDebrid	alldebrid	medium\nAmap	~amap gaode	medium	hex:32\nAmbee	~ambee	medium	hex:64\nAnchor	anchorfm	medium\nAniDB	anidb	medium\nAniList	anilist	medium\nAPI-Football	apifootball apisports	medium	hex:32\napi.video	apivideo	medium\nApple Music	applemusic musickit	medium\narXiv	~arxiv	medium\nAssociated Press	apnews	medium\nATTOM	attomdata	medium\nAudD	audd	medium\nAudiomack	audiomack	medium\nAuto Scout	autoscout24	medium\nAviation Edge	aviationedge	medium\nAviationStack	aviationstack	medium	hex:32\nAzure Maps	azuremaps	medium\nAzure Speech	azurespeech	medium\nBackendless	backendless	medium\nBaidu Maps	baidumap baidumaps	medium\nBallDontLie	balldontlie	medium\nBandsintown	bandsintown	medium\nBarcode Lookup	barcodelookup	medium\nBART	bartapi	medium\nBaserow	baserow	medium\nBattle.net	battlenet blizzard	medium\nBazarr	bazarr	medium	hex:32\nBEA	beagov	medium\nBehance	behance	medium\nBetfair	betfair	medium\nBigDataCloud	bigdatacloud	medium\nBigParser	bigparser	medium\nBilibili	bilibili	medium\nBing Maps	bingmaps	medium\nBing News	bingnews	medium\nBing Search	bingsearch	medium	hex:32\nBitmovin	bitmovin	medium\nBLS	blsgov	medium\nBluesky	bluesky bsky	medium\nBrawl Stars	brawlstars	medium\nBreezoMeter	breezometer	medium\nBreweryDB	brewerydb	medium	hex:32\nBrightcove	brightcove	medium\nBungie	~bungie	medium	hex:32\nBuy Me a Coffee	buymeacoffee	medium\nBuzzsprout	buzzsprout	medium\nCaiyun	~caiyun caiyunapp	medium\nCalendarific	calendarific	medium\nCaptivate	captivatefm	medium\nCarbon Interface	carboninterface	medium\nCarMD	carmd	medium\nCARTO	cartodb ~carto	medium\nCaspio	caspio	medium\nCensus Bureau	censusbureau censusgov	medium	hex:40\nChomp	chompthis	medium\nCincopa	cincopa	medium\nCitymapper	citymapper	medium\nClash of Clans	clashofclans	medium\nClash Royale	clashroyale	medium\nClassy	classyorg	medium\nClimatiq	climatiq	medium\nCloudflare Stream	cloudflarestream	medium\nCloverly	cloverly	medium\nCMS	cmsgov	medium\nCoconut	coconutco	medium\nCoinLib	coinlib	medium\nCollegeFootballData	collegefootballdata cfbd	medium\nComic Vine	comicvine	medium	hex:40\nCompanies House	companieshouse	medium\nCongress.gov	congressgov	medium\nCooper Hewitt	cooperhewitt	medium	hex:32\nCopernicus	~copernicus cdsapi	medium\nCORE	coreacuk	medium\nCountryLayer	countrylayer	medium	hex:32\nCountryStateCity	countrystatecity	medium\nCricket API	cricapi cricketapi	medium\nCrossref	crossref	medium\nCTA	ctabus ctatrain	medium\nCurrents	currentsapi	medium\nCurseForge	curseforge	medium\nDailymotion	dailymotion	medium\nDark Sky	darksky	medium	hex:32\nData.go.kr	datagokr	medium\nData.gouv.fr	datagouv	medium\ndata.gov	datagov apidatagov	medium	base62:40\nDataverse	dataverse	medium	uuid\nDB-IP	dbip	medium\nDeezer	deezer	medium\nDepositphotos	depositphotos	medium\nDetect Language	detectlanguage	medium	hex:32\nDeutsche Bahn	deutschebahn	medium\nDev.to	devto	medium\nDeviantArt	deviantart	medium\nDigi-Key	digikey	medium\nDigitransit	digitransit	medium\nDiscogs	discogs	medium\nDocumenu	documenu	medium\nDonorbox	donorbox	medium\nDouyin	douyin	medium\nDPLA	~dpla	medium	hex:32\nDribbble	dribbble	medium\nDuckDuckGo	duckduckgo	medium\ne-Stat	estatjp	medium	hex:40\neBird	ebird	medium\nEdmunds	~edmunds	medium\nEIA	eiagov	medium\nElectricity Maps	electricitymaps electricitymap	medium\nElement14	element14 farnell	medium\nEmby	emby	medium	hex:32\nEncoding.com	encodingcom	medium\nEntity Sport	entitysport	medium\nEpic Games	epicgames	medium\nEsri	esri arcgis	medium		arcgis\nEstated	estated	medium\nEuropeana	europeana	medium\nEVE Online	eveonline	medium\nEvent Registry	eventregistry newsapiai	medium\nExtremeIP	extremeiplookup	medium\nFacebook	~facebook ~fb	medium\nFACEIT	faceit	medium\nFactual	~factual	medium\nFanart.tv	fanarttv fanart	medium	hex:32\nFDA	openfda	medium\nFEC	openfec	medium\nFestivo	getfestivo festivo	medium\nFibery	fibery	medium\nFigshare	figshare	medium\nfile.io	fileio	medium\nFlaticon	flaticon	medium\nFlickr	flickr	medium	hex:32\nFlightAware	flightaware aeroapi	medium\nFlightradar24	flightradar24	medium\nFlightStats	flightstats cirium	medium\nFont Awesome	fontawesome	medium\nfootball-data.org	footballdata	medium	hex:32\nFortnite	fortnite fortniteapi	medium\nFoursquare	foursquare	medium\nFreepik	freepik	medium\nFreesound	freesound	medium\nGameAnalytics	gameanalytics	medium\nGameSparks	gamesparks	medium\nGenius	geniuslyrics ~genius	medium\nGeoapify	geoapify	medium	hex:32\nGeocode.earth	geocodeearth	medium\ngeocode.xyz	geocodexyz	medium\nGeocodio	geocodio geocod	medium\nGeoJS	geojs	medium\nGeoNames	geonames	medium\ngetAddress.io	getaddress getaddressio	medium\nGetty Images	gettyimages	medium\nGfycat	gfycat	medium\nGhostbin	ghostbin	medium\nGiant Bomb	giantbomb	medium	hex:40\nGiphy	giphy	medium	base62:32\nGNews	gnews	medium	hex:32\nGoFile	gofile	medium\nGoFundMe	gofundme	medium\nGOG	gogcom	medium\nGoodreads	goodreads	medium\nGoogle Books	googlebooks	medium\nGoogle Custom Search	googlecse customsearch	medium\nGoogle Earth Engine	earthengine	medium\nGoogle Fonts	googlefonts	medium\nGoogle Maps	googlemaps gmaps	medium		google\nGoogle Translate	googletranslate	medium\nGovTrack	govtrack	medium\nGrammarly	grammarly	medium\nGraphHopper	graphhopper	medium	uuid\nGrist	getgrist	medium\nGuardian	guardianapi theguardian	medium	uuid\nGuild Wars 2	guildwars2 gw2	medium\nGyazo	gyazo	medium\nHacker News	hackernews	medium\nHardcover	hardcoverapp	medium\nHarvard Art Museums	harvardartmuseums	medium	uuid\nHashnode	hashnode	medium\nHERE	heremaps hereapi heretechnologies	medium\nHolidayAPI	holidayapi	medium	uuid\nHUD	hudgov	medium\nHypixel	hypixel	medium	uuid\nHypothes.is	hypothesis	medium\nIBM Watson	ibmwatson watson	medium\nIconfinder	iconfinder	medium\nIcons8	icons8	medium\nIdeal Postcodes	idealpostcodes	medium\nIEEE Xplore	ieeexplore	medium\nIGDB	igdb	medium\nIMDb	imdb imdbapi	medium\nImgBB	imgbb	medium	hex:32\nImgur	imgur	medium\niNaturalist	inaturalist	medium\nIndiegogo	indiegogo	medium\nINSEE	inseefr	medium\nInstagram	instagram	medium\nIP2Location	ip2location	medium\nIP2Proxy	ip2proxy	medium\nipapi	ipapi	medium	hex:32\nipbase	ipbase	medium\nipdata	ipdata	medium\nipgeolocation.io	ipgeolocation ipgeolocationio	medium	hex:32\nIPify	ipify geoipify	medium\nipify geo	ipifygeo	medium\nIPinfo	ipinfo ipinfoio	medium\nIPInfoDB	ipinfodb	medium	hex:64\nipstack	ipstack	medium	hex:32\nISBNdb	isbndb	medium\niStock	istock	medium\nItch.io	itchio	medium\nIUCN Red List	iucnredlist	medium\nJackett	jackett	medium\nJamendo	jamendo	medium\nJawg	jawgmaps jawg	medium\nJellyfin	jellyfin	medium	hex:32\nJSONBin	jsonbin	medium\nJSONStorage	jsonstorage	medium\nJustGiving	justgiving	medium\nJustWatch	justwatch	medium\nJW Player	jwplayer jwplatform	medium\nKakao Maps	kakaomap	medium\nKaltura	kaltura	medium\nKickstarter	kickstarter	medium\nKintone	kintone	medium\nKinvey	kinvey	medium\nKitsu	kitsu	medium\nKnack	knackhq knackcom	medium\nKo-fi	kofi	medium\nKroger	kroger	medium\nKumulos	kumulos	medium\nLanguageLayer	languagelayer	medium	hex:32\nLanguageTool	languagetool	medium\nLast.fm	lastfm	medium	hex:32\nLecto	lectoai	medium\nLegiScan	legiscan	medium	hex:32\nLibraryThing	librarything	medium\nLibsyn	libsyn	medium\nLidarr	lidarr	medium	hex:32\nLinkedIn	linkedin	medium\nListen Notes	listennotes	medium\nLob Address	lobaddress	medium\nLocationIQ	locationiq	medium\nLoqate	loqate	medium\nMapbox	mapbox	medium\nMapillary	mapillary	medium\nMappls	mapmyindia mappls	medium\nMapQuest	mapquest	medium\nMapTiler	maptiler	medium\nMarineTraffic	marinetraffic	medium\nMarketcheck	marketcheck	medium\nMarvel	marvelapi	medium\nMastodon	mastodon	medium\nMaxar	maxar	medium\nMaxMind GeoIP	geoip geoip2	medium\nMBTA	mbta	medium\nMediastack	mediastack	medium	hex:32\nMedium	mediumapi ~medium	medium\nMelissa	melissadata	medium\nMendeley	mendeley	medium\nMerriam-Webster	merriamwebster dictionaryapi	medium	uuid\nMet Office	metoffice datapoint	medium\nMeteoblue	meteoblue	medium\nMeteomatics	meteomatics	medium\nMicrosoft Translator	microsofttranslator azuretranslator	medium\nMinecraft	minecraft mojang	medium\nMixcloud	mixcloud	medium\nMockaroo	mockaroo	medium	hex:8\nmod.io	modio	medium	hex:32\nMoovit	moovit	medium\nMouser	~mouser	medium\nMusicBrainz	musicbrainz listenbrainz	medium\nMusixmatch	musixmatch	medium	hex:32\nMyAnimeList	myanimelist	medium\nMyMemory	mymemory	medium\nMySportsFeeds	mysportsfeeds	medium\nMétéo-France	meteofrance	medium\nNapster	~napster	medium\nNASA	~nasa nasaapi	medium\nNASA ADS	nasaads adsabs	medium\nNAVER	~naver navercloud	medium\nNaver Papago	papago	medium\nNavitia	navitia	medium\nNew York Times	nytimes nyt	medium\nNewsAPI	newsapi newsapiorg	medium	hex:32\nNewscatcher	newscatcher	medium\nNewsData	newsdata newsdataio	medium\nNexus Mods	nexusmods	medium\nNinox	ninox	medium\nNintendo	nintendo	medium\nNitrado	nitrado	medium\nNOAA	~noaa ncdc	medium\nNocoDB	nocodb	medium\nNoun Project	nounproject thenounproject	medium\nNREL	~nrel	medium\nNumlookup	numlookupapi	medium\nNumverify	numverify	medium	hex:32\nNutrislice	nutrislice	medium\nNZBGet	nzbget	medium\nOBS	obswebsocket	medium\nOctopart	octopart nexar	medium\nOmbi	ombi	medium	hex:32\nOMDb	omdb omdbapi	medium	hex:8\nOpen Charge Map	openchargemap	medium\nOpen Collective	opencollective	medium\nOpen Library	openlibrary	medium\nOpenAQ	openaq	medium\nOpenCage	opencage opencagedata	medium	hex:32\nOpenDota	opendota	medium\nOpenRouteService	openrouteservice	medium\nOpenSecrets	opensecrets	medium	hex:32\nOpenSky	opensky	medium\nOpenStates	openstates	medium\nOpenSubtitles	opensubtitles	medium\nOpenUV	openuv	medium	hex:32\nOpenWeather	openweather openweathermap owm	medium	hex:32\nORCID	~orcid	medium\nOrdnance Survey	ordnancesurvey osdatahub	medium\nOSF	osfio	medium\nOverleaf	overleaf	medium\nOverseerr	overseerr	medium\nOxford Dictionaries	oxforddictionaries oxforddictionary	medium\nPandaScore	pandascore	medium\nPanopto	panopto	medium\nPastebin	pastebin	medium\nPatch	patchio	medium\nPatreon	patreon	medium\nPetfinder	petfinder	medium\nPexels	pexels	medium\nPexip	pexip	medium\nPhoton	photonengine	medium\nPinterest	pinterest	medium\nPirate Weather	pirateweather	medium\nPixabay	pixabay	medium\nPlanet	planetlabs	medium\nPlayFab	playfab	medium\nPlayStation	playstation psn	medium\nPlex	~plex	medium\nPodcast Index	podcastindex	medium\nPodio	~podio	medium\nPositionStack	positionstack	medium	hex:32\nPostcodeAnywhere	postcodeanywhere	medium\nPostcoder	postcoder	medium\nPremiumize	premiumize	medium\nProduct Hunt	producthunt	medium\nProPublica	propublica	medium\nProwlarr	prowlarr	medium	hex:32\nProWritingAid	prowritingaid	medium\nProxyCheck	proxycheck	medium\nPterodactyl	pterodactyl	medium\nPUBG	pubg	medium\nPubMed	pubmed ncbi entrez	medium\nPurpleAir	purpleair	medium\nPut.io	putio	medium\nQencode	qencode	medium\nQQ	qqconnect	medium\nQuickBase	quickbase	medium\nQuip	~quip	medium\nQuora	quora	medium\nQWeather	qweather heweather	medium	hex:32\nRadar	radario ~radar	medium\nRadarr	radarr	medium	hex:32\nrandom.org	randomorg	medium	uuid\nRandommer	randommer	medium\nRAWG	rawg	medium	hex:32\nReal-Debrid	realdebrid	medium\nRealEstateAPI	realestateapi	medium\nRealtor	realtorcom	medium\nReddit	reddit	medium\nRentCast	rentcast	medium\nRestream	restream	medium\nRijksmuseum	rijksmuseum	medium\nRiot Games	riotgames riotapi ~riot	medium\nRoblox	roblox	medium\nRows	rowscom	medium\nRowy	rowyio	medium\nSABnzbd	sabnzbd	medium	hex:32\nSafeGraph	safegraph	medium\nScopus	~scopus elsevier	medium	hex:32\nSeaTable	seatable	medium\nSemantic Scholar	semanticscholar	medium\nSentinel Hub	sentinelhub	medium\nShazam	shazam	medium\nSheetDB	sheetdb	medium\nSheetsu	sheetsu	medium\nSheety	sheetyco	medium\nShutterstock	shutterstock	medium\nSimkl	simkl	medium	hex:64\nSimplecast	simplecast	medium\nSmarty	smartystreets	medium\nSmithsonian	smithsonian	medium\nSnapchat	snapchat	medium\nSNCF	sncf	medium\nSonarr	sonarr	medium	hex:32\nSongkick	songkick	medium\nSoundCloud	soundcloud	medium	base62:32\nSpire	spireglobal	medium\nSportmonks	sportmonks	medium\nSportRadar	sportradar	medium\nSportsdata.io	sportsdataio fantasydata sportsdata	medium	hex:32\nSpotify	spotify	medium	hex:32\nSpreaker	spreaker	medium\nSpringer Nature	springernature ~springer	medium\nSproutVideo	sproutvideo	medium\nStackby	stackby	medium\nStadia Maps	stadiamaps	medium\nStatistics Korea	kosis	medium\nSteam	steamapi steamworks ~steam	medium	hex:32\nStein	steinhq	medium\nStormglass	stormglass	medium\nStreamElements	streamelements	medium\nStreamlabs	streamlabs	medium\nTadabase	tadabase	medium\nTautulli	tautulli	medium	hex:32\nTebex	tebex	medium\nTencent Maps	tencentmap	medium\nTenor	tenor tenorapi	medium\nThe Cat API	thecatapi catapi	medium\nThe Dog API	thedogapi dogapi	medium\nThe Odds API	theoddsapi oddsapi	medium	hex:32\nTheSportsDB	thesportsdb	medium\nTheTVDB	tvdb thetvdb	medium\nThreads	threadsapi	medium\nThunderforest	thunderforest	medium	hex:32\nTidal	~tidal	medium\nTikTok	tiktok	medium\nTimeZoneDB	timezonedb	medium\nTipeee	tipeee	medium\nTMDB	tmdb themoviedb moviedb	medium	hex:32\nTomorrow.io	tomorrowio climacell	medium\nTomTom	tomtom	medium\nTop.gg	topgg ~dbl	medium\nTracker.gg	trackergg trackernetwork trngg	medium\nTrafiklab	trafiklab	medium\nTrakt	trakt	medium	hex:64\ntransfer.sh	transfersh	medium\nTransistor	transistorfm	medium\nTransloadit	transloadit	medium\nTransport for London	tflapi	medium\nTransportAPI	transportapi	medium\nTrove	trovenla	medium\nTumblr	tumblr	medium\nTVmaze	tvmaze	medium\nTwitch	twitch	medium\nTwitter	~twitter xtwitter tweepy	medium\nUltravox	ultravox	medium\nUniProt	uniprot	medium\nUnity	unity3d unitycloud	medium\nUnreal	unrealengine	medium\nUnsplash	unsplash	medium\nUntappd	untappd	medium	HEX:40\nUPCitemdb	upcitemdb	medium\nUSDA	~usda fooddatacentral	medium\nUserStack	userstack	medium	hex:32\nUSGS	~usgs	medium\nVerimail	verimail	medium\nVeriphone	veriphone	medium\nVesselFinder	vesselfinder	medium\nViadeo	viadeo	medium\nVidyard	vidyard	medium\nVimeo	vimeo	medium\nVinAudit	vinaudit	medium\nVisual Crossing	visualcrossing	medium\nVPNAPI	vpnapi	medium\nWalk Score	walkscore	medium	hex:32\nWAQI	waqi aqicn	medium	hex:40\nWargaming	wargaming	medium	hex:32\nWatchmode	watchmode	medium\nWattTime	watttime	medium\nWeather Underground	wunderground weatherunderground	medium\nWeatherAPI	weatherapi	medium\nWeatherbit	weatherbit	medium	hex:32\nWeatherstack	weatherstack	medium	hex:32\nWeb of Science	webofscience clarivate	medium\nWeibo	weibo	medium\nWeTransfer	wetransfer	medium\nwhat3words	what3words w3w	medium\nWistia	wistia	medium\nWMATA	wmata	medium\nWordnik	wordnik	medium\nWords API	wordsapi	medium\nWorld Weather Online	worldweatheronline	medium\nXano	xano	medium\nXbox	xboxlive openxbl xbox	medium\nXiaohongshu	xiaohongshu	medium\nXing	xing	medium\nYahoo	~yahoo	medium\nYandex	yandexapi	medium\nYandex Cloud	yandexcloud ~yandex	medium\nYandex Maps	yandexmaps	medium\nYext	yext	medium	hex:32\nYouTube	~youtube	medium		google\nZencoder	zencoder	medium\nZenodo	zenodo	medium\nZhihu	zhihu	medium\nZillow	zillow bridgeinteractive	medium\nZipCodeAPI	zipcodeapi	medium\nZipcodebase	zipcodebase	medium\nZoho Creator	zohocreator	medium\nZomato	zomato	medium	hex:32\nZotero	zotero	medium\n123FormBuilder	123formbuilder	medium\nAB Tasty	abtasty	medium\nActivepieces	activepieces	medium\nAdjust	adjustcom ~adjust	medium\nAdobe Analytics	adobeanalytics omniture	medium\nAidaForm	aidaform	medium\nAirbrake	airbrake	medium	hex:32\nAirbyte	airbyte	medium\nAirflow	airflow	medium\nAlation	alation	medium\nAlchemer	alchemer surveygizmo	medium\nAmplitude	amplitude	medium	hex:32\nAPImetrics	apimetrics	medium\nAppcues	appcues	medium\nAppDynamics	appdynamics	medium\nAppfigures	appfigures	medium\nAppsFlyer	appsflyer	medium\nAppSignal	appsignal	medium\nAppTweak	apptweak	medium\nAskNicely	asknicely	medium\nAstronomer	astronomer astronomerio	medium\nAtlan	atlan	medium\nAxiom	axiomco axiom	medium\nBaremetrics	baremetrics	medium\nBaselime	baselime	medium\nBetter Stack	betterstackhq	medium\nBetter Uptime	betteruptime	medium\nBigeye	bigeye	medium\nBlameless	blameless	medium\nBranch	branchio ~branch	medium\nBugsnag	bugsnag	medium	hex:32\nCamunda	camunda	medium\nCAST AI	castai	medium\nCensus	getcensus ~census	medium\nChameleon	chameleonio	medium\nChartbeat	chartbeat	medium\nChartio	chartio	medium\nChartMogul	chartmogul	medium\nCheckly	checkly	medium\nCheckmk	checkmk	medium\nChronosphere	chronosphere	medium\nCirconus	circonus	medium\nClicky	clicky	medium\nCloudHealth	cloudhealth	medium\nCloudZero	cloudzero	medium\nCognito Forms	cognitoforms	medium\nCollibra	collibra	medium\nConvert	convertcom	medium\nCoralogix	coralogix	medium\nCount	countco	medium\nCountly	countly	medium\nCrazy Egg	crazyegg	medium\nCronitor	cronitor	medium\nCustomerGauge	customergauge	medium\nCyfe	cyfe	medium\nDagster	dagster	medium\nDashbird	dashbird	medium\ndata.ai	dataai appannie	medium\nDatabox	databox	medium\nDatadog	datadog ddog	high	hex:32\nDataHub	datahub	medium\ndbt Cloud	dbtcloud ~dbt	medium		dbt\nDead Man's Snitch	deadmanssnitch ~snitch	medium\nDeepnote	deepnote	medium\nDelighted	delighted	medium\nDensify	densify	medium\nDomo	domo	medium\nDovetail	dovetail	medium\nDynatrace	dynatrace	medium\nElastic APM	elasticapm	medium\nEpsagon	epsagon	medium\nFathom Analytics	fathomanalytics usefathom	medium\nFillout	fillout	medium\nFireHydrant	firehydrant	medium\nFivetran	fivetran	medium\nFlurry	flurry	medium\nFormspree	formspree	medium\nFormstack	formstack	medium\nFreshping	freshping	medium\nFullStory	fullstory	medium\nGeckoboard	geckoboard	medium	hex:32\nGoodData	gooddata	medium\nGoogle Analytics	googleanalytics ga4	medium\nGoogle Forms	googleforms	medium\nGrafana	~grafana	medium\nGraylog	graylog	medium\nGreat Expectations	greatexpectations	medium\nHealthchecks.io	healthchecksio healthchecks	medium\nHeap	heapanalytics ~heap	medium\nHevo	hevodata	medium\nHex	hextech ~hex	medium\nHighlight	highlightio	medium\nHightouch	hightouch	medium\nHolistics	holistics	medium\nHoneybadger	honeybadger	medium\nHoneycomb	honeycombio honeycomb	medium\nHookdeck	hookdeck	medium\nHosted Graphite	hostedgraphite	medium\nHotjar	hotjar	medium\nHumio	humio	medium\nHund	hundio	medium\nHyperdx	hyperdx	medium\nIcinga	icinga	medium\nIFTTT	ifttt	medium\nImmuta	immuta	medium\nincident.io	incidentio	medium\nInformatica	informatica	medium\nInngest	inngest	medium\nInstana	instana	medium\nInstatus	instatus	medium\nJotform	jotform	medium	hex:32\nKameleoon	kameleoon	medium\nKeen	keenio keen	medium\nKestra	kestra	medium\nKissmetrics	kissmetrics	medium\nKlipfolio	klipfolio	medium\nKochava	kochava	medium\nKubecost	kubecost	medium\nLast9	last9	medium\nLeanplum	leanplum	medium\nLibrato	librato	medium\nLightstep	lightstep	medium\nLocalytics	localytics	medium\nLogDNA	logdna mezmo	medium\nLogentries	logentries	medium\nLoggly	loggly	medium\nLogicMonitor	logicmonitor	medium\nLogRocket	logrocket	medium\nLogtail	logtail betterstack	medium\nLogz.io	logzio	medium\nLookback	~lookback	medium\nLooker	looker lookerstudio	medium\nLumigo	lumigo	medium\nMake	makecom integromat	medium\nMatillion	matillion	medium\nMatomo	matomo piwik	medium\nMaze	mazeco	medium\nMedallia	medallia	medium\nMeltano	meltano	medium\nMetabase	metabase	medium\nMetaplane	metaplane	medium\nMetricfire	metricfire	medium\nMixpanel	mixpanel	medium	hex:32\nMode	modeanalytics ~mode	medium\nMoesif	moesif	medium\nMonte Carlo	montecarlodata montecarlo	medium\nMouseflow	mouseflow	medium\nmParticle	mparticle	medium\nn8n	n8n	medium\nNagios	nagios	medium\nNetdata	netdata	medium\nNew Relic	newrelic	medium	hex:40\nOh Dear	ohdear	medium\nOkera	okera	medium\nOpbeat	opbeat	medium\nOpenObserve	openobserve	medium\nOpsgenie	opsgenie	medium	uuid\nPabbly	pabbly	medium\nPagerDuty	pagerduty	medium\nPaperform	paperform	medium\nPapertrail	papertrail	medium\nParabola	parabolaio	medium\nParkMyCloud	parkmycloud	medium\nParse.ly	parsely	medium\nPendo	pendo	medium\nPiano	pianoio	medium\nPingdom	pingdom	medium\nPipedream	pipedream	medium\nPlausible	plausible	medium\nPolar Signals	polarsignals	medium\nPolytomic	polytomic	medium\nPower BI	powerbi	medium\nPrefect	~prefect	medium\nPreset	presetio	medium\nPrivacera	privacera	medium\nProfitWell	profitwell	medium\nPrometheus	~prometheus	medium\nPromoter.io	promoterio	medium\nPRTG	prtg	medium\nPyroscope	pyroscope	medium\nQlik	qlik	medium\nQStash	qstash	medium\nQualtrics	qualtrics	medium\nRaygun	raygun	medium\nRedash	redash	medium\nRefiner	refiner	medium\nRequestbin	requestbin	medium\nRetently	retently	medium\nRollbar	rollbar	medium	hex:32\nRootly	rootly	medium\nRudderStack	rudderstack	medium\nRunscope	runscope	medium\nSatismeter	satismeter	medium\nScalyr	scalyr	medium\nScout APM	scoutapm	medium\nSegment	segmentio ~segment	medium	base62:32\nSegment Personas	segmentpersonas	medium\nSensor Tower	sensortower	medium\nSensu	sensu	medium\nSentry	sentry	medium	hex:64\nSigNoz	signoz	medium\nSimple Analytics	simpleanalytics	medium\nSimplesat	simplesat	medium\nSingular	singularnet ~singular	medium\nSisense	sisense periscopedata	medium\nSite24x7	site24x7	medium\nSkylight	skylightio	medium\nSmartlook	smartlook	medium\nSnowplow	snowplow	medium\nSoda	sodacloud ~soda	medium\nSpeakeasy	speakeasyapi	medium\nSplunk	splunk	medium\nSplunk Observability	signalfx splunkobservability	medium\nSpot.io	spotinst spotio	medium\nSquadcast	squadcast	medium\nStatCounter	statcounter	medium\nStatHat	stathat	medium\nStatusCake	statuscake	medium\nStatuspage	statuspage	medium	uuid\nStatuspal	statuspal	medium\nStitch	stitchdata ~stitch	medium\nSumo Logic	sumologic	medium\nSuperset	superset	medium\nSurveyMonkey	surveymonkey	medium\nSurveySparrow	surveysparrow	medium\nSurvicate	survicate	medium\nSvix	svix	medium\nTableau	tableau	medium\nTalend	talend	medium\nTally	tallyso ~tally	medium\nTemporal	temporalcloud ~temporal	medium\nTenjin	tenjin	medium\nThanos	~thanos	medium\nThoughtSpot	thoughtspot	medium\nThundra	thundra	medium\nTimber	timberio	medium\nTrackJS	trackjs	medium\nTray.io	trayio	medium\nTreblle	treblle	medium\nTrigger.dev	triggerdev	medium\nTurbonomic	turbonomic	medium\nTypeform	typeform	medium\nUmami	umami	medium\nUptime.com	uptimecom	medium\nUptimeRobot	uptimerobot	medium\nUptrace	uptrace	medium\nUsabilla	usabilla	medium\nUserflow	userflow	medium\nUserpilot	userpilot	medium\nUserTesting	usertesting	medium\nUXCam	uxcam	medium\nVantage	vantagesh ~vantage	medium\nVictoriaMetrics	victoriametrics	medium\nVictorOps	victorops	medium\nVWO	vwo	medium\nWalkMe	walkme	medium\nWavefront	wavefront	medium\nWebhook.site	webhooksite	medium\nWhatfix	whatfix	medium\nWindmill	windmilldev	medium\nWoopra	woopra	medium\nWootric	wootric	medium\nWorkato	workato	medium\nWufoo	wufoo	medium\nxMatters	xmatters	medium\nZabbix	zabbix	medium\nZapier	zapier	medium\nZenduty	zenduty	medium\nZeplo	zeplo	medium\nZonka Feedback	zonkafeedback	medium\n";
// src/detect/lexicon/services.ts
const alphabets$1 = {
	hex: "[0-9a-f]",
	HEX: "[0-9A-F]",
	base62: "[0-9A-Za-z]",
	base64url: "[0-9A-Za-z_-]",
	digits: "[0-9]"
};
/** `hex:32`, `uuid`; alternatives are joined by commas. */
const keysFrom = (written) => {
	if (written === "") return void 0;
	const shapes = written.split(",").map((shape) => {
		if (shape === "uuid") return "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
		const [alphabet = "", length = ""] = shape.split(":");
		return `${alphabets$1[alphabet]}{${length}}`;
	});
	return new RegExp(`^(?:${shapes.join("|")})$`);
};
/** `Fly.io` → `fly-io`, `MÖVE & Co` → `move-and-co`. */
const slugOf = (name) => name.normalize("NFKD").replace(/\p{M}|['’!]/gu, "").replaceAll("&", " and ").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
/** One line: name, words, severity, shape of keys, provider where it is not the name, rotate page. */
const parseRow = (line) => {
	const [name = "", words = "", severity = "", keys = "", provider = "", rotate = ""] = line.split("	");
	return {
		service: {
			name,
			provider: provider || slugOf(name),
			severity,
			keys: keysFrom(keys),
			rotate: rotate || void 0
		},
		words: words.split(" ")
	};
};
let known$3;
/** All words with their services; read when the first candidate asks. */
const serviceWords = () => {
	if (known$3 !== void 0) return known$3;
	const words = /* @__PURE__ */ new Map();
	for (const line of lexicon.split("\n")) {
		if (line === "") continue;
		const row = parseRow(line);
		for (const word of row.words) words.set(word.replace("~", ""), {
			service: row.service,
			common: word.startsWith("~")
		});
	}
	known$3 = words;
	return words;
};
/** Whether a check, or the beginning of one, is that of a service of the lexicon. */
const isServiceCheck = (check) => [...serviceWords().values()].some(({ service }) => {
	const checks = `secrets/${service.provider}-`;
	return checks.startsWith(check) || check.startsWith(checks) && /^[a-z-]+$/.test(check.slice(checks.length));
});
// src/detect/lexicon/spot.ts
/** `OpenWeatherMap`, `open_weather_map`: a service's word may be written as so many. */
const mostParts = 5;
/** What may be glued behind a service's word: `mailgunapikey`. */
const glued = /^(.{3,}?)(?:api|access|auth|secret|client|app)*(?:key|token|secret|password|passwd|pass|pwd)$/;
/** Words that stand around a service's and a secret's and change nothing. */
const neutral = /^(?:api|app|application|access|auth|authentication|oauth\d?|bearer|client|consumer|user|account|service|server|secret|secrets|key|keys|token|tokens|password|passwd|pass|passphrase|pwd|credential|credentials|private|personal|signing|signature|webhook|hook|bot|admin|master|root|id|refresh|session|encryption|my|our|the|default|prod|production|dev|development|stag|stage|staging|test|testing|live|sandbox|local|ci|env|next|nuxt|public|react|vite|vue|expo|gatsby|config|conf|settings|setting|value|val|string|str|smtp|db|database|rest|http|https|login|header|x|integration|write|read|project|org|organization|team|workspace|v|\d+)$/;
const isNeutral = (word) => neutral.test(word);
/** What libraries add to a service's word: `paypalrestsdk`, `mailgunjs`. */
const library = /^(.{5,}?)(?:rest|sdk|api|client|search|py|js|node|admin|http|app|cloud|service|lib)+$/;
const at = (parts, from, count) => {
	const joined = parts.slice(from, from + count).join("");
	const rest = [...parts.slice(0, from), ...parts.slice(from + count)];
	const word = serviceWords().get(joined);
	if (word !== void 0) return word.common && !rest.every(isNeutral) ? void 0 : {
		service: word.service,
		rest,
		common: word.common,
		length: joined.length
	};
	if (count > 1) return void 0;
	const stem = glued.exec(joined)?.[1];
	const named = stem === void 0 ? void 0 : serviceWords().get(stem);
	if (stem === void 0 || named === void 0 || named.common) return void 0;
	const words = [
		...parts.slice(0, from),
		joined.slice(stem.length),
		...parts.slice(from + 1)
	];
	return {
		service: named.service,
		rest: words,
		common: false,
		length: stem.length
	};
};
const longest$2 = (parts, least) => {
	let best;
	for (let from = 0; from < parts.length; from++) for (let count = Math.min(mostParts, parts.length - from); count > 0; count--) {
		const found = at(parts, from, count);
		if (found !== void 0 && found.length >= least && found.length > (best?.length ?? 0)) best = found;
	}
	return best;
};
/** The service that a key's own name names, such as `MAILGUN_API_KEY`, `mailgun.apiKey`, `mailgunapikey`. */
const serviceInName = (name) => longest$2(partsOf(name.slice(-100)), 2);
const callWord = /^(?:connect|connector|connection|conn|init|new|create|make|client|session|api|gateway|sdk|auth|login|db|pool|open|get|from|with|url|config|options|settings|strict|async|aio|engine|driver)$/;
/** The service whose library a call uses: `redis.Redis(`, `snowflake.connector.connect(`. */
const serviceInCall = (callee) => {
	const parts = [...new Set(partsOf(callee))].filter((part) => !callWord.test(part));
	const found = longest$2(parts, 3);
	return found === void 0 || !found.rest.every((part) => isNeutral(part) || serviceWords().has(part)) ? void 0 : found.service;
};
/** The service at a host, by the label before the last: `api.mailgun.net`, `hooks.slack.com`. */
const serviceAtHost = (host) => {
	const labels = host.toLowerCase().split(".");
	const whole = labels.slice(-3).join("").replace(/[^a-z0-9]/g, "");
	const label = (labels.at(-2) ?? "").replace(/[^a-z0-9]/g, "");
	return (serviceWords().get(label) ?? serviceWords().get(whole))?.service;
};
/** Shorter words of a running text are too often something else. */
const leastInText = 5;
const identifier = /[A-Za-z0-9](?:[\w-]{0,80}[A-Za-z0-9])?/g;
const isDistinct = (parts) => parts.some((part) => part.length > 1);
const spotInText = (text) => {
	for (const [written] of text.matchAll(identifier)) {
		const parts = partsOf(written).slice(0, 12);
		if (!isDistinct(parts)) continue;
		const found = longestDistinct(parts);
		if (found !== void 0) return found;
	}
};
const longestDistinct = (parts) => {
	const words = serviceWords();
	for (let count = Math.min(mostParts, parts.length); count > 0; count--) for (let from = 0; from + count <= parts.length; from++) {
		const joined = parts.slice(from, from + count).join("");
		if (joined.length < leastInText) continue;
		const word = words.get(joined) ?? words.get(library.exec(joined)?.[1] ?? "");
		if (word !== void 0 && !word.common) return word.service;
	}
};
/** Lines around one candidate are lines around the next. */
const recent = /* @__PURE__ */ new Map();
const mostRecent = 4096;
/** The service that a line of code, a comment or a host names, by a word that means nothing else. */
const serviceInText = (text) => {
	if (recent.has(text)) return recent.get(text);
	if (recent.size >= mostRecent) recent.clear();
	const service = spotInText(text.slice(0, 1e3));
	recent.set(text, service);
	return service;
};
// src/detect/lexicon/context.ts
const pathReach = 2500;
const mostLines = 80;
const nearReach = 600;
const nearLines = 6;
/** Of what a prover may see, the beginning: imports stand at the head of a file. */
const importReach = 16384;
const isBlank = (code) => code === 32 || code === 9 || code === 13;
const indentOf = (line) => {
	let at = 0;
	while (at < line.length && isBlank(line.charCodeAt(at))) at++;
	return at;
};
/** What a line that opens a block calls it: a key, a section, an element; else undefined. */
const blockName = (line) => /^\s*(?:-\s+)?["']?([\w.$-]{2,60})["']?\s*(?:[:=]|=>)/.exec(line)?.[1] ?? /^\s*\[{1,2}["']?([\w. :"'-]{2,60}?)["']?\]{1,2}/.exec(line)?.[1] ?? /^\s*<([\w:.-]{2,60})/.exec(line)?.[1];
const serviceOfBlock = (line) => {
	const name = blockName(line);
	return (name === void 0 ? void 0 : serviceInName(name)?.service) ?? serviceInText(line);
};
/** The lines that a line stands under, nearest first: less and less indented, or the section's head above. */
function* enclosing(lines, indent) {
	let inner = indent;
	for (let at = lines.length - 1; at >= Math.max(0, lines.length - mostLines); at--) {
		const line = lines[at];
		const outer = indentOf(line);
		if (outer === line.length || outer > inner) continue;
		const isHead = line[outer] === "[" && /^\[[^\]]+\]\s*$/.test(line.slice(outer));
		if (outer === inner && !isHead) continue;
		yield line;
		if (isHead) return;
		inner = outer;
	}
}
const imports = /^\s*(?:import|from|using|use|require|include|#include|@import|(?:const|let|var)\s[^\n]{0,80}require\()[^\n]{0,200}$/gm;
const imported = (text) => {
	const found = /* @__PURE__ */ new Set();
	for (const [line] of text.matchAll(imports)) {
		const service = serviceInText(line);
		if (service !== void 0) found.add(service);
	}
	return found.size === 1 ? [...found][0] : void 0;
};
/** A content with many candidates is searched for imports once. */
const known$2 = /* @__PURE__ */ new WeakMap();
const byImports = (content) => {
	const found = known$2.get(content) ?? imported(content.toString("latin1", 0, importReach)) ?? "none";
	known$2.set(content, found);
	return found === "none" ? void 0 : found;
};
/** Lines around, nearest first. */
const byNeighbours = (above, line, below) => {
	const own = serviceInText(line);
	if (own !== void 0) return own;
	for (let distance = 1; distance <= nearLines; distance++) {
		const service = serviceInText(above.at(-distance) ?? "") ?? serviceInText(below[distance - 1] ?? "");
		if (service !== void 0) return service;
	}
};
/** The lines before a place and its own up to it. */
const linesBefore = ({ content, nameStart }) => {
	const lines = content.toString("latin1", Math.max(0, nameStart - pathReach), nameStart).split("\n");
	return [lines, lines.pop()];
};
/** A name at its line's start stands under what is less indented; elsewhere on it, under the line itself too. */
const indentWithin = (own) => Math.max(indentOf(own), /^\s*["'-]?\s*$/.test(own) ? 0 : 1);
/** Names of the blocks that a place stands in, nearest first. */
const blocksAround = (place) => {
	const [lines, own] = linesBefore(place);
	return [own, ...enclosing(lines, indentWithin(own))].map((line) => blockName(line) ?? "");
};
/** The service whose key stands under a block of its name. */
const serviceOfPath = (place) => {
	const [lines, own] = linesBefore(place);
	const onLine = serviceInText(own);
	if (onLine !== void 0) return {
		service: onLine,
		by: "key path"
	};
	for (const line of enclosing(lines, indentWithin(own))) {
		const service = serviceOfBlock(line);
		if (service !== void 0) return {
			service,
			by: "key path"
		};
	}
};
/** The service that lines around a value speak of, or the only one that its file imports. */
const serviceAround = ({ content, nameStart, end }) => {
	const above = content.toString("latin1", Math.max(0, nameStart - nearReach), nameStart).split("\n");
	const below = content.toString("latin1", end, Math.min(content.length, end + nearReach)).split("\n");
	const line = `${above.pop()} ${below.shift()}`;
	const near = byNeighbours(above, line, below);
	if (near !== void 0) return {
		service: near,
		by: "nearby"
	};
	const service = byImports(content);
	return service === void 0 ? void 0 : {
		service,
		by: "import"
	};
};
// src/detect/lexicon/kind.ts
/** What a name calls its value, longest first where one ends another. */
const kinds$2 = [
	[
		/(?:pass(?:word|wd|phrase|code|wort)?|pwd|pw)s?$/,
		"password",
		"password"
	],
	[
		/credentials?$/,
		"credentials",
		"credentials"
	],
	[
		/clientsecret$/,
		"client-secret",
		"client secret"
	],
	[
		/(?:app|application)secret$/,
		"app-secret",
		"app secret"
	],
	[
		/consumersecret$/,
		"consumer-secret",
		"consumer secret"
	],
	[
		/apisecret(?:key)?$/,
		"api-secret",
		"API secret"
	],
	[
		/(?:access)?tokensecret$/,
		"token-secret",
		"token secret"
	],
	[
		/(?:webhook|hook)(?:signing)?(?:secret|token|key)$/,
		"webhook-secret",
		"webhook secret"
	],
	[
		/sign(?:ing|ature)(?:secret|key)$/,
		"signing-secret",
		"signing secret"
	],
	[
		/sharedsecret$/,
		"shared-secret",
		"shared secret"
	],
	[
		/secretaccesskey$/,
		"secret-access-key",
		"secret access key"
	],
	[
		/secret(?:api)?key$/,
		"secret-key",
		"secret key"
	],
	[
		/secret$/,
		"secret",
		"secret"
	],
	[
		/accesskey$/,
		"access-key",
		"access key"
	],
	[
		/privatekey$/,
		"private-key",
		"private key"
	],
	[
		/(?:encryption|crypto|aes)key$/,
		"encryption-key",
		"encryption key"
	],
	[
		/(?:license|licence)key$/,
		"license-key",
		"licence key"
	],
	[
		/(?:app|application)key$/,
		"app-key",
		"application key"
	],
	[
		/(?:write|ingest|ingestion|integration|project)key$/,
		"write-key",
		"write key"
	],
	[
		/(?:admin|master|root)(?:api)?key$/,
		"admin-key",
		"admin key"
	],
	[
		/key$/,
		"api-key",
		"API key"
	],
	[
		/refreshtoken$/,
		"refresh-token",
		"refresh token"
	],
	[
		/bottoken$/,
		"bot-token",
		"bot token"
	],
	[
		/(?:personal)?accesstoken$/,
		"access-token",
		"access token"
	],
	[
		/(?:auth|authentication|authorization|bearer|oauth|session)token$/,
		"auth-token",
		"auth token"
	],
	[
		/apitoken$/,
		"api-token",
		"API token"
	],
	[
		/(?:token|pat)$/,
		"token",
		"token"
	]
];
const secretWords = /^(?:keys?|tokens?|secrets?|pass\w{0,6}|pwd|pw|pat|credentials?|\w{1,20}(?:key|token|secret|password))$/;
/** The kind that the words of a name tell, by the last of them that speaks of a secret; without one, an API key. */
const kindOf$1 = (words) => {
	const last = words.findLastIndex((word) => secretWords.test(word));
	const told = words.slice(Math.max(0, last - 2), last + 1).join("").replace(/(?<=key|token|secret|credential)s$/, "");
	const [, id = "api-key", title = "API key"] = kinds$2.find(([pattern]) => pattern.test(told)) ?? [];
	return {
		id,
		title
	};
};
// src/detect/lexicon/naming.ts
/** Kinds that providers' own rules call by another of these words. */
const synonyms = [
	[
		"api-key",
		"api-token",
		"token",
		"access-token",
		"auth-token",
		"key",
		"personal-access-token",
		"api-key-legacy",
		"secret-key"
	],
	["app-key", "application-key"],
	[
		"client-secret",
		"app-secret",
		"oauth-secret",
		"oauth-client-secret"
	],
	[
		"secret-access-key",
		"secret-key",
		"secret"
	]
];
let known$1;
/** The kinds that have rules of their own with their titles, by provider. */
const ownKinds = (provider) => {
	if (known$1 === void 0) {
		const kinds = /* @__PURE__ */ new Map();
		for (const { id, title, provider: owner } of rules) {
			const own = kinds.get(owner) ?? /* @__PURE__ */ new Map();
			kinds.set(owner, own.set(id.slice(`secrets/${owner}-`.length), title));
		}
		known$1 = kinds;
	}
	return known$1.get(provider) ?? /* @__PURE__ */ new Map();
};
/** One thing has one check: where the provider has a rule for it, the rule's. */
const kindFor = ({ provider, name }, kind) => {
	const own = ownKinds(provider);
	const alike = synonyms.find((words) => words.includes(kind.id)) ?? [];
	const same = own.has(kind.id) ? [kind.id] : alike.filter((id) => own.has(id));
	return same.length === 1 ? {
		id: same[0],
		title: own.get(same[0])
	} : {
		id: kind.id,
		title: `${name} ${kind.title}`
	};
};
/** What a name and a look at random alone are worth where the provider's keys have a form that this value lacks. */
const severityOf$1 = ({ provider, severity }) => ownKinds(provider).size > 0 && severityRank(severity) > severityRank("medium") ? "medium" : severity;
/** How a finding of a service's key is called and what it says. */
const namingOf$1 = (service, words) => {
	const kind = kindFor(service, kindOf$1(words));
	const revoke = `Revoke it at ${service.name} and issue a new one; removing it from the file is not enough.`;
	return {
		check: `secrets/${service.provider}-${kind.id}`,
		provider: service.provider,
		title: kind.title,
		opens: `Uses ${service.name} as its owner.`,
		remediation: service.rotate === void 0 ? revoke : `${revoke} See ${service.rotate}`
	};
};
const secret = /^(?:\w*key|\w*token|\w*secret|auth|pat|login|credentials?)$/;
const owners = /^(?:id|client|consumer|app|application|user|account|project|org|organization|team|workspace|server|service|config|settings?|url)$/;
/** Names of clients and projects are no secrets; a word that also means something else needs one that says key. */
const isPlain = (rest, common) => rest.every(isNeutral) && !owners.test(rest.at(-1) ?? "") && (!common || rest.some((word) => secret.test(word)));
/** The service that a key's own name tells. */
const attributeByName = (name) => {
	const spotted = serviceInName(name);
	if (spotted === void 0) return void 0;
	const { service, rest, common } = spotted;
	return {
		service,
		by: "name",
		naming: namingOf$1(service, rest),
		isPlain: isPlain(rest, common)
	};
};
/** The service whose library is called with the value: `redis.Redis(host="cache", password="…")`. */
const attributeByCall = ({ name, before }) => {
	const callee = /([\w.]{3,60})\([^()]*$/.exec(before)?.[1];
	const service = callee === void 0 ? void 0 : serviceInCall(callee);
	if (service === void 0) return void 0;
	return {
		service,
		by: "key path",
		naming: namingOf$1(service, partsOf(name)),
		isPlain: false
	};
};
const requestReach = 300;
const hosts = /:\/\/(?:[^\s/@"'`]{1,100}@)?([\w-]{1,63}(?:\.[\w-]{1,63}){1,5})/g;
/** The service that a request goes to: by the header's name, or by a host near the value. `kind`: what the value is. */
const attributeRequest = (content, start, end, kind) => {
	const before = content.toString("latin1", Math.max(0, start - requestReach), start);
	const header = /([A-Za-z][\w-]{3,50})["'\]]{0,3}\)?\s{0,2}[:=,]\s{0,2}["'[]{0,2}$/.exec(before)?.[1];
	const named = header === void 0 ? void 0 : attributeByName(header);
	if (named !== void 0) return named;
	const after = content.toString("latin1", end, Math.min(content.length, end + requestReach));
	const near = [...[...before.matchAll(hosts)].reverse(), ...after.matchAll(hosts)];
	for (const [, host] of near) {
		const service = serviceAtHost(host);
		if (service !== void 0) return {
			service,
			by: "nearby",
			naming: namingOf$1(service, [kind]),
			isPlain: false
		};
	}
};
/** The service whose client takes a value as an argument: `shodan.Shodan("…")`, `algoliasearch("…", "…")`. */
const attributeByClient = (callee) => {
	const service = serviceInText(callee) ?? serviceInCall(callee);
	if (service === void 0) return void 0;
	return {
		service,
		by: "name",
		naming: namingOf$1(service, ["api", "key"]),
		isPlain: true
	};
};
/** The service that a value's surroundings tell: its own name, the blocks it stands in, and, for a name that says nothing else, lines near it. */
const attribute$1 = (name, place) => {
	const own = attributeByName(name);
	if (own !== void 0) return own;
	const words = partsOf(name);
	const found = serviceOfPath(place) ?? (words.every(isNeutral) ? serviceAround(place) : void 0);
	return found === void 0 ? void 0 : {
		...found,
		naming: namingOf$1(found.service, words),
		isPlain: false
	};
};
// src/detect/proofs/assignment.ts
const silent$2 = { verdict: "silent" };
const weaker = (severity, strength) => severity !== void 0 && strength === "weak" ? "low" : severity;
/** A Kubernetes Secret holds base64: what it says decides. */
const decodedText$1 = (value) => {
	if (value.length < 8 || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return void 0;
	const text = Buffer.from(value, "base64").toString("latin1").trim();
	return /^[\x20-\x7e]{4,}$/.test(text) ? text : void 0;
};
/** `jwtSecret`, `SECRET_KEY`: people choose these as they choose passwords. */
const isChosenByPeople = (name) => /secret(?:_?key)?(?:_?base)?\d*$/i.test(name);
const severityOfKey = (value, strength, around) => {
	if (isRandomKey(value)) return weaker("medium", strength);
	if (strength !== "strong" || value.length < 8) return void 0;
	const chosen = passwordSeverity(value, around.quote !== "");
	if (chosen === "low" && /\s/.test(value)) return isChosenByPeople(around.name) ? "low" : void 0;
	if (chosen !== "medium" || !/\d/.test(value)) return void 0;
	if (isChosenByPeople(around.name)) return isRandomPassword(value) ? "medium" : "low";
	return /[^\w+/=.~:-]/.test(value) ? "low" : void 0;
};
/** `secretKey: "secret_key"`: a name mapped to itself in another case. */
const repeatsName = (name, value) => {
	const letters = (text) => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
	return letters(name).includes(letters(value)) || letters(value).includes(letters(name));
};
const uuid$1 = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/**
* A value that a service's keys look like, under its name, is one even where it looks like something else. Of services
* whose keys are not known, a UUID under a name that says key or token.
*/
const isKnownKey = (name, value) => {
	const service = attributeByName(name)?.service;
	if (service === void 0 || isPlaceholder(value)) return false;
	return service.keys?.test(value) ?? uuid$1.test(value);
};
const isNoSecret = (kind, value, quoted) => kind === "password" ? isHarmlessPassword(value, quoted) || isPasswordPlaceholder(value) : isHarmless(value) || isPlaceholder(value);
const judgeValue = (kind, value, around) => {
	const strength = nameStrength(around.name, kind);
	if (strength === "none" || repeatsName(around.name, value)) return void 0;
	if (strength === "strong" && kind === "key" && isKnownKey(around.name, value)) return "medium";
	if (isRandomText(value)) return weaker("medium", strength);
	if (isNoSecret(kind, value, around.quote !== "")) return void 0;
	const line = `${around.before}${around.name}${around.separator}`;
	if (isDigestBeside(line, value)) return void 0;
	const decoded = decodedText$1(value);
	if (decoded !== void 0 && (isPlaceholder(decoded) || isHarmless(decoded))) return void 0;
	if (kind === "key") return severityOfKey(value, strength, around);
	return weaker(passwordSeverity(value, around.quote !== ""), strength);
};
const judgedIn = (isLow, judged) => isLow ? "low" : judged;
const whose = (kind, around, { content, start, end }) => kind === "password" ? attributeByName(around.name) ?? attributeByCall(around) : attribute$1(around.name, {
	content,
	nameStart: start - around.separator.length - around.name.length,
	end
});
/** `token := newToken`: a key without quotes and without a digit is a name. Most candidates are, and need no look at what stands around them. */
const isBareWord = ({ secret, groups, options }) => options["kind"] !== "password" && !/\d/.test(secret) && !/["'`]$/.test(groups["sep"] ?? "");
/**
* A value assigned to a name. The rule's expression has the groups `key` (the name from its keyword on) and `sep` (all
* between name and value, quote included). Option `kind`: `password` or `key`. Silent unless name, place and value agree.
* A service that the surroundings name gives the finding its name.
*/
const proveAssignment = (candidate) => {
	if (isBareWord(candidate)) return silent$2;
	const around = surroundingsOf(candidate);
	if (!standsWhereSecretsDo(around)) return silent$2;
	const kind = candidate.options["kind"] === "password" ? "password" : "key";
	const judged = judgeValue(kind, candidate.secret, around);
	if (judged === void 0) return silent$2;
	const isLow = judged === "low" || isInExample(candidate.content, candidate.start, around.before);
	const facts = { name: around.name.slice(0, 80) };
	const found = whose(kind, around, candidate);
	if (found === void 0) return {
		verdict: "unknown",
		severity: judgedIn(isLow, judged),
		vetted: true,
		facts
	};
	return {
		verdict: "unknown",
		proof: "contextual",
		severity: isLow || kind === "password" ? judgedIn(isLow, judged) : severityOf$1(found.service),
		naming: found.naming,
		facts: {
			...facts,
			told: found.by
		}
	};
};
// src/detect/proofs/based.ts
/** Alphabets of positional systems, digit by digit. */
const base36 = "0123456789abcdefghijklmnopqrstuvwxyz";
const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** A whole number below 2^53 in the system of these digits, filled up to a width with its zero. */
const inDigits = (value, digits, width) => {
	let rest = value;
	let text = "";
	while (rest > 0 || text.length < width) {
		text = digits[rest % digits.length] + text;
		rest = Math.floor(rest / digits.length);
	}
	return text;
};
/** Base32 of RFC 4648, section 6, either case, without padding; undefined where a character is none of its. */
const fromBase32 = (text) => {
	const bytes = [];
	let bits = 0;
	let held = 0;
	for (const character of text.toUpperCase()) {
		const value = base32.indexOf(character);
		if (value === -1) return void 0;
		held = held << 5 | value;
		bits += 5;
		if (bits < 8) continue;
		bits -= 8;
		bytes.push(held >> bits);
		held &= (1 << bits) - 1;
	}
	return Buffer.from(bytes);
};
const toBase32 = (bytes) => {
	let text = "";
	let bits = 0;
	let held = 0;
	for (const byte of bytes) {
		held = held << 8 | byte;
		bits += 8;
		while (bits >= 5) {
			bits -= 5;
			text += base32[held >> bits];
			held &= (1 << bits) - 1;
		}
	}
	return bits > 0 ? text + base32[held << 5 - bits] : text;
};
// src/detect/proofs/aws-account.ts
const largestAccount = 999999999999;
/** Ids that begin so were issued before account numbers were put into them. */
const older = /^A(?:KIA|SIA)[IJ]/;
/** The account in an access key id: bits 47 to 7 of its first six bytes, prefix left out. Undefined where it holds none. */
const awsAccount = (id) => {
	if (older.test(id)) return void 0;
	const bytes = fromBase32(id.slice(4));
	if (bytes === void 0 || bytes.length < 6) return void 0;
	return Math.floor(bytes.readUIntBE(0, 6) % 2 ** 47 / 128);
};
/** Source: hackingthe.cloud, "Get Account ID from AWS Access Keys"; the expression may name the id `id`. */
const proveAwsAccount = ({ secret, groups }) => {
	const account = awsAccount(groups["id"] ?? secret);
	if (account === void 0) return { verdict: "unknown" };
	if (account > largestAccount) return {
		verdict: "fails",
		detail: "The account number in it is too large to exist: a made-up value."
	};
	const text = String(account).padStart(12, "0");
	return {
		verdict: "unknown",
		detail: `It belongs to the AWS account ${text}.`,
		facts: { account: text }
	};
};
// src/detect/proofs/checked.ts
/** What a checksum says: a wrong one condemns the value, unless it is a `bonus` that not every token of the kind carries. */
const checked = (holds, options = {}) => {
	if (holds) return {
		verdict: "holds",
		detail: "Its checksum holds."
	};
	if (options["bonus"] === true) return { verdict: "unknown" };
	return {
		verdict: "fails",
		detail: "Its checksum does not hold: a made-up or damaged value."
	};
};
/** What decoding says: a value that decodes to nothing sensible is none of its kind. */
const decodedWrong = {
	verdict: "fails",
	detail: "It does not decode to what such a token holds: a made-up or damaged value."
};
// src/detect/proofs/marvin32.ts
const rotate = (value, by) => value << by | value >>> 32 - by;
const mix = (state) => {
	let [low, high] = state;
	high ^= low;
	low = rotate(low, 20) + high | 0;
	high = rotate(high, 9) ^ low;
	low = rotate(low, 27) + high | 0;
	high = rotate(high, 19);
	state[0] = low;
	state[1] = high;
};
/** The last zero to three bytes and the byte 0x80 that closes them, least significant byte first. */
const tailOf = (data, from) => {
	let tail = 128;
	for (let at = data.length - 1; at >= from; at--) tail = tail << 8 | data[at];
	return tail;
};
/**
* Marvin32, folded to 32 bits: the checksum in Microsoft's identifiable keys. The seed is eight characters, most
* significant first, such as `Default0`. Source: github.com/microsoft/SymCrypt, lib/marvin32.c.
*/
const marvin32 = (data, seed) => {
	const view = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
	const start = Buffer.from(seed);
	const state = [start.readInt32BE(4), start.readInt32BE(0)];
	const whole = data.length & -4;
	for (let at = 0; at < whole; at += 4) {
		state[0] = state[0] + view.readInt32LE(at) | 0;
		mix(state);
	}
	state[0] = state[0] + tailOf(data, whole) | 0;
	mix(state);
	mix(state);
	return (state[0] ^ state[1]) >>> 0;
};
// src/detect/proofs/azure-cask.ts
const seed$1 = Buffer.from("Default0", "latin1");
const signatureAt = 76;
const checksumAt = 80;
const dateAt = 58;
/** The checksum of a common annotated key over its first 80 characters, in base62. */
const azureCaskChecksum = (covered) => {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(marvin32(Buffer.from(covered, "base64"), seed$1));
	return inDigits(bytes.readUInt32BE(), base62, 1).padEnd(6, "0");
};
/** The month in which a key was made: years from 2024 and months as letters from A. */
const made = (secret) => {
	const year = 2024 + secret.charCodeAt(dateAt) - 65;
	const month = secret.charCodeAt(59) - 64;
	return `${year}-${String(month).padStart(2, "0")}`;
};
/** Source: github.com/microsoft/security-utilities, LegacyCommonAnnotatedSecurityKey.cs. */
const proveAzureCask = ({ secret, options }) => {
	const evidence = checked(azureCaskChecksum(secret.slice(0, checksumAt)).startsWith(secret.slice(checksumAt, 84)), options);
	if (evidence.verdict === "silent") return evidence;
	return {
		...evidence,
		facts: {
			service: secret.slice(signatureAt, checksumAt),
			made: made(secret)
		}
	};
};
// src/detect/proofs/azure-cask-v2.ts
const digits$2 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** `B` is 128 bits of sensitive data: characters before the signature, and the zero bits that pad them. */
const sizes = {
	B: {
		length: 24,
		padding: /[AQgw]AA$/
	},
	C: {
		length: 44,
		padding: /[AEIMQUYcgkosw048]A$/
	},
	D: {
		length: 64,
		padding: /$/
	},
	E: {
		length: 88,
		padding: /[AQgw]AA$/
	}
};
const firstYear = 2025;
/** Year, month, day, hour, minute and second, a character each; undefined where one is out of its range. */
const allocated = (stamp) => {
	const [year, month, day, hour, minute, second] = [...stamp].map((character) => digits$2.indexOf(character));
	return month < 12 && day < 31 && hour < 24 && minute < 60 && second < 60 ? new Date(Date.UTC(firstYear + year, month, day + 1, hour, minute, second)).toISOString() : void 0;
};
/**
* A common annotated key, second form: it has no checksum, but fixed zero bits, its own length and a time.
* The group `size` is the size character, `provider` the signature, `stamp` the time.
* Source: github.com/microsoft/cask, docs/CaskSecret.md.
*/
const proveAzureCaskV2 = ({ secret, groups }) => {
	const size = sizes[groups["size"] ?? ""];
	const at = secret.indexOf("QJJQA");
	const made = allocated((groups["stamp"] ?? "").padEnd(6));
	if (size === void 0 || made === void 0 || at !== size.length || !size.padding.test(secret.slice(0, at))) return decodedWrong;
	return {
		verdict: "holds",
		proof: "structural",
		facts: {
			service: groups["service"] ?? "",
			made
		}
	};
};
// src/detect/proofs/azure-devops.ts
/** Added to the checksum by exclusive or: of a user's token, of an application's. */
const masks = [3770247469, 270137646];
/** Where the four bytes of the checksum hide among the 32, least significant first. */
const hidden = [
	22,
	8,
	7,
	2
];
/** Source: github.com/microsoft/security-utilities, SEC101_102_AdoPat.cs. */
const proveAzureDevops = ({ secret, options }) => {
	const bytes = fromBase32(secret);
	if (bytes === void 0 || bytes.length !== 32) return checked(false, options);
	const covered = bytes.filter((_, index) => !hidden.includes(index));
	const sum = Buffer.from(hidden.map((index) => bytes[index])).readUInt32LE();
	return checked(masks.some((mask) => (crc32(covered) ^ mask) >>> 0 === sum), options);
};
// src/detect/proofs/azure-identifiable.ts
/** What a key of a kind is for, by the seed of its checksum, where a service has keys of several kinds. */
const roles = {
	MastRW00: "read and write",
	MastRO00: "read only",
	Master00: "all functions and administration",
	System00: "system",
	Functi00: "one function or the host",
	PAdmin00: "administration",
	Query000: "queries",
	Send0000: "send",
	Manage00: "manage",
	Listen00: "listen"
};
/**
* Base64 whose last four bytes are Marvin32 of the others, least significant byte first. Option `seeds`: the seeds that
* the service uses, comma-separated. Source: github.com/microsoft/security-utilities, IdentifiableMetadata.cs.
*/
const proveAzureIdentifiable = ({ secret, options }) => {
	const bytes = Buffer.from(secret, "base64");
	if (bytes.length < 5) return checked(false);
	const sum = bytes.readUInt32LE(bytes.length - 4);
	const seed = String(options["seeds"]).split(",").find((candidate) => marvin32(bytes.subarray(0, -4), Buffer.from(candidate, "latin1")) === sum);
	const evidence = checked(seed !== void 0, options);
	const role = roles[seed ?? ""];
	return evidence.verdict === "holds" && role !== void 0 ? {
		...evidence,
		facts: { rights: role }
	} : evidence;
};
// src/detect/password-worth.ts
/** Shell, Make, Jinja, Helm, Ruby, printf, Python, Windows, XML and Ansible ways to leave a place open. */
const templates = /\$\{|\$\(|\{\{|#\{|<%|%\(\w|\$\[|\[\[|\$[A-Za-z_]\w*(?:\W|$)|^\$\w+$|^%\w+%$|^%[-+ #0]*\d*[a-zA-Z]$|%[svdqr](?![0-9A-Fa-f])|\{[\w.,:!|$ -]*\}|^<.*>?$|^\[.*\]$|^\(.*\)$|^@@|^__.*__$|^&[a-z]+;|^(?:ENC|SOPS|vault)[[:(]|^!|\+ ?["'`]|["'`] ?\+|&lt;|%3C|%7B%7B/;
const words = (text) => text.trim().split(/\s+/);
/** Words that documentation and development set-ups write in a password's place. */
const fillers = new Set(words(`
  pass passwd password pwd pw secret token key apikey auth user username usr login admin root guest test
  testing tester demo foo bar baz qux foobar abc xyz hello world default value string null undefined none
  nil true false todo tbd changeme changethis placeholder example sample dummy fake mock redacted removed
  hidden masked private sensitive postgres postgresql mysql mongo mongodb redis rabbitmq minio minioadmin
  sa oracle elastic neo4j letmein qwerty hunter2 bitnami docker ubuntu vagrant wordpress drupal laravel
  symfony app db database something anything whatever blah asdf anonymous optional host hostname port pa
  ss
  changeit deadbeef cafebabe tiger scott change-it change-this change_me change-me x-oauth-basic x-token-auth api-key api_key p@ssword p@ssw0rd
  pa$$word pa$$w0rd pa55word pa55w0rd passw0rd s3cr3t s3cret sekret credential yourpassword
`));
/** Words that stand beside those: `my-secret-password`. */
const companions = words(`
  my your our some the this is an here goes insert enter put use new old real actual very super strong
  long secure random top not url encoded with of for and in to client server service account access github
  gitlab personal npm bot proxy smtp ftp http basic raw plain text sql word phrase me it pls please
`);
const vocabulary = /* @__PURE__ */ new Set([...fillers, ...companions]);
const longestWord = Math.max(...[...vocabulary].map((word) => word.length));
const longestFiller = 64;
const joint = /[-_. +*!@#\d]/;
/** Whether a value is nothing but words of the vocabulary, digits and marks. Takes a step per letter and word length. */
const isMadeOfWords = (value) => {
	if (value.length > longestFiller || !/[a-z]/.test(value)) return false;
	const reached = new Array(value.length + 1).fill(false);
	reached[0] = true;
	for (let at = 0; at < value.length; at++) {
		if (!reached[at]) continue;
		if (joint.test(value[at])) reached[at + 1] = true;
		for (let end = at + 2; end <= Math.min(value.length, at + longestWord); end++) if (vocabulary.has(value.slice(at, end))) reached[end] = true;
	}
	return reached[value.length];
};
/** What somebody put in a password's place: stars, dots, one character repeated. */
const masked$1 = /^(.)\1{2,}$|^[.*•…_-]+$|\*{3}|\.{3}|x{4}|X{4}|\xe2\x80\xa6/;
/** Short numbers and sequences. */
const sequence$1 = /^(.)\1*$|^\d{1,6}$|^(?:1234|0123).{0,8}$|^abcd?e?f?\d*$|^[a-z]{0,3}123\d*$|^qwe/i;
/** Names of variables, and passwords that call themselves so. */
const selfNamed = /^[A-Za-z_.-]*(?:pass(?:word|wd|phrase)?|pwd|secret|token|changeme)[A-Za-z_.-]*\d{0,3}$/i;
const isFiller$1 = (value) => {
	const plain = value.toLowerCase();
	return value.length < 4 || sequence$1.test(value) || selfNamed.test(value) || isMadeOfWords(plain);
};
/** Letters of one case with at most a short number behind are words to a person who guesses. */
const isWordLike = (value) => value.length < 8 || /^(?:[A-Za-z]?[a-z]*(?:[A-Z][a-z]+)*|[A-Z]+|[a-z]+(?:[-_.][a-z]+)*)[-_.]?\d{0,4}[!@#$.]?$/.test(value) || entropy(value) < 2.5;
/** Whether the value is left open or blotted out. */
const isTemplate = (value) => templates.test(value) || masked$1.test(value);
/** Detection reads bytes as Latin-1; accents do not make a word rarer. */
const withoutAccents = (value) => /[\x80-\xff]/.test(value) ? Buffer.from(value, "latin1").toString("utf8").normalize("NFKD").replace(/\p{M}/gu, "") : value;
/** Judges a password by itself; `user` is who signs in with it, where that is known. */
const worthOf = (written, user = "") => {
	const password = withoutAccents(written);
	if (isTemplate(password)) return "template";
	if (user !== "" && password.toLowerCase() === user.toLowerCase() || isFiller$1(password)) return "filler";
	return isWordLike(password) ? "weak" : "strong";
};
// src/detect/proofs/surroundings.ts
const bounds = new Set([
	"\"",
	"`",
	"<",
	">",
	"\r",
	"\n"
].map((char) => char.charCodeAt(0)));
/**
* The string that a secret stands in, at most `reach` bytes of it on either side: up to the double quote, backtick,
* angle bracket or line's end that bounds it.
*/
const stringAround = ({ content, start, end }, reach) => {
	let from = start;
	while (from > 0 && start - from < reach && !bounds.has(content[from - 1])) from--;
	let to = end;
	while (to < content.length && to - end < reach && !bounds.has(content[to])) to++;
	return [content.toString("latin1", from, start), content.toString("latin1", end, to)];
};
// src/detect/proofs/azure-key.ts
/** Other keys of the same string stand within this many bytes. */
const neighbourhood$3 = 600;
/** SHA-256 of the keys that every installation of Azurite and of the Cosmos DB emulator has; Microsoft publishes them. */
const emulatorKeys = ["0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059", "aa6547439583c3a275d4542a0df6c1ad6a863971be9f2a2220f027cc02aef615"];
const named$1 = (text, key) => new RegExp(`(?:^|[;"'\\s])${key}=([^;"'\\s]{1,200})`, "i").exec(text)?.[1];
/** A key of a connection string of Azure: base64 of exactly as many bytes as the service gives. Option: `bytes`. */
const proveAzureKey = (candidate) => {
	const { secret, options } = candidate;
	if (Buffer.from(secret, "base64").length !== options["bytes"]) return { verdict: "silent" };
	if (emulatorKeys.includes(createHash("sha256").update(secret).digest("hex"))) return {
		verdict: "fails",
		detail: "It is the emulator's key, which Microsoft publishes."
	};
	const text = stringAround(candidate, neighbourhood$3).join(";");
	const account = named$1(text, "AccountName") ?? named$1(text, "SharedAccessKeyName");
	const endpoint = named$1(text, "AccountEndpoint") ?? named$1(text, "Endpoint") ?? named$1(text, "HostName");
	return {
		verdict: "holds",
		proof: "structural",
		facts: {
			...account === void 0 || isTemplate(account) ? {} : { account },
			...endpoint === void 0 || isTemplate(endpoint) ? {} : { endpoint }
		}
	};
};
const parameter = (query, name) => new RegExp(`(?:^|[?&;])(?:amp;)?${name}=([^&\\s]{1,60})`).exec(query)?.[1];
/** A shared access signature: `sig` is base64 of 32 bytes, `se` says until when (Azure Storage, Create a service SAS). */
const proveAzureSas = (candidate) => {
	const { secret } = candidate;
	const signature = Buffer.from(secret.replace(/%2[bB]/g, "+").replace(/%2[fF]/g, "/").replace(/%3[dD]/g, "="), "base64");
	const query = stringAround(candidate, neighbourhood$3).join("&").replaceAll("\\u0026", "&");
	if (signature.length !== 32 || parameter(query, "sv") === void 0) return { verdict: "silent" };
	const until = (parameter(query, "se") ?? "").replaceAll(/%3[aA]/g, ":");
	const expires = new Date(until);
	if (Number.isNaN(expires.getTime())) return {
		verdict: "holds",
		proof: "structural"
	};
	const facts = { expires: expires.toISOString() };
	const day = facts.expires.slice(0, 10);
	return expires.getTime() < Date.now() ? {
		verdict: "fails",
		detail: `It expired on ${day}.`,
		facts
	} : {
		verdict: "holds",
		proof: "structural",
		detail: `It is valid until ${day}.`,
		facts
	};
};
// src/detect/proofs/base58check.ts
/** Digits of base58 by what uses them. */
const alphabets = {
	bitcoin: "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
	ripple: "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
};
/** Longer texts are none of the keys that are written so. */
const longest$1 = 256;
/** Bytes that a base58 text stands for, a leading zero digit being a zero byte; undefined where it is none. */
const fromBase58 = (text, digits = alphabets["bitcoin"]) => {
	if (text.length > longest$1) return void 0;
	let value = 0n;
	for (const character of text) {
		const digit = digits.indexOf(character);
		if (digit === -1) return void 0;
		value = value * 58n + BigInt(digit);
	}
	let zeros = 0;
	while (text[zeros] === digits[0]) zeros++;
	const hex = value === 0n ? "" : value.toString(16);
	return Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, "hex")]);
};
const sha256 = (bytes) => createHash("sha256").update(bytes).digest();
const checksumLength$2 = 4;
/** What base58check carries, version bytes first; undefined where the checksum fails. Source: Bitcoin wiki, "Base58Check encoding". */
const fromBase58Check = (text, digits) => {
	const bytes = fromBase58(text, digits);
	if (bytes === void 0 || bytes.length <= checksumLength$2) return void 0;
	const body = bytes.subarray(0, -4);
	return sha256(sha256(body)).subarray(0, checksumLength$2).equals(bytes.subarray(-4)) ? body : void 0;
};
/** SHA-256, cut short, of the extended keys that BIP-32 lists as test vectors: tests of every wallet repeat them. */
const published = new Set("9ff23bc99ee7 6ec5f0e63be5 412226a59787 7fa27c6487b7 027f15220e18 93e28cee01d3 fa146b83df55 401340acba06 2243ae4c7301 42010a606042 37f4f4b83be2 58526faf0059 c3e981f8e1c6 4ec7efd0add0 e4cd88050076 bebe65f0e056 c14aca8e6d6b 38f45b57d43a 86826de463a4 04a564938fd4 ed7bfe0ceae8 00860ac61212 75754388723d 9d61c593824c ac17da3e1143".split(" "));
const isPublished = (text) => published.has(createHash("sha256").update(text).digest("hex").slice(0, 12));
/**
* Base58check: a checksum of four bytes, SHA-256 twice. Options: `versions`, how what it carries may begin, hexadecimal
* and comma-separated; `alphabet`, `bitcoin` (the default) or `ripple`; `bonus`.
*/
const proveBase58Check = ({ secret, options }) => {
	const body = fromBase58Check(secret, alphabets[String(options["alphabet"] ?? "bitcoin")]);
	const versions = String(options["versions"] ?? "").split(",");
	const holds = body !== void 0 && versions.some((version) => body.toString("hex").startsWith(version));
	if (holds && isPublished(secret)) return {
		verdict: "fails",
		detail: "It is a test vector that BIP-32 publishes."
	};
	return checked(holds, options);
};
// src/detect/proofs/base58-length.ts
/** How many bytes a base58 text stands for (leading ones are zero bytes); undefined where it is none. */
const base58Length = (text) => fromBase58(text)?.length;
/** Option `bytes`: how many it must be. */
const proveBase58Length = ({ secret, options }) => base58Length(secret) === Number(options["bytes"]) ? {
	verdict: "holds",
	proof: "structural"
} : decodedWrong;
// src/detect/proofs/base64-bytes.ts
/**
* The group `payload`, else the whole secret, is base64 of bytes that begin with one of those that option `starts`
* lists in hexadecimal, comma-separated: macaroons, protobuf messages.
*/
const proveBase64Bytes = ({ secret, groups, options }) => {
	const hex = Buffer.from(groups["payload"] ?? secret, "base64").toString("hex");
	return String(options["starts"]).split(",").some((start) => hex.startsWith(start)) ? {
		verdict: "holds",
		proof: "structural"
	} : decodedWrong;
};
// src/detect/proofs/base64-json.ts
const parse$6 = (payload) => {
	try {
		const parsed = JSON.parse(Buffer.from(payload, "base64").toString("utf8"));
		return typeof parsed === "object" && parsed !== null ? parsed : void 0;
	} catch {
		return;
	}
};
/** Longer values of a decoded field are not repeated. */
const longestFact$1 = 200;
/** `from=to` pairs: which field becomes which fact. */
const picked = (json, pairs) => Object.fromEntries(pairs.split(",").flatMap((pair) => {
	const [from, to] = pair.split("=");
	const value = json[from];
	const short = typeof value === "string" && value.length <= longestFact$1 || typeof value === "number";
	return to !== void 0 && short ? [[to, value]] : [];
}));
/**
* The group `payload`, else the whole secret, is base64 of a JSON object. Options: `keys`, fields that it must have;
* `facts`, pairs such as `org=organization` of fields to report. Both comma-separated.
*/
const proveBase64Json = ({ secret, groups, options }) => {
	const json = parse$6(groups["payload"] ?? secret);
	if (json === void 0) return decodedWrong;
	if (!String(options["keys"]).split(",").every((key) => Object.hasOwn(json, key))) return decodedWrong;
	return {
		verdict: "holds",
		proof: "structural",
		facts: picked(json, String(options["facts"] ?? ""))
	};
};
// src/detect/proofs/group-facts.ts
/** Groups that name parts of the match and are no facts. */
const parts = /* @__PURE__ */ new Set(["secret", "payload"]);
const factsOf$4 = (groups) => Object.fromEntries(Object.entries(groups).flatMap(([name, value]) => parts.has(name) || value === void 0 ? [] : [[name, value]]));
/**
* Proves nothing: makes facts of the expression's named groups, such as a team, a region or a bot's number.
* Option `vetted`: the form itself repeats characters as fillers do, so that the test for them is left out.
*/
const proveGroupFacts = ({ groups, options }) => ({
	verdict: "unknown",
	facts: factsOf$4(groups),
	...options["vetted"] === true ? { vetted: true } : {}
});
// src/detect/proofs/base64-text.ts
const latestTime = 864e10;
/** Seconds since 1970 become a date. */
const withDates = (facts) => {
	const seconds = Number(facts["expires"]);
	if (!(seconds > 0 && seconds < latestTime)) return facts;
	return {
		...facts,
		expires: (/* @__PURE__ */ new Date(seconds * 1e3)).toISOString()
	};
};
/**
* The group `payload`, else the whole secret, is base64 of a text that option `pattern` matches; its named groups
* become facts, `expires` being seconds since 1970.
*/
const proveBase64Text = ({ secret, groups, options }) => {
	const text = Buffer.from(groups["payload"] ?? secret, "base64").toString("latin1");
	const found = new RegExp(String(options["pattern"])).exec(text);
	if (found === null) return decodedWrong;
	return {
		verdict: "holds",
		proof: "structural",
		facts: withDates(factsOf$4(found.groups ?? {}))
	};
};
// src/detect/address.ts
/** RFC 1122 (loopback), RFC 1918 and 6598 (private), RFC 3927 (link-local), RFC 5737 (documentation). */
const reachOfIpv4 = ([a = 0, b = 0, c = 0]) => {
	if (a === 127 || a === 0) return "loopback";
	if (a === 10 || a === 172 && b >> 4 === 1 || a === 192 && b === 168 || a === 169 && b === 254 || a === 100 && b >> 6 === 1) return "private";
	return [
		"192.0.2",
		"198.51.100",
		"203.0.113"
	].includes(`${a}.${b}.${c}`) ? "example" : "public";
};
/** The URL parser's form (WHATWG URL, IPv6 serializer): lower case, without leading zeros, the longest gap left out. */
const shortest$1 = (address) => new URL(`http://[${address}]`).hostname.slice(1, -1);
/** RFC 3849 (documentation), 4193 (unique local), 4291 (link-local, IPv4-mapped). */
const reachOfIpv6 = (address) => {
	const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address);
	if (mapped !== null) {
		const [high, low] = [Number.parseInt(mapped[1], 16), Number.parseInt(mapped[2], 16)];
		return reachOfIpv4([
			high >> 8,
			high & 255,
			low >> 8,
			low & 255
		]);
	}
	if (address === "::1" || address === "::") return "loopback";
	if (address.startsWith("2001:db8:")) return "example";
	return /^f[cd]|^fe[89ab]/.test(address) ? "private" : "public";
};
const ipv4 = (host) => {
	const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1).map(Number);
	return parts?.every((part) => part < 256) ? parts : void 0;
};
/** Undefined for what is no IP address. Without brackets around IPv6. */
const reachOfAddress = (host) => {
	const octets = ipv4(host);
	if (octets !== void 0) return reachOfIpv4(octets);
	return isIPv6(host) && !host.includes("%") ? reachOfIpv6(shortest$1(host)) : void 0;
};
// src/detect/reach.ts
const reserved = /(?:^|\.)(?:example|test|invalid|tld|faketld)$|(?:^|\.)example\.(?:com|org|net|edu)$|(?:^|\.)(?:domain|my-?domain|your-?domain|company|acme|mysite|yoursite)\.(?:com|tld)$/;
const stand = /^(?:host|hostname|host[-_]?name|server|servername|address|addr|ip|url|endpoint|fqdn|domain|(?:my|your|some|db|database|proxy|remote|the)[-_]?(?:host|hostname|server|domain|proxy|endpoint|registry)|foo|bar|baz|example|x+|a|b|h|d)$/;
const internal = /(?:^|\.)(?:local|internal|lan|intranet|corp|home|cluster|svc|localdomain|docker)$|\.svc\./;
/** No standard keeps it for documentation, but documentation is where it stands. */
const exampleAddress = /^1\.2\.3\.\d{1,3}$/;
/** What a host's name alone says, without asking any resolver. The host may be an address in brackets. */
const reachOf = (host) => {
	const name = host.toLowerCase().replace(/^\[|\]$/g, "").replace(/\.$/, "");
	if (name === "" || /[^a-z0-9._:-]/.test(name)) return "template";
	if (name === "localhost" || name.endsWith(".localhost")) return "loopback";
	if (exampleAddress.test(name)) return "example";
	const address = reachOfAddress(name);
	if (address !== void 0) return address;
	if (name.includes(":")) return "public";
	if (reserved.test(name) || stand.test(name)) return "example";
	return internal.test(name) || !name.includes(".") ? "private" : "public";
};
// src/detect/proofs/access-evidence.ts
/** Severity of a password by what it is worth and by who can reach its host. A filled-in template's host says nothing. */
const levels = {
	strong: {
		public: "high",
		private: "high",
		template: "high",
		unknown: "high",
		loopback: "medium",
		example: "low"
	},
	weak: {
		public: "medium",
		private: "medium",
		template: "medium",
		unknown: "medium",
		loopback: "low",
		example: "info"
	},
	filler: {
		public: "low",
		private: "low",
		template: "silent",
		unknown: "silent",
		loopback: "low",
		example: "silent"
	}
};
const details = {
	loopback: "Its host is the machine itself.",
	private: "Its host answers in a private network only.",
	public: "Its host is a public name.",
	example: "Its host is a documentation's.",
	template: ""
};
/** Words that documentation writes for both halves: `user:password` and its kin. */
const documentedUsers = /^(?:user(?:name)?|usr|login|foo|bar|name|me|my[-_]?user(?:name)?|your[-_]?user(?:name)?|some[-_]?user|x|u|a|alice|bob|joe|john|jane|scott|usuario|anonymous|x{3,}|aladdin)$/i;
const levelOf = (worth, reach, user) => {
	const documented = documentedUsers.test(user);
	if (worth === "filler" && documented) return "silent";
	if (worth === "weak" && documented) return reach === "example" ? "silent" : "low";
	return levels[worth][reach];
};
/** Judges a password that stands with its user and host, as URLs, connection strings and headers carry them. */
const judgeAccess = ({ user = "", password, host, facts }) => {
	const worth = worthOf(password, user);
	if (worth === "template") return { verdict: "silent" };
	const reach = host === void 0 ? "unknown" : reachOf(host);
	const severity = levelOf(worth, reach, user);
	if (severity === "silent") return { verdict: "silent" };
	const detail = reach === "unknown" ? "" : details[reach];
	return {
		verdict: "holds",
		vetted: true,
		proof: worth === "strong" ? "structural" : "contextual",
		severity,
		...detail === "" ? {} : { detail },
		facts: {
			...facts,
			...user === "" || isTemplate(user) ? {} : { user: user.slice(0, 100) },
			...host === void 0 || reach === "template" ? {} : { host: host.slice(0, 255) },
			...reach === "template" || reach === "unknown" ? {} : { reach }
		}
	};
};
// src/detect/proofs/decoded-text.ts
/** Text whose characters a person could have typed: what base64 of a credential decodes to and random bytes do not. */
const printable = /^[\t\n\r\x20-\x7e\u00a1-\uffff]+$/;
/** Base64 (standard or URL-safe) of printable UTF-8, decoded; undefined for anything else. */
const decodePrintable = (base64) => {
	if (!/^[A-Za-z0-9+/_-]{4,}={0,2}$/.test(base64)) return void 0;
	const text = Buffer.from(base64, "base64").toString("utf8");
	return printable.test(text) && !text.includes("�") ? text : void 0;
};
/** `user:password` from base64, as Basic authentication (RFC 7617) and Docker's `auth` write it. */
const decodeUserAndPassword = (base64) => {
	const text = decodePrintable(base64);
	const colon = text?.indexOf(":") ?? -1;
	return text === void 0 || colon < 0 ? void 0 : {
		user: text.slice(0, colon),
		password: text.slice(colon + 1)
	};
};
/** A JSON object, or undefined for any other text. */
const parseObject = (text) => {
	try {
		const value = JSON.parse(text);
		return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
	} catch {
		return;
	}
};
// src/detect/proofs/with-naming.ts
/** Evidence under the name of the service that a request goes to, where the rule's option `names` says what to call it. */
const withNaming = (evidence, { content, start, end, options }) => {
	const kind = options["names"];
	if (typeof kind !== "string" || evidence.verdict === "silent" || evidence.verdict === "fails") return evidence;
	const found = attributeRequest(content, start, end, kind);
	return found === void 0 ? evidence : {
		...evidence,
		naming: found.naming
	};
};
// src/detect/proofs/basic-auth.ts
/**
* Basic credentials of a header: base64 of `user:password` (RFC 7617). Decodes to that, or is none; Aladdin's are the
* example of the RFC.
*/
const proveBasicAuth = (candidate) => {
	const pair = decodeUserAndPassword(candidate.secret);
	if (pair === void 0 || pair.user === "Aladdin" || pair.password === "" && pair.user.length < 16) return { verdict: "silent" };
	const token = pair.password === "" || pair.password === "x-oauth-basic" || pair.password === "X";
	const evidence = judgeAccess({
		user: token ? void 0 : pair.user,
		password: token ? pair.user : pair.password,
		host: void 0
	});
	return evidence.verdict === "silent" && worthALine(pair.user, pair.password) ? {
		verdict: "fails",
		detail: "It decodes to a user and password that documentation uses."
	} : withNaming(evidence, candidate);
};
const worthALine = (user, password) => user !== "" && password.length > 3;
/** The registry above an `auth` key of a Docker configuration: `"registry": {`. */
const registryAbove = (text) => /\\*"((?:https?:\/\/)?[\w.-]{1,200}(?::\d{1,5})?(?:\/[\w./-]{0,100})?)\\*"\s*:\s*\{[^{}]*$/.exec(text)?.[1];
const registryReach = 600;
/** Passwords of Amazon ECR work for twelve hours (AWS, GetAuthorizationToken). */
const isPassing = (user, registry) => user === "AWS" && (registry === void 0 || registry.includes(".ecr."));
/** `auth` of a Docker configuration: base64 of `user:password`, below its registry. */
const proveDockerAuth = ({ secret, content, start }) => {
	const pair = decodeUserAndPassword(secret);
	if (pair === void 0 || pair.user === "" || pair.password === "") return { verdict: "silent" };
	const registry = registryAbove(content.toString("latin1", Math.max(0, start - registryReach), start).replace(/\\+[nrt]/g, " "));
	const host = registry?.replace(/^https?:\/\//, "").replace(/[:/].*$/, "");
	const evidence = judgeAccess({
		user: pair.user,
		password: pair.password,
		host,
		facts: { ...registry === void 0 ? {} : { registry } }
	});
	if (evidence.verdict !== "holds" || !isPassing(pair.user, registry)) return evidence;
	return {
		...evidence,
		severity: "low",
		detail: "Amazon's registry passwords work for twelve hours."
	};
};
/** base64 of a password alone, as `_password` of npm's configuration. */
const proveBase64Password = (candidate) => {
	const password = decodePrintable(candidate.secret);
	const host = /\/\/([\w.-]{1,200})[^\s]{0,300}$/.exec(stringAround(candidate, 300)[0])?.[1];
	return password === void 0 ? { verdict: "silent" } : judgeAccess({
		user: void 0,
		password,
		host
	});
};
// src/detect/proofs/bech32.ts
const digits$1 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const generator = [
	996825010,
	642813549,
	513874426,
	1027748829,
	705979059
];
const polymod = (values) => {
	let sum = 1;
	for (const value of values) {
		const top = sum >>> 25;
		sum = (sum & 33554431) << 5 ^ value;
		generator.forEach((term, bit) => {
			if (top >> bit & 1) sum ^= term;
		});
	}
	return sum >>> 0;
};
const codes = (text) => [...text].map((character) => character.charCodeAt(0));
/** Whether a text is valid bech32 of any length: BIP-173, section "Checksum". */
const isBech32 = (text) => {
	const lower = text.toLowerCase();
	const separator = lower.lastIndexOf("1");
	const name = codes(lower.slice(0, Math.max(0, separator)));
	const data = [...lower.slice(separator + 1)].map((character) => digits$1.indexOf(character));
	if (separator < 1 || data.length < 6 || data.includes(-1)) return false;
	return polymod([
		...name.map((code) => code >> 5),
		0,
		...name.map((code) => code & 31),
		...data
	]) === 1;
};
const proveBech32 = ({ secret, options }) => checked(isBech32(secret), options);
// src/detect/proofs/bip39-words.ts
/**
* The English words of BIP-39 (github.com/bitcoin/bips, bip-0039/english.txt; MIT), in the order that gives each its number.
* SHA-256 of the list, a word a line: 2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda.
*/
const bip39Words = "abandon ability able about above absent absorb abstract absurd abuse access accident account accuse achieve acid acoustic acquire across act action actor actress actual adapt add addict address adjust admit adult advance advice aerobic affair afford afraid again age agent agree ahead aim air airport aisle alarm album alcohol alert alien all alley allow almost alone alpha already also alter always amateur amazing among amount amused analyst anchor ancient anger angle angry animal ankle announce annual another answer antenna antique anxiety any apart apology appear apple approve april arch arctic area arena argue arm armed armor army around arrange arrest arrive arrow art artefact artist artwork ask aspect assault asset assist assume asthma athlete atom attack attend attitude attract auction audit august aunt author auto autumn average avocado avoid awake aware away awesome awful awkward axis baby bachelor bacon badge bag balance balcony ball bamboo banana banner bar barely bargain barrel base basic basket battle beach bean beauty because become beef before begin behave behind believe below belt bench benefit best betray better between beyond bicycle bid bike bind biology bird birth bitter black blade blame blanket blast bleak bless blind blood blossom blouse blue blur blush board boat body boil bomb bone bonus book boost border boring borrow boss bottom bounce box boy bracket brain brand brass brave bread breeze brick bridge brief bright bring brisk broccoli broken bronze broom brother brown brush bubble buddy budget buffalo build bulb bulk bullet bundle bunker burden burger burst bus business busy butter buyer buzz cabbage cabin cable cactus cage cake call calm camera camp can canal cancel candy cannon canoe canvas canyon capable capital captain car carbon card cargo carpet carry cart case cash casino castle casual cat catalog catch category cattle caught cause caution cave ceiling celery cement census century cereal certain chair chalk champion change chaos chapter charge chase chat cheap check cheese chef cherry chest chicken chief child chimney choice choose chronic chuckle chunk churn cigar cinnamon circle citizen city civil claim clap clarify claw clay clean clerk clever click client cliff climb clinic clip clock clog close cloth cloud clown club clump cluster clutch coach coast coconut code coffee coil coin collect color column combine come comfort comic common company concert conduct confirm congress connect consider control convince cook cool copper copy coral core corn correct cost cotton couch country couple course cousin cover coyote crack cradle craft cram crane crash crater crawl crazy cream credit creek crew cricket crime crisp critic crop cross crouch crowd crucial cruel cruise crumble crunch crush cry crystal cube culture cup cupboard curious current curtain curve cushion custom cute cycle dad damage damp dance danger daring dash daughter dawn day deal debate debris decade december decide decline decorate decrease deer defense define defy degree delay deliver demand demise denial dentist deny depart depend deposit depth deputy derive describe desert design desk despair destroy detail detect develop device devote diagram dial diamond diary dice diesel diet differ digital dignity dilemma dinner dinosaur direct dirt disagree discover disease dish dismiss disorder display distance divert divide divorce dizzy doctor document dog doll dolphin domain donate donkey donor door dose double dove draft dragon drama drastic draw dream dress drift drill drink drip drive drop drum dry duck dumb dune during dust dutch duty dwarf dynamic eager eagle early earn earth easily east easy echo ecology economy edge edit educate effort egg eight either elbow elder electric elegant element elephant elevator elite else embark embody embrace emerge emotion employ empower empty enable enact end endless endorse enemy energy enforce engage engine enhance enjoy enlist enough enrich enroll ensure enter entire entry envelope episode equal equip era erase erode erosion error erupt escape essay essence estate eternal ethics evidence evil evoke evolve exact example excess exchange excite exclude excuse execute exercise exhaust exhibit exile exist exit exotic expand expect expire explain expose express extend extra eye eyebrow fabric face faculty fade faint faith fall false fame family famous fan fancy fantasy farm fashion fat fatal father fatigue fault favorite feature february federal fee feed feel female fence festival fetch fever few fiber fiction field figure file film filter final find fine finger finish fire firm first fiscal fish fit fitness fix flag flame flash flat flavor flee flight flip float flock floor flower fluid flush fly foam focus fog foil fold follow food foot force forest forget fork fortune forum forward fossil foster found fox fragile frame frequent fresh friend fringe frog front frost frown frozen fruit fuel fun funny furnace fury future gadget gain galaxy gallery game gap garage garbage garden garlic garment gas gasp gate gather gauge gaze general genius genre gentle genuine gesture ghost giant gift giggle ginger giraffe girl give glad glance glare glass glide glimpse globe gloom glory glove glow glue goat goddess gold good goose gorilla gospel gossip govern gown grab grace grain grant grape grass gravity great green grid grief grit grocery group grow grunt guard guess guide guilt guitar gun gym habit hair half hammer hamster hand happy harbor hard harsh harvest hat have hawk hazard head health heart heavy hedgehog height hello helmet help hen hero hidden high hill hint hip hire history hobby hockey hold hole holiday hollow home honey hood hope horn horror horse hospital host hotel hour hover hub huge human humble humor hundred hungry hunt hurdle hurry hurt husband hybrid ice icon idea identify idle ignore ill illegal illness image imitate immense immune impact impose improve impulse inch include income increase index indicate indoor industry infant inflict inform inhale inherit initial inject injury inmate inner innocent input inquiry insane insect inside inspire install intact interest into invest invite involve iron island isolate issue item ivory jacket jaguar jar jazz jealous jeans jelly jewel job join joke journey joy judge juice jump jungle junior junk just kangaroo keen keep ketchup key kick kid kidney kind kingdom kiss kit kitchen kite kitten kiwi knee knife knock know lab label labor ladder lady lake lamp language laptop large later latin laugh laundry lava law lawn lawsuit layer lazy leader leaf learn leave lecture left leg legal legend leisure lemon lend length lens leopard lesson letter level liar liberty library license life lift light like limb limit link lion liquid list little live lizard load loan lobster local lock logic lonely long loop lottery loud lounge love loyal lucky luggage lumber lunar lunch luxury lyrics machine mad magic magnet maid mail main major make mammal man manage mandate mango mansion manual maple marble march margin marine market marriage mask mass master match material math matrix matter maximum maze meadow mean measure meat mechanic medal media melody melt member memory mention menu mercy merge merit merry mesh message metal method middle midnight milk million mimic mind minimum minor minute miracle mirror misery miss mistake mix mixed mixture mobile model modify mom moment monitor monkey monster month moon moral more morning mosquito mother motion motor mountain mouse move movie much muffin mule multiply muscle museum mushroom music must mutual myself mystery myth naive name napkin narrow nasty nation nature near neck need negative neglect neither nephew nerve nest net network neutral never news next nice night noble noise nominee noodle normal north nose notable note nothing notice novel now nuclear number nurse nut oak obey object oblige obscure observe obtain obvious occur ocean october odor off offer office often oil okay old olive olympic omit once one onion online only open opera opinion oppose option orange orbit orchard order ordinary organ orient original orphan ostrich other outdoor outer output outside oval oven over own owner oxygen oyster ozone pact paddle page pair palace palm panda panel panic panther paper parade parent park parrot party pass patch path patient patrol pattern pause pave payment peace peanut pear peasant pelican pen penalty pencil people pepper perfect permit person pet phone photo phrase physical piano picnic picture piece pig pigeon pill pilot pink pioneer pipe pistol pitch pizza place planet plastic plate play please pledge pluck plug plunge poem poet point polar pole police pond pony pool popular portion position possible post potato pottery poverty powder power practice praise predict prefer prepare present pretty prevent price pride primary print priority prison private prize problem process produce profit program project promote proof property prosper protect proud provide public pudding pull pulp pulse pumpkin punch pupil puppy purchase purity purpose purse push put puzzle pyramid quality quantum quarter question quick quit quiz quote rabbit raccoon race rack radar radio rail rain raise rally ramp ranch random range rapid rare rate rather raven raw razor ready real reason rebel rebuild recall receive recipe record recycle reduce reflect reform refuse region regret regular reject relax release relief rely remain remember remind remove render renew rent reopen repair repeat replace report require rescue resemble resist resource response result retire retreat return reunion reveal review reward rhythm rib ribbon rice rich ride ridge rifle right rigid ring riot ripple risk ritual rival river road roast robot robust rocket romance roof rookie room rose rotate rough round route royal rubber rude rug rule run runway rural sad saddle sadness safe sail salad salmon salon salt salute same sample sand satisfy satoshi sauce sausage save say scale scan scare scatter scene scheme school science scissors scorpion scout scrap screen script scrub sea search season seat second secret section security seed seek segment select sell seminar senior sense sentence series service session settle setup seven shadow shaft shallow share shed shell sheriff shield shift shine ship shiver shock shoe shoot shop short shoulder shove shrimp shrug shuffle shy sibling sick side siege sight sign silent silk silly silver similar simple since sing siren sister situate six size skate sketch ski skill skin skirt skull slab slam sleep slender slice slide slight slim slogan slot slow slush small smart smile smoke smooth snack snake snap sniff snow soap soccer social sock soda soft solar soldier solid solution solve someone song soon sorry sort soul sound soup source south space spare spatial spawn speak special speed spell spend sphere spice spider spike spin spirit split spoil sponsor spoon sport spot spray spread spring spy square squeeze squirrel stable stadium staff stage stairs stamp stand start state stay steak steel stem step stereo stick still sting stock stomach stone stool story stove strategy street strike strong struggle student stuff stumble style subject submit subway success such sudden suffer sugar suggest suit summer sun sunny sunset super supply supreme sure surface surge surprise surround survey suspect sustain swallow swamp swap swarm swear sweet swift swim swing switch sword symbol symptom syrup system table tackle tag tail talent talk tank tape target task taste tattoo taxi teach team tell ten tenant tennis tent term test text thank that theme then theory there they thing this thought three thrive throw thumb thunder ticket tide tiger tilt timber time tiny tip tired tissue title toast tobacco today toddler toe together toilet token tomato tomorrow tone tongue tonight tool tooth top topic topple torch tornado tortoise toss total tourist toward tower town toy track trade traffic tragic train transfer trap trash travel tray treat tree trend trial tribe trick trigger trim trip trophy trouble truck true truly trumpet trust truth try tube tuition tumble tuna tunnel turkey turn turtle twelve twenty twice twin twist two type typical ugly umbrella unable unaware uncle uncover under undo unfair unfold unhappy uniform unique unit universe unknown unlock until unusual unveil update upgrade uphold upon upper upset urban urge usage use used useful useless usual utility vacant vacuum vague valid valley valve van vanish vapor various vast vault vehicle velvet vendor venture venue verb verify version very vessel veteran viable vibrant vicious victory video view village vintage violin virtual virus visa visit visual vital vivid vocal voice void volcano volume vote voyage wage wagon wait walk wall walnut want warfare warm warrior wash wasp waste water wave way wealth weapon wear weasel weather web wedding weekend weird welcome west wet whale what wheat wheel when where whip whisper wide width wife wild will win window wine wing wink winner winter wire wisdom wise wish witness wolf woman wonder wood wool word work world worry worth wrap wreck wrestle wrist write wrong yard year yellow you young youth zebra zero zone zoo".split(" ");
// src/detect/proofs/bip39.ts
const places = new Map(bip39Words.map((word, place) => [word, place]));
const bitsPerWord = 11;
/** Bits of the checksum for each word: 4 of 132 for twelve words, 8 of 264 for twenty-four. */
const wordsPerChecksumBit = 3;
/** Entropy and checksum as text of ones and zeros; undefined where a word is none of the list. */
const bitsOf$1 = (words) => {
	let bits = "";
	for (const word of words) {
		const place = places.get(word);
		if (place === void 0) return void 0;
		bits += place.toString(2).padStart(bitsPerWord, "0");
	}
	return bits;
};
const bytesOf$1 = (bits) => Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
/** Entropy of the vectors that BIP-39 publishes repeats a byte or two. */
const isVector = (entropy) => new Set(entropy).size <= 2;
/** SHA-256 of the phrase from which Hardhat, Foundry and Ganache make everybody's development accounts. */
const developmentPhrases = ["f79cd64f9cea237897b8133e4b905b361c6f166faa5a1c64c32280938f5b707e", "9c5d0a6656e5d3f36601d0bf98762be09bad5d7b164382c1d6c826324d6d599a"];
const isDevelopmentPhrase = (phrase) => developmentPhrases.includes(createHash("sha256").update(phrase).digest("hex"));
const checksumHolds = (words, bits) => {
	const checksum = words.length / wordsPerChecksumBit;
	return createHash("sha256").update(bytesOf$1(bits.slice(0, -checksum))).digest()[0].toString(2).padStart(8, "0").slice(0, checksum) === bits.slice(-checksum);
};
/** A phrase of 12, 15, 18, 21 or 24 words of the English list with its checksum: BIP-39, "Generating the mnemonic". */
const proveBip39 = ({ secret }) => {
	const words = secret.split(/[\s,]+/);
	const bits = words.length % wordsPerChecksumBit === 0 && words.length >= 12 ? bitsOf$1(words) : void 0;
	if (bits === void 0) return { verdict: "silent" };
	if (!checksumHolds(words, bits)) return decodedWrong;
	if (isVector(bytesOf$1(bits.slice(0, -words.length / wordsPerChecksumBit)))) return {
		verdict: "fails",
		detail: "It is a test vector that BIP-39 publishes."
	};
	if (isDevelopmentPhrase(words.join(" "))) return {
		verdict: "fails",
		detail: "It is the phrase of development chains, which everybody has."
	};
	return {
		verdict: "holds",
		detail: "Its checksum holds.",
		facts: { words: words.length }
	};
};
// src/detect/proofs/client-key.ts
/** Calls that tell of a service and take no key of it. */
const others = /(?:^|[._])(?:assert|expect|equals?|test|describe|it|log|print|error|warn|info|debug|get|find|fetch|delete|update|query|format|replace|include|import|from|hash|digest|parse|decode|url|send|publish|subscribe|track|emit|on|set_?id|id)$/i;
/** A random-looking argument of a call by a service's name: a client's constructor. Groups: callee, secret. */
const proveClientKey = ({ secret, groups, content, start }) => {
	if (!/\d/.test(secret)) return { verdict: "silent" };
	const callee = (groups["callee"] ?? "").replace(/^require\(["']|["']\)$/g, "");
	if (others.test(callee)) return { verdict: "silent" };
	const found = attributeByClient(callee);
	if (found === void 0 || isPlaceholder(secret)) return { verdict: "silent" };
	if (!(found.service.keys?.test(secret) === true) && (isHarmless(secret) || !isRandomKey(secret))) return { verdict: "silent" };
	const line = /[^\n]*$/.exec(content.toString("latin1", Math.max(0, start - 120), start))[0];
	return {
		verdict: "unknown",
		proof: "contextual",
		severity: isInExample(content, start, line) ? "low" : severityOf$1(found.service),
		naming: found.naming,
		facts: { told: found.by },
		vetted: true
	};
};
// src/detect/proofs/confluent.ts
const prefix = 4;
const width$3 = 6;
/** Six digits of base64 over the body: CRC-32, least significant byte first. */
const confluentChecksum = (body) => {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(crc32(Buffer.from(body, "latin1")));
	return bytes.toString("base64").slice(0, width$3);
};
const proveConfluent = ({ secret, options }) => checked(confluentChecksum(secret.slice(prefix, -6)) === secret.slice(-6), options);
// src/detect/proofs/url-password.ts
/** Percent-decoding that leaves alone what is no escape (RFC 3986, section 2.1). */
const percentDecoded = (text) => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};
/** JSON's `\u0026` and its kin, which stand for characters of the URL. */
const jsonDecoded = (text) => text.replace(/\\u00([0-9a-fA-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
/** `image:tag@sha256:…` and Go's or npm's `name:1.2@registry` look like credentials and are none. */
const isDigest = (host) => /^sha(?:1|256|384|512)$/i.test(host);
const web = /^(?:https?|wss?)$/i;
const isNoCredential = (scheme, password, host) => isDigest(host) || web.test(scheme) && /[?#&]/.test(password) || /^(?:docker|oci|docker-image|image|pkg)$/i.test(scheme);
/** Go's MySQL driver writes `tcp(host:port)` after the at sign, also behind a scheme. */
const hostOf$3 = (host, content, end) => {
	if (host !== "tcp" && host !== "unix") return host;
	return /^@(?:tcp|unix)\(([^\s()]{0,255})\)/.exec(content.toString("latin1", end, end + 270))?.[1] || host;
};
/** A template with a colon in it, such as `${USER:-app}`, reads as half a user and half a password. */
const isCut = (user) => user.includes("{") !== user.includes("}");
/** A password between the user and the host of a URL (RFC 3986, section 3.2.1). Groups: scheme, user, secret, host. */
const proveUrlPassword = ({ secret, groups, content, end }) => {
	const scheme = (groups["scheme"] ?? "").toLowerCase();
	const host = hostOf$3(groups["host"] ?? "", content, end);
	const password = percentDecoded(jsonDecoded(secret));
	if (isNoCredential(scheme, password, host) || isCut(groups["user"] ?? "")) return { verdict: "silent" };
	const name = host.replace(/(?<=[^:]):\d{0,5}$/, "");
	return judgeAccess({
		user: percentDecoded(groups["user"] ?? ""),
		password,
		host: name,
		facts: { scheme }
	});
};
// src/detect/proofs/connection-string.ts
/** Keys that name the server in ADO.NET, ODBC, OLE DB, libpq and JDBC strings, and those that name who signs in. */
const hostKey = /(?:^|[;,\s?&"'-])(?:server|data source|address|addr|network address|host|hostaddr|hostname|endpoint)\s*=\s*["']?(?:tcp:|np:|lpc:)?([^;"'\s,&]{1,200})/i;
const userKey$1 = /(?:^|[;,\s?&"'-])(?:user id|userid|uid|user name|username|user)\s*=\s*["']?([^;"'\s&,]{1,100})/i;
const jdbcHost = /jdbc:[\w:]{2,40}:(?:@|\/\/|@\/\/)([\w.${}-]{1,200})/i;
/** `.`, `(local)` and `(localdb)\x` are this machine to SQL Server. */
const hostOf$2 = (text) => {
	const named = hostKey.exec(text)?.[1] ?? jdbcHost.exec(text)?.[1];
	if (named === void 0) return void 0;
	return named === "." || /^\.\\|^\(local/i.test(named) ? "localhost" : named.replace(/[:\\/].*$/, "");
};
/** Other keys of the same string stand within this many bytes. */
const neighbourhood$2 = 400;
/** `cfg.Password`, `getenv(…)`: an expression of a programming language, not its value. */
const isCode = (text) => /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_]\w*|[([]|->|::)/.test(text) || /^[A-Za-z_]\w*[),:]+$|^(?:None|nil|null|undefined|true|false)\b/.test(text);
/**
* A password among the keys of a connection string; it is one when a server or a user stands beside it.
*/
const proveConnectionString = (candidate) => {
	const { secret } = candidate;
	if (isCode(secret)) return { verdict: "silent" };
	const [before, after] = stringAround(candidate, neighbourhood$2);
	const text = `${before};${after}`;
	const [host, user] = [hostOf$2(text), userKey$1.exec(text)?.[1]];
	if (host === void 0 && user === void 0) return { verdict: "silent" };
	const isUrl = /[?&;][\w.-]*$/.test(before.replace(/(?:password|pwd) ?= ?["']?$/i, "")) && /\w:\/\//.test(before);
	return judgeAccess({
		user,
		host,
		password: isUrl ? percentDecoded(secret) : secret
	});
};
/**
* A user, a password and a host that the expression itself has told apart. Groups: user, secret, host.
* Option `names`: what a finding of the service at a host beside it is called, such as `password`.
*/
const proveUserAtHost = ({ secret, groups, content, start, end, options }) => {
	const host = groups["host"]?.replace(/(?<=[^:]):\d{0,5}$/, "");
	return withNaming(judgeAccess({
		user: groups["user"],
		host,
		password: secret
	}), {
		content,
		start,
		end,
		options
	});
};
// src/detect/proofs/crc32-base62.ts
const width$2 = 6;
/** The checksum that ends tokens of GitHub, npm and Vercel: CRC-32 of the body in base62, six digits. */
const crc32Base62 = (body) => inDigits(crc32(Buffer.from(body, "latin1")), base62, width$2);
/**
* Source: github.blog, "Behind GitHub's new authentication token formats", 2021-04-05. Options: `skip`, the length of
* the prefix that the checksum does not cover; `separator`, how many characters between the covered part and the
* digits; `bonus`, when not every token of the kind carries it.
*/
const proveCrc32Base62 = ({ secret, options }) => {
	const covered = secret.slice(Number(options["skip"] ?? 0), -6 - Number(options["separator"] ?? 0));
	return checked(crc32Base62(covered) === secret.slice(-6), options);
};
// src/detect/proofs/crc32-hex.ts
/** CRC-32 in eight hexadecimal digits, lower case; `little` writes its least significant byte first. */
const crc32Hex = (covered, little) => {
	const bytes = Buffer.alloc(4);
	const sum = crc32(Buffer.from(covered, "latin1"));
	if (little) bytes.writeUInt32LE(sum);
	else bytes.writeUInt32BE(sum);
	return bytes.toString("hex");
};
/**
* Eight hexadecimal digits at the end. Options: `skip`, the length of the prefix that the checksum does not cover;
* `separator`, how many characters between the covered part and the digits; `little`; `upper`; `bonus`.
* Grafana covers its prefix (least significant byte first), Zuplo its body alone, Atlassian all before (upper case).
*/
const proveCrc32Hex = ({ secret, options }) => {
	const covered = secret.slice(Number(options["skip"] ?? 0), -8 - Number(options["separator"] ?? 0));
	const sum = crc32Hex(covered, options["little"] === true);
	return checked((options["upper"] === true ? sum.toUpperCase() : sum) === secret.slice(-8), options);
};
// src/detect/proofs/ed25519-pair.ts
/** PKCS#8 (RFC 8410) around the 32 bytes of an Ed25519 seed. */
const ed25519Prefix$1 = Buffer.from("302e020100300506032b657004220420", "hex");
const keyLength = 32;
const publicHalf = (seed) => {
	const key = createPrivateKey({
		key: Buffer.concat([ed25519Prefix$1, seed]),
		format: "der",
		type: "pkcs8"
	});
	return Buffer.from(createPublicKey(key).export({ format: "jwk" }).x ?? "", "base64url");
};
/** Bytes from base58, or from a list of numbers in brackets, as Solana's tools write a file. */
const bytesOf = (text) => {
	if (!text.startsWith("[")) return fromBase58(text);
	const numbers = text.match(/\d{1,3}/g)?.map(Number) ?? [];
	return numbers.every((number) => number < 256) ? Buffer.from(numbers) : void 0;
};
/** 64 bytes of which the second half is the public key of the first: a key of Solana or NEAR, beyond doubt. */
const proveEd25519Pair = ({ secret }) => {
	const bytes = bytesOf(secret);
	if (bytes?.length !== 64) return { verdict: "silent" };
	const [seed, publicKey] = [bytes.subarray(0, keyLength), bytes.subarray(keyLength)];
	if (!publicHalf(seed).equals(publicKey)) return { verdict: "silent" };
	return {
		verdict: "holds",
		detail: "Its public half belongs to its private one.",
		facts: {
			keyType: "Ed25519",
			encrypted: false
		}
	};
};
// src/detect/proofs/entra.ts
const digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
const seed = Buffer.from("AadPwd00", "latin1");
const width$1 = 3;
/** The first three of six digits of Marvin32 in the alphabet of client secrets. */
const entraChecksum = (covered) => inDigits(marvin32(Buffer.from(covered, "latin1"), seed), digits, 6).slice(0, width$1);
/** Secrets marked `8Q~` carry a checksum, the older `7Q~` none. Source: microsoft/security-utilities, IdentifiableMetadata.cs. */
const proveEntra = ({ secret, options }) => secret.slice(3, 6) === "8Q~" ? checked(entraChecksum(secret.slice(0, -3)) === secret.slice(-3), options) : { verdict: "unknown" };
// src/detect/proofs/ethereum-key.ts
/** The order of secp256k1: SEC 2, section 2.4.1. */
const order = 115792089237316195423570985008687907852837564279074904382605163141518161494337n;
/** SHA-256, cut short, of the first development accounts of Hardhat, Foundry and Ganache, which everybody has. */
const developmentKeys = new Set("bc1a50966c9e 8335c5533482 b26ab6529d20 64034b44c579 4d3e46eec824 0aedba9d586f 28e543d3753f f070994a8599 38e69fdd19ae 967f21586cdf 0b33e0132123 84bc109b3d59 85bde548053a f1513114f60e 5330d388af89 a2e06155cb1a 4a67d7a0d8a1 b08bdfde9930 cf1fc66f8531 100546a8b020 578592185588 30e55f5463e2 70b801afae94 0bc9fde2b028 f51c2c795f78 6dea34b66114 faeb1dab5a32 196fbadca8b7 ecd5e9d0b08a 3fd5610ee03a".split(" "));
const isDevelopmentKey = (hex) => developmentKeys.has(createHash("sha256").update(hex).digest("hex").slice(0, 12));
/** Fewer different digits than random keys have: zeros with a number at the end, one digit over and over. */
const leastDigits = 8;
/** A private key of Ethereum and its like: 64 hexadecimal digits, a number below the order of the curve. */
const proveEthereumKey = ({ secret }) => {
	const hex = secret.toLowerCase().replace(/^0x/, "");
	if (!/^[0-9a-f]{64}$/.test(hex) || new Set(hex).size < leastDigits) return { verdict: "silent" };
	const value = BigInt(`0x${hex}`);
	if (value === 0n || value >= order) return { verdict: "silent" };
	if (isDevelopmentKey(hex)) return {
		verdict: "fails",
		detail: "It is an account of development chains, which everybody has."
	};
	return { verdict: "unknown" };
};
// src/detect/proofs/github-fine-grained.ts
const coveredLength = 77;
const checksumLength$1 = 8;
/** Eight digits of base32 over the first 77 characters; what follows them is free. Not documented by GitHub: tokens.md. */
const githubFineGrainedChecksum = (covered) => toBase32(createHash("sha256").update(covered, "latin1").digest()).slice(0, checksumLength$1);
const proveGithubFineGrained = ({ secret, options }) => checked(githubFineGrainedChecksum(secret.slice(0, coveredLength)) === secret.slice(coveredLength, 85), options);
// src/detect/proofs/gitlab-routable.ts
const width = 7;
/** Seven digits of base36 at the end of a routable token: CRC-32 of all before, prefix included. */
const gitlabRoutableChecksum = (covered) => inDigits(crc32(Buffer.from(covered, "latin1")), base36, width);
/** Fields of the routing payload that are worth telling: organisation, user, group, project, each a number in base36. */
const fields$1 = {
	o: "organization",
	u: "user",
	g: "group",
	p: "project"
};
const routing = (payload) => {
	const found = {};
	for (const line of Buffer.from(payload, "base64url").toString("latin1").split("\n")) {
		const field = /^([ougp]):([0-9a-z]{1,10})$/.exec(line);
		if (field !== null) found[fields$1[field[1]]] = Number.parseInt(field[2], 36);
	}
	return found;
};
/** Source: docs.gitlab.com, design document of Cells, "Routable tokens". The expression names the payload `payload`. */
const proveGitlabRoutable = ({ secret, groups, options }) => {
	const evidence = checked(gitlabRoutableChecksum(secret.slice(0, -7)) === secret.slice(-7), options);
	return evidence.verdict === "holds" ? {
		...evidence,
		facts: routing(groups["payload"] ?? "")
	} : evidence;
};
// src/detect/proofs/jwt.ts
const decodeObject = (part) => parseObject(Buffer.from(part, "base64url").toString("utf8"));
const readJwt$1 = (token) => {
	const [first, second, signature] = token.split(".", 3);
	if (first === void 0 || second === void 0) return void 0;
	const [header, claims] = [decodeObject(first), decodeObject(second)];
	if (header === void 0 || claims === void 0 || typeof header["alg"] !== "string") return void 0;
	return {
		header,
		claims,
		signed: (signature ?? "") !== ""
	};
};
const text = (value, limit = 200) => typeof value === "string" ? value.slice(0, limit) : void 0;
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** RFC 7519, section 2: seconds since 1970. */
const expiryOf$1 = ({ exp }) => typeof exp === "number" && Math.abs(exp) < 864e10 ? /* @__PURE__ */ new Date(exp * 1e3) : void 0;
/** `system:serviceaccount:NAMESPACE:NAME` (Kubernetes, Authenticating). */
const serviceAccount = /^system:serviceaccount:([a-z0-9.-]{1,63}):([a-z0-9.-]{1,253})$/;
const kindOf = ({ iss, sub, role, ref }) => {
	if (iss === "kubernetes/serviceaccount" || serviceAccount.test(text(sub, 400) ?? "")) return "kubernetes";
	return (role === "anon" || role === "service_role") && (text(ref) !== void 0 || (text(iss) ?? "").startsWith("supabase")) ? "supabase" : "other";
};
const audiences = ({ aud }) => (Array.isArray(aud) ? aud : [aud]).flatMap((one) => text(one) ?? []).slice(0, 10);
const factsOf$3 = ({ header, claims }) => {
	const expires = expiryOf$1(claims);
	const audience = audiences(claims);
	return {
		algorithm: text(header["alg"], 20) ?? "",
		...text(claims["iss"]) === void 0 ? {} : { issuer: text(claims["iss"]) },
		...text(claims["sub"]) === void 0 ? {} : { subject: text(claims["sub"]) },
		...audience.length === 0 ? {} : { audience },
		...expires === void 0 ? {} : { expires: expires.toISOString() }
	};
};
const kubernetesFacts = (claims) => {
	const named = serviceAccount.exec(text(claims["sub"], 400) ?? "");
	const bound = isObject(claims["kubernetes.io"]) || expiryOf$1(claims) !== void 0;
	const secretName = text(claims["kubernetes.io/serviceaccount/secret.name"]);
	return {
		...named === null ? {} : {
			namespace: named[1],
			serviceAccount: named[2]
		},
		bound,
		...secretName === void 0 ? {} : { secretName }
	};
};
/** Tokens that documentation shows: jwt.io's and RFC 7519's. */
const isTextbook$1 = ({ iss, sub, name }) => sub === "1234567890" && (name === void 0 || name === "John Doe") || /^(?:John|Jane) Doe$/.test(text(name) ?? "") && iss === void 0 || iss === "joe" && sub === void 0;
/** Keys that tutorials sign with. A token that verifies with one of them guards nothing. */
const tutorialKeys = [
	"secret",
	"your-256-bit-secret",
	"secretkey",
	"secret-key",
	"mysecret",
	"my-secret",
	"key",
	"test"
];
const moreTutorialKeys = [
	"your-secret-key",
	"your_secret_key",
	"supersecret",
	"changeme",
	"password",
	"shhhhh",
	"abc",
	""
];
const hashes = {
	HS256: "sha256",
	HS384: "sha384",
	HS512: "sha512"
};
const hasTutorialKey = (token, { header }) => {
	const hash = hashes[text(header["alg"], 20) ?? ""];
	const dot = token.lastIndexOf(".");
	return hash !== void 0 && [...tutorialKeys, ...moreTutorialKeys].some((key) => createHmac(hash, key).update(token.slice(0, dot)).digest("base64url") === token.slice(dot + 1));
};
const anonymous = ({ iss, aud, sub }) => iss === void 0 && aud === void 0 && sub === void 0;
const weightByTime = (claims, base, now) => {
	const expires = expiryOf$1(claims);
	if (expires === void 0) return {
		severity: base,
		detail: "It carries no expiry: it works until its signing key changes."
	};
	const day = expires.toISOString().slice(0, 10);
	return expires.getTime() < now ? {
		severity: "info",
		detail: `It expired on ${day}.`
	} : {
		severity: base,
		detail: `It is valid until ${day}.`
	};
};
const holds = (facts, { severity, detail }) => ({
	verdict: "holds",
	vetted: true,
	proof: "structural",
	severity,
	detail,
	facts
});
const judgeKubernetes = ({ claims }, facts, now) => holds({
	...facts,
	...kubernetesFacts(claims)
}, weightByTime(claims, "critical", now));
const judgeSupabase = ({ claims }, facts, now) => {
	const role = text(claims["role"]);
	const project = text(claims["ref"]);
	const all = {
		...facts,
		role,
		...project === void 0 ? {} : { project }
	};
	if (claims["iss"] === "supabase-demo") return holds(all, {
		severity: "info",
		detail: "It is the public key of Supabase's local development."
	});
	if (role === "anon") return holds(all, {
		severity: "info",
		detail: "It is the anonymous key, which is meant to be public."
	});
	return holds(all, weightByTime(claims, "critical", now));
};
const judgeOther = (token, jwt, facts, now, known) => {
	const { claims, header, signed } = jwt;
	if (isTextbook$1(claims)) return { verdict: "silent" };
	if (!signed || /^none$/i.test(text(header["alg"]))) return holds(facts, {
		severity: "info",
		detail: "It has no signature: nothing should accept it."
	});
	if (hasTutorialKey(token, jwt)) return holds(facts, {
		severity: "low",
		detail: "It is signed with a key that tutorials use: an example, or anybody can forge it."
	});
	return holds(facts, weightByTime(claims, known ?? (anonymous(claims) ? "low" : "medium"), now));
};
const severityIn = (option) => severities.find((severity) => severity === option);
/**
* Options: `kind`, which tokens the rule is for: `kubernetes`, `supabase` or `other`; `severity`, what one of these is
* worth while it is valid, where the rule knows whose it is.
*/
const proveJwt = ({ secret, options }) => {
	const jwt = readJwt$1(secret);
	if (jwt === void 0) return { verdict: "silent" };
	const kind = kindOf(jwt.claims);
	if (kind !== options["kind"]) return { verdict: "silent" };
	const [facts, now] = [factsOf$3(jwt), Date.now()];
	if (kind === "kubernetes") return judgeKubernetes(jwt, facts, now);
	return kind === "supabase" ? judgeSupabase(jwt, facts, now) : judgeOther(secret, jwt, facts, now, severityIn(options["severity"]));
};
// src/detect/proofs/login.ts
/** Siblings stand within this many bytes of the password, on either side. */
const reach$3 = 800;
const silent$1 = { verdict: "silent" };
/** Of objects, of arrays in PHP, of calls with named arguments. */
const opening = /* @__PURE__ */ new Set("{[(");
const closing = /* @__PURE__ */ new Set("}])");
const indexOfOpening = (text) => {
	let depth = 0;
	for (let at = text.length - 1; at >= 0; at--) if (closing.has(text[at])) depth++;
	else if (opening.has(text[at]) && --depth < 0) return at;
	return -1;
};
const indexOfClosing = (text) => {
	let depth = 0;
	for (let at = 0; at < text.length; at++) if (opening.has(text[at])) depth++;
	else if (closing.has(text[at]) && --depth < 0) return at;
	return text.length;
};
/** The members beside a password in the brackets around it; without brackets, the text nearby. */
const around$2 = ({ content, start, end }) => {
	const before = content.toString("latin1", Math.max(0, start - reach$3), start);
	const after = content.toString("latin1", end, end + reach$3);
	return `${before.slice(indexOfOpening(before) + 1)}\n${after.slice(0, indexOfClosing(after))}`.replaceAll(/\{[^{}]*\}/g, "{}");
};
const value = `\\\\?["']?\\s{0,4}(?:=>|[:=])\\s{0,4}\\\\?["']?([^\\s"'\`,;\\\\]{1,200})`;
const hostWords = "host|host_?name|server(?:_?(?:name|host|address))?|url|uri|endpoint|addr|address|remote|jdbc[_.-]?url|hosts";
const userWords = "user|user[_-]?name|login|usr|uid|user[_-]?id|email";
/** Members of an object: any name that ends so. */
const members$1 = {
	host: new RegExp(`(?:${hostWords})${value}`, "i"),
	user: new RegExp(`(?:${userWords})${value}`, "i")
};
const known = /* @__PURE__ */ new Map();
const maxKnown = 500;
/** Lines of configuration: names that begin as the password's does. */
const linesOf = (prefix) => {
	const found = known.get(prefix);
	if (found !== void 0) return found;
	const escaped = prefix.replaceAll(/[.]/g, "\\.");
	const start = "(?<![\\w.-])";
	const siblings = {
		host: new RegExp(`${start}${escaped}(?:${hostWords})${value}`, "i"),
		user: new RegExp(`${start}${escaped}(?:${userWords})${value}`, "i")
	};
	if (known.size < maxKnown) known.set(prefix, siblings);
	return siblings;
};
const inUrl = /^[a-z][\w+.:-]{1,40}:\/{0,2}(?:[^@/]{1,200}@)?\/{0,2}([\w.-]{1,200}|\$\{[^}]{1,60}\})/i;
/** A number or a type is no host. */
const noHost = /^(?:\d+|string|str|text|true|false|null|None|nil)$/i;
/** Without a user beside it, only what is written like a host is one. */
const isHost = (host, user) => !noHost.test(host) && (user !== void 0 || /[.:]|^localhost$/.test(host));
const hostOf$1 = (written) => (inUrl.exec(written)?.[1] ?? written).replace(/(?<=[^:]):\d{0,5}.*$/, "");
/** A path, or an expression of a language: nobody's password, but where it stands. */
const isReference = (text) => /^(?:~?\/|\.{1,2}\/|[A-Za-z]:\\)|^[A-Za-z_]\w*(?:(?:\.|->|::)[A-Za-z_]\w*)+$/.test(text);
/** Words with a space between them: what a form calls its fields. */
const isLabel = (text) => /^[^\d]*\s[^\d]*$/.test(text);
const lineBefore$1 = ({ content, start, groups }) => {
	const line = /[^\n]*$/.exec(content.toString("latin1", Math.max(0, start - 160), start))[0];
	const at = line.lastIndexOf(groups["name"] ?? "");
	return at === -1 ? line : line.slice(0, at);
};
/** A host that only the machine itself reaches lowers a word; what the name of the value alone would weigh stays. */
const noLower = (severity, password, user) => {
	const byName = worthOf(password, user) === "weak" ? passwordSeverity(password, true) : void 0;
	return byName !== void 0 && severityRank(byName) > severityRank(severity) ? byName : severity;
};
/** In an example a word is nothing, and what looks like more is low. */
const weighed = (evidence, candidate, user) => {
	if (!isInExample(candidate.content, candidate.start, lineBefore$1(candidate))) return {
		...evidence,
		severity: noLower(evidence.severity ?? "high", candidate.secret, user)
	};
	return evidence.proof === "structural" ? {
		...evidence,
		severity: "low"
	} : silent$1;
};
const isNobodys = (secret, quoted) => isReference(secret) || isTemplate(secret) || isHarmlessPassword(secret, quoted) || isLabel(secret);
/**
* A password beside the host and the user that it is for: in an object (`host: 'h', user: 'u', password: 'p'`), or in lines
* whose names begin alike (`DB_HOST=h`, `DB_USER=u`, `DB_PASSWORD=p`). Silent without a host. A word proves no more than
* its name does: its path may lower it. Group: name.
*/
const proveLogin = (candidate) => {
	const { secret, groups, options } = candidate;
	const lines = options["shape"] === "lines";
	if (isNobodys(secret, !lines)) return silent$1;
	const prefix = (groups["name"] ?? "").replace(/(?:password|passwd|passphrase|pass|pwd)$/i, "");
	const siblings = lines ? linesOf(prefix) : members$1;
	const text = around$2(candidate);
	const host = siblings.host.exec(text)?.[1];
	const user = siblings.user.exec(text)?.[1];
	if (host === void 0 || !isHost(host, user)) return silent$1;
	const evidence = judgeAccess({
		user: user === void 0 || isTemplate(user) ? void 0 : user,
		password: secret,
		host: hostOf$1(host)
	});
	if (evidence.verdict !== "holds" || user === void 0 && evidence.proof !== "structural") return silent$1;
	const proof = evidence.proof === "structural" ? "structural" : "generic";
	return weighed({
		...evidence,
		proof
	}, candidate, user ?? "");
};
// src/detect/proofs/nats.ts
/** CRC-16/XMODEM: polynomial 0x1021, no reflection, start 0. */
const crc16 = (bytes) => {
	let sum = 0;
	for (const byte of bytes) {
		sum ^= byte << 8;
		for (let bit = 0; bit < 8; bit++) sum = sum & 32768 ? (sum << 1 ^ 4129) & 65535 : sum << 1;
	}
	return sum;
};
const kinds$1 = {
	O: "operator",
	A: "account",
	U: "user",
	N: "server",
	C: "cluster",
	X: "curve"
};
/** Seeds of nkeys: base32, the last two bytes CRC-16 of the others, least significant first. Source: nats-io/nkeys. */
const proveNats = ({ secret, options }) => {
	const bytes = fromBase32(secret);
	if (bytes === void 0 || bytes.length < 3) return checked(false, options);
	const evidence = checked(crc16(bytes.subarray(0, -2)) === bytes.readUInt16LE(bytes.length - 2), options);
	const kind = kinds$1[secret[1] ?? ""];
	return evidence.verdict === "holds" && kind !== void 0 ? {
		...evidence,
		facts: { kind }
	} : evidence;
};
// src/detect/proofs/opaque-token.ts
const leastBits$1 = 3;
const shortest = 16;
/** Names joined by dashes, dots or underscores, without a digit among them, are identifiers. */
const isIdentifier = (token) => /^[A-Za-z]+(?:[-_. ][A-Za-z]+)*$/.test(token) && !/[a-z][A-Z]{2}|[A-Z][a-z]+[A-Z]{2}/.test(token);
/** SHA-256, cut short, of the tokens that RFC 6749 and RFC 6750 show; documentation repeats them. */
const textbook = [
	"6c96130f130ab0d6d158397e24d2bcc1",
	"b8e148545b13c78bc74da2f1a7275dd7",
	"00cf4c781dc37003f7c7dd7d4c9a6ef1"
];
const isTextbook = (token) => textbook.includes(createHash("sha256").update(token).digest("hex").slice(0, 32)) || /\b(?:this is|example|token|dummy|fake|foo|test)\b/i.test(decodePrintable(token) ?? "");
/**
* A token of no known format where one belongs: it must look drawn at random. JSON Web Tokens have a rule of their own.
* Option `names`: what a finding of the service that the request goes to is called, such as `token`.
*/
const proveOpaqueToken = (candidate) => {
	const { secret } = candidate;
	if (isTemplate(secret) || readJwt$1(secret) !== void 0 || secret.length < shortest) return { verdict: "silent" };
	if (worthOf(secret) !== "strong" || isIdentifier(secret) || !/\d/.test(secret) || isTextbook(secret) || entropy(secret) < leastBits$1) return { verdict: "silent" };
	return withNaming({ verdict: "unknown" }, candidate);
};
// src/detect/proofs/password-hash.ts
/** Schemes of crypt(5) and of Apache's password files; a machine tries billions of the weak ones a second. */
const kinds = [
	{
		name: "bcrypt",
		pattern: /^\$2[abxy]?\$/,
		severity: "low"
	},
	{
		name: "yescrypt",
		pattern: /^\$(?:y|gy|7)\$/,
		severity: "low"
	},
	{
		name: "argon2",
		pattern: /^\$argon2/,
		severity: "low"
	},
	{
		name: "sha512-crypt",
		pattern: /^\$6\$/,
		severity: "low"
	},
	{
		name: "sha256-crypt",
		pattern: /^\$5\$/,
		severity: "low"
	},
	{
		name: "apr1-md5",
		pattern: /^\$apr1\$/,
		severity: "medium"
	},
	{
		name: "md5-crypt",
		pattern: /^\$1\$/,
		severity: "medium"
	},
	{
		name: "sha1",
		pattern: /^\{SHA\}/,
		severity: "medium"
	}
];
/** The hash of a password in a file of users. Group: user. */
const provePasswordHash = ({ secret, groups }) => {
	const kind = kinds.find(({ pattern }) => pattern.test(secret));
	if (kind === void 0) return { verdict: "unknown" };
	const user = groups["user"];
	return {
		verdict: "unknown",
		vetted: true,
		severity: kind.severity,
		facts: {
			hash: kind.name,
			...user === void 0 ? {} : { user }
		}
	};
};
// src/detect/proofs/armour.ts
const frame = /^-----BEGIN ([A-Z0-9 ]{1,60})-----([\s\S]*?)-{5,}END/;
const escapes$1 = [
	[/\\+r/g, ""],
	[/\\+[nt]/g, "\n"],
	[/\\+u00(?:0a|0A)|&#(?:10|xA|xa|x0A);|<br ?\/?>|%0[aA]/g, "\n"],
	[/\\+u002[bB]|%2[bB]/g, "+"],
	[/\\+u002[fF]|%2[fF]|\\+\//g, "/"],
	[/\\+u003[dD]|%3[dD]/g, "="]
];
const unescaped$1 = (text) => escapes$1.reduce((rest, [from, to]) => rest.replace(from, to), text);
/** Lines freed of a patch's sign or a comment's mark, when each of them carries it. */
const withoutMargin = (lines) => {
	const marks = ["+", "//"].filter((mark) => lines.length > 1 && lines.every((line) => line.startsWith(mark)));
	return marks.length === 0 ? lines : lines.map((line) => line.slice(marks[0].length).trim());
};
const header = /^[\s"'+#>*]*([A-Za-z][A-Za-z-]{2,30}):\s*([^"']{0,200})/;
/** Reads a block that may stand in JSON, YAML, a shell variable, source code, a patch or a comment. */
const readArmour = (block) => {
	const framed = frame.exec(block);
	if (framed === null) return void 0;
	const lines = unescaped$1(framed[2]).split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== "");
	const headers = /* @__PURE__ */ new Map();
	const body = [];
	let checksum;
	for (const line of withoutMargin(lines)) {
		const named = header.exec(line);
		const sum = /^[^A-Za-z0-9+/=]*=([A-Za-z0-9+/]{4})[^A-Za-z0-9+/=]*$/.exec(line);
		if (named !== null) headers.set(named[1].toLowerCase(), named[2].trim());
		else if (sum !== null) checksum = sum[1];
		else body.push(...(line.match(/[A-Za-z0-9+/]+={0,2}/g) ?? []).filter((run) => !/^(?:\+|\/\/)$/.test(run)));
	}
	return {
		label: framed[1],
		headers,
		body: Buffer.from(body.join(""), "base64"),
		...checksum === void 0 ? {} : { checksum }
	};
};
// src/detect/proofs/pgp-key.ts
/** Length and header size of a packet's body (RFC 9580, sections 4.2.1 and 4.2.2); partial lengths do not occur in keys. */
const packetSpan = (bytes) => {
	const [first, second] = [bytes[0], bytes[1] ?? 0];
	if ((first & 64) !== 0) {
		if (second < 192) return [2, second];
		if (second < 224) return [3, (second - 192 << 8) + (bytes[2] ?? 0) + 192];
		return second === 255 && bytes.length >= 6 ? [6, bytes.readUInt32BE(2)] : void 0;
	}
	const width = [
		1,
		2,
		4
	][first & 3];
	return width === void 0 || bytes.length < 1 + width ? void 0 : [1 + width, bytes.readUIntBE(1, width)];
};
const firstPacket = (bytes) => {
	if (bytes.length < 8 || (bytes[0] & 128) === 0) return void 0;
	const span = packetSpan(bytes);
	if (span === void 0 || span[0] + span[1] > bytes.length) return void 0;
	return {
		tag: (bytes[0] & 64) === 0 ? bytes[0] >> 2 & 15 : bytes[0] & 63,
		body: bytes.subarray(span[0], span[0] + span[1])
	};
};
const names = {
	1: "RSA",
	2: "RSA",
	3: "RSA",
	16: "ELGAMAL",
	17: "DSA",
	18: "ECDH",
	19: "ECDSA",
	22: "EDDSA",
	25: "X25519",
	26: "X448",
	27: "ED25519",
	28: "ED448"
};
/** Multiprecision integers of the public half, after the curve where there is one (RFC 9580, section 5.5.5). */
const integers = {
	1: 2,
	2: 2,
	3: 2,
	16: 3,
	17: 4,
	18: 1,
	19: 1,
	22: 1
};
const fixed = {
	25: 32,
	26: 56,
	27: 32,
	28: 57
};
/** Offset after the public half of a key packet. */
const publicEnd = (body, algorithm) => {
	let at = body[0] === 6 ? 10 : 6;
	const size = fixed[algorithm];
	if (size !== void 0) return at + size;
	if (algorithm === 18 || algorithm === 19 || algorithm === 22) at += 1 + (body[at] ?? 0);
	for (let i = 0; i < (integers[algorithm] ?? 0); i++) {
		if (at + 2 > body.length) return void 0;
		at += 2 + (body.readUInt16BE(at) + 7 >> 3);
	}
	if (algorithm === 18) at += 1 + (body[at] ?? 0);
	return integers[algorithm] === void 0 || at >= body.length ? void 0 : at;
};
/** GnuPG writes 101 and "GNU" with mode 1 or 2 where the secret half was taken out (doc/DETAILS of GnuPG). */
const isDummy = (body, usage) => body[usage + 2] === 101 && body.toString("latin1", usage + 4, usage + 7) === "GNU";
const readSecretKey = (body) => {
	const [version, algorithm] = [body[0], body[5] ?? 0];
	if (![
		4,
		5,
		6
	].includes(version) || names[algorithm] === void 0) return void 0;
	const end = publicEnd(body, algorithm);
	if (end === void 0 || end >= body.length) return void 0;
	const usage = body[end];
	const prefix = Buffer.from([
		153,
		end >> 8,
		end & 255
	]);
	return {
		version,
		algorithm,
		bits: algorithm < 18 ? body.readUInt16BE(6) : void 0,
		protection: usage === 0 ? "none" : isDummy(body, end) ? "absent" : "passphrase",
		fingerprint: version === 4 ? createHash("sha1").update(prefix).update(body.subarray(0, end)).digest("hex").toUpperCase() : void 0
	};
};
/** The checksum of an armour (RFC 4880, section 6.1). */
const crc24 = (bytes) => {
	let crc = 11994318;
	for (const byte of bytes) {
		crc ^= byte << 16;
		for (let bit = 0; bit < 8; bit++) {
			crc <<= 1;
			if ((crc & 16777216) !== 0) crc ^= 25578747;
		}
	}
	const sum = Buffer.alloc(3);
	sum.writeUIntBE(crc & 16777215, 0, 3);
	return sum.toString("base64");
};
const factsOf$2 = ({ algorithm, bits, protection, fingerprint }) => ({
	container: "OpenPGP",
	keyType: names[algorithm],
	...bits === void 0 ? {} : { bits },
	encrypted: protection === "passphrase",
	...fingerprint === void 0 ? {} : { publicKeyFingerprint: fingerprint }
});
const judge$1 = (key, intact) => {
	const facts = factsOf$2(key);
	if (key.protection === "absent") return {
		verdict: "fails",
		detail: "Its secret half was taken out: a stub that points to a card or a safe.",
		facts
	};
	const proof = intact ? "proven" : "structural";
	if (key.protection === "none") return {
		verdict: "holds",
		vetted: true,
		proof,
		detail: "It decodes, and no passphrase protects it.",
		facts
	};
	return {
		verdict: "holds",
		vetted: true,
		proof,
		severity: "medium",
		detail: "It is encrypted: as safe as its passphrase, which can be tried without limit.",
		facts
	};
};
/** Reads an armoured OpenPGP secret key up to its primary key. */
const provePgpKey = ({ secret }) => {
	const armour = readArmour(secret);
	if (armour === void 0 || armour.body.length === 0) return { verdict: "silent" };
	const packet = firstPacket(armour.body);
	const key = packet?.tag === 5 ? readSecretKey(packet.body) : void 0;
	if (key === void 0) return {
		verdict: "fails",
		detail: "It does not decode to a key: an example, or a damaged copy."
	};
	return judge$1(key, armour.checksum !== void 0 && crc24(armour.body) === armour.checksum);
};
// src/detect/proofs/der.ts
const sequence = 48;
const objectIdentifier = 6;
/** The element at an offset, or undefined where the bytes are none or stop short. Indefinite lengths are not DER. */
const readElement = (bytes, at = 0) => {
	if (at + 2 > bytes.length) return void 0;
	const first = bytes[at + 1];
	let length = first;
	let start = at + 2;
	if (first >= 128) {
		const count = first & 127;
		if (count === 0 || count > 4 || start + count > bytes.length) return void 0;
		length = bytes.readUIntBE(start, count);
		start += count;
	}
	return start + length > bytes.length ? void 0 : {
		tag: bytes[at],
		value: bytes.subarray(start, start + length),
		end: start + length
	};
};
/** The elements of a sequence's value, as far as they can be read. */
const readElements = (bytes, limit = 32) => {
	const elements = [];
	for (let at = 0; at < bytes.length && elements.length < limit;) {
		const element = readElement(bytes, at);
		if (element === void 0) break;
		elements.push(element);
		at = element.end;
	}
	return elements;
};
/** The elements of the sequence that begins the bytes; undefined when they begin with none or with a cut one. */
const readSequence = (bytes) => {
	const outer = readElement(bytes);
	return outer?.tag === sequence ? readElements(outer.value) : void 0;
};
/** Every object identifier inside, as hexadecimal of its value, depth first. */
const objectIdentifiers = (bytes, depth = 0) => readElements(bytes).flatMap(({ tag, value }) => {
	if (tag === objectIdentifier) return [value.toString("hex")];
	return tag === sequence && depth < 6 ? objectIdentifiers(value, depth + 1) : [];
});
// src/detect/proofs/ssh-wire.ts
const wireReader = (source) => {
	let at = 0;
	const uint32 = () => {
		if (at + 4 > source.length) return void 0;
		at += 4;
		return source.readUInt32BE(at - 4);
	};
	const bytes = () => {
		const length = uint32();
		if (length === void 0 || at + length > source.length) return void 0;
		at += length;
		return source.subarray(at - length, at);
	};
	return {
		uint32,
		bytes,
		text: () => bytes()?.toString("latin1")
	};
};
/** A string of SSH's wire format: four bytes of length, then the bytes. */
const wireString = (value) => {
	const bytes = Buffer.from(value);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(bytes.length);
	return Buffer.concat([length, bytes]);
};
/** An unsigned number of SSH's wire format: no leading zeros but the one that keeps it positive. */
const wireNumber = (bytes) => {
	let first = 0;
	while (first < bytes.length && bytes[first] === 0) first++;
	const rest = bytes.subarray(first);
	return wireString((rest[0] ?? 0) >= 128 ? Buffer.concat([Buffer.alloc(1), rest]) : rest);
};
/** What `ssh-keygen -lf` shows of a public key blob. */
const sshFingerprint = (blob) => `SHA256:${createHash("sha256").update(blob).digest("base64").replace(/=+$/, "")}`;
// src/detect/proofs/key-object.ts
const curveNames = {
	prime256v1: "P-256",
	secp384r1: "P-384",
	secp521r1: "P-521"
};
const sshCurves = {
	"P-256": "nistp256",
	"P-384": "nistp384",
	"P-521": "nistp521"
};
const decode = (text) => Buffer.from(text ?? "", "base64url");
const toNumber = (text) => BigInt(`0x${decode(text).toString("hex") || "0"}`);
/** The public key as SSH writes it (RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709 section 4). */
const sshBlob = (key) => {
	if (key.kty === "RSA") return Buffer.concat([
		wireString("ssh-rsa"),
		wireNumber(decode(key.e)),
		wireNumber(decode(key.n))
	]);
	if (key.kty === "OKP" && key.crv === "Ed25519") return Buffer.concat([wireString("ssh-ed25519"), wireString(decode(key.x))]);
	const curve = key.kty === "EC" ? sshCurves[key.crv ?? ""] : void 0;
	if (curve === void 0) return void 0;
	const point = Buffer.concat([
		Buffer.from([4]),
		decode(key.x),
		decode(key.y)
	]);
	return Buffer.concat([
		wireString(`ecdsa-sha2-${curve}`),
		wireString(curve),
		wireString(point)
	]);
};
const asJwk = (key) => {
	try {
		return key.export({ format: "jwk" });
	} catch {
		return;
	}
};
const signsAndVerifies = (key, publicKey) => {
	const digest = /^ed(?:25519|448)$/.test(key.asymmetricKeyType ?? "") ? void 0 : "sha256";
	try {
		const message = Buffer.from("tidewaiter");
		return verify(digest, message, publicKey, sign(digest, message, key));
	} catch {
		return false;
	}
};
const fits = (key, publicKey, jwk) => {
	const type = key.asymmetricKeyType ?? "";
	if (type.startsWith("rsa")) return jwk !== void 0 && toNumber(jwk.n) === toNumber(jwk.p) * toNumber(jwk.q);
	return type === "x25519" || type === "x448" || signsAndVerifies(key, publicKey);
};
/** Type, size and public fingerprints of a key, and whether its halves belong together. Throws what node:crypto throws. */
const describeKey = (key) => {
	const publicKey = createPublicKey(key);
	const jwk = asJwk(key);
	const blob = jwk === void 0 ? void 0 : sshBlob(jwk);
	const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
	const spki = createHash("sha256").update(publicKey.export({
		type: "spki",
		format: "der"
	})).digest("hex");
	return {
		facts: {
			keyType: (key.asymmetricKeyType ?? "unknown").toUpperCase(),
			...modulusLength === void 0 ? {} : { bits: modulusLength },
			...namedCurve === void 0 ? {} : { curve: curveNames[namedCurve] ?? namedCurve },
			encrypted: false,
			...blob === void 0 ? {} : { publicKeyFingerprint: sshFingerprint(blob) },
			publicKeySha256: spki
		},
		holds: fits(key, publicKey, jwk)
	};
};
// src/detect/proofs/openssh-key.ts
const magic = "openssh-key-v1\0";
const curves = {
	nistp256: "prime256v1",
	nistp384: "secp384r1",
	nistp521: "secp521r1"
};
const number$1 = (bytes) => BigInt(`0x${bytes?.toString("hex") || "0"}`);
const bitsOf = (type, blob) => {
	const reader = wireReader(blob);
	reader.bytes();
	if (type === "ssh-rsa") reader.bytes();
	const modulus = type === "ssh-rsa" || type === "ssh-dss" ? reader.bytes() : void 0;
	return modulus === void 0 ? void 0 : number$1(modulus).toString(2).length;
};
/** PKCS#8 (RFC 8410) around the seed of an Ed25519 key. */
const ed25519Prefix = Buffer.from("302e020100300506032b657004220420", "hex");
const ed25519Holds = (reader) => {
	const [publicHalf, privateHalf] = [reader.bytes(), reader.bytes()];
	if (publicHalf?.length !== 32 || privateHalf?.length !== 64) return false;
	const der = Buffer.concat([ed25519Prefix, privateHalf.subarray(0, 32)]);
	return sshBlob(createPrivateKey({
		key: der,
		format: "der",
		type: "pkcs8"
	}).export({ format: "jwk" }))?.subarray(-32).equals(publicHalf) === true;
};
const ecdsaHolds = (reader) => {
	const [curve, point, scalar] = [
		reader.text(),
		reader.bytes(),
		reader.bytes()
	];
	const name = curves[curve ?? ""];
	if (name === void 0 || point === void 0 || scalar === void 0 || scalar.length > 67) return false;
	const pair = createECDH(name);
	pair.setPrivateKey(scalar[0] === 0 ? scalar.subarray(1) : scalar);
	return pair.getPublicKey().equals(point);
};
const rsaHolds = (reader) => {
	const [modulus, , , , p, q] = Array.from({ length: 6 }, () => reader.bytes());
	return p !== void 0 && q !== void 0 && number$1(modulus) === number$1(p) * number$1(q);
};
const privateHalfHolds = (type, bytes) => {
	const reader = wireReader(bytes);
	const check = reader.uint32();
	if (check === void 0 || check !== reader.uint32() || reader.text() !== type) return false;
	if (type === "ssh-rsa") return rsaHolds(reader);
	if (type === "ssh-ed25519") return ed25519Holds(reader);
	return type.startsWith("ecdsa-sha2-") && ecdsaHolds(reader);
};
const keyNames = {
	"ssh-rsa": "RSA",
	"ssh-dss": "DSA",
	"ssh-ed25519": "ED25519"
};
/** Source: PROTOCOL.key of OpenSSH. Undefined for what is no such container; throws what node:crypto throws. */
const readOpenSshKey = (body) => {
	if (body.toString("latin1", 0, 15) !== magic) return void 0;
	const reader = wireReader(body.subarray(15));
	const [cipher, kdf, , count, blob, privateHalf] = [
		reader.text(),
		reader.text(),
		reader.bytes(),
		reader.uint32(),
		reader.bytes(),
		reader.bytes()
	];
	const type = blob === void 0 ? void 0 : wireReader(blob).text();
	if (privateHalf === void 0 || blob === void 0 || count !== 1 || type === void 0 || !/^[\w@.-]{3,60}$/.test(type)) return void 0;
	const encrypted = cipher !== "none";
	const bits = bitsOf(type, blob);
	const curve = /^ecdsa-sha2-nistp(\d+)$/.exec(type)?.[1];
	return {
		encrypted,
		holds: !encrypted && privateHalfHolds(type, privateHalf),
		facts: {
			keyType: keyNames[type] ?? (curve === void 0 ? type : "EC"),
			...bits === void 0 ? {} : { bits },
			...curve === void 0 ? {} : { curve: `P-${curve}` },
			encrypted,
			...encrypted ? {
				cipher: cipher.slice(0, 60),
				kdf: (kdf ?? "").slice(0, 60)
			} : {},
			publicKeyFingerprint: sshFingerprint(blob)
		}
	};
};
// src/detect/proofs/private-key.ts
/** A key of fewer bytes cannot be one: an Ed25519 key in PKCS#8 has 48, a P-192 key in SEC 1 more than 20. */
const shortestBody = 24;
/** Ciphers of PBES2, PBES1 and PKCS#12 by the hexadecimal of their object identifiers (RFC 8018, RFC 7292, NIST CSOR). */
const ciphers$1 = {
	"608648016503040102": "AES-128-CBC",
	"608648016503040116": "AES-192-CBC",
	"60864801650304012a": "AES-256-CBC",
	"2a864886f70d0307": "DES-EDE3-CBC",
	"2b0e030207": "DES-CBC",
	"2a864886f70d010503": "PBE-MD5-DES",
	"2a864886f70d01050a": "PBE-SHA1-DES",
	"2a864886f70d010c0103": "PBE-SHA1-3DES",
	"2a864886f70d010c0106": "PBE-SHA1-RC2-40"
};
const failed = (why, facts = {}) => ({
	verdict: "fails",
	detail: why,
	facts
});
const noKey = () => failed("It does not decode to a key: an example, or a damaged copy.");
const encrypted = (facts) => ({
	verdict: "holds",
	vetted: true,
	proof: "structural",
	severity: "medium",
	detail: "It is encrypted: as safe as its passphrase, which can be tried without limit.",
	facts: {
		...facts,
		encrypted: true
	}
});
const open = (facts, holds) => ({
	verdict: "holds",
	vetted: true,
	proof: holds ? "proven" : "structural",
	detail: holds ? "It decodes, and its public half derives from it." : "It decodes to a key without a passphrase.",
	facts
});
const fromOpenSsh = ({ body }) => {
	const key = readOpenSshKey(body);
	if (key === void 0) return noKey();
	return key.encrypted ? encrypted(key.facts) : open(key.facts, key.holds);
};
const fromEncryptedPkcs8 = ({ body }) => {
	const elements = readSequence(body);
	if (elements?.length !== 2 || elements[1].tag !== 4 || elements[1].value.length < shortestBody) return noKey();
	const cipher = objectIdentifiers(elements[0].value).map((id) => ciphers$1[id]).findLast((name) => name !== void 0);
	return encrypted({
		container: "PKCS#8",
		...cipher === void 0 ? {} : { cipher }
	});
};
const legacyTypes = {
	"RSA PRIVATE KEY": "RSA",
	"EC PRIVATE KEY": "EC",
	"DSA PRIVATE KEY": "DSA"
};
/** Encryption of RFC 1421 as OpenSSL writes it: blocks of the cipher, nothing to be seen of the key inside. */
const fromEncryptedLegacy = ({ label, headers, body }) => {
	const cipher = /^([A-Za-z0-9-]{3,30}),[0-9A-Fa-f]{16,32}/.exec(headers.get("dek-info") ?? "")?.[1];
	if (cipher === void 0 || body.length < shortestBody || body.length % 8 !== 0) return noKey();
	const keyType = legacyTypes[label];
	return encrypted({
		...keyType === void 0 ? {} : { keyType },
		cipher: cipher.toUpperCase()
	});
};
const fromDer = ({ label, body }) => {
	if (body.length < shortestBody || readSequence(body) === void 0) return noKey();
	const lines = body.toString("base64").match(/.{1,64}/g).join("\n");
	const { facts, holds } = describeKey(createPrivateKey(`-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`));
	return open(facts, holds);
};
/** The keys of cosign: JSON that names how the passphrase is stretched and what encrypts. */
const fromCosign = ({ body }) => {
	const { kdf, cipher, ciphertext } = parseObject(body.toString("utf8")) ?? {};
	const nameOf = (value) => String(value?.name ?? "").slice(0, 60);
	if (typeof ciphertext !== "string" || nameOf(cipher) === "") return noKey();
	return encrypted({
		container: "cosign",
		cipher: nameOf(cipher),
		kdf: nameOf(kdf)
	});
};
const judgeArmour = (armour) => {
	if (/COSIGN|SIGSTORE/.test(armour.label)) return fromCosign(armour);
	if (armour.label === "OPENSSH PRIVATE KEY") return fromOpenSsh(armour);
	if (armour.label === "ENCRYPTED PRIVATE KEY") return fromEncryptedPkcs8(armour);
	return armour.headers.has("dek-info") ? fromEncryptedLegacy(armour) : fromDer(armour);
};
/** Reads a private key in PEM: PKCS#1, SEC 1, PKCS#8, encrypted forms, and the container of OpenSSH. */
const provePrivateKey = ({ secret }) => {
	const armour = readArmour(secret);
	if (armour === void 0 || armour.body.length === 0) return { verdict: "silent" };
	try {
		return judgeArmour(armour);
	} catch {
		return noKey();
	}
};
// src/detect/proofs/putty-key.ts
const line = (name) => new RegExp(`(?:^|\\n)${name}: ?([^\\n]{0,300})`);
const lines = (text, name) => {
	const found = new RegExp(`(?:^|\\n)${name}-Lines: (\\d{1,4})\\n`).exec(text);
	if (found === null) return void 0;
	const body = text.slice(found.index + found[0].length).split("\n", Number(found[1]));
	return Buffer.from(body.join(""), "base64");
};
/** Whether the file's own MAC fits; only a key without a passphrase can tell (PuTTY manual, appendix C). */
const macHolds = (version, parts, mac) => {
	const signed = Buffer.concat(parts.map(wireString));
	return (version === "3" ? createHmac("sha256", "").update(signed) : createHmac("sha1", createHash("sha1").update("putty-private-key-file-mac-key").digest()).update(signed)).digest("hex") === mac.toLowerCase();
};
/** Reads a PuTTY .ppk file of version 2 or 3. */
const provePuttyKey = ({ secret }) => {
	const text = secret.replaceAll("\r", "");
	const opening = /^PuTTY-User-Key-File-([23]): ([\w-]{3,40})\n/.exec(text);
	const [publicHalf, privateHalf] = [lines(text, "Public"), lines(text, "Private")];
	if (opening === null || publicHalf === void 0 || privateHalf === void 0) return { verdict: "silent" };
	const [, version, type] = opening;
	const read = (name) => line(name).exec(text)?.[1] ?? "";
	if (wireReader(publicHalf).text() !== type || privateHalf.length < 16) return {
		verdict: "fails",
		detail: "It does not decode to a key: an example, or a damaged copy."
	};
	const [cipher, comment, mac] = [
		read("Encryption"),
		read("Comment"),
		read("Private-MAC")
	];
	const encrypted = cipher !== "none";
	const facts = {
		container: `PuTTY version ${version}`,
		keyType: type,
		encrypted,
		...encrypted ? { cipher: cipher.slice(0, 40) } : {},
		publicKeyFingerprint: sshFingerprint(publicHalf)
	};
	if (encrypted) return {
		verdict: "holds",
		vetted: true,
		proof: "structural",
		severity: "medium",
		detail: "It is encrypted: as safe as its passphrase, which can be tried without limit.",
		facts
	};
	const parts = [
		type,
		cipher,
		Buffer.from(comment, "latin1"),
		publicHalf,
		privateHalf
	];
	return macHolds(version, parts, mac) ? {
		verdict: "holds",
		vetted: true,
		detail: "It decodes, and its own checksum holds.",
		facts
	} : {
		verdict: "fails",
		detail: "Its own checksum does not hold: a made-up or damaged copy.",
		facts,
		vetted: true
	};
};
// src/detect/proofs/random-text.ts
const leastBits = 4;
/** Words of the samples in whose place a generated text belongs. */
const sample = /phrase|change|your|secret|example|insert|replace|random|\{\{|\$\{|<\?/i;
const classes = [
	/[a-z]/,
	/[A-Z]/,
	/[0-9]/,
	/[^A-Za-z0-9]/
];
/** A generated text with signs of all kinds, among which those of templates occur by chance: salts, keys of frameworks. */
const proveRandomText = ({ secret }) => entropy(secret) < leastBits || sample.test(secret) || classes.filter((kind) => kind.test(secret)).length < 3 ? { verdict: "silent" } : {
	verdict: "unknown",
	vetted: true
};
// src/detect/proofs/service-account.ts
/** The other members of a Google key file stand within this many bytes of the key. */
const neighbourhood$1 = 3e3;
const around$1 = ({ content, start, end }) => `${content.toString("latin1", Math.max(0, start - neighbourhood$1), start)} ${content.toString("latin1", end, end + neighbourhood$1)}`;
/** A string member of JSON, however often its quotes are escaped. */
const member = (text, name) => new RegExp(`\\\\*"${name}\\\\*"\\s*:\\s*\\\\*"([^"\\\\]{1,300})`).exec(text)?.[1];
const pick = (text, names) => Object.fromEntries(Object.entries(names).flatMap(([fact, name]) => {
	const value = member(text, name);
	return value === void 0 ? [] : [[fact, value]];
}));
const accountMembers = {
	clientEmail: "client_email",
	privateKeyId: "private_key_id",
	project: "project_id"
};
/** The private key of a Google service account: a key that decodes, beside the account's address. */
const proveServiceAccount = (candidate) => {
	const facts = pick(around$1(candidate), accountMembers);
	if (!String(facts["clientEmail"] ?? "").endsWith(".gserviceaccount.com")) return { verdict: "silent" };
	const evidence = provePrivateKey(candidate);
	return evidence.verdict === "silent" ? evidence : {
		...evidence,
		facts: {
			...evidence.facts,
			...facts
		}
	};
};
/** The refresh token of application default credentials, beside its client (gcloud auth application-default login). */
const proveAuthorizedUser = (candidate) => {
	const text = around$1(candidate);
	if (member(text, "client_secret") === void 0 && member(text, "type") !== "authorized_user") return { verdict: "silent" };
	return {
		verdict: "holds",
		proof: "structural",
		facts: pick(text, {
			clientId: "client_id",
			quotaProject: "quota_project_id"
		})
	};
};
// src/detect/proofs/service-key.ts
const silent = { verdict: "silent" };
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const placeOf$1 = ({ content, start, end }, { separator, name }) => ({
	content,
	nameStart: start - separator.length - name.length,
	end
});
/** Blocks of a configuration in which a `key` is a secret one: `"Jwt": { "Key": "…" }`. */
const secretBlock = /jwt|auth|encrypt|crypt|cipher|hmac|sign(?:ing|ature)|secret|token|credential|\bapi/i;
const isKeyInSecretBlock = (name, place) => /^(?:secret_?)?key$/i.test(name) && blocksAround(place).some((block) => secretBlock.test(block));
const isKeyOfUrl = ({ name, before }) => /^(?:key|apikey|api_key|token|appid|app_id|auth|access_key|subscription-key)$/i.test(name) && /:\/\/[^\s"'`]+[?&]$/.test(before);
/** Whose key it is: `MAILGUN_KEY`, `"openweathermap"`; a name that the anchors of `assignment` do not reach, such as `AES_KEY`. */
const told = (around, place) => {
	const { name } = around;
	const own = attributeByName(name);
	if (own?.isPlain === true) return own;
	if (isKeyOfUrl(around)) return attribute$1(name, place);
	if (nameStrength(name, "key") === "strong") return attribute$1(name, place) ?? "generic";
	return isKeyInSecretBlock(name, place) ? "generic" : void 0;
};
const generic = {
	check: "secrets/generic-api-key",
	provider: "generic",
	title: "Key or token in code or configuration",
	opens: "Lets whoever reads the repository call the service as its owner.",
	remediation: "Revoke the key where it was issued, and read its successor from the environment or a secret store; removing it from the file is not enough."
};
const isSecret = (value, around, found) => {
	if (isPlaceholder(value)) return false;
	if (found !== "generic" && found.service.keys?.test(value) === true) return true;
	const line = `${around.before}${around.name}${around.separator}`;
	return !isHarmless(value) && isRandomKey(value) && !isDigestBeside(line, value);
};
/** Whether a value may be a key whatever its name says: random, or of an alphabet that knows no words. Looked at first, since most are neither. */
const isPossible = (value) => isRandomKey(value) || /^[0-9a-f-]+$/i.test(value);
/**
* A random-looking value whose own name is a service's and says nothing else, or one that no anchor of `assignment` reaches.
*/
const proveServiceKey = (candidate) => {
	if (!isPossible(candidate.secret)) return silent;
	if (!isRandomKey(candidate.secret) && !uuid.test(candidate.secret)) return silent;
	const around = surroundingsOf(candidate);
	const found = told(around, placeOf$1(candidate, around));
	if (found === void 0 || !standsWhereSecretsDo(around) || !isSecret(candidate.secret, around, found)) return silent;
	const isLow = isInExample(candidate.content, candidate.start, around.before);
	const facts = { name: around.name.slice(0, 80) };
	if (found === "generic") return {
		verdict: "unknown",
		severity: isLow ? "low" : "medium",
		naming: generic,
		facts,
		vetted: true
	};
	return {
		verdict: "unknown",
		proof: "contextual",
		severity: isLow ? "low" : severityOf$1(found.service),
		naming: found.naming,
		facts: {
			...facts,
			told: found.by
		},
		vetted: true
	};
};
// src/detect/proofs/sign-in-call.ts
const literal = /^["'](.*)["']$/;
/** A password in a call that takes a user and it. Groups: user (a literal with its quotes, or an expression), secret. */
const proveSignInCall = ({ secret, groups }) => {
	if (isHarmlessPassword(secret, true) || isPasswordPlaceholder(secret)) return { verdict: "silent" };
	const severity = passwordSeverity(secret, true);
	if (severity === void 0) return { verdict: "silent" };
	const evidence = judgeAccess({
		user: literal.exec(groups["user"] ?? "")?.[1],
		password: secret,
		host: void 0
	});
	return evidence.verdict === "holds" ? {
		...evidence,
		severity
	} : { verdict: "silent" };
};
/** A literal where a call takes the secret that it signs or encrypts with: drawn at random, or chosen like a password. */
const proveChosenSecret = ({ secret }) => {
	if (isPlaceholder(secret)) return { verdict: "silent" };
	if (isRandomKey(secret) || isRandomText(secret)) return {
		verdict: "unknown",
		severity: "medium"
	};
	const chosen = isHarmlessPassword(secret, true) ? void 0 : passwordSeverity(secret, true);
	return chosen === void 0 ? { verdict: "silent" } : {
		verdict: "unknown",
		severity: chosen
	};
};
// src/detect/proofs/static-token.ts
/** A line of `--token-auth-file` or `--basic-auth-file`: token, user, uid, groups. */
const proveStaticToken = ({ secret, groups }) => {
	const { user = "", groups: names = "" } = groups;
	const worth = worthOf(secret, user);
	if (worth === "template" || worth === "filler" || isPlaceholder(secret)) return { verdict: "silent" };
	const facts = {
		user,
		groups: names.split(",")
	};
	const bootstrap = !names.includes("system:masters") && /bootstrap/.test(names);
	return {
		verdict: "holds",
		proof: worth === "strong" ? "structural" : "contextual",
		severity: bootstrap ? "high" : "critical",
		facts,
		vetted: true
	};
};
// src/detect/proofs/strkey.ts
/** The version byte of a secret seed, which makes it begin with `S`. */
const secretSeed = 144;
/**
* A secret seed of Stellar: base32 of a version, 32 bytes and their CRC-16, least significant byte first.
* Source: stellar-protocol, SEP-23.
*/
const proveStrkey = ({ secret, options }) => {
	const bytes = fromBase32(secret);
	if (bytes?.length !== 35 || bytes[0] !== secretSeed) return checked(false, options);
	return checked(crc16(bytes.subarray(0, -2)) === bytes.readUInt16LE(bytes.length - 2), options);
};
// src/detect/proofs/supabase-key.ts
/** How far away the project of a key may be named. */
const reach$2 = 4096;
const checksumLength = 8;
const longestRef = 20;
/** What installations of one's own use for a project. */
const selfHosted = "supabase-self-hosted";
const checksumOf = (project, body) => createHash("sha256").update(`${project}|${body}`).digest("base64url").slice(0, checksumLength);
/** Most projects that a stretch of text may name before we stop looking. */
const mostProjects = 32;
const projectsIn = (text) => [...new Set([selfHosted, ...text.match(/(?<![a-z])[a-z]{20}(?![a-z])/g) ?? []].slice(0, mostProjects))];
/**
* Eight characters at the end: SHA-256 of `PROJECT|KEY`, in base64url. They can only be checked where the project's
* reference, twenty letters, stands nearby, as it does in the URL; elsewhere a key stays what its form says.
* Recomputed on a hosted project's publishable key; the formula is in Supabase's self-hosted key generator.
*/
const proveSupabaseKey = ({ secret, content, start, end }) => {
	const body = secret.slice(0, -9);
	const around = content.toString("latin1", Math.max(0, start - reach$2), Math.min(content.length, end + reach$2));
	const project = projectsIn(around).find((ref) => checksumOf(ref, body) === secret.slice(-8));
	if (project === void 0) return { verdict: "unknown" };
	return {
		verdict: "holds",
		detail: "Its checksum holds.",
		facts: project.length === longestRef && project !== selfHosted ? { project } : {}
	};
};
// src/detect/proofs/wireguard-key.ts
/** PKCS#8 (RFC 8410) around the 32 bytes of an X25519 key. */
const x25519Prefix = Buffer.from("302e020100300506032b656e04220420", "hex");
/** `wg genkey` clamps its keys (RFC 7748, section 5), which one in 32 random values fits. */
const isClamped = (key) => key.length === 32 && (key[0] & 7) === 0 && (key[31] & 192) === 64;
/** A private key of WireGuard: base64 of 32 clamped bytes; its public half is what peers list. */
const proveWireguardKey = ({ secret }) => {
	const bytes = Buffer.from(secret, "base64");
	if (!isClamped(bytes)) return { verdict: "silent" };
	const key = createPrivateKey({
		key: Buffer.concat([x25519Prefix, bytes]),
		format: "der",
		type: "pkcs8"
	});
	const publicKey = createPublicKey(key).export({ format: "jwk" }).x ?? "";
	return {
		verdict: "holds",
		proof: "structural",
		facts: {
			keyType: "X25519",
			encrypted: false,
			publicKey: Buffer.from(publicKey, "base64url").toString("base64")
		}
	};
};
// src/detect/proofs/registry.ts
/** Provers by the name that rules in `patterns/` use. */
const provers = {
	assignment: proveAssignment,
	"authorized-user": proveAuthorizedUser,
	"aws-account": proveAwsAccount,
	"azure-cask": proveAzureCask,
	"azure-cask-v2": proveAzureCaskV2,
	"azure-devops": proveAzureDevops,
	"azure-identifiable": proveAzureIdentifiable,
	"azure-key": proveAzureKey,
	"azure-sas": proveAzureSas,
	"base58-length": proveBase58Length,
	base58check: proveBase58Check,
	"base64-bytes": proveBase64Bytes,
	"base64-json": proveBase64Json,
	"base64-password": proveBase64Password,
	"base64-text": proveBase64Text,
	"basic-auth": proveBasicAuth,
	bech32: proveBech32,
	bip39: proveBip39,
	"client-key": proveClientKey,
	"chosen-secret": proveChosenSecret,
	confluent: proveConfluent,
	"connection-string": proveConnectionString,
	"crc32-base62": proveCrc32Base62,
	"crc32-hex": proveCrc32Hex,
	"docker-auth": proveDockerAuth,
	"ed25519-pair": proveEd25519Pair,
	entra: proveEntra,
	"ethereum-key": proveEthereumKey,
	"github-fine-grained": proveGithubFineGrained,
	"gitlab-routable": proveGitlabRoutable,
	"group-facts": proveGroupFacts,
	jwt: proveJwt,
	login: proveLogin,
	nats: proveNats,
	"opaque-token": proveOpaqueToken,
	"password-hash": provePasswordHash,
	"pgp-key": provePgpKey,
	"private-key": provePrivateKey,
	"putty-key": provePuttyKey,
	"random-text": proveRandomText,
	"service-account": proveServiceAccount,
	strkey: proveStrkey,
	"supabase-key": proveSupabaseKey,
	"sign-in-call": proveSignInCall,
	"service-key": proveServiceKey,
	"static-token": proveStaticToken,
	"url-password": proveUrlPassword,
	"user-at-host": proveUserAtHost,
	"wireguard-key": proveWireguardKey
};
/**
* Provers that fall silent by what stands nearby, and how many bytes around a region they read until then: what they drop stays dropped whatever
* stands further away. They drop so much that remembering it would cost more than the scan.
*/
const silentNearby = {
	assignment: 256,
	"service-key": 2600
};
// src/detect/judge.ts
const prove = (rule, occurrence, content) => {
	if (rule.prover === void 0) return { verdict: "unknown" };
	const prover = provers[rule.prover.name];
	if (prover === void 0) throw new RangeError(`rule ${rule.id}: no prover is called ${rule.prover.name}`);
	const { secret, groups, start, end } = occurrence;
	return prover({
		secret,
		groups,
		content,
		start,
		end,
		options: rule.prover.options
	});
};
const namingOf = ({ id, provider, title, opens, remediation }) => ({
	check: id,
	provider,
	title,
	opens,
	remediation
});
const rankOf$1 = (rule) => {
	if (rule.proof === "generic") return ranks.generic;
	return rule.proof === "contextual" ? ranks.contextual : ranks.format;
};
const severityAndProof = (rule, evidence) => {
	if (evidence.verdict === "fails") return {
		severity: "info",
		proof: rule.proof
	};
	const severity = evidence.severity ?? rule.severity;
	if (evidence.verdict === "holds") return {
		severity,
		proof: evidence.proof ?? "proven"
	};
	return {
		severity,
		proof: evidence.proof ?? rule.proof
	};
};
/** Bytes on either side of a stretch that provers may look at: the same whether a content is scanned whole or as a delta. */
const surroundings = 8192;
/** Weighs an occurrence of a rule's expression: a match, or the step that told that it is none. */
const weigh = (rule, occurrence, content) => {
	const { secret, start, end } = occurrence;
	const bits = rule.minEntropy === void 0 ? void 0 : entropy(secret);
	const first = bits === void 0 ? {} : { entropy: bits };
	if (bits !== void 0 && bits < rule.minEntropy) return {
		...first,
		match: void 0
	};
	const evidence = prove(rule, occurrence, content);
	if (evidence.verdict === "silent") return {
		...first,
		evidence,
		match: void 0
	};
	const { severity, proof } = severityAndProof(rule, evidence);
	const halves = halvesAround(rule, content, start, end);
	if (halves === void 0) return {
		...first,
		evidence,
		alone: true,
		match: void 0
	};
	const placeholder = !(proof === "proven" || evidence.vetted === true) && isPlaceholder(secret);
	if (placeholder) return {
		...first,
		evidence,
		placeholder,
		match: void 0
	};
	const naming = (evidence.verdict === "fails" ? void 0 : evidence.naming) ?? namingOf(rule);
	const match = {
		check: naming.check,
		provider: naming.provider,
		title: naming.title,
		severity: severity === rule.severity ? halves.severity ?? severity : severity,
		proof,
		detail: [naming.opens, evidence.detail].filter(Boolean).join(" "),
		remediation: naming.remediation,
		facts: {
			provider: naming.provider,
			...evidence.facts,
			...halves.facts
		},
		secret,
		start,
		end,
		rank: rankOf$1(rule)
	};
	return {
		...first,
		evidence,
		placeholder,
		match
	};
};
/** Turns an occurrence of a rule's expression into a match, or into nothing where it is no credential. */
const judge = (rule, occurrence, content) => weigh(rule, occurrence, content).match;
// src/detect/overlaps.ts
/** Of two documents around a value the one that says more: the inner alone does not know what it lies in. */
const saysMore = (a, b) => a.rank === ranks.document && b.rank === ranks.document ? Object.keys(b.facts).length - Object.keys(a.facts).length : 0;
const encodingOf$1 = ({ facts: { encoding } }) => typeof encoding === "string" ? encoding : "";
/** Of the same stretch read in two ways, what is decoded says more; where nothing in it was encoded, the plain reading is the simpler one. */
const simpler = (a, b) => a.secret.length - b.secret.length || encodingOf$1(a).length - encodingOf$1(b).length || (encodingOf$1(a) < encodingOf$1(b) ? -1 : 1);
const better = (a, b) => b.rank - a.rank || proofRank(b.proof) - proofRank(a.proof) || Number(b.severity !== "info") - Number(a.severity !== "info") || saysMore(a, b) || b.end - b.start - (a.end - a.start) || severityRank(b.severity) - severityRank(a.severity) || a.start - b.start || (a.check === b.check ? simpler(a, b) : 0) || (a.check < b.check ? -1 : 1);
const overlap = (a, b) => a.start < b.end && b.start < a.end;
/** What a document says of the place of a value that a rule knows better. */
const withPlace = (kept, document) => ({
	...kept,
	facts: {
		...document.facts,
		...kept.facts
	}
});
const bestOf = (cluster) => {
	const kept = [];
	for (const match of [...cluster].sort(better)) {
		const overlapping = kept.findIndex((other) => overlap(match, other));
		if (overlapping === -1) kept.push(match);
		else if (match.rank === ranks.document) kept[overlapping] = withPlace(kept[overlapping], match);
	}
	return kept;
};
/** Of matches whose secrets overlap, keeps the one that knows most: each byte is reported once. Ascending by offset. */
const withoutOverlaps = (matches) => {
	const kept = [];
	let cluster = [];
	let clusterEnd = -1;
	for (const match of [...matches].sort((a, b) => a.start - b.start)) {
		if (match.start >= clusterEnd) {
			kept.push(...bestOf(cluster));
			cluster = [];
		}
		cluster.push(match);
		clusterEnd = Math.max(clusterEnd, match.end);
	}
	return [...kept, ...bestOf(cluster)].sort((a, b) => a.start - b.start || a.end - b.end);
};
// src/detect/boundary.ts
/**
* Escapes that stand for a separator and end in a letter or digit: `\n` in a string, `%3D` in an address, `\u0022` in JSON. What follows
* one is as much at a boundary as what follows the separator itself.
*/
const punctuation = "(?:[0-2][0-9A-Fa-f]|3[A-Fa-f]|40|5[B-Eb-e]|60|7[B-Eb-e])";
const escapedSeparator = String.raw`(?<=\\[nrtbf]|%${punctuation}|=3[Dd]|\\u00${punctuation}|\\x${punctuation})`;
const leading = /^\(\?<!\[(?:[^\]\\]|\\.)+\]\)/;
/** An expression that takes an escaped separator before it for the boundary that it is. */
const withEscapedBoundary = (expression) => expression.replace(leading, (boundary) => `(?:${boundary}|${escapedSeparator})`);
// src/detect/expression.ts
const askEngine = (expression, flags) => {
	let exact;
	return (text, { index }) => {
		exact ??= new RegExp(expression, `${flags}dy`);
		exact.lastIndex = index;
		return exact.exec(text).indices.groups["secret"];
	};
};
const locator = (expression, flags) => {
	const ask = askEngine(withEscapedBoundary(expression), flags);
	const looksAround = /\(\?<?=/.test(expression);
	return (text, match) => {
		const { index, groups = {}, 0: whole } = match;
		const { secret, key, sep } = groups;
		if (secret === void 0) return [index, index + whole.length];
		if (key !== void 0 && sep !== void 0) {
			const start = index + key.length + sep.length;
			if (text.startsWith(secret, start)) return [start, start + secret.length];
		}
		const within = looksAround ? -1 : whole.indexOf(secret);
		if (within === -1 || whole.indexOf(secret, within + 1) !== -1) return ask(text, match);
		return [index + within, index + within + secret.length];
	};
};
/**
* Our own expressions are checked for catastrophic backtracking in the tests, so they run on the engine of V8. Most of them are never
* needed: each is compiled when it is.
*/
const compileTrusted = ({ expression, ignoreCase }) => {
	const flags = ignoreCase ? "i" : "";
	const bounded = withEscapedBoundary(expression);
	let global;
	let sticky;
	const locate = locator(expression, flags);
	const occurrence = (text, match) => {
		const { index, 0: whole, groups = {} } = match;
		const [start, end] = locate(text, match);
		const secret = groups["secret"] ?? whole;
		return {
			start,
			end,
			matchStart: index,
			matchEnd: index + whole.length,
			secret,
			groups
		};
	};
	return (text, at) => {
		if (at !== void 0) {
			sticky ??= new RegExp(bounded, `${flags}y`);
			sticky.lastIndex = at;
			const match = sticky.exec(text);
			return match === null ? [] : [occurrence(text, match)];
		}
		global ??= new RegExp(bounded, `${flags}g`);
		const pattern = global;
		pattern.lastIndex = 0;
		const found = [];
		for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
			if (match[0] === "") pattern.lastIndex++;
			found.push(occurrence(text, match));
		}
		return found;
	};
};
/** A user's expression may be anything: RE2 runs it in linear time. Throws a RangeError that says what RE2 refuses. */
const compileCustom = async ({ id, expression, ignoreCase, except = [] }) => {
	const { RE2JS } = await import("./build.js");
	let pattern;
	let exceptions;
	try {
		pattern = RE2JS.compile(expression, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
		exceptions = except.map((text) => RE2JS.compile(text));
	} catch (cause) {
		throw new RangeError(`rule ${id}: ${cause.message}`, { cause });
	}
	const names = Object.keys(pattern.namedGroups());
	return function* (text) {
		const matcher = pattern.matcher(text);
		while (matcher.find()) {
			const groups = Object.fromEntries(names.map((name) => [name, matcher.group(name) ?? void 0]));
			const named = groups["secret"] === void 0 ? 0 : "secret";
			const [start, end] = [matcher.start(named), matcher.end(named)];
			if (exceptions.some((exception) => exception.matcher(text.slice(start, end)).find())) continue;
			yield {
				start,
				end,
				matchStart: matcher.start(),
				matchEnd: matcher.end(),
				secret: text.slice(start, end),
				groups
			};
		}
	};
};
const compileExpression = async (rule) => rule.custom ? compileCustom(rule) : compileTrusted(rule);
// src/detect/regions.ts
const pieceSize = 32768;
const maxAnchor = 128;
/**
* A region in pieces that overlap by more than the longest match, for expressions that may read to the end of their
* text again and again: what they cost is bounded by the piece.
*/
const piecesOf = ({ start, end }, { before, after }) => {
	const overlap = before + after + maxAnchor;
	const size = Math.max(pieceSize, 4 * overlap);
	const pieces = [];
	for (let from = start;; from += size - overlap) {
		pieces.push({
			start: from,
			end: Math.min(end, from + size)
		});
		if (from + size >= end) return pieces;
	}
};
/** Those of the regions that hold every literal; the search looks no further than each region. */
const regionsHolding = (content, regions, literals = []) => literals.length === 0 ? regions : regions.filter(({ start, end }) => {
	const bytes = content.subarray(start, end);
	return literals.every((literal) => bytes.includes(literal, 0, "latin1"));
});
// src/detect/patience.ts
const customLimits = {
	milliseconds: 5e3,
	millisecondsPerMebibyte: 1e3,
	matches: 1e4
};
const createPatience = (onStopped, limits = customLimits) => {
	const off = /* @__PURE__ */ new Set();
	let matches = 0;
	let deadline = 0;
	const stop = (rule, reason) => {
		if (!off.has(rule)) onStopped(rule.id, reason);
		off.add(rule);
		return true;
	};
	const isLate = (rule) => performance.now() > deadline && stop(rule, "its expression takes too long");
	const isOver = (rule) => off.has(rule) || ++matches >= limits.matches && stop(rule, `it matches ${limits.matches} times in one content`) || isLate(rule);
	function* pieces(rule, regions) {
		const bytes = regions.reduce((sum, { start, end }) => sum + end - start, 0);
		matches = 0;
		deadline = performance.now() + limits.milliseconds + bytes / 2 ** 20 * limits.millisecondsPerMebibyte;
		for (const region of regions) for (const piece of piecesOf(region, rule.window)) {
			if (off.has(rule) || isLate(rule)) return;
			yield piece;
		}
	}
	return {
		pieces,
		isOver
	};
};
// src/detect/runner.ts
const clean = {
	judged: false,
	matches: []
};
const shifted = (occurrence, by) => ({
	...occurrence,
	start: occurrence.start + by,
	end: occurrence.end + by,
	matchStart: occurrence.matchStart + by,
	matchEnd: occurrence.matchEnd + by
});
/** How many bytes around a region are enough for a rule's prover to fall silent; 0 where there are no such. */
const nearbyOf = ({ prover }) => prover === void 0 ? 0 : silentNearby[prover.name] ?? 0;
const createRunner = async (rules, onStopped) => {
	const expressions = await Promise.all(rules.map(compileExpression));
	const patience = createPatience(onStopped);
	/** What a prover may see of a content around a region: one view for all occurrences, since provers remember what they read. */
	const viewOf = (content, { start, end }, reach) => {
		const from = Math.max(0, start - reach);
		return {
			bytes: content.subarray(from, end + reach),
			from,
			start
		};
	};
	/** What an occurrence in a region is worth. */
	const judgeIn = (index, { bytes, from, start }, occurrence) => {
		const match = judge(rules[index], shifted(occurrence, start - from), bytes);
		return match === void 0 ? void 0 : {
			...match,
			start: match.start + from,
			end: match.end + from
		};
	};
	const occurrencesIn = ({ rule, start, end, at }, { bytes, text }) => {
		const stretch = text === void 0 ? bytes.toString("latin1", start, end) : text.slice(start, end);
		return expressions[rule](stretch, at === void 0 ? void 0 : at - start);
	};
	const run = (region, content) => {
		const rule = rules[region.rule];
		if (regionsHolding(content.bytes, [region], rule.requires).length === 0) return clean;
		const isQuiet = nearbyOf(rule) > 0;
		let view;
		const matches = [];
		let judged = false;
		for (const occurrence of occurrencesIn(region, content)) {
			if (occurrence.end === occurrence.start) continue;
			view ??= viewOf(content.bytes, region, surroundings);
			const match = judgeIn(region.rule, view, occurrence);
			if (match !== void 0) matches.push(match);
			judged ||= match !== void 0 || !isQuiet;
		}
		return judged ? {
			judged,
			matches
		} : clean;
	};
	/** Occurrences until the rule is given up. */
	function* patiently(index, content, regions) {
		const rule = rules[index];
		for (const region of patience.pieces(rule, regionsHolding(content, regions, rule.requires))) {
			const view = viewOf(content, region, surroundings);
			for (const occurrence of expressions[index](content.toString("latin1", region.start, region.end))) {
				yield [view, occurrence];
				if (patience.isOver(rule)) return;
			}
		}
	}
	const runCustom = (index, content, regions) => {
		const found = [];
		for (const [view, occurrence] of patiently(index, content, regions)) {
			if (occurrence.end === occurrence.start) continue;
			const match = judgeIn(index, view, occurrence);
			if (match !== void 0) found.push(match);
		}
		return found;
	};
	return {
		run,
		runCustom
	};
};
// src/detect/trace.ts
/** Of a content in which no anchor stands, as most are. */
const emptyTrace = {
	address: 0,
	hits: 0,
	carried: []
};
// src/detect/detector.ts
/** A secret inside base64 inside base64 is found; nobody nests deeper by accident. */
const maxDepth$2 = 3;
/** Contents are scanned in parts of this size, smaller ones where anchors are many; parts overlap by more than the widest window. */
const partSize = 64 << 20;
const smallPart = 4 << 20;
const partOverlap = 1 << 20;
/** Behind a content: room for the kernel's wide loads. */
const slack = 16;
/** A content with a region for so many bytes is turned to text as a whole: windows overlap. */
const worthText = 500;
/** Runs of one encoding that may hold an anchor at once: of base64, one for each alignment. */
const maxOpen = 4;
/** The encoded stretches around anchors, which ascend by offset, each once. */
const encodedRuns = (anchors, content) => {
	const runs = /* @__PURE__ */ new Map();
	const open = /* @__PURE__ */ new Map();
	for (const anchor of anchors) {
		const { encoding, phase } = anchor.image;
		const near = open.get(encoding) ?? [];
		const holder = near.find(({ decoded }) => decoded.holds(anchor.at, phase));
		if (holder !== void 0) {
			holder.anchors.push(anchor);
			continue;
		}
		const decoded = decodeAround(content, anchor.at, anchor.image);
		const key = `${anchor.image.encoding} ${decoded.start}`;
		const run = runs.get(key);
		const followed = {
			decoded,
			image: anchor.image,
			anchors: [...run?.anchors ?? [], anchor]
		};
		runs.set(key, followed);
		open.set(encoding, [followed, ...near].slice(0, maxOpen));
	}
	return runs.values();
};
const encodingOf = (outer, { facts: { encoding: inner } }) => typeof inner === "string" ? `${outer} of ${inner}` : outer;
/** A match of decoded bytes as one of the content that encodes them. */
const asEncoded = (match, decoded, encoding, from = 0) => ({
	...match,
	facts: {
		...match.facts,
		encoding: encodingOf(encoding, match)
	},
	start: from + decoded.toContent(match.start),
	end: from + decoded.after(match.end - 1)
});
const none = [];
const keep = ({ carried, matches }, verdict) => {
	carried.push(verdict);
	for (const match of verdict.matches) matches.push(match);
};
const isTelling = ({ judged, matches }) => judged || matches.length > 0;
/** `onStopped` hears of a custom rule that was given up, and why: what it would have found from there on is missing. */
const createDetector = async (rules, parsers = [], onStopped = () => void 0, kernel = createKernel()) => {
	const runner = await createRunner(rules, onStopped);
	const asking = [...rules, escapesRule];
	const literals = collectLiterals(asking, parsers);
	const joinPairs = createPairing(rules);
	const gate = createGate(kernel, literals, asking, nearbyOf);
	const reach = {
		near: (task) => task === -1 ? runReach : gate.reaches[task],
		far: surroundings
	};
	const settled = (found) => found.length > 1 ? joinPairs(withoutOverlaps(found)) : found;
	const viewOf = ({ address, size }) => kernel.heap.bytes().subarray(address, address + size);
	/** What stands in a region once its escapes are undone. */
	const unescaped = (stretch, region, depth) => {
		if (depth >= maxDepth$2) return {
			judged: false,
			matches: none
		};
		const bytes = Buffer.from(viewOf({
			address: stretch.address + region.start,
			size: region.end - region.start
		}));
		const matches = [];
		for (const decoded of decodeEscapes(bytes, {
			start: 0,
			end: bytes.length
		})) for (const match of scanBytes(decoded.bytes, depth + 1)) matches.push(asEncoded(match, decoded, decoded.encoding, region.start));
		return {
			judged: false,
			matches
		};
	};
	const runRule = (stretch, text, region, depth, into) => {
		const verdict = region.rule < rules.length ? runner.run(region, {
			bytes: viewOf(stretch),
			text
		}) : unescaped(stretch, region, depth);
		if (!isTelling(verdict)) return;
		const { rule: task, ...place } = region;
		keep(into, {
			task,
			...place,
			...verdict
		});
	};
	/** The regions of a custom rule are run together: it may be given up on the way. */
	const runCustomRule = (content, rule, regions, into) => {
		const matches = runner.runCustom(rule, content, regions);
		for (const { start, end } of regions) {
			const inside = matches.filter((match) => match.start >= start && match.end <= end);
			if (inside.length > 0) keep(into, {
				task: rule,
				start,
				end,
				judged: true,
				matches: inside
			});
		}
	};
	const runRegions = (stretch, regions, depth, into) => {
		const custom = /* @__PURE__ */ new Map();
		const text = regions.length * worthText > stretch.size ? viewOf(stretch).toString("latin1") : void 0;
		for (const region of regions) if (!asking[region.rule].custom) runRule(stretch, text, region, depth, into);
		else custom.set(region.rule, [...custom.get(region.rule) ?? [], region]);
		for (const [rule, ofRule] of custom) runCustomRule(viewOf(stretch), rule, ofRule, into);
	};
	/** The verdicts that the base had on what was copied; where their surroundings changed they are reached anew. */
	const inheritVerdicts = (stretch, base, into) => {
		const { segments } = base;
		const descent = {
			segments: new Uint32Array(kernel.heap.bytes().buffer, segments.address, segments.count * 3).slice(),
			size: stretch.size,
			baseSize: base.size
		};
		const again = [];
		for (const { carried, moved, withSurroundings } of inherit(base.trace.carried, descent, reach)) {
			const here = movedBy(carried, moved);
			if (!carried.judged || withSurroundings) keep(into, here);
			else again.push({
				...here,
				rule: here.task
			});
		}
		runRegions(stretch, again, 0, into);
	};
	const decodeRun = (run, depth, into) => {
		const { decoded } = run;
		const encoding = encodingName(run.image);
		const matches = scanBytes(decoded.bytes, depth + 1).map((match) => asEncoded(match, decoded, encoding));
		const end = decoded.toContent(Math.max(0, decoded.bytes.length - 1)) + 4;
		keep(into, {
			task: -1,
			start: decoded.start,
			end,
			judged: false,
			matches,
			anchors: run.anchors
		});
	};
	const runSpecial = (stretch, look, depth, into) => {
		const asked = sortOut(look.special(), literals);
		for (const index of asked.parsers) for (const match of parsers[index].parse(Buffer.from(viewOf(stretch)))) into.matches.push(match);
		if (depth >= maxDepth$2 || asked.encoded.length === 0) return;
		const known = new Set(into.carried.flatMap(({ anchors = [] }) => anchors.map(anchorKey)));
		const fresh = asked.encoded.filter((anchor) => !known.has(anchorKey(anchor)));
		for (const run of [...encodedRuns(fresh, viewOf(stretch))]) decodeRun(run, depth, into);
	};
	const matchesOf = (stretch, look, depth, base, into) => {
		const regions = look.regions();
		const special = look.hasSpecial ? look.special() : [];
		if (base !== void 0 && base.trace.carried.length > 0) inheritVerdicts(stretch, base, into);
		if (regions.length > 0) runRegions(stretch, regions, depth, into);
		if (special.length > 0) runSpecial(stretch, {
			...look,
			special: () => special
		}, depth, into);
	};
	const originOf = ({ trace, size, segments }) => ({
		hits: trace.address,
		hitCount: trace.hits,
		size,
		segments: segments.address,
		segmentCount: segments.count
	});
	const traceOf = (address, hits, carried) => ({
		address,
		hits,
		carried: carried.length > 1 ? carried.sort((a, b) => a.start - b.start) : carried
	});
	const scanInPlace = (content, base) => {
		const look = gate.look(content.address, content.size, base && originOf(base));
		if (look === void 0) return void 0;
		if (look.hitCount === 0) return {
			matches: none,
			trace: emptyTrace
		};
		const address = kernel.heap.allocate(look.hitCount * 8);
		look.keep(address);
		const into = {
			carried: [],
			matches: []
		};
		matchesOf(content, look, 0, base, into);
		return {
			matches: settled(into.matches),
			trace: traceOf(address, look.hitCount, into.carried)
		};
	};
	const discard = ({ address, hits }) => {
		if (hits > 0) kernel.heap.free(address, hits * 8);
	};
	const scanPart = (bytes, depth) => {
		const room = bytes.length + slack;
		const address = kernel.heap.allocate(room);
		try {
			kernel.heap.bytes().set(bytes, address);
			const stretch = {
				address,
				size: bytes.length
			};
			let look = gate.look(address, bytes.length, void 0);
			while (look === void 0 && gate.grow()) look = gate.look(address, bytes.length, void 0);
			if (look === void 0) return void 0;
			const into = {
				carried: [],
				matches: []
			};
			matchesOf(stretch, look, depth, void 0, into);
			return settled(into.matches);
		} finally {
			kernel.heap.free(address, room);
		}
	};
	const scanInParts = (content, size, depth) => {
		const found = /* @__PURE__ */ new Map();
		for (let from = 0; from < content.length; from += size - partOverlap) for (const match of scanBytes(content.subarray(from, from + size), depth, true)) {
			const moved = {
				...match,
				start: match.start + from,
				end: match.end + from
			};
			found.set(`${moved.check} ${moved.start} ${moved.end}`, moved);
		}
		return withoutOverlaps([...found.values()]);
	};
	/** Copies bytes into the kernel's memory and scans them. */
	const scanBytes = (bytes, depth, isPart = false) => {
		if (bytes.length === 0) return none;
		if (bytes.length > partSize && !isPart) return scanInParts(bytes, partSize, depth);
		const matches = scanPart(bytes, depth);
		if (matches !== void 0) return matches;
		if (bytes.length <= smallPart) throw new RangeError(`${bytes.length} bytes hold more anchors than fit`);
		return scanInParts(bytes, smallPart, depth);
	};
	return {
		scan: (content) => scanBytes(content, 0),
		scanInPlace,
		discard
	};
};
// src/detect/structure/json.ts
/** What a document may hold before it is no longer read to its end; nothing that carries credentials is nearly as large. */
const maxNodes = 4e5;
const maxDepth$1 = 128;
const after = (text, mark, from) => {
	const found = text.indexOf(mark, from);
	return found === -1 ? text.length : found + mark.length;
};
/** Skips white space, commas, a byte order mark, and the comments that editors' settings carry. */
const skipBlank = (text, from) => {
	let at = from;
	for (;;) {
		const char = text.charCodeAt(at);
		if (char <= 32 || char === 44 || char === 239 || char === 187 || char === 191) at++;
		else if (char === 47 && text[at + 1] === "/") at = after(text, "\n", at);
		else if (char === 47 && text[at + 1] === "*") at = after(text, "*/", at + 2);
		else return at;
	}
};
const literalLength = (text, at) => /^[\w.+-]{0,400}/.exec(text.slice(at, at + 400))[0].length;
const endOfString = (text, open) => {
	for (let at = open + 1; at < text.length; at++) {
		const char = text.charCodeAt(at);
		if (char === 34) return at;
		if (char === 92) at++;
	}
	return -1;
};
const unescaped = (raw) => {
	if (!raw.includes("\\")) return raw;
	try {
		return JSON.parse(`"${raw.replaceAll(/[\0-\x1f]/g, " ")}"`);
	} catch {
		return raw;
	}
};
const add = (reading, node) => {
	reading.nodes++;
	const parent = reading.stack.at(-1);
	if (parent === void 0) reading.root = node;
	else if (parent.kind === "array") parent.items.push(node);
	else if (reading.key !== void 0) parent.entries.push({
		key: reading.key,
		node
	});
	reading.key = void 0;
};
const openContainer = (reading, char) => {
	const start = reading.source.at(reading.at++);
	const open = char === "{" ? {
		kind: "object",
		entries: [],
		start,
		end: start
	} : {
		kind: "array",
		items: [],
		start,
		end: start
	};
	add(reading, open);
	reading.stack.push(open);
	return reading.stack.length <= maxDepth$1;
};
const closeContainer = (reading) => {
	const open = reading.stack.pop();
	if (open !== void 0) open.end = reading.source.at(reading.at) + 1;
	reading.at++;
	return open !== void 0;
};
const takeKey = (reading, key) => {
	reading.at = skipBlank(reading.source.text, reading.at);
	if (reading.source.text[reading.at] !== ":") return false;
	reading.key = key;
	reading.at++;
	return true;
};
const takeString = (reading) => {
	const { source, at: open } = reading;
	const close = endOfString(source.text, open);
	if (close === -1) return false;
	const value = unescaped(source.text.slice(open + 1, close));
	reading.at = close + 1;
	if (reading.stack.at(-1)?.kind === "object" && reading.key === void 0) return takeKey(reading, value);
	const start = source.at(open + 1);
	add(reading, {
		kind: "string",
		value,
		start,
		end: close > open + 1 ? source.at(close - 1) + 1 : start
	});
	return true;
};
const takeLiteral = (reading) => {
	const end = reading.at + literalLength(reading.source.text, reading.at);
	if (end === reading.at) return false;
	add(reading, {
		kind: "literal",
		value: reading.source.text.slice(reading.at, end)
	});
	reading.at = end;
	return true;
};
/** Takes one token; false where the text is no longer JSON. */
const step = (reading) => {
	reading.at = skipBlank(reading.source.text, reading.at);
	const char = reading.source.text[reading.at];
	if (char === "{" || char === "[") return openContainer(reading, char);
	if (char === "}" || char === "]") return closeContainer(reading);
	return char === "\"" ? takeString(reading) : takeLiteral(reading);
};
/**
* Reads the JSON that begins at an index, with comments and commas as editors allow them. What is cut off, damaged or too
* large gives what stood before. Linear, without recursion.
*/
const readJson = (source, from = 0) => {
	const reading = {
		source,
		at: from,
		stack: [],
		key: void 0,
		nodes: 0,
		root: void 0
	};
	while (step(reading) && reading.stack.length > 0 && reading.nodes < maxNodes);
	for (const open of reading.stack) open.end = source.at(reading.at);
	return reading.root;
};
/** The first member of an object with that name. */
const memberOf = (node, ...names) => node?.kind === "object" ? node.entries.find(({ key }) => names.includes(key))?.node : void 0;
/** The first member with one of the names that is a string with text in it. */
const stringOf = (node, ...names) => {
	if (node?.kind !== "object") return void 0;
	for (const { key, node: member } of node.entries) if (names.includes(key) && member.kind === "string" && member.value !== "") return member;
};
const textOf$1 = (node, ...names) => stringOf(node, ...names)?.value;
/** A step of a key path: `a.b`, `a["ghcr.io"]`, `a[3]`. */
const stepOf = (key) => {
	if (typeof key === "number") return `[${key}]`;
	return /^[\w$-]+$/.test(key) ? `.${key}` : `["${key}"]`;
};
/** The path of a member of what stands at a path. */
const below = (path, key) => `${path}${stepOf(key)}`.replace(/^\./, "");
/** Long paths are hostile or nobody's to read. */
const longestPath = 300;
const childrenOf = ({ node, path }) => {
	const place = (child, key) => ({
		node: child,
		path: path.length > longestPath ? path : below(path, key)
	});
	if (node.kind === "object") return node.entries.map(({ key, node: child }) => place(child, key));
	return node.kind === "array" ? node.items.map(place) : [];
};
/** All nodes below and with one, in the order of the document. */
function* walkJson(root) {
	if (root === void 0) return;
	const waiting = [{
		node: root,
		path: ""
	}];
	for (let next = waiting.pop(); next !== void 0; next = waiting.pop()) {
		yield next;
		const children = childrenOf(next);
		for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]);
	}
}
// src/detect/structure/json-find.ts
/** More documents of one content are nobody's. */
const maxDocuments = 200;
/** How far before a word the bracket of its object may stand. */
const backward = 65536;
/** The bracket that opens the object around an index, strings not told apart; -1 without one near. */
const openingBrace = (text, index) => {
	let depth = 0;
	for (let at = index - 1; at >= 0 && index - at < backward; at--) {
		const char = text[at];
		if (char === "}") depth++;
		else if (char === "{" && --depth < 0) return at;
	}
	return -1;
};
/**
* The JSON of a content that holds a word: the whole where it begins as JSON, else the objects around the word. The
* pattern is global.
*/
const jsonAround = (source, word) => {
	if (/^[\s\xef\xbb\xbf]*[[{]/.test(source.text.slice(0, 1e3))) {
		const root = readJson(source);
		return root === void 0 ? [] : [root];
	}
	const roots = [];
	let done = 0;
	let tries = 0;
	for (const { index } of source.text.matchAll(word)) {
		if (tries >= maxDocuments) break;
		if (index < done) continue;
		tries++;
		const open = openingBrace(source.text, index);
		const root = open === -1 ? void 0 : readJson(source, open);
		if (root?.kind !== "object") continue;
		done = root.end;
		roots.push(root);
	}
	return roots;
};
// src/detect/structure/text.ts
const wholeText = (content) => ({
	text: content.toString("latin1"),
	at: (index) => index
});
/** Joins pieces of a parent into a text that still knows where each character came from. */
const joinPieces = (parent, pieces) => {
	const starts = [];
	let length = 0;
	for (const { text } of pieces) {
		starts.push(length);
		length += text.length;
	}
	const at = (index) => {
		const piece = lastAtOrBefore(starts, index);
		const known = pieces[piece];
		return known === void 0 ? parent.at(0) : parent.at(known.from + (index - starts[piece]));
	};
	return {
		text: pieces.map(({ text }) => text).join(""),
		at
	};
};
const sliceText = (parent, from, to) => ({
	text: parent.text.slice(from, to),
	at: (index) => parent.at(from + index)
});
/** Latin-1 characters that are UTF-8 bytes, read as what they mean; for people, bounded and without control characters. */
const readable = (latin1, limit = 120) => {
	const clean = Buffer.from(latin1.slice(0, limit * 4), "latin1").toString("utf8").replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]+/gu, " ").trim();
	return clean.length > limit ? `${clean.slice(0, limit - 1)}…` : clean;
};
// src/documents/credential.ts
const longestFact = 200;
const factsOf$1 = (place) => Object.fromEntries(Object.entries(place).flatMap(([name, value]) => {
	if (value === void 0 || value === "") return [];
	return [[name, typeof value === "string" ? readable(value, longestFact) : value]];
}));
const keyPathSentence = ({ keyPath }) => typeof keyPath === "string" ? `It stands at ${readable(keyPath, longestFact)}.` : "";
/** A credential at its place, without any judgement of its value. */
const matchOf = (check, scalar, place, weight = {}) => ({
	check: check.id,
	provider: check.provider,
	title: check.title,
	severity: weight.severity ?? check.severity,
	proof: weight.proof ?? "contextual",
	detail: [
		check.opens,
		keyPathSentence(place),
		weight.detail
	].filter(Boolean).join(" "),
	remediation: check.remediation,
	facts: {
		provider: check.provider,
		...factsOf$1(place)
	},
	secret: scalar.value,
	start: scalar.start,
	end: scalar.end,
	rank: weight.rank ?? ranks.document
});
/** Sealed by a tool whose key stands elsewhere: SOPS, Ansible, Jasypt, Maven, Rails, age, Azure Key Vault references. */
const sealed$1 = /^(?:ENC\[|ENC\(|\$ANSIBLE_VAULT|!vault|\{[A-Za-z0-9+/=]{16,}\}$|-----BEGIN AGE|age-encryption\.org|AgA[A-Za-z0-9+/]{100,}|vault:v\d+:|op:\/\/|vault:|ref\+|arn:aws:|projects\/|@Microsoft\.KeyVault|\{cipher\}|AQICAH|\/(?:run|var|etc)\/)/;
/** Whether a value is left open, blotted out, encrypted or a reference: nobody's secret as it stands. */
const isSilent$1 = (value) => {
	const text = value.trim();
	return text === "" || sealed$1.test(text) || isTemplate(text);
};
/** A password with what its file says of who uses it and where; undefined where it is none. */
const passwordMatch = (check, scalar, place, rank) => {
	if (isSilent$1(scalar.value)) return void 0;
	const { user, host, ...rest } = place;
	const evidence = judgeAccess({
		user: user === void 0 ? void 0 : String(user),
		host: host === void 0 ? void 0 : String(host),
		password: scalar.value
	});
	if (evidence.verdict !== "holds") return void 0;
	const { severity, proof, detail, facts } = evidence;
	return {
		...matchOf(check, scalar, rest, {
			...severity === void 0 ? {} : { severity: capped(severity, check.severity) },
			...proof === void 0 ? {} : { proof },
			...detail === void 0 ? {} : { detail },
			...rank === void 0 ? {} : { rank }
		}),
		facts: {
			provider: check.provider,
			...factsOf$1(rest),
			...facts
		}
	};
};
/** `judgeAccess` speaks of passwords, of which the best is `high`; a check may say more or less of what it guards. */
const capped = (severity, of) => severity === "high" ? of : severity;
/** A token or key made by a machine: words and fillers are none. */
const keyMatch$1 = (check, scalar, place, weight = {}) => {
	const { value } = scalar;
	if (isSilent$1(value) || isPlaceholder(value) || worthOf(value) !== "strong") return void 0;
	return matchOf(check, scalar, place, {
		proof: "structural",
		...weight
	});
};
const present = (values) => values.filter((value) => value !== void 0);
// src/documents/azure-profile.ts
const provider$3 = "azure";
const azureChecks = {
	servicePrincipal: {
		id: "secrets/azure-service-principal",
		provider: provider$3,
		title: "Secret of an Azure service principal",
		severity: "critical",
		opens: "Signs in to Entra ID as the application, with every role it has in Azure.",
		remediation: "Remove the client secret of the application, make a new one, and prefer workload identity."
	},
	refreshToken: {
		id: "secrets/azure-refresh-token",
		provider: provider$3,
		title: "Refresh token of the Azure command line",
		severity: "critical",
		opens: "Acts in Azure as the person who signed in, for months.",
		remediation: "Revoke the person's sessions in Entra ID, run `az logout`, and sign in again."
	},
	accessToken: {
		id: "secrets/azure-access-token",
		provider: provider$3,
		title: "Access token of the Azure command line",
		severity: "low",
		opens: "Acts in Azure as the person who signed in, for about an hour.",
		remediation: "Revoke the person's sessions in Entra ID, and keep `~/.azure` out of the repository."
	}
};
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const guidOf = (node, ...names) => {
	const text = textOf$1(node, ...names);
	return text !== void 0 && guid.test(text) ? text : void 0;
};
/** What `az ad sp create-for-rbac`, its `--sdk-auth` form and the command line's own store write. */
const servicePrincipal = (node, path) => {
	const clientId = guidOf(node, "clientId", "appId", "servicePrincipalId", "client_id", "aadClientId");
	const tenantId = textOf$1(node, "tenantId", "tenant", "servicePrincipalTenant", "tenant_id");
	const stored = stringOf(node, "clientSecret", "password", "client_secret", "aadClientSecret", "servicePrincipalKey") ?? (textOf$1(node, "servicePrincipalTenant") === void 0 ? void 0 : stringOf(node, "accessToken"));
	if (clientId === void 0 || tenantId === void 0 || stored === void 0) return void 0;
	const place = {
		clientId,
		tenantId,
		subscriptionId: guidOf(node, "subscriptionId"),
		user: textOf$1(node, "displayName")
	};
	const keyPath = path === "" ? keyOf(node, stored) : below(path, keyOf(node, stored));
	return keyMatch$1(azureChecks.servicePrincipal, stored, {
		...place,
		keyPath
	});
};
const keyOf = (node, value) => node.kind === "object" ? node.entries.find((entry) => entry.node === value)?.key ?? "" : "";
const accessToken = (node, name, place, path) => {
	const token = stringOf(node, name);
	if (token === void 0 || readJwt$1(token.value) === void 0) return void 0;
	const expires = textOf$1(node, "expiresOn", "expires_on") ?? "";
	const expired = (/^\d+$/.test(expires) ? Number(expires) * 1e3 : Date.parse(expires)) < Date.now() ? {
		severity: "info",
		detail: "It has expired."
	} : {};
	return matchOf(azureChecks.accessToken, token, {
		...place,
		keyPath: below(path, name)
	}, {
		proof: "structural",
		...expired
	});
};
/** An entry of `accessTokens.json`, which the command line wrote until 2022. */
const legacyTokens = (node, path) => {
	if (textOf$1(node, "_authority") === void 0 || textOf$1(node, "servicePrincipalId") !== void 0) return [];
	const place = {
		user: textOf$1(node, "userId"),
		clientId: textOf$1(node, "_clientId")
	};
	const refresh = stringOf(node, "refreshToken");
	return [refresh && keyMatch$1(azureChecks.refreshToken, refresh, {
		...place,
		keyPath: below(path, "refreshToken")
	}), accessToken(node, "accessToken", place, path)];
};
/** An entry of `msal_token_cache.json`. */
const msalTokens = (node, path) => {
	if (textOf$1(node, "home_account_id") === void 0) return [];
	const type = textOf$1(node, "credential_type");
	const place = {
		clientId: textOf$1(node, "client_id"),
		host: textOf$1(node, "environment")
	};
	const secret = stringOf(node, "secret");
	if (type === "AccessToken") return [accessToken(node, "secret", place, path)];
	if (type !== "RefreshToken" || secret === void 0) return [];
	return [keyMatch$1(azureChecks.refreshToken, secret, {
		...place,
		keyPath: below(path, "secret")
	})];
};
const credentialsIn = (root) => {
	const found = [];
	for (const { node, path } of walkJson(root)) {
		if (node.kind !== "object") continue;
		found.push(servicePrincipal(node, path), ...legacyTokens(node, path), ...msalTokens(node, path));
	}
	return present(found);
};
const marks$1 = /"(?:clientSecret|appId|servicePrincipalId|home_account_id|_authority|aadClientSecret|servicePrincipalKey)"/g;
/** What the Azure command line and its tools keep in JSON. */
const azureProfileParser = {
	anchors: [
		"\"clientSecret\"",
		"\"appId\"",
		"\"servicePrincipalId\"",
		"\"home_account_id\"",
		"\"_authority\"",
		"\"aadClientSecret\"",
		"\"servicePrincipalKey\""
	],
	parse: (content) => jsonAround(wholeText(content), marks$1).flatMap(credentialsIn)
};
// src/documents/docker-config.ts
const provider$2 = "docker-config";
const remediation$2 = "Revoke the token or change the password at the registry, and use a credential helper.";
/** The same checks as the rules of patterns/docker-config.yaml, which find what is cut off or escaped. */
const dockerChecks = {
	auth: {
		id: "secrets/docker-config-auth",
		provider: provider$2,
		title: "Registry password in a Docker configuration",
		severity: "high",
		opens: "Pulls, and often pushes, the images of the registry as the user inside.",
		remediation: remediation$2
	},
	identityToken: {
		id: "secrets/docker-config-identity-token",
		provider: provider$2,
		title: "Registry identity token in a Docker configuration",
		severity: "high",
		opens: "Obtains access to the images of the registry as its owner until it is revoked.",
		remediation: remediation$2
	}
};
const hostOf = (registry) => registry.replace(/^https?:\/\//, "").replace(/[:/].*$/, "");
/** Passwords of Amazon ECR work for twelve hours (AWS, GetAuthorizationToken). */
const lowered = (match, user, registry) => match !== void 0 && user === "AWS" && registry.includes(".ecr.") && match.severity !== "info" ? {
	...match,
	severity: "low",
	detail: `${dockerChecks.auth.opens} Amazon's registry passwords work for twelve hours.`
} : match;
const passwordOf = (entry, registry, place, path) => {
	const auth = stringOf(entry, "auth");
	const pair = auth === void 0 ? void 0 : decodeUserAndPassword(auth.value);
	const plain = stringOf(entry, "password");
	const user = pair?.user ?? textOf$1(entry, "username", "user");
	const shared = {
		...place,
		registry,
		user,
		host: hostOf(registry)
	};
	if (auth !== void 0 && pair !== void 0 && pair.user !== "") {
		const judged = passwordMatch(dockerChecks.auth, {
			...auth,
			value: pair.password
		}, {
			...shared,
			keyPath: `${path}.auth`
		});
		return judged === void 0 ? void 0 : {
			...judged,
			secret: auth.value
		};
	}
	return plain === void 0 ? void 0 : passwordMatch(dockerChecks.auth, plain, {
		...shared,
		keyPath: `${path}.password`
	});
};
const tokensOf = (entry, registry, place, path) => ["identitytoken", "registrytoken"].map((name) => {
	const token = stringOf(entry, name);
	return token && keyMatch$1(dockerChecks.identityToken, token, {
		...place,
		registry,
		keyPath: `${path}.${name}`
	});
});
/** Registries of one file; nobody signs in to more. */
const maxRegistries = 500;
const credentialsOf$1 = (auths, place, above) => {
	if (auths?.kind !== "object") return [];
	return auths.entries.slice(0, maxRegistries).flatMap(({ key: registry, node }) => {
		const path = below(above, registry);
		const password = passwordOf(node, registry, place, path);
		const user = password?.facts["user"];
		return present([lowered(password, typeof user === "string" ? user : void 0, registry), ...tokensOf(node, registry, place, path)]);
	});
};
/** More lists of registries of one content are left to the line rule. */
const maxLists = 50;
/** The credentials of Docker configurations in a text; `place` is added to their facts, `above` to their key path. */
const dockerCredentials = (source, place = {}, above = "") => {
	const matches = [];
	let done = 0;
	let lists = 0;
	for (const { 0: key, index } of source.text.matchAll(/"auths"\s{0,20}:\s{0,20}(?=\{)/g)) {
		if (source.at(index) < done || lists++ >= maxLists) continue;
		const auths = readJson(source, index + key.length);
		if (auths?.kind === "object") done = auths.end;
		matches.push(...credentialsOf$1(auths, place, above === "" ? "auths" : `${above}.auths`));
	}
	return matches;
};
/** `.dockercfg`, the form before 2014 and of `kubernetes.io/dockercfg`: registries without a list around them. */
const legacyDockerCredentials = (source, place = {}, above = "") => /^\s*\{/.test(source.text) ? credentialsOf$1(readJson(source), place, above) : [];
/** Credentials of registries: `~/.docker/config.json` and what Kubernetes makes of it. */
const dockerConfigParser = {
	anchors: ["\"auths\""],
	parse: (content) => dockerCredentials(wholeText(content))
};
// src/documents/filezilla.ts
const filezillaCheck = {
	id: "secrets/filezilla-password",
	provider: "filezilla",
	title: "Password in FileZilla's list of servers",
	severity: "high",
	opens: "Signs in to the server as the user beside it.",
	remediation: "Change the password at the server, set a master password in FileZilla, and keep its settings out of the repository."
};
/** Servers of one list. */
const maxServers = 2e3;
/** How far a server's other elements may stand from its password. */
const reach$1 = 1500;
const password$1 = /<Pass(?: encoding="(base64|plain)")?>([^<]{1,1024})<\/Pass>/g;
const element$1 = (text, name) => new RegExp(`<${name}>([^<]{1,300})</${name}>`).exec(text)?.[1]?.trim();
/** The server's own element around an index, as far as it reaches. */
const serverAround = ({ text }, start, end) => {
	const before = text.slice(Math.max(0, start - reach$1), start);
	const after = text.slice(end, end + reach$1);
	const close = after.indexOf("</Server>");
	return before.slice(Math.max(0, before.lastIndexOf("<Server"))) + after.slice(0, close === -1 ? reach$1 : close);
};
const parse$5 = (content) => {
	const source = wholeText(content);
	const found = [];
	let index = 0;
	let tries = 0;
	for (const match of source.text.matchAll(password$1)) {
		if (tries++ >= maxServers) break;
		const [whole, encoding, written = ""] = match;
		const start = match.index + whole.indexOf(">") + 1;
		const end = start + written.length;
		const value = encoding === "base64" ? decodePrintable(written.trim()) : written;
		const server = serverAround(source, match.index, end);
		const host = element$1(server, "Host");
		if (value === void 0 || host === void 0) continue;
		const place = {
			host,
			user: element$1(server, "User"),
			port: element$1(server, "Port"),
			keyPath: `Server[${index++}].Pass`,
			...encoding === "base64" ? { encoding } : {}
		};
		found.push(passwordMatch(filezillaCheck, {
			value,
			start,
			end
		}, place));
	}
	return present(found);
};
/** `sitemanager.xml`, `recentservers.xml` and `filezilla.xml`. */
const filezillaParser = {
	anchors: ["<Pass encoding=\"", "<Pass>"],
	parse: parse$5
};
// src/documents/secret-name.ts
/** Keys of what every reader may see: who, where, which; public halves; switches. */
const harmless = /^(?:user|username|user[-_.]?name|login|email|mail|host|hostname|server|port|url|uri|endpoint|address|addr|region|zone|bucket|database|db|dbname|db[-_.]?name|namespace|name|id|type|kind|provider|realm|issuer|audience|scope|scopes|version|driver|dialect|engine|protocol|scheme|path|file|mode|env|environment|enabled|debug|tenant|domain|service|project|account|org|organization|team|group|role)$|[-_.](?:user|username|email|host|hostname|port|url|uri|endpoint|region|bucket|database|name|id|arn|path|file|version|expiry|expires|ttl|enabled)$|\.(?:crt|cer|pub|ca-bundle|csr)$|^(?:ca|tls|ca-cert|cert|certificate|truststore|ca-bundle|known_hosts|authorized_keys)(?:\.(?:crt|pem))?$|public[-_.]?key|^ssh-publickey$/i;
const kindOfName = (name) => {
	const plain = name.replace(/\.(?:txt|value|b64|base64)$/i, "");
	if (nameStrength(plain, "password") === "strong") return "password";
	if (nameStrength(plain, "key") === "strong") return "key";
	return harmless.test(plain) || /(?:Id|Url|Uri|Host|Port|Name|Email|User|Path|Arn)$/.test(plain) ? "harmless" : "other";
};
// src/documents/http-exchange.ts
const provider$1 = "http";
const exchangeChecks = {
	value: {
		id: "secrets/http-recorded-credential",
		provider: provider$1,
		title: "Credential in a recorded or saved request",
		severity: "high",
		opens: "Acts at the service that the request goes to as whoever made it.",
		remediation: "Revoke it at the service that the request goes to, and leave credentials out when requests are recorded or exported."
	},
	cookie: {
		id: "secrets/http-session-cookie",
		provider: provider$1,
		title: "Session cookie in a recorded request",
		severity: "medium",
		opens: "Acts at the site as the person whose session it is, until the session ends.",
		remediation: "Sign out everywhere at the site, and leave cookies out when requests are recorded."
	}
};
/** Pairs of one recording. */
const maxPairs = 1e5;
const maxMatches = 500;
const session = /(?:^|[-_.])(?:sess|session|sessionid|sid|auth|token|jwt|remember|login|sso)|sess(?:ion)?(?:id)?$|^(?:PHPSESSID|JSESSIONID|connect\.sid|ASP\.NET_SessionId|laravel_session|_gh_sess|user_session)$/i;
const part = (node, offset, value) => {
	const exact = node.end - node.start === node.value.length;
	const start = exact ? node.start + offset : node.start;
	return {
		value,
		start,
		end: exact ? start + value.length : node.end
	};
};
/** `Cookie: a=b; c=d`: those whose names speak of a session. */
const cookies = (node, place) => [...node.value.slice(0, 16384).matchAll(/([\w.$-]{1,80})=([^;\s]{16,4096})/g)].map(({ 1: name = "", 2: value = "", 0: whole, index }) => session.test(name) && !/csrf|xsrf/i.test(name) ? keyMatch$1(exchangeChecks.cookie, part(node, index + whole.length - value.length, value), {
	...place,
	name
}) : void 0);
/** `Basic` and `Bearer` have rules of their own; what stands alone in an authorization header is a token. */
const authorization = (node, place) => {
	const token = /^(?:[A-Za-z][\w-]{1,20} )?(\S{16,})$/.exec(node.value)?.[1];
	return token === void 0 || /^(?:Basic|Bearer) /i.test(node.value) ? void 0 : keyMatch$1(exchangeChecks.value, part(node, node.value.length - token.length, token), place);
};
const named = (name, node, place) => {
	const kind = kindOfName(name);
	const { user, host, ...rest } = place;
	if (kind === "password") return passwordMatch(exchangeChecks.value, node, place);
	return (kind === "key" || /^(?:x-)?(?:api|auth|access)[-_]?(?:key|token)$/i.test(name)) && node.value.length >= 8 ? keyMatch$1(exchangeChecks.value, node, rest) : void 0;
};
const pairMatches = (node, path) => {
	const name = textOf$1(node, "key", "name");
	const value = stringOf(node, "value", "initialValue", "sessionValue");
	if (name === void 0 || value === void 0 || isSilent$1(value.value) || isPlaceholder(value.value)) return [];
	const place = {
		keyPath: below(path, "value"),
		name
	};
	if (/^(?:set-)?cookie$/i.test(name)) return cookies(value, place);
	if (/^(?:proxy-)?authorization$/i.test(name)) return [authorization(value, place)];
	if (/(?:^|\.)cookies\[\d+\]$/.test(path)) return session.test(name) && value.value.length >= 16 ? [keyMatch$1(exchangeChecks.cookie, value, place)] : [];
	return [named(name, value, place)];
};
/** Postman's `auth`: a list of pairs for each kind, in which the value's own key is `value` for API keys. */
const authMatches = (node, path) => {
	const keys = memberOf(node, "apikey");
	if (keys?.kind !== "array") return [];
	return keys.items.map((item, i) => {
		const value = textOf$1(item, "key") === "value" ? stringOf(item, "value") : void 0;
		return value && keyMatch$1(exchangeChecks.value, value, { keyPath: `${below(path, "apikey")}[${i}].value` });
	});
};
const matchesIn = (root) => {
	const found = [];
	let pairs = 0;
	for (const { node, path } of walkJson(root)) {
		if (pairs > maxPairs || found.length >= maxMatches) break;
		if (node.kind !== "object") continue;
		pairs++;
		found.push(...present([...pairMatches(node, path), ...authMatches(node, path)]));
	}
	return found;
};
const marks = /"(?:_postman_variable_scope|_postman_id|startedDateTime)"|schema\.getpostman\.com/g;
/** HTTP archives (HAR) of browsers and proxies, collections and environments of Postman. */
const httpExchangeParser = {
	anchors: [
		"\"_postman_variable_scope\"",
		"\"_postman_id\"",
		"schema.getpostman.com",
		"\"startedDateTime\""
	],
	parse: (content) => jsonAround(wholeText(content), marks).flatMap(matchesIn)
};
// src/documents/jetbrains.ts
const jetbrainsCheck = {
	id: "secrets/jetbrains-server-password",
	provider: "jetbrains-ide",
	title: "Password of a deployment server of a JetBrains IDE",
	severity: "high",
	opens: "Signs in to the server as the user beside it; the IDE only disguises it.",
	remediation: "Change the password at the server, and let the IDE keep it in the system's keychain."
};
const mask$1 = 57258;
/** `PasswordUtil` of the IntelliJ platform: four hexadecimal digits a character, masked with 0xDFAA. */
const revealJetbrains = (hex) => {
	if (hex.length % 4 !== 0 || !/^[0-9a-f]+$/i.test(hex)) return void 0;
	const text = hex.match(/.{4}/g).map((four) => String.fromCharCode(Number.parseInt(four, 16) ^ mask$1));
	return text.every((char) => char >= " " && char <= "ÿ") ? text.join("") : void 0;
};
const element = /<(?:fileTransfer|webServer|sftpServer|host|data|configuration)\s[^<>]{1,3000}>/g;
const maxElements = 5e3;
const attribute = (text, name) => new RegExp(`\\s${name}="([^"<>]{1,2000})"`).exec(text)?.[1];
const parse$4 = (content) => {
	const { text } = wholeText(content);
	const found = [];
	for (const { 0: tag, index } of text.matchAll(element)) {
		if (found.length >= maxElements) break;
		const written = attribute(tag, "password");
		const value = written === void 0 ? void 0 : revealJetbrains(written);
		if (written === void 0 || value === void 0) continue;
		const start = index + tag.indexOf(`password="${written}"`) + 10;
		const place = {
			host: attribute(tag, "host"),
			user: attribute(tag, "username") ?? attribute(tag, "user"),
			keyPath: `${/^<(\w+)/.exec(tag)[1]}.password`
		};
		found.push(passwordMatch(jetbrainsCheck, {
			value,
			start,
			end: start + written.length
		}, place));
	}
	return present(found);
};
/** `WebServers.xml` and its kin, in which older IDEs kept passwords. The mask shows in every character's first two digits. */
const jetbrainsParser = {
	anchors: ["password=\"df"],
	parse: parse$4
};
// src/documents/keystore.ts
const remediation = "Take the container out of the repository, and replace its keys when its password is short, shared or beside it in the history.";
const keystoreChecks = {
	java: {
		id: "secrets/keystore-java",
		provider: "keystore",
		title: "Java key store with private keys",
		severity: "medium",
		opens: "Holds private keys; a password protects them, which can be guessed offline.",
		remediation
	},
	pkcs12: {
		id: "secrets/keystore-pkcs12",
		provider: "keystore",
		title: "PKCS#12 container with a private key",
		severity: "medium",
		opens: "Holds a private key; a password protects it, which can be guessed offline.",
		remediation
	},
	keepass: {
		id: "secrets/keystore-keepass",
		provider: "keystore",
		title: "KeePass password database",
		severity: "medium",
		opens: "Holds all passwords of somebody or of a team; a master password protects them, which can be guessed offline.",
		remediation
	}
};
/** The container itself is the secret, so its hash stands for it. */
const containerMatch = (check, content, shown, place, weight = {}) => {
	const value = createHash("sha256").update(content).digest("hex");
	return matchOf(check, {
		value,
		start: 0,
		end: Math.min(shown, content.length)
	}, place, {
		proof: "structural",
		...weight
	});
};
const number = (reader, bytes) => {
	if (reader.at + bytes > reader.content.length) throw new RangeError("the store is cut off");
	const value = reader.content.readUIntBE(reader.at, bytes);
	reader.at += bytes;
	return value;
};
const skip = (reader, bytes) => {
	if (reader.at + bytes > reader.content.length) throw new RangeError("the store is cut off");
	reader.at += bytes;
};
const name = (reader) => {
	const start = reader.at + 2;
	skip(reader, number(reader, 2));
	return reader.content.toString("latin1", start, reader.at);
};
const skipCertificate = (reader) => {
	name(reader);
	skip(reader, number(reader, 4));
};
const maxEntries$2 = 1e4;
const privateKeyTag = 1;
/** The aliases of private keys of a store (JDK, sun.security.provider.JavaKeyStore): entries of keys and of certificates. */
const aliasesOf = (content) => {
	const reader = {
		content,
		at: 8
	};
	const aliases = [];
	try {
		const count = Math.min(number(reader, 4), maxEntries$2);
		for (let i = 0; i < count; i++) {
			const tag = number(reader, 4);
			const alias = name(reader);
			skip(reader, 8);
			if (tag !== privateKeyTag) {
				skipCertificate(reader);
				continue;
			}
			aliases.push(alias);
			skip(reader, number(reader, 4));
			for (let chain = number(reader, 4); chain > 0; chain--) skipCertificate(reader);
		}
	} catch {}
	return aliases;
};
const javaStore = (content) => {
	const aliases = aliasesOf(content);
	if (aliases.length === 0) return void 0;
	const debug = aliases.length === 1 && aliases[0] === "androiddebugkey";
	const place = {
		keys: aliases.length,
		aliases: aliases.slice(0, 10).join(", ")
	};
	const weight = debug ? {
		severity: "info",
		detail: "It is the key with which Android signs debug builds."
	} : {};
	return containerMatch(keystoreChecks.java, content, 8, place, weight);
};
/** RFC 7292: a sequence, version 3, then the object identifier of PKCS#7 data. */
const pkcs12Head = /^\x30(?:[\x00-\x7f]|\x80|\x81.|\x82..|\x83...)\x02\x01\x03\x30/s;
const pkcs12 = (content) => pkcs12Head.test(content.toString("latin1", 0, 16)) ? containerMatch(keystoreChecks.pkcs12, content, 8, {}) : void 0;
const keepass = (content) => {
	const old = content[4] === 101;
	return containerMatch(keystoreChecks.keepass, content, 8, { format: old ? "KeePass 1" : "KeePass 2" });
};
const javaMagics = [
	"þíþí\0\0\0",
	"þíþí\0\0\0",
	"ÎÎÎÎ\0\0\0"
];
const keepassMagics = ["Ù¢gûKµ", "Ù¢eûKµ"];
/** Bags of private keys, shrouded and open (RFC 7292, section 4.2): a container of certificates alone has none. */
const keyBags = ["*H÷\r\f\n", "*H÷\r\f\n"];
const parse$3 = (content) => {
	const magic = content.toString("latin1", 0, 8);
	const found = javaMagics.includes(magic) ? javaStore(content) : keepassMagics.includes(magic) ? keepass(content) : pkcs12(content);
	return found === void 0 ? [] : [found];
};
/** Containers of keys and passwords. They are named; no password is tried on them. */
const keystoreParser = {
	anchors: [
		...javaMagics,
		...keepassMagics,
		...keyBags
	],
	parse: parse$3
};
// src/documents/kubernetes/bootstrap-token.ts
/** The same check as the rule of patterns/kubernetes.yaml for command lines. */
const bootstrapCheck = {
	id: "secrets/kubernetes-bootstrap-token",
	provider: "kubernetes",
	title: "kubeadm bootstrap token",
	severity: "critical",
	opens: "Joins a node to the cluster, or reads its configuration, until it expires.",
	remediation: "Delete the token (`kubeadm token delete`, or its Secret in kube-system) and look for nodes that nobody knows."
};
/** A Secret of the type `bootstrap.kubernetes.io/token` (Kubernetes, Authenticating with Bootstrap Tokens): one credential in two keys. */
const bootstrapToken = (secret, look) => {
	const [id, half] = [look("token-id"), look("token-secret")];
	if (id === void 0 || half === void 0) return void 0;
	const token = `${id.scalar.value}.${half.scalar.value}`;
	if (!/^[a-z0-9]{6}\.[a-z0-9]{16}$/.test(token) || isSilent$1(half.scalar.value)) return [];
	const expiration = look("expiration")?.scalar.value;
	const expired = expiration !== void 0 && Date.parse(expiration) < Date.now();
	const place = {
		namespace: secret.namespace,
		secretName: secret.name,
		secretType: secret.type,
		keyPath: half.path,
		tokenId: id.scalar.value,
		expires: expiration
	};
	const weight = expired ? {
		severity: "info",
		detail: "It has expired."
	} : { detail: expiration === void 0 ? "It has no expiry." : `It is valid until ${expiration.slice(0, 10)}.` };
	return [matchOf(bootstrapCheck, {
		...half.scalar,
		value: token
	}, place, {
		proof: "structural",
		...weight
	})];
};
// src/detect/structure/nodes.ts
var import_dist = require_dist();
const maxAliasHops = 8;
const maxMerges = 8;
const collectAnchors = (document) => {
	const anchors = /* @__PURE__ */ new Map();
	(0, import_dist.visit)(document, { Node: (_key, node) => {
		if ("anchor" in node && typeof node.anchor === "string") anchors.set(node.anchor, node);
	} });
	return anchors;
};
/** What one text and all of a content may cost: a cluster with its context and user has some 500 such characters. */
const maxCost = 131072;
const newBudget = () => ({ left: 524288 });
/** Keys and certificates are one scalar each and cost a parser nothing; all other characters may be a node. */
const costOf = (text) => text.replaceAll(/[A-Za-z0-9+/=]{64,}/g, "").length + 64;
/** Deeper than anything that a person or a program writes for kubectl. */
const maxNesting = 64;
/** Dashes, question marks, keys, anchors, aliases or tags in a row. */
const row = /(?:(?:[-?]|[\w.-]{1,40}:|[&!*]\S{0,40})[ \t]+){64}/;
/** Whether brackets are opened, or what else nests is put in a row, more often than anybody means. */
const isTooDeep = (text) => {
	if (row.test(text)) return true;
	let depth = 0;
	for (const { 0: bracket } of text.matchAll(/[[\]{}]/g)) {
		depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
		if (depth > maxNesting) return true;
	}
	return false;
};
/** Parses what the budget allows; what it does not is left to the line rule. */
const parseWithin = (budget, source) => {
	const cost = costOf(source.text);
	if (cost > maxCost || cost > budget.left || isTooDeep(source.text)) return void 0;
	budget.left -= cost;
	return parseTree(source);
};
/** Parses YAML, of which JSON is a part. Undefined where even the parser gives up, as on a hundred thousand brackets. */
const parseTree = (source) => {
	try {
		const document = (0, import_dist.parseDocument)(source.text, {
			logLevel: "silent",
			uniqueKeys: false,
			strict: false,
			merge: false,
			schema: "failsafe",
			prettyErrors: false,
			stringKeys: false
		});
		const anchors = source.text.includes("&") ? collectAnchors(document) : /* @__PURE__ */ new Map();
		const resolve = (node) => {
			let target = node;
			for (let hop = 0; hop < maxAliasHops && (0, import_dist.isAlias)(target); hop++) target = anchors.get(target.source);
			return target;
		};
		return {
			source,
			root: document.contents,
			failed: document.errors.length > 0,
			resolve
		};
	} catch {
		return;
	}
};
/** The pairs of a mapping in their order, then those that `<<` merges in. */
const pairsOf = (tree, node, merges = maxMerges) => {
	const map = tree.resolve(node);
	if (!(0, import_dist.isMap)(map)) return [];
	const own = [];
	const merged = [];
	for (const { key, value } of map.items) {
		const name = (0, import_dist.isScalar)(key) ? String(key.value) : void 0;
		if (name === void 0) continue;
		if (name !== "<<") own.push([name, value]);
		else if (merges > 0) merged.push(...mergedPairs(tree, value, merges - 1));
	}
	return [...own, ...merged];
};
const mergedPairs = (tree, value, merges) => {
	const target = tree.resolve(value);
	if (!(0, import_dist.isSeq)(target)) return pairsOf(tree, target, merges);
	return target.items.slice(0, maxMerges).flatMap((item) => pairsOf(tree, item, Math.min(merges, 1)));
};
const itemsOf = (tree, node) => {
	const list = tree.resolve(node);
	return (0, import_dist.isSeq)(list) ? list.items : [];
};
const narrowed = (source, from, to, value) => {
	const firstWord = /\S{1,64}/.exec(value)?.[0];
	const first = firstWord === void 0 ? -1 : source.slice(from, to).indexOf(firstWord);
	if (first === -1) return [from, to];
	const start = from + first;
	if (source.startsWith(value, start)) return [start, start + value.length];
	const lastWord = value.slice(-64).split(/\s+/).filter(Boolean).at(-1);
	const last = source.lastIndexOf(lastWord, to);
	return [start, last < start ? to : Math.min(to, last + lastWord.length)];
};
/** A scalar with text, and where exactly the value stands: quotes, block headers and indentation left out. */
const scalarOf = (tree, node) => {
	const scalar = tree.resolve(node);
	if (!(0, import_dist.isScalar)(scalar) || typeof scalar.value !== "string" || !scalar.range) return void 0;
	const value = scalar.value.trim();
	if (value === "") return void 0;
	const [start, end] = narrowed(tree.source.text, scalar.range[0], scalar.range[1], value);
	return {
		value,
		start: tree.source.at(start),
		end: tree.source.at(Math.max(start, end - 1)) + 1
	};
};
// src/detect/structure/blocks.ts
/** How far a block reaches from its key, up and down: some two hundred clusters with their certificates. */
const defaultReach = 1 << 20;
/** Lines that begin with a template engine's words say nothing to YAML. */
const templateLine = /^[ \t]*(?:\{\{|\{%|<%)/;
/** At the left edge of a block stand keys, list items and comments; anything else is no longer YAML. */
const edgeLine = /^(?:[ \t]|#|-(?:[ \t\r]|$)|["']?[A-Za-z][\w.-]{0,60}["']?[ \t]*:(?:[ \t\r]|$))/;
const blank = /^[ \t\r]*$/;
const lineFrom = (source, start) => {
	const feed = source.indexOf("\n", start);
	const end = feed === -1 ? source.length : feed;
	return {
		start,
		text: source.slice(start, Math.min(end, start + defaultReach))
	};
};
const lineBefore = (source, start) => {
	if (start === 0) return void 0;
	const previous = start < 2 ? 0 : source.lastIndexOf("\n", start - 2) + 1;
	return lineFrom(source, previous);
};
const lineAfter = (source, line) => {
	const next = line.start + line.text.length + 1;
	return next >= source.length || source[next - 1] !== "\n" ? void 0 : lineFrom(source, next);
};
/** A tab of indentation counts as two spaces: as wide as the dash of a list item. */
const withoutTabs = ({ text, from }) => {
	const indentation = /^[ \t]*/.exec(text)[0];
	if (!indentation.includes("	")) return [{
		text,
		from
	}];
	return [...[...indentation].map((char, i) => ({
		text: char === "	" ? "  " : " ",
		from: from + i
	})), {
		text: text.slice(indentation.length),
		from: from + indentation.length
	}];
};
/** What a line is to a block whose lines begin with `prefix`: a piece of it, or its end. */
const pieceOf = (line, prefix) => {
	const nothing = {
		text: "",
		from: line.start
	};
	if (blank.test(line.text) || line.text.trimEnd() === prefix.trimEnd() || templateLine.test(line.text)) return nothing;
	if (!line.text.startsWith(prefix)) return void 0;
	const piece = {
		text: line.text.slice(prefix.length),
		from: line.start + prefix.length
	};
	if (templateLine.test(piece.text)) return nothing;
	return blank.test(piece.text) || edgeLine.test(piece.text) ? piece : void 0;
};
/**
* The line at which a block begins although other things stand before it: a list's dash, an opening quote,
* as in "- clusters:" or "const config = `clusters:".
*/
const openingPiece = (line, prefix) => {
	const found = /^(.*?(?:[`'"(]|-[ \t]+))(?=(?:apiVersion|kind|metadata|data|stringData|type|clusters|contexts|current-context|preferences|name):)/.exec(line.text);
	if (found === null || found[1].endsWith(" ") && found[1].length !== prefix.length) return void 0;
	return {
		text: line.text.slice(found[1].length),
		from: line.start + found[1].length
	};
};
const piecesAbove = (source, from, prefix, reach) => {
	const pieces = [];
	for (let line = lineBefore(source, from); line !== void 0 && from - line.start < reach;) {
		const piece = pieceOf(line, prefix);
		if (piece === void 0) {
			const opening = openingPiece(line, prefix);
			if (opening !== void 0) pieces.push(opening);
			break;
		}
		pieces.push(piece);
		line = lineBefore(source, line.start);
	}
	return pieces.reverse();
};
const piecesBelow = (source, anchor, prefix, reach) => {
	const pieces = [];
	for (let line = lineAfter(source, anchor); line !== void 0 && line.start - anchor.start < reach;) {
		const piece = pieceOf(line, prefix);
		if (piece === void 0) break;
		pieces.push(piece);
		line = lineAfter(source, line);
	}
	return pieces;
};
/** Cuts the lines around a key out of a text: all above and below that stand in the same block, dedented. */
const cutBlock = (source, keyAt, reach = defaultReach) => {
	const start = source.text.lastIndexOf("\n", keyAt - 1) + 1;
	const anchor = lineFrom(source.text, keyAt === 0 ? 0 : start);
	const opened = source.text.slice(anchor.start, keyAt);
	const prefix = /^[ \t]*- $/.test(opened) ? " ".repeat(opened.length) : opened;
	const own = {
		text: anchor.text.slice(opened.length),
		from: keyAt
	};
	const lines = [
		...piecesAbove(source.text, anchor.start, prefix, reach),
		own,
		...piecesBelow(source.text, anchor, prefix, reach)
	];
	const pieces = lines.flatMap((piece) => [...withoutTabs(piece), {
		text: "\n",
		from: piece.from + piece.text.length
	}]);
	const last = lines.at(-1);
	return {
		text: joinPieces(source, pieces),
		start: lines[0].from,
		end: last.from + last.text.length
	};
};
// src/documents/kubernetes/manifests.ts
/** More manifests, or larger, are no longer a file that somebody wrote. */
const maxManifests = 500;
const reach = 262144;
const maxWork$2 = 8 << 20;
/** What a template engine fills in becomes a mask, so that the rest of the line is YAML. */
const masked = (block) => ({
	...block,
	text: block.text.replaceAll(/\{\{[^\n]{0,2000}?\}\}/g, (slot) => "x".repeat(slot.length))
});
/** The words that name one of the kinds, up to the end of their line. */
const kindWords = (kinds) => new RegExp(`kind:[ \\t]{0,8}["']?(?:${kinds})["']?[ \\t]{0,80}(?:#[^\\n]*)?\\r?$`, "gm");
/** What may stand before a key: indentation, and what marks a list, a patch, a quotation or a comment. */
const prefixShape = /^[ \t>#*+|/-]{0,80}$/;
/** The manifests in YAML whose kind a pattern of `kindWords` finds; only those that are worth it are parsed. */
const yamlManifests = (source, kind, isWorth = () => true, budget = newBudget()) => {
	const trees = [];
	const ends = /* @__PURE__ */ new Map();
	let work = 0;
	for (const { index } of source.text.matchAll(kind)) {
		if (trees.length >= maxManifests || work > maxWork$2) break;
		const prefix = source.text.slice(index === 0 ? 0 : source.text.lastIndexOf("\n", index - 1) + 1, index);
		if (!prefixShape.test(prefix) || index < (ends.get(prefix) ?? 0)) continue;
		const { text, end } = cutBlock(source, index, reach);
		work += text.text.length + 64;
		ends.set(prefix, end);
		const filled = masked(text);
		const tree = isWorth(filled) ? parseWithin(budget, filled) : void 0;
		if (tree !== void 0) trees.push(tree);
	}
	return trees;
};
// src/documents/kubernetes/cluster-files.ts
const encryptionCheck = {
	id: "secrets/kubernetes-encryption-key",
	provider: "kubernetes",
	title: "Key that encrypts a cluster's Secrets at rest",
	severity: "critical",
	opens: "Decrypts every Secret in a copy or backup of etcd.",
	remediation: "Add a new key as the first, restart the API servers, rewrite all Secrets (`kubectl get secrets -A -o json | kubectl replace -f -`), then remove this one; a KMS provider keeps no key in the file."
};
/** The same check as the rule of patterns/kubernetes.yaml. */
const certificateKeyCheck = {
	id: "secrets/kubernetes-certificate-key",
	provider: "kubernetes",
	title: "kubeadm certificate key",
	severity: "high",
	opens: "Decrypts the control plane’s certificates and keys that kubeadm uploaded to the cluster, for two hours.",
	remediation: "Delete the Secret kubeadm-certs in kube-system, or let it expire, and keep the key out of the repository."
};
const members = (tree, node) => new Map(pairsOf(tree, node));
const ciphers = [
	"aescbc",
	"aesgcm",
	"secretbox"
];
const keySizes = [
	16,
	24,
	32
];
const keyMatch = (secret, keyPath, cipher, name) => {
	const base64 = secret.value.replaceAll(/\s+/g, "");
	if (isSilent$1(base64) || !/^[A-Za-z0-9+/]{20,64}={0,2}$/.test(base64)) return void 0;
	const bytes = Buffer.from(base64, "base64");
	if (!keySizes.includes(bytes.length)) return void 0;
	const words = /^[\x20-\x7e]+$/.test(bytes.toString("latin1"));
	return matchOf(encryptionCheck, secret, {
		keyPath,
		cipher,
		keyName: name,
		bits: bytes.length * 8
	}, words && isPlaceholder(bytes.toString("latin1")) ? {
		severity: "info",
		detail: "It decodes to words that documentation uses."
	} : words ? {
		severity: "low",
		detail: "It decodes to text: chosen by a person, or an example."
	} : { proof: "structural" });
};
const encryptionKeys = (tree) => itemsOf(tree, members(tree, tree.root).get("resources")).flatMap((resource, r) => itemsOf(tree, members(tree, resource).get("providers")).flatMap((provider, p) => {
	const kinds = members(tree, provider);
	return ciphers.flatMap((cipher) => itemsOf(tree, members(tree, kinds.get(cipher)).get("keys")).flatMap((key, k) => {
		const fields = members(tree, key);
		const secret = scalarOf(tree, fields.get("secret"));
		const path = `resources[${r}].providers[${p}].${cipher}.keys[${k}].secret`;
		return secret === void 0 ? [] : present([keyMatch(secret, path, cipher, scalarOf(tree, fields.get("name"))?.value)]);
	}));
}));
const encryptionKind = kindWords("EncryptionConfig(?:uration)?");
/** Configuration of encryption at rest (kubernetes.io/docs/tasks/administer-cluster/encrypt-data). */
const encryptionConfigurationParser = {
	anchors: ["kind: EncryptionConfig"],
	parse: (content) => yamlManifests(wholeText(content), encryptionKind).flatMap(encryptionKeys)
};
const tokenMatch = (token, keyPath) => {
	if (token === void 0 || !/^[a-z0-9]{6}\.[a-z0-9]{16}$/.test(token.value) || isPlaceholder(token.value)) return void 0;
	return matchOf(bootstrapCheck, token, {
		keyPath,
		tokenId: token.value.slice(0, 6)
	}, { proof: "structural" });
};
const certificateKey = (key, keyPath) => key === void 0 || !/^[0-9a-f]{64}$/.test(key.value) || isPlaceholder(key.value) ? void 0 : matchOf(certificateKeyCheck, key, { keyPath }, { proof: "structural" });
/** Where kubeadm's configuration holds tokens and keys (kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4). */
const kubeadmCredentials = (tree) => {
	const root = members(tree, tree.root);
	const discovery = members(tree, root.get("discovery"));
	const scalar = (node) => scalarOf(tree, node);
	const controlPlane = members(tree, root.get("controlPlane"));
	return present([
		...itemsOf(tree, root.get("bootstrapTokens")).map((token, i) => tokenMatch(scalar(members(tree, token).get("token")), `bootstrapTokens[${i}].token`)),
		tokenMatch(scalar(members(tree, discovery.get("bootstrapToken")).get("token")), "discovery.bootstrapToken.token"),
		tokenMatch(scalar(discovery.get("tlsBootstrapToken")), "discovery.tlsBootstrapToken"),
		...[
			"token",
			"discoveryToken",
			"tlsBootstrapToken"
		].map((name) => tokenMatch(scalar(root.get(name)), name)),
		certificateKey(scalar(root.get("certificateKey")), "certificateKey"),
		certificateKey(scalar(controlPlane.get("certificateKey")), "controlPlane.certificateKey")
	]);
};
const kubeadmKind = kindWords("(?:Init|Join|Master|Node|Cluster)Configuration");
const mayHold = ({ text }) => /token|certificateKey/i.test(text);
/** Configuration of kubeadm. */
const kubeadmParser = {
	anchors: [
		"kind: InitConfiguration",
		"kind: JoinConfiguration",
		"kind: MasterConfiguration",
		"kind: NodeConfiguration"
	],
	parse: (content) => yamlManifests(wholeText(content), kubeadmKind, mayHold).flatMap(kubeadmCredentials)
};
// src/documents/decoded.ts
/** Longer values hold whole files; what is in those their own rules find behind the base64. */
const longest = 1 << 20;
const isSpace = (byte) => byte <= 32;
/** Where each character of base64 stands in the content, line ends and indentation left out. */
const placesIn = (content, { start, end }) => {
	const places = [];
	for (let at = start; at < end; at++) if (!isSpace(content[at])) places.push(at);
	return places;
};
/** What base64 says, with the way back to its characters; undefined where it is no base64 of text. */
const decodedText = (content, scalar) => {
	const base64 = scalar.value.replaceAll(/\s+/g, "");
	if (base64.length > longest || base64.length % 4 === 1) return void 0;
	if (decodePrintable(base64) === void 0) return void 0;
	const places = placesIn(content, scalar);
	const exact = places.length === base64.length;
	return {
		text: Buffer.from(base64, "base64").toString("latin1"),
		at: (index) => {
			const character = Math.floor(index / 3) * 4 + index % 3;
			return exact ? places[Math.min(character, places.length - 1)] ?? scalar.start : scalar.start;
		}
	};
};
/** A stretch of a decoded text, placed at the characters that encode it. */
const scalarIn = (text, start, end) => {
	const from = text.at(start);
	return {
		value: text.text.slice(start, end),
		start: from,
		end: Math.max(from + 1, text.at(end - 1) + 2)
	};
};
// src/documents/kubernetes/secret-value.ts
const secretCheck = {
	id: "secrets/kubernetes-secret",
	provider: "kubernetes",
	title: "Value of a Kubernetes Secret",
	severity: "high",
	opens: "Gives whoever reads the manifest what the Secret was to keep: base64 is no encryption.",
	remediation: "Change the value where it is used, and keep it out of the manifest: seal it (SealedSecret, SOPS) or let the cluster fetch it (External Secrets)."
};
const plain$1 = (scalar) => ({
	text: {
		text: scalar.value,
		at: (index) => Math.min(scalar.start + index, scalar.end)
	},
	whole: scalar,
	encoded: false
});
const readingOf = (content, entry) => {
	const { scalar, encoded } = entry;
	if (isSilent$1(scalar.value)) return void 0;
	if (!encoded) return plain$1(scalar);
	const text = decodedText(content, scalar);
	return text === void 0 ? void 0 : {
		text,
		whole: {
			...scalar,
			value: text.text.trim()
		},
		encoded: true
	};
};
/** As random as a key of sixteen characters, and more than names are. */
const isRandom = (value) => value.length >= 12 && /\d/.test(value) && randomness(value) >= Math.max(14, .75 * value.length);
const keyWeight = (value) => {
	if (isPlaceholder(value)) return void 0;
	const worth = worthOf(value);
	if (worth === "template" || worth === "filler") return void 0;
	return worth === "strong" ? { proof: "structural" } : { severity: "medium" };
};
/** What a value of one line is worth by its key. */
const judged$1 = (key, scalar, place) => {
	const kind = kindOfName(key);
	const { user, host, ...rest } = place;
	if (kind === "harmless") return void 0;
	if (kind === "password") return passwordMatch(secretCheck, scalar, place);
	if (kind === "other" && (isHarmless(scalar.value) || !isRandom(scalar.value))) return void 0;
	const weight = keyWeight(scalar.value);
	return weight && matchOf(secretCheck, scalar, rest, kind === "other" ? { severity: "medium" } : weight);
};
const privateKey = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\s]{40}/;
/** Lines of a file within a value that give a name a value: .env, properties, INI, YAML. */
const assignment = /^[ \t]{0,40}(?:export )?["']?([A-Za-z][\w.-]{0,60})["']?[ \t]{0,4}[:=][ \t]{0,4}["']?([^\s"'#,]{4,256})["']?,?[ \t]*\r?$/gm;
const maxAssignments = 300;
const insideFile = (text, place) => {
	const found = [];
	for (const line of text.text.matchAll(assignment)) {
		if (found.length >= maxAssignments) break;
		const [whole, key, value] = line;
		if (kindOfName(key) === "other") continue;
		const start = line.index + whole.lastIndexOf(value);
		found.push(judged$1(key, scalarIn(text, start, start + value.length), {
			...place,
			name: key
		}));
	}
	return present(found);
};
const ofText = ({ text, whole, encoded }, key, place) => {
	if (privateKey.test(text.text)) return [matchOf(secretCheck, whole, place, {
		severity: "critical",
		proof: "structural"
	})];
	if (!/[\r\n]/.test(whole.value)) return present([judged$1(key, whole, place)]);
	return encoded ? insideFile(text, place) : [];
};
const placeOf = (secret, entry, encoded) => ({
	namespace: secret.namespace,
	secretName: secret.name,
	secretType: secret.type,
	keyPath: entry.path,
	...encoded ? { encoding: "base64" } : {}
});
const textOfEntry = (content, secret, ...keys) => {
	const entry = secret.entries.find(({ key }) => keys.includes(key.toLowerCase()));
	return entry && readingOf(content, entry)?.text.text.trim();
};
const entryMatches = (content, secret, entry, sign) => {
	const reading = readingOf(content, entry);
	if (reading === void 0) return [];
	const place = placeOf(secret, entry, reading.encoded);
	if (entry.key === ".dockerconfigjson" || entry.key === "config.json") {
		const found = dockerCredentials(reading.text, place, entry.path);
		if (found.length > 0) return found;
	}
	if (entry.key === ".dockercfg") return legacyDockerCredentials(reading.text, place, entry.path);
	return ofText(reading, entry.key, {
		...place,
		...sign
	});
};
/** One match for each credential of a Secret. */
const secretMatches = (content, secret) => {
	const bootstrap = bootstrapToken(secret, (key) => {
		const entry = secret.entries.find((one) => one.key === key);
		const reading = entry && readingOf(content, entry);
		return entry && reading && {
			scalar: reading.whole,
			path: entry.path
		};
	});
	if (bootstrap !== void 0) return bootstrap;
	const sign = {
		user: textOfEntry(content, secret, "username", "user", "login", "db_user", "db-user"),
		host: textOfEntry(content, secret, "host", "hostname", "server", "db_host", "db-host")
	};
	return secret.entries.flatMap((entry) => entryMatches(content, secret, entry, sign));
};
// src/documents/kubernetes/secret-parser.ts
const fields = ["data", "stringData"];
/** Keys of one Secret; more are nobody's. */
const maxEntries$1 = 1e3;
const yamlEntries = (tree, parts) => fields.flatMap((field) => pairsOf(tree, parts.get(field)).slice(0, maxEntries$1).flatMap(([key, node]) => {
	const scalar = scalarOf(tree, node);
	return scalar === void 0 ? [] : [{
		key,
		scalar,
		path: below(field, key),
		encoded: field === "data"
	}];
}));
const yamlSecret = (tree) => {
	const parts = new Map(pairsOf(tree, tree.root));
	const metadata = new Map(pairsOf(tree, parts.get("metadata")));
	const text = (node) => {
		const value = scalarOf(tree, node)?.value;
		return value === void 0 || isTemplate(value) ? void 0 : value;
	};
	return {
		name: text(metadata.get("name")),
		namespace: text(metadata.get("namespace")),
		type: text(parts.get("type")),
		entries: yamlEntries(tree, parts)
	};
};
const yamlKind = kindWords("Secret");
const mapKey = /^["']?(?:data|stringData)["']?:/;
const ownValue = /:[ \t]+(?!["']?x{4}|["']{2}\s*$)[^\s#]|^[ \t]+(?!x{4})[^\s#:]+\s*$/;
/** Whether a map of the Secret has a value that is not all template: most Secrets of charts have none and need no parser. */
const hasValues = ({ text }) => {
	let within = false;
	for (const line of text.split("\n")) {
		if (mapKey.test(line)) within = true;
		else if (/^[^\s#]/.test(line)) within = false;
		if (within && ownValue.test(line)) return true;
	}
	return false;
};
const jsonSecret = (node, path) => {
	const metadata = memberOf(node, "metadata");
	const entries = fields.flatMap((field) => {
		const map = memberOf(node, field);
		if (map?.kind !== "object") return [];
		return map.entries.slice(0, maxEntries$1).flatMap(({ key, node: value }) => {
			if (value.kind !== "string") return [];
			return [{
				key,
				scalar: value,
				path: below(below(path, field), key),
				encoded: field === "data"
			}];
		});
	});
	return {
		name: textOf$1(metadata, "name"),
		namespace: textOf$1(metadata, "namespace"),
		type: textOf$1(node, "type"),
		entries
	};
};
const secretsWithin = (root) => {
	const secrets = [];
	for (const { node, path } of walkJson(root)) if (node.kind === "object" && textOf$1(node, "kind") === "Secret") secrets.push(jsonSecret(node, path));
	return secrets;
};
const jsonKind = /"kind"\s{0,8}:\s{0,8}"Secret"/g;
const jsonSecrets = (source) => source.text.search(jsonKind) === -1 ? [] : jsonAround(source, jsonKind).flatMap(secretsWithin);
const parse$2 = (content) => {
	const source = wholeText(content);
	return [...yamlManifests(source, yamlKind, hasValues).map(yamlSecret), ...jsonSecrets(source)].flatMap((secret) => secretMatches(content, secret));
};
/** Secrets of Kubernetes in YAML and JSON, in lists, templates of Helm, annotations, heredocs. */
const kubernetesSecretParser = {
	anchors: [
		"kind: Secret",
		"kind: \"Secret\"",
		"kind: 'Secret'",
		"\"kind\": \"Secret\"",
		"\"kind\":\"Secret\""
	],
	parse: parse$2
};
// src/documents/terraform-state.ts
const stateCheck = {
	id: "secrets/terraform-state",
	provider: "terraform",
	title: "Sensitive value in a Terraform state",
	severity: "high",
	opens: "Opens the resource that the state describes: Terraform keeps values in it as they are.",
	remediation: "Rotate the value at its resource, keep state in an encrypted backend with access control, and take the file out of the repository."
};
/** Values of one state; a larger state is reported by its first ones. */
const maxValues = 2e3;
/** The last attribute of each path that the provider's schema calls sensitive (state format 4). */
const sensitiveNames = (instance) => {
	const names = /* @__PURE__ */ new Set();
	const paths = memberOf(instance, "sensitive_attributes");
	for (const { node } of walkJson(paths)) {
		const value = textOf$1(node, "type") === "get_attr" ? textOf$1(node, "value") : void 0;
		if (value !== void 0) names.add(value);
	}
	return names;
};
const lastName = (path) => /([\w%-]+)(?:\[\d+\])*$/.exec(path.replace(/"\]$/, ""))?.[1] ?? "";
const isPem = (value) => /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/.test(value);
const weightOf = (value, flagged) => {
	if (isPem(value)) return {
		severity: "critical",
		proof: "structural"
	};
	const worth = worthOf(value);
	if (value.includes("\n") || value.length > 4096 || worth === "template" || worth === "filler") return void 0;
	if (isPlaceholder(value) || isHarmless(value) && !flagged) return void 0;
	return worth === "strong" ? { proof: "structural" } : { severity: "medium" };
};
const judged = (scalar, name, flagged, place) => {
	if (isSilent$1(scalar.value)) return void 0;
	const kind = kindOfName(name);
	if (kind === "password") return passwordMatch(stateCheck, scalar, place);
	if (kind !== "key" && !flagged && !(name === "private_key_pem" || name === "secret")) return void 0;
	const { user, host, ...rest } = place;
	const weight = weightOf(scalar.value, flagged);
	return weight && matchOf(stateCheck, scalar, rest, weight);
};
const attributesOf = (attributes, path, sensitive, place) => {
	const found = [];
	const sign = {
		user: textOf$1(attributes, "username", "user", "administrator_login", "master_username"),
		host: textOf$1(attributes, "address", "endpoint", "host", "fqdn"),
		accessKeyId: textOf$1(attributes, "ses_smtp_password_v4") === void 0 ? void 0 : textOf$1(attributes, "id")
	};
	for (const { node, path: inner } of walkJson(attributes)) {
		if (node.kind !== "string" || node.value.length < 4) continue;
		const name = lastName(inner);
		const flagged = sensitive.has(name);
		found.push(judged(node, name, flagged, {
			...place,
			...sign,
			keyPath: `${path}.${inner}`,
			...flagged ? { sensitive: true } : {}
		}));
	}
	return present(found);
};
const addressOf = (resource) => [
	textOf$1(resource, "module"),
	textOf$1(resource, "type"),
	textOf$1(resource, "name")
].filter(Boolean).join(".");
/** What `terraform show -json` says of the attributes that are sensitive. */
const shownSensitive = (resource) => {
	const names = /* @__PURE__ */ new Set();
	for (const { node, path } of walkJson(memberOf(resource, "sensitive_values"))) if (node.kind === "literal" && node.value === "true") names.add(lastName(path));
	return names;
};
const resourceMatches = (resource, path) => {
	const place = { resource: addressOf(resource) };
	const instances = memberOf(resource, "instances");
	if (instances?.kind === "array") return instances.items.flatMap((instance, i) => attributesOf(memberOf(instance, "attributes"), below(`${path}.instances[${i}]`, "attributes"), sensitiveNames(instance), place));
	const shown = memberOf(resource, "values");
	if (shown !== void 0) return attributesOf(shown, `${path}.values`, shownSensitive(resource), place);
	const primary = memberOf(memberOf(resource, "primary"), "attributes");
	return attributesOf(primary, `${path}.primary.attributes`, /* @__PURE__ */ new Set(), place);
};
const outputMatch = (output, name, path) => {
	const value = memberOf(output, "value");
	const sensitive = memberOf(output, "sensitive");
	const flagged = sensitive?.kind === "literal" && sensitive.value === "true";
	if (value?.kind !== "string") return void 0;
	return judged(value, name, flagged, {
		keyPath: `${path}.value`,
		...flagged ? { sensitive: true } : {}
	});
};
/** Where resources stand: in formats 3 and 4, and in what `terraform show -json` prints. */
const resourcePath = /^(?:modules\[\d+\]\.|(?:values\.)?root_module\.(?:child_modules\[\d+\]\.)*)?resources(?:\[\d+\]|\.[\w$-]+|\["[^"]{0,200}"\])$/;
const outputPath = /^(?:modules\[\d+\]\.|values\.)?outputs(?:\.[\w$-]+|\["[^"]{0,200}"\])$/;
const stateMatches = (root) => {
	const matches = [];
	for (const { node, path } of walkJson(root)) {
		if (matches.length > maxValues) break;
		if (outputPath.test(path)) {
			const found = outputMatch(node, lastName(path), path);
			if (found !== void 0) matches.push(found);
		} else if (resourcePath.test(path)) matches.push(...resourceMatches(node, path));
	}
	return matches;
};
const mark = /"terraform_version"/g;
/** States of Terraform and OpenTofu, formats 3 and 4. */
const terraformStateParser = {
	anchors: ["\"terraform_version\""],
	parse: (content) => jsonAround(wholeText(content), mark).flatMap(stateMatches)
};
// src/documents/winscp.ts
const winscpCheck = {
	id: "secrets/winscp-password",
	provider: "winscp",
	title: "Password of a WinSCP session",
	severity: "high",
	opens: "Signs in to the server as the user beside it; without a master password WinSCP only disguises it.",
	remediation: "Change the password at the server, set a master password in WinSCP, and keep its settings out of the repository."
};
const mask = 163;
const withUserAndHost = 255;
/**
* Undoes the disguise of WinSCP's `SimpleEncryptChar` (source/core/Security.cpp): bytes inverted and masked; a flag, a
* length, a gap, then user, host and password in one. Undefined for what does not come out as it should.
*/
const revealWinscp = (hex, user, host) => {
	const bytes = [...Buffer.from(hex, "hex")].map((byte) => ~(byte ^ mask) & 255);
	const flagged = bytes[0] === withUserAndHost;
	const length = bytes[flagged ? 2 : 0];
	const at = flagged ? 3 : 1;
	const gap = bytes[at];
	if (length === void 0 || gap === void 0) return void 0;
	const text = Buffer.from(bytes.slice(at + 1 + gap, at + 1 + gap + length)).toString("latin1");
	if (text.length !== length || !/^[\x20-\x7e\x80-\xff]+$/.test(text)) return void 0;
	const key = `${user}${host}`;
	if (!flagged) return text;
	return key !== "" && text.startsWith(key) ? text.slice(key.length) : void 0;
};
const maxSessions = 2e3;
const maxSession = 16384;
const decoded = (text) => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};
const setting = (session, name) => decoded(new RegExp(`^${name}=([^\\r\\n]{1,300})`, "m").exec(session)?.[1] ?? "");
const parse$1 = (content) => {
	const { text } = wholeText(content);
	const heads = [...text.matchAll(/^\[Sessions\\([^\]\r\n]{1,300})\]/gm)].slice(0, maxSessions);
	return present(heads.map(({ 0: head, 1: name = "", index }, i) => {
		const end = Math.min(heads[i + 1]?.index ?? text.length, index + maxSession);
		const session = text.slice(index + head.length, end);
		const found = /^Password=([0-9A-Fa-f]{6,2000})\r?$/m.exec(session);
		const [user, host] = [setting(session, "UserName"), setting(session, "HostName")];
		const value = found === null ? void 0 : revealWinscp(found[1], user, host);
		if (found === null || value === void 0 || value === "") return void 0;
		const start = index + head.length + found.index + 9;
		const scalar = {
			value,
			start,
			end: start + found[1].length
		};
		return passwordMatch(winscpCheck, scalar, {
			user,
			host,
			keyPath: `Sessions\\${decoded(name)}\\Password`
		});
	}));
};
/** `WinSCP.ini`. */
const winscpParser = {
	anchors: ["[Sessions\\"],
	parse: parse$1
};
// src/documents/registry.ts
/** Hostile text may exhaust the stack of a parser, or surprise it: then the content has no matches of this kind. */
const total = ({ anchors, parse }) => ({
	anchors,
	parse: (content) => {
		try {
			return parse(content);
		} catch {
			return [];
		}
	}
});
/** Every kind of file that is read as a whole. */
const documentParsers = [
	kubernetesSecretParser,
	encryptionConfigurationParser,
	kubeadmParser,
	dockerConfigParser,
	terraformStateParser,
	azureProfileParser,
	filezillaParser,
	winscpParser,
	jetbrainsParser,
	keystoreParser,
	httpExchangeParser
].map(total);
/** Every check that a parser of documents may give. */
const documentChecks = [
	secretCheck,
	bootstrapCheck,
	encryptionCheck,
	certificateKeyCheck,
	stateCheck,
	...Object.values(dockerChecks),
	...Object.values(azureChecks),
	filezillaCheck,
	winscpCheck,
	jetbrainsCheck,
	...Object.values(keystoreChecks),
	...Object.values(exchangeChecks)
].map(({ id }) => id);
// src/kubeconfig/evidence.ts
/** A date that a certificate or claim gives, or undefined where it is none. */
const dateFrom = (milliseconds) => Number.isFinite(milliseconds) && Math.abs(milliseconds) <= 864e13 ? new Date(milliseconds) : void 0;
/** Adds a key only where there is a value: optional fields are absent, not undefined. */
const optional = (key, value) => value === void 0 ? {} : { [key]: value };
// src/kubeconfig/certificate.ts
/** Base64 of keys and certificates longer than this is not decoded; the largest RSA keys in use are a tenth of it. */
const maxEncoded = 98304;
/** A shorter value is no key: the shortest, of an EC key in PKCS #8, has over 200 characters. */
const minEncoded = 64;
/** More groups of one certificate are left out of the report. */
const maxGroups$1 = 20;
const pemOf = (value) => {
	if (value.includes("-----BEGIN ")) return value.length > maxEncoded ? void 0 : withLines(value);
	const compact = value.replaceAll(/\s+/g, "");
	if (compact.length > maxEncoded || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(compact)) return void 0;
	const decoded = Buffer.from(compact, "base64").toString("latin1");
	return decoded.includes("-----BEGIN ") ? decoded : void 0;
};
/** A key pasted into YAML as it is has lost its line ends, which OpenSSL wants back. */
const withLines = (pem) => {
	const parts = /-----BEGIN ([A-Z ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----/.exec(pem);
	if (parts === null) return pem;
	const lines = parts[2].replaceAll(/\s+/g, "").match(/.{1,64}/g) ?? [];
	return [
		`-----BEGIN ${parts[1]}-----`,
		...lines,
		`-----END ${parts[1]}-----`,
		""
	].join("\n");
};
const parseKey = (pem) => {
	try {
		return createPrivateKey(pem);
	} catch {
		return;
	}
};
const parseCertificate = (value) => {
	const pem = value === void 0 ? void 0 : pemOf(value);
	if (pem === void 0 || pem.length > maxEncoded) return void 0;
	try {
		return new X509Certificate(pem);
	} catch {
		return;
	}
};
/** Kubernetes takes the user from CN and the groups from each O (kubernetes.io, "Authenticating", X.509 client certificates). */
const identityOf = (certificate) => {
	const subject = certificate.toLegacyObject().subject ?? {};
	const issuer = certificate.toLegacyObject().issuer ?? {};
	const values = (field) => (field === void 0 ? [] : [field].flat()).slice(0, maxGroups$1).map((name) => readable(Buffer.from(name).toString("latin1")));
	return {
		name: values(subject["CN"]).at(-1),
		groups: values(subject["O"]),
		issuer: values(issuer["CN"])[0]
	};
};
const certificateEvidence = (certificate, key) => {
	const { name, groups, issuer } = identityOf(certificate);
	let matches = false;
	try {
		matches = certificate.checkPrivateKey(key);
	} catch {}
	return {
		proof: matches ? "proven" : "structural",
		...matches ? {} : { broken: "Key and certificate do not belong together, so kubectl cannot use them." },
		groups,
		...optional("subject", name),
		...optional("notBefore", dateFrom(Date.parse(certificate.validFrom))),
		...optional("notAfter", dateFrom(Date.parse(certificate.validTo))),
		notes: matches ? ["Key and certificate belong together."] : [],
		facts: {
			keyMatchesCertificate: matches,
			keyType: key.asymmetricKeyType ?? "unknown",
			certificateSha256: certificate.fingerprint256.replaceAll(":", "").toLowerCase(),
			...optional("issuer", issuer)
		}
	};
};
const broken = (sentence) => ({
	proof: "contextual",
	broken: sentence,
	groups: [],
	notes: [],
	facts: {}
});
/** A value too long to decode, or one of too many in a content: named as a key and not looked into. */
const unreadKey = {
	proof: "contextual",
	groups: [],
	notes: [],
	facts: {}
};
/** What `client-key-data` and `client-certificate-data` prove. Undefined where the value is no key at all. */
const readKey = (keyData, certificateData) => {
	if (keyData.length > maxEncoded && /^[A-Za-z0-9+/=\s_-]+$/.test(keyData)) return unreadKey;
	const pem = pemOf(keyData);
	if (pem === void 0) return keyData.length >= minEncoded && /^[A-Za-z0-9+/=\s_-]+$/.test(keyData) ? broken("The value does not decode to a private key.") : void 0;
	if (!/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(pem)) return void 0;
	if (/ENCRYPTED/.test(pem)) return broken("The private key is encrypted with a password.");
	const key = parseKey(pem);
	if (key === void 0) return broken("The private key does not parse: it is cut off, damaged or made up.");
	const certificate = parseCertificate(certificateData);
	if (certificate !== void 0) return certificateEvidence(certificate, key);
	return {
		proof: "structural",
		groups: [],
		notes: ["The certificate for this key is not beside it, so whose key it is cannot be told."],
		facts: { keyType: key.asymmetricKeyType ?? "unknown" }
	};
};
// src/kubeconfig/blocks.ts
/** `users:` with nothing before it but indentation or what marks a diff, a quotation, a comment, a table. */
const usersKey = /^([ \t>#*+|/-]{0,80}?)(?:users:(?=[ \t]*(?:$|[#&!{[]))|["']users["']:(?=[ \t]*$))/gm;
/** More keys than this in one content are left to the line rule. */
const maxBlocks = 200;
/** The blocks of a text that have a `users` key at their left edge, each once. */
const usersBlocks = (source) => {
	const blocks = [];
	const ends = /* @__PURE__ */ new Map();
	for (const found of source.text.matchAll(usersKey)) {
		if (blocks.length >= maxBlocks) break;
		const prefix = found[1];
		if (found.index < (ends.get(prefix) ?? 0)) continue;
		const block = cutBlock(source, found.index + prefix.length);
		ends.set(prefix, block.end);
		blocks.push(block);
	}
	return blocks;
};
// src/kubeconfig/escaped.ts
/** A key of a kubeconfig inside a string of some language: a backslash stands right before or after it. */
const escapedKey = /(?:\\["']|\\n(?:[ \t-]|\\t){0,40})(?:users|user|client-key-data)(?=\\*["']?:)|(?:users|user|client-key-data)\\["']?:|(?:users|user):(?:\\r)?\\n|\\ {1,40}(?:user|client-key-data|token):/g;
/** Longer strings are left to the line rule. */
const maxString = 1 << 20;
/** More strings of one content are left to the line rule. */
const maxStrings = 500;
/** How many characters of strings are looked at in one content. */
const maxWork$1 = 8 << 20;
const isEscaped = (text, at) => {
	let backslashes = 0;
	while (text[at - 1 - backslashes] === "\\") backslashes++;
	return backslashes % 2 === 1;
};
const openingQuote = (text, quote, at) => {
	for (let found = text.lastIndexOf(quote, at); found !== -1 && at - found < maxString;) {
		if (!isEscaped(text, found)) return found;
		if (found === 0) return void 0;
		found = text.lastIndexOf(quote, found - 1);
	}
};
const closingQuote$1 = (text, quote, at) => {
	for (let found = text.indexOf(quote, at); found !== -1 && found - at < maxString;) {
		if (!isEscaped(text, found)) return found;
		found = text.indexOf(quote, found + 1);
	}
};
const simpleEscapes = {
	n: "\n",
	t: "	",
	r: "\r",
	"0": "\0",
	b: "\b",
	f: "\f"
};
const meaningOf = (sequence) => {
	if (/^\\[\r\n]/.test(sequence)) return "";
	if (/^\s/.test(sequence)) return "\n".repeat(sequence.split("\n").length - 2) || " ";
	const code = /^\\(?:u|x)\{?([0-9a-fA-F]{2,4})\}?$/.exec(sequence)?.[1];
	if (code !== void 0) return String.fromCharCode(Number.parseInt(code, 16));
	return simpleEscapes[sequence[1]] ?? sequence[1];
};
/** An escape of JSON, YAML, Go, JavaScript, shell; a line end of YAML's double-quoted style with what it folds away. */
const escapes = /\\(?:\r?\n[ \t]*|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[^\r\n])|[ \t]*(?:\r?\n[ \t]*)+/g;
/** Undoes one level of escapes between two indices. */
const unescapeText = (source, from, to) => {
	const raw = source.text.slice(from, to);
	const pieces = [];
	let done = 0;
	for (const { 0: sequence, index } of raw.matchAll(escapes)) {
		if (index > done) pieces.push({
			text: raw.slice(done, index),
			from: from + done
		});
		const meaning = meaningOf(sequence);
		if (meaning !== "") pieces.push({
			text: meaning,
			from: from + index
		});
		done = index + sequence.length;
	}
	if (done < raw.length) pieces.push({
		text: raw.slice(done),
		from: from + done
	});
	return joinPieces(source, pieces);
};
/** The string literal around an index: after its opening quote, and its closing one. */
const literalAround = (text, index) => {
	for (const quote of [
		"\"",
		"'",
		"`"
	]) {
		const from = openingQuote(text, quote, index);
		const to = from === void 0 ? void 0 : closingQuote$1(text, quote, index + 1);
		if (from !== void 0 && to !== void 0) return [from + 1, to];
	}
};
/** The string literals around escaped keys, with one level of escapes undone. */
const escapedStrings = (source) => {
	const texts = [];
	let done = 0;
	let work = 0;
	for (const { index } of source.text.matchAll(escapedKey)) {
		if (texts.length >= maxStrings || work > maxWork$1) break;
		if (index < done) continue;
		const literal = literalAround(source.text, index);
		work += literal === void 0 ? maxString : literal[1] - literal[0];
		if (literal === void 0) continue;
		texts.push(unescapeText(source, ...literal));
		done = literal[1];
	}
	return texts;
};
// src/kubeconfig/flow.ts
/** Longer lists are left to the line rule. */
const maxSection = 2 << 20;
/** How many characters may be looked at for closing brackets in one content: hostile text opens brackets and never closes them. */
const maxWork = 8 << 20;
const sectionStart = /(?<![\w-])["']?(users|clusters|contexts)["']?\s{0,20}:\s{0,20}\[|(?<![\w-])["']?current-context["']?\s{0,20}:\s{0,20}(?=["'])/g;
/** The index of the quote that ends the string begun at `open`, or `end`. */
const closingQuote = (text, open, end) => {
	const quote = text[open];
	for (let i = open + 1; i < end; i++) {
		if (text[i] === quote) return i;
		if (text[i] === "\\" && quote === "\"") i++;
	}
	return end;
};
/** The index after the bracket that closes the one at `open`, or undefined where none does within `limit`. */
const closingBracket = (text, open, limit) => {
	let depth = 0;
	const end = Math.min(text.length, open + limit);
	for (let i = open; i < end; i++) {
		const char = text[i];
		if (char === "\"" || char === "'") i = closingQuote(text, i, end);
		else if (char === "[" || char === "{") depth++;
		else if ((char === "]" || char === "}") && --depth === 0) return i + 1;
	}
};
const scalarSection = (source, at, budget) => {
	const quoted = /^(["'])[^"'\\\n]{1,200}\1/.exec(source.text.slice(at, at + 210));
	const tree = quoted === null ? void 0 : parseWithin(budget, sliceText(source, at, at + quoted[0].length));
	return tree === void 0 ? void 0 : {
		kind: "current-context",
		tree,
		node: tree.root
	};
};
/** The lists of kubeconfigs written as JSON, or as YAML in one line, wherever in a text they stand. */
const flowSections = (source, budget) => {
	const sections = [];
	let work = 0;
	const pattern = new RegExp(sectionStart);
	for (let found = pattern.exec(source.text); found !== null && work < maxWork; found = pattern.exec(source.text)) {
		if (found[1] === void 0) {
			const section = scalarSection(source, pattern.lastIndex, budget);
			work += 256;
			if (section !== void 0) sections.push(section);
			continue;
		}
		const open = pattern.lastIndex - 1;
		const end = closingBracket(source.text, open, maxSection);
		work += (end ?? Math.min(source.text.length, open + maxSection)) - open;
		if (end === void 0) continue;
		pattern.lastIndex = end;
		const tree = parseWithin(budget, sliceText(source, open, end));
		if (tree !== void 0) sections.push({
			kind: found[1],
			tree,
			node: tree.root
		});
	}
	return sections;
};
// src/kubeconfig/read.ts
/** The first of two equal keys wins: a merge never overrides. */
const fieldsOf = (tree, node) => {
	const fields = /* @__PURE__ */ new Map();
	for (const [name, value] of pairsOf(tree, node)) if (!fields.has(name)) fields.set(name, value);
	return fields;
};
/** More entries of one list are not looked at here; the line rule still sees their keys. */
const maxEntries = 2e3;
const nameOf = (tree, node) => {
	const value = scalarOf(tree, node)?.value;
	return value === void 0 ? void 0 : readable(value);
};
const namedScalars = (tree, node) => pairsOf(tree, node).flatMap(([name, value]) => {
	const scalar = scalarOf(tree, value);
	return scalar === void 0 ? [] : [{
		name,
		scalar
	}];
});
const environment = (tree, node) => itemsOf(tree, node).slice(0, maxEntries).flatMap((item) => {
	const fields = fieldsOf(tree, item);
	const name = nameOf(tree, fields.get("name"));
	const scalar = scalarOf(tree, fields.get("value"));
	return name === void 0 || scalar === void 0 ? [] : [{
		name,
		scalar
	}];
});
const defined = (scalar) => scalar !== void 0;
/** Reads what stands below `user:`. */
const readUser = (tree, name, node) => {
	const user = fieldsOf(tree, node);
	const provider = fieldsOf(tree, user.get("auth-provider"));
	const exec = fieldsOf(tree, user.get("exec"));
	const scalar = (field) => scalarOf(tree, user.get(field));
	return {
		name,
		keyData: scalar("client-key-data"),
		certificateData: scalar("client-certificate-data"),
		token: scalar("token"),
		username: scalar("username"),
		password: scalar("password"),
		providerName: nameOf(tree, provider.get("name")),
		providerConfig: namedScalars(tree, provider.get("config")),
		execCommand: nameOf(tree, exec.get("command")),
		execEnv: environment(tree, exec.get("env")),
		execArgs: itemsOf(tree, exec.get("args")).slice(0, maxEntries).map((item) => scalarOf(tree, item)).filter(defined)
	};
};
const entries = ({ tree, node }) => itemsOf(tree, node).slice(0, maxEntries).map((item) => fieldsOf(tree, item));
const readUsers = (section) => entries(section).map((entry) => readUser(section.tree, nameOf(section.tree, entry.get("name")), entry.get("user")));
const readClusters = (section) => entries(section).map((entry) => {
	const cluster = fieldsOf(section.tree, entry.get("cluster"));
	return {
		name: nameOf(section.tree, entry.get("name")),
		server: scalarOf(section.tree, cluster.get("server"))?.value,
		insecureSkipTlsVerify: scalarOf(section.tree, cluster.get("insecure-skip-tls-verify"))?.value === "true"
	};
});
const readContexts = (section) => entries(section).map((entry) => {
	const context = fieldsOf(section.tree, entry.get("context"));
	const name = (field) => nameOf(section.tree, context.get(field));
	return {
		name: nameOf(section.tree, entry.get("name")),
		cluster: name("cluster"),
		user: name("user"),
		namespace: name("namespace")
	};
});
const readGroup = (sections) => {
	const of = (kind) => sections.filter((section) => section.kind === kind);
	return {
		users: of("users").flatMap(readUsers),
		clusters: of("clusters").flatMap(readClusters),
		contexts: of("contexts").flatMap(readContexts),
		currentContext: of("current-context").map(({ tree, node }) => nameOf(tree, node)).find((name) => name !== void 0)
	};
};
/** Sections in the order of the content become kubeconfigs: where a kind comes again, the next one begins. */
const readSections = (sections) => {
	const groups = [];
	let seen = /* @__PURE__ */ new Set();
	for (const section of sections) {
		if (groups.length === 0 || seen.has(section.kind)) {
			groups.push([]);
			seen = /* @__PURE__ */ new Set();
		}
		groups.at(-1).push(section);
		seen.add(section.kind);
	}
	return groups.map(readGroup);
};
const sectionKinds = /* @__PURE__ */ new Set([
	"users",
	"clusters",
	"contexts",
	"current-context"
]);
// src/kubeconfig/find.ts
/** A string inside a string inside a string; nobody nests deeper by accident. */
const maxDepth = 3;
const sectionsOf = (tree) => pairsOf(tree, tree.root).filter(([name]) => sectionKinds.has(name)).map(([name, node]) => ({
	kind: name,
	tree,
	node
}));
/** More keys of one block are no longer those of a few kubeconfigs one after the other. */
const maxKeys$1 = 400;
/** Where a line breaks the whole, such as a template's, each top-level key still parses on its own. */
const sectionsApart = (block, budget) => {
	return [...block.text.matchAll(/^["']?(?:users|clusters|contexts|current-context)["']?:/gm)].slice(0, maxKeys$1).flatMap(({ 0: key, index }) => {
		const rest = /^(?![ \t\r\n-])/gm;
		rest.lastIndex = index + key.length;
		const end = rest.exec(block.text)?.index ?? block.text.length;
		const tree = parseWithin(budget, sliceText(block, index, end));
		return tree === void 0 ? [] : sectionsOf(tree);
	});
};
const readBlock = (block, budget) => {
	const tree = parseWithin(budget, block);
	const whole = tree === void 0 ? [] : readSections(sectionsOf(tree));
	if (tree?.failed === false) return whole;
	const apart = readSections(sectionsApart(block, budget));
	const users = (configs) => configs.reduce((sum, { users }) => sum + users.length, 0);
	return users(apart) >= users(whole) ? apart : whole;
};
/** The kubeconfigs of a text, whole or in part, wherever in it they stand. */
const findKubeconfigs = (source, budget = newBudget(), depth = 0) => {
	const found = [];
	for (const { text } of usersBlocks(source)) found.push(...readBlock(text, budget));
	found.push(...readSections(flowSections(source, budget)));
	if (depth < maxDepth) for (const text of escapedStrings(source)) found.push(...findKubeconfigs(text, budget, depth + 1));
	return found;
};
// src/kubeconfig/fragments.ts
/** How far around a lone credential its certificate and server are looked for, in characters. */
const neighbourhood = 8192;
/** More lone users of one content are not cut out; lone keys have no limit. */
const maxFragments = 50;
const userKey = /^([ \t>#*+|/-]{0,80}?)user:[ \t]*$/gm;
const kubernetesWord = /cluster|context|kube|certificate-authority|server:/i;
const noUser = {
	name: void 0,
	keyData: void 0,
	certificateData: void 0,
	token: void 0,
	username: void 0,
	password: void 0,
	providerName: void 0,
	providerConfig: [],
	execCommand: void 0,
	execEnv: [],
	execArgs: []
};
const around = (text, index) => text.slice(Math.max(0, index - neighbourhood), index + neighbourhood);
/** The value of a field that stands nearest to the middle of a stretch. */
const nearest = (stretch, pattern, middle) => {
	return [...stretch.matchAll(pattern)].sort((a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle))[0]?.[1];
};
const serverField = /server\\*["']?\s{0,10}[:=]\s{0,10}\\*["']?(https?:\/\/[^\s"'\\,<>]{1,300})/g;
const insecureField = /insecure-skip-tls-verify\\*["']?\s{0,10}[:=]\s{0,10}(true)/;
const clusterNear = (text, index) => {
	const stretch = around(text, index);
	const server = nearest(stretch, serverField, Math.min(index, neighbourhood));
	return server === void 0 ? [] : [{
		name: void 0,
		server,
		insecureSkipTlsVerify: insecureField.test(stretch)
	}];
};
const lone = (user, clusters, currentContext) => ({
	users: [user],
	clusters,
	contexts: [],
	currentContext
});
/** Users cut out of their list, as documentation shows them. */
const loneUsers = (source) => {
	const found = [];
	const budget = newBudget();
	for (const { 0: _, 1: prefix, index } of source.text.matchAll(userKey)) {
		if (found.length >= maxFragments) break;
		const stretch = around(source.text, index);
		if (!kubernetesWord.test(stretch)) continue;
		const { text } = cutBlock(source, index + prefix.length, neighbourhood);
		const tree = parseWithin(budget, text);
		if (tree === void 0) continue;
		const pairs = new Map([...pairsOf(tree, tree.root)].reverse());
		const name = scalarOf(tree, pairs.get("name"))?.value;
		const user = readUser(tree, name === void 0 ? void 0 : readable(name), pairs.get("user"));
		found.push(lone(user, clusterNear(source.text, index), "unknown"));
	}
	return found;
};
const keyField = /client-key-data\\*["']?\s{0,10}[:=]\s{0,10}(?:[|>][+-]?\d?\s{1,200})?\\*["']?([A-Za-z0-9+/_-]{64,}={0,2})/g;
const certificateField = /client-certificate-data\\*["']?\s{0,10}[:=]\s{0,10}(?:[|>][+-]?\d?\s{1,200})?\\*["']?([A-Za-z0-9+/_-]{64,}={0,2})/g;
/** Keys by the name of their field alone: the last resort, for what no parser takes. */
const loneKeys = (source, isKnown) => {
	const found = [];
	for (const { 0: field, 1: value, index } of source.text.matchAll(keyField)) {
		const from = index + field.length - value.length;
		const start = source.at(from);
		if (isKnown(start)) continue;
		const keyData = {
			value,
			start,
			end: source.at(from + value.length - 1) + 1
		};
		const certificate = nearest(around(source.text, index), certificateField, Math.min(index, neighbourhood));
		const certificateData = certificate === void 0 ? void 0 : {
			value: certificate,
			start,
			end: start
		};
		found.push(lone({
			...noUser,
			keyData,
			certificateData
		}, clusterNear(source.text, index)));
	}
	return found;
};
// src/kubeconfig/silence.ts
/** Fillers of kubectl (`REDACTED`, `DATA+OMITTED`), of template engines, shells and documentation. */
const filler = /^(?:REDACTED|DATA[+ ]OMITTED|OMITTED|HIDDEN|MASKED|SENSITIVE|null|none|nil|undefined|~|\.{2,}|…|x{3,}|\*{2,}|-+|<.*>|\[.*\]|\{\{.*\}\}|%.*%|__\w+__|@\w+@|(?:your|my|the|some|insert|enter|paste)[-_ ][a-z_ -]*)$/is;
/** Values with a gap that something fills in before use, such as `prefix-${TOKEN}` or `{{ .Values.token }}`. */
const gap = /\$\{[^}]*\}|\{\{.*?\}\}|\$\([^)]*\)|<%.*?%>|<[A-Za-z][\w .-]*>/s;
const shellVariable = /^\$[A-Z_][A-Z0-9_]*$/;
/** Encrypted in place by SOPS, sealed secrets or Ansible Vault: no credential as it stands. */
const sealed = /^(?:ENC\[|\$ANSIBLE_VAULT)/;
/** Whether a key's data stands for a key; random base64 may contain any word, so only the whole is compared. */
const isFiller = (value) => [
	filler,
	gap,
	shellVariable,
	sealed
].some((pattern) => pattern.test(value));
/** Whether a token or password stands for one. */
const isSilent = (value) => isFiller(value) || value.length < 400 && isPlaceholder(value);
/** Words and small numbers joined by hyphens and the like, each word in one case or in camel case. */
const isWords = (value) => {
	if (!/^[A-Za-z]{1,14}\d{0,4}(?:[-_ .](?:[A-Za-z]{1,14}\d{0,4}|\d{1,4}))*$/.test(value)) return false;
	return value.split(/[-_ .]/).every((word) => /^(?:[a-z]*|[A-Z]*|[A-Z]?[a-z]+(?:[A-Z][a-z]{2,})*)\d*$/.test(word));
};
/** Words, or too short and plain to be made by a machine: what tests and tutorials write for a token. */
const isMadeUp = (value) => isWords(value) || value.length < 12 || entropy(value) < 2.8;
// src/kubeconfig/token.ts
/** Longer tokens are not decoded; headers of HTTP servers end at 8 to 64 KiB. */
const maxToken = 65536;
const maxGroups = 20;
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const decodePart = (part) => {
	try {
		const value = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
		return isRecord(value) ? value : void 0;
	} catch {
		return;
	}
};
const textOf = (value) => typeof value === "string" && value !== "" ? readable(Buffer.from(value.slice(0, 500)).toString("latin1")) : void 0;
const timeOf = (value) => typeof value === "number" ? dateFrom(value * 1e3) : void 0;
/** Where the claims name a service account: old flat keys, the nested ones of bound tokens, or the subject alone. */
const serviceAccountOf = (claims) => {
	const subject = textOf(claims["sub"])?.match(/^system:serviceaccount:([^:]+):([^:]+)$/);
	const nested = isRecord(claims["kubernetes.io"]) ? claims["kubernetes.io"] : {};
	const account = isRecord(nested["serviceaccount"]) ? nested["serviceaccount"] : {};
	const namespace = subject?.[1] ?? textOf(claims["kubernetes.io/serviceaccount/namespace"]) ?? textOf(nested["namespace"]);
	const name = subject?.[2] ?? textOf(claims["kubernetes.io/serviceaccount/service-account.name"]) ?? textOf(account["name"]);
	return namespace === void 0 || name === void 0 ? void 0 : {
		namespace,
		name
	};
};
const groupsOf = (claims) => Array.isArray(claims["groups"]) ? claims["groups"].slice(0, maxGroups).flatMap((group) => textOf(group) ?? []) : [];
const jwtEvidence = (header, claims) => {
	const serviceAccount = serviceAccountOf(claims);
	const expiry = timeOf(claims["exp"]);
	const legacy = claims["iss"] === "kubernetes/serviceaccount" && expiry === void 0;
	const secretName = textOf(claims["kubernetes.io/serviceaccount/secret.name"]);
	return {
		proof: "structural",
		...header["alg"] === "none" ? { broken: "The token is not signed, so no API server accepts it." } : {},
		groups: groupsOf(claims),
		...optional("subject", textOf(claims["email"]) ?? textOf(claims["sub"])),
		...optional("notBefore", timeOf(claims["nbf"]) ?? timeOf(claims["iat"])),
		...optional("notAfter", expiry),
		...optional("serviceAccount", serviceAccount),
		neverExpires: expiry === void 0,
		notes: [],
		facts: {
			tokenKind: serviceAccount === void 0 ? "JWT" : legacy ? "legacy service account" : "service account",
			...optional("issuer", textOf(claims["iss"])),
			...optional("namespace", serviceAccount?.namespace),
			...optional("serviceAccount", serviceAccount?.name),
			...optional("tokenSecret", secretName)
		}
	};
};
const readJwt = (value) => {
	const parts = value.split(".");
	if (parts.length !== 3 || !parts.every((part) => /^[\w-]*={0,2}$/.test(part))) return void 0;
	const header = decodePart(parts[0]);
	const claims = header === void 0 || typeof header["alg"] !== "string" ? void 0 : decodePart(parts[1]);
	return claims === void 0 ? void 0 : jwtEvidence(header, claims);
};
/** `aws eks get-token` prints a presigned URL in base64url; EKS takes it for 15 minutes (aws-iam-authenticator, README). */
const readEks = (value) => {
	if (!value.startsWith("k8s-aws-v1.")) return void 0;
	const url = Buffer.from(value.slice(11), "base64url").toString("latin1");
	if (!url.startsWith("https://sts.")) return void 0;
	const at = /X-Amz-Date=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(url);
	const made = at === null ? void 0 : dateFrom(Date.parse(`${at[1]}-${at[2]}-${at[3]}T${at[4]}:${at[5]}:${at[6]}Z`));
	return {
		proof: "structural",
		groups: [],
		...made === void 0 ? {} : {
			notBefore: made,
			notAfter: new Date(made.getTime() + 9e5)
		},
		notes: [],
		facts: { tokenKind: "EKS" }
	};
};
/** Opaque tokens that tell their maker by their shape. */
const shapes = [
	{
		kind: "OpenShift",
		pattern: /^sha256~[\w-]{43}$/,
		decodes: true,
		groups: []
	},
	{
		kind: "Rancher",
		pattern: /^(?:kubeconfig-[\w.-]{1,80}|token-[a-z0-9]{5}):[a-z0-9]{54}$/,
		decodes: true,
		groups: []
	},
	{
		kind: "bootstrap",
		pattern: /^[a-z0-9]{6}\.[a-z0-9]{16}$/,
		decodes: false,
		groups: ["system:bootstrappers"]
	},
	{
		kind: "Google access token",
		pattern: /^ya29\.[\w-]{20,}$/,
		decodes: false,
		groups: []
	}
];
/** What a bearer token says of itself. */
const readToken = (value) => {
	const known = value.length > maxToken ? void 0 : readJwt(value) ?? readEks(value);
	if (known !== void 0) return known;
	const shape = value.length > maxToken ? void 0 : shapes.find(({ pattern }) => pattern.test(value));
	return {
		proof: shape?.decodes === true ? "structural" : "contextual",
		groups: shape?.groups ?? [],
		madeUp: shape === void 0 && isMadeUp(value),
		notes: [],
		facts: { tokenKind: shape?.kind ?? "opaque" }
	};
};
// src/kubeconfig/credentials.ts
const plain = (facts, madeUp = false) => ({
	proof: "contextual",
	groups: [],
	madeUp,
	notes: [],
	facts
});
const clientKey = (user, readKey) => {
	const { keyData, certificateData } = user;
	if (keyData === void 0 || isFiller(keyData.value)) return [];
	const evidence = readKey(keyData.value, certificateData?.value);
	return evidence === void 0 ? [] : [{
		kind: "client-key",
		scalar: keyData,
		evidence
	}];
};
const minToken = 6;
const token = ({ token: scalar }) => scalar === void 0 || scalar.value.length < minToken || isSilent(scalar.value) || /\s|^\$[A-Za-z_]/.test(scalar.value) ? [] : [{
	kind: "token",
	scalar,
	evidence: readToken(scalar.value)
}];
/** Passwords that are words of tutorials, or the name of the user once more. */
const isTutorialPassword = (value, username) => value === username || isWords(value) && /passw|secret|user|admin|test|foo|bar|mock|fake/i.test(value) && value.length < 40;
const password = ({ password: scalar, username }) => scalar === void 0 || isSilent(scalar.value) ? [] : [{
	kind: "password",
	scalar,
	evidence: {
		...plain({}, isTutorialPassword(scalar.value, username?.value)),
		...optional("subject", username === void 0 ? void 0 : readable(username.value)),
		notes: ["Kubernetes itself takes no passwords since 1.19, but older clusters and proxies before it do."]
	}
}];
const providerSecret = /^(?:client-secret|id-token|refresh-token|access-token|idp-access-token|password)$/;
/** `expiry` (gcp) is a date, `expires-on` (azure) seconds since 1970. */
const expiryOf = (config) => {
	const value = config.find(({ name }) => name === "expiry" || name === "expires-on")?.scalar.value;
	if (value === void 0) return void 0;
	return dateFrom(/^\d{9,11}$/.test(value) ? Number(value) * 1e3 : Date.parse(value));
};
const providerEvidence = (name, value, user) => {
	const facts = {
		field: name,
		...optional("authProvider", user.providerName)
	};
	if (name === "client-secret" || name === "password") return plain(facts, isMadeUp(value));
	const read = readToken(value);
	const expiry = name === "access-token" ? read.notAfter ?? expiryOf(user.providerConfig) : read.notAfter;
	const evidence = {
		...read,
		...optional("notAfter", expiry),
		facts: {
			...read.facts,
			...facts
		}
	};
	return name === "id-token" || name === "access-token" ? evidence : {
		...evidence,
		neverExpires: false
	};
};
const authProvider = (user) => user.providerConfig.filter(({ name, scalar }) => providerSecret.test(name) && !isSilent(scalar.value)).map(({ name, scalar }) => ({
	kind: "auth-provider",
	scalar,
	evidence: providerEvidence(name, scalar.value, user)
}));
/** Names of variables and flags whose value opens something; names of files, ids and addresses of secrets do not. */
const secretName = /(?:token|secret|passw(?:or)?d|passphrase|credential|api[-_]?key|access[-_]?key|private[-_]?key)/i;
const pointerName = /(?:[-_](?:file|path|dir|id|name|url|uri|endpoint|type|cache|arn|ttl|expiry|mode|audience|format|store))$/i;
/** A value that points to a file or an address. */
const pointer = /^(?:\/|~\/|\.{1,2}\/|[A-Za-z]:\\|https?:\/\/|true$|false$|\d{1,6}$)/i;
const minExecSecret = 6;
const opens = (name, value) => secretName.test(name) && !pointerName.test(name) && value.length >= minExecSecret && !pointer.test(value) && !isSilent(value);
const execSecret = (field, scalar, command) => ({
	kind: "exec-secret",
	scalar,
	evidence: plain({
		field,
		...optional("execCommand", command)
	})
});
/** Secrets among the arguments of a helper program: `--client-secret=VALUE`, or the name and the value one after the other. */
const execArgument = (args, index, command) => {
	const scalar = args[index];
	const joined = /^--?([A-Za-z][\w-]{0,60})=(.+)$/s.exec(scalar.value);
	if (joined !== null && opens(joined[1], joined[2])) {
		const value = joined[2];
		const start = scalar.end - value.length;
		return [execSecret(joined[1], {
			value,
			start: Math.max(scalar.start, start),
			end: scalar.end
		}, command)];
	}
	const flag = /^--?([A-Za-z][\w-]{0,60})$/.exec(args[index - 1]?.value ?? "");
	if (flag === null || scalar.value.startsWith("-") || !opens(flag[1], scalar.value)) return [];
	return [execSecret(flag[1], scalar, command)];
};
const execSecrets = ({ execEnv, execArgs, execCommand }) => [...execEnv.filter(({ name, scalar }) => opens(name, scalar.value)).map(({ name, scalar }) => execSecret(name, scalar, execCommand)), ...execArgs.flatMap((_, index) => execArgument(execArgs, index, execCommand))];
/** Everything secret that a user of a kubeconfig carries itself. */
const credentialsOf = (user, readKey) => [
	...clientKey(user, readKey),
	...token(user),
	...password(user),
	...authProvider(user),
	...execSecrets(user)
];
// src/kubeconfig/describe.ts
const titles = {
	"client-key": "Client key in a kubeconfig",
	token: "Bearer token in a kubeconfig",
	password: "Password in a kubeconfig",
	"auth-provider": "Credential of an auth provider in a kubeconfig",
	"exec-secret": "Secret handed to a login helper in a kubeconfig"
};
const kubeconfigChecks = Object.keys(titles).map((kind) => `kubeconfig/${kind}`);
const things = {
	"client-key": "this private key",
	token: "this token",
	password: "this password",
	"auth-provider": "this credential",
	"exec-secret": "this secret"
};
const reaches = {
	public: "a public address",
	private: "an address of a private network",
	"cluster-internal": "an address inside the cluster",
	loopback: "an address of the machine itself, as kind, minikube and Docker Desktop use",
	example: "an address reserved for documentation",
	unknown: "an address that is not told"
};
const quoted = (name) => `"${name}"`;
const who = ({ user, credential: { evidence } }) => {
	const name = evidence.serviceAccount ? `the service account ${quoted(evidence.serviceAccount.name)} of namespace ${quoted(evidence.serviceAccount.namespace)}` : evidence.subject ? `the user ${quoted(evidence.subject)}` : user ? `the kubeconfig's user ${quoted(user)}` : "a user";
	const groups = evidence.groups.map(quoted).join(", ");
	return groups === "" ? name : `${name} in the group${evidence.groups.length > 1 ? "s" : ""} ${groups}`;
};
const where = ({ cluster, server, others }) => {
	return `${cluster === void 0 ? "a cluster that is not named here" : `the cluster ${quoted(cluster)}`}${server.address === void 0 ? "" : ` at ${server.address} (${reaches[server.reach]})`}${others.length === 0 ? "" : `, and in ${others.slice(0, 5).map(quoted).join(", ")}`}`;
};
const strength = {
	unlimited: "Members of system:masters may do everything, and no RBAC rule can take that from them.",
	administrator: "The name suggests the rights of an administrator.",
	unknown: void 0
};
const day = (date) => date.toISOString().slice(0, 10);
const validity = ({ credential: { kind, evidence }, expired }) => {
	const what = kind === "client-key" ? "The certificate" : "It";
	if (evidence.notAfter !== void 0) return expired ? `${what} expired on ${day(evidence.notAfter)}.` : `${what} is valid until ${day(evidence.notAfter)}.`;
	return evidence.neverExpires === true ? "It never expires by itself." : void 0;
};
/** Who gets in, where, how strong, until when, and what is odd: a sentence each. */
const detailOf = (account) => {
	const { credential, entrance, privilege } = account;
	const { kind, evidence } = credential;
	return [
		kind === "exec-secret" ? `The program that logs in ${who(account)} to ${where(entrance)} is given this secret.` : `Whoever holds ${things[kind]} is ${who(account)} in ${where(entrance)}.`,
		strength[privilege],
		validity(account),
		evidence.broken,
		evidence.madeUp === true ? "The value reads like one made up for a test or a tutorial." : void 0,
		...evidence.notes,
		entrance.insecureSkipTlsVerify ? "The kubeconfig does not check the server's certificate, so whoever sits between can read along." : void 0
	].filter((sentence) => sentence !== void 0).join(" ");
};
const revokeKey = (privilege) => privilege === "unlimited" ? "Kubernetes cannot revoke a client certificate, and RBAC does not bind system:masters: only a new client CA shuts this key out (kubeadm: new \"ca.crt\" and \"ca.key\", then \"kubeadm certs renew all\" and restart the control plane; managed clusters: rotate the credentials at the provider)." : "Kubernetes cannot revoke a client certificate: remove the RoleBindings and ClusterRoleBindings of its user and groups now, and rotate the cluster's client CA if other bindings or wide groups may still let it in.";
/** A command to copy; names that Kubernetes does not allow come from somebody who wants it copied. */
const command = (namespace, kind, name) => [namespace, name].every((word) => /^[a-z0-9][a-z0-9.-]{0,252}$/.test(word)) ? ` ("kubectl -n ${namespace} delete ${kind} ${name}")` : "";
const revokeToken = ({ evidence }) => {
	const account = evidence.serviceAccount;
	if (account === void 0) return evidence.facts["tokenKind"] === "bootstrap" ? "Delete the bootstrap token with \"kubeadm token delete\", and look through the nodes and signing requests that it may have made." : "Revoke the token where it was issued (the identity provider, the cluster manager, or the API server's token file) and issue a new one.";
	const secret = evidence.facts["tokenSecret"];
	const { namespace, name } = account;
	if (secret !== void 0 || evidence.neverExpires === true) return `Delete the Secret that holds the token${secret === void 0 ? "" : command(namespace, "secret", String(secret))}: from then on the API server refuses it.`;
	return `Delete what the token is bound to, or the service account itself${command(namespace, "serviceaccount", name)}, and make it anew.`;
};
const actions = ({ credential, privilege }) => {
	switch (credential.kind) {
		case "client-key": return revokeKey(privilege);
		case "token": return revokeToken(credential);
		case "password": return "Change the password where the API server or the proxy before it reads it, and use short-lived tokens instead.";
		case "auth-provider": return "Revoke it at the identity provider (end the user's sessions for tokens, renew the client's secret), then log in anew.";
		case "exec-secret": return "Revoke it at the service that issued it, and let the helper read the new one from the machine's own store.";
	}
};
/** What to do, the most pressing first. */
const remediationOf = (account) => `${actions(account)} Look through the API server's audit log for what was done with it. Deleting the file does not help: history keeps it.`;
// src/kubeconfig/server.ts
/** From the most to the least exposed. */
const exposure = [
	"public",
	"unknown",
	"private",
	"cluster-internal",
	"loopback",
	"example"
];
const moreExposed = (a, b) => exposure.indexOf(a) - exposure.indexOf(b);
/** Names of the host itself; Docker Desktop, minikube and OpenShift Local write theirs into the hosts file. */
const loopbackName = /^(?:.*\.)?(?:localhost|localhost\.localdomain|(?:kubernetes|host)\.docker\.internal|host\.minikube\.internal|crc\.testing)$/;
const exampleName = /^(?:.*\.)?(?:example|test|invalid|example\.(?:com|net|org))$/;
const clusterName = /^(?:kubernetes(?:\.default)?|.*\.svc(?:\..*)?|.*\.cluster\.local)$/;
/** Top-level domains of the public DNS have no digits but in Punycode. */
const privateName = /^[^.]+$|\.(?:local|internal|lan|home|corp|intranet|localdomain|private|arpa)$|\.privatelink\.|\.(?!xn--)[a-z-]*\d[a-z\d-]*$/;
const reachOfName = (name) => {
	if (loopbackName.test(name)) return "loopback";
	if (clusterName.test(name)) return "cluster-internal";
	if (exampleName.test(name)) return "example";
	return privateName.test(name) ? "private" : "public";
};
const unfilled = /\{\{|\$\{|\$\(|\$[A-Z_]|<[^>]*>|%[A-Z_]+%|__\w+__|REDACTED/;
/** Reads `server:` of a cluster. A value that is no address, or has gaps to fill in, is `unknown`. */
const readServer = (value) => {
	if (value === void 0 || value.length > 2048 || unfilled.test(value)) return {
		reach: "unknown",
		address: void 0
	};
	let url;
	try {
		url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`);
	} catch {
		return {
			reach: "unknown",
			address: void 0
		};
	}
	const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
	const address = readable(`${url.protocol}//${url.host}${url.pathname === "/" ? "" : url.pathname}`);
	if (host === "") return {
		reach: "unknown",
		address: void 0
	};
	return {
		reach: reachOfAddress(host) ?? reachOfName(host.toLowerCase()),
		address
	};
};
// src/kubeconfig/entrance.ts
const maxOthers = 20;
const through = (context, cluster) => ({
	context: context?.name,
	contextNamespace: context?.namespace,
	cluster: cluster?.name ?? context?.cluster,
	server: readServer(cluster?.server),
	insecureSkipTlsVerify: cluster?.insecureSkipTlsVerify ?? false,
	others: []
});
/**
* Finds where a user leads. Of several clusters the most exposed is named, among equals the current one;
* without a context it is the only cluster that there is.
*/
const entranceOf = (config, user) => {
	const own = config.contexts.filter((context) => context.user !== void 0 && context.user === user.name);
	if (own.length === 0) return through(void 0, config.clusters.length === 1 ? config.clusters[0] : void 0);
	const current = (entrance) => entrance.context === config.currentContext ? 0 : 1;
	const [first, ...rest] = own.slice(0, maxOthers).map((context) => through(context, config.clusters.find(({ name }) => name === context.cluster))).sort((a, b) => moreExposed(a.server.reach, b.server.reach) || current(a) - current(b));
	const others = rest.flatMap(({ cluster }) => cluster === void 0 || cluster === first.cluster ? [] : [cluster]);
	return {
		...first,
		others: [...new Set(others)]
	};
};
// src/kubeconfig/strength.ts
/** Everything is allowed to it and no RBAC rule takes that away (kubernetes.io, "Using RBAC Authorization"). */
const unlimitedGroup = "system:masters";
const administrator = /(?:^|[^a-z])(?:cluster-?admins?|administrators?|admins?|root|super-?user|cluster-?owner|tiller)(?:$|[^a-z])|clusteradmin|^system:(?:bootstrappers|nodes)$/i;
/** What the groups, the subject, the service account and the name of the user say. */
const privilegeOf = ({ evidence }, userName) => {
	if (evidence.groups.includes(unlimitedGroup)) return "unlimited";
	return [
		evidence.subject,
		evidence.serviceAccount?.name,
		userName,
		...evidence.groups
	].some((name) => name !== void 0 && administrator.test(name)) ? "administrator" : "unknown";
};
const ladder = [
	"info",
	"low",
	"medium",
	"high",
	"critical"
];
const base = {
	unlimited: 4,
	administrator: 3,
	unknown: 2
};
/**
* Begins at the privilege; one step up for a public server, one for a token that never ends; at most medium where only
* the own machine is reached, low when expired or made up, info when it cannot work.
*/
const severityOf = ({ evidence }, privilege, { server }, expired) => {
	if (evidence.broken !== void 0) return "info";
	if (expired || evidence.madeUp === true) return "low";
	const raised = base[privilege] + (server.reach === "public" ? 1 : 0) + (evidence.neverExpires === true ? 1 : 0);
	const limit = server.reach === "loopback" || server.reach === "example" ? 2 : 4;
	return ladder[Math.min(raised, limit)];
};
// src/kubeconfig/judge.ts
const provider = "kubernetes";
const factsOf = ({ user, credential, entrance, privilege, expired }) => {
	const { evidence } = credential;
	return {
		provider,
		...optional("user", user),
		...optional("context", entrance.context),
		...optional("contextNamespace", entrance.contextNamespace),
		...optional("cluster", entrance.cluster),
		...entrance.others.length === 0 ? {} : { otherClusters: entrance.others },
		...optional("server", entrance.server.address),
		reach: entrance.server.reach,
		insecureSkipTlsVerify: entrance.insecureSkipTlsVerify,
		...optional("subject", evidence.subject),
		...evidence.groups.length === 0 ? {} : { groups: evidence.groups },
		privilege,
		...optional("notBefore", evidence.notBefore?.toISOString()),
		...optional("notAfter", evidence.notAfter?.toISOString()),
		...evidence.notAfter === void 0 ? {} : { expired },
		...evidence.neverExpires === true ? { neverExpires: true } : {},
		...evidence.facts
	};
};
/** Keys and tokens are the same secret however their lines are broken. */
const secretOf = ({ kind, scalar }) => kind === "password" ? scalar.value : scalar.value.replaceAll(/\s+/g, "");
/** The secrets of a login helper belong to another service, whose own rule knows more of them. */
const rankOf = ({ kind }) => kind === "exec-secret" ? ranks.contextual : ranks.parser;
const toMatch = (account) => {
	const { credential, privilege, entrance, expired } = account;
	return {
		check: `kubeconfig/${credential.kind}`,
		provider,
		title: titles[credential.kind],
		severity: severityOf(credential, privilege, entrance, expired),
		proof: credential.evidence.proof,
		detail: detailOf(account),
		remediation: remediationOf(account),
		facts: factsOf(account),
		secret: secretOf(credential),
		start: credential.scalar.start,
		end: credential.scalar.end,
		rank: rankOf(credential)
	};
};
/** A list of users with tokens and passwords alone is no kubeconfig yet: other programs write such lists too. */
const isKubeconfig = ({ clusters, contexts, currentContext }, user) => clusters.length > 0 || contexts.length > 0 || currentContext !== void 0 || user.keyData !== void 0 || user.certificateData !== void 0;
/** One match for each credential of a kubeconfig. */
const judgeKubeconfig = (config, now, readKey) => config.users.filter((user) => isKubeconfig(config, user)).flatMap((user) => {
	const entrance = entranceOf(config, user);
	return credentialsOf(user, readKey).map((credential) => {
		const { notAfter } = credential.evidence;
		const expired = notAfter !== void 0 && notAfter.getTime() < now.getTime();
		const privilege = privilegeOf(credential, user.name);
		return toMatch({
			user: user.name,
			credential,
			entrance,
			privilege,
			expired
		});
	});
});
// src/kubeconfig/parser.ts
/** Without one of these words a content has no way into a cluster, or none that a kubeconfig's shape could tell. */
const anchors = [
	"client-key-data",
	"client-certificate-data",
	"certificate-authority-data",
	"current-context",
	"insecure-skip-tls-verify",
	"contexts:",
	"contexts\":",
	"contexts\\\":",
	"kind: Config\n",
	"kind: Config\r"
];
/** How many keys of one content are compared with their certificates; further ones are reported by their place alone. */
const maxKeys = 2e3;
const boundedKeyReader = () => {
	let count = 0;
	return (keyData, certificateData) => count++ < maxKeys ? readKey(keyData, certificateData) : unreadKey;
};
/** Two ways may lead to the same secret; the first knew more of its surroundings. */
const addNew = (matches, found) => {
	for (const match of found) if (!matches.has(match.start)) matches.set(match.start, match);
};
const parse = (content, now) => {
	const source = wholeText(content);
	const reader = boundedKeyReader();
	const matches = /* @__PURE__ */ new Map();
	const add = (find) => {
		try {
			for (const config of find()) addNew(matches, judgeKubeconfig(config, now, reader));
		} catch {}
	};
	add(() => findKubeconfigs(source));
	add(() => loneUsers(source));
	add(() => loneKeys(source, (at) => matches.has(at)));
	return [...matches.values()].sort((a, b) => a.start - b.start);
};
/** A parser that takes the time from `clock`, so that what has expired can be tested. */
const createKubeconfigParser = (clock) => ({
	anchors,
	parse: (content) => parse(content, clock())
});
/** Finds the credentials of kubeconfigs. */
const kubeconfigParser = createKubeconfigParser(() => /* @__PURE__ */ new Date());
export { encodingName as _, createDetector as a, createKernel as b, compileExpression as c, isServiceCheck as d, serviceWords as f, encodedImages as g, decodeAround as h, documentParsers as i, surroundings as l, escapesRule as m, kubeconfigChecks as n, piecesOf as o, decodeEscapes as p, documentChecks as r, regionsHolding as s, kubeconfigParser as t, weigh as u, telltaleWords as v, rules as x, lastAtOrBefore as y };
