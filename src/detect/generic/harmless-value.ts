/** Shapes of values that are no secrets, whatever they are called. Each line says what it is. */
const shapes: readonly RegExp[] = [
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i, // UUID, RFC 9562
  /^(?:sha(?:1|224|256|384|512)|md5|blake2b?|blake3|h1|scram-sha)[-:_]/i, // digests with their algorithm
  /^(?:\$(?:2[abxy]?|\d|y|argon2\w*|pbkdf2[\w-]*|scrypt|apr1|P|S|H)\$|\{(?:S?SHA-?\d*|S?MD5|CRYPT|BCRYPT)\}|(?:pbkdf2|bcrypt|unsalted)[_:]|(?:md5|sha1|sha256|sha512|bcrypt|argon2|scrypt|crypt)\$[\w./+]*\$)/i, // password hashes
  /^[a-z][a-z0-9+.-]*:\/\//i, // URL
  /^(?:\.{0,2}\/|~\/|[A-Za-z]:[\\/])(?![A-Za-z0-9+/]{30,}=)/, // path
  /^[\w.-]+(?:\/[\w.-]+)*\.(?:[cm]?[jt]sx?|json|ya?ml|pem|key|crt|cer|txt|go|py|rb|java|php|html?|css|md|conf|cfg|ini|env|sh|svg|png|proto|toml|xml)$/i, // file name
  /^(?:arn:|projects\/|vault:|secret\/|kv\/|op:\/\/|ssm:|sm:|ref\+|env:|file:|data:|ENC[[(]|AQICAH|urn:|base64:$)/i, // references, sealed values
  /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-|AAAA[BCE]3Nza|MII[A-Z]|-----|iVBORw0|R0lGOD|\/9j\/|PHN2Zy|eyJ)/, // public keys, certificates, pictures, JWT (a rule of its own)
  /^(?:\d+|(?=.*[.,\s-])[MmLlHhVvCcSsQqTtAaZz0-9.,\s-]+)$/, // path data of SVG, numbers, versions
  /^-?0x(?![0-9a-f]{64}$)[0-9a-f]+$/i, // numbers, addresses of contracts, hashes of passwords as routers keep them; a private key has 64 digits
  /^\d{4}_[a-z]\w*$/, // a step of a migration
  /\$\{|\{%/, // a slot of a template
  /^(?:PBKDF2|PBEWith|HMAC|AES|DES|DESede|RSA|RC4|Blowfish|ChaCha20)(?:With|SHA|MD5|[-_/]|\d)[\w/-]*$/i, // algorithms
  /^cpe:(?:\/|2\.3:)/i, // names of products (NISTIR 7695)
  /^\d*\*\d*(?:[A-Z]{2,}|\()/, // repetition in a grammar (RFC 5234, section 3.6)
  /^[A-Za-z_]\w*\[[^\]]*[*+:][^\]]*\]$/, // a slice
  /^\)[,;.)\]}]/, // a call's end, and code behind it
  /^\$\/[\w-]{1,40}:$/, // what an encrypted value begins with
  /^\.\$/, // what joins two texts
  /^wx[0-9a-f]{16}$/, // WeChat's AppID, which every link to a sign-in shows
  /^\w+:\$\w+\$/, // lines of password files
  /^#?[0-9a-fA-F]{3,8}$/, // colours, small numbers
  /^(?:[\^~<>=v]|>=|<=)*\d+\.\d+/, // versions and their ranges
  /^\^.*\$$/, // regular expression
  /^["'`]\$\{?\w+\}?["'`]$/, // a variable that a shell's quotes let through
  /^["']?\s?\+.*\+\s?["']?$/, // a quote that closes one text and another that opens the next
  /^\d{1,4}([-/.:])\d{1,4}(?:\1\d{1,4})*/, // dates, times, versions, addresses
  /^[\w.+-]+@[\w-]+\.[\w.]+$/, // mail address
  /\w\((?![^\w'"$)]{1,3}\)\w)|\)\s*[;,]?$|=>|->|::|&&|\|\||\(\)|\[\w+\]|\[['"]|\.\*|\\[dwsnrtu]|\^\[|\[a-z|\[\^|<\/?\w|\/>/i, // calls, operators, expressions, markup
  /^(?:true|false|yes|no|on|off|null|nil|none|undefined|string|boolean|number|int|integer|object|array|any|required|optional|self|this|default|always|never|auto|hidden|text)\b/i, // literals, types
  /^[A-Za-z]\w*(?:\|[A-Za-z]\w*)+;?$/, // unions of types
  /^[a-z_]+(?::[\w,=.-]+)?(?:\|[a-z_]+(?::[\w,=.-]+)?)+$/, // rules of a validator
  /^--?[a-z]|\w=[A-Za-z]/, // options, arguments
  /^\$?[A-Za-z_]+\d?(?:\.[$@A-Za-z_]+\d?)+$/, // dotted names: fields, keys of translations
  /[^\x20-\x7e]/, // letters of other languages: translations
];

/** YAML's anchors, tags and blocks, and decorators. */
const marked = /^[&*!|>@]/;
const number = /^\d{4,12}$/;

/** Whether a value is known to be something other than a secret: a digest, a reference, code, a path, a translation. */
export const isHarmless = (value: string): boolean => marked.test(value) || shapes.some((shape) => shape.test(value));

/** The same of a password: any may be a number, and one in quotes may begin with a mark. */
export const isHarmlessPassword = (value: string, quoted: boolean): boolean =>
  !number.test(value) && ((!quoted && marked.test(value)) || shapes.some((shape) => shape.test(value)));

const digestContext =
  /sha-?\d|\bsha\b|md5|checksum|digest|integrity|commit|revision|\brev\b|etag|fingerprint|\bhash|nonce|thumbprint|\buses:|public.?key|pub.?key|csrf|xsrf|contract|0x$/i;

/** `SIGNING_KEY=` and forty digits: which key of OpenPGP signs, by its fingerprint (RFC 9580, section 5.5.4). */
const keyOfOpenPgp = /(?:sign(?:ing)?|gpg|pgp)[_-]?key(?:[_-]?id)?["']?\s{0,4}[:=]\s{0,4}["']?$/i;

/** Other names with their values before it: `public_key="…", secret_key=`. */
const settled = /^[^"']{0,80}[:=]\s?["'][^"']{0,200}["'],\s?(?=[\w"'])/;

/** Whether a line speaks of digests, so that a hexadecimal value on it is one. */
export const isDigestBeside = (line: string, value: string): boolean =>
  /^(?:0x)?[0-9a-f]+$/i.test(value) &&
  (digestContext.test(line.replace(settled, "")) ||
    (/^(?:0x)?(?:[0-9A-F]{16}|[0-9A-F]{40})$/.test(value) && keyOfOpenPgp.test(line)));
