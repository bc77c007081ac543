import { entropy, isPlaceholder } from "../detect/placeholder.ts";

/** Fillers of kubectl (`REDACTED`, `DATA+OMITTED`), of template engines, shells and documentation. */
const filler =
  /^(?:REDACTED|DATA[+ ]OMITTED|OMITTED|HIDDEN|MASKED|SENSITIVE|null|none|nil|undefined|~|\.{2,}|…|x{3,}|\*{2,}|-+|<.*>|\[.*\]|\{\{.*\}\}|%.*%|__\w+__|@\w+@|(?:your|my|the|some|insert|enter|paste)[-_ ][a-z_ -]*)$/is;

/** Values with a gap that something fills in before use, such as `prefix-${TOKEN}` or `{{ .Values.token }}`. */
const gap = /\$\{[^}]*\}|\{\{.*?\}\}|\$\([^)]*\)|<%.*?%>|<[A-Za-z][\w .-]*>/s;

const shellVariable = /^\$[A-Z_][A-Z0-9_]*$/;

/** Encrypted in place by SOPS, sealed secrets or Ansible Vault: no credential as it stands. */
const sealed = /^(?:ENC\[|\$ANSIBLE_VAULT)/;

/** Whether a key's data stands for a key; random base64 may contain any word, so only the whole is compared. */
export const isFiller = (value: string): boolean =>
  [filler, gap, shellVariable, sealed].some((pattern) => pattern.test(value));

/** Whether a token or password stands for one. */
export const isSilent = (value: string): boolean => isFiller(value) || (value.length < 400 && isPlaceholder(value));

/** Words and small numbers joined by hyphens and the like, each word in one case or in camel case. */
export const isWords = (value: string): boolean => {
  if (!/^[A-Za-z]{1,14}\d{0,4}(?:[-_ .](?:[A-Za-z]{1,14}\d{0,4}|\d{1,4}))*$/.test(value)) return false;
  return value.split(/[-_ .]/).every((word) => /^(?:[a-z]*|[A-Z]*|[A-Z]?[a-z]+(?:[A-Z][a-z]{2,})*)\d*$/.test(word));
};

/** Words, or too short and plain to be made by a machine: what tests and tutorials write for a token. */
export const isMadeUp = (value: string): boolean => isWords(value) || value.length < 12 || entropy(value) < 2.8;
