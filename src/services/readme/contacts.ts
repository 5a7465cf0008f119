/** E-mail addresses and phone numbers, which are nobody's to keep: taken out of whatever a README says. */

/**
 * An address within code or a connection string (`git@github.com:…`, `postgres://user@host`) is no one's mailbox, nor
 * is a package of some version (`vite@8.3.8`): domains end in letters.
 */
const email =
  /(?:mailto:)?(?<![\w/:.+-])(?!git@)[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![\w:/])/gi;

/** International ones, of eight digits or more: `+10000` is an amount. */
const international =
  /(?<![\w.+])(?=\+(?:\D{0,3}\d){8})\+\d{1,3}[\s.-]?(?:\(\d{1,4}\)[\s.-]?)?\d{2,4}(?:[\s.-]?\d{2,4}){1,4}(?!\w)/g;

/** As they are dialled within a country: with an area in brackets, from a nought on, or in three groups. */
const national =
  /(?<![\w.+/=#-])(?:\(\d{2,4}\)[\s.-]?\d{3}[\s.-]?\d{3,4}|0\d{2,3}[\s.-]?\d{3}[\s.-]?\d{3,4}|\d{3}[.-]\d{3}[.-]\d{4})(?![\w-]|\.\d)/g;

/** Stands for one that was taken out, until the brackets around it are gone too; kept texts never hold it. */
const gone = '\0';

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const leftOver = /<\s*\0\s*>|\[\s*\0?\s*\]\(\s*\0\s*\)|\[\s*\0\s*\]\(\s*\)|\(\s*\0\s*\)|\0/g;

/** The text without them, and without the brackets that held one; `useState()` and `<>` are somebody's code. */
export function withoutContacts(text: string): string {
  if (!/[@+(]|\d{3}/.test(text)) return text;
  return text.replace(email, gone).replace(international, gone).replace(national, gone).replace(leftOver, '');
}
