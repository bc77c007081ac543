import type { Surroundings } from "./surroundings.ts";

/** Whether a name begins its line, or follows only what configuration and shells put before names. */
const startsLine =
  /^\s*(?:[-*+]\s+|(?:#|\/\/)\s*){0,3}[%@]?(?:\w+::){0,6}(?:(?:export|set|setenv|local|declare|readonly|ENV|ARG|env)\s+|-D|-e\s+|--)?["']?$|^\s*(?:ENV|ARG|RUN|docker|kubectl|helm|export)\s.*\s$|^\s*machine\s.*\s$/;

/** An option of a command: `--password=`, `-Dkey=`, `--from-literal=password=`, `-e "KEY=`, `-passin pass:`. */
const isFlag =
  /(?:^|[\s"'`])(?:--[\w-]*=?|-D|-P|(?:-e|--env|--build-arg|--set|--set-string|--from-literal|-F|--form|--form-string|-d|--data|--data-urlencode|--data-raw)[\s=]+["']?|-pass(?:in|out)?\s+)$/;

/** `- name: DB_PASSWORD`, the value on the line below it. */
const isNameBeforeValue = ({ before, separator }: Surroundings): boolean =>
  /^\s*(?:-\s+)?["']?(?:name|key|variable)["']?\s*[:=]\s*["']?$/i.test(before) &&
  /\n\s*["']?value["']?\s*[:=]\s*$/i.test(separator);

/** `ansible_user=root ansible_ssh_pass=v`, `name=app password=v state=present`: pairs on a line, as inventories and libpq write them. */
const isAmongPairs = ({ before: line, separator, after: rest }: Surroundings): boolean => {
  // `-a "name=app password=v state=present"`: what quotes hold is a line of its own
  const [before, after] = [line.replace(/^.*["'](?=[^"'=]+=)/, ""), rest.replace(/["'].*$/, "")];
  return (
    separator === "=" &&
    !/[(,;&|<>"'`$]/.test(before + after) &&
    (/(?:^|\s)[\w.-]+=\S+\s+$/.test(before) || (/\s$/.test(before) && /^\s+[\w.-]+=\S/.test(after))) &&
    /^(?:\s|$)/.test(after)
  );
};

/** `data="default_password=v"`, `'SA_PASSWORD=v'`: quotes around the whole pair. */
const isQuotedPair = ({ before, separator, after }: Surroundings): boolean =>
  separator === "=" && /(?:^|[\s=([,])["']$/.test(before) && after[0] === before.at(-1);

/** `PGPASSWORD=v psql …`: an assignment for one command. */
const isForCommand = ({ before, name, separator, after }: Surroundings): boolean =>
  separator === "=" &&
  /^[A-Z][A-Z0-9_]+$/.test(name) &&
  /(?:^|&&|\|\||[;|(`"'])\s*(?:sudo\s+|env\s+|(?:[A-Z][A-Z0-9_]*=\S+\s+))*$/.test(before) &&
  /^\s+[\w./-]/.test(after);

/** `-H "X-Api-Key: v"`: a header is a text of its own. */
const isHeader = ({ before, name, separator, after }: Surroundings): boolean =>
  /[-_]|^(?:api|auth|token|secret)/i.test(name) &&
  /^:[ \t]?$/.test(separator) &&
  /["'`]$/.test(before) &&
  after[0] === before.at(-1);

/** `?api_key=v&…`: a parameter of a URL. */
const isUrlParameter = ({ before, separator, after }: Surroundings): boolean =>
  separator === "=" &&
  /:\/\/[^\s"'`<>]{3,}[?&](?:amp;)?$/.test(before) &&
  !/badge|\.svg\?/i.test(before) &&
  /^(?:$|[&"'`\s<)\]\\])/.test(after);

/** `git config acme.token v`, `npm config set //host/:_password v`, `vault kv put`. */
const isSetByCommand = /(?:^|[\s$"'`])(?:[\w./-]+\s+){1,3}(?:config|set|put)(?:\s+--?[\w-]+)*\s+$/;

/** Only a space between name and value. */
const isApart = ({ before, name, after }: Surroundings, isSure: () => boolean): boolean => {
  if (/(?:^|[\s"'`])--?$/.test(before)) return /^(?:$|[\s"'`])/.test(after);
  if (!/^["']?\s*(?:$|#|\\$)/.test(after)) return false;
  if (/^\s*$/.test(before)) return /^(?:requirepass|masterauth)$/.test(name) || isSure();
  if (isSetByCommand.test(before) && isSure()) return true;
  return /^\s*(?:ENV|setx|set -\w+|machine\s.*)\s+$/.test(before);
};

/** What SQL says before `IDENTIFIED BY v`; prose says it too. */
const isStatement = /\b(?:create|alter|grant|user|connect|link|to|role)\b/i;

/** `name,value` alone on its line, `the key is v`: too little for anything that does not look drawn at random. */
const isSlight = ({ separator }: Surroundings): boolean => /^["']?,|^\s+is\b/i.test(separator);

const standsSlightly = ({ before, separator, after }: Surroundings): boolean =>
  separator === "," ? before === "" && after === "" : /^["']?[.,;)]?(?:\s|$)/.test(after) && /is/i.test(separator);

/** `curl -d "user=bob&password=v"`, the parameters of a form. */
const isFormParameter = ({ before, separator, after }: Surroundings): boolean =>
  separator === "=" && /(?:^|["'`\s])(?:[\w.%[\]-]+=[^\s"'`]*)?&$/.test(before) && /^(?:$|[&"'`\s])/.test(after);

/** `{user: bob, password: v}`: a mapping of YAML on one line. */
const isInFlow = ({ before, separator, after }: Surroundings): boolean =>
  /^:[ \t]+$/.test(separator) && /[{,]\s*$/.test(before) && /\{[^{}()]*$/.test(before) && /^\s*[,}]/.test(after);

/** `Password of the database: v`: notes name it in a few words, and a cell of a table in a column of its own. */
const isInNotes = ({ before, separator, after }: Surroundings): boolean =>
  /^\W{0,3}:\W{0,3}[ \t]+[*`_]{0,3}$/.test(separator)
    ? /^[\s*#>`_-]{0,6}(?!var|let|val|const|def)(?:[A-Za-z]+\s){0,4}$/.test(before) && /^[*`_.]{0,3}\s*$/.test(after)
    : /^[ \t]*\|[ \t]*$/.test(separator) && /^\s*\|/.test(before) && /^\s*\|/.test(after);

/** `${PASSWORD}    v`: a variable of Robot Framework, two spaces and more apart. */
const isRobotVariable = ({ before, separator, after }: Surroundings): boolean =>
  /^[$&@]\{$/.test(before) && /^\}(?:[ ]{2,}|\t+)$/.test(separator) && /^(?:$|\s{2}|\t)/.test(after);

/** Shapes of their own, before what stands between name and value is looked at. */
const isShapedApart = (around: Surroundings, isSure: () => boolean): boolean =>
  isRobotVariable(around) || isFormParameter(around) || ((isInFlow(around) || isInNotes(around)) && isSure());

/** Where a value without quotes may be one: the shape of .env, properties, YAML, Dockerfiles, shells, options and URLs. */
export const hasConfigurationShape = (around: Surroundings, isSure: () => boolean): boolean => {
  const { before, separator, after } = around;
  if (isShapedApart(around, isSure)) return true;
  if (
    !/^["'\\]*(?:[ \t]*(?:=|:|:{1,3}=|\?=|:-|,|is:?)[ \t]*(?:[>|][-+]?\s+|&\w+[ \t])?|[ \t]+|[\s\S]*(?:value|default)["']?\s*[:=]\s*)$/i.test(
      separator,
    )
  )
    return false;
  if (isSlight(around)) return standsSlightly(around) && isSure();
  if (/identified by$/i.test(around.name)) return isStatement.test(before) && /^(?:$|[\s;"'`])/.test(after);
  if (/\$\{$/.test(before)) return after.startsWith("}");
  if (isFlag.test(before)) return /^(?:$|[\s"'`])/.test(after);
  if (/^[ \t]+$/.test(separator)) return isApart(around, isSure);
  if (isAmongPairs(around) || isForCommand(around) || isUrlParameter(around) || isHeader(around)) return true;
  if (isQuotedPair(around)) return true;
  const endsLine = /^["']?\s*(?:$|#|;\s|\\$)/.test(after);
  if (isNameBeforeValue(around)) return endsLine;
  return startsLine.test(before) && (endsLine || /^\s*(?:ENV|RUN|export|docker)\s/.test(before));
};
