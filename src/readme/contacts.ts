/** Removes e-mail addresses and phone numbers from a README's texts, because they are private. */

/**
 * An address within code or a connection string (`git@github.com:…`, `postgres://user@host`) is no one's mailbox, nor
 * is a package of some version (`vite@8.3.8`): domains end in letters.
 */
const email =
  /(?<![\w/.+-]|\/\/[^\s/]{0,64}:|mailto:)(?:mailto:)?(?!git@)[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![\w/]|:[\w/.~])/gi;

/** A link that writes a mail: its words stay. */
const mailLink = /\[([^\][]*)\]\(\s*<?mailto:[^()\s]*>?(?:\s[^()]*)?\)/gi;

/** International ones, of eight digits or more: `+10000` is an amount. */
const international =
  /(?<![\w.+])(?=\+(?:\D{0,3}\d){8})\+\d{1,3}[\s.-]?(?:\(\d{1,4}\)[\s.-]?)?\d{2,4}(?:[\s.-]?\d{2,4}){1,4}(?!\w)/g;

/** As they are dialled within a country: with an area in brackets, from a zero on, or in three groups. */
const national =
  /(?<![\w.+/=#-])(?:\(\d{2,4}\)[\s.-]?\d{3}[\s.-]?\d{3,4}|0\d{2,3}[\s.-]?\d{3}[\s.-]?\d{3,4}|\d{3}[.-]\d{3}[.-]\d{4})(?![\w-]|\.\d)/g;

/** Stands for one that was taken out, until the brackets around it are gone too; kept texts never hold it. */
const gone = '\0';

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const leftOver = /<\s*\0\s*>|\[\s*\0?\s*\]\(\s*\0\s*\)|\[\s*\0\s*\]\(\s*\)|\(\s*\0\s*\)|\0/g;

/** The text without them, and without the brackets that held one; `useState()` and `<>` are somebody's code. */
export function withoutContacts(text: string): string {
  if (!/[@+(]|\d{3}/.test(text)) return text;
  return text
    .replace(mailLink, '$1')
    .replace(email, gone)
    .replace(email, gone)
    .replace(international, gone)
    .replace(national, gone)
    .replace(leftOver, '');
}
