/** E-mail addresses and phone numbers, which are nobody's to keep: taken out of whatever a README says. */

/** An address within code or a connection string (`git@github.com:…`, `postgres://user@host`) is no one's mailbox. */
const email =
  /(?:mailto:)?(?<![\w/:.+-])(?!git@)[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}(?![\w:/])/gi;

/** International, or with the separators that only phone numbers have. */
const phone =
  /(?<![\w.+])(?:\+\d{1,3}[\s.-]?(?:\(\d{1,4}\)[\s.-]?)?\d{2,4}(?:[\s.-]?\d{2,4}){1,4}|\(\d{2,4}\)[\s.-]?\d{3}[\s.-]?\d{3,4})(?![\w])/g;

/** Stands for one that was taken out, until the brackets around it are gone too; kept texts never hold it. */
const gone = '\0';

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const leftOver = /<\s*\0\s*>|\[\s*\0?\s*\]\(\s*\0\s*\)|\[\s*\0\s*\]\(\s*\)|\(\s*\0\s*\)|\0/g;

/** The text without them, and without the brackets that held one; `useState()` and `<>` are somebody's code. */
export function withoutContacts(text: string): string {
  if (!/[@+(]/.test(text)) return text;
  return text.replace(email, gone).replace(phone, gone).replace(leftOver, '');
}
