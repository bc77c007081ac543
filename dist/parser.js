import { n as __require, t as __commonJSMin } from "./rolldown-runtime.js";
import { i as severityRank, t as proofRank } from "./finding.js";
import { isIPv6 } from "node:net";
import { constants, crc32, gunzipSync, inflateRawSync } from "node:zlib";
import { X509Certificate, createECDH, createHash, createHmac, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
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
			"before": 1,
			"after": 2003
		},
		"proof": "structural",
		"prover": {
			"name": "base64-json",
			"options": {
				"keys": "email,secretKey",
				"facts": "email=account,signInAddress=host"
			}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 38
		},
		"proof": "structural",
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 59
		},
		"proof": "structural",
		"prover": {
			"name": "bech32",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 80
		},
		"proof": "structural",
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 21
		},
		"proof": "structural",
		"minEntropy": 3.5,
		"encoded": true,
		"custom": false
	},
	{
		"id": "secrets/anthropic-api-key",
		"provider": "anthropic",
		"title": "Anthropic API key",
		"severity": "critical",
		"opens": "Calls models at the owner’s expense and reads what the key’s project stored.",
		"remediation": "Revoke it at Anthropic and issue a new one; removing it from the file is not enough.",
		"anchors": ["sk-ant-"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])sk-ant-(?<kind>api|admin|oat|ort|sid)[0-9]{2}-[0-9A-Za-z_-]{80,120}(?![0-9A-Za-z_-])",
		"window": {
			"before": 1,
			"after": 129
		},
		"proof": "structural",
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 69
		},
		"proof": "structural",
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 230
		},
		"proof": "structural",
		"prover": {
			"name": "crc32-hex",
			"options": { "upper": true }
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 230
		},
		"proof": "structural",
		"prover": {
			"name": "crc32-hex",
			"options": { "upper": true }
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 33
		},
		"proof": "structural",
		"prover": {
			"name": "crc32-hex",
			"options": { "upper": true }
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 51
		},
		"proof": "structural",
		"prover": {
			"name": "base64-text",
			"options": { "pattern": "^[0-9]{9,14}:" }
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 89
		},
		"proof": "contextual",
		"prover": {
			"name": "base64-text",
			"options": { "pattern": "^[0-9]{9,14}:" }
		},
		"encoded": false,
		"custom": false
	},
	{
		"id": "secrets/aws-access-key-id",
		"provider": "aws",
		"title": "AWS access key id",
		"severity": "medium",
		"opens": "Names an AWS key; with its secret half, which is often nearby or in the same history, it opens the account.",
		"remediation": "Revoke it at Amazon Web Services and issue a new one; removing it from the file is not enough.",
		"anchors": ["AKIA"],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_])AKIA[A-Z2-7]{16}(?![0-9A-Za-z_])",
		"window": {
			"before": 1,
			"after": 17
		},
		"proof": "structural",
		"prover": {
			"name": "aws-account",
			"options": {}
		},
		"minEntropy": 3,
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 17
		},
		"proof": "structural",
		"prover": {
			"name": "aws-account",
			"options": {}
		},
		"minEntropy": 3,
		"encoded": true,
		"custom": false
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
		"minEntropy": 4.2,
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 198
		},
		"proof": "structural",
		"prover": {
			"name": "aws-account",
			"options": {}
		},
		"minEntropy": 4.3,
		"encoded": true,
		"custom": false
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
			"before": 1,
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
			"before": 1,
			"after": 263
		},
		"proof": "structural",
		"prover": {
			"name": "base64-text",
			"options": { "pattern": "^BedrockAPIKey-[a-z0-9]{1,20}-at-(?<account>[0-9]{12}):" }
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
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
			"before": 1,
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
		"prover": {
			"name": "azure-key",
			"options": { "bytes": 64 }
		},
		"encoded": true,
		"custom": false
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
		"prover": {
			"name": "azure-key",
			"options": { "bytes": 32 }
		},
		"encoded": true,
		"custom": false
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
		"prover": {
			"name": "azure-sas",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 77,
			"after": 9
		},
		"proof": "structural",
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Default0" }
		},
		"encoded": false,
		"custom": false
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
			"before": 77,
			"after": 9
		},
		"proof": "structural",
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "MastRW00,MastRO00,SysAll00,Resour00,SystRO00,SystRW00,Encryp00" }
		},
		"encoded": false,
		"custom": false
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
			"before": 77,
			"after": 9
		},
		"proof": "structural",
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "AbAcct00" }
		},
		"encoded": false,
		"custom": false
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
			"before": 77,
			"after": 9
		},
		"proof": "structural",
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Classic0" }
		},
		"encoded": false,
		"custom": false
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
			"before": 77,
			"after": 9
		},
		"proof": "structural",
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Tenant00,IoTHub00,Gatewy00,GitKey00" }
		},
		"encoded": false,
		"custom": false
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
			"before": 34,
			"after": 8
		},
		"proof": "structural",
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "IoTHub00,DpsKey00,Device00" }
		},
		"encoded": false,
		"custom": false
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
			"before": 34,
			"after": 8
		},
		"proof": "structural",
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Access00" }
		},
		"encoded": false,
		"custom": false
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
			"before": 34,
			"after": 8
		},
		"proof": "structural",
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Send0000,Listen00,Manage00,System00,Unknown0" }
		},
		"encoded": false,
		"custom": false
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
			"before": 34,
			"after": 8
		},
		"proof": "structural",
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Send0000,Listen00,Manage00,System00,Unknown0" }
		},
		"encoded": false,
		"custom": false
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
			"before": 34,
			"after": 8
		},
		"proof": "structural",
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Send0000,Listen00,Manage00,System00,Unknown0" }
		},
		"encoded": false,
		"custom": false
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
			"before": 43,
			"after": 7
		},
		"proof": "structural",
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "PAdmin00,Query000" }
		},
		"encoded": false,
		"custom": false
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
			"before": 43,
			"after": 7
		},
		"proof": "structural",
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "ACRDflt0" }
		},
		"encoded": false,
		"custom": false
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
			"before": 45,
			"after": 9
		},
		"proof": "structural",
		"prover": {
			"name": "azure-identifiable",
			"options": { "seeds": "Functi00,System00,Master00" }
		},
		"encoded": false,
		"custom": false
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
		"expression": "(?<![0-9A-Za-z+/])[0-9A-Za-z]{52}JQQJ9[9DH][0-9A-Za-z][A-L][0-9A-Za-z]{16}[A-Za-z][0-9A-Za-z]{7}(?:[0-9A-Za-z]{2}==)?(?![0-9A-Za-z+/=])",
		"window": {
			"before": 53,
			"after": 32
		},
		"proof": "structural",
		"prover": {
			"name": "azure-cask",
			"options": { "bonus": true }
		},
		"encoded": true,
		"custom": false
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
			"before": 4,
			"after": 35
		},
		"proof": "structural",
		"prover": {
			"name": "entra",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 105
		},
		"proof": "contextual",
		"prover": {
			"name": "azure-devops",
			"options": {}
		},
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 82
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 49
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 64
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 50
		},
		"proof": "structural",
		"prover": {
			"name": "crc32-hex",
			"options": { "bonus": true }
		},
		"minEntropy": 3.5,
		"encoded": true,
		"custom": false
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
			"before": 1,
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
			"before": 1,
			"after": 90
		},
		"proof": "contextual",
		"minEntropy": 4,
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 89
		},
		"proof": "contextual",
		"minEntropy": 3,
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 85
		},
		"proof": "contextual",
		"minEntropy": 3.8,
		"encoded": false,
		"custom": false
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
		"requires": ["-p"],
		"window": {
			"before": 30,
			"after": 1150
		},
		"proof": "contextual",
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"encoded": false,
		"custom": false
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
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 61
		},
		"proof": "structural",
		"prover": {
			"name": "confluent",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 34
		},
		"proof": "structural",
		"minEntropy": 4,
		"encoded": false,
		"custom": false
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
		"expression": "(?<![A-Za-z0-9_.])(?:password|pwd) ?= ?[\"']?(?<secret>[^\\s;&\"'`<>\\\\]{1,128})",
		"window": {
			"before": 2,
			"after": 140
		},
		"proof": "contextual",
		"prover": {
			"name": "connection-string",
			"options": {}
		},
		"encoded": false,
		"custom": false
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
			"before": 200,
			"after": 260
		},
		"proof": "contextual",
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"encoded": false,
		"custom": false
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
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 36
		},
		"proof": "structural",
		"minEntropy": 3,
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 33
		},
		"proof": "structural",
		"minEntropy": 3,
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 78
		},
		"proof": "contextual",
		"minEntropy": 3,
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 94
		},
		"proof": "contextual",
		"minEntropy": 3,
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
			"before": 1,
			"after": 82
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 126
		},
		"proof": "contextual",
		"prover": {
			"name": "base64-text",
			"options": { "pattern": "^(?<bot>[0-9]{17,20})$" }
		},
		"encoded": false,
		"custom": false
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
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
		"prover": {
			"name": "docker-auth",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
		"prover": {
			"name": "opaque-token",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
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
			"before": 1,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 84
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 1503
		},
		"proof": "structural",
		"minEntropy": 4,
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
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
			"before": 1,
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
			"before": 1,
			"after": 55
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 49
		},
		"proof": "structural",
		"minEntropy": 3,
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 82
		},
		"proof": "contextual",
		"minEntropy": 3,
		"encoded": false,
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
			"before": 1,
			"after": 42
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
		"expression": "(?<![0-9A-Za-z_])fm(?:1a|1r|2)_[0-9A-Za-z+/]{100,1500}={0,3}(?![0-9A-Za-z+/=])",
		"window": {
			"before": 1,
			"after": 1505
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
		"prover": {
			"name": "service-account",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
		"prover": {
			"name": "authorized-user",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"identified by"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<key>(?:pass|pwd|identified by)[\\w$.-]{0,40})(?=(?<sep>[\"'`\\\\\\])]{0,4}(?:(?::[ \\t]?|[ \\t])(?:&'static |&|const |final )?(?:string|str|text|char|optional\\[str\\]|securestring|secretstr)[?*\\[\\]]{0,2}(?=[ \\t]{0,40}=))?(?:[\\s,{]{0,40}(?:type\\s{0,8}=\\s{0,8}string\\s{1,20})?[\"']?(?:value|default)[\"']?\\s{0,8}[:=][ \\t]{0,8}|[ \\t]{0,40}(?:=>|:=|[=!]?={1,2}|:-|:|,|\\(|\\|\\||\\?\\?)[ \\t]{0,40}(?:(?:@|[brfu])(?=[\"']))?|>|[ \\t]{1,40})\\\\{0,2}[\"'`]?)(?<secret>(?<=\")[^\"\\\\\\r\\n]{4,200}(?=\\\\{0,2}\")|(?<=')[^'\\\\\\r\\n]{4,200}(?=\\\\{0,2}')|(?<=`)[^`\\\\\\r\\n]{4,200}(?=`)|(?<=[\\s=:>-])[^\\s\"'`<>\\\\,;(){}[\\]]{4,200}(?=[\\s\"'`<\\\\,;)}&]|$)))",
		"anchored": true,
		"window": {
			"before": 0,
			"after": 460
		},
		"proof": "generic",
		"prover": {
			"name": "assignment",
			"options": { "kind": "password" }
		},
		"encoded": false,
		"custom": false
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
			"app-key"
		],
		"run": 0,
		"ignoreCase": true,
		"expression": "(?<key>(?:secret|token|credential|(?:api|access|auth|private|encryption|signing|account|master|shared|app)[_-]?key)[\\w$.-]{0,40})(?=(?<sep>[\"'`\\\\\\])]{0,4}(?:(?::[ \\t]?|[ \\t])(?:&'static |&|const |final )?(?:string|str|text|char|optional\\[str\\]|securestring|secretstr)[?*\\[\\]]{0,2}(?=[ \\t]{0,40}=))?(?:[\\s,{]{0,40}(?:type\\s{0,8}=\\s{0,8}string\\s{1,20})?[\"']?(?:value|default)[\"']?\\s{0,8}[:=][ \\t]{0,8}|[ \\t]{0,40}(?:=>|:=|[=!]?={1,2}|:-|:|,|\\(|\\|\\||\\?\\?)[ \\t]{0,40}(?:(?:@|[brfu])(?=[\"']))?|>|[ \\t]{1,40})\\\\{0,2}[\"'`]?)(?<secret>(?<=\")[^\"\\\\\\r\\n]{4,200}(?=\\\\{0,2}\")|(?<=')[^'\\\\\\r\\n]{4,200}(?=\\\\{0,2}')|(?<=`)[^`\\\\\\r\\n]{4,200}(?=`)|(?<=[\\s=:>-])[^\\s\"'`<>\\\\,;(){}[\\]]{4,200}(?=[\\s\"'`<\\\\,;)}&]|$)))",
		"anchored": true,
		"window": {
			"before": 0,
			"after": 460
		},
		"proof": "generic",
		"prover": {
			"name": "assignment",
			"options": { "kind": "key" }
		},
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 37
		},
		"proof": "structural",
		"prover": {
			"name": "crc32-base62",
			"options": { "skip": 4 }
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 37
		},
		"proof": "structural",
		"prover": {
			"name": "crc32-base62",
			"options": { "skip": 4 }
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 37
		},
		"proof": "structural",
		"prover": {
			"name": "crc32-base62",
			"options": { "skip": 4 }
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 77
		},
		"proof": "structural",
		"prover": {
			"name": "crc32-base62",
			"options": { "skip": 4 }
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 37
		},
		"proof": "structural",
		"prover": {
			"name": "crc32-base62",
			"options": {
				"skip": 4,
				"bonus": true
			}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 4022
		},
		"proof": "structural",
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 83
		},
		"proof": "structural",
		"prover": {
			"name": "github-fine-grained",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
		"expression": "(?<![0-9A-Za-z_-])glpat-[0-9A-Za-z_-]{20}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 1,
			"after": 21
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
		"expression": "(?<![0-9A-Za-z_-])glpat-(?:t[0-9]_)?(?<payload>[0-9A-Za-z_-]{27,300})\\.(?:[0-9a-z]{2}\\.)?[0-9a-z]{9}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 1,
			"after": 317
		},
		"proof": "structural",
		"prover": {
			"name": "gitlab-routable",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
		"expression": "(?<![0-9A-Za-z_-])glrt-(?:t[0-9]_)?(?<payload>[0-9A-Za-z_-]{27,300})\\.(?:[0-9a-z]{2}\\.)?[0-9a-z]{9}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 1,
			"after": 317
		},
		"proof": "structural",
		"prover": {
			"name": "gitlab-routable",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
		"expression": "(?<![0-9A-Za-z_-])gldt-[0-9A-Za-z_-]{20}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 1,
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
		"expression": "(?<![0-9A-Za-z_-])glrt-(?:t[0-9]_)?[0-9A-Za-z_-]{20}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 1,
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
		"expression": "(?<![0-9A-Za-z_-])glcbt-[0-9A-Za-z]{1,5}_[0-9A-Za-z_-]{20}(?![0-9A-Za-z_-])",
		"window": {
			"before": 1,
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
		"expression": "(?<![0-9A-Za-z_-])glptt-[0-9a-f]{40}(?![0-9A-Za-z_-])",
		"window": {
			"before": 1,
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
		"expression": "(?<![0-9A-Za-z_-])glft-[0-9A-Za-z_-]{20}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 1,
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
		"expression": "(?<![0-9A-Za-z_-])glsoat-[0-9A-Za-z_-]{20}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 1,
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
		"expression": "(?<![0-9A-Za-z_-])glimt-[0-9A-Za-z_-]{25}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 1,
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
		"expression": "(?<![0-9A-Za-z_-])glffct-[0-9A-Za-z_-]{20}(?![0-9A-Za-z_.-])",
		"window": {
			"before": 1,
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
		"expression": "(?<![0-9A-Za-z_-])glagent-[0-9A-Za-z_-]{50}(?![0-9A-Za-z_-])",
		"window": {
			"before": 1,
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
		"expression": "(?<![0-9A-Za-z_-])gloas-[0-9a-f]{64}(?![0-9A-Za-z_-])",
		"window": {
			"before": 1,
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
			"before": 1,
			"after": 21
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 36
		},
		"proof": "structural",
		"minEntropy": 3.5,
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 29
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 1001
		},
		"proof": "structural",
		"minEntropy": 3.5,
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 201
		},
		"proof": "structural",
		"minEntropy": 4,
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 42
		},
		"proof": "structural",
		"prover": {
			"name": "crc32-hex",
			"options": {
				"separator": 1,
				"little": true
			}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 406
		},
		"proof": "structural",
		"prover": {
			"name": "base64-json",
			"options": {
				"keys": "o,n,k",
				"facts": "o=organization,n=name"
			}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 303
		},
		"proof": "structural",
		"prover": {
			"name": "base64-json",
			"options": {
				"keys": "k,n,id",
				"facts": "n=name,id=organization"
			}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 53
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 205
		},
		"proof": "structural",
		"prover": {
			"name": "base64-bytes",
			"options": { "starts": "080112" }
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 25
		},
		"proof": "structural",
		"minEntropy": 3.5,
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 301
		},
		"proof": "structural",
		"minEntropy": 3.5,
		"encoded": true,
		"custom": false
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
			"before": 3,
			"after": 71
		},
		"proof": "contextual",
		"minEntropy": 3.5,
		"encoded": false,
		"custom": false
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
			"before": 15,
			"after": 71
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
			"before": 1,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 80
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false
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
			":{SHA}"
		],
		"run": 0,
		"ignoreCase": false,
		"expression": "(?<![^\\s\"'=])[A-Za-z0-9._@-]{1,64}:(?<secret>\\$apr1\\$[A-Za-z0-9./]{1,8}\\$[A-Za-z0-9./]{22}|\\$2[aby]\\$\\d\\d\\$[A-Za-z0-9./]{53}|\\{SHA\\}[A-Za-z0-9+/]{27}=)(?![A-Za-z0-9./=])",
		"window": {
			"before": 66,
			"after": 70
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 1040
		},
		"proof": "contextual",
		"prover": {
			"name": "basic-auth",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 536
		},
		"proof": "contextual",
		"prover": {
			"name": "opaque-token",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 290
		},
		"proof": "contextual",
		"prover": {
			"name": "opaque-token",
			"options": {}
		},
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 1050
		},
		"proof": "contextual",
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 35
		},
		"proof": "structural",
		"minEntropy": 3.8,
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 35
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 33
		},
		"proof": "structural",
		"minEntropy": 4,
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 57
		},
		"proof": "structural",
		"prover": {
			"name": "base64-text",
			"options": { "pattern": "^reftkn:[0-9]{2}:(?<expires>[0-9]{10}):" }
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 70
		},
		"proof": "structural",
		"prover": {
			"name": "base58-length",
			"options": { "bytes": 54 }
		},
		"encoded": true,
		"custom": false
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
		"prover": {
			"name": "jwt",
			"options": { "kind": "other" }
		},
		"encoded": true,
		"custom": false
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
		"prover": {
			"name": "jwt",
			"options": { "kind": "kubernetes" }
		},
		"encoded": true,
		"custom": false
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
			"before": 20,
			"after": 130
		},
		"proof": "contextual",
		"minEntropy": 3,
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 104
		},
		"proof": "contextual",
		"minEntropy": 3,
		"encoded": false,
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
			"before": 1,
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
		"anchors": ["api-", "sdk-"],
		"run": 36,
		"ignoreCase": false,
		"expression": "(?<![0-9A-Za-z_-])(?:api|sdk)-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9A-Za-z_-])",
		"window": {
			"before": 1,
			"after": 37
		},
		"proof": "structural",
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 33,
			"after": 3
		},
		"proof": "structural",
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"minEntropy": 3,
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 33
		},
		"proof": "structural",
		"minEntropy": 3,
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 89
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 144
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 76
		},
		"proof": "contextual",
		"minEntropy": 3.8,
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 56
		},
		"proof": "structural",
		"prover": {
			"name": "nats",
			"options": {}
		},
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 49
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
		"expression": "(?<![A-Za-z0-9_])machine\\s{1,8}(?<host>(?:localhost|[A-Za-z_${}-]{0,100}[0-9.$][A-Za-z0-9._${}-]{0,155}))\\s{1,20}login\\s{1,8}(?<user>[^\\s]{1,128})\\s{1,20}password\\s{1,8}(?<secret>[^\\s\"'\\\\]{1,512})",
		"window": {
			"before": 1,
			"after": 980
		},
		"proof": "contextual",
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 28
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
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
			"before": 1,
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
			"before": 37,
			"after": 1
		},
		"proof": "structural",
		"minEntropy": 3,
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 47
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 44
		},
		"proof": "structural",
		"minEntropy": 4.2,
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 37
		},
		"proof": "structural",
		"prover": {
			"name": "crc32-base62",
			"options": { "skip": 4 }
		},
		"encoded": true,
		"custom": false
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
		"expression": "_authToken[\"\\']?[ \\t]{0,2}=[ \\t]{0,2}[\"\\']?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9A-Za-z_-])",
		"window": {
			"before": 0,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 44
		},
		"proof": "structural",
		"minEntropy": 3.8,
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 28
		},
		"proof": "structural",
		"minEntropy": 3.5,
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 91
		},
		"proof": "contextual",
		"minEntropy": 4,
		"encoded": false,
		"custom": false
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
			"before": 113,
			"after": 101
		},
		"proof": "structural",
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 44
		},
		"proof": "structural",
		"minEntropy": 4,
		"encoded": true,
		"custom": false
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
			"before": 2,
			"after": 2070
		},
		"proof": "contextual",
		"prover": {
			"name": "opaque-token",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 2070
		},
		"proof": "contextual",
		"prover": {
			"name": "basic-auth",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
		"prover": {
			"name": "base64-password",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
		"expression": "\\[[A-Za-z0-9_.-]{1,60}\\][ \\t]{0,4}\\r?\\n(?:[ \\t]{0,8}repository[ \\t]{0,4}[:=][ \\t]{0,4}[^\\s]{1,200}[ \\t]{0,4}\\r?\\n)?[ \\t]{0,8}username[ \\t]{0,4}[:=][ \\t]{0,4}(?<user>[^\\s]{1,200})[ \\t]{0,4}\\r?\\n[ \\t]{0,8}password[ \\t]{0,4}[:=][ \\t]{0,4}(?<secret>[^\\s]{1,512})",
		"requires": ["]", "username"],
		"window": {
			"before": 760,
			"after": 540
		},
		"proof": "contextual",
		"prover": {
			"name": "user-at-host",
			"options": {}
		},
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 71
		},
		"proof": "contextual",
		"minEntropy": 3.5,
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 49
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 71
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
			"before": 1,
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
			"before": 1,
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
			"before": 1,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 51
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 60
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 37
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
		"prover": {
			"name": "private-key",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
		"prover": {
			"name": "pgp-key",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
		"prover": {
			"name": "putty-key",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 56
		},
		"proof": "structural",
		"prover": {
			"name": "wireguard-key",
			"options": {}
		},
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
			"before": 1,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 1008
		},
		"proof": "structural",
		"prover": {
			"name": "base64-bytes",
			"options": { "starts": "020108707970692e6f7267,02010d746573742e707970692e6f7267" }
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 15
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 71
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
			"before": 1,
			"after": 38
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 49
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 49
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 67
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 450
		},
		"proof": "structural",
		"prover": {
			"name": "base64-json",
			"options": {
				"keys": "iat,url,org",
				"facts": "org=organization,url=url"
			}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 65
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 109
		},
		"proof": "contextual",
		"minEntropy": 3,
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 41
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
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
			"before": 1,
			"after": 33
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 65
		},
		"proof": "structural",
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 78
		},
		"proof": "structural",
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 112
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
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
			"before": 1,
			"after": 96
		},
		"proof": "structural",
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
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
			"before": 1,
			"after": 80
		},
		"proof": "contextual",
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 41
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
			"before": 1,
			"after": 58
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 23
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
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
			"before": 1,
			"after": 61
		},
		"proof": "structural",
		"minEntropy": 4,
		"encoded": true,
		"custom": false
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
		"expression": "(?<![0-9A-Za-z_])sk_live_[0-9A-Za-z]{24,247}(?![0-9A-Za-z])",
		"window": {
			"before": 1,
			"after": 248
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 248
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
		"expression": "(?<![0-9A-Za-z_])[rs]k_test_[0-9A-Za-z]{24,247}(?![0-9A-Za-z])",
		"window": {
			"before": 1,
			"after": 248
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
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
			"before": 1,
			"after": 248
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
		"prover": {
			"name": "jwt",
			"options": { "kind": "supabase" }
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 44
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 32
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 32
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 88
		},
		"proof": "structural",
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"minEntropy": 3.5,
		"encoded": true,
		"custom": false
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
			"before": 14,
			"after": 34
		},
		"proof": "structural",
		"prover": {
			"name": "group-facts",
			"options": {}
		},
		"minEntropy": 3.8,
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 80
		},
		"proof": "contextual",
		"minEntropy": 3,
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 32
		},
		"proof": "structural",
		"minEntropy": 3,
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 61
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
		"expression": "(?<![A-Za-z0-9+.])(?<scheme>[A-Za-z][A-Za-z0-9+.-]{1,30}):(?://|\\\\/\\\\/)(?<user>[^\\s:/@\"'`<>()\\[\\]\\\\|^?#,]{0,100}|<[\\w -]{1,40}>):(?<secret>[^\\s/\"'`<>\\\\]{1,256}(?:\\\\u00[0-9a-fA-F]{2}[^\\s/\"'`<>\\\\]{0,60}){0,4})@(?<host>\\[[0-9a-fA-F:.]{2,45}\\]|[A-Za-z0-9._~%-]{1,255}|[$%{<][^\\s/\"'`,@]{1,80})",
		"requires": ["@"],
		"window": {
			"before": 32,
			"after": 890
		},
		"proof": "contextual",
		"prover": {
			"name": "url-password",
			"options": {}
		},
		"encoded": true,
		"custom": false
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
		"prover": {
			"name": "opaque-token",
			"options": {}
		},
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 57
		},
		"proof": "structural",
		"prover": {
			"name": "crc32-base62",
			"options": { "skip": 4 }
		},
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 71
		},
		"proof": "contextual",
		"minEntropy": 3.8,
		"encoded": false,
		"custom": false
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
			"before": 1,
			"after": 81
		},
		"proof": "structural",
		"encoded": true,
		"custom": false
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
			"before": 1,
			"after": 42
		},
		"proof": "structural",
		"prover": {
			"name": "crc32-hex",
			"options": {
				"skip": 5,
				"separator": 1
			}
		},
		"encoded": true,
		"custom": false
	}
];
// src/kernel/heap.ts
const pageSize$1 = 65536;
const smallest$1 = 256;
/** Memory grows by at least this much, to grow seldom. */
const growth = 16 << 20;
const limit = 4294967296;
/** Sizes come in four steps per power of two: at most a quarter of a block is waste. */
const sizeClass = (size) => {
	if (size <= smallest$1) return smallest$1;
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
let compiled;
const compile = () => {
	compiled ??= new WebAssembly.Module(readFileSync(new URL("kernel.wasm", import.meta.url)));
	return compiled;
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
	if (encoding === "base64" || at % 2 === 0) return true;
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
const maxRun = 1 << 20;
/** Encoders break lines at 60, 64 or 76 characters; a shorter line is text that only looks like base64, a much longer one is no line of many. */
const minWidth = 48;
const maxWidth = 1024;
/** Wider indentation than this is not looked through. */
const maxIndentation = 64;
/** Bytes around a run that decide where it begins and ends: a line that is none of its own, and what leads to it. */
const runReach = 1096;
const [feed, carriage, space, tab, backslash, letterN, letterR] = [
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
	while (start > 0 && from - start < maxRun && base64Class[content[start - 1]] === 1) start--;
	return content[start] === letterN && content[start - 1] === backslash ? start + 1 : start;
};
const runForward = (content, from) => {
	let end = from;
	while (end < content.length && end - from < maxRun && base64Class[content[end]] === 1) end++;
	return end;
};
/** The end of the line before the one that begins at `start`, or -1 where something else stands before it. */
const previousLineEnd = (content, start) => {
	if (content[start - 1] === letterN && content[start - 2] === backslash) return content[start - 3] === letterR && content[start - 4] === backslash ? start - 4 : start - 2;
	let at = start;
	while (start - at < maxIndentation && (content[at - 1] === space || content[at - 1] === tab)) at--;
	if (content[at - 1] !== feed) return -1;
	return content[at - 2] === carriage ? at - 2 : at - 1;
};
/** The start of the line after the one that ends at `end`, its indentation left out, or -1. */
const nextLineStart = (content, end) => {
	let at = end;
	if (content[at] === backslash && content[at + 1] === letterR) at += 2;
	if (content[at] === backslash && content[at + 1] === letterN) return at + 2;
	if (content[at] === carriage) at++;
	if (content[at] !== feed) return -1;
	at++;
	for (const line = at; at - line < maxIndentation && (content[at] === space || content[at] === tab);) at++;
	return at;
};
const linesBefore = (content, at, first) => {
	const lines = [];
	let width = 0;
	for (let end = previousLineEnd(content, first); end > 0 && at - end < maxRun;) {
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
	while (end - at < maxRun && isFullLine(end - start, width)) {
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
	const above = linesBefore(content, at, line[0]);
	const width = above.length === 0 ? 0 : above[0][1] - above[0][0];
	const fits = width === 0 || line[1] - line[0] <= width;
	return { parts: [
		...fits ? above : [],
		line,
		...linesAfter(content, at, line, fits ? width : 0)
	] };
};
// src/detect/encodings.ts
/** Shorter base64 images occur by chance too often to be worth a decode. */
const minBase64Image = 5;
const utf16 = (anchor, littleEndian) => {
	const bytes = new Uint8Array(anchor.length * 2);
	for (let i = 0; i < anchor.length; i++) bytes[i * 2 + (littleEndian ? 0 : 1)] = anchor.charCodeAt(i);
	return bytes;
};
/**
* The characters of base64 that depend on the anchor alone, when `shift` bytes precede it in its group of three.
* Anchor bits run from 8 × shift; whole characters are the sixes of bits inside (RFC 4648, section 4).
*/
const base64Image = (anchor, shift) => {
	const padded = Buffer.concat([
		Buffer.alloc(shift),
		Buffer.from(anchor, "latin1"),
		Buffer.alloc(2)
	]);
	const first = Math.ceil(shift * 8 / 6);
	const last = Math.floor((shift + anchor.length) * 8 / 6);
	return {
		bytes: Buffer.from(padded.toString("base64").slice(first, last), "latin1"),
		encoding: "base64",
		phase: first % 4
	};
};
/** An anchor in UTF-16 of both byte orders and in the three alignments of base64 (standard and URL-safe alike). */
const encodedImages = (anchor) => {
	const wide = [{
		bytes: utf16(anchor, true),
		encoding: "utf16le",
		phase: 0
	}, {
		bytes: utf16(anchor, false),
		encoding: "utf16be",
		phase: 0
	}];
	const base64 = [
		0,
		1,
		2
	].map((shift) => base64Image(anchor, shift));
	const urlSafe = base64.map((image) => ({
		...image,
		bytes: Buffer.from(Buffer.from(image.bytes).toString("latin1").replaceAll("+", "-").replaceAll("/", "_"), "latin1")
	}));
	const distinct = new Map([...base64, ...urlSafe].map((image) => [`${image.phase} ${image.bytes}`, image]));
	return [...wide, ...[...distinct.values()].filter(({ bytes }) => bytes.length >= minBase64Image)];
};
/** Decodes the run of base64 characters around `at`, aligned by the image's phase. */
const decodeBase64 = (content, at, phase) => {
	const { parts } = base64Run(content, at);
	const firsts = [];
	let length = 0;
	let before = 0;
	for (const [start, end] of parts) {
		firsts.push(length);
		if (start <= at) before = length + at - start;
		length += end - start;
	}
	const contentOf = (index) => {
		let part = firsts.length - 1;
		while (part > 0 && firsts[part] > index) part--;
		return Math.min(parts[part][1], parts[part][0] + index - firsts[part]);
	};
	const skipped = ((before - phase) % 4 + 4) % 4;
	const text = parts.map(([start, end]) => content.toString("latin1", start, end)).join("");
	return {
		bytes: Buffer.from(text.slice(skipped), "base64"),
		start: contentOf(skipped),
		toContent: (offset) => contentOf(skipped + Math.floor(offset / 3) * 4 + offset % 3)
	};
};
/** Narrows the UTF-16 stretch around `at` to bytes; it ends at the first unit above 0xFF or at a NUL. */
const decodeUtf16 = (content, at, littleEndian, reach) => {
	const high = littleEndian ? 1 : 0;
	const isText = (unit) => content[unit + high] === 0 && content[unit + 1 - high] !== 0;
	let start = at;
	while (start >= 2 && at - start < reach * 2 && isText(start - 2)) start -= 2;
	let end = at;
	while (end + 1 < content.length && end - at < reach * 2 && isText(end)) end += 2;
	const bytes = Buffer.alloc((end - start) / 2);
	for (let i = 0; i < bytes.length; i++) bytes[i] = content[start + i * 2 + 1 - high];
	return {
		bytes,
		start,
		toContent: (offset) => start + offset * 2
	};
};
// src/detect/common-grams.ts
/**
* The 1200 most frequent sequences of three bytes in 179 MB of source text, letters in lower case, most frequent first; the first occurs
* 3.6 times in 1,000 bytes, the last 0.09 times. Made by bench/train-common-grams.ts.
*/
const commonGrams = "ionerringtiotheconretstrintentameturnamtriresetuurnrinterateonsprotypestypeationtvalectforrronteserrorvercomstadatuncnilfunagetesithtorersandessnerode.cotedreaaluluetatineataapplictruextallindmetistaindesptiortervuesiceendcreetekeypatperilegettinequsetusechemesnotreqcatparratntasioitedefsecultfilassnseicataiourporndedereadargasereppectexblegitrceesprefaliopthttcesttpwitertabloutope---codmplquelenathstetemockfieimees.rottimspaonfon:thilsesoulinounntiurcposescotoytecalbytizeaceaddpaceleeranfiritmenprealsscrctiredackivehiscriexpostworareeri0x6nstriphubepothunetme:untntsckefiguinom/eta000pliiptere0x0.reorematirerunensraninspe:cliencifilierompenitincespelistraapinewer.atuormustienlocvicernb.cub.tenitydexrsimitmaplogtchctoeatlabntrecostiangsonchasysoinfalartommullevedocesorvirouctxnfovarrecnalsporuesizfroponplestohercaninfattesearssag.ermanrenorkhanlididelasssaaulefajececrshaure0x1://faulatactferppltusngeimplesrveeldthadetclaleaielsca0x7imaramuctorsgenooltreemoinicaspoien(achfinmarps:teckermagbelempe\":tpsjsoclutarpanefiaildisler.vaoneumessiantoveledamprucgindeniesssenitemearahatatcundabeetrs:/ompelssedademodenaplacur.stor)er(t64emaberrgof(\"cenheathovendinpributlowwarautownputnumctebufard{{-accesuddrrmaignbooufferfme\"dleregceroryetsgesrti(ctcop.selecialsinedeharannwrinodsigdel0x2eth/coobjminmpoadaclosulcoutroordnt6es:eneokegert.con.easfmtken}byshohenstsndiedinneancrs.remschkingrehosondutiutet.eflengstteribetwgroxpe0x8roputhtrytadrrello{}bermdir.nancotwoppefictabbjes\",ses}ste()letualtokccelusloaissocacorrolinc\"gipolgle.inorgnatx00ng.dedillhalollotext.0x4rsese,relnc(factagecuose.neticrnallehem.dedeptalditied\"stninibuurlmoner)s=\"anyinaquirojyoubasss=senarrmt.updng\"olioriildrgsil,sitpdattrnt.exaor(rr)tifrshdreng(osiastnd(rt.efedpooluricuirte(orfst.(t,bacxamrmihasonawhembeakethsnt,ed.fulecint(ndls.snedt32on\"urirf(cka###lemrifotabuihecuilrivs.i/lilit/rees\"tx,me.libecksyn.ioer-aryer\"subrgeer,ato\":\"invnabuberneffemptdifrtehelitondpopy/goouponnts.devlumeineptkubdectivmmaracolescofixwan/depesst-nt3volcepoduinkcac.meanase.{}synccarptrptsnt)ng,ptoonlegilanio/topoadunimovrove\",(reshialprfaquablokags.cigh0x3houepretttac***nsimisegertss/{le.grat()engnvame,ifyriaaskmaxeam\"li(),tia.ge\"contptas\"rele:ue,eplnulfloomieofovieryptyes,omenexvidevialtal(memce.revmsgre.nlyaniarimerunsimis\":its.apket//gnowenvfaiilirocns/tombinflacollteulelostiemouexiidatco\",\"anscif0x5iltwil(ergoc.pruldoulyscsol{stinp(dat\",seehint.sap{dowunkbitng)ercrawmused:es/selio.winli>umbrns-palim(coocded\".engs.eac/git-pght(innnoncluraoff.portyagshorthrr()plu...iffngt\"paawsldst\":ludrpcns./trmorxte.clrigamlrraealmaigoonpud()yamllyliziftook.maoraed,ootttiigurodtillugduc\"inphafflte).sptitmakecaexesumv1.ltsinue.nta{xpo.un\"},|x0ct.icygurlagbliothuercedugi{},nt:onclaytnatsendser:heds.e=\"leflrierufogldivtstnon/sptpttelng{eanuppwirpaste,ng}ublmedsprgisepatand\",ashojese\"0xc.pasuppubroooog</snt\"knos.rntolobpkgtegef:ridetc.ext.n.lo({}gthrrichinage.pwhitea64(sucpinhodnctp{svelrowstd0xacapcco.0.rongo-etyeronoricse.s/do*tean>avenecet.nesystbilstgmmionipodeedapsxt,onv-reude<sptr(hifraphreowssna.no\"htunendo\"nontfnch\"caet(earrchetipul())emsisitpuongoceon,/arsslrnoaleppoams.caodieenhesrayutprdelpherdll.elatp.reeswag.ts.agotssuocsepes.nved.op-corco\"debodlart(cody0xbs.mst)urr/apxecow\"iseon-pe\"nmasafte.ewarypucevismeoaaaobyafees(.orta:gnasocpcoitcgrpmobry.gattlsexcrrnzertpa0x9(stcaaeliusin:\"slitobhic().on(on)ts:tlemasck(xxxon/ltiha1wnes()old\"nae(cdon.fi.gi.sirstoggis..chggenaparmarcctuopr/v3olvte:ski1alv1aichx80/mo$renretfodrin\",ibcnknpi.ue:asiaaccs./pkiscid:rg/oti,ca65,x65zed0.0orrdultgrts,oco.t)sreddefounveark=\"cumm";
// src/detect/literal-table.ts
const isLetter = (byte) => (byte | 32) >= 97 && (byte | 32) <= 122;
const gramSize = 3;
/** As in src/kernel/assembly/scan.ts: letters in lower case, and some others changed likewise. */
const folded = (byte) => byte | byte >> 1 & 32;
/** As there: 18 bits of three folded bytes, and 20 bits of four. */
const hashBits = 18;
const hash3 = (a, b, c) => Math.imul((a | b << 8 | c << 16) << 8, 2654435761) >>> 14;
const quadBits = 20;
const hash4 = (a, b, c, d) => Math.imul(a | b << 8 | c << 16 | d << 24, 2654435761) >>> 12;
/** Bytes as hashes see them: all, and letters, digits, `_` and `-`. */
const anyByte = [...new Set(Array.from({ length: 256 }, (_, byte) => folded(byte)))];
const runByte = [...new Set(Array.from("abcdefghijklmnopqrstuvwxyz0123456789_-", (char) => folded(char.charCodeAt(0))))];
/** What a literal shows at an offset in it, which may lie outside: before it stands any byte, behind it what its run allows. */
const bytesAt = ({ bytes, run }, offset) => {
	const known = bytes[offset];
	if (known !== void 0) return [folded(known)];
	return offset >= 0 && offset < bytes.length + run ? runByte : anyByte;
};
/** By three folded bytes: how often they occur, in arbitrary units, where that is often. */
const frequencies = new Map(Array.from({ length: 3600 / gramSize }, (_, rank) => [commonGrams.slice(rank * gramSize, (rank + 1) * gramSize), 2e4 / (rank + 20)]));
/** Bytes that occur seldom in text, in twos and threes more so. */
const isRare = (byte) => byte < 9 || byte > 127 || byte > 13 && byte < 32;
/** How often what a literal may show at an offset occurs in text, in the same units. */
const costAt = (literal, offset) => {
	const bytes = [
		0,
		1,
		2
	].map((i) => bytesAt(literal, offset + i));
	const open = bytes.reduce((product, { length }) => product * length, 1);
	if (open > 1) return open * 4;
	const gram = bytes.map(([byte]) => byte);
	if (gram.some(isRare)) return 0;
	return frequencies.get(String.fromCharCode(...gram)) ?? (gram.includes(32) || gram.includes(10) ? 40 : 1);
};
/** Every second position is looked at: a literal is known by its rarest three bytes at an even offset in it, and at an odd one. */
const gramsOf = (literal) => [0, 1].map((parity) => {
	let best = parity === 0 ? 0 : -1;
	for (let at = parity; at + gramSize <= literal.bytes.length + Math.min(literal.run, 1); at += 2) if (costAt(literal, at) < costAt(literal, best)) best = at;
	return best;
});
/** All sequences that may stand at an offset of a literal, as hashes. */
const hashesAt = (literal, at) => {
	const [first, second, third] = [
		0,
		1,
		2
	].map((i) => bytesAt(literal, at + i));
	return first.flatMap((a) => second.flatMap((b) => third.map((c) => hash3(a, b, c))));
};
const quadsAt = (literal, at) => {
	const [first, second, third, fourth] = [
		0,
		1,
		2,
		3
	].map((i) => bytesAt(literal, at + i));
	return first.flatMap((a) => second.flatMap((b) => third.flatMap((c) => fourth.map((d) => hash4(a, b, c, d)))));
};
const candidatesByHash = (literals) => {
	const byHash = /* @__PURE__ */ new Map();
	literals.forEach((of, literal) => {
		if (of.bytes.length < 2) throw new RangeError("an anchor needs at least two bytes");
		for (const at of gramsOf(of)) for (const hashed of new Set(hashesAt(of, at))) {
			const list = byHash.get(hashed);
			if (list === void 0) byHash.set(hashed, [{
				literal,
				at
			}]);
			else list.push({
				literal,
				at
			});
		}
	});
	return byHash;
};
const foldedFlag = 2147483648;
const runUnit = 65536;
const candidateBytes = 40;
const lower = (byte) => isLetter(byte) ? byte | 32 : byte;
/** Writes a candidate as `tryAt` of src/kernel/assembly/scan.ts reads it. */
const writeCandidate = (memory, address, { literal, at }, of, text) => {
	const { bytes, ignoreCase, run } = of;
	memory.fill(0, address, address + candidateBytes);
	memory.writeUInt32LE(literal, address);
	memory.writeInt32LE(at, address + 4);
	memory.writeUInt32LE(bytes.length + run * runUnit + (ignoreCase ? foldedFlag : 0), address + 8);
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
		for (const hashed of gramsOf(literal).flatMap((at) => quadsAt(literal, at))) memory[quads + (hashed >> 3)] |= 1 << (hashed & 7);
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
/** Longer anchors are looked for by their beginning: what a delta makes new is searched with a margin of the longest literal. */
const longest$1 = 24;
const longestImage = 20;
const longestRun = 24;
/** By how much the longest of some anchors is longer than the literal that stands for it. */
const cutBy = (anchors) => Math.max(0, ...anchors.map((anchor) => anchor.length - longest$1));
/** Bytes that decide whether a literal stands somewhere. */
const spanOf = ({ bytes, run }) => bytes.length + run;
const isSame = (a, b) => a.kind === "image" && b.kind === "image" && a.image.encoding === b.image.encoding && a.image.phase === b.image.phase;
/** The literals of all rules and parsers, with the encoded images of the distinctive ones. */
const collectLiterals = (rules, parsers) => {
	const literals = /* @__PURE__ */ new Map();
	const add = (bytes, ignoreCase, target, run = 0) => {
		const key = `${ignoreCase} ${run} ${Buffer.from(bytes).toString("latin1")}`;
		const literal = literals.get(key) ?? {
			bytes,
			ignoreCase,
			run,
			targets: []
		};
		if (!literal.targets.some((known) => isSame(known, target))) literal.targets.push(target);
		literals.set(key, literal);
	};
	const addImages = (text) => {
		for (const image of encodedImages(text)) add(image.bytes.subarray(0, longestImage), false, {
			kind: "image",
			image
		});
	};
	rules.forEach((rule, index) => {
		for (const text of rule.anchors) {
			const run = text.length > longest$1 ? 0 : Math.min(rule.run, longestRun);
			add(Buffer.from(text.slice(0, longest$1), "latin1"), rule.ignoreCase, {
				kind: "rule",
				rule: index
			}, run);
			if (rule.encoded) addImages(text);
		}
	});
	parsers.forEach((parser, index) => {
		for (const text of parser.anchors) {
			add(Buffer.from(text.slice(0, longest$1), "latin1"), false, {
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
const longest = 16384;
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
/**
* Whether a value stands for a secret instead of being one: documentation's fillers, template slots, look-ups of the
* environment, masks, runs, sequences, keyboard walks. Of random tokens of 32 characters and more it calls fewer than
* one in 10,000 a filler (`placeholder.test.ts`).
*/
const isPlaceholder = (secret) => {
	if (secret.trim() === "") return true;
	if (isRepetitive(secret.slice(0, longest))) return true;
	if (secret.length > longText || /[\r\n]/.test(secret)) return /example|placeholder|redacted|\.{3}|\{\{|\$\{/i.test(secret);
	return hasFewCharacters(secret) || fillers$1.test(secret) || shortFillers.test(secret) || masks$1.test(secret) || templates$1.some((template) => template.test(secret)) || lookups.test(secret) || isMadeOfFillerWords(secret) || isWalk(secret);
};
// src/detect/generic/example-text.ts
const nearBack = 1e3;
/** Python's names for documentation that tools read, as the modules of Ansible and Salt carry it. */
const documentationNames = [
	"EXAMPLES",
	"DOCUMENTATION",
	"RETURN",
	"__doc__"
];
const opening = /^\w+\s{0,2}=\s{0,2}[rbu]{0,2}("""|''')/;
const blocksNamed = (content, name) => {
	const blocks = [];
	for (let at = content.indexOf(name); at !== -1;) {
		const found = opening.exec(content.toString("latin1", at, at + 40));
		const start = at + (found?.[0].length ?? name.length);
		const close = found === null ? start : content.indexOf(found[1], start);
		const end = close === -1 ? content.length : close;
		if (found !== null) blocks.push([start, end]);
		at = content.indexOf(name, end);
	}
	return blocks;
};
/** A content with many candidates is searched for documentation once. */
const known = /* @__PURE__ */ new WeakMap();
const documentationOf = (content) => {
	const blocks = known.get(content) ?? documentationNames.flatMap((name) => blocksNamed(content, name)).sort(([a], [b]) => a - b);
	known.set(content, blocks);
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
/** Whether what stands at an offset is shown as an example: an OpenAPI example, a documentation string, a doc comment. */
const isInExample = (content, offset, lineBefore) => /^\s*(?:\*|\/\/\/|>>>|\.\.\.)\s/.test(lineBefore) || near.test(content.toString("latin1", Math.max(0, offset - nearBack), offset)) || isInDocumentation(content, offset);
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
	/^[MmLlHhVvCcSsQqTtAaZz0-9.,\s-]+$/,
	/^\w+:\$\w+\$/,
	/^#?[0-9a-fA-F]{3,8}$/,
	/^(?:[\^~<>=v]|>=|<=)*\d+\.\d+/,
	/^\+.*\+$/,
	/^\d{1,4}([-/.:])\d{1,4}(?:\1\d{1,4})*/,
	/^[\w.+-]+@[\w-]+\.[\w.]+$/,
	/\w\(|\)\s*[;,]?$|=>|->|::|&&|\|\||\(\)|\[\w+\]|\[['"]|\.\*|\\[dwsnrtu]|\^\[|\[a-z|\[\^|<\/?\w|\/>/i,
	/^(?:true|false|yes|no|on|off|null|nil|none|undefined|string|boolean|number|int|integer|object|array|any|required|optional|self|this|default|always|never|auto|hidden|text)\b/i,
	/^[A-Za-z]\w*(?:\|[A-Za-z]\w*)+;?$/,
	/^--?[a-z]|\w=[A-Za-z]/,
	/^[&*!|>@]/,
	/^\$?[A-Za-z_]+\d?(?:\.[$@A-Za-z_]+\d?)+$/,
	/[^\x20-\x7e]/
];
/** Whether a value is known to be something other than a secret: a digest, a reference, code, a path, a translation. */
const isHarmless = (value) => shapes$1.some((shape) => shape.test(value));
const digestContext = /sha-?\d|\bsha\b|md5|checksum|digest|integrity|commit|revision|\brev\b|etag|fingerprint|\bhash|nonce|thumbprint|\buses:|public.?key|pub.?key|csrf|xsrf|contract|0x$/i;
/** Whether a line speaks of digests, so that a hexadecimal value on it is one. */
const isDigestBeside = (line, value) => /^(?:0x)?[0-9a-f]+$/i.test(value) && digestContext.test(line);
// src/detect/generic/key-name.ts
const ends = {
	password: /(?:passw(?:or[dt]|d)|passphrase|passcode|pwd|identifiedby)$|^(?:\w*(?:user|db|admin|root|sql|smtp|mail|ftp|ssh|bind|redis|auth|login|key|store|my|app|http|proxy|ldap|imap|rpc|wifi|pg|web|api|svc|sudo|vnc|new|old|cert|default))?pass$/,
	key: /(?:secret|token|credentials?|(?:api|access|auth|app|application|account|private|encryption|crypt|crypto|signing|signature|master|shared|storage|secret|client|hmac|jwt|session|cookie|aes|subscription|consumer|license|deploy|service|webhook|integration|write|ingest|admin|root|server)keys?)$/
};
/** Words after the secret's name that leave it one: copies, stages, encodings, numbers. */
const harmless = /^(?:value|val|default|string|str|raw|plain|plaintext|clear|text|b64|base64|hex|old|new|current|previous|prev|prod|production|prd|dev|development|stage|staging|stg|live|local|sandbox|uat|qa|ci|main|primary|secondary|backup|base|enc|key|v|env|here|\d+)$/;
/** Words after the secret's name that make its value something else. */
const others = /^(?:s|type|types|id|ids|name|names|path|paths|file|files|filename|dir|folder|url|urls|uri|uris|endpoint|host|field|fields|label|labels|title|message|messages|msg|error|errors|placeholder|hint|help|description|desc|prompt|question|regex|regexp|pattern|format|length|len|size|min|max|count|counts|num|number|expiry|expires|expire|expired|expiration|ttl|lifetime|age|timeout|duration|interval|date|time|at|policy|policies|rule|rules|column|header|headers|prefix|suffix|class|style|icon|selector|input|inputs|event|action|state|status|mode|kind|version|algorithm|alg|hash|hashed|hashes|digest|checksum|sha|md5|fingerprint|arn|ref|refs|reference|var|variable|param|params|parameter|parameters|arg|argument|option|options|config|template|example|schema|property|properties|attribute|attr|element|node|list|map|array|table|index|position|pos|offset|start|end|begin|range|scope|scopes|audience|issuer|owner|user|username|email|provider|providers|source|store|storage|manager|service|factory|handler|helper|generator|validator|strength|score|required|enabled|disabled|enable|disable|allowed|visible|visibility|reset|recovery|change|changed|confirmation|confirm|verification|request|response|result|callback|function|func|method|page|screen|view|dialog|form|button|link|izer|izers|ize|izing|kinds|names|stream|parser|scanner|symbol|symbols|separator|delimiter|less|word|words|through|port|ed|ing|es|age|ive|able|set|get|contract|address|mint|rotation|cache|group|groups|encoding|engine|binding|usage|limit|limits|metadata|annotation|env|placeholder|mask|masked|char|chars|character|literal|is|not)$/;
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
	if (tail.some((word) => others.test(word))) return "none";
	return tail.every((word) => harmless.test(word)) ? "strong" : "weak";
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
// src/detect/generic/password.ts
const classes = [
	/[a-z]/,
	/[A-Z]/,
	/[0-9]/,
	/[^A-Za-z0-9_./: -]/
];
/** Kinds of characters in a text, of four: lower case, upper case, digits, other signs but those of names and paths. */
const classesIn = (text) => classes.filter((kind) => kind.test(text)).length;
/** Names with a number at the end (`input1`, `sha256`) and camel-cased or separated names without any. */
const isIdentifier$1 = (text) => /^[A-Za-z_$][A-Za-z_$.-]*\d?$/.test(text);
/** `admin123`, `Test1234!`: a dictionary word and decoration. Somebody's password perhaps, an example more often. */
const isDecoratedWord = (text) => {
	const words = partsOf(text).filter((part) => !/^\d/.test(part));
	return words.length > 0 && words.every(isFillerWord);
};
/** Capitals alone are read as if they were small: the model knows few words written so. */
const sameCase = (text) => /[a-z]/.test(text) ? text : text.toLowerCase();
/** Bits by which eight and more characters must look drawn at random before letters alone are a password. */
const randomEnough = 12;
/**
* How sure a password that people choose is one, given that its name says so. Letters alone are a word or an identifier;
* undefined: no password.
*/
const passwordSeverity = (value, quoted) => {
	const kinds = classesIn(value);
	const random = value.length >= 10 && randomness(sameCase(value)) >= randomEnough;
	if (value.length < 5 || value.length > 128 || /\s/.test(value)) return void 0;
	if (random) return "medium";
	if (kinds < 2 || !/[^A-Za-z_./: -]/.test(value) || isIdentifier$1(value)) return void 0;
	if (isDecoratedWord(value) || value.length < 8 || /passw|secret|token/i.test(value)) return "low";
	const digits = value.replace(/\D/g, "").length;
	return kinds >= 3 || digits >= 2 && (quoted || digits >= 3) ? "medium" : "low";
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
	const head = /[\w$.-]*$/.exec(line)[0];
	return {
		name: (head + key).replace(/^[-.$]+|[-.$]+$/g, ""),
		before: line.slice(0, line.length - head.length) + /^[-.$]*/.exec(head)[0],
		separator,
		quote: /["'`]$/.exec(separator)?.[0] ?? "",
		after: content.toString("latin1", end, Math.min(content.length, end + reachAfter)).split(/[\r\n]/, 1)[0]
	};
};
/** Whether a name begins its line, or follows only what configuration and shells put before names. */
const startsLine = /^\s*(?:[-*+#]\s+|\/\/\s*)?(?:(?:export|set|setenv|local|declare|ENV|ARG|env|readonly)\s+|-D|-e\s+|--)?["']?$|^\s*(?:ENV|ARG|RUN|docker|kubectl|helm|export)\s.*\s$|^\s*machine\s.*\s$/;
/** An option of a command: `--password=`, `-Dkey=`, `--from-literal=password=`, `-e KEY=`. */
const isFlag = /(?:^|[\s"'`])(?:--[\w-]*=?|-D|-e\s+|-P)$/;
/** Where a value without quotes may be one: the shape of .env, properties, YAML, Dockerfiles, shells and options. */
const hasConfigurationShape = ({ before, separator, after }) => {
	if (!/^["'\\]*(?:[ \t]*(?:=|:|:=|:-)[ \t]*|[ \t]+|[\s\S]*value["']?\s*[:=]\s*)$/.test(separator)) return false;
	const endsLine = /^["']?\s*(?:$|#|\\$)/.test(after);
	if (/\$\{$/.test(before)) return after.startsWith("}");
	if (isFlag.test(before)) return /^(?:$|[\s"'`])/.test(after);
	if (/^[ \t]+$/.test(separator)) return endsLine && /^\s*(?:ENV|machine\s.*)\s$/.test(before);
	return startsLine.test(before) && (endsLine || /^\s*(?:ENV|RUN|export|docker)\s/.test(before));
};
// src/detect/proofs/assignment.ts
const silent = { verdict: "silent" };
const shortestKey = 16;
const longestKey = 200;
/** Random keys have at least this many bits in all, and this many for each character, more than names have. */
const keyBits = 14;
const keyBitsPerCharacter = .75;
const isKeyShaped = (value) => value.length >= shortestKey && value.length <= longestKey && /^[\w+/=.~:-]+$/.test(value) && /[0-9]/.test(value);
/** Upper case with underscores is how constants are called: judged as if it were written small. */
const sameCaseName = (value) => /^[A-Z0-9]+(?:[_-][A-Z0-9]+)+$/.test(value) ? value.toLowerCase() : value;
const isRandom = (value) => isKeyShaped(value) && randomness(sameCaseName(value)) >= Math.max(keyBits, keyBitsPerCharacter * value.length);
/** Also where a service's name stands before the random part: `acme_live_…`. */
const isRandomKey = (value) => isRandom(value) || isRandom(/[A-Za-z0-9]*=*$/.exec(value)[0]);
const weaker = (severity, strength) => severity !== void 0 && strength === "weak" ? "low" : severity;
/** A Kubernetes Secret holds base64: what it says decides. */
const decodedText = (value) => {
	if (value.length < 8 || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return void 0;
	const text = Buffer.from(value, "base64").toString("latin1").trim();
	return /^[\x20-\x7e]{4,}$/.test(text) ? text : void 0;
};
/** The quoted value is one operand of more: a sum, a format, a comparison with what a parser reads. */
const isOperand = ({ after, separator }) => /^\\?["'`]\s*(?:\+|%|\.\s*[\w(]|\|\|?|\?|===?|in\b|of\b|as\b(?! *(?:str|&str)))/.test(after) || /[=!]==?/.test(separator);
const severityOfKey = (value, strength, quoted) => {
	if (isRandomKey(value)) return weaker("medium", strength);
	return (strength === "strong" && value.length >= 8 ? passwordSeverity(value, quoted) : void 0) === "medium" && /[^\w+/=.~:-]/.test(value) && /\d/.test(value) ? "low" : void 0;
};
/** `secretKey: "secret_key"`: a name mapped to itself in another case. */
const repeatsName = (name, value) => {
	const letters = (text) => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
	return letters(name).includes(letters(value)) || letters(value).includes(letters(name));
};
const judgeValue = (kind, value, around) => {
	const strength = nameStrength(around.name, kind);
	if (strength === "none" || repeatsName(around.name, value) || isHarmless(value) || isPlaceholder(value)) return void 0;
	const line = `${around.before}${around.name}${around.separator}`;
	if (isDigestBeside(line, value)) return void 0;
	const decoded = decodedText(value);
	if (decoded !== void 0 && (isPlaceholder(decoded) || isHarmless(decoded))) return void 0;
	const quoted = around.quote !== "";
	if (kind === "key") return severityOfKey(value, strength, quoted);
	return weaker(passwordSeverity(value, quoted), strength);
};
const isMarkup = ({ separator }) => /^\\?["']?>$/.test(separator);
/** `set("password", "…")` assigns; of a plain list of strings the second is no value of the first. */
const isListItem = ({ separator, before }) => /^\\?["'`]\)?,\s*\\?["'`]$/.test(separator) && !/[({]\s*\\?["'`]?$/.test(before);
/** `getPassword("…")` names what it looks for; `setPassword("…")` and `password("…")` say it. */
const isLookup = ({ separator, name }) => /^\(/.test(separator) && /(?:^|[._])(?:get|fetch|read|find|load|look|retrieve|resolve|request|require|is|has|check|validate|verify|compare|hash|encrypt|decrypt|encode|decode|parse|test|expect|match|contains|remove|delete|t|i18n|translate)(?=[A-Z_.]|$)[\w]*$/.test(name);
/** Only a space between name and quote: at a line's start, after a statement of SQL, after an option; in prose it is no assignment. */
const isProse = ({ separator, before, name }) => /^\\?["'`\])]*[ \t]+\\*["'`]$/.test(separator) && !(/^[ \t]+\\*["']$/.test(separator) && (/^\s*(?:[-#]+\s*)?$|(?:^|\s)--[\w-]*$|\b(?:user|role|with|login|alter|create|encrypted|env)\b/i.test(before) || /identified by$/i.test(name)));
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
/**
* A value assigned to a name. The rule's expression has the groups `key` (the name from its keyword on) and `sep` (all
* between name and value, quote included). Option `kind`: `password` or `key`. Silent unless name, place and value agree.
*/
const proveAssignment = (candidate) => {
	const around = surroundingsOf(candidate);
	if (!standsWhereSecretsDo(around)) return silent;
	const kind = candidate.options["kind"] === "password" ? "password" : "key";
	const judged = judgeValue(kind, candidate.secret, around);
	if (judged === void 0) return silent;
	return {
		verdict: "unknown",
		severity: isInExample(candidate.content, candidate.start, around.before) ? "low" : judged,
		facts: { name: around.name.slice(0, 80) }
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
  change-it change-this change_me change-me x-oauth-basic x-token-auth api-key api_key p@ssword p@ssw0rd
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
const masked = /^(.)\1{2,}$|^[.*•…_-]+$|\*{3}|\.{3}|x{4}|X{4}|\xe2\x80\xa6/;
/** Short numbers and sequences. */
const sequence$1 = /^(.)\1*$|^\d{1,6}$|^1234|^0123|^abcd?e?f?\d*$|^[a-z]{0,3}123\d*$|^qwe/i;
/** Names of variables, and passwords that call themselves so. */
const selfNamed = /^[A-Za-z_.-]*(?:pass(?:word|wd|phrase)?|pwd|secret|token|changeme)[A-Za-z_.-]*\d{0,3}$/i;
const isFiller$1 = (value) => {
	const plain = value.toLowerCase();
	return value.length < 4 || sequence$1.test(value) || selfNamed.test(value) || isMadeOfWords(plain);
};
/** Letters of one case with at most a short number behind are words to a person who guesses. */
const isWordLike = (value) => value.length < 8 || /^(?:[A-Za-z]?[a-z]*(?:[A-Z][a-z]+)*|[A-Z]+|[a-z]+(?:[-_.][a-z]+)*)[-_.]?\d{0,4}[!@#$.]?$/.test(value) || entropy(value) < 2.5;
/** Whether the value is left open or blotted out. */
const isTemplate = (value) => templates.test(value) || masked.test(value);
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
// src/detect/proofs/base58-length.ts
const digits$2 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/** How many bytes a base58 text stands for (leading ones are zero bytes); undefined where it is none. */
const base58Length = (text) => {
	let value = 0n;
	for (const character of text) {
		const digit = digits$2.indexOf(character);
		if (digit === -1) return void 0;
		value = value * 58n + BigInt(digit);
	}
	return /^1*/.exec(text)[0].length + (value === 0n ? 0 : Math.ceil(value.toString(16).length / 2));
};
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
const parse$1 = (payload) => {
	try {
		const parsed = JSON.parse(Buffer.from(payload, "base64").toString("utf8"));
		return typeof parsed === "object" && parsed !== null ? parsed : void 0;
	} catch {
		return;
	}
};
/** Longer values of a decoded field are not repeated. */
const longestFact = 200;
/** `from=to` pairs: which field becomes which fact. */
const picked = (json, pairs) => Object.fromEntries(pairs.split(",").flatMap((pair) => {
	const [from, to] = pair.split("=");
	const value = json[from];
	const short = typeof value === "string" && value.length <= longestFact || typeof value === "number";
	return to !== void 0 && short ? [[to, value]] : [];
}));
/**
* The group `payload`, else the whole secret, is base64 of a JSON object. Options: `keys`, fields that it must have;
* `facts`, pairs such as `org=organization` of fields to report. Both comma-separated.
*/
const proveBase64Json = ({ secret, groups, options }) => {
	const json = parse$1(groups["payload"] ?? secret);
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
const factsOf$3 = (groups) => Object.fromEntries(Object.entries(groups).flatMap(([name, value]) => parts.has(name) || value === void 0 ? [] : [[name, value]]));
/** Proves nothing: makes facts of the expression's named groups, such as a team, a region or a bot's number. */
const proveGroupFacts = ({ groups }) => ({
	verdict: "unknown",
	facts: factsOf$3(groups)
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
		facts: withDates(factsOf$3(found.groups ?? {}))
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
const documentedUsers = /^(?:user(?:name)?|usr|login|foo|bar|name|me|myuser(?:name)?|your[-_]?user(?:name)?|some[-_]?user|x|u|a|alice|bob|joe|john|jane|usuario|anonymous|x{3,}|aladdin)$/i;
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
// src/detect/proofs/basic-auth.ts
/**
* Basic credentials of a header: base64 of `user:password` (RFC 7617). Decodes to that, or is none; Aladdin's are the
* example of the RFC.
*/
const proveBasicAuth = ({ secret }) => {
	const pair = decodeUserAndPassword(secret);
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
	} : evidence;
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
	if (pair === void 0 || pair.user === "") return { verdict: "silent" };
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
const hostOf$1 = (host, content, end) => {
	if (host !== "tcp" && host !== "unix") return host;
	return /^@(?:tcp|unix)\(([^\s()]{0,255})\)/.exec(content.toString("latin1", end, end + 270))?.[1] || host;
};
/** A template with a colon in it, such as `${USER:-app}`, reads as half a user and half a password. */
const isCut = (user) => user.includes("{") !== user.includes("}");
/** A password between the user and the host of a URL (RFC 3986, section 3.2.1). Groups: scheme, user, secret, host. */
const proveUrlPassword = ({ secret, groups, content, end }) => {
	const scheme = (groups["scheme"] ?? "").toLowerCase();
	const host = hostOf$1(groups["host"] ?? "", content, end);
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
const hostKey = /(?:^|[;\s?&"'-])(?:server|data source|address|addr|network address|host|hostaddr|hostname|endpoint)\s*=\s*["']?(?:tcp:|np:|lpc:)?([^;"'\s,&]{1,200})/i;
const userKey$1 = /(?:^|[;\s?&"'-])(?:user id|userid|uid|user name|username|user)\s*=\s*["']?([^;"'\s&,]{1,100})/i;
const jdbcHost = /jdbc:[\w:]{2,40}:(?:@|\/\/|@\/\/)([\w.${}-]{1,200})/i;
/** `.`, `(local)` and `(localdb)\x` are this machine to SQL Server. */
const hostOf = (text) => {
	const named = hostKey.exec(text)?.[1] ?? jdbcHost.exec(text)?.[1];
	if (named === void 0) return void 0;
	return named === "." || /^\.\\|^\(local/i.test(named) ? "localhost" : named.replace(/[:\\/].*$/, "");
};
/** Other keys of the same string stand within this many bytes. */
const neighbourhood$2 = 400;
/** `cfg.Password`, `getenv(…)`: an expression of a programming language, not its value. */
const isCode = (text) => /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_]\w*|[([]|->|::)/.test(text) || /^[A-Za-z_]\w*[),]+$/.test(text);
/**
* A password among the keys of a connection string; it is one when a server or a user stands beside it.
*/
const proveConnectionString = (candidate) => {
	const { secret } = candidate;
	if (isCode(secret)) return { verdict: "silent" };
	const [before, after] = stringAround(candidate, neighbourhood$2);
	const text = `${before};${after}`;
	const [host, user] = [hostOf(text), userKey$1.exec(text)?.[1]];
	if (host === void 0 && user === void 0) return { verdict: "silent" };
	const isUrl = /[?&;][\w.-]*$/.test(before.replace(/(?:password|pwd) ?= ?["']?$/i, "")) && /\w:\/\//.test(before);
	return judgeAccess({
		user,
		host,
		password: isUrl ? percentDecoded(secret) : secret
	});
};
/** A user, a password and a host that the expression itself has told apart. Groups: user, secret, host. */
const proveUserAtHost = ({ secret, groups }) => judgeAccess({
	user: groups["user"],
	host: groups["host"]?.replace(/(?<=[^:]):\d{0,5}$/, ""),
	password: secret
});
// src/detect/proofs/crc32-base62.ts
const width$2 = 6;
/** The checksum that ends tokens of GitHub, npm and Vercel: CRC-32 of the body in base62, six digits. */
const crc32Base62 = (body) => inDigits(crc32(Buffer.from(body, "latin1")), base62, width$2);
/**
* Source: github.blog, "Behind GitHub's new authentication token formats", 2021-04-05. Options: `skip`, the length of
* the prefix that the checksum does not cover; `bonus`, when not every token of the kind carries it.
*/
const proveCrc32Base62 = ({ secret, options }) => checked(crc32Base62(secret.slice(Number(options["skip"] ?? 0), -6)) === secret.slice(-6), options);
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
// src/detect/proofs/entra.ts
const digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
const seed = Buffer.from("AadPwd00", "latin1");
const width$1 = 3;
/** The first three of six digits of Marvin32 in the alphabet of client secrets. */
const entraChecksum = (covered) => inDigits(marvin32(Buffer.from(covered, "latin1"), seed), digits, 6).slice(0, width$1);
/** Secrets marked `8Q~` carry a checksum, the older `7Q~` none. Source: microsoft/security-utilities, IdentifiableMetadata.cs. */
const proveEntra = ({ secret, options }) => secret.slice(3, 6) === "8Q~" ? checked(entraChecksum(secret.slice(0, -3)) === secret.slice(-3), options) : { verdict: "unknown" };
// src/detect/proofs/github-fine-grained.ts
const coveredLength = 77;
const checksumLength = 8;
/** Eight digits of base32 over the first 77 characters; what follows them is free. Not documented by GitHub: tokens.md. */
const githubFineGrainedChecksum = (covered) => toBase32(createHash("sha256").update(covered, "latin1").digest()).slice(0, checksumLength);
const proveGithubFineGrained = ({ secret, options }) => checked(githubFineGrainedChecksum(secret.slice(0, coveredLength)) === secret.slice(coveredLength, 85), options);
// src/detect/proofs/gitlab-routable.ts
const width = 7;
/** Seven digits of base36 at the end of a routable token: CRC-32 of all before, prefix included. */
const gitlabRoutableChecksum = (covered) => inDigits(crc32(Buffer.from(covered, "latin1")), base36, width);
/** Fields of the routing payload that are worth telling: organisation, user, group, project, each a number in base36. */
const fields = {
	o: "organization",
	u: "user",
	g: "group",
	p: "project"
};
const routing = (payload) => {
	const found = {};
	for (const line of Buffer.from(payload, "base64url").toString("latin1").split("\n")) {
		const field = /^([ougp]):([0-9a-z]{1,10})$/.exec(line);
		if (field !== null) found[fields[field[1]]] = Number.parseInt(field[2], 36);
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
const factsOf$2 = ({ header, claims }) => {
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
const holds$1 = (facts, { severity, detail }) => ({
	verdict: "holds",
	vetted: true,
	proof: "structural",
	severity,
	detail,
	facts
});
const judgeKubernetes = ({ claims }, facts, now) => holds$1({
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
	if (claims["iss"] === "supabase-demo") return holds$1(all, {
		severity: "info",
		detail: "It is the public key of Supabase's local development."
	});
	if (role === "anon") return holds$1(all, {
		severity: "info",
		detail: "It is the anonymous key, which is meant to be public."
	});
	return holds$1(all, weightByTime(claims, "critical", now));
};
const judgeOther = (token, jwt, facts, now) => {
	const { claims, header, signed } = jwt;
	if (isTextbook$1(claims)) return { verdict: "silent" };
	if (!signed || /^none$/i.test(text(header["alg"]))) return holds$1(facts, {
		severity: "info",
		detail: "It has no signature: nothing should accept it."
	});
	if (hasTutorialKey(token, jwt)) return holds$1(facts, {
		severity: "low",
		detail: "It is signed with a key that tutorials use: an example, or anybody can forge it."
	});
	return holds$1(facts, weightByTime(claims, anonymous(claims) ? "low" : "medium", now));
};
/** Options: `kind`, which tokens the rule is for: `kubernetes`, `supabase` or `other`. */
const proveJwt = ({ secret, options }) => {
	const jwt = readJwt$1(secret);
	if (jwt === void 0) return { verdict: "silent" };
	const kind = kindOf(jwt.claims);
	if (kind !== options["kind"]) return { verdict: "silent" };
	const [facts, now] = [factsOf$2(jwt), Date.now()];
	if (kind === "kubernetes") return judgeKubernetes(jwt, facts, now);
	return kind === "supabase" ? judgeSupabase(jwt, facts, now) : judgeOther(secret, jwt, facts, now);
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
const kinds = {
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
	const kind = kinds[secret[1] ?? ""];
	return evidence.verdict === "holds" && kind !== void 0 ? {
		...evidence,
		facts: { kind }
	} : evidence;
};
// src/detect/proofs/opaque-token.ts
const leastBits = 3;
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
/** A token of no known format where one belongs: it must look drawn at random. JSON Web Tokens have a rule of their own. */
const proveOpaqueToken = ({ secret }) => {
	if (isTemplate(secret) || readJwt$1(secret) !== void 0 || secret.length < shortest) return { verdict: "silent" };
	if (worthOf(secret) !== "strong" || isIdentifier(secret) || !/\d/.test(secret) || isTextbook(secret) || entropy(secret) < leastBits) return { verdict: "silent" };
	return { verdict: "unknown" };
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
const unescaped = (text) => escapes$1.reduce((rest, [from, to]) => rest.replace(from, to), text);
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
	const lines = unescaped(framed[2]).split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== "");
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
const factsOf$1 = ({ algorithm, bits, protection, fingerprint }) => ({
	container: "OpenPGP",
	keyType: names[algorithm],
	...bits === void 0 ? {} : { bits },
	encrypted: protection === "passphrase",
	...fingerprint === void 0 ? {} : { publicKeyFingerprint: fingerprint }
});
const judge$1 = (key, intact) => {
	const facts = factsOf$1(key);
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
const magic$1 = "openssh-key-v1\0";
const curves = {
	nistp256: "prime256v1",
	nistp384: "secp384r1",
	nistp521: "secp521r1"
};
const number = (bytes) => BigInt(`0x${bytes?.toString("hex") || "0"}`);
const bitsOf = (type, blob) => {
	const reader = wireReader(blob);
	reader.bytes();
	if (type === "ssh-rsa") reader.bytes();
	const modulus = type === "ssh-rsa" || type === "ssh-dss" ? reader.bytes() : void 0;
	return modulus === void 0 ? void 0 : number(modulus).toString(2).length;
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
	return p !== void 0 && q !== void 0 && number(modulus) === number(p) * number(q);
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
	if (body.toString("latin1", 0, 15) !== magic$1) return void 0;
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
const ciphers = {
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
const open$1 = (facts, holds) => ({
	verdict: "holds",
	vetted: true,
	proof: holds ? "proven" : "structural",
	detail: holds ? "It decodes, and its public half derives from it." : "It decodes to a key without a passphrase.",
	facts
});
const fromOpenSsh = ({ body }) => {
	const key = readOpenSshKey(body);
	if (key === void 0) return noKey();
	return key.encrypted ? encrypted(key.facts) : open$1(key.facts, key.holds);
};
const fromEncryptedPkcs8 = ({ body }) => {
	const elements = readSequence(body);
	if (elements?.length !== 2 || elements[1].tag !== 4 || elements[1].value.length < shortestBody) return noKey();
	const cipher = objectIdentifiers(elements[0].value).map((id) => ciphers[id]).findLast((name) => name !== void 0);
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
	return open$1(facts, holds);
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
	"azure-devops": proveAzureDevops,
	"azure-identifiable": proveAzureIdentifiable,
	"azure-key": proveAzureKey,
	"azure-sas": proveAzureSas,
	"base58-length": proveBase58Length,
	"base64-bytes": proveBase64Bytes,
	"base64-json": proveBase64Json,
	"base64-password": proveBase64Password,
	"base64-text": proveBase64Text,
	"basic-auth": proveBasicAuth,
	bech32: proveBech32,
	confluent: proveConfluent,
	"connection-string": proveConnectionString,
	"crc32-base62": proveCrc32Base62,
	"crc32-hex": proveCrc32Hex,
	"docker-auth": proveDockerAuth,
	entra: proveEntra,
	"github-fine-grained": proveGithubFineGrained,
	"gitlab-routable": proveGitlabRoutable,
	"group-facts": proveGroupFacts,
	jwt: proveJwt,
	nats: proveNats,
	"opaque-token": proveOpaqueToken,
	"pgp-key": provePgpKey,
	"private-key": provePrivateKey,
	"putty-key": provePuttyKey,
	"service-account": proveServiceAccount,
	"url-password": proveUrlPassword,
	"user-at-host": proveUserAtHost,
	"wireguard-key": proveWireguardKey
};
/**
* Provers that fall silent by what stands nearby, and how many bytes around a region they read until then: what they drop stays dropped whatever
* stands further away. They drop so much that remembering it would cost more than the scan.
*/
const silentNearby = { assignment: 256 };
// src/detect/rule.ts
const ranks = {
	generic: 0,
	contextual: 1,
	format: 2,
	parser: 3
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
/** Turns an occurrence of a rule's expression into a match, or into nothing where it is no credential. */
const judge = (rule, occurrence, content) => {
	const { secret, start, end } = occurrence;
	if (rule.minEntropy !== void 0 && entropy(secret) < rule.minEntropy) return void 0;
	const evidence = prove(rule, occurrence, content);
	if (evidence.verdict === "silent") return void 0;
	const { severity, proof } = severityAndProof(rule, evidence);
	if (!(proof === "proven" || evidence.vetted === true) && isPlaceholder(secret)) return void 0;
	return {
		check: rule.id,
		provider: rule.provider,
		title: rule.title,
		severity,
		proof,
		detail: [rule.opens, evidence.detail].filter(Boolean).join(" "),
		remediation: rule.remediation,
		facts: {
			provider: rule.provider,
			...evidence.facts
		},
		secret,
		start,
		end,
		rank: rankOf$1(rule)
	};
};
// src/detect/overlaps.ts
const better = (a, b) => b.rank - a.rank || proofRank(b.proof) - proofRank(a.proof) || Number(b.severity !== "info") - Number(a.severity !== "info") || b.end - b.start - (a.end - a.start) || severityRank(b.severity) - severityRank(a.severity) || a.start - b.start || (a.check < b.check ? -1 : 1);
const overlap = (a, b) => a.start < b.end && b.start < a.end;
const bestOf = (cluster) => {
	const kept = [];
	for (const match of [...cluster].sort(better)) if (!kept.some((other) => overlap(match, other))) kept.push(match);
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
// src/detect/expression.ts
const askEngine = (expression, flags) => {
	const exact = new RegExp(expression, `${flags}dy`);
	return (text, { index }) => {
		exact.lastIndex = index;
		return exact.exec(text).indices.groups["secret"];
	};
};
const locator = (expression, flags) => {
	const ask = askEngine(expression, flags);
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
/** Our own expressions are checked for catastrophic backtracking in the tests, so they run on the engine of V8. */
const compileTrusted = ({ expression, ignoreCase }) => {
	const flags = ignoreCase ? "i" : "";
	const pattern = new RegExp(expression, `${flags}g`);
	const sticky = new RegExp(expression, `${flags}y`);
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
			sticky.lastIndex = at;
			const match = sticky.exec(text);
			return match === null ? [] : [occurrence(text, match)];
		}
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
const compileCustom = async ({ id, expression, ignoreCase }) => {
	const { RE2JS } = await import("./build.js");
	let pattern;
	try {
		pattern = RE2JS.compile(expression, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
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
	const run = (region, content) => {
		const { rule: index, start, end, at } = region;
		const rule = rules[index];
		if (regionsHolding(content, [region], rule.requires).length === 0) return clean;
		const isQuiet = nearbyOf(rule) > 0;
		let view;
		const matches = [];
		let judged = false;
		const text = content.toString("latin1", start, end);
		for (const occurrence of expressions[index](text, at === void 0 ? void 0 : at - start)) {
			if (occurrence.end === occurrence.start) continue;
			view ??= viewOf(content, region, surroundings);
			const match = judgeIn(index, view, occurrence);
			if (match !== void 0) matches.push(match);
			if (match !== void 0 || !isQuiet) judged = true;
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
/** UTF-16 around an anchor is narrowed this many characters on either side. */
const utf16Reach = 8192;
const decodeAround = (content, { at, image }) => image.encoding === "base64" ? decodeBase64(content, at, image.phase) : decodeUtf16(content, at, image.encoding === "utf16le", utf16Reach);
/** The encoded stretches around anchors, each once. */
const encodedRuns = (anchors, content) => {
	const runs = /* @__PURE__ */ new Map();
	for (const anchor of anchors) {
		const decoded = decodeAround(content, anchor);
		const key = `${anchor.image.encoding} ${decoded.start}`;
		const run = runs.get(key);
		if (run === void 0) runs.set(key, {
			decoded,
			image: anchor.image,
			anchors: [anchor]
		});
		else run.anchors.push(anchor);
	}
	return runs.values();
};
const asEncoded = (match, { decoded, image }) => ({
	...match,
	facts: {
		...match.facts,
		encoding: image.encoding === "base64" ? "base64" : "utf-16"
	},
	start: decoded.toContent(match.start),
	end: decoded.toContent(match.end - 1) + 2
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
	const literals = collectLiterals(rules, parsers);
	const gate = createGate(kernel, literals, rules, nearbyOf);
	const reach = {
		near: (task) => task === -1 ? runReach : gate.reaches[task],
		far: surroundings
	};
	const viewOf = ({ address, size }) => kernel.heap.bytes().subarray(address, address + size);
	const runRule = (content, region, into) => {
		const verdict = runner.run(region, content);
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
	const runRegions = (stretch, regions, into) => {
		const custom = /* @__PURE__ */ new Map();
		for (const region of regions) if (!rules[region.rule].custom) runRule(viewOf(stretch), region, into);
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
		runRegions(stretch, again, into);
	};
	const decodeRun = (run, depth, into) => {
		const { decoded } = run;
		const matches = scanBytes(decoded.bytes, depth + 1).map((match) => asEncoded(match, run));
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
		if (regions.length > 0) runRegions(stretch, regions, into);
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
			matches: into.matches.length > 1 ? withoutOverlaps(into.matches) : into.matches,
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
			return into.matches.length > 1 ? withoutOverlaps(into.matches) : into.matches;
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
// src/files/budget.ts
/** What one outermost archive may unpack to, with all archives inside it. */
const maxUnpacked = 256 << 20;
/** Text packs twenty to one at best; a bomb packs a thousand to one. Small archives may do so too. */
const maxRatio = 200;
const smallest = 8 << 20;
const maxMembers = 1e5;
const budgetFor = (archive) => ({
	bytes: Math.min(maxUnpacked, Math.max(smallest, archive.length * maxRatio)),
	members: maxMembers
});
/** Said of an archive that would go on. */
const exceeded = `unpacks to more than ${maxUnpacked} bytes, ${maxRatio} times its size or ${maxMembers} members: unpack it and scan its files`;
const isTooLarge = (error) => error.code === "ERR_BUFFER_TOO_LARGE";
// src/files/gzip.ts
const hasExtra = 4;
const hasName = 8;
/** The original file's name (RFC 1952, section 2.3.1). */
const nameOf$1 = (content) => {
	const flags = content[3];
	if ((flags & hasName) === 0) return "";
	const start = 10 + ((flags & hasExtra) === 0 ? 0 : 2 + content.readUInt16LE(10));
	const end = content.indexOf(0, start);
	return end === -1 ? "" : content.toString("latin1", start, end);
};
const inflate = (content, budget, finishFlush) => {
	const inflated = gunzipSync(content, {
		maxOutputLength: Math.max(1, budget.bytes),
		finishFlush
	});
	budget.bytes -= inflated.length;
	return inflated;
};
/** Of a file that ends early this gives what there is of it. */
const whatThereIs = (content, budget) => {
	try {
		return inflate(content, budget, constants.Z_SYNC_FLUSH);
	} catch {
		return Buffer.alloc(0);
	}
};
const gunzip = (content, budget) => {
	const name = nameOf$1(content);
	try {
		return {
			content: inflate(content, budget, constants.Z_FINISH),
			name,
			end: "whole"
		};
	} catch (error) {
		if (isTooLarge(error)) return {
			content: Buffer.alloc(0),
			name,
			end: "limit"
		};
		return {
			content: whatThereIs(content, budget),
			name,
			end: "damaged"
		};
	}
};
// node_modules/events-universal/default.js
var require_default = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = __require("events");
}));
// node_modules/fast-fifo/fixed-size.js
var require_fixed_size = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = class FixedFIFO {
		constructor(hwm) {
			if (!(hwm > 0) || (hwm - 1 & hwm) !== 0) throw new Error("Max size for a FixedFIFO should be a power of two");
			this.buffer = new Array(hwm);
			this.mask = hwm - 1;
			this.top = 0;
			this.btm = 0;
			this.next = null;
		}
		clear() {
			this.top = this.btm = 0;
			this.next = null;
			this.buffer.fill(void 0);
		}
		push(data) {
			if (this.buffer[this.top] !== void 0) return false;
			this.buffer[this.top] = data;
			this.top = this.top + 1 & this.mask;
			return true;
		}
		shift() {
			const last = this.buffer[this.btm];
			if (last === void 0) return void 0;
			this.buffer[this.btm] = void 0;
			this.btm = this.btm + 1 & this.mask;
			return last;
		}
		peek() {
			return this.buffer[this.btm];
		}
		isEmpty() {
			return this.buffer[this.btm] === void 0;
		}
	};
}));
// node_modules/fast-fifo/index.js
var require_fast_fifo = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const FixedFIFO = require_fixed_size();
	module.exports = class FastFIFO {
		constructor(hwm) {
			this.hwm = hwm || 16;
			this.head = new FixedFIFO(this.hwm);
			this.tail = this.head;
			this.length = 0;
		}
		clear() {
			this.head = this.tail;
			this.head.clear();
			this.length = 0;
		}
		push(val) {
			this.length++;
			if (!this.head.push(val)) {
				const prev = this.head;
				this.head = prev.next = new FixedFIFO(2 * this.head.buffer.length);
				this.head.push(val);
			}
		}
		shift() {
			if (this.length !== 0) this.length--;
			const val = this.tail.shift();
			if (val === void 0 && this.tail.next) {
				const next = this.tail.next;
				this.tail.next = null;
				this.tail = next;
				return this.tail.shift();
			}
			return val;
		}
		peek() {
			const val = this.tail.peek();
			if (val === void 0 && this.tail.next) return this.tail.next.peek();
			return val;
		}
		isEmpty() {
			return this.length === 0;
		}
	};
}));
// node_modules/b4a/index.js
var require_b4a = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function isBuffer(value) {
		return Buffer.isBuffer(value) || value instanceof Uint8Array;
	}
	function isEncoding(encoding) {
		return Buffer.isEncoding(encoding);
	}
	function alloc(size, fill, encoding) {
		return Buffer.alloc(size, fill, encoding);
	}
	function allocUnsafe(size) {
		return Buffer.allocUnsafe(size);
	}
	function allocUnsafeSlow(size) {
		return Buffer.allocUnsafeSlow(size);
	}
	function byteLength(string, encoding) {
		return Buffer.byteLength(string, encoding);
	}
	function compare(a, b) {
		return Buffer.compare(a, b);
	}
	function concat(buffers, totalLength) {
		return Buffer.concat(buffers, totalLength);
	}
	function copy(source, target, targetStart, start, end) {
		return toBuffer(source).copy(target, targetStart, start, end);
	}
	function equals(a, b) {
		return toBuffer(a).equals(b);
	}
	function fill(buffer, value, offset, end, encoding) {
		return toBuffer(buffer).fill(value, offset, end, encoding);
	}
	function from(value, encodingOrOffset, length) {
		return Buffer.from(value, encodingOrOffset, length);
	}
	function includes(buffer, value, byteOffset, encoding) {
		return toBuffer(buffer).includes(value, byteOffset, encoding);
	}
	function indexOf(buffer, value, byfeOffset, encoding) {
		return toBuffer(buffer).indexOf(value, byfeOffset, encoding);
	}
	function lastIndexOf(buffer, value, byteOffset, encoding) {
		return toBuffer(buffer).lastIndexOf(value, byteOffset, encoding);
	}
	function swap16(buffer) {
		return toBuffer(buffer).swap16();
	}
	function swap32(buffer) {
		return toBuffer(buffer).swap32();
	}
	function swap64(buffer) {
		return toBuffer(buffer).swap64();
	}
	function toBuffer(buffer) {
		if (Buffer.isBuffer(buffer)) return buffer;
		return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
	}
	function toString(buffer, encoding, start, end) {
		return toBuffer(buffer).toString(encoding, start, end);
	}
	function toHex(buffer, start, end) {
		return toBuffer(buffer).toString("hex", start, end);
	}
	function write(buffer, string, offset, length, encoding) {
		return toBuffer(buffer).write(string, offset, length, encoding);
	}
	function readDoubleBE(buffer, offset) {
		return toBuffer(buffer).readDoubleBE(offset);
	}
	function readDoubleLE(buffer, offset) {
		return toBuffer(buffer).readDoubleLE(offset);
	}
	function readFloatBE(buffer, offset) {
		return toBuffer(buffer).readFloatBE(offset);
	}
	function readFloatLE(buffer, offset) {
		return toBuffer(buffer).readFloatLE(offset);
	}
	function readInt32BE(buffer, offset) {
		return toBuffer(buffer).readInt32BE(offset);
	}
	function readInt32LE(buffer, offset) {
		return toBuffer(buffer).readInt32LE(offset);
	}
	function readUInt32BE(buffer, offset) {
		return toBuffer(buffer).readUInt32BE(offset);
	}
	function readUInt32LE(buffer, offset) {
		return toBuffer(buffer).readUInt32LE(offset);
	}
	function writeDoubleBE(buffer, value, offset) {
		return toBuffer(buffer).writeDoubleBE(value, offset);
	}
	function writeDoubleLE(buffer, value, offset) {
		return toBuffer(buffer).writeDoubleLE(value, offset);
	}
	function writeFloatBE(buffer, value, offset) {
		return toBuffer(buffer).writeFloatBE(value, offset);
	}
	function writeFloatLE(buffer, value, offset) {
		return toBuffer(buffer).writeFloatLE(value, offset);
	}
	function writeInt32BE(buffer, value, offset) {
		return toBuffer(buffer).writeInt32BE(value, offset);
	}
	function writeInt32LE(buffer, value, offset) {
		return toBuffer(buffer).writeInt32LE(value, offset);
	}
	function writeUInt32BE(buffer, value, offset) {
		return toBuffer(buffer).writeUInt32BE(value, offset);
	}
	function writeUInt32LE(buffer, value, offset) {
		return toBuffer(buffer).writeUInt32LE(value, offset);
	}
	module.exports = {
		isBuffer,
		isEncoding,
		alloc,
		allocUnsafe,
		allocUnsafeSlow,
		byteLength,
		compare,
		concat,
		copy,
		equals,
		fill,
		from,
		includes,
		indexOf,
		lastIndexOf,
		swap16,
		swap32,
		swap64,
		toBuffer,
		toString,
		toHex,
		write,
		readDoubleBE,
		readDoubleLE,
		readFloatBE,
		readFloatLE,
		readInt32BE,
		readInt32LE,
		readUInt32BE,
		readUInt32LE,
		writeDoubleBE,
		writeDoubleLE,
		writeFloatBE,
		writeFloatLE,
		writeInt32BE,
		writeInt32LE,
		writeUInt32BE,
		writeUInt32LE
	};
}));
// node_modules/text-decoder/lib/pass-through-decoder.js
var require_pass_through_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const b4a = require_b4a();
	module.exports = class PassThroughDecoder {
		constructor(encoding) {
			this.encoding = encoding;
		}
		get remaining() {
			return 0;
		}
		decode(data) {
			return b4a.toString(data, this.encoding);
		}
		flush() {
			return "";
		}
	};
}));
// node_modules/text-decoder/lib/utf8-decoder.js
var require_utf8_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const b4a = require_b4a();
	/**
	* https://encoding.spec.whatwg.org/#utf-8-decoder
	*/
	module.exports = class UTF8Decoder {
		constructor() {
			this._reset();
		}
		get remaining() {
			return this.bytesSeen;
		}
		decode(data) {
			if (data.byteLength === 0) return "";
			if (this.bytesNeeded === 0 && trailingIncomplete(data, 0) === 0) {
				this.bytesSeen = trailingBytesSeen(data);
				return b4a.toString(data, "utf8");
			}
			let result = "";
			let start = 0;
			if (this.bytesNeeded > 0) {
				while (start < data.byteLength) {
					const byte = data[start];
					if (byte < this.lowerBoundary || byte > this.upperBoundary) {
						result += "�";
						this._reset();
						break;
					}
					this.lowerBoundary = 128;
					this.upperBoundary = 191;
					this.codePoint = this.codePoint << 6 | byte & 63;
					this.bytesSeen++;
					start++;
					if (this.bytesSeen === this.bytesNeeded) {
						result += String.fromCodePoint(this.codePoint);
						this._reset();
						break;
					}
				}
				if (this.bytesNeeded > 0) return result;
			}
			const trailing = trailingIncomplete(data, start);
			const end = data.byteLength - trailing;
			if (end > start) result += b4a.toString(data, "utf8", start, end);
			for (let i = end; i < data.byteLength; i++) {
				const byte = data[i];
				if (this.bytesNeeded === 0) {
					if (byte <= 127) {
						this.bytesSeen = 0;
						result += String.fromCharCode(byte);
					} else if (byte >= 194 && byte <= 223) {
						this.bytesNeeded = 2;
						this.bytesSeen = 1;
						this.codePoint = byte & 31;
					} else if (byte >= 224 && byte <= 239) {
						if (byte === 224) this.lowerBoundary = 160;
						else if (byte === 237) this.upperBoundary = 159;
						this.bytesNeeded = 3;
						this.bytesSeen = 1;
						this.codePoint = byte & 15;
					} else if (byte >= 240 && byte <= 244) {
						if (byte === 240) this.lowerBoundary = 144;
						else if (byte === 244) this.upperBoundary = 143;
						this.bytesNeeded = 4;
						this.bytesSeen = 1;
						this.codePoint = byte & 7;
					} else {
						this.bytesSeen = 1;
						result += "�";
					}
					continue;
				}
				if (byte < this.lowerBoundary || byte > this.upperBoundary) {
					result += "�";
					i--;
					this._reset();
					continue;
				}
				this.lowerBoundary = 128;
				this.upperBoundary = 191;
				this.codePoint = this.codePoint << 6 | byte & 63;
				this.bytesSeen++;
				if (this.bytesSeen === this.bytesNeeded) {
					result += String.fromCodePoint(this.codePoint);
					this._reset();
				}
			}
			return result;
		}
		flush() {
			const result = this.bytesNeeded > 0 ? "�" : "";
			this._reset();
			return result;
		}
		_reset() {
			this.codePoint = 0;
			this.bytesNeeded = 0;
			this.bytesSeen = 0;
			this.lowerBoundary = 128;
			this.upperBoundary = 191;
		}
	};
	function trailingIncomplete(data, start) {
		const len = data.byteLength;
		if (len <= start) return 0;
		const limit = Math.max(start, len - 4);
		let i = len - 1;
		while (i > limit && (data[i] & 192) === 128) i--;
		if (i < start) return 0;
		const byte = data[i];
		let needed;
		if (byte <= 127) return 0;
		if (byte >= 194 && byte <= 223) needed = 2;
		else if (byte >= 224 && byte <= 239) needed = 3;
		else if (byte >= 240 && byte <= 244) needed = 4;
		else return 0;
		const available = len - i;
		return available < needed ? available : 0;
	}
	function trailingBytesSeen(data) {
		const len = data.byteLength;
		if (len === 0) return 0;
		const last = data[len - 1];
		if (last <= 127) return 0;
		if ((last & 192) !== 128) return 1;
		const limit = Math.max(0, len - 4);
		let i = len - 2;
		while (i >= limit && (data[i] & 192) === 128) i--;
		if (i < 0) return 1;
		const first = data[i];
		let needed;
		if (first >= 194 && first <= 223) needed = 2;
		else if (first >= 224 && first <= 239) needed = 3;
		else if (first >= 240 && first <= 244) needed = 4;
		else return 1;
		if (len - i !== needed) return 1;
		if (needed >= 3) {
			const second = data[i + 1];
			if (first === 224 && second < 160) return 1;
			if (first === 237 && second > 159) return 1;
			if (first === 240 && second < 144) return 1;
			if (first === 244 && second > 143) return 1;
		}
		return 0;
	}
}));
// node_modules/text-decoder/index.js
var require_text_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const PassThroughDecoder = require_pass_through_decoder();
	const UTF8Decoder = require_utf8_decoder();
	module.exports = class TextDecoder {
		constructor(encoding = "utf8") {
			this.encoding = normalizeEncoding(encoding);
			switch (this.encoding) {
				case "utf8":
					this.decoder = new UTF8Decoder();
					break;
				case "utf16le":
				case "base64": throw new Error("Unsupported encoding: " + this.encoding);
				default: this.decoder = new PassThroughDecoder(this.encoding);
			}
		}
		get remaining() {
			return this.decoder.remaining;
		}
		push(data) {
			if (typeof data === "string") return data;
			return this.decoder.decode(data);
		}
		write(data) {
			return this.push(data);
		}
		end(data) {
			let result = "";
			if (data) result = this.push(data);
			result += this.decoder.flush();
			return result;
		}
	};
	function normalizeEncoding(encoding) {
		encoding = encoding.toLowerCase();
		switch (encoding) {
			case "utf8":
			case "utf-8": return "utf8";
			case "ucs2":
			case "ucs-2":
			case "utf16le":
			case "utf-16le": return "utf16le";
			case "latin1":
			case "binary": return "latin1";
			case "base64":
			case "ascii":
			case "hex": return encoding;
			default: throw new Error("Unknown encoding: " + encoding);
		}
	}
}));
// node_modules/streamx/lib/errors.js
var require_errors$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = class StreamError extends Error {
		constructor(msg, code, fn = StreamError) {
			super(msg);
			this.code = code;
			if (Error.captureStackTrace) Error.captureStackTrace(this, fn);
		}
		static isStreamDestroyed(err) {
			return err && err.code === "STREAM_DESTROYED";
		}
		static isPrematureClose(err) {
			return err && err.code === "PREMATURE_CLOSE";
		}
		static isAborted(err) {
			return err && err.code === "ABORTED";
		}
		static isBadArgument(err) {
			return err && err.code === "BAD_ARGUMENT";
		}
		get name() {
			return "StreamError";
		}
		static STREAM_DESTROYED() {
			return new StreamError("Stream was destroyed", "STREAM_DESTROYED", StreamError.STREAM_DESTROYED);
		}
		static PREMATURE_CLOSE(msg = "Premature close") {
			return new StreamError(msg, "PREMATURE_CLOSE", StreamError.PREMATURE_CLOSE);
		}
		static ABORTED() {
			return new StreamError("Stream aborted", "ABORTED", StreamError.ABORTED);
		}
		static BAD_ARGUMENT(msg = "Bad argument") {
			return new StreamError(msg, "BAD_ARGUMENT", StreamError.BAD_ARGUMENT);
		}
	};
}));
// node_modules/streamx/index.js
var require_streamx = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { EventEmitter } = require_default();
	const FIFO = require_fast_fifo();
	const TextDecoder = require_text_decoder();
	const StreamError = require_errors$1();
	const qmt = typeof queueMicrotask === "undefined" ? (fn) => global.process.nextTick(fn) : queueMicrotask;
	const OPENING = 1;
	const PREDESTROYING = 2;
	const DESTROYING = 4;
	const DESTROYED = 8;
	const NOT_OPENING = 536870910;
	const NOT_PREDESTROYING = 536870909;
	const READ_UPDATING = 32;
	const READ_PRIMARY = 64;
	const READ_QUEUED = 128;
	const READ_RESUMED = 256;
	const READ_PIPE_DRAINED = 512;
	const READ_ENDING = 1024;
	const READ_EMIT_DATA = 2048;
	const READ_EMIT_READABLE = 4096;
	const READ_EMITTED_READABLE = 8192;
	const READ_DONE = 16384;
	const READ_NEXT_TICK = 32768;
	const READ_READ_AHEAD = 131072;
	const READ_FLOWING = 768;
	const READ_ACTIVE_AND_NEEDS_PUSH = 65552;
	const READ_PRIMARY_AND_ACTIVE = 80;
	const READ_EMIT_READABLE_AND_QUEUED = 4224;
	const READ_RESUMED_READ_AHEAD = 131328;
	const READ_NOT_ACTIVE = 536870895;
	const READ_NON_PRIMARY_AND_PUSHED = 536805311;
	const READ_PUSHED = 536805375;
	const READ_PAUSED = 536870655;
	const READ_NOT_QUEUED = 536862591;
	const READ_NOT_ENDING = 536869887;
	const READ_PIPE_NOT_DRAINED = 536870143;
	const READ_NOT_NEXT_TICK = 536838143;
	const READ_NOT_UPDATING = 536870879;
	const READ_NO_READ_AHEAD = 536739839;
	const READ_PAUSED_NO_READ_AHEAD = 536739583;
	const WRITE_ACTIVE = 1 << 18;
	const WRITE_UPDATING = 2 << 18;
	const WRITE_PRIMARY = 4 << 18;
	const WRITE_QUEUED = 8 << 18;
	const WRITE_UNDRAINED = 16 << 18;
	const WRITE_DONE = 32 << 18;
	const WRITE_EMIT_DRAIN = 64 << 18;
	const WRITE_NEXT_TICK = 128 << 18;
	const WRITE_WRITING = 256 << 18;
	const WRITE_FINISHING = 512 << 18;
	const WRITE_CORKED = 1024 << 18;
	const WRITE_NOT_ACTIVE = 469499903;
	const WRITE_NON_PRIMARY = 535822335;
	const WRITE_NOT_FINISHING = 402391039;
	const WRITE_DRAINED = 532676607;
	const WRITE_NOT_QUEUED = 534773759;
	const WRITE_NOT_NEXT_TICK = 503316479;
	const WRITE_NOT_UPDATING = 536346623;
	const WRITE_NOT_CORKED = 268435455;
	const ACTIVE = 262160;
	const NOT_ACTIVE = 536608751;
	const DONE = 8404992;
	const DESTROY_STATUS = 14;
	const OPEN_STATUS = 15;
	const AUTO_DESTROY = 8405006;
	const NON_PRIMARY = 535822271;
	const ACTIVE_OR_TICKING = 33587200;
	const IS_OPENING = 33587215;
	const READ_PRIMARY_STATUS = 17423;
	const READ_STATUS = 16527;
	const READ_ENDING_STATUS = 1167;
	const READ_READABLE_STATUS = 12431;
	const SHOULD_NOT_READ = 214047;
	const READ_BACKPRESSURE_STATUS = 17422;
	const READ_UPDATE_SYNC_STATUS = 32879;
	const READ_NEXT_TICK_OR_OPENING = 32769;
	const WRITE_PRIMARY_STATUS = 142606351;
	const WRITE_QUEUED_AND_UNDRAINED = 6291456;
	const WRITE_QUEUED_AND_ACTIVE = 2359296;
	const WRITE_DRAIN_STATUS = 6553615;
	const WRITE_STATUS = 270794767;
	const WRITE_PRIMARY_AND_ACTIVE = 1310720;
	const WRITE_ACTIVE_AND_WRITING = 67371008;
	const WRITE_FINISHING_STATUS = 144965647;
	const WRITE_BACKPRESSURE_STATUS = 146800654;
	const WRITE_UPDATE_SYNC_STATUS = 35127311;
	const WRITE_DROP_DATA = 142606350;
	const asyncIterator = Symbol.asyncIterator || Symbol("asyncIterator");
	var WritableState = class {
		constructor(stream, { highWaterMark = 16384, map = null, mapWritable, byteLength, byteLengthWritable } = {}) {
			this.stream = stream;
			this.queue = new FIFO();
			this.highWaterMark = highWaterMark;
			this.buffered = 0;
			this.error = null;
			this.pipeline = null;
			this.drains = null;
			this.byteLength = byteLengthWritable || byteLength || defaultByteLength;
			this.map = mapWritable || map;
			this.afterWrite = afterWrite.bind(this);
			this.afterUpdateNextTick = updateWriteNT.bind(this);
		}
		get ending() {
			return (this.stream._duplexState & WRITE_FINISHING) !== 0;
		}
		get ended() {
			return (this.stream._duplexState & WRITE_DONE) !== 0;
		}
		push(data) {
			if ((this.stream._duplexState & WRITE_DROP_DATA) !== 0) return false;
			if (this.map !== null) data = this.map(data);
			this.buffered += this.byteLength(data);
			this.queue.push(data);
			if (this.buffered < this.highWaterMark) {
				this.stream._duplexState |= WRITE_QUEUED;
				return true;
			}
			this.stream._duplexState |= WRITE_QUEUED_AND_UNDRAINED;
			return false;
		}
		shift() {
			const data = this.queue.shift();
			this.buffered -= this.byteLength(data);
			if (this.buffered === 0) this.stream._duplexState &= WRITE_NOT_QUEUED;
			return data;
		}
		end(data) {
			if (typeof data === "function") this.stream.once("finish", data);
			else if (data !== void 0 && data !== null) this.push(data);
			this.stream._duplexState = (this.stream._duplexState | WRITE_FINISHING) & WRITE_NON_PRIMARY;
		}
		autoBatch(data, cb) {
			const buffer = [];
			const stream = this.stream;
			buffer.push(data);
			while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED_AND_ACTIVE) buffer.push(stream._writableState.shift());
			if ((stream._duplexState & OPEN_STATUS) !== 0) return cb(null);
			stream._writev(buffer, cb);
		}
		update() {
			const stream = this.stream;
			stream._duplexState |= WRITE_UPDATING;
			do {
				while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED) {
					const data = this.shift();
					stream._duplexState |= WRITE_ACTIVE_AND_WRITING;
					stream._write(data, this.afterWrite);
				}
				if ((stream._duplexState & WRITE_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
			} while (this.continueUpdate() === true);
			stream._duplexState &= WRITE_NOT_UPDATING;
		}
		updateNonPrimary() {
			const stream = this.stream;
			if ((stream._duplexState & WRITE_FINISHING_STATUS) === WRITE_FINISHING) {
				stream._duplexState = stream._duplexState | WRITE_ACTIVE;
				stream._final(afterFinal.bind(this));
				return;
			}
			if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
				if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
					stream._duplexState |= ACTIVE;
					stream._destroy(afterDestroy.bind(this));
				}
				return;
			}
			if ((stream._duplexState & IS_OPENING) === OPENING) {
				stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
				stream._open(afterOpen.bind(this));
			}
		}
		continueUpdate() {
			if ((this.stream._duplexState & WRITE_NEXT_TICK) === 0) return false;
			this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
			return true;
		}
		updateCallback() {
			if ((this.stream._duplexState & WRITE_UPDATE_SYNC_STATUS) === WRITE_PRIMARY) this.update();
			else this.updateNextTick();
		}
		updateNextTick() {
			if ((this.stream._duplexState & WRITE_NEXT_TICK) !== 0) return;
			this.stream._duplexState |= WRITE_NEXT_TICK;
			if ((this.stream._duplexState & WRITE_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
	};
	var ReadableState = class {
		constructor(stream, { highWaterMark = 16384, map = null, mapReadable, byteLength, byteLengthReadable } = {}) {
			this.stream = stream;
			this.queue = new FIFO();
			this.highWaterMark = highWaterMark === 0 ? 1 : highWaterMark;
			this.buffered = 0;
			this.readAhead = highWaterMark > 0;
			this.error = null;
			this.pipeline = null;
			this.byteLength = byteLengthReadable || byteLength || defaultByteLength;
			this.map = mapReadable || map;
			this.pipeTo = null;
			this.afterRead = afterRead.bind(this);
			this.afterUpdateNextTick = updateReadNT.bind(this);
		}
		get ending() {
			return (this.stream._duplexState & READ_ENDING) !== 0;
		}
		get ended() {
			return (this.stream._duplexState & READ_DONE) !== 0;
		}
		pipe(pipeTo, cb) {
			if (this.pipeTo !== null) throw StreamError.BAD_ARGUMENT("Can only pipe to one destination");
			if (typeof cb !== "function") cb = null;
			this.stream._duplexState |= READ_PIPE_DRAINED;
			this.pipeTo = pipeTo;
			this.pipeline = new Pipeline(this.stream, pipeTo, cb);
			if (cb) this.stream.on("error", noop);
			if (isStreamx(pipeTo)) {
				pipeTo._writableState.pipeline = this.pipeline;
				if (cb) pipeTo.on("error", noop);
				pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
			} else {
				const onerror = this.pipeline.done.bind(this.pipeline, pipeTo);
				const onclose = this.pipeline.done.bind(this.pipeline, pipeTo, null);
				pipeTo.on("error", onerror);
				pipeTo.on("close", onclose);
				pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
			}
			pipeTo.on("drain", afterDrain.bind(this));
			this.stream.emit("piping", pipeTo);
			pipeTo.emit("pipe", this.stream);
		}
		push(data) {
			const stream = this.stream;
			if (data === null) {
				this.highWaterMark = 0;
				stream._duplexState = (stream._duplexState | READ_ENDING) & READ_NON_PRIMARY_AND_PUSHED;
				return false;
			}
			if (this.map !== null) {
				data = this.map(data);
				if (data === null) {
					stream._duplexState &= READ_PUSHED;
					return this.buffered < this.highWaterMark;
				}
			}
			this.buffered += this.byteLength(data);
			this.queue.push(data);
			stream._duplexState = (stream._duplexState | READ_QUEUED) & READ_PUSHED;
			return this.buffered < this.highWaterMark;
		}
		shift() {
			const data = this.queue.shift();
			this.buffered -= this.byteLength(data);
			if (this.buffered === 0) this.stream._duplexState &= READ_NOT_QUEUED;
			return data;
		}
		unshift(data) {
			const pending = [this.map !== null ? this.map(data) : data];
			while (this.buffered > 0) pending.push(this.shift());
			for (let i = 0; i < pending.length - 1; i++) {
				const data = pending[i];
				this.buffered += this.byteLength(data);
				this.queue.push(data);
			}
			this.push(pending[pending.length - 1]);
		}
		read() {
			const stream = this.stream;
			if ((stream._duplexState & READ_STATUS) === READ_QUEUED) {
				const data = this.shift();
				if (this.pipeTo !== null && this.pipeTo.write(data) === false) stream._duplexState &= READ_PIPE_NOT_DRAINED;
				if ((stream._duplexState & READ_EMIT_DATA) !== 0) stream.emit("data", data);
				return data;
			}
			if (this.readAhead === false) {
				stream._duplexState |= READ_READ_AHEAD;
				this.updateNextTick();
			}
			return null;
		}
		drain() {
			const stream = this.stream;
			while ((stream._duplexState & READ_STATUS) === READ_QUEUED && (stream._duplexState & READ_FLOWING) !== 0) {
				const data = this.shift();
				if (this.pipeTo !== null && this.pipeTo.write(data) === false) stream._duplexState &= READ_PIPE_NOT_DRAINED;
				if ((stream._duplexState & READ_EMIT_DATA) !== 0) stream.emit("data", data);
			}
		}
		update() {
			const stream = this.stream;
			stream._duplexState |= READ_UPDATING;
			do {
				this.drain();
				while (this.buffered < this.highWaterMark && (stream._duplexState & SHOULD_NOT_READ) === READ_READ_AHEAD) {
					stream._duplexState |= READ_ACTIVE_AND_NEEDS_PUSH;
					stream._read(this.afterRead);
					this.drain();
				}
				if ((stream._duplexState & READ_READABLE_STATUS) === READ_EMIT_READABLE_AND_QUEUED) {
					stream._duplexState |= READ_EMITTED_READABLE;
					stream.emit("readable");
				}
				if ((stream._duplexState & READ_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
			} while (this.continueUpdate() === true);
			stream._duplexState &= READ_NOT_UPDATING;
		}
		updateNonPrimary() {
			const stream = this.stream;
			if ((stream._duplexState & READ_ENDING_STATUS) === READ_ENDING) {
				stream._duplexState = (stream._duplexState | READ_DONE) & READ_NOT_ENDING;
				stream.emit("end");
				if ((stream._duplexState & AUTO_DESTROY) === DONE) stream._duplexState |= DESTROYING;
				if (this.pipeTo !== null) this.pipeTo.end();
			}
			if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
				if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
					stream._duplexState |= ACTIVE;
					stream._destroy(afterDestroy.bind(this));
				}
				return;
			}
			if ((stream._duplexState & IS_OPENING) === OPENING) {
				stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
				stream._open(afterOpen.bind(this));
			}
		}
		continueUpdate() {
			if ((this.stream._duplexState & READ_NEXT_TICK) === 0) return false;
			this.stream._duplexState &= READ_NOT_NEXT_TICK;
			return true;
		}
		updateCallback() {
			if ((this.stream._duplexState & READ_UPDATE_SYNC_STATUS) === READ_PRIMARY) this.update();
			else this.updateNextTick();
		}
		updateNextTickIfOpen() {
			if ((this.stream._duplexState & READ_NEXT_TICK_OR_OPENING) !== 0) return;
			this.stream._duplexState |= READ_NEXT_TICK;
			if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
		updateNextTick() {
			if ((this.stream._duplexState & READ_NEXT_TICK) !== 0) return;
			this.stream._duplexState |= READ_NEXT_TICK;
			if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
	};
	var TransformState = class {
		constructor(stream) {
			this.data = null;
			this.afterTransform = afterTransform.bind(stream);
			this.afterFinal = null;
		}
	};
	var Pipeline = class {
		constructor(src, dst, cb) {
			this.from = src;
			this.to = dst;
			this.afterPipe = cb;
			this.error = null;
			this.pipeToFinished = false;
		}
		finished() {
			this.pipeToFinished = true;
		}
		done(stream, err) {
			if (err) this.error = err;
			if (stream === this.to) {
				this.to = null;
				if (this.from !== null) {
					if ((this.from._duplexState & READ_DONE) === 0 || !this.pipeToFinished) this.from.destroy(this.error || StreamError.PREMATURE_CLOSE("Writable stream closed"));
					return;
				}
			}
			if (stream === this.from) {
				this.from = null;
				if (this.to !== null) {
					if ((stream._duplexState & READ_DONE) === 0) this.to.destroy(this.error || StreamError.PREMATURE_CLOSE("Readable stream closed"));
					return;
				}
			}
			if (this.afterPipe !== null) this.afterPipe(this.error);
			this.to = this.from = this.afterPipe = null;
		}
	};
	function afterDrain() {
		this.stream._duplexState |= READ_PIPE_DRAINED;
		this.updateCallback();
	}
	function afterFinal(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		if ((stream._duplexState & DESTROY_STATUS) === 0) {
			stream._duplexState |= WRITE_DONE;
			stream.emit("finish");
		}
		if ((stream._duplexState & AUTO_DESTROY) === DONE) stream._duplexState |= DESTROYING;
		stream._duplexState &= WRITE_NOT_FINISHING;
		if ((stream._duplexState & WRITE_UPDATING) === 0) this.update();
		else this.updateNextTick();
	}
	function afterDestroy(err) {
		const stream = this.stream;
		if (!err && !StreamError.isStreamDestroyed(this.error)) err = this.error;
		if (err) stream.emit("error", err);
		stream._duplexState |= DESTROYED;
		stream.emit("close");
		const rs = stream._readableState;
		const ws = stream._writableState;
		if (rs !== null && rs.pipeline !== null) rs.pipeline.done(stream, err);
		if (ws !== null) {
			while (ws.drains !== null && ws.drains.length > 0) ws.drains.shift().resolve(false);
			if (ws.pipeline !== null) ws.pipeline.done(stream, err);
		}
	}
	function afterWrite(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		stream._duplexState &= WRITE_NOT_ACTIVE;
		if (this.drains !== null) tickDrains(this.drains);
		if ((stream._duplexState & WRITE_DRAIN_STATUS) === WRITE_UNDRAINED) {
			stream._duplexState &= WRITE_DRAINED;
			if ((stream._duplexState & WRITE_EMIT_DRAIN) === WRITE_EMIT_DRAIN) stream.emit("drain");
		}
		this.updateCallback();
	}
	function afterRead(err) {
		if (err) this.stream.destroy(err);
		this.stream._duplexState &= READ_NOT_ACTIVE;
		if (this.readAhead === false && (this.stream._duplexState & READ_RESUMED) === 0) this.stream._duplexState &= READ_NO_READ_AHEAD;
		this.updateCallback();
	}
	function updateReadNT() {
		if ((this.stream._duplexState & READ_UPDATING) === 0) {
			this.stream._duplexState &= READ_NOT_NEXT_TICK;
			this.update();
		}
	}
	function updateWriteNT() {
		if ((this.stream._duplexState & WRITE_UPDATING) === 0) {
			this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
			this.update();
		}
	}
	function tickDrains(drains) {
		for (let i = 0; i < drains.length; i++) if (--drains[i].writes === 0) {
			drains.shift().resolve(true);
			i--;
		}
	}
	function afterOpen(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		if ((stream._duplexState & DESTROYING) === 0) {
			if ((stream._duplexState & READ_PRIMARY_STATUS) === 0) stream._duplexState |= READ_PRIMARY;
			if ((stream._duplexState & WRITE_PRIMARY_STATUS) === 0) stream._duplexState |= WRITE_PRIMARY;
			stream.emit("open");
		}
		stream._duplexState &= NOT_ACTIVE;
		if (stream._writableState !== null) stream._writableState.updateCallback();
		if (stream._readableState !== null) stream._readableState.updateCallback();
	}
	function afterTransform(err, data) {
		if (data !== void 0 && data !== null) this.push(data);
		this._writableState.afterWrite(err);
	}
	function newListener(name) {
		if (this._readableState !== null) {
			if (name === "data") {
				this._duplexState |= 133376;
				this._readableState.updateNextTick();
			}
			if (name === "readable") {
				this._duplexState |= READ_EMIT_READABLE;
				this._readableState.updateNextTick();
			}
		}
		if (this._writableState !== null) {
			if (name === "drain") {
				this._duplexState |= WRITE_EMIT_DRAIN;
				this._writableState.updateNextTick();
			}
		}
	}
	var Stream = class extends EventEmitter {
		constructor(opts) {
			super();
			this._duplexState = 0;
			this._readableState = null;
			this._writableState = null;
			if (opts) {
				if (opts.open) this._open = opts.open;
				if (opts.destroy) this._destroy = opts.destroy;
				if (opts.predestroy) this._predestroy = opts.predestroy;
				if (opts.signal) opts.signal.addEventListener("abort", abort.bind(this));
			}
			this.on("newListener", newListener);
		}
		_open(cb) {
			cb(null);
		}
		_destroy(cb) {
			cb(null);
		}
		_predestroy() {}
		get readable() {
			return this._readableState !== null ? true : void 0;
		}
		get writable() {
			return this._writableState !== null ? true : void 0;
		}
		get destroyed() {
			return (this._duplexState & DESTROYED) !== 0;
		}
		get destroying() {
			return (this._duplexState & DESTROY_STATUS) !== 0;
		}
		destroy(err) {
			if ((this._duplexState & DESTROY_STATUS) === 0) {
				if (!err) err = StreamError.STREAM_DESTROYED();
				this._duplexState = (this._duplexState | DESTROYING) & NON_PRIMARY;
				if (this._readableState !== null) {
					this._readableState.highWaterMark = 0;
					this._readableState.error = err;
				}
				if (this._writableState !== null) {
					this._writableState.highWaterMark = 0;
					this._writableState.error = err;
				}
				this._duplexState |= PREDESTROYING;
				this._predestroy();
				this._duplexState &= NOT_PREDESTROYING;
				if (this._readableState !== null) this._readableState.updateNextTick();
				if (this._writableState !== null) this._writableState.updateNextTick();
			}
		}
	};
	var Readable = class Readable extends Stream {
		constructor(opts) {
			super(opts);
			this._duplexState |= 8519681;
			this._readableState = new ReadableState(this, opts);
			if (opts) {
				if (this._readableState.readAhead === false) this._duplexState &= READ_NO_READ_AHEAD;
				if (opts.read) this._read = opts.read;
				if (opts.eagerOpen) this._readableState.updateNextTick();
				if (opts.encoding) this.setEncoding(opts.encoding);
			}
		}
		static deferred(fn, opts) {
			const out = new PassThrough(opts);
			fn().then((src) => {
				if (src === null) return out.end();
				if (out.destroying) return;
				pipeline(src, out, noop);
			}).catch((err) => out.destroy(err));
			return out;
		}
		setEncoding(encoding) {
			const dec = new TextDecoder(encoding);
			const map = this._readableState.map || echo;
			this._readableState.map = mapOrSkip;
			return this;
			function mapOrSkip(data) {
				const next = dec.push(data);
				return next === "" && (data.byteLength !== 0 || dec.remaining > 0) ? null : map(next);
			}
		}
		_read(cb) {
			cb(null);
		}
		pipe(dest, cb) {
			this._readableState.updateNextTick();
			this._readableState.pipe(dest, cb);
			return dest;
		}
		read() {
			this._readableState.updateNextTick();
			return this._readableState.read();
		}
		push(data) {
			this._readableState.updateNextTickIfOpen();
			return this._readableState.push(data);
		}
		unshift(data) {
			this._readableState.updateNextTickIfOpen();
			return this._readableState.unshift(data);
		}
		resume() {
			this._duplexState |= READ_RESUMED_READ_AHEAD;
			this._readableState.updateNextTick();
			return this;
		}
		pause() {
			this._duplexState &= this._readableState.readAhead === false ? READ_PAUSED_NO_READ_AHEAD : READ_PAUSED;
			return this;
		}
		static _fromAsyncIterator(ite, opts) {
			let destroy;
			const rs = new Readable({
				...opts,
				read(cb) {
					ite.next().then(push).then(cb.bind(null, null)).catch(cb);
				},
				predestroy() {
					destroy = ite.return();
				},
				destroy(cb) {
					if (!destroy) return cb(null);
					destroy.then(cb.bind(null, null)).catch(cb);
				}
			});
			return rs;
			function push(data) {
				if (data.done) rs.push(null);
				else rs.push(data.value);
			}
		}
		static from(data, opts) {
			if (isReadStreamx(data)) return data;
			if (data[asyncIterator]) return this._fromAsyncIterator(data[asyncIterator](), opts);
			if (!Array.isArray(data)) data = data === void 0 ? [] : [data];
			let i = 0;
			return new Readable({
				...opts,
				read(cb) {
					this.push(i === data.length ? null : data[i++]);
					cb(null);
				}
			});
		}
		static isBackpressured(rs) {
			return (rs._duplexState & READ_BACKPRESSURE_STATUS) !== 0 || rs._readableState.buffered >= rs._readableState.highWaterMark;
		}
		static isPaused(rs) {
			return (rs._duplexState & READ_RESUMED) === 0;
		}
		[asyncIterator]() {
			const stream = this;
			let error = null;
			let promiseResolve = null;
			let promiseReject = null;
			this.on("error", (err) => {
				error = err;
			});
			this.on("readable", onreadable);
			this.on("close", onclose);
			return {
				[asyncIterator]() {
					return this;
				},
				next() {
					return new Promise(function(resolve, reject) {
						promiseResolve = resolve;
						promiseReject = reject;
						const data = stream.read();
						if (data !== null) ondata(data);
						else if ((stream._duplexState & DESTROYED) !== 0) ondata(null);
					});
				},
				return() {
					return destroy(null);
				},
				throw(err) {
					return destroy(err);
				}
			};
			function onreadable() {
				if (promiseResolve !== null) ondata(stream.read());
			}
			function onclose() {
				if (promiseResolve !== null) ondata(null);
			}
			function ondata(data) {
				if (promiseReject === null) return;
				if (error) promiseReject(error);
				else if (data === null && (stream._duplexState & READ_DONE) === 0) promiseReject(StreamError.STREAM_DESTROYED());
				else promiseResolve({
					value: data,
					done: data === null
				});
				promiseReject = promiseResolve = null;
			}
			function destroy(err) {
				stream.destroy(err);
				return new Promise((resolve, reject) => {
					if (stream._duplexState & DESTROYED) return resolve({
						value: void 0,
						done: true
					});
					stream.once("close", function() {
						if (err) reject(err);
						else resolve({
							value: void 0,
							done: true
						});
					});
				});
			}
		}
	};
	var Writable = class extends Stream {
		constructor(opts) {
			super(opts);
			this._duplexState |= 16385;
			this._writableState = new WritableState(this, opts);
			if (opts) {
				if (opts.writev) this._writev = opts.writev;
				if (opts.write) this._write = opts.write;
				if (opts.final) this._final = opts.final;
				if (opts.eagerOpen) this._writableState.updateNextTick();
			}
		}
		cork() {
			this._duplexState |= WRITE_CORKED;
		}
		uncork() {
			this._duplexState &= WRITE_NOT_CORKED;
			this._writableState.updateNextTick();
		}
		_writev(batch, cb) {
			cb(null);
		}
		_write(data, cb) {
			this._writableState.autoBatch(data, cb);
		}
		_final(cb) {
			cb(null);
		}
		static isBackpressured(ws) {
			return (ws._duplexState & WRITE_BACKPRESSURE_STATUS) !== 0;
		}
		static drained(ws) {
			if (ws.destroyed) return Promise.resolve(false);
			const state = ws._writableState;
			const writes = (isWritev(ws) ? Math.min(1, state.queue.length) : state.queue.length) + (ws._duplexState & WRITE_WRITING ? 1 : 0);
			if (writes === 0) return Promise.resolve(true);
			if (state.drains === null) state.drains = [];
			return new Promise((resolve) => {
				state.drains.push({
					writes,
					resolve
				});
			});
		}
		write(data) {
			this._writableState.updateNextTick();
			return this._writableState.push(data);
		}
		end(data) {
			this._writableState.updateNextTick();
			this._writableState.end(data);
			return this;
		}
	};
	var Duplex = class extends Readable {
		constructor(opts) {
			super(opts);
			this._duplexState = OPENING | this._duplexState & READ_READ_AHEAD;
			this._writableState = new WritableState(this, opts);
			if (opts) {
				if (opts.writev) this._writev = opts.writev;
				if (opts.write) this._write = opts.write;
				if (opts.final) this._final = opts.final;
			}
		}
		cork() {
			this._duplexState |= WRITE_CORKED;
		}
		uncork() {
			this._duplexState &= WRITE_NOT_CORKED;
			this._writableState.updateNextTick();
		}
		_writev(batch, cb) {
			cb(null);
		}
		_write(data, cb) {
			this._writableState.autoBatch(data, cb);
		}
		_final(cb) {
			cb(null);
		}
		write(data) {
			this._writableState.updateNextTick();
			return this._writableState.push(data);
		}
		end(data) {
			this._writableState.updateNextTick();
			this._writableState.end(data);
			return this;
		}
	};
	var Transform = class extends Duplex {
		constructor(opts) {
			super(opts);
			this._transformState = new TransformState(this);
			if (opts) {
				if (opts.transform) this._transform = opts.transform;
				if (opts.flush) this._flush = opts.flush;
			}
		}
		_write(data, cb) {
			if (this._readableState.buffered >= this._readableState.highWaterMark) this._transformState.data = data;
			else this._transform(data, this._transformState.afterTransform);
		}
		_read(cb) {
			if (this._transformState.data !== null) {
				const data = this._transformState.data;
				this._transformState.data = null;
				cb(null);
				this._transform(data, this._transformState.afterTransform);
			} else cb(null);
		}
		destroy(err) {
			super.destroy(err);
			if (this._transformState.data !== null) {
				this._transformState.data = null;
				this._transformState.afterTransform();
			}
		}
		_transform(data, cb) {
			cb(null, data);
		}
		_flush(cb) {
			cb(null);
		}
		_final(cb) {
			this._transformState.afterFinal = cb;
			this._flush(transformAfterFlush.bind(this));
		}
	};
	var PassThrough = class extends Transform {};
	function transformAfterFlush(err, data) {
		const cb = this._transformState.afterFinal;
		if (err) return cb(err);
		if (data !== null && data !== void 0) this.push(data);
		this.push(null);
		cb(null);
	}
	function pipelinePromise(...streams) {
		return new Promise((resolve, reject) => {
			return pipeline(...streams, (err) => {
				if (err) return reject(err);
				resolve();
			});
		});
	}
	function pipeline(stream, ...streams) {
		const all = Array.isArray(stream) ? [...stream, ...streams] : [stream, ...streams];
		const done = all.length && typeof all[all.length - 1] === "function" ? all.pop() : null;
		if (all.length < 2) throw StreamError.BAD_ARGUMENT("Pipeline requires at least 2 streams");
		let src = all[0];
		let dest = null;
		let error = null;
		for (let i = 1; i < all.length; i++) {
			dest = all[i];
			if (isStreamx(src)) src.pipe(dest, onerror);
			else {
				errorHandle(src, true, i > 1, onerror);
				src.pipe(dest);
			}
			src = dest;
		}
		if (done) {
			let fin = false;
			const autoDestroy = isStreamx(dest) || !!(dest._writableState && dest._writableState.autoDestroy);
			dest.on("error", (err) => {
				if (error === null) error = err;
			});
			dest.on("finish", () => {
				fin = true;
				if (!autoDestroy) done(error);
			});
			if (autoDestroy) dest.on("close", () => done(error || (fin ? null : StreamError.PREMATURE_CLOSE())));
		}
		return dest;
		function errorHandle(s, rd, wr, onerror) {
			s.on("error", onerror);
			s.on("close", onclose);
			function onclose() {
				if (rd && s._readableState && !s._readableState.ended) return onerror(StreamError.PREMATURE_CLOSE());
				if (wr && s._writableState && !s._writableState.ended) return onerror(StreamError.PREMATURE_CLOSE());
			}
		}
		function onerror(err) {
			if (!err || error) return;
			error = err;
			for (const s of all) s.destroy(err);
		}
	}
	function echo(s) {
		return s;
	}
	function isStream(stream) {
		return !!stream._readableState || !!stream._writableState;
	}
	function isStreamx(stream) {
		return typeof stream._duplexState === "number" && isStream(stream);
	}
	function isEnding(stream) {
		return !!stream._readableState && stream._readableState.ending;
	}
	function isEnded(stream) {
		return !!stream._readableState && stream._readableState.ended;
	}
	function isFinishing(stream) {
		return !!stream._writableState && stream._writableState.ending;
	}
	function isFinished(stream) {
		return !!stream._writableState && stream._writableState.ended;
	}
	function getStreamError(stream, opts = {}) {
		const err = stream._readableState && stream._readableState.error || stream._writableState && stream._writableState.error;
		return !opts.all && StreamError.isStreamDestroyed(err) ? null : err;
	}
	function isReadStreamx(stream) {
		return isStreamx(stream) && stream.readable;
	}
	function isDisturbed(stream) {
		return (stream._duplexState & OPENING) !== OPENING || (stream._duplexState & DESTROYING) === DESTROYING || (stream._duplexState & ACTIVE_OR_TICKING) !== 0;
	}
	function isTypedArray(data) {
		return typeof data === "object" && data !== null && typeof data.byteLength === "number";
	}
	function defaultByteLength(data) {
		return isTypedArray(data) ? data.byteLength : 1024;
	}
	function noop() {}
	function abort() {
		this.destroy(StreamError.ABORTED());
	}
	function isWritev(s) {
		return s._writev !== Writable.prototype._writev && s._writev !== Duplex.prototype._writev;
	}
	module.exports = {
		pipeline,
		pipelinePromise,
		isStream,
		isStreamx,
		isEnding,
		isEnded,
		isFinishing,
		isFinished,
		isDisturbed,
		getStreamError,
		Stream,
		Writable,
		Readable,
		Duplex,
		Transform,
		PassThrough
	};
}));
// node_modules/tar-stream/headers.js
var require_headers = /* @__PURE__ */ __commonJSMin(((exports) => {
	const b4a = require_b4a();
	const ZEROS = "0000000000000000000";
	const SEVENS = "7777777777777777777";
	const ZERO_OFFSET = "0".charCodeAt(0);
	const USTAR_MAGIC = b4a.from([
		117,
		115,
		116,
		97,
		114,
		0
	]);
	const USTAR_VER = b4a.from([ZERO_OFFSET, ZERO_OFFSET]);
	const GNU_MAGIC = b4a.from([
		117,
		115,
		116,
		97,
		114,
		32
	]);
	const GNU_VER = b4a.from([32, 0]);
	const MASK = 4095;
	const MAGIC_OFFSET = 257;
	const VERSION_OFFSET = 263;
	exports.decodeLongPath = function decodeLongPath(buf, encoding) {
		return decodeStr(buf, 0, buf.length, encoding);
	};
	exports.encodePax = function encodePax(opts) {
		let result = "";
		if (opts.name) result += addLength(" path=" + opts.name + "\n");
		if (opts.linkname) result += addLength(" linkpath=" + opts.linkname + "\n");
		const pax = opts.pax;
		if (pax) for (const key in pax) result += addLength(" " + key + "=" + pax[key] + "\n");
		return b4a.from(result);
	};
	exports.decodePax = function decodePax(buf) {
		const result = {};
		while (buf.length) {
			let i = 0;
			while (i < buf.length && buf[i] !== 32) i++;
			const len = parseInt(b4a.toString(buf.subarray(0, i)), 10);
			if (!len) return result;
			const b = b4a.toString(buf.subarray(i + 1, len - 1));
			const keyIndex = b.indexOf("=");
			if (keyIndex === -1) return result;
			result[b.slice(0, keyIndex)] = b.slice(keyIndex + 1);
			buf = buf.subarray(len);
		}
		return result;
	};
	exports.encode = function encode(opts) {
		const buf = b4a.alloc(512);
		let name = opts.name;
		let prefix = "";
		if (opts.typeflag === 5 && name[name.length - 1] !== "/") name += "/";
		if (b4a.byteLength(name) !== name.length) return null;
		while (b4a.byteLength(name) > 100) {
			const i = name.indexOf("/");
			if (i === -1) return null;
			prefix += prefix ? "/" + name.slice(0, i) : name.slice(0, i);
			name = name.slice(i + 1);
		}
		if (b4a.byteLength(name) > 100 || b4a.byteLength(prefix) > 155) return null;
		if (opts.linkname && b4a.byteLength(opts.linkname) > 100) return null;
		b4a.write(buf, name);
		b4a.write(buf, encodeOct(opts.mode & MASK, 6), 100);
		b4a.write(buf, encodeOct(opts.uid, 6), 108);
		b4a.write(buf, encodeOct(opts.gid, 6), 116);
		encodeSize(opts.size, buf, 124);
		b4a.write(buf, encodeOct(opts.mtime.getTime() / 1e3 | 0, 11), 136);
		buf[156] = ZERO_OFFSET + toTypeflag(opts.type);
		if (opts.linkname) b4a.write(buf, opts.linkname, 157);
		b4a.copy(USTAR_MAGIC, buf, MAGIC_OFFSET);
		b4a.copy(USTAR_VER, buf, VERSION_OFFSET);
		if (opts.uname) b4a.write(buf, opts.uname, 265);
		if (opts.gname) b4a.write(buf, opts.gname, 297);
		b4a.write(buf, encodeOct(opts.devmajor || 0, 6), 329);
		b4a.write(buf, encodeOct(opts.devminor || 0, 6), 337);
		if (prefix) b4a.write(buf, prefix, 345);
		b4a.write(buf, encodeOct(cksum(buf), 6), 148);
		return buf;
	};
	exports.decode = function decode(buf, filenameEncoding, allowUnknownFormat) {
		let typeflag = buf[156] === 0 ? 0 : buf[156] - ZERO_OFFSET;
		let name = decodeStr(buf, 0, 100, filenameEncoding);
		const mode = decodeOct(buf, 100, 8);
		const uid = decodeOct(buf, 108, 8);
		const gid = decodeOct(buf, 116, 8);
		const size = decodeOct(buf, 124, 12);
		const mtime = decodeOct(buf, 136, 12);
		const type = toType(typeflag);
		const linkname = buf[157] === 0 ? null : decodeStr(buf, 157, 100, filenameEncoding);
		const uname = decodeStr(buf, 265, 32);
		const gname = decodeStr(buf, 297, 32);
		const devmajor = decodeOct(buf, 329, 8);
		const devminor = decodeOct(buf, 337, 8);
		const c = cksum(buf);
		if (c === 256) return null;
		if (c !== decodeOct(buf, 148, 8)) throw new Error("Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?");
		if (isUSTAR(buf)) {
			if (buf[345]) name = decodeStr(buf, 345, 155, filenameEncoding) + "/" + name;
		} else if (isGNU(buf)) {} else if (!allowUnknownFormat) throw new Error("Invalid tar header: unknown format.");
		if (typeflag === 0 && name && name[name.length - 1] === "/") typeflag = 5;
		return {
			name,
			mode,
			uid,
			gid,
			size,
			byteOffset: 0,
			mtime: /* @__PURE__ */ new Date(1e3 * mtime),
			type,
			linkname,
			uname,
			gname,
			devmajor,
			devminor,
			pax: null
		};
	};
	function isUSTAR(buf) {
		return b4a.equals(USTAR_MAGIC, buf.subarray(MAGIC_OFFSET, 263));
	}
	function isGNU(buf) {
		return b4a.equals(GNU_MAGIC, buf.subarray(MAGIC_OFFSET, 263)) && b4a.equals(GNU_VER, buf.subarray(VERSION_OFFSET, 265));
	}
	function clamp(index, len, defaultValue) {
		if (typeof index !== "number") return defaultValue;
		index = ~~index;
		if (index >= len) return len;
		if (index >= 0) return index;
		index += len;
		if (index >= 0) return index;
		return 0;
	}
	function toType(flag) {
		switch (flag) {
			case 0: return "file";
			case 1: return "link";
			case 2: return "symlink";
			case 3: return "character-device";
			case 4: return "block-device";
			case 5: return "directory";
			case 6: return "fifo";
			case 7: return "contiguous-file";
			case 72: return "pax-header";
			case 55: return "pax-global-header";
			case 27: return "gnu-long-link-path";
			case 28:
			case 30: return "gnu-long-path";
		}
		return null;
	}
	function toTypeflag(flag) {
		switch (flag) {
			case "file": return 0;
			case "link": return 1;
			case "symlink": return 2;
			case "character-device": return 3;
			case "block-device": return 4;
			case "directory": return 5;
			case "fifo": return 6;
			case "contiguous-file": return 7;
			case "pax-header": return 72;
		}
		return 0;
	}
	function indexOf(block, num, offset, end) {
		for (; offset < end; offset++) if (block[offset] === num) return offset;
		return end;
	}
	function cksum(block) {
		let sum = 256;
		for (let i = 0; i < 148; i++) sum += block[i];
		for (let j = 156; j < 512; j++) sum += block[j];
		return sum;
	}
	function encodeOct(val, n) {
		val = val.toString(8);
		if (val.length > n) return SEVENS.slice(0, n) + " ";
		return ZEROS.slice(0, n - val.length) + val + " ";
	}
	function encodeSizeBin(num, buf, off) {
		buf[off] = 128;
		for (let i = 11; i > 0; i--) {
			buf[off + i] = num & 255;
			num = Math.floor(num / 256);
		}
	}
	function encodeSize(num, buf, off) {
		if (num.toString(8).length > 11) encodeSizeBin(num, buf, off);
		else b4a.write(buf, encodeOct(num, 11), off);
	}
	function parse256(buf) {
		let positive;
		if (buf[0] === 128) positive = true;
		else if (buf[0] === 255) positive = false;
		else return null;
		const tuple = [];
		let i;
		for (i = buf.length - 1; i > 0; i--) {
			const byte = buf[i];
			if (positive) tuple.push(byte);
			else tuple.push(255 - byte);
		}
		let sum = 0;
		const l = tuple.length;
		for (i = 0; i < l; i++) sum += tuple[i] * Math.pow(256, i);
		return positive ? sum : -1 * sum;
	}
	function decodeOct(val, offset, length) {
		val = val.subarray(offset, offset + length);
		offset = 0;
		if (val[offset] & 128) return parse256(val);
		else {
			while (offset < val.length && val[offset] === 32) offset++;
			const end = clamp(indexOf(val, 32, offset, val.length), val.length, val.length);
			while (offset < end && val[offset] === 0) offset++;
			if (end === offset) return 0;
			return parseInt(b4a.toString(val.subarray(offset, end)), 8);
		}
	}
	function decodeStr(val, offset, length, encoding) {
		return b4a.toString(val.subarray(offset, indexOf(val, 0, offset, offset + length)), encoding);
	}
	function addLength(str) {
		const len = b4a.byteLength(str);
		let digits = Math.floor(Math.log(len) / Math.log(10)) + 1;
		if (len + digits >= Math.pow(10, digits)) digits++;
		return len + digits + str;
	}
}));
// node_modules/tar-stream/extract.js
var require_extract = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { Writable, Readable, getStreamError } = require_streamx();
	const FIFO = require_fast_fifo();
	const b4a = require_b4a();
	const headers = require_headers();
	const EMPTY = b4a.alloc(0);
	const MAX_HEADER_SIZE = 4194304;
	var BufferList = class {
		constructor() {
			this.buffered = 0;
			this.shifted = 0;
			this.queue = new FIFO();
			this._offset = 0;
		}
		push(buffer) {
			this.buffered += buffer.byteLength;
			this.queue.push(buffer);
		}
		shiftFirst(size) {
			return this.buffered === 0 ? null : this._next(size);
		}
		shift(size) {
			if (size > this.buffered) return null;
			if (size === 0) return EMPTY;
			let chunk = this._next(size);
			if (size === chunk.byteLength) return chunk;
			const chunks = [chunk];
			while ((size -= chunk.byteLength) > 0) {
				chunk = this._next(size);
				chunks.push(chunk);
			}
			return b4a.concat(chunks);
		}
		_next(size) {
			const buf = this.queue.peek();
			const rem = buf.byteLength - this._offset;
			if (size >= rem) {
				const sub = this._offset ? buf.subarray(this._offset, buf.byteLength) : buf;
				this.queue.shift();
				this._offset = 0;
				this.buffered -= rem;
				this.shifted += rem;
				return sub;
			}
			this.buffered -= size;
			this.shifted += size;
			return buf.subarray(this._offset, this._offset += size);
		}
	};
	var Source = class extends Readable {
		constructor(self, header, offset) {
			super();
			this.header = header;
			this.offset = offset;
			this._parent = self;
		}
		_read(cb) {
			if (this.header.size === 0) this.push(null);
			if (this._parent._stream === this) this._parent._update();
			cb(null);
		}
		_predestroy() {
			this._parent.destroy(getStreamError(this));
		}
		_detach() {
			if (this._parent._stream === this) {
				this._parent._stream = null;
				this._parent._missing = overflow(this.header.size);
				this._parent._update();
			}
		}
		_destroy(cb) {
			this._detach();
			cb(null);
		}
	};
	var Extract = class extends Writable {
		constructor(opts) {
			super(opts);
			if (!opts) opts = {};
			this._buffer = new BufferList();
			this._offset = 0;
			this._header = null;
			this._stream = null;
			this._missing = 0;
			this._longHeader = false;
			this._callback = noop;
			this._locked = false;
			this._finished = false;
			this._pax = null;
			this._paxGlobal = null;
			this._gnuLongPath = null;
			this._gnuLongLinkPath = null;
			this._filenameEncoding = opts.filenameEncoding || "utf-8";
			this._allowUnknownFormat = !!opts.allowUnknownFormat;
			this._unlockBound = this._unlock.bind(this);
		}
		_unlock(err) {
			this._locked = false;
			if (err) {
				this.destroy(err);
				this._continueWrite(err);
				return;
			}
			this._update();
		}
		_consumeHeader() {
			if (this._locked) return false;
			this._offset = this._buffer.shifted;
			try {
				this._header = headers.decode(this._buffer.shift(512), this._filenameEncoding, this._allowUnknownFormat);
			} catch (err) {
				this._continueWrite(err);
				return false;
			}
			if (!this._header) return true;
			this._header.byteOffset = this._buffer.shifted;
			switch (this._header.type) {
				case "gnu-long-path":
				case "gnu-long-link-path":
				case "pax-global-header":
				case "pax-header":
					this._longHeader = true;
					this._missing = this._header.size;
					if (this._missing > MAX_HEADER_SIZE) {
						this._continueWrite(/* @__PURE__ */ new Error("Header exceeds max size"));
						return false;
					}
					return true;
			}
			this._locked = true;
			this._applyLongHeaders();
			if (!(this._header.size >= 0)) {
				this._continueWrite(/* @__PURE__ */ new Error("Invalid header"));
				return false;
			}
			if (this._header.size === 0 || this._header.type === "directory") {
				this.emit("entry", this._header, this._createStream(), this._unlockBound);
				return true;
			}
			this._stream = this._createStream();
			this._missing = this._header.size;
			this.emit("entry", this._header, this._stream, this._unlockBound);
			return true;
		}
		_applyLongHeaders() {
			if (this._gnuLongPath) {
				this._header.name = this._gnuLongPath;
				this._gnuLongPath = null;
			}
			if (this._gnuLongLinkPath) {
				this._header.linkname = this._gnuLongLinkPath;
				this._gnuLongLinkPath = null;
			}
			if (this._pax) {
				if (this._pax.path) this._header.name = this._pax.path;
				if (this._pax.linkpath) this._header.linkname = this._pax.linkpath;
				if (this._pax.size) this._header.size = parseInt(this._pax.size, 10);
				this._header.pax = this._pax;
				this._pax = null;
			}
		}
		_decodeLongHeader(buf) {
			switch (this._header.type) {
				case "gnu-long-path":
					this._gnuLongPath = headers.decodeLongPath(buf, this._filenameEncoding);
					break;
				case "gnu-long-link-path":
					this._gnuLongLinkPath = headers.decodeLongPath(buf, this._filenameEncoding);
					break;
				case "pax-global-header":
					this._paxGlobal = headers.decodePax(buf);
					break;
				case "pax-header": this._pax = this._paxGlobal === null ? headers.decodePax(buf) : Object.assign({}, this._paxGlobal, headers.decodePax(buf));
			}
		}
		_consumeLongHeader() {
			this._longHeader = false;
			this._missing = overflow(this._header.size);
			const buf = this._buffer.shift(this._header.size);
			try {
				this._decodeLongHeader(buf);
			} catch (err) {
				this._continueWrite(err);
				return false;
			}
			return true;
		}
		_consumeStream() {
			const buf = this._buffer.shiftFirst(this._missing);
			if (buf === null) return false;
			this._missing -= buf.byteLength;
			const drained = this._stream.push(buf);
			if (this._missing === 0) {
				this._stream.push(null);
				if (drained) this._stream._detach();
				return drained && this._locked === false;
			}
			return drained;
		}
		_createStream() {
			return new Source(this, this._header, this._offset);
		}
		_update() {
			while (this._buffer.buffered > 0 && !this.destroying) {
				if (this._missing > 0) {
					if (this._stream !== null) {
						if (this._consumeStream() === false) return;
						continue;
					}
					if (this._longHeader === true) {
						if (this._missing > this._buffer.buffered) break;
						if (this._consumeLongHeader() === false) return false;
						continue;
					}
					const ignore = this._buffer.shiftFirst(this._missing);
					if (ignore !== null) this._missing -= ignore.byteLength;
					continue;
				}
				if (this._buffer.buffered < 512) break;
				if (this._stream !== null || this._consumeHeader() === false) return;
			}
			this._continueWrite(null);
		}
		_continueWrite(err) {
			const cb = this._callback;
			this._callback = noop;
			cb(err);
		}
		_write(data, cb) {
			this._callback = cb;
			this._buffer.push(data);
			this._update();
		}
		_final(cb) {
			this._finished = this._missing === 0 && this._buffer.buffered === 0;
			cb(this._finished ? null : /* @__PURE__ */ new Error("Unexpected end of data"));
		}
		_predestroy() {
			this._continueWrite(null);
		}
		_destroy(cb) {
			if (this._stream) this._stream.destroy(getStreamError(this));
			cb(null);
		}
		[Symbol.asyncIterator]() {
			let error = null;
			let promiseResolve = null;
			let promiseReject = null;
			let entryStream = null;
			let entryCallback = null;
			const extract = this;
			this.on("entry", onentry);
			this.on("error", (err) => {
				error = err;
			});
			this.on("close", onclose);
			return {
				[Symbol.asyncIterator]() {
					return this;
				},
				next() {
					return new Promise(onnext);
				},
				return() {
					return destroy(null);
				},
				throw(err) {
					return destroy(err);
				}
			};
			function consumeCallback(err) {
				if (!entryCallback) return;
				const cb = entryCallback;
				entryCallback = null;
				cb(err);
			}
			function onnext(resolve, reject) {
				if (error) return reject(error);
				if (entryStream) {
					resolve({
						value: entryStream,
						done: false
					});
					entryStream = null;
					return;
				}
				promiseResolve = resolve;
				promiseReject = reject;
				consumeCallback(null);
				if (extract._finished && promiseResolve) {
					promiseResolve({
						value: void 0,
						done: true
					});
					promiseResolve = promiseReject = null;
				}
			}
			function onentry(header, stream, callback) {
				entryCallback = callback;
				stream.on("error", noop);
				if (promiseResolve) {
					promiseResolve({
						value: stream,
						done: false
					});
					promiseResolve = promiseReject = null;
				} else entryStream = stream;
			}
			function onclose() {
				consumeCallback(error);
				if (!promiseResolve) return;
				if (error) promiseReject(error);
				else promiseResolve({
					value: void 0,
					done: true
				});
				promiseResolve = promiseReject = null;
			}
			function destroy(err) {
				extract.destroy(err);
				consumeCallback(err);
				return new Promise((resolve, reject) => {
					if (extract.destroyed) return resolve({
						value: void 0,
						done: true
					});
					extract.once("close", function() {
						if (err) reject(err);
						else resolve({
							value: void 0,
							done: true
						});
					});
				});
			}
		}
	};
	module.exports = function extract(opts) {
		return new Extract(opts);
	};
	function noop() {}
	function overflow(size) {
		size &= 511;
		return size && 512 - size;
	}
}));
// node_modules/tar-stream/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = {
		S_IFMT: 61440,
		S_IFDIR: 16384,
		S_IFCHR: 8192,
		S_IFBLK: 24576,
		S_IFIFO: 4096,
		S_IFLNK: 40960
	};
	try {
		module.exports = __require("fs").constants || constants;
	} catch {
		module.exports = constants;
	}
}));
// node_modules/tar-stream/pack.js
var require_pack = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { Readable, Writable, getStreamError } = require_streamx();
	const b4a = require_b4a();
	const constants = require_constants();
	const headers = require_headers();
	const DMODE = 493;
	const FMODE = 420;
	const END_OF_TAR = b4a.alloc(1024);
	var Sink = class extends Writable {
		constructor(pack, header, callback) {
			super({
				mapWritable,
				eagerOpen: true
			});
			this.written = 0;
			this.header = header;
			this._callback = callback;
			this._linkname = null;
			this._isLinkname = header.type === "symlink" && !header.linkname;
			this._isVoid = header.type !== "file" && header.type !== "contiguous-file";
			this._finished = false;
			this._pack = pack;
			this._openCallback = null;
			if (this._pack._stream === null) this._pack._stream = this;
			else this._pack._pending.push(this);
		}
		_open(cb) {
			this._openCallback = cb;
			if (this._pack._stream === this) this._continueOpen();
		}
		_continuePack(err) {
			if (this._callback === null) return;
			const callback = this._callback;
			this._callback = null;
			callback(err);
		}
		_continueOpen() {
			if (this._pack._stream === null) this._pack._stream = this;
			const cb = this._openCallback;
			this._openCallback = null;
			if (cb === null) return;
			if (this._pack.destroying) return cb(/* @__PURE__ */ new Error("pack stream destroyed"));
			if (this._pack._finalized) return cb(/* @__PURE__ */ new Error("pack stream is already finalized"));
			this._pack._stream = this;
			if (!this._isLinkname) this._pack._encode(this.header);
			if (this._isVoid) {
				this._finish();
				this._continuePack(null);
			}
			cb(null);
		}
		_write(data, cb) {
			if (this._isLinkname) {
				this._linkname = this._linkname ? b4a.concat([this._linkname, data]) : data;
				return cb(null);
			}
			if (this._isVoid) {
				if (data.byteLength > 0) return cb(/* @__PURE__ */ new Error("No body allowed for this entry"));
				return cb();
			}
			this.written += data.byteLength;
			if (this._pack.push(data)) return cb();
			this._pack._drain = cb;
		}
		_finish() {
			if (this._finished) return;
			this._finished = true;
			if (this._isLinkname) {
				this.header.linkname = this._linkname ? b4a.toString(this._linkname, "utf-8") : "";
				this._pack._encode(this.header);
			}
			overflow(this._pack, this.header.size);
			this._pack._done(this);
		}
		_final(cb) {
			if (this.written !== this.header.size) return cb(/* @__PURE__ */ new Error("Size mismatch"));
			this._finish();
			cb(null);
		}
		_getError() {
			return getStreamError(this) || /* @__PURE__ */ new Error("tar entry destroyed");
		}
		_predestroy() {
			this._pack.destroy(this._getError());
		}
		_destroy(cb) {
			this._pack._done(this);
			this._continuePack(this._finished ? null : this._getError());
			cb();
		}
	};
	var Pack = class extends Readable {
		constructor(opts) {
			super(opts);
			this._drain = noop;
			this._finalized = false;
			this._finalizing = false;
			this._pending = [];
			this._stream = null;
		}
		entry(header, buffer, callback) {
			if (this._finalized || this.destroying) throw new Error("already finalized or destroyed");
			if (typeof buffer === "function") {
				callback = buffer;
				buffer = null;
			}
			if (!callback) callback = noop;
			if (!header.size || header.type === "symlink") header.size = 0;
			if (!header.type) header.type = modeToType(header.mode);
			if (!header.mode) header.mode = header.type === "directory" ? DMODE : FMODE;
			if (!header.uid) header.uid = 0;
			if (!header.gid) header.gid = 0;
			if (!header.mtime) header.mtime = /* @__PURE__ */ new Date();
			if (typeof buffer === "string") buffer = b4a.from(buffer);
			const sink = new Sink(this, header, callback);
			if (b4a.isBuffer(buffer)) {
				header.size = buffer.byteLength;
				sink.write(buffer);
				sink.end();
				return sink;
			}
			if (sink._isVoid) return sink;
			return sink;
		}
		finalize() {
			if (this._stream || this._pending.length > 0) {
				this._finalizing = true;
				return;
			}
			if (this._finalized) return;
			this._finalized = true;
			this.push(END_OF_TAR);
			this.push(null);
		}
		_done(stream) {
			if (stream !== this._stream) return;
			this._stream = null;
			if (this._finalizing) this.finalize();
			if (this._pending.length) this._pending.shift()._continueOpen();
		}
		_encode(header) {
			if (!header.pax) {
				const buf = headers.encode(header);
				if (buf) {
					this.push(buf);
					return;
				}
			}
			this._encodePax(header);
		}
		_encodePax(header) {
			const paxHeader = headers.encodePax({
				name: header.name,
				linkname: header.linkname,
				pax: header.pax
			});
			const newHeader = {
				name: "PaxHeader",
				mode: header.mode,
				uid: header.uid,
				gid: header.gid,
				size: paxHeader.byteLength,
				mtime: header.mtime,
				type: "pax-header",
				linkname: header.linkname && "PaxHeader",
				uname: header.uname,
				gname: header.gname,
				devmajor: header.devmajor,
				devminor: header.devminor
			};
			this.push(headers.encode(newHeader));
			this.push(paxHeader);
			overflow(this, paxHeader.byteLength);
			newHeader.size = header.size;
			newHeader.type = header.type;
			this.push(headers.encode(newHeader));
		}
		_doDrain() {
			const drain = this._drain;
			this._drain = noop;
			drain();
		}
		_predestroy() {
			const err = getStreamError(this);
			if (this._stream) this._stream.destroy(err);
			while (this._pending.length) {
				const stream = this._pending.shift();
				stream.destroy(err);
				stream._continueOpen();
			}
			this._doDrain();
		}
		_read(cb) {
			this._doDrain();
			cb();
		}
	};
	module.exports = function pack(opts) {
		return new Pack(opts);
	};
	function modeToType(mode) {
		switch (mode & constants.S_IFMT) {
			case constants.S_IFBLK: return "block-device";
			case constants.S_IFCHR: return "character-device";
			case constants.S_IFDIR: return "directory";
			case constants.S_IFIFO: return "fifo";
			case constants.S_IFLNK: return "symlink";
		}
		return "file";
	}
	function noop() {}
	function overflow(self, size) {
		size &= 511;
		if (size) self.push(END_OF_TAR.subarray(0, 512 - size));
	}
	function mapWritable(buf) {
		return b4a.isBuffer(buf) ? buf : b4a.from(buf);
	}
}));
// src/files/tar.ts
var import_tar_stream = (/* @__PURE__ */ __commonJSMin(((exports) => {
	exports.extract = require_extract();
	exports.pack = require_pack();
})))();
const take = async (entry) => {
	const chunks = [];
	try {
		for await (const chunk of entry) chunks.push(chunk);
		return {
			content: Buffer.concat(chunks),
			error: void 0
		};
	} catch (error) {
		return {
			content: Buffer.concat(chunks),
			error
		};
	}
};
/** The files of a tar. A header may announce any size: only bytes that are there count. */
async function* readTar(content, budget) {
	const reader = (0, import_tar_stream.extract)();
	reader.on("error", () => {});
	reader.end(content);
	try {
		for await (const entry of reader) {
			if (--budget.members < 0) {
				yield {
					kind: "limit",
					inner: "",
					reason: exceeded
				};
				return;
			}
			if (entry.header.type === "directory") continue;
			const taken = await take(entry);
			if (taken.content.length > 0) yield {
				kind: "content",
				inner: entry.header.name,
				content: taken.content
			};
			if (taken.error !== void 0) throw taken.error;
		}
	} catch {
		yield {
			kind: "damaged",
			inner: ""
		};
	}
}
// src/files/zip.ts
const endSignature = Buffer.from("PK", "latin1");
const entrySignature = 33639248;
const localSignature = 67324752;
const endSize = 22;
const entrySize = 46;
const localSize = 30;
const maxComment = 65535;
const zip64 = 4294967295;
/** A 64-bit number replaces each field that is full, in this order (section 4.5.3). */
const fieldsOf64 = (extra, fields) => {
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		if (extra.readUInt16LE(at) !== 1) continue;
		let next = at + 4;
		return fields.map((field) => {
			if (field !== zip64) return field;
			next += 8;
			return Number(extra.readBigUInt64LE(next - 8));
		});
	}
	return fields;
};
const entryAt = (zip, at) => {
	const nameEnd = at + entrySize + zip.readUInt16LE(at + 28);
	const extraEnd = nameEnd + zip.readUInt16LE(at + 30);
	const fields = [
		zip.readUInt32LE(at + 24),
		zip.readUInt32LE(at + 20),
		zip.readUInt32LE(at + 42)
	];
	const [unpacked, packed, offset] = fieldsOf64(zip.subarray(nameEnd, extraEnd), fields);
	return {
		name: zip.toString("utf8", at + entrySize, nameEnd),
		encrypted: (zip.readUInt16LE(at + 8) & 1) !== 0,
		method: zip.readUInt16LE(at + 10),
		packed,
		unpacked,
		offset,
		next: extraEnd + zip.readUInt16LE(at + 32)
	};
};
/** Where the central directory begins: by its end and size, so that bytes before the archive do no harm. */
const directoryStart = (zip) => {
	const end = zip.subarray(Math.max(0, zip.length - endSize - maxComment)).lastIndexOf(endSignature);
	if (end === -1) throw new RangeError("no central directory");
	const at = Math.max(0, zip.length - endSize - maxComment) + end;
	const start = zip.readUInt32LE(at + 16);
	return start === zip64 ? Number(zip.readBigUInt64LE(zip.lastIndexOf(Buffer.from("PK", "latin1")) + 48)) : start;
};
/** An offset that leads out of the archive; by name, since it is Node's error and may be of another realm. */
const isOutside = (error) => error.name === "RangeError";
const packedBytes = (zip, entry) => {
	if (zip.readUInt32LE(entry.offset) !== localSignature) throw new RangeError("no local header");
	const start = entry.offset + localSize + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
	return zip.subarray(start, start + entry.packed);
};
const stored = 0;
const deflated = 8;
const memberOf = (zip, entry, budget) => {
	const inner = entry.name;
	if (entry.encrypted) return {
		kind: "skipped",
		inner,
		what: "archive member",
		reason: "encrypted"
	};
	if (entry.method !== stored && entry.method !== deflated) return {
		kind: "skipped",
		inner,
		what: "archive member",
		reason: `packed by method ${entry.method}`
	};
	try {
		const packed = packedBytes(zip, entry);
		const bounds = { maxOutputLength: Math.max(1, budget.bytes) };
		const content = entry.method === stored ? packed : inflateRawSync(packed, bounds);
		budget.bytes -= content.length;
		return budget.bytes < 0 ? {
			kind: "limit",
			inner,
			reason: exceeded
		} : {
			kind: "content",
			inner,
			content
		};
	} catch (error) {
		return isTooLarge(error) ? {
			kind: "limit",
			inner,
			reason: exceeded
		} : {
			kind: "damaged",
			inner
		};
	}
};
/** The files of a zip, and of all that is one by another name: jar, whl, docx. */
function* readZip(zip, budget) {
	try {
		let at = directoryStart(zip);
		while (at + entrySize <= zip.length && zip.readUInt32LE(at) === entrySignature) {
			if (--budget.members < 0) {
				yield {
					kind: "limit",
					inner: "",
					reason: exceeded
				};
				return;
			}
			const entry = entryAt(zip, at);
			const member = entry.name.endsWith("/") ? void 0 : memberOf(zip, entry, budget);
			if (member !== void 0) yield member;
			if (member?.kind === "limit") return;
			at = entry.next;
		}
	} catch (error) {
		if (!isOutside(error)) throw error;
		yield {
			kind: "damaged",
			inner: ""
		};
	}
}
// src/files/archive.ts
/** Archives inside archives are opened this deep. */
const maxDepth$1 = 3;
/** Deflate is the only method of gzip, and three flag bits are reserved (RFC 1952, section 2.3). */
const isGzip = (content) => content.length >= 18 && content.readUIntBE(0, 3) === 2067208 && (content[3] & 224) === 0;
/** The magic of POSIX and GNU tar stands in the first header. */
const isTar = (content) => content.length >= 512 && content.toString("latin1", 257, 262) === "ustar";
/** A local file header, or the end record of an empty archive (APPNOTE.TXT, section 4.3). */
const isZip = (content) => content.length >= 22 && [1347093252, 1347093766].includes(content.readUInt32BE(0));
/** The kind of an archive by its first bytes, never by its name. */
const archiveKind = (content) => {
	if (isGzip(content)) return "gzip";
	if (isZip(content)) return "zip";
	return isTar(content) ? "tar" : void 0;
};
/** The bytes with which archives begin; a tar begins with a name, and is known by what stands at `tarMagicAt`. */
const archiveFirstBytes = [31, 80];
/** Names in archives are hostile: bounded here, escaped by the reports. */
const maxName = 1024;
const named = (name) => name.slice(0, maxName);
async function* fromGzip(content, budget, inner, depth) {
	const result = gunzip(content, budget);
	if (result.end === "limit") {
		yield {
			kind: "limit",
			inner,
			reason: exceeded
		};
		return;
	}
	const isTarball = archiveKind(result.content) === "tar";
	const name = isTarball ? inner : `${inner}!${named(basename(result.name)) || "content"}`;
	yield* unpackAt(result.content, budget, name, isTarball ? depth : depth + 1);
	if (result.end === "damaged") yield {
		kind: "damaged",
		inner
	};
}
async function* fromMembers(members, budget, inner, depth) {
	for await (const member of members) {
		const path = member.inner === "" ? inner : `${inner}!${named(member.inner)}`;
		if (member.kind === "content") yield* unpackAt(member.content, budget, path, depth + 1);
		else yield {
			...member,
			inner: path
		};
	}
}
const open = (kind, content, budget, inner, depth) => {
	if (kind === "gzip") return fromGzip(content, budget, inner, depth);
	return fromMembers(kind === "tar" ? readTar(content, budget) : readZip(content, budget), budget, inner, depth);
};
async function* unpackAt(content, budget, inner, depth) {
	const kind = archiveKind(content);
	if (kind === void 0) yield {
		kind: "content",
		inner,
		content
	};
	else if (depth >= maxDepth$1) yield {
		kind: "limit",
		inner,
		reason: `archives nested more than ${maxDepth$1} deep`
	};
	else for await (const member of open(kind, content, budget, inner, depth)) {
		yield member;
		if (member.kind === "damaged" && member.inner === inner) yield {
			kind: "content",
			inner,
			content
		};
	}
}
/** Unpacks an archive in memory, archives inside it too, within a budget; anything else is its own only member. */
const unpack = (content) => unpackAt(content, budgetFor(content), "", 0);
// src/files/media.ts
const signature = (kind, ...parts) => ({
	kind,
	parts: parts.map(([at, text]) => [at, Buffer.from(text, "latin1")])
});
/**
* First bytes of formats that hold pictures, sound, video, fonts or compressed data, from their specifications. Each holds
* a byte that no text begins with, or is long enough not to be the start of one.
*/
const signatures = [
	signature("picture", [0, "PNG\r\n\n"]),
	signature("picture", [0, "ÿØÿ"]),
	signature("picture", [0, "GIF87a"]),
	signature("picture", [0, "GIF89a"]),
	signature("picture", [0, "RIFF"], [8, "WEBP"]),
	signature("picture", [0, "\0\0\0"]),
	signature("video", [0, "\0\0"], [4, "ftyp"]),
	signature("video", [0, "Eß£"]),
	...[
		"",
		"",
		""
	].map((version) => signature("sound", [0, `ID3${version}`])),
	signature("sound", [0, "OggS\0"]),
	signature("sound", [0, "fLaC\0"]),
	signature("font", [0, "wOFF\0"]),
	signature("font", [0, "wOF2\0"]),
	signature("font", [0, "\0\0\0\0"]),
	signature("font", [0, "OTTO\0"]),
	signature("compressed data", [0, "ý7zXZ\0"]),
	signature("compressed data", [0, "BZh"], [4, "1AY&SY"]),
	signature("compressed data", [0, "(µ/ý"]),
	signature("compressed data", [0, "7z¼¯'"]),
	signature("compressed data", [0, "Rar!\x07"])
];
const holds = (content, at, bytes) => content[at] === bytes[0] && content.compare(bytes, 0, bytes.length, at, at + bytes.length) === 0;
/** What a content is by its first bytes when no text can be read from it; undefined for all that is worth a scan. */
const mediaKind = (content) => {
	if (content.length < 12) return void 0;
	return signatures.find(({ parts }) => parts.every(([at, bytes]) => holds(content, at, bytes)))?.kind;
};
/** The bytes with which contents of such kinds begin: others need no look. */
const mediaFirstBytes = new Set(signatures.flatMap(({ parts }) => parts.filter(([at]) => at === 0).map(([, bytes]) => bytes[0])));
// src/git/pack/order.ts
/** Exact integers of a double. */
const exact = 2 ** 53;
/** The positions of `keys` (whole numbers, not negative) in ascending order of key, equal ones in ascending order of position. */
const orderBy = (keys) => {
	const count = keys.length;
	const scale = 2 ** Math.ceil(Math.log2(Math.max(count, 2)));
	let largest = 0;
	for (let i = 0; i < count; i++) if (keys[i] > largest) largest = keys[i];
	const order = new Uint32Array(count);
	if ((largest + 1) * scale > exact) {
		for (let i = 0; i < count; i++) order[i] = i;
		return order.sort((a, b) => keys[a] - keys[b] || a - b);
	}
	const packed = new Float64Array(count);
	for (let i = 0; i < count; i++) packed[i] = keys[i] * scale + i;
	packed.sort();
	for (let i = 0; i < count; i++) order[i] = packed[i] % scale;
	return order;
};
// src/git/pack/pack-index.ts
/** A file that is not what its name says. The message names the file. */
var PackError = class extends Error {
	name = "PackError";
};
const magic = 4285812579;
const fanOut = 1024;
const large = 2147483648;
const readVersion2 = (file, data, idBytes) => {
	const count = data.readUInt32BE(1028);
	const idsAt = 1032;
	const offsetsAt = idsAt + count * (idBytes + 4);
	const largeAt = offsetsAt + count * 4;
	if (data.length < largeAt + 2 * idBytes) throw new PackError(`${file} is truncated`);
	const offsets = new Float64Array(count);
	for (let i = 0; i < count; i++) {
		const offset = data.readUInt32BE(offsetsAt + i * 4);
		if (offset < large) offsets[i] = offset;
		else {
			const at = largeAt + (offset - large) * 8;
			if (at + 8 > data.length) throw new PackError(`${file}: offset of object ${i} is beyond its end`);
			offsets[i] = Number(data.readBigUInt64BE(at));
		}
	}
	return {
		count,
		idBytes,
		ids: data.subarray(idsAt, idsAt + count * idBytes),
		offsets
	};
};
const readVersion1 = (file, data, idBytes) => {
	const count = data.readUInt32BE(1020);
	const entry = 4 + idBytes;
	if (data.length < fanOut + count * entry + 2 * idBytes) throw new PackError(`${file} is truncated`);
	const offsets = new Float64Array(count);
	const ids = Buffer.alloc(count * idBytes);
	for (let i = 0; i < count; i++) {
		const at = fanOut + i * entry;
		offsets[i] = data.readUInt32BE(at);
		data.copy(ids, i * idBytes, at + 4, at + entry);
	}
	return {
		count,
		idBytes,
		ids,
		offsets
	};
};
/** Reads an `.idx` file of version 1 or 2 (gitformat-pack, "Pack index files"). Throws a PackError. */
const readPackIndex = (file, idBytes) => {
	const data = readFileSync(file);
	if (data.length < 1032) throw new PackError(`${file} is truncated`);
	if (data.readUInt32BE(0) !== magic) return readVersion1(file, data, idBytes);
	const version = data.readUInt32BE(4);
	if (version !== 2) throw new PackError(`${file} has version ${version}, which this reader does not know`);
	return readVersion2(file, data, idBytes);
};
// src/git/pack/entries.ts
/** Types of entries (gitformat-pack, "Object types"). */
const entryType = {
	commit: 1,
	tree: 2,
	blob: 3,
	tag: 4,
	offsetDelta: 6,
	referenceDelta: 7
};
const headerLength = 12;
const search = (starts, count, offset) => {
	let low = 0;
	let high = count - 1;
	while (low <= high) {
		const middle = low + high >> 1;
		const at = starts[middle];
		if (at === offset) return middle;
		if (at < offset) low = middle + 1;
		else high = middle - 1;
	}
	return -2;
};
/** Position of an id in an index, -1 when it is not there. */
const findId = ({ ids, idBytes, count }, id) => {
	let low = 0;
	let high = count - 1;
	while (low <= high) {
		const middle = low + high >> 1;
		const order = ids.compare(id, 0, idBytes, middle * idBytes, (middle + 1) * idBytes);
		if (order === 0) return middle;
		if (order < 0) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
};
/** Follows chains of deltas to the type of their root; a chain that never ends is a cycle. */
const resolveTypes = (raw, bases, count) => {
	const types = new Uint8Array(count);
	const chain = [];
	for (let i = 0; i < count; i++) {
		let at = i;
		chain.length = 0;
		while (at >= 0 && types[at] === 0 && raw[at] >= entryType.offsetDelta && chain.length <= count) {
			chain.push(at);
			at = bases[at];
		}
		if (chain.length > count) throw new PackError(`entry ${i} of the pack builds on itself`);
		const type = at < 0 ? 0 : types[at] || raw[at];
		for (const member of chain) types[member] = type;
		if (at >= 0) types[at] = type;
	}
	return types;
};
const readHeader = (pack, start) => {
	let end = start;
	let byte = pack[end++];
	const type = byte >> 4 & 7;
	let size = byte & 15;
	for (let scale = 16; byte & 128; scale *= 128) {
		byte = pack[end++];
		size += (byte & 127) * scale;
	}
	return {
		type,
		size,
		end
	};
};
/** How far back the base of a delta lies: each byte but the last adds one. */
const readBack = (pack, start) => {
	let end = start;
	let byte = pack[end++];
	let back = byte & 127;
	while (byte & 128) {
		byte = pack[end++];
		back = (back + 1) * 128 + (byte & 127);
	}
	return {
		back,
		end
	};
};
/** Offsets of all entries, ascending, and of the end of the last. */
const readStarts = (file, pack, { count, idBytes, offsets }, order) => {
	const end = pack.length - idBytes;
	const starts = new Float64Array(count + 1);
	for (let i = 0; i < count; i++) starts[i] = offsets[order[i]];
	starts[count] = end;
	if (count > 0 && (starts[0] < headerLength || starts[count - 1] >= end)) throw new PackError(`${file} is truncated`);
	return starts;
};
/** Reads the header of every entry. `pack` is the whole file. Throws a PackError. */
const readEntries = (file, pack, index) => {
	const { count, idBytes } = index;
	const order = orderBy(index.offsets);
	const starts = readStarts(file, pack, index, order);
	const entryAt = new Uint32Array(count);
	for (let i = 0; i < count; i++) entryAt[order[i]] = i;
	const data = new Float64Array(count);
	const sizes = new Float64Array(count);
	const raw = new Uint8Array(count);
	const bases = new Int32Array(count).fill(-1);
	for (let i = 0; i < count; i++) {
		const { type, size, end } = readHeader(pack, starts[i]);
		data[i] = end;
		if (type === entryType.offsetDelta) {
			const { back, end: after } = readBack(pack, end);
			bases[i] = search(starts, i, starts[i] - back);
			data[i] = after;
		} else if (type === entryType.referenceDelta) {
			const position = findId(index, Buffer.from(pack.buffer, pack.byteOffset + end, idBytes));
			bases[i] = position === -1 ? -2 : entryAt[position];
			data[i] = end + idBytes;
		}
		if (data[i] >= starts[i + 1]) throw new PackError(`${file}: the entry at ${starts[i]} runs into the next`);
		raw[i] = type;
		sizes[i] = size;
	}
	return {
		count,
		starts,
		data,
		sizes,
		types: resolveTypes(raw, bases, count),
		bases,
		positions: order
	};
};
// src/kubeconfig/evidence.ts
/** A date that a certificate or claim gives, or undefined where it is none. */
const dateFrom = (milliseconds) => Number.isFinite(milliseconds) && Math.abs(milliseconds) <= 864e13 ? new Date(milliseconds) : void 0;
/** Adds a key only where there is a value: optional fields are absent, not undefined. */
const optional = (key, value) => value === void 0 ? {} : { [key]: value };
// src/kubeconfig/text.ts
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
	const found = /^(.*?(?:[`'"(]|-[ \t]+))(?=(?:apiVersion|kind|clusters|contexts|current-context|preferences|name):)/.exec(line.text);
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
// node_modules/yaml/dist/nodes/identity.js
var require_identity = /* @__PURE__ */ __commonJSMin(((exports) => {
	const ALIAS = Symbol.for("yaml.alias");
	const DOC = Symbol.for("yaml.document");
	const MAP = Symbol.for("yaml.map");
	const PAIR = Symbol.for("yaml.pair");
	const SCALAR = Symbol.for("yaml.scalar");
	const SEQ = Symbol.for("yaml.seq");
	const NODE_TYPE = Symbol.for("yaml.node.type");
	const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
	const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	function isCollection(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ: return true;
		}
		return false;
	}
	function isNode(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ: return true;
		}
		return false;
	}
	const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
	exports.ALIAS = ALIAS;
	exports.DOC = DOC;
	exports.MAP = MAP;
	exports.NODE_TYPE = NODE_TYPE;
	exports.PAIR = PAIR;
	exports.SCALAR = SCALAR;
	exports.SEQ = SEQ;
	exports.hasAnchor = hasAnchor;
	exports.isAlias = isAlias;
	exports.isCollection = isCollection;
	exports.isDocument = isDocument;
	exports.isMap = isMap;
	exports.isNode = isNode;
	exports.isPair = isPair;
	exports.isScalar = isScalar;
	exports.isSeq = isSeq;
}));
// node_modules/yaml/dist/visit.js
var require_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove node");
	/**
	* Apply a visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	function visit(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else visit_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visit.SKIP = SKIP;
	/** Remove the current node */
	visit.REMOVE = REMOVE;
	function visit_(key, node, visitor, path) {
		const ctrl = callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visit_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = visit_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = visit_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = visit_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	/**
	* Apply an async visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `Promise`: Must resolve to one of the following values
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	async function visitAsync(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else await visitAsync_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visitAsync.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visitAsync.SKIP = SKIP;
	/** Remove the current node */
	visitAsync.REMOVE = REMOVE;
	async function visitAsync_(key, node, visitor, path) {
		const ctrl = await callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visitAsync_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = await visitAsync_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = await visitAsync_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = await visitAsync_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	function initVisitor(visitor) {
		if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
			Alias: visitor.Node,
			Map: visitor.Node,
			Scalar: visitor.Node,
			Seq: visitor.Node
		}, visitor.Value && {
			Map: visitor.Value,
			Scalar: visitor.Value,
			Seq: visitor.Value
		}, visitor.Collection && {
			Map: visitor.Collection,
			Seq: visitor.Collection
		}, visitor);
		return visitor;
	}
	function callVisitor(key, node, visitor, path) {
		if (typeof visitor === "function") return visitor(key, node, path);
		if (identity.isMap(node)) return visitor.Map?.(key, node, path);
		if (identity.isSeq(node)) return visitor.Seq?.(key, node, path);
		if (identity.isPair(node)) return visitor.Pair?.(key, node, path);
		if (identity.isScalar(node)) return visitor.Scalar?.(key, node, path);
		if (identity.isAlias(node)) return visitor.Alias?.(key, node, path);
	}
	function replaceNode(key, path, node) {
		const parent = path[path.length - 1];
		if (identity.isCollection(parent)) parent.items[key] = node;
		else if (identity.isPair(parent)) {
			if (key === "key") parent.key = node;
			else parent.value = node;
		} else if (identity.isDocument(parent)) parent.contents = node;
		else {
			const pt = identity.isAlias(parent) ? "alias" : "scalar";
			throw new Error(`Cannot replace node with ${pt} parent`);
		}
	}
	exports.visit = visit;
	exports.visitAsync = visitAsync;
}));
// node_modules/yaml/dist/doc/directives.js
var require_directives = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	const escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	var Directives = class Directives {
		constructor(yaml, tags) {
			/**
			* The directives-end/doc-start marker `---`. If `null`, a marker may still be
			* included in the document's stringified representation.
			*/
			this.docStart = null;
			/** The doc-end marker `...`.  */
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		/**
		* During parsing, get a Directives instance for the current document and
		* update the stream state according to the current version's spec.
		*/
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		/**
		* @param onError - May be called even if the action was successful
		* @returns `true` on success
		*/
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		/**
		* Resolves a tag, matching handles to those defined in %TAG directives.
		*
		* @returns Resolved tag, which may also be the non-specific tag `'!'` or a
		*   `'!local'` tag, or `null` if unresolvable.
		*/
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		/**
		* Given a fully resolved tag, returns its printable string form,
		* taking into account current tag prefixes and defaults.
		*/
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
				const tags = {};
				visit.visit(doc.contents, (_key, node) => {
					if (identity.isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
	exports.Directives = Directives;
}));
// node_modules/yaml/dist/doc/anchors.js
var require_anchors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	/**
	* Verify that the input string is a valid anchor.
	*
	* Will throw on errors.
	*/
	function anchorIsValid(anchor) {
		if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
			const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
			throw new Error(msg);
		}
		return true;
	}
	function anchorNames(root) {
		const anchors = /* @__PURE__ */ new Set();
		visit.visit(root, { Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor);
		} });
		return anchors;
	}
	/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
	function findNewAnchor(prefix, exclude) {
		for (let i = 1;; ++i) {
			const name = `${prefix}${i}`;
			if (!exclude.has(name)) return name;
		}
	}
	function createNodeAnchors(doc, prefix) {
		const aliasObjects = [];
		const sourceObjects = /* @__PURE__ */ new Map();
		let prevAnchors = null;
		return {
			onAnchor: (source) => {
				aliasObjects.push(source);
				prevAnchors ?? (prevAnchors = anchorNames(doc));
				const anchor = findNewAnchor(prefix, prevAnchors);
				prevAnchors.add(anchor);
				return anchor;
			},
			/**
			* With circular references, the source node is only resolved after all
			* of its child nodes are. This is why anchors are set only after all of
			* the nodes have been created.
			*/
			setAnchors: () => {
				for (const source of aliasObjects) {
					const ref = sourceObjects.get(source);
					if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) ref.node.anchor = ref.anchor;
					else {
						const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
						error.source = source;
						throw error;
					}
				}
			},
			sourceObjects
		};
	}
	exports.anchorIsValid = anchorIsValid;
	exports.anchorNames = anchorNames;
	exports.createNodeAnchors = createNodeAnchors;
	exports.findNewAnchor = findNewAnchor;
}));
// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
	* in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
	* 2021 edition: https://tc39.es/ecma262/#sec-json.parse
	*
	* Includes extensions for handling Map and Set objects.
	*/
	function applyReviver(reviver, obj, key, val) {
		if (val && typeof val === "object") {
			if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i];
				const v1 = applyReviver(reviver, val, String(i), v0);
				if (v1 === void 0) delete val[i];
				else if (v1 !== v0) val[i] = v1;
			}
			else if (val instanceof Map) for (const k of Array.from(val.keys())) {
				const v0 = val.get(k);
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) val.delete(k);
				else if (v1 !== v0) val.set(k, v1);
			}
			else if (val instanceof Set) for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0);
				if (v1 === void 0) val.delete(v0);
				else if (v1 !== v0) {
					val.delete(v0);
					val.add(v1);
				}
			}
			else for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) delete val[k];
				else if (v1 !== v0) val[k] = v1;
			}
		}
		return reviver.call(obj, key, val);
	}
	exports.applyReviver = applyReviver;
}));
// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	/**
	* Recursively convert any node or its contents to native JavaScript
	*
	* @param value - The input value
	* @param arg - If `value` defines a `toJSON()` method, use this
	*   as its first argument
	* @param ctx - Conversion context, originally set in Document#toJS(). If
	*   `{ keep: true }` is not set, output should be suitable for JSON
	*   stringification.
	*/
	function toJS(value, arg, ctx) {
		if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
		if (value && typeof value.toJSON === "function") {
			if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx);
			const data = {
				aliasCount: 0,
				count: 1,
				res: void 0
			};
			ctx.anchors.set(value, data);
			ctx.onCreate = (res) => {
				data.res = res;
				delete ctx.onCreate;
			};
			const res = value.toJSON(arg, ctx);
			if (ctx.onCreate) ctx.onCreate(res);
			return res;
		}
		if (typeof value === "bigint" && !ctx?.keep) return Number(value);
		return value;
	}
	exports.toJS = toJS;
}));
// node_modules/yaml/dist/nodes/Node.js
var require_Node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var applyReviver = require_applyReviver();
	var identity = require_identity();
	var toJS = require_toJS();
	var NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: type });
		}
		/** Create a copy of this node.  */
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** A plain JavaScript representation of this node. */
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!identity.isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
	exports.NodeBase = NodeBase;
}));
// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var visit = require_visit();
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	var Alias = class extends Node.NodeBase {
		constructor(source) {
			super(identity.ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		/**
		* Resolve the value of this alias within `doc`, finding the last
		* instance of the `source` anchor before this node.
		*/
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit.visit(doc, { Node: (_key, node) => {
					if (identity.isAlias(node) || identity.hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS.toJS(found, null, ctx);
					data = anchors.get(found);
				}
				/* istanbul ignore if */
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchors.anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
	function getAliasCount(doc, node, anchors) {
		if (identity.isAlias(node)) {
			const source = node.resolve(doc);
			const anchor = anchors && source && anchors.get(source);
			return anchor ? anchor.count * anchor.aliasCount : 0;
		} else if (identity.isCollection(node)) {
			let count = 0;
			for (const item of node.items) {
				const c = getAliasCount(doc, item, anchors);
				if (c > count) count = c;
			}
			return count;
		} else if (identity.isPair(node)) {
			const kc = getAliasCount(doc, node.key, anchors);
			const vc = getAliasCount(doc, node.value, anchors);
			return Math.max(kc, vc);
		}
		return 1;
	}
	exports.Alias = Alias;
}));
// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	var Scalar = class extends Node.NodeBase {
		constructor(value) {
			super(identity.SCALAR);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
	exports.Scalar = Scalar;
	exports.isScalarValue = isScalarValue;
}));
// node_modules/yaml/dist/doc/createNode.js
var require_createNode = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var Scalar = require_Scalar();
	const defaultTagPrefix = "tag:yaml.org,2002:";
	function findTagObject(value, tagName, tags) {
		if (tagName) {
			const match = tags.filter((t) => t.tag === tagName);
			const tagObj = match.find((t) => !t.format) ?? match[0];
			if (!tagObj) throw new Error(`Tag ${tagName} not found`);
			return tagObj;
		}
		return tags.find((t) => t.identify?.(value) && !t.format);
	}
	function createNode(value, tagName, ctx) {
		if (identity.isDocument(value)) value = value.contents;
		if (identity.isNode(value)) return value;
		if (identity.isPair(value)) {
			const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
			map.items.push(value);
			return map;
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
		const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
		let ref = void 0;
		if (aliasDuplicateObjects && value && typeof value === "object") {
			ref = sourceObjects.get(value);
			if (ref) {
				ref.anchor ?? (ref.anchor = onAnchor(value));
				return new Alias.Alias(ref.anchor);
			} else {
				ref = {
					anchor: null,
					node: null
				};
				sourceObjects.set(value, ref);
			}
		}
		if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
		let tagObj = findTagObject(value, tagName, schema.tags);
		if (!tagObj) {
			if (value && typeof value.toJSON === "function") value = value.toJSON();
			if (!value || typeof value !== "object") {
				const node = new Scalar.Scalar(value);
				if (ref) ref.node = node;
				return node;
			}
			tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
		}
		if (onTagObj) {
			onTagObj(tagObj);
			delete ctx.onTagObj;
		}
		const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
		if (tagName) node.tag = tagName;
		else if (!tagObj.default) node.tag = tagObj.tag;
		if (ref) ref.node = node;
		return node;
	}
	exports.createNode = createNode;
}));
// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var identity = require_identity();
	var Node = require_Node();
	function collectionFromPath(schema, path, value) {
		let v = value;
		for (let i = path.length - 1; i >= 0; --i) {
			const k = path[i];
			if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
				const a = [];
				a[k] = v;
				v = a;
			} else v = /* @__PURE__ */ new Map([[k, v]]);
		}
		return createNode.createNode(v, void 0, {
			aliasDuplicateObjects: false,
			keepUndefined: false,
			onAnchor: () => {
				throw new Error("This should not happen, please report a bug.");
			},
			schema,
			sourceObjects: /* @__PURE__ */ new Map()
		});
	}
	const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	var Collection = class extends Node.NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		/**
		* Create a copy of this collection.
		*
		* @param schema - If defined, overwrites the original's schema
		*/
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/**
		* Adds a value to the collection. For `!!map` and `!!omap` the value must
		* be a Pair instance or a `{ key, value }` object, which may not have a key
		* that already exists in the map.
		*/
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		/**
		* Removes a value from the collection.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (identity.isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && identity.isScalar(node) ? node.value : node;
			else return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!identity.isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*/
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return identity.isCollection(node) ? node.hasIn(rest) : false;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
	exports.Collection = Collection;
	exports.collectionFromPath = collectionFromPath;
	exports.isEmptyPath = isEmptyPath;
}));
// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringifies a comment.
	*
	* Empty comment lines are left empty,
	* lines consisting of a single space are replaced by `#`,
	* and all other lines are prefixed with a `#`.
	*/
	const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	function indentComment(comment, indent) {
		if (/^\n+$/.test(comment)) return comment.substring(1);
		return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
	}
	const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
	exports.indentComment = indentComment;
	exports.lineComment = lineComment;
	exports.stringifyComment = stringifyComment;
}));
// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = /* @__PURE__ */ __commonJSMin(((exports) => {
	const FOLD_FLOW = "flow";
	const FOLD_BLOCK = "block";
	const FOLD_QUOTED = "quoted";
	/**
	* Tries to keep input at up to `lineWidth` characters, splitting only on spaces
	* not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
	* terminated with `\n` and started with `indent`.
	*/
	function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
		if (!lineWidth || lineWidth < 0) return text;
		if (lineWidth < minContentWidth) minContentWidth = 0;
		const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
		if (text.length <= endStep) return text;
		const folds = [];
		const escapedFolds = {};
		let end = lineWidth - indent.length;
		if (typeof indentAtStart === "number") {
			if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
			else end = lineWidth - indentAtStart;
		}
		let split = void 0;
		let prev = void 0;
		let overflow = false;
		let i = -1;
		let escStart = -1;
		let escEnd = -1;
		if (mode === FOLD_BLOCK) {
			i = consumeMoreIndentedLines(text, i, indent.length);
			if (i !== -1) end = i + endStep;
		}
		for (let ch; ch = text[i += 1];) {
			if (mode === FOLD_QUOTED && ch === "\\") {
				escStart = i;
				switch (text[i + 1]) {
					case "x":
						i += 3;
						break;
					case "u":
						i += 5;
						break;
					case "U":
						i += 9;
						break;
					default: i += 1;
				}
				escEnd = i;
			}
			if (ch === "\n") {
				if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length);
				end = i + indent.length + endStep;
				split = void 0;
			} else {
				if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
					const next = text[i + 1];
					if (next && next !== " " && next !== "\n" && next !== "	") split = i;
				}
				if (i >= end) {
					if (split) {
						folds.push(split);
						end = split + endStep;
						split = void 0;
					} else if (mode === FOLD_QUOTED) {
						while (prev === " " || prev === "	") {
							prev = ch;
							ch = text[i += 1];
							overflow = true;
						}
						const j = i > escEnd + 1 ? i - 2 : escStart - 1;
						if (escapedFolds[j]) return text;
						folds.push(j);
						escapedFolds[j] = true;
						end = j + endStep;
						split = void 0;
					} else overflow = true;
				}
			}
			prev = ch;
		}
		if (overflow && onOverflow) onOverflow();
		if (folds.length === 0) return text;
		if (onFold) onFold();
		let res = text.slice(0, folds[0]);
		for (let i = 0; i < folds.length; ++i) {
			const fold = folds[i];
			const end = folds[i + 1] || text.length;
			if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
			else {
				if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`;
				res += `\n${indent}${text.slice(fold + 1, end)}`;
			}
		}
		return res;
	}
	/**
	* Presumes `i + 1` is at the start of a line
	* @returns index of last newline in more-indented block
	*/
	function consumeMoreIndentedLines(text, i, indent) {
		let end = i;
		let start = i + 1;
		let ch = text[start];
		while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
		else {
			do
				ch = text[++i];
			while (ch && ch !== "\n");
			end = i;
			start = i + 1;
			ch = text[start];
		}
		return end;
	}
	exports.FOLD_BLOCK = FOLD_BLOCK;
	exports.FOLD_FLOW = FOLD_FLOW;
	exports.FOLD_QUOTED = FOLD_QUOTED;
	exports.foldFlowLines = foldFlowLines;
}));
// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var foldFlowLines = require_foldFlowLines();
	const getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	function lineLengthOverLimit(str, lineWidth, indentLength) {
		if (!lineWidth || lineWidth < 0) return false;
		const limit = lineWidth - indentLength;
		const strLen = str.length;
		if (strLen <= limit) return false;
		for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
			if (i - start > limit) return true;
			start = i + 1;
			if (strLen - start <= limit) return false;
		}
		return true;
	}
	function doubleQuotedString(value, ctx) {
		const json = JSON.stringify(value);
		if (ctx.options.doubleQuotedAsJSON) return json;
		const { implicitKey } = ctx;
		const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		let str = "";
		let start = 0;
		for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
			if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
				str += json.slice(start, i) + "\\ ";
				i += 1;
				start = i;
				ch = "\\";
			}
			if (ch === "\\") switch (json[i + 1]) {
				case "u":
					{
						str += json.slice(start, i);
						const code = json.substr(i + 2, 4);
						switch (code) {
							case "0000":
								str += "\\0";
								break;
							case "0007":
								str += "\\a";
								break;
							case "000b":
								str += "\\v";
								break;
							case "001b":
								str += "\\e";
								break;
							case "0085":
								str += "\\N";
								break;
							case "00a0":
								str += "\\_";
								break;
							case "2028":
								str += "\\L";
								break;
							case "2029":
								str += "\\P";
								break;
							default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
							else str += json.substr(i, 6);
						}
						i += 5;
						start = i + 1;
					}
					break;
				case "n":
					if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
					else {
						str += json.slice(start, i) + "\n\n";
						while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
							str += "\n";
							i += 2;
						}
						str += indent;
						if (json[i + 2] === " ") str += "\\";
						i += 1;
						start = i + 1;
					}
					break;
				default: i += 1;
			}
		}
		str = start ? str + json.slice(start) : json;
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
	}
	function singleQuotedString(value, ctx) {
		if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
		return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function quotedString(value, ctx) {
		const { singleQuote } = ctx.options;
		let qs;
		if (singleQuote === false) qs = doubleQuotedString;
		else {
			const hasDouble = value.includes("\"");
			const hasSingle = value.includes("'");
			if (hasDouble && !hasSingle) qs = singleQuotedString;
			else if (hasSingle && !hasDouble) qs = doubleQuotedString;
			else qs = singleQuote ? singleQuotedString : doubleQuotedString;
		}
		return qs(value, ctx);
	}
	let blockEndNewlines;
	try {
		blockEndNewlines = /* @__PURE__ */ new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
	function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
		const { blockQuote, commentString, lineWidth } = ctx.options;
		if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
		const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
		const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
		if (!value) return literal ? "|\n" : ">\n";
		let chomp;
		let endStart;
		for (endStart = value.length; endStart > 0; --endStart) {
			const ch = value[endStart - 1];
			if (ch !== "\n" && ch !== "	" && ch !== " ") break;
		}
		let end = value.substring(endStart);
		const endNlPos = end.indexOf("\n");
		if (endNlPos === -1) chomp = "-";
		else if (value === end || endNlPos !== end.length - 1) {
			chomp = "+";
			if (onChompKeep) onChompKeep();
		} else chomp = "";
		if (end) {
			value = value.slice(0, -end.length);
			if (end[end.length - 1] === "\n") end = end.slice(0, -1);
			end = end.replace(blockEndNewlines, `$&${indent}`);
		}
		let startWithSpace = false;
		let startEnd;
		let startNlPos = -1;
		for (startEnd = 0; startEnd < value.length; ++startEnd) {
			const ch = value[startEnd];
			if (ch === " ") startWithSpace = true;
			else if (ch === "\n") startNlPos = startEnd;
			else break;
		}
		let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
		if (start) {
			value = value.substring(start.length);
			start = start.replace(/\n+/g, `$&${indent}`);
		}
		let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
		if (comment) {
			header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
			if (onComment) onComment();
		}
		if (!literal) {
			const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
			let literalFallback = false;
			const foldOptions = getFoldOptions(ctx, true);
			if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
				literalFallback = true;
			};
			const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
			if (!literalFallback) return `>${header}\n${indent}${body}`;
		}
		value = value.replace(/\n+/g, `$&${indent}`);
		return `|${header}\n${indent}${start}${value}${end}`;
	}
	function plainString(item, ctx, onComment, onChompKeep) {
		const { type, value } = item;
		const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
		if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
		if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
		if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
		if (containsDocumentMarker(value)) {
			if (indent === "") {
				ctx.forceBlockIndent = true;
				return blockString(item, ctx, onComment, onChompKeep);
			} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
		}
		const str = value.replace(/\n+/g, `$&\n${indent}`);
		if (actualString) {
			const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
			const { compat, tags } = ctx.doc.schema;
			if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
		}
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function stringifyString(item, ctx, onComment, onChompKeep) {
		const { implicitKey, inFlow } = ctx;
		const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
		let { type } = item;
		if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
			if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.Scalar.QUOTE_DOUBLE;
		}
		const _stringify = (_type) => {
			switch (_type) {
				case Scalar.Scalar.BLOCK_FOLDED:
				case Scalar.Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
				case Scalar.Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
				case Scalar.Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
				case Scalar.Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
				default: return null;
			}
		};
		let res = _stringify(type);
		if (res === null) {
			const { defaultKeyType, defaultStringType } = ctx.options;
			const t = implicitKey && defaultKeyType || defaultStringType;
			res = _stringify(t);
			if (res === null) throw new Error(`Unsupported default string type ${t}`);
		}
		return res;
	}
	exports.stringifyString = stringifyString;
}));
// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var identity = require_identity();
	var stringifyComment = require_stringifyComment();
	var stringifyString = require_stringifyString();
	function createStringifyContext(doc, options) {
		const opt = Object.assign({
			blockQuote: true,
			commentString: stringifyComment.stringifyComment,
			defaultKeyType: null,
			defaultStringType: "PLAIN",
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: "false",
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: "null",
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: "true",
			verifyAliasOrder: true
		}, doc.schema.toStringOptions, options);
		let inFlow;
		switch (opt.collectionStyle) {
			case "block":
				inFlow = false;
				break;
			case "flow":
				inFlow = true;
				break;
			default: inFlow = null;
		}
		return {
			anchors: /* @__PURE__ */ new Set(),
			doc,
			flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
			indent: "",
			indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
			inFlow,
			options: opt
		};
	}
	function getTagObject(tags, item) {
		if (item.tag) {
			const match = tags.filter((t) => t.tag === item.tag);
			if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
		}
		let tagObj = void 0;
		let obj;
		if (identity.isScalar(item)) {
			obj = item.value;
			let match = tags.filter((t) => t.identify?.(obj));
			if (match.length > 1) {
				const testMatch = match.filter((t) => t.test);
				if (testMatch.length > 0) match = testMatch;
			}
			tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
		} else {
			obj = item;
			tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
		}
		if (!tagObj) {
			const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
			throw new Error(`Tag not resolved for ${name} value`);
		}
		return tagObj;
	}
	function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
		if (!doc.directives) return "";
		const props = [];
		const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
		if (anchor && anchors.anchorIsValid(anchor)) {
			anchors$1.add(anchor);
			props.push(`&${anchor}`);
		}
		const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
		if (tag) props.push(doc.directives.tagString(tag));
		return props.join(" ");
	}
	function stringify(item, ctx, onComment, onChompKeep) {
		if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep);
		if (identity.isAlias(item)) {
			if (ctx.doc.directives) return item.toString(ctx);
			if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
			else {
				if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
				else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
				item = item.resolve(ctx.doc);
			}
		}
		let tagObj = void 0;
		const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
		tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
		const props = stringifyProps(node, tagObj, ctx);
		if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
		const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
		if (!props) return str;
		return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
	}
	exports.createStringifyContext = createStringifyContext;
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
		const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
		let keyComment = identity.isNode(key) && key.comment || null;
		if (simpleKeys) {
			if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
			if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
		}
		let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
		ctx = Object.assign({}, ctx, {
			allNullValues: false,
			implicitKey: !explicitKey && (simpleKeys || !allNullValues),
			indent: indent + indentStep
		});
		let keyCommentDone = false;
		let chompKeep = false;
		let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
		if (!explicitKey && !ctx.inFlow && str.length > 1024) {
			if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
			explicitKey = true;
		}
		if (ctx.inFlow) {
			if (allNullValues || value == null) {
				if (keyCommentDone && onComment) onComment();
				return str === "" ? "?" : explicitKey ? `? ${str}` : str;
			}
		} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
			str = `? ${str}`;
			if (keyComment && !keyCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			else if (chompKeep && onChompKeep) onChompKeep();
			return str;
		}
		if (keyCommentDone) keyComment = null;
		if (explicitKey) {
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			str = `? ${str}\n${indent}:`;
		} else {
			str = `${str}:`;
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
		}
		let vsb, vcb, valueComment;
		if (identity.isNode(value)) {
			vsb = !!value.spaceBefore;
			vcb = value.commentBefore;
			valueComment = value.comment;
		} else {
			vsb = false;
			vcb = null;
			valueComment = null;
			if (value && typeof value === "object") value = doc.createNode(value);
		}
		ctx.implicitKey = false;
		if (!explicitKey && !keyComment && identity.isScalar(value)) ctx.indentAtStart = str.length + 1;
		chompKeep = false;
		if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
		let valueCommentDone = false;
		const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
		let ws = " ";
		if (keyComment || vsb || vcb) {
			ws = vsb ? "\n" : "";
			if (vcb) {
				const cs = commentString(vcb);
				ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
			}
			if (valueStr === "" && !ctx.inFlow) {
				if (ws === "\n" && valueComment) ws = "\n\n";
			} else ws += `\n${ctx.indent}`;
		} else if (!explicitKey && identity.isCollection(value)) {
			const vs0 = valueStr[0];
			const nl0 = valueStr.indexOf("\n");
			const hasNewline = nl0 !== -1;
			const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
			if (hasNewline || !flow) {
				let hasPropsLine = false;
				if (hasNewline && (vs0 === "&" || vs0 === "!")) {
					let sp0 = valueStr.indexOf(" ");
					if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
					if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
				}
				if (!hasPropsLine) ws = `\n${ctx.indent}`;
			}
		} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
		str += ws + valueStr;
		if (ctx.inFlow) {
			if (valueCommentDone && onComment) onComment();
		} else if (valueComment && !valueCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	exports.stringifyPair = stringifyPair;
}));
// node_modules/yaml/dist/log.js
var require_log = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	function debug(logLevel, ...messages) {
		if (logLevel === "debug") console.log(...messages);
	}
	function warn(logLevel, warning) {
		if (logLevel === "debug" || logLevel === "warn") {
			if (typeof node_process.emitWarning === "function") node_process.emitWarning(warning);
			else console.warn(warning);
		}
	}
	exports.debug = debug;
	exports.warn = warn;
}));
// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	const MERGE_KEY = "<<";
	const merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	const isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
	function addMergeToJSMap(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
		else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
		else mergeValue(ctx, map, source);
	}
	function mergeValue(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (!identity.isMap(source)) throw new Error("Merge sources must be maps or map aliases");
		const srcMap = source.toJSON(null, ctx, Map);
		for (const [key, value] of srcMap) if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value);
		} else if (map instanceof Set) map.add(key);
		else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return map;
	}
	function resolveAliasValue(ctx, value) {
		return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
	}
	exports.addMergeToJSMap = addMergeToJSMap;
	exports.isMergeKey = isMergeKey;
	exports.merge = merge;
}));
// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var log = require_log();
	var merge = require_merge();
	var stringify = require_stringify();
	var identity = require_identity();
	var toJS = require_toJS();
	function addPairToJSMap(ctx, map, { key, value }) {
		if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
		else if (merge.isMergeKey(ctx, key)) merge.addMergeToJSMap(ctx, map, value);
		else {
			const jsKey = toJS.toJS(key, "", ctx);
			if (map instanceof Map) map.set(jsKey, toJS.toJS(value, jsKey, ctx));
			else if (map instanceof Set) map.add(jsKey);
			else {
				const stringKey = stringifyKey(key, jsKey, ctx);
				const jsValue = toJS.toJS(value, stringKey, ctx);
				if (stringKey in map) Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true
				});
				else map[stringKey] = jsValue;
			}
		}
		return map;
	}
	function stringifyKey(key, jsKey, ctx) {
		if (jsKey === null) return "";
		if (typeof jsKey !== "object") return String(jsKey);
		if (identity.isNode(key) && ctx?.doc) {
			const strCtx = stringify.createStringifyContext(ctx.doc, {});
			strCtx.anchors = /* @__PURE__ */ new Set();
			for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
			strCtx.inFlow = true;
			strCtx.inStringifyKey = true;
			const strKey = key.toString(strCtx);
			if (!ctx.mapKeyWarned) {
				let jsonStr = JSON.stringify(strKey);
				if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
				log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
				ctx.mapKeyWarned = true;
			}
			return strKey;
		}
		return JSON.stringify(jsKey);
	}
	exports.addPairToJSMap = addPairToJSMap;
}));
// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyPair = require_stringifyPair();
	var addPairToJSMap = require_addPairToJSMap();
	var identity = require_identity();
	function createPair(key, value, ctx) {
		return new Pair(createNode.createNode(key, void 0, ctx), createNode.createNode(value, void 0, ctx));
	}
	var Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (identity.isNode(key)) key = key.clone(schema);
			if (identity.isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			return addPairToJSMap.addPairToJSMap(ctx, pair, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
	exports.Pair = Pair;
	exports.createPair = createPair;
}));
// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyCollection(collection, ctx, options) {
		return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
	}
	function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
		const { indent, options: { commentString } } = ctx;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			type: null
		});
		let chompKeep = false;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (!chompKeep && item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (!chompKeep && ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
				}
			}
			chompKeep = false;
			let str = stringify.stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			if (chompKeep && comment) chompKeep = false;
			lines.push(blockItemPrefix + str);
		}
		let str;
		if (lines.length === 0) str = flowChars.start + flowChars.end;
		else {
			str = lines[0];
			for (let i = 1; i < lines.length; ++i) {
				const line = lines[i];
				str += line ? `\n${indent}${line}` : "\n";
			}
		}
		if (comment) {
			str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
			if (onComment) onComment();
		} else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
		const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
		itemIndent += indentStep;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			inFlow: true,
			type: null
		});
		let reqNewline = false;
		let linesAtValue = 0;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, false);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, false);
					if (ik.comment) reqNewline = true;
				}
				const iv = identity.isNode(item.value) ? item.value : null;
				if (iv) {
					if (iv.comment) comment = iv.comment;
					if (iv.commentBefore) reqNewline = true;
				} else if (item.value == null && ik?.comment) comment = ik.comment;
			}
			if (comment) reqNewline = true;
			let str = stringify.stringify(item, itemCtx, () => comment = null);
			reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
			if (i < items.length - 1) str += ",";
			else if (ctx.options.trailingComma) {
				if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
				if (reqNewline) str += ",";
			}
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			lines.push(str);
			linesAtValue = lines.length;
		}
		const { start, end } = flowChars;
		if (lines.length === 0) return start + end;
		else {
			if (!reqNewline) {
				const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
				reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
			}
			if (reqNewline) {
				let str = start;
				for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
				return `${str}\n${indent}${end}`;
			} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
		}
	}
	function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
		if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
		if (comment) {
			const ic = stringifyComment.indentComment(commentString(comment), indent);
			lines.push(ic.trimStart());
		}
	}
	exports.stringifyCollection = stringifyCollection;
}));
// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyCollection = require_stringifyCollection();
	var addPairToJSMap = require_addPairToJSMap();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	function findPair(items, key) {
		const k = identity.isScalar(key) ? key.value : key;
		for (const it of items) if (identity.isPair(it)) {
			if (it.key === key || it.key === k) return it;
			if (identity.isScalar(it.key) && it.key.value === k) return it;
		}
	}
	var YAMLMap = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(identity.MAP, schema);
			this.items = [];
		}
		/**
		* A generic collection parsing method that can be extended
		* to other node classes that inherit from YAMLMap
		*/
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		/**
		* Adds a value to the collection.
		*
		* @param overwrite - If not set `true`, using a key that is already in the
		*   collection will throw. Otherwise, overwrites the previous value.
		*/
		add(pair, overwrite) {
			let _pair;
			if (identity.isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair.Pair(pair, pair?.value);
			else _pair = new Pair.Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair.Pair(key, value), true);
		}
		/**
		* @param ctx - Conversion context, originally set in Document#toJS()
		* @param {Class} Type - If set, forces the returned collection type
		* @returns Instance of Type, Map, or Object
		*/
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!identity.isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
	exports.YAMLMap = YAMLMap;
	exports.findPair = findPair;
}));
// node_modules/yaml/dist/schema/common/map.js
var require_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLMap = require_YAMLMap();
	exports.map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap.YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!identity.isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
	};
}));
// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyCollection = require_stringifyCollection();
	var Collection = require_Collection();
	var identity = require_identity();
	var Scalar = require_Scalar();
	var toJS = require_toJS();
	var YAMLSeq = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(identity.SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		/**
		* Removes a value from the collection.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && identity.isScalar(it) ? it.value : it;
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*/
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*
		* If `key` does not contain a representation of an integer, this will throw.
		* It may be wrapped in a `Scalar`.
		*/
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode.createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
	function asItemIndex(key) {
		let idx = identity.isScalar(key) ? key.value : key;
		if (idx && typeof idx === "string") idx = Number(idx);
		return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
	}
	exports.YAMLSeq = YAMLSeq;
}));
// node_modules/yaml/dist/schema/common/seq.js
var require_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLSeq = require_YAMLSeq();
	exports.seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq.YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!identity.isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
	};
}));
// node_modules/yaml/dist/schema/common/string.js
var require_string = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyString = require_stringifyString();
	exports.string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
}));
// node_modules/yaml/dist/schema/common/null.js
var require_null = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar.Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar.Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
	exports.nullTag = nullTag;
}));
// node_modules/yaml/dist/schema/core/bool.js
var require_bool$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
	exports.boolTag = boolTag;
}));
// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = /* @__PURE__ */ __commonJSMin(((exports) => {
	function stringifyNumber({ format, minFractionDigits, tag, value }) {
		if (typeof value === "bigint") return String(value);
		const num = typeof value === "number" ? value : Number(value);
		if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
		let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
		if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
			let i = n.indexOf(".");
			if (i < 0) {
				i = n.length;
				n += ".";
			}
			let d = minFractionDigits - (n.length - i - 1);
			while (d-- > 0) n += "0";
		}
		return n;
	}
	exports.stringifyNumber = stringifyNumber;
}));
// node_modules/yaml/dist/schema/core/float.js
var require_float$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
// node_modules/yaml/dist/schema/core/int.js
var require_int$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	const intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value) && value >= 0) return prefix + value.toString(radix);
		return stringifyNumber.stringifyNumber(node);
	}
	const intOct = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
		stringify: (node) => intStringify(node, 8, "0o")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
// node_modules/yaml/dist/schema/core/schema.js
var require_schema$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.boolTag,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float
	];
}));
// node_modules/yaml/dist/schema/json/schema.js
var require_schema$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var map = require_map();
	var seq = require_seq();
	function intIdentify(value) {
		return typeof value === "bigint" || Number.isInteger(value);
	}
	const stringifyJSON = ({ value }) => JSON.stringify(value);
	const jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar.Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	exports.schema = [map.map, seq.seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
}));
// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_buffer = __require("buffer");
	var Scalar = require_Scalar();
	var stringifyString = require_stringifyString();
	exports.binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		/**
		* Returns a Buffer in node and an Uint8Array in browsers
		*
		* To use the resulting buffer as an image, you'll want to do something like:
		*
		*   const blob = new Blob([buffer], { type: 'image/jpeg' })
		*   document.querySelector('#photo').src = URL.createObjectURL(blob)
		*/
		resolve(src, onError) {
			if (typeof node_buffer.Buffer === "function") return node_buffer.Buffer.from(src, "base64");
			else if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof node_buffer.Buffer === "function") str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
			else if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
			if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString.stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
}));
// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLSeq = require_YAMLSeq();
	function resolvePairs(seq, onError) {
		if (identity.isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i];
			if (identity.isPair(item)) continue;
			else if (identity.isMap(item)) {
				if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
				const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
				if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
				if (item.comment) {
					const cn = pair.value ?? pair.key;
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
				}
				item = pair;
			}
			seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
		}
		else onError("Expected a sequence for this tag");
		return seq;
	}
	function createPairs(schema, iterable, ctx) {
		const { replacer } = ctx;
		const pairs = new YAMLSeq.YAMLSeq(schema);
		pairs.tag = "tag:yaml.org,2002:pairs";
		let i = 0;
		if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
			if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
			let key, value;
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0];
					value = it[1];
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it);
				if (keys.length === 1) {
					key = keys[0];
					value = it[key];
				} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
			} else key = it;
			pairs.items.push(Pair.createPair(key, value, ctx));
		}
		return pairs;
	}
	const pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
	exports.createPairs = createPairs;
	exports.pairs = pairs;
	exports.resolvePairs = resolvePairs;
}));
// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var toJS = require_toJS();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var pairs = require_pairs();
	var YAMLOMap = class YAMLOMap extends YAMLSeq.YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		/**
		* If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
		* but TypeScript won't allow widening the signature of a child method.
		*/
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = /* @__PURE__ */ new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key, value;
				if (identity.isPair(pair)) {
					key = toJS.toJS(pair.key, "", ctx);
					value = toJS.toJS(pair.value, key, ctx);
				} else key = toJS.toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs$1 = pairs.createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs$1.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	const omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs$1 = pairs.resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs$1.items) if (identity.isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs$1);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
	exports.YAMLOMap = YAMLOMap;
	exports.omap = omap;
}));
// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function boolStringify({ value, source }, ctx) {
		if (source && (value ? trueTag : falseTag).test.test(source)) return source;
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
	const trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar.Scalar(true),
		stringify: boolStringify
	};
	const falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar.Scalar(false),
		stringify: boolStringify
	};
	exports.falseTag = falseTag;
	exports.trueTag = trueTag;
}));
// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	function intResolve(str, offset, radix, { intAsBigInt }) {
		const sign = str[0];
		if (sign === "-" || sign === "+") offset += 1;
		str = str.substring(offset).replace(/_/g, "");
		if (intAsBigInt) {
			switch (radix) {
				case 2:
					str = `0b${str}`;
					break;
				case 8:
					str = `0o${str}`;
					break;
				case 16: str = `0x${str}`;
			}
			const n = BigInt(str);
			return sign === "-" ? BigInt(-1) * n : n;
		}
		const n = parseInt(str, radix);
		return sign === "-" ? -1 * n : n;
	}
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value)) {
			const str = value.toString(radix);
			return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
		}
		return stringifyNumber.stringifyNumber(node);
	}
	const intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	const intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intBin = intBin;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSet = class YAMLSet extends YAMLMap.YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (identity.isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair.Pair(key.key, null);
			else pair = new Pair.Pair(key, null);
			if (!YAMLMap.findPair(this.items, pair.key)) this.items.push(pair);
		}
		/**
		* If `keepPair` is `true`, returns the Pair matching `key`.
		* Otherwise, returns the value of that Pair's key.
		*/
		get(key, keepPair) {
			const pair = YAMLMap.findPair(this.items, key);
			return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = YAMLMap.findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair.Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(Pair.createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	const set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (identity.isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
	exports.YAMLSet = YAMLSet;
	exports.set = set;
}));
// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	/** Internal types handle bigint as number, because TS can't figure it out. */
	function parseSexagesimal(str, asBigInt) {
		const sign = str[0];
		const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
		const num = (n) => asBigInt ? BigInt(n) : Number(n);
		const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
		return sign === "-" ? num(-1) * res : res;
	}
	/**
	* hhhh:mm:ss.sss
	*
	* Internal types handle bigint as number, because TS can't figure it out.
	*/
	function stringifySexagesimal(node) {
		let { value } = node;
		let num = (n) => n;
		if (typeof value === "bigint") num = (n) => BigInt(n);
		else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node);
		let sign = "";
		if (value < 0) {
			sign = "-";
			value *= num(-1);
		}
		const _60 = num(60);
		const parts = [value % _60];
		if (value < 60) parts.unshift(0);
		else {
			value = (value - parts[0]) / _60;
			parts.unshift(value % _60);
			if (value >= 60) {
				value = (value - parts[0]) / _60;
				parts.unshift(value);
			}
		}
		return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
	}
	const intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	const floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	const timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
	exports.floatTime = floatTime;
	exports.intTime = intTime;
	exports.timestamp = timestamp;
}));
// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var binary = require_binary();
	var bool = require_bool();
	var float = require_float();
	var int = require_int();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var set = require_set();
	var timestamp = require_timestamp();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.trueTag,
		bool.falseTag,
		int.intBin,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float,
		binary.binary,
		merge.merge,
		omap.omap,
		pairs.pairs,
		set.set,
		timestamp.intTime,
		timestamp.floatTime,
		timestamp.timestamp
	];
}));
// node_modules/yaml/dist/schema/tags.js
var require_tags = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	var schema = require_schema$2();
	var schema$1 = require_schema$1();
	var binary = require_binary();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var schema$2 = require_schema();
	var set = require_set();
	var timestamp = require_timestamp();
	const schemas = /* @__PURE__ */ new Map([
		["core", schema.schema],
		["failsafe", [
			map.map,
			seq.seq,
			string.string
		]],
		["json", schema$1.schema],
		["yaml11", schema$2.schema],
		["yaml-1.1", schema$2.schema]
	]);
	const tagsByName = {
		binary: binary.binary,
		bool: bool.boolTag,
		float: float.float,
		floatExp: float.floatExp,
		floatNaN: float.floatNaN,
		floatTime: timestamp.floatTime,
		int: int.int,
		intHex: int.intHex,
		intOct: int.intOct,
		intTime: timestamp.intTime,
		map: map.map,
		merge: merge.merge,
		null: _null.nullTag,
		omap: omap.omap,
		pairs: pairs.pairs,
		seq: seq.seq,
		set: set.set,
		timestamp: timestamp.timestamp
	};
	const coreKnownTags = {
		"tag:yaml.org,2002:binary": binary.binary,
		"tag:yaml.org,2002:merge": merge.merge,
		"tag:yaml.org,2002:omap": omap.omap,
		"tag:yaml.org,2002:pairs": pairs.pairs,
		"tag:yaml.org,2002:set": set.set,
		"tag:yaml.org,2002:timestamp": timestamp.timestamp
	};
	function getTags(customTags, schemaName, addMergeTag) {
		const schemaTags = schemas.get(schemaName);
		if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
		let tags = schemaTags;
		if (!tags) {
			if (Array.isArray(customTags)) tags = [];
			else {
				const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
			}
		}
		if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
		else if (typeof customTags === "function") tags = customTags(tags.slice());
		if (addMergeTag) tags = tags.concat(merge.merge);
		return tags.reduce((tags, tag) => {
			const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
			if (!tagObj) {
				const tagName = JSON.stringify(tag);
				const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
			}
			if (!tags.includes(tagObj)) tags.push(tagObj);
			return tags;
		}, []);
	}
	exports.coreKnownTags = coreKnownTags;
	exports.getTags = getTags;
}));
// node_modules/yaml/dist/schema/Schema.js
var require_Schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var map = require_map();
	var seq = require_seq();
	var string = require_string();
	var tags = require_tags();
	const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	exports.Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
			this.tags = tags.getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, identity.MAP, { value: map.map });
			Object.defineProperty(this, identity.SCALAR, { value: string.string });
			Object.defineProperty(this, identity.SEQ, { value: seq.seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
}));
// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyDocument(doc, options) {
		const lines = [];
		let hasDirectives = options.directives === true;
		if (options.directives !== false && doc.directives) {
			const dir = doc.directives.toString(doc);
			if (dir) {
				lines.push(dir);
				hasDirectives = true;
			} else if (doc.directives.docStart) hasDirectives = true;
		}
		if (hasDirectives) lines.push("---");
		const ctx = stringify.createStringifyContext(doc, options);
		const { commentString } = ctx.options;
		if (doc.commentBefore) {
			if (lines.length !== 1) lines.unshift("");
			const cs = commentString(doc.commentBefore);
			lines.unshift(stringifyComment.indentComment(cs, ""));
		}
		let chompKeep = false;
		let contentComment = null;
		if (doc.contents) {
			if (identity.isNode(doc.contents)) {
				if (doc.contents.spaceBefore && hasDirectives) lines.push("");
				if (doc.contents.commentBefore) {
					const cs = commentString(doc.contents.commentBefore);
					lines.push(stringifyComment.indentComment(cs, ""));
				}
				ctx.forceBlockIndent = !!doc.comment;
				contentComment = doc.contents.comment;
			}
			const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
			let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
			if (contentComment) body += stringifyComment.lineComment(body, "", commentString(contentComment));
			if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
			else lines.push(body);
		} else lines.push(stringify.stringify(doc.contents, ctx));
		if (doc.directives?.docEnd) {
			if (doc.comment) {
				const cs = commentString(doc.comment);
				if (cs.includes("\n")) {
					lines.push("...");
					lines.push(stringifyComment.indentComment(cs, ""));
				} else lines.push(`... ${cs}`);
			} else lines.push("...");
		} else {
			let dc = doc.comment;
			if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
			if (dc) {
				if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
				lines.push(stringifyComment.indentComment(commentString(dc), ""));
			}
		}
		return lines.join("\n") + "\n";
	}
	exports.stringifyDocument = stringifyDocument;
}));
// node_modules/yaml/dist/doc/Document.js
var require_Document = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var toJS = require_toJS();
	var Schema = require_Schema();
	var stringifyDocument = require_stringifyDocument();
	var anchors = require_anchors();
	var applyReviver = require_applyReviver();
	var createNode = require_createNode();
	var directives = require_directives();
	var Document = class Document {
		constructor(value, replacer, options) {
			/** A comment before this Document */
			this.commentBefore = null;
			/** A comment immediately after this Document */
			this.comment = null;
			/** Errors encountered during parsing. */
			this.errors = [];
			/** Warnings encountered during parsing. */
			this.warnings = [];
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new directives.Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		/**
		* Create a deep copy of this Document and its contents.
		*
		* Custom Node values that inherit from `Object` still refer to their original instances.
		*/
		clone() {
			const copy = Object.create(Document.prototype, { [identity.NODE_TYPE]: { value: identity.DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** Adds a value to the document. */
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		/** Adds a value to the document. */
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		/**
		* Create a new `Alias` node, ensuring that the target `node` has the required anchor.
		*
		* If `node` already has an anchor, `name` is ignored.
		* Otherwise, the `node.anchor` value will be set to `name`,
		* or if an anchor with that name is already present in the document,
		* `name` will be used as a prefix for a new unique anchor.
		* If `name` is undefined, the generated anchor will use 'a' as a prefix.
		*/
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchors.anchorNames(this);
				node.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
			}
			return new Alias.Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode.createNode(value, tag, ctx);
			if (flow && identity.isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		/**
		* Convert a key and a value into a `Pair` using the current schema,
		* recursively wrapping all values as `Scalar` or `Collection` nodes.
		*/
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair.Pair(k, v);
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			if (Collection.isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		get(key, keepScalar) {
			return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		/**
		* Returns item at `path`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			if (Collection.isEmptyPath(path)) return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
			return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		/**
		* Checks if the document includes a value with the key `key`.
		*/
		has(key) {
			return identity.isCollection(this.contents) ? this.contents.has(key) : false;
		}
		/**
		* Checks if the document includes a value at `path`.
		*/
		hasIn(path) {
			if (Collection.isEmptyPath(path)) return this.contents !== void 0;
			return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		set(key, value) {
			if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			if (Collection.isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		/**
		* Change the YAML version and schema used by the document.
		* A `null` version disables support for directives, explicit tags, anchors, and aliases.
		* It also requires the `schema` option to be given as a `Schema` instance value.
		*
		* Overrides all previously set schema options.
		*/
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new directives.Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new directives.Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
		/**
		* A JSON representation of the document `contents`.
		*
		* @param jsonArg Used by `JSON.stringify` to indicate the array index or
		*   property name.
		*/
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		/** A YAML representation of the document. */
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument.stringifyDocument(this, options);
		}
	};
	function assertCollection(contents) {
		if (identity.isCollection(contents)) return true;
		throw new Error("Expected a YAML collection as document contents");
	}
	exports.Document = Document;
}));
// node_modules/yaml/dist/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	var YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	var YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	const prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
	exports.YAMLError = YAMLError;
	exports.YAMLParseError = YAMLParseError;
	exports.YAMLWarning = YAMLWarning;
	exports.prettifyError = prettifyError;
}));
// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
		let spaceBefore = false;
		let atNewline = startOnNewline;
		let hasSpace = startOnNewline;
		let comment = "";
		let commentSep = "";
		let hasNewline = false;
		let reqSpace = false;
		let tab = null;
		let anchor = null;
		let tag = null;
		let newlineAfterProp = null;
		let comma = null;
		let found = null;
		let start = null;
		for (const token of tokens) {
			if (reqSpace) {
				if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
				reqSpace = false;
			}
			if (tab) {
				if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
				tab = null;
			}
			switch (token.type) {
				case "space":
					if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
					hasSpace = true;
					break;
				case "comment": {
					if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = token.source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += commentSep + cb;
					commentSep = "";
					atNewline = false;
					break;
				}
				case "newline":
					if (atNewline) {
						if (comment) comment += token.source;
						else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
					} else commentSep += token.source;
					atNewline = true;
					hasNewline = true;
					if (anchor || tag) newlineAfterProp = token;
					hasSpace = true;
					break;
				case "anchor":
					if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
					if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
					anchor = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case "tag":
					if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
					tag = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case indicator:
					if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
					if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
					found = token;
					atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
					hasSpace = false;
					break;
				case "comma": if (flow) {
					if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
					comma = token;
					atNewline = false;
					hasSpace = false;
					break;
				}
				default:
					onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
					atNewline = false;
					hasSpace = false;
			}
		}
		const last = tokens[tokens.length - 1];
		const end = last ? last.offset + last.source.length : offset;
		if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
		if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
		return {
			comma,
			found,
			spaceBefore,
			comment,
			hasNewline,
			anchor,
			tag,
			newlineAfterProp,
			end,
			start: start ?? end
		};
	}
	exports.resolveProps = resolveProps;
}));
// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = /* @__PURE__ */ __commonJSMin(((exports) => {
	function containsNewline(key) {
		if (!key) return null;
		switch (key.type) {
			case "alias":
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				if (key.source.includes("\n")) return true;
				if (key.end) {
					for (const st of key.end) if (st.type === "newline") return true;
				}
				return false;
			case "flow-collection":
				for (const it of key.items) {
					for (const st of it.start) if (st.type === "newline") return true;
					if (it.sep) {
						for (const st of it.sep) if (st.type === "newline") return true;
					}
					if (containsNewline(it.key) || containsNewline(it.value)) return true;
				}
				return false;
			default: return true;
		}
	}
	exports.containsNewline = containsNewline;
}));
// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utilContainsNewline = require_util_contains_newline();
	function flowIndentCheck(indent, fc, onError) {
		if (fc?.type === "flow-collection") {
			const end = fc.end[0];
			if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
		}
	}
	exports.flowIndentCheck = flowIndentCheck;
}));
// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function mapIncludes(ctx, items, search) {
		const { uniqueKeys } = ctx.options;
		if (uniqueKeys === false) return false;
		const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
		return items.some((pair) => isEqual(pair.key, search));
	}
	exports.mapIncludes = mapIncludes;
}));
// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	var utilMapIncludes = require_util_map_includes();
	const startColMsg = "All mapping items must start at the same column";
	function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
		const map = new ((tag?.nodeClass) ?? YAMLMap.YAMLMap)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		let offset = bm.offset;
		let commentEnd = null;
		for (const collItem of bm.items) {
			const { start, key, sep, value } = collItem;
			const keyProps = resolveProps.resolveProps(start, {
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: bm.indent,
				startOnNewline: true
			});
			const implicitKey = !keyProps.found;
			if (implicitKey) {
				if (key) {
					if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
					else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
				}
				if (!keyProps.anchor && !keyProps.tag && !sep) {
					commentEnd = keyProps.end;
					if (keyProps.comment) {
						if (map.comment) map.comment += "\n" + keyProps.comment;
						else map.comment = keyProps.comment;
					}
					continue;
				}
				if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
			} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			ctx.atKey = true;
			const keyStart = keyProps.end;
			const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
			ctx.atKey = false;
			if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
			const valueProps = resolveProps.resolveProps(sep ?? [], {
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: bm.indent,
				startOnNewline: !key || key.type === "block-scalar"
			});
			offset = valueProps.end;
			if (valueProps.found) {
				if (implicitKey) {
					if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
					if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
				if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
				offset = valueNode.range[2];
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			} else {
				if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
				if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			}
		}
		if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
		map.range = [
			bm.offset,
			offset,
			commentEnd ?? offset
		];
		return map;
	}
	exports.resolveBlockMap = resolveBlockMap;
}));
// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLSeq = require_YAMLSeq();
	var resolveProps = require_resolve_props();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
		const seq = new ((tag?.nodeClass) ?? YAMLSeq.YAMLSeq)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = bs.offset;
		let commentEnd = null;
		for (const { start, value } of bs.items) {
			const props = resolveProps.resolveProps(start, {
				indicator: "seq-item-ind",
				next: value,
				offset,
				onError,
				parentIndent: bs.indent,
				startOnNewline: true
			});
			if (!props.found) {
				if (props.anchor || props.tag || value) {
					if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
					else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
				} else {
					commentEnd = props.end;
					if (props.comment) seq.comment = props.comment;
					continue;
				}
			}
			const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
			offset = node.range[2];
			seq.items.push(node);
		}
		seq.range = [
			bs.offset,
			offset,
			commentEnd ?? offset
		];
		return seq;
	}
	exports.resolveBlockSeq = resolveBlockSeq;
}));
// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveEnd(end, offset, reqSpace, onError) {
		let comment = "";
		if (end) {
			let hasSpace = false;
			let sep = "";
			for (const token of end) {
				const { source, type } = token;
				switch (type) {
					case "space":
						hasSpace = true;
						break;
					case "comment": {
						if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
						const cb = source.substring(1) || " ";
						if (!comment) comment = cb;
						else comment += sep + cb;
						sep = "";
						break;
					}
					case "newline":
						if (comment) sep += source;
						hasSpace = true;
						break;
					default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
				}
				offset += source.length;
			}
		}
		return {
			comment,
			offset
		};
	}
	exports.resolveEnd = resolveEnd;
}));
// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilMapIncludes = require_util_map_includes();
	const blockMsg = "Block collections are not allowed within flow collections";
	const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
	function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
		const isMap = fc.start.source === "{";
		const fcName = isMap ? "flow map" : "flow sequence";
		const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq))(ctx.schema);
		coll.flow = true;
		const atRoot = ctx.atRoot;
		if (atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = fc.offset + fc.start.source.length;
		for (let i = 0; i < fc.items.length; ++i) {
			const collItem = fc.items[i];
			const { start, key, sep, value } = collItem;
			const props = resolveProps.resolveProps(start, {
				flow: fcName,
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (!props.found) {
				if (!props.anchor && !props.tag && !sep && !value) {
					if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
					else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
					if (props.comment) {
						if (coll.comment) coll.comment += "\n" + props.comment;
						else coll.comment = props.comment;
					}
					offset = props.end;
					continue;
				}
				if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
			}
			if (i === 0) {
				if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
			} else {
				if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
				if (props.comment) {
					let prevItemComment = "";
					loop: for (const st of start) switch (st.type) {
						case "comma":
						case "space": break;
						case "comment":
							prevItemComment = st.source.substring(1);
							break loop;
						default: break loop;
					}
					if (prevItemComment) {
						let prev = coll.items[coll.items.length - 1];
						if (identity.isPair(prev)) prev = prev.value ?? prev.key;
						if (prev.comment) prev.comment += "\n" + prevItemComment;
						else prev.comment = prevItemComment;
						props.comment = props.comment.substring(prevItemComment.length + 1);
					}
				}
			}
			if (!isMap && !sep && !props.found) {
				const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
				coll.items.push(valueNode);
				offset = valueNode.range[2];
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else {
				ctx.atKey = true;
				const keyStart = props.end;
				const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
				if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
				ctx.atKey = false;
				const valueProps = resolveProps.resolveProps(sep ?? [], {
					flow: fcName,
					indicator: "map-value-ind",
					next: value,
					offset: keyNode.range[2],
					onError,
					parentIndent: fc.indent,
					startOnNewline: false
				});
				if (valueProps.found) {
					if (!isMap && !props.found && ctx.options.strict) {
						if (sep) for (const st of sep) {
							if (st === valueProps.found) break;
							if (st.type === "newline") {
								onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
								break;
							}
						}
						if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
					}
				} else if (value) {
					if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
					else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
				if (valueNode) {
					if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
				} else if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				if (isMap) {
					const map = coll;
					if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
					map.items.push(pair);
				} else {
					const map = new YAMLMap.YAMLMap(ctx.schema);
					map.flow = true;
					map.items.push(pair);
					const endRange = (valueNode ?? keyNode).range;
					map.range = [
						keyNode.range[0],
						endRange[1],
						endRange[2]
					];
					coll.items.push(map);
				}
				offset = valueNode ? valueNode.range[2] : valueProps.end;
			}
		}
		const expectedEnd = isMap ? "}" : "]";
		const [ce, ...ee] = fc.end;
		let cePos = offset;
		if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
		else {
			const name = fcName[0].toUpperCase() + fcName.substring(1);
			const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
			onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
			if (ce && ce.source.length !== 1) ee.unshift(ce);
		}
		if (ee.length > 0) {
			const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
			if (end.comment) {
				if (coll.comment) coll.comment += "\n" + end.comment;
				else coll.comment = end.comment;
			}
			coll.range = [
				fc.offset,
				cePos,
				end.offset
			];
		} else coll.range = [
			fc.offset,
			cePos,
			cePos
		];
		return coll;
	}
	exports.resolveFlowCollection = resolveFlowCollection;
}));
// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveBlockMap = require_resolve_block_map();
	var resolveBlockSeq = require_resolve_block_seq();
	var resolveFlowCollection = require_resolve_flow_collection();
	function resolveCollection(CN, ctx, token, onError, tagName, tag) {
		const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
		const Coll = coll.constructor;
		if (tagName === "!" || tagName === Coll.tagName) {
			coll.tag = Coll.tagName;
			return coll;
		}
		if (tagName) coll.tag = tagName;
		return coll;
	}
	function composeCollection(CN, ctx, token, props, onError) {
		const tagToken = props.tag;
		const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
		if (token.type === "block-seq") {
			const { anchor, newlineAfterProp: nl } = props;
			const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
			if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
		}
		const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
		if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
		let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
		if (!tag) {
			const kt = ctx.schema.knownTags[tagName];
			if (kt?.collection === expType) {
				ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
				tag = kt;
			} else {
				if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
				else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
				return resolveCollection(CN, ctx, token, onError, tagName);
			}
		}
		const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
		const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
		const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
		node.range = coll.range;
		node.tag = tagName;
		if (tag?.format) node.format = tag.format;
		return node;
	}
	exports.composeCollection = composeCollection;
}));
// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function resolveBlockScalar(ctx, scalar, onError) {
		const start = scalar.offset;
		const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
		if (!header) return {
			value: "",
			type: null,
			comment: "",
			range: [
				start,
				start,
				start
			]
		};
		const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
		const lines = scalar.source ? splitLines(scalar.source) : [];
		let chompStart = lines.length;
		for (let i = lines.length - 1; i >= 0; --i) {
			const content = lines[i][1];
			if (content === "" || content === "\r") chompStart = i;
			else break;
		}
		if (chompStart === 0) {
			const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
			let end = start + header.length;
			if (scalar.source) end += scalar.source.length;
			return {
				value,
				type,
				comment: header.comment,
				range: [
					start,
					end,
					end
				]
			};
		}
		let trimIndent = scalar.indent + header.indent;
		let offset = scalar.offset + header.length;
		let contentStart = 0;
		for (let i = 0; i < chompStart; ++i) {
			const [indent, content] = lines[i];
			if (content === "" || content === "\r") {
				if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
			} else {
				if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
				if (header.indent === 0) trimIndent = indent.length;
				contentStart = i;
				if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
				break;
			}
			offset += indent.length + content.length + 1;
		}
		for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
		let value = "";
		let sep = "";
		let prevMoreIndented = false;
		for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
		for (let i = contentStart; i < chompStart; ++i) {
			let [indent, content] = lines[i];
			offset += indent.length + content.length + 1;
			const crlf = content[content.length - 1] === "\r";
			if (crlf) content = content.slice(0, -1);
			/* istanbul ignore if already caught in lexer */
			if (content && indent.length < trimIndent) {
				const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
				onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
				indent = "";
			}
			if (type === Scalar.Scalar.BLOCK_LITERAL) {
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
			} else if (indent.length > trimIndent || content[0] === "	") {
				if (sep === " ") sep = "\n";
				else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
				prevMoreIndented = true;
			} else if (content === "") {
				if (sep === "\n") value += "\n";
				else sep = "\n";
			} else {
				value += sep + content;
				sep = " ";
				prevMoreIndented = false;
			}
		}
		switch (header.chomp) {
			case "-": break;
			case "+":
				for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
				if (value[value.length - 1] !== "\n") value += "\n";
				break;
			default: value += "\n";
		}
		const end = start + header.length + scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	function parseBlockScalarHeader({ offset, props }, strict, onError) {
		/* istanbul ignore if should not happen */
		if (props[0].type !== "block-scalar-header") {
			onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
			return null;
		}
		const { source } = props[0];
		const mode = source[0];
		let indent = 0;
		let chomp = "";
		let error = -1;
		for (let i = 1; i < source.length; ++i) {
			const ch = source[i];
			if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
			else {
				const n = Number(ch);
				if (!indent && n) indent = n;
				else if (error === -1) error = offset + i;
			}
		}
		if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
		let hasSpace = false;
		let comment = "";
		let length = source.length;
		for (let i = 1; i < props.length; ++i) {
			const token = props[i];
			switch (token.type) {
				case "space": hasSpace = true;
				case "newline":
					length += token.source.length;
					break;
				case "comment":
					if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					length += token.source.length;
					comment = token.source.substring(1);
					break;
				case "error":
					onError(token, "UNEXPECTED_TOKEN", token.message);
					length += token.source.length;
					break;
				/* istanbul ignore next should not happen */
				default: {
					onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
					const ts = token.source;
					if (ts && typeof ts === "string") length += ts.length;
				}
			}
		}
		return {
			mode,
			indent,
			chomp,
			comment,
			length
		};
	}
	/** @returns Array of lines split up as `[indent, content]` */
	function splitLines(source) {
		const split = source.split(/\n( *)/);
		const first = split[0];
		const m = first.match(/^( *)/);
		const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
		for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
		return lines;
	}
	exports.resolveBlockScalar = resolveBlockScalar;
}));
// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var resolveEnd = require_resolve_end();
	function resolveFlowScalar(scalar, strict, onError) {
		const { offset, type, source, end } = scalar;
		let _type;
		let value;
		const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
		switch (type) {
			case "scalar":
				_type = Scalar.Scalar.PLAIN;
				value = plainValue(source, _onError);
				break;
			case "single-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_SINGLE;
				value = singleQuotedValue(source, _onError);
				break;
			case "double-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_DOUBLE;
				value = doubleQuotedValue(source, _onError);
				break;
			/* istanbul ignore next should not happen */
			default:
				onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
				return {
					value: "",
					type: null,
					comment: "",
					range: [
						offset,
						offset + source.length,
						offset + source.length
					]
				};
		}
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
		return {
			value,
			type: _type,
			comment: re.comment,
			range: [
				offset,
				valueEnd,
				re.offset
			]
		};
	}
	function plainValue(source, onError) {
		let badChar = "";
		switch (source[0]) {
			/* istanbul ignore next should not happen */
			case "	":
				badChar = "a tab character";
				break;
			case ",":
				badChar = "flow indicator character ,";
				break;
			case "%":
				badChar = "directive indicator character %";
				break;
			case "|":
			case ">":
				badChar = `block scalar indicator ${source[0]}`;
				break;
			case "@":
			case "`": badChar = `reserved character ${source[0]}`;
		}
		if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
		return unfoldLines(source);
	}
	function singleQuotedValue(source, onError) {
		if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
		return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
	}
	function unfoldLines(source) {
		const line = /(.*?)\r?\n/sy;
		let match = line.exec(source);
		if (!match) return source;
		/**
		* The negative lookbehinds in these RegExps are to
		* prevent causing a polynomial search time in certain cases.
		*
		* The try-catch is for Safari < 16.4 and other old browsers:
		* https://caniuse.com/js-regexp-lookbehind
		*/
		let trimEnd, trimBoth;
		try {
			trimEnd = /* @__PURE__ */ new RegExp("(?<![ 	])[ 	]+$");
			trimBoth = /* @__PURE__ */ new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
		} catch {
			trimEnd = /[ \t]+$/;
			trimBoth = /^[ \t]+|[ \t]+$/g;
		}
		let res = match[1].replace(trimEnd, "");
		let sep = " ";
		let pos = line.lastIndex;
		while (match = line.exec(source)) {
			const lm = match[1].replace(trimBoth, "");
			if (lm === "") {
				if (sep === "\n") res += sep;
				else sep = "\n";
			} else {
				res += sep + lm;
				sep = " ";
			}
			pos = line.lastIndex;
		}
		const last = /[ \t]*(.*)/sy;
		last.lastIndex = pos;
		match = last.exec(source);
		return res + sep + (match?.[1] ?? "");
	}
	function doubleQuotedValue(source, onError) {
		let res = "";
		for (let i = 1; i < source.length - 1; ++i) {
			const ch = source[i];
			if (ch === "\r" && source[i + 1] === "\n") continue;
			if (ch === "\n") {
				const { fold, offset } = foldNewline(source, i);
				res += fold;
				i = offset;
			} else if (ch === "\\") {
				let next = source[++i];
				const cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === "\n") {
					next = source[i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "\r" && source[i + 1] === "\n") {
					next = source[++i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "x" || next === "u" || next === "U") {
					const length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError);
					i += length;
				} else {
					const raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
					res += raw;
				}
			} else if (ch === " " || ch === "	") {
				const wsStart = i;
				let next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
				if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
			} else res += ch;
		}
		if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
		return res;
	}
	/**
	* Fold a single newline into a space, multiple newlines to N - 1 newlines.
	* Presumes `source[offset] === '\n'`
	*/
	function foldNewline(source, offset) {
		let fold = "";
		let ch = source[offset + 1];
		while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
			if (ch === "\r" && source[offset + 2] !== "\n") break;
			if (ch === "\n") fold += "\n";
			offset += 1;
			ch = source[offset + 1];
		}
		if (!fold) fold = " ";
		return {
			fold,
			offset
		};
	}
	const escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
	function parseCharCode(source, offset, length, onError) {
		const cc = source.substr(offset, length);
		const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
		try {
			return String.fromCodePoint(code);
		} catch {
			const raw = source.substr(offset - 2, length + 2);
			onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
			return raw;
		}
	}
	exports.resolveFlowScalar = resolveFlowScalar;
}));
// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	function composeScalar(ctx, token, tagToken, onError) {
		const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
		const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
		let tag;
		if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[identity.SCALAR];
		else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
		else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
		else tag = ctx.schema[identity.SCALAR];
		let scalar;
		try {
			const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
			scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
		} catch (error) {
			const msg = error instanceof Error ? error.message : String(error);
			onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
			scalar = new Scalar.Scalar(value);
		}
		scalar.range = range;
		scalar.source = value;
		if (type) scalar.type = type;
		if (tagName) scalar.tag = tagName;
		if (tag.format) scalar.format = tag.format;
		if (comment) scalar.comment = comment;
		return scalar;
	}
	function findScalarTagByName(schema, value, tagName, tagToken, onError) {
		if (tagName === "!") return schema[identity.SCALAR];
		const matchWithTest = [];
		for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
		}
		for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
		const kt = schema.knownTags[tagName];
		if (kt && !kt.collection) {
			schema.tags.push(Object.assign({}, kt, {
				default: false,
				test: void 0
			}));
			return kt;
		}
		onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
		return schema[identity.SCALAR];
	}
	function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
		const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[identity.SCALAR];
		if (schema.compat) {
			const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[identity.SCALAR];
			if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
		}
		return tag;
	}
	exports.composeScalar = composeScalar;
}));
// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = /* @__PURE__ */ __commonJSMin(((exports) => {
	function emptyScalarPosition(offset, before, pos) {
		if (before) {
			pos ?? (pos = before.length);
			for (let i = pos - 1; i >= 0; --i) {
				let st = before[i];
				switch (st.type) {
					case "space":
					case "comment":
					case "newline":
						offset -= st.source.length;
						continue;
				}
				st = before[++i];
				while (st?.type === "space") {
					offset += st.source.length;
					st = before[++i];
				}
				break;
			}
		}
		return offset;
	}
	exports.emptyScalarPosition = emptyScalarPosition;
}));
// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var composeCollection = require_compose_collection();
	var composeScalar = require_compose_scalar();
	var resolveEnd = require_resolve_end();
	var utilEmptyScalarPosition = require_util_empty_scalar_position();
	const CN = {
		composeNode,
		composeEmptyNode
	};
	function composeNode(ctx, token, props, onError) {
		const atKey = ctx.atKey;
		const { spaceBefore, comment, anchor, tag } = props;
		let node;
		let isSrcToken = true;
		switch (token.type) {
			case "alias":
				node = composeAlias(ctx, token, onError);
				if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				node = composeScalar.composeScalar(ctx, token, tag, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				try {
					node = composeCollection.composeCollection(CN, ctx, token, props, onError);
					if (anchor) node.anchor = anchor.source.substring(1);
				} catch (error) {
					onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
				}
				break;
			default:
				onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
				isSrcToken = false;
		}
		node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
		if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			if (token.type === "scalar" && token.source === "") node.comment = comment;
			else node.commentBefore = comment;
		}
		if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
		return node;
	}
	function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
		const token = {
			type: "scalar",
			offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
			indent: -1,
			source: ""
		};
		const node = composeScalar.composeScalar(ctx, token, tag, onError);
		if (anchor) {
			node.anchor = anchor.source.substring(1);
			if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		}
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			node.comment = comment;
			node.range[2] = end;
		}
		return node;
	}
	function composeAlias({ options }, { offset, source, end }, onError) {
		const alias = new Alias.Alias(source.substring(1));
		if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
		if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
		alias.range = [
			offset,
			valueEnd,
			re.offset
		];
		if (re.comment) alias.comment = re.comment;
		return alias;
	}
	exports.composeEmptyNode = composeEmptyNode;
	exports.composeNode = composeNode;
}));
// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Document = require_Document();
	var composeNode = require_compose_node();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	function composeDoc(options, directives, { offset, start, value, end }, onError) {
		const opts = Object.assign({ _directives: directives }, options);
		const doc = new Document.Document(void 0, opts);
		const ctx = {
			atKey: false,
			atRoot: true,
			directives: doc.directives,
			options: doc.options,
			schema: doc.schema
		};
		const props = resolveProps.resolveProps(start, {
			indicator: "doc-start",
			next: value ?? end?.[0],
			offset,
			onError,
			parentIndent: 0,
			startOnNewline: true
		});
		if (props.found) {
			doc.directives.docStart = true;
			if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
		}
		doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
		const contentEnd = doc.contents.range[2];
		const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
		if (re.comment) doc.comment = re.comment;
		doc.range = [
			offset,
			contentEnd,
			re.offset
		];
		return doc;
	}
	exports.composeDoc = composeDoc;
}));
// node_modules/yaml/dist/compose/composer.js
var require_composer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var directives = require_directives();
	var Document = require_Document();
	var errors = require_errors();
	var identity = require_identity();
	var composeDoc = require_compose_doc();
	var resolveEnd = require_resolve_end();
	function getErrorPos(src) {
		if (typeof src === "number") return [src, src + 1];
		if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
		const { offset, source } = src;
		return [offset, offset + (typeof source === "string" ? source.length : 1)];
	}
	function parsePrelude(prelude) {
		let comment = "";
		let atComment = false;
		let afterEmptyLine = false;
		for (let i = 0; i < prelude.length; ++i) {
			const source = prelude[i];
			switch (source[0]) {
				case "#":
					comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
					atComment = true;
					afterEmptyLine = false;
					break;
				case "%":
					if (prelude[i + 1]?.[0] !== "#") i += 1;
					atComment = false;
					break;
				default:
					if (!atComment) afterEmptyLine = true;
					atComment = false;
			}
		}
		return {
			comment,
			afterEmptyLine
		};
	}
	/**
	* Compose a stream of CST nodes into a stream of YAML Documents.
	*
	* ```ts
	* import { Composer, Parser } from 'yaml'
	*
	* const src: string = ...
	* const tokens = new Parser().parse(src)
	* const docs = new Composer().compose(tokens)
	* ```
	*/
	var Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message));
				else this.errors.push(new errors.YAMLParseError(pos, code, message));
			};
			this.directives = new directives.Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (identity.isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		/**
		* Current stream status information.
		*
		* Mostly useful at the end of input for an empty stream.
		*/
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		/**
		* Compose tokens into documents.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		/** Advance the composer by one CST token. */
		*next(token) {
			if (node_process.env.LOG_STREAM) console.dir(token, { depth: null });
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		/**
		* Call at end of input to yield any remaining document.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document.Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
	exports.Composer = Composer;
}));
// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	var errors = require_errors();
	var stringifyString = require_stringifyString();
	function resolveAsScalar(token, strict = true, onError) {
		if (token) {
			const _onError = (pos, code, message) => {
				const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
				if (onError) onError(offset, code, message);
				else throw new errors.YAMLParseError([offset, offset + 1], code, message);
			};
			switch (token.type) {
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
				case "block-scalar": return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
			}
		}
		return null;
	}
	/**
	* Create a new scalar token with `value`
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.indent The indent level of the token.
	* @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
	* @param context.offset The offset position of the token.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function createScalarToken(value, context) {
		const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey,
			indent: indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		const end = context.end ?? [{
			type: "newline",
			offset: -1,
			indent,
			source: "\n"
		}];
		switch (source[0]) {
			case "|":
			case ">": {
				const he = source.indexOf("\n");
				const head = source.substring(0, he);
				const body = source.substring(he + 1) + "\n";
				const props = [{
					type: "block-scalar-header",
					offset,
					indent,
					source: head
				}];
				if (!addEndtoBlockProps(props, end)) props.push({
					type: "newline",
					offset: -1,
					indent,
					source: "\n"
				});
				return {
					type: "block-scalar",
					offset,
					indent,
					props,
					source: body
				};
			}
			case "\"": return {
				type: "double-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			case "'": return {
				type: "single-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			default: return {
				type: "scalar",
				offset,
				indent,
				source,
				end
			};
		}
	}
	/**
	* Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
	*
	* Best efforts are made to retain any comments previously associated with the `token`,
	* though all contents within a collection's `items` will be overwritten.
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.afterKey In most cases, values after a key should have an additional level of indentation.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function setScalarValue(token, value, context = {}) {
		let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
		let indent = "indent" in token ? token.indent : null;
		if (afterKey && typeof indent === "number") indent += 2;
		if (!type) switch (token.type) {
			case "single-quoted-scalar":
				type = "QUOTE_SINGLE";
				break;
			case "double-quoted-scalar":
				type = "QUOTE_DOUBLE";
				break;
			case "block-scalar": {
				const header = token.props[0];
				if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
				type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
				break;
			}
			default: type = "PLAIN";
		}
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		switch (source[0]) {
			case "|":
			case ">":
				setBlockScalarValue(token, source);
				break;
			case "\"":
				setFlowScalarValue(token, source, "double-quoted-scalar");
				break;
			case "'":
				setFlowScalarValue(token, source, "single-quoted-scalar");
				break;
			default: setFlowScalarValue(token, source, "scalar");
		}
	}
	function setBlockScalarValue(token, source) {
		const he = source.indexOf("\n");
		const head = source.substring(0, he);
		const body = source.substring(he + 1) + "\n";
		if (token.type === "block-scalar") {
			const header = token.props[0];
			if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
			header.source = head;
			token.source = body;
		} else {
			const { offset } = token;
			const indent = "indent" in token ? token.indent : -1;
			const props = [{
				type: "block-scalar-header",
				offset,
				indent,
				source: head
			}];
			if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0)) props.push({
				type: "newline",
				offset: -1,
				indent,
				source: "\n"
			});
			for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
			Object.assign(token, {
				type: "block-scalar",
				indent,
				props,
				source: body
			});
		}
	}
	/** @returns `true` if last token is a newline */
	function addEndtoBlockProps(props, end) {
		if (end) for (const st of end) switch (st.type) {
			case "space":
			case "comment":
				props.push(st);
				break;
			case "newline":
				props.push(st);
				return true;
		}
		return false;
	}
	function setFlowScalarValue(token, source, type) {
		switch (token.type) {
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				token.type = type;
				token.source = source;
				break;
			case "block-scalar": {
				const end = token.props.slice(1);
				let oa = source.length;
				if (token.props[0].type === "block-scalar-header") oa -= token.props[0].source.length;
				for (const tok of end) tok.offset += oa;
				delete token.props;
				Object.assign(token, {
					type,
					source,
					end
				});
				break;
			}
			case "block-map":
			case "block-seq": {
				const nl = {
					type: "newline",
					offset: token.offset + source.length,
					indent: token.indent,
					source: "\n"
				};
				delete token.items;
				Object.assign(token, {
					type,
					source,
					end: [nl]
				});
				break;
			}
			default: {
				const indent = "indent" in token ? token.indent : -1;
				const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
				for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
				Object.assign(token, {
					type,
					indent,
					source,
					end
				});
			}
		}
	}
	exports.createScalarToken = createScalarToken;
	exports.resolveAsScalar = resolveAsScalar;
	exports.setScalarValue = setScalarValue;
}));
// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringify a CST document, token, or collection item
	*
	* Fair warning: This applies no validation whatsoever, and
	* simply concatenates the sources in their logical order.
	*/
	const stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
	function stringifyToken(token) {
		switch (token.type) {
			case "block-scalar": {
				let res = "";
				for (const tok of token.props) res += stringifyToken(tok);
				return res + token.source;
			}
			case "block-map":
			case "block-seq": {
				let res = "";
				for (const item of token.items) res += stringifyItem(item);
				return res;
			}
			case "flow-collection": {
				let res = token.start.source;
				for (const item of token.items) res += stringifyItem(item);
				for (const st of token.end) res += st.source;
				return res;
			}
			case "document": {
				let res = stringifyItem(token);
				if (token.end) for (const st of token.end) res += st.source;
				return res;
			}
			default: {
				let res = token.source;
				if ("end" in token && token.end) for (const st of token.end) res += st.source;
				return res;
			}
		}
	}
	function stringifyItem({ start, key, sep, value }) {
		let res = "";
		for (const st of start) res += st.source;
		if (key) res += stringifyToken(key);
		if (sep) for (const st of sep) res += st.source;
		if (value) res += stringifyToken(value);
		return res;
	}
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove item");
	/**
	* Apply a visitor to a CST document or item.
	*
	* Walks through the tree (depth-first) starting from the root, calling a
	* `visitor` function with two arguments when entering each item:
	*   - `item`: The current item, which included the following members:
	*     - `start: SourceToken[]` – Source tokens before the key or value,
	*       possibly including its anchor or tag.
	*     - `key?: Token | null` – Set for pair values. May then be `null`, if
	*       the key before the `:` separator is empty.
	*     - `sep?: SourceToken[]` – Source tokens between the key and the value,
	*       which should include the `:` map value indicator if `value` is set.
	*     - `value?: Token` – The value of a sequence item, or of a map pair.
	*   - `path`: The steps from the root to the current node, as an array of
	*     `['key' | 'value', number]` tuples.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this token, continue with
	*      next sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current item, then continue with the next one
	*   - `number`: Set the index of the next step. This is useful especially if
	*     the index of the current token has changed.
	*   - `function`: Define the next visitor for this item. After the original
	*     visitor is called on item entry, next visitors are called after handling
	*     a non-empty `key` and when exiting the item.
	*/
	function visit(cst, visitor) {
		if ("type" in cst && cst.type === "document") cst = {
			start: cst.start,
			value: cst.value
		};
		_visit(Object.freeze([]), cst, visitor);
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current item */
	visit.SKIP = SKIP;
	/** Remove the current item */
	visit.REMOVE = REMOVE;
	/** Find the item at `path` from `cst` as the root */
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	/**
	* Get the immediate parent collection of the item at `path` from `cst` as the root.
	*
	* Throws an error if the collection is not found, which should never happen if the item itself exists.
	*/
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
	function _visit(path, item, visitor) {
		let ctrl = visitor(item, path);
		if (typeof ctrl === "symbol") return ctrl;
		for (const field of ["key", "value"]) {
			const token = item[field];
			if (token && "items" in token) {
				for (let i = 0; i < token.items.length; ++i) {
					const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						token.items.splice(i, 1);
						i -= 1;
					}
				}
				if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
			}
		}
		return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
	}
	exports.visit = visit;
}));
// node_modules/yaml/dist/parse/cst.js
var require_cst = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cstScalar = require_cst_scalar();
	var cstStringify = require_cst_stringify();
	var cstVisit = require_cst_visit();
	/** The byte order mark */
	const BOM = "﻿";
	/** Start of doc-mode */
	const DOCUMENT = "";
	/** Unexpected end of flow-mode */
	const FLOW_END = "";
	/** Next token is a scalar value */
	const SCALAR = "";
	/** @returns `true` if `token` is a flow or block collection */
	const isCollection = (token) => !!token && "items" in token;
	/** @returns `true` if `token` is a flow or block scalar; not an alias */
	const isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
	/* istanbul ignore next */
	/** Get a printable representation of a lexer token */
	function prettyToken(token) {
		switch (token) {
			case BOM: return "<BOM>";
			case DOCUMENT: return "<DOC>";
			case FLOW_END: return "<FLOW_END>";
			case SCALAR: return "<SCALAR>";
			default: return JSON.stringify(token);
		}
	}
	/** Identify the type of a lexer token. May return `null` for unknown tokens. */
	function tokenType(source) {
		switch (source) {
			case BOM: return "byte-order-mark";
			case DOCUMENT: return "doc-mode";
			case FLOW_END: return "flow-error-end";
			case SCALAR: return "scalar";
			case "---": return "doc-start";
			case "...": return "doc-end";
			case "":
			case "\n":
			case "\r\n": return "newline";
			case "-": return "seq-item-ind";
			case "?": return "explicit-key-ind";
			case ":": return "map-value-ind";
			case "{": return "flow-map-start";
			case "}": return "flow-map-end";
			case "[": return "flow-seq-start";
			case "]": return "flow-seq-end";
			case ",": return "comma";
		}
		switch (source[0]) {
			case " ":
			case "	": return "space";
			case "#": return "comment";
			case "%": return "directive-line";
			case "*": return "alias";
			case "&": return "anchor";
			case "!": return "tag";
			case "'": return "single-quoted-scalar";
			case "\"": return "double-quoted-scalar";
			case "|":
			case ">": return "block-scalar-header";
		}
		return null;
	}
	exports.createScalarToken = cstScalar.createScalarToken;
	exports.resolveAsScalar = cstScalar.resolveAsScalar;
	exports.setScalarValue = cstScalar.setScalarValue;
	exports.stringify = cstStringify.stringify;
	exports.visit = cstVisit.visit;
	exports.BOM = BOM;
	exports.DOCUMENT = DOCUMENT;
	exports.FLOW_END = FLOW_END;
	exports.SCALAR = SCALAR;
	exports.isCollection = isCollection;
	exports.isScalar = isScalar;
	exports.prettyToken = prettyToken;
	exports.tokenType = tokenType;
}));
// node_modules/yaml/dist/parse/lexer.js
var require_lexer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cst = require_cst();
	function isEmpty(ch) {
		switch (ch) {
			case void 0:
			case " ":
			case "\n":
			case "\r":
			case "	": return true;
			default: return false;
		}
	}
	const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
	const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
	const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
	const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	/**
	* Splits an input string into lexical tokens, i.e. smaller strings that are
	* easily identifiable by `tokens.tokenType()`.
	*
	* Lexing starts always in a "stream" context. Incomplete input may be buffered
	* until a complete token can be emitted.
	*
	* In addition to slices of the original input, the following control characters
	* may also be emitted:
	*
	* - `\x02` (Start of Text): A document starts with the next token
	* - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
	* - `\x1f` (Unit Separator): Next token is a scalar value
	* - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
	*/
	var Lexer = class {
		constructor() {
			/**
			* Flag indicating whether the end of the current buffer marks the end of
			* all input
			*/
			this.atEnd = false;
			/**
			* Explicit indent set in block scalar header, as an offset from the current
			* minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
			* explicitly set.
			*/
			this.blockScalarIndent = -1;
			/**
			* Block scalars that include a + (keep) chomping indicator in their header
			* include trailing empty lines, which are otherwise excluded from the
			* scalar's contents.
			*/
			this.blockScalarKeep = false;
			/** Current input */
			this.buffer = "";
			/**
			* Flag noting whether the map value indicator : can immediately follow this
			* node within a flow context.
			*/
			this.flowKey = false;
			/** Count of surrounding flow collection levels. */
			this.flowLevel = 0;
			/**
			* Minimum level of indentation required for next lines to be parsed as a
			* part of the current scalar value.
			*/
			this.indentNext = 0;
			/** Indentation level of the current line. */
			this.indentValue = 0;
			/** Position of the next \n character. */
			this.lineEndPos = null;
			/** Stores the state of the lexer if reaching the end of incpomplete input */
			this.next = null;
			/** A pointer to `buffer`; the current position of the lexer. */
			this.pos = 0;
		}
		/**
		* Generate YAML tokens from the `source` string. If `incomplete`,
		* a part of the last line may be left as a buffer for the next call.
		*
		* @returns A generator of lexical tokens
		*/
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === cst.BOM) {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield cst.DOCUMENT;
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl, sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield cst.FLOW_END;
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield cst.SCALAR;
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield cst.SCALAR;
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
	exports.Lexer = Lexer;
}));
// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Tracks newlines during parsing in order to provide an efficient API for
	* determining the one-indexed `{ line, col }` position for any offset
	* within the input.
	*/
	var LineCounter = class {
		constructor() {
			this.lineStarts = [];
			/**
			* Should be called in ascending order. Otherwise, call
			* `lineCounter.lineStarts.sort()` before calling `linePos()`.
			*/
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			/**
			* Performs a binary search and returns the 1-indexed { line, col }
			* position of `offset`. If `line === 0`, `addNewLine` has never been
			* called or `offset` is before the first known newline.
			*/
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
	exports.LineCounter = LineCounter;
}));
// node_modules/yaml/dist/parse/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var cst = require_cst();
	var lexer = require_lexer();
	function includesToken(list, type) {
		for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
		return false;
	}
	function findNonEmptyIndex(list) {
		for (let i = 0; i < list.length; ++i) switch (list[i].type) {
			case "space":
			case "comment":
			case "newline": break;
			default: return i;
		}
		return -1;
	}
	function isFlowToken(token) {
		switch (token?.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "flow-collection": return true;
			default: return false;
		}
	}
	function getPrevProps(parent) {
		switch (parent.type) {
			case "document": return parent.start;
			case "block-map": {
				const it = parent.items[parent.items.length - 1];
				return it.sep ?? it.start;
			}
			case "block-seq": return parent.items[parent.items.length - 1].start;
			/* istanbul ignore next should not happen */
			default: return [];
		}
	}
	/** Note: May modify input array */
	function getFirstKeyStartProps(prev) {
		if (prev.length === 0) return [];
		let i = prev.length;
		loop: while (--i >= 0) switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline": break loop;
		}
		while (prev[++i]?.type === "space");
		return prev.splice(i, prev.length);
	}
	function arrayPushArray(target, source) {
		if (source.length < 1e5) Array.prototype.push.apply(target, source);
		else for (let i = 0; i < source.length; ++i) target.push(source[i]);
	}
	function fixFlowSeqItems(fc) {
		if (fc.start.type === "flow-seq-start") {
			for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
				if (it.key) it.value = it.key;
				delete it.key;
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep);
					else it.value.end = it.sep;
				} else arrayPushArray(it.start, it.sep);
				delete it.sep;
			}
		}
	}
	/**
	* A YAML concrete syntax tree (CST) parser
	*
	* ```ts
	* const src: string = ...
	* for (const token of new Parser().parse(src)) {
	*   // token: Token
	* }
	* ```
	*
	* To use the parser with a user-provided lexer:
	*
	* ```ts
	* function* parse(source: string, lexer: Lexer) {
	*   const parser = new Parser()
	*   for (const lexeme of lexer.lex(source))
	*     yield* parser.next(lexeme)
	*   yield* parser.end()
	* }
	*
	* const src: string = ...
	* const lexer = new Lexer()
	* for (const token of parse(src, lexer)) {
	*   // token: Token
	* }
	* ```
	*/
	var Parser = class {
		/**
		* @param onNewLine - If defined, called separately with the start position of
		*   each new line (in `parse()`, including the start of input).
		*/
		constructor(onNewLine) {
			/** If true, space and sequence indicators count as indentation */
			this.atNewLine = true;
			/** If true, next token is a scalar value */
			this.atScalar = false;
			/** Current indentation level */
			this.indent = 0;
			/** Current offset since the start of parsing */
			this.offset = 0;
			/** On the same line with a block map key */
			this.onKeyLine = false;
			/** Top indicates the node that's currently being built */
			this.stack = [];
			/** The source of the current token, set in parse() */
			this.source = "";
			/** The type of the current token, set in parse() */
			this.type = "";
			this.lexer = new lexer.Lexer();
			this.onNewLine = onNewLine;
		}
		/**
		* Parse `source` as a YAML stream.
		* If `incomplete`, a part of the last line may be left as a buffer for the next call.
		*
		* Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
		*
		* @returns A generator of tokens representing each directive, document, and other structure.
		*/
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		/**
		* Advance the parser by the `source` of one lexical token.
		*/
		*next(source) {
			this.source = source;
			if (node_process.env.LOG_TOKENS) console.log("|", cst.prettyToken(source));
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = cst.tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		/** Call at end of input to push out any remaining constructions */
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			/* istanbul ignore next should not happen */
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			/* istanbul ignore if should not happen */
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					/* istanbul ignore next should not happen */
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				/* istanbul ignore else should not happen */
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
	exports.Parser = Parser;
}));
// node_modules/yaml/dist/public-api.js
var require_public_api = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var errors = require_errors();
	var log = require_log();
	var identity = require_identity();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	function parseOptions(options) {
		const prettyErrors = options.prettyErrors !== false;
		return {
			lineCounter: options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null,
			prettyErrors
		};
	}
	/**
	* Parse the input as a stream of YAML documents.
	*
	* Documents should be separated from each other by `...` or `---` marker lines.
	*
	* @returns If an empty `docs` array is returned, it will be of type
	*   EmptyStream and contain additional stream information. In
	*   TypeScript, you should use `'empty' in docs` as a type guard for it.
	*/
	function parseAllDocuments(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		const docs = Array.from(composer$1.compose(parser$1.parse(source)));
		if (prettyErrors && lineCounter) for (const doc of docs) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		if (docs.length > 0) return docs;
		return Object.assign([], { empty: true }, composer$1.streamInfo());
	}
	/** Parse an input string into a single YAML.Document */
	function parseDocument(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		let doc = null;
		for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
		if (prettyErrors && lineCounter) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		return doc;
	}
	function parse(src, reviver, options) {
		let _reviver = void 0;
		if (typeof reviver === "function") _reviver = reviver;
		else if (options === void 0 && reviver && typeof reviver === "object") options = reviver;
		const doc = parseDocument(src, options);
		if (!doc) return null;
		doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
		if (doc.errors.length > 0) {
			if (doc.options.logLevel !== "silent") throw doc.errors[0];
			else doc.errors = [];
		}
		return doc.toJS(Object.assign({ reviver: _reviver }, options));
	}
	function stringify(value, replacer, options) {
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) options = replacer;
		if (typeof options === "string") options = options.length;
		if (typeof options === "number") {
			const indent = Math.round(options);
			options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
		}
		if (value === void 0) {
			const { keepUndefined } = options ?? replacer ?? {};
			if (!keepUndefined) return void 0;
		}
		if (identity.isDocument(value) && !_replacer) return value.toString(options);
		return new Document.Document(value, _replacer, options).toString(options);
	}
	exports.parse = parse;
	exports.parseAllDocuments = parseAllDocuments;
	exports.parseDocument = parseDocument;
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var Schema = require_Schema();
	var errors = require_errors();
	var Alias = require_Alias();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	require_cst();
	var lexer = require_lexer();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	var publicApi = require_public_api();
	var visit = require_visit();
	exports.Composer = composer.Composer;
	exports.Document = Document.Document;
	exports.Schema = Schema.Schema;
	exports.YAMLError = errors.YAMLError;
	exports.YAMLParseError = errors.YAMLParseError;
	exports.YAMLWarning = errors.YAMLWarning;
	exports.Alias = Alias.Alias;
	exports.isAlias = identity.isAlias;
	exports.isCollection = identity.isCollection;
	exports.isDocument = identity.isDocument;
	exports.isMap = identity.isMap;
	exports.isNode = identity.isNode;
	exports.isPair = identity.isPair;
	exports.isScalar = identity.isScalar;
	exports.isSeq = identity.isSeq;
	exports.Pair = Pair.Pair;
	exports.Scalar = Scalar.Scalar;
	exports.YAMLMap = YAMLMap.YAMLMap;
	exports.YAMLSeq = YAMLSeq.YAMLSeq;
	exports.Lexer = lexer.Lexer;
	exports.LineCounter = lineCounter.LineCounter;
	exports.Parser = parser.Parser;
	exports.parse = publicApi.parse;
	exports.parseAllDocuments = publicApi.parseAllDocuments;
	exports.parseDocument = publicApi.parseDocument;
	exports.stringify = publicApi.stringify;
	exports.visit = visit.visit;
	exports.visitAsync = visit.visitAsync;
}));
// src/kubeconfig/nodes.ts
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
export { createKernel as _, findId as a, readPackIndex as c, mediaKind as d, archiveFirstBytes as f, createDetector as g, lastAtOrBefore as h, entryType as i, orderBy as l, unpack as m, kubeconfigChecks as n, readEntries as o, archiveKind as p, require_dist as r, PackError as s, kubeconfigParser as t, mediaFirstBytes as u, rules as v };
