/** E-mail addresses and phone numbers, which are nobody's to keep: taken out of whatever a README says. */

/** An address within code or a connection string (`git@github.com:…`, `postgres://user@host`) is no one's mailbox. */
const email =
  /(?:mailto:)?(?<![\w/:.+-])(?!git@)[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}(?![\w:/])/gi;

/** International, or with the separators that only phone numbers have. */
const phone =
  /(?<![\w.+])(?:\+\d{1,3}[\s.-]?(?:\(\d{1,4}\)[\s.-]?)?\d{2,4}(?:[\s.-]?\d{2,4}){1,4}|\(\d{2,4}\)[\s.-]?\d{3}[\s.-]?\d{3,4})(?![\w])/g;

/** The text without them, and without the brackets that held one. */
export function withoutContacts(text: string): string {
  if (!/[@+(]/.test(text)) return text;
  return text
    .replace(email, '')
    .replace(phone, '')
    .replace(/<\s*>|\[\s*\]\(\s*\)|\(\s*\)(?=\s|$)/g, (empty, place: number, whole: string) =>
      // `useState()` and `{}` are somebody's code.
      /\w/.test(whole[place - 1] ?? '') ? empty : '',
    );
}
