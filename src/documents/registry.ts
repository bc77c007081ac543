import type { DocumentParser, Match } from "../detect/rule.ts";
import { azureChecks, azureProfileParser } from "./azure-profile.ts";
import { browserChecks, chromeParser, firefoxKeysParser } from "./browser-stores.ts";
import type { Check } from "./credential.ts";
import { columnChecks, csvColumnsParser } from "./csv-columns.ts";
import { dockerChecks, dockerConfigParser } from "./docker-config.ts";
import { filezillaCheck, filezillaParser } from "./filezilla.ts";
import { gemCheck, gemParser } from "./gem-credentials.ts";
import { exchangeChecks, httpExchangeParser } from "./http-exchange.ts";
import { jetbrainsCheck, jetbrainsParser } from "./jetbrains.ts";
import { keystoreChecks, keystoreParser } from "./keystore.ts";
import { bootstrapCheck } from "./kubernetes/bootstrap-token.ts";
import {
  certificateKeyCheck,
  encryptionCheck,
  encryptionConfigurationParser,
  kubeadmParser,
} from "./kubernetes/cluster-files.ts";
import { kubernetesSecretParser } from "./kubernetes/secret-parser.ts";
import { secretCheck } from "./kubernetes/secret-value.ts";
import { mapChecks, namedMapsParser } from "./named-maps.ts";
import { stateCheck, terraformStateParser } from "./terraform-state.ts";
import { wholeFileParser } from "./whole-file.ts";
import { wholeFileChecks } from "./whole-file-checks.ts";
import { wildflyCheck, wildflyParser } from "./wildfly-users.ts";
import { winscpCheck, winscpParser } from "./winscp.ts";

/** Hostile text may exhaust the stack of a parser, or surprise it: then the content has no matches of this kind. */
const total = ({ parse, ...rest }: DocumentParser): DocumentParser => ({
  ...rest,
  parse: (content, at) => {
    try {
      return parse(content, at);
    } catch {
      return [] as readonly Match[];
    }
  },
});

/** Every kind of file that is read as a whole. */
export const documentParsers: readonly DocumentParser[] = [
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
  httpExchangeParser,
  wholeFileParser,
  csvColumnsParser,
  gemParser,
  namedMapsParser,
  chromeParser,
  firefoxKeysParser,
  wildflyParser,
].map(total);

const checks: readonly Check[] = [
  secretCheck,
  bootstrapCheck,
  encryptionCheck,
  certificateKeyCheck,
  stateCheck,
  ...Object.values(dockerChecks),
  ...Object.values(azureChecks),
  filezillaCheck,
  winscpCheck,
  gemCheck,
  ...Object.values(mapChecks),
  ...Object.values(browserChecks),
  wildflyCheck,
  jetbrainsCheck,
  ...Object.values(keystoreChecks),
  ...Object.values(exchangeChecks),
  ...Object.values(wholeFileChecks),
  ...Object.values(columnChecks),
];

/** Every check that a parser of documents may give. */
export const documentChecks: readonly string[] = checks.map(({ id }) => id);
