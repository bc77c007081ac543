import { isKnownFiller, isTemplate } from "../password-worth.ts";
import { isFillerWord, isWalk, partsOf } from "../placeholder.ts";
import { isSaid } from "./password.ts";

const shape = /^[A-Za-z0-9][\w@!#$%^&*+.?-]{2,39}$/;

/** What manuals write for the reader to replace, and what no one uses. */
const instruction =
  /change|replace|your|example|placeholder|redact|insert|enter|goes|here|remove|lorem|todo|fixme|undefined|null|none|xxx|yyy|zzz|\*\*|\.\.|__|not.?set|to.?be|some.?(?:pass|secret|value|thing)|my.?(?:pass|pw|secret|token)|foo|bar$|baz|string|value|default$|empty|unused|unknown|ignored|invalid|wrong|incorrect|mismatch|forbidden|forgot|reset/i;

const passWords = /^(?:pass|password|passwords|passwd|passphrase|passcode|pwd|pw|secret|pswd)$/;

/** Words that stand beside `password` in names of fields, messages, keys of translations. */
const fieldWords = new Set(
  (
    "new old user users my the a an is has no not in of for to with and or by as at on login log sign signin admin root db database host smtp mail " +
    "email proxy ldap key keys store keystore truststore trust cert certificate ssl tls jks server client api app application auth http https ftp " +
    "ssh sftp jdbc mysql postgres pg redis mongo native caching sha sha2 md5 cleartext clear plain plaintext text hash hashed encrypted encrypt " +
    "encoded raw input field fields box form page view dialog button label hint title header message msg error err error length short long weak strong " +
    "required missing match confirm confirmation confirmed verify verification check repeat again retype re current previous next first last second " +
    "one two temp temporary update create set get send save show hide toggle visible remember type grant policy strength rule min max manager provider " +
    "service services file path dir name id uri url token access refresh member account profile settings config configuration credential credentials " +
    "username data info group role permission session request response param params query column table attribute property option options env var " +
    "expired expiry expires expiration lost recovery recover change changed generator generated random validator valid history flow less only any " +
    "connect connection basic digest bearer oauth oauth2 saml kerberos internal external private public system master slave backup job task test_id"
  ).split(" "),
);

/** Letters before `password` that are written without a space in names too: `newpassword`. */
const gluedField =
  /^(?:new|old|current|confirm|re|user|the|no|has|is|show|hide|get|set|hash|hashed|encrypted|encoded|plain|plaintext|raw|forgotten|lost|by|com|bi|tres|over|under|sur|one|un)?(?:pass(?:word|wd|phrase|code)?|pwd|pw|secret)s?(?:field|box|input|label|hash|text|file|error|length|less|ed|es|ing|port|age|ive|through|key|name|type|id)?$/;

/** `SNOWFLAKE_PASSWORD`: a variable of the environment. */
const isNameOfVariable = (value: string): boolean => /^[A-Z0-9]+(?:_[A-Z0-9]+)+$/.test(value);

const isNameOfField = (value: string): boolean => {
  const words = partsOf(value);
  if (words.length === 1) return gluedField.test(words[0]!) || isFillerWord(words[0]!) || isKnownFiller(words[0]!);
  return words.every((word) => fieldWords.has(word) || passWords.test(word));
};

const looksAbbreviated = /^[A-Za-z]{3}$/;

/** Three letters that code says of texts and types. */
const shortNames =
  /^(?:str|int|env|yes|off|any|all|key|row|col|raw|get|set|new|old|low|min|max|sha|md5|aes|rsa|des|not|and|the|one|two|asc|sql|url|uri|api|app|dev|ref|arg|opt|obj|val|var|num|idx|ptr|buf|len|tmp|cfg|ctx|req|res|err|msg|out|log|map|xml|pem|der|jks|ssl|tls|ssh|ftp|tcp|udp|dns|csv|pdf|png|jpg|gif|svg|zip|tar|bin|hex|dec|oct|utf|bit|abc|pin)$/i;

/** Four letters likewise. */
const longerNames =
  /^(?:true|null|none|text|char|auth|hash|uuid|data|path|file|user|base|salt|type|name|host|port|form|json|yaml|self|this|void|bool|enum|opts|args|argv|conf|prop|util|node|item|list|dict|blob|code|date|time|size|mode|role|test|pass|word|page|view|html|body|head|link|call|func|func|init|main|impl|root|some|more|less|sure|fail|good|warn|info|high|full|half|same|from|into|with|over|left|right)$/i;

/**
 * A weak password that somebody chose all the same: a short word, words with `pass` among them, words in a row. Where name and place leave no
 * doubt; what is named like a field, or asks to be replaced, is none.
 */
export const isWeakChoice = (value: string): boolean => {
  if (!shape.test(value) || !/[A-Za-z]/.test(value) || isTemplate(value) || isWalk(value)) return false;
  if (instruction.test(value) || isSaid(value) || isNameOfVariable(value)) return false;
  if (/[^A-Za-z_.-]/.test(value)) return !/^(?:sha|md|utf|base|aes|rsa|des|h|x|v)[-_]?\d+$/i.test(value);
  if (looksAbbreviated.test(value)) return !shortNames.test(value);
  if (longerNames.test(value)) return false;
  return !isNameOfField(value);
};
