/** Passwords and keys that are told by what stands before them: an address, a name with `=`, a header, an option. */
import type { Finding } from './key-shapes.js';
import { bitsOf, isExampleWord, isStandIn } from './placeholders.js';

/** `scheme://name:password@host`; for the web, what follows a slash is no password any more. */
const address =
  /(?<![\w+.-])([a-z][a-z0-9+.-]{1,24}):\/\/([^\s:/?#@"'`<>]{0,128}):([^\s@"'`<>]{1,256})@(?=[\w[<${-])/gi;

/** Passwords that the images of databases and their documentation come with: such words, and a few digits. */
const customary =
  /^(?:(?:my|the|a|some|very|super|secure|strong|safe|secret|random|pass(?:word|wd|phrase)?|pwd?|p|postgres(?:ql)?|mysql|mariadb|mongo(?:db)?|redis|rabbit(?:mq)?|root|admin|user(?:name)?|guest|test(?:ing)?|dev(?:elopment)?|prod|local(?:host)?|db|database|app|django|web|api|token|key)[-_]?)+[\d@!#]{0,6}$|^\d{1,8}$/i;

const passwordNames = [
  'pass(?:word|wd|phrase|key|code)s?',
  'pwd',
  'mot[ _]de[ _]passe',
  'contrase(?:ñ|n)a',
  'senha',
  'passwort',
  'nenosiri',
  'nywila',
  'пароль',
  'كلمة (?:المرور|السر)',
  'የይለፍ ?ቃል',
  '密码',
  'पासवर्ड',
].join('|');

const keyNames =
  'secret|token|credentials?|(?:api|access|account|auth|private|signing|encryption|consumer|master|licen[cs]e|app|service|storage|shared|session|jwt|hmac|deploy)[_ -]?key';

const passwordName = new RegExp(passwordNames, 'iu');
const someName = new RegExp(`(?:${passwordNames}|${keyNames})`, 'giu');

/** What follows a name: the rest of it, what says that the value comes, and the value, in quotes or not. */
const valueAfter =
  /([\w-]{0,24})["'`*\]]{0,4}[ \t]{0,4}(=>|:=|={1,3}|[:：]|(?<=[ \t])(?:is|was|est|es|ni|é|ist)(?=[ \t]))\*{0,2}[ \t]{0,8}(?:\r?\n[ \t]{0,8})?(?:[bfru]?(["'`])([^\n"'`]{8,500})\3|([^\s"'`,;<>|]{8,500}))/iuy;

/** Names that end so hold something about a secret, not the secret. */
const aboutSecrets =
  /(?:hash(?:ed|er)?|ur[li]|type|name|field|file|path|length|expir\w*|ttl|algorithms?|issuer|endpoint|header|prefix|size|count|limit|version|id|ids|izer|ization)$/i;

/** What follows `password: ` in prose about how passwords are kept. */
const algorithms =
  /^(?:sha|md5|bcrypt|b?crypt|argon|pbkdf|base64|hmac|[rhe]s256|utf|aes|rsa|oauth|jwt|http)/i;

const bearer = /\b(?:Bearer|Token|Basic)[ \t]+([\w.~+/=-]{20,2000})/g;
const options =
  /(?:--(?:password|passwd|token|secret|api-key)[ \t]+|\b(?:sshpass|docker login\b[^\n]{0,80}?)[ \t]-p[ \t]*|\bmysql(?:dump)?\b[^\n]{0,80}?[ \t]-p|\bcurl\b[^\n]{0,200}?[ \t](?:-u|--user)[ \t]+["']?[^\s:"']{1,64}:)(["']?)([^\s"'`]{8,256})\1/g;

/** Passwords, and keys without a shape of their own, in a text; stand-ins left out. */
export function passwordsIn(text: string): Finding[] {
  const found: Finding[] = [];
  if (text.includes('://')) addAddresses(found, text);
  addAssignments(found, text);
  if (/Bearer|Token|Basic/.test(text)) {
    for (const { 0: whole, 1: value = '', index } of text.matchAll(bearer)) {
      const start = index + whole.length - value.length;
      if (isRandom(value)) found.push({ kind: 'token', service: null, start, end: start + value.length });
    }
  }
  if (/ -[-pu]/.test(text)) {
    for (const { 0: whole, 1: quote = '', 2: value = '', index } of text.matchAll(options)) {
      const start = index + whole.length - value.length - quote.length;
      if (isPassword(value))
        found.push({ kind: 'password', service: null, start, end: start + value.length });
    }
  }
  return found;
}

function addAddresses(found: Finding[], text: string): void {
  for (const { 0: whole, 1: scheme = '', 2: user = '', 3: password = '', index } of text.matchAll(address)) {
    const isWeb = /^https?$/i.test(scheme);
    const isPort = /^\d{1,5}(?:\/|$)/.test(password);
    if ((isWeb && password.includes('/')) || (isPort && !/^\d{4,5}$/.test(password))) continue;
    if (isStandIn(password) || customary.test(password) || password === user) continue;
    const start = index + whole.length - 1 - password.length;
    found.push({ kind: 'address', service: null, start, end: start + password.length });
  }
}

/** Names within one value, such as an address with parameters, that are looked at; a text of names alone has no end. */
const nestedAtMost = 6;

function addAssignments(found: Finding[], text: string): void {
  let outerEnd = 0;
  let nested = 0;
  for (const { 0: name, index } of text.matchAll(someName)) {
    if (index >= outerEnd) nested = 0;
    else if (nested >= nestedAtMost) continue;
    else nested += 1;
    valueAfter.lastIndex = index + name.length;
    const match = valueAfter.exec(text);
    if (!match) continue;
    const [whole, rest = '', sign = '', quote, quoted, bare] = match;
    outerEnd = Math.max(outerEnd, match.index + whole.length);
    const isPasswordName = passwordName.test(name);
    // A name in a variable's braces is followed by what else it may be; a CSRF token is no secret of the member's.
    const isOther = /csrf[\w-]{0,12}$|\$\{\w{0,32}$/i.test(text.slice(Math.max(0, index - 34), index));
    if (isOther || aboutSecrets.test(rest)) continue;
    if (/^\p{L}/u.test(sign) && !isPasswordName) continue;
    const value = quoted ?? (bare ?? '').replace(/[.)\]}]+$/, '');
    if (bare !== undefined && isCode(bare)) continue;
    if (!(isPasswordName ? isPassword(value) : isRandom(value))) continue;
    const before = quoted === undefined ? (bare ?? '').length : quoted.length + (quote ?? '').length;
    const start = match.index + whole.length - before;
    const kind = isPasswordName ? 'password' : 'key';
    found.push({ kind, service: null, start, end: start + value.length });
  }
}

/** A call, an attribute or an index: `os.environ['KEY']`, `request.data.password2`, `jwt.sign(…)`. */
function isCode(bare: string): boolean {
  return /[([]/.test(bare) || /^[A-Za-z_$][\w$]{0,40}(?:\??\.[A-Za-z_$][\w$]{0,40}){1,6}\W*$/.test(bare);
}

/** As people choose them: letters with digits or signs, and none of the words that examples use. */
function isPassword(value: string): boolean {
  if (value.length < 8 || /\s/.test(value) || /^(?:\/|\.|https?:)/.test(value)) return false;
  if (!/\p{L}/u.test(value) || !/[\d!@#$%^&*+=?~]/.test(value)) return false;
  return !isStandIn(value) && !isExampleWord(value) && !algorithms.test(value) && !isName(value);
}

/** As programs make them: long, of letters and digits that make no words. */
function isRandom(value: string): boolean {
  const random = value.replace(/^django-insecure-/, '');
  if (random.length < 16 || /\s/.test(random) || /^(?:\/|\.|https?:)/.test(random)) return false;
  if (!/[A-Za-z]/.test(random) || !/\d/.test(random) || bitsOf(random) < 3) return false;
  return !isStandIn(random) && !isExampleWord(random) && !isName(random);
}

/** `resetLink2`, `user_v2_refresh`: separated words, some with a number. */
function isName(value: string): boolean {
  const parts = value.split(/[-_./:]/);
  if (parts.length === 1) return /^[a-z]{1,12}(?:[A-Z][a-z]{1,12})+\d{0,4}$/.test(value);
  return parts.every((part) => /^(?:[A-Za-z]{0,14}\d{0,4}|(?:[A-Z]?[a-z]{2,12}){1,4})$/.test(part));
}
