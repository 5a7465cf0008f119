/** Which language code is in, where something in it can be nothing else; nothing is guessed from likeness. */
import type { CodeLanguage } from './code-model.js';

/** What only this language has. Two languages with something of theirs cancel out, unless one includes the other. */
const signs: Record<Exclude<CodeLanguage, 'json'>, readonly RegExp[]> = {
  bash: [/^#!.*\b(?:ba|z)?sh\b/, /^[ \t]*(?:sudo (?:apt|apt-get|dnf|systemctl)|apt-get|export [A-Z_]+=)\b/m],
  c: [/^[ \t]*#include\s*[<"]/m],
  cpp: [/\bstd::\w+/, /^[ \t]*#include\s*<(?:iostream|vector|string|map|memory|algorithm)>/m],
  cs: [/^[ \t]*using System(?:\.\w+)*;/m, /\bConsole\.(?:Write|Read)Line\(/],
  css: [/^[ \t]*(?:[.#][\w-]|[a-z]|@media\b|:root)[^{};()\n]*\{\s*[a-z-]+\s*:(?!:)[^{};]+;/m],
  diff: [/^diff --git /m, /^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/m],
  dockerfile: [/^FROM \S+(?::\S+)?(?: AS \w+)?$[^]*^(?:RUN|CMD|COPY|ENTRYPOINT|WORKDIR) /m],
  go: [/^package [a-z]\w*$[^]*^(?:func|import|type|var)\b/m, /^func (?:\(\w+ \*?\w+\) )?\w+\(.*\{$/m],
  html: [/<!doctype html/i, /<\/(?:html|body|head|div|span|p|ul|ol|li|a|form|table|button|section|h[1-6])>/i],
  java: [/\bSystem\.out\.print/, /\bpublic static void main\b/, /^[ \t]*import (?:static )?java[x.]/m],
  js: [
    /\bconsole\.(?:log|error|warn)\(/,
    /^[ \t]*(?:export )?(?:const|let) [\w${}[\], ]+ = /m,
    /\brequire\(['"]/,
    /^[ \t]*import [^;\n]+ from ['"]/m,
    /^[ \t]*(?:export )?(?:async )?function\*? ?\w+\([^)\n]*\)\s*\{/m,
  ],
  php: [/<\?php\b/, /^[ \t]*\$\w+\s*=[^=].*;$/m],
  py: [
    /^[ \t]*(?:async )?def \w+\(.*\)(?: ?-> ?[\w[\], .|"']+)?:/m,
    /^[ \t]*class \w+(?:\([\w., =]*\))?:$/m,
    /^[ \t]*from [\w.]+ import \S/m,
    /^[ \t]*import [\w.]+(?: as \w+)?$/m,
    /^[ \t]*(?:elif .+|except(?: \w+(?: as \w+)?)?|if __name__ == .+):$/m,
    /^[ \t]*for \w+(?:, \w+)* in [^\n]+:$/m,
  ],
  rust: [/\bfn \w+(?:<[^>\n]*>)?\([^)\n]*\)[^{\n]*\{/, /\blet mut \w/, /\bprintln!\(/],
  sql: [
    /^[ \t]*select\b[^]*?\bfrom\b\s+["\w]/im,
    /^[ \t]*(?:insert into|delete from|create (?:unique )?(?:table|index|view)|alter table)\b\s+\S/im,
    /^[ \t]*update \S+\s+set \S/im,
  ],
  ts: [
    /^[ \t]*(?:export )?interface \w+[^{\n]*\{/m,
    /^[ \t]*(?:export )?type \w+(?:<[^>\n]*>)? = /m,
    /\w\??: (?:string|number|boolean|unknown|Promise<|Record<)/,
    /^[ \t]*import type \b/m,
  ],
};

/** A language whose signs appear within another one. */
const included: Partial<Record<CodeLanguage, readonly CodeLanguage[]>> = {
  cpp: ['c'],
  ts: ['js'],
  php: ['html', 'js'],
  html: ['js', 'css'],
};

/** Undefined when nothing is certain. */
export function languageOf(code: string): CodeLanguage | undefined {
  if (isJson(code)) return 'json';
  // What a string says is no sign of the language around it. Its end may be missing: looked for again and again, it would cost
  // the square of the length.
  const plain = code.replace(/"(?:[^"\\\n]|\\.)*"?/g, (text) => (text.length > 40 ? '""' : text));
  const found = (Object.keys(signs) as (keyof typeof signs)[]).filter((language) =>
    signs[language].some((sign) => sign.test(plain)),
  );
  const left = found.filter((language) => !found.some((other) => included[other]?.includes(language)));
  const [only] = left;
  return left.length === 1 ? only : undefined;
}

/** An object or a list; a lone word or number is JSON too, but says nothing. */
export function isJson(code: string): boolean {
  if (!/^\s*[[{]/.test(code)) return false;
  try {
    JSON.parse(code);
    return true;
  } catch {
    return false;
  }
}
