/** Mentions of many, and invitations to other servers. */

/** Members and roles that one text may mention. */
export const mentionsAtMost = 5;

const everybody = /(?<![\w.])@(?:everyone|here)\b(?!\.\w)/;
const mention = /<@([!&]?)(\d{15,20})>/g;
const unseen = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
const invitation =
  /(?:discord(?:app)?\.com\/invite|discord\.(?:gg|me|io|li)|dsc\.gg)\/(?:invite\/)?[\w-]{2,}/i;

/** Whether it is meant to call many at once. Nothing of it would ping anybody: it is refused for what it shows. */
export function mentionsMany(text: string): boolean {
  if (!text.includes('@')) return false;
  if (everybody.test(text.replace(unseen, ''))) return true;
  const mentioned = new Set(
    [...text.matchAll(mention)].map(([, kind, id]) => `${kind === '&' ? '&' : ''}${id}`),
  );
  return mentioned.size > mentionsAtMost;
}

/** Spaces around the signs of an address, and dots in brackets, are an old way round such a rule. */
export function holdsInvitation(text: string): boolean {
  if (!/discord|dsc/i.test(text.replace(unseen, ''))) return false;
  return invitation.test(
    text
      .replace(unseen, '')
      .replace(/\s{0,3}[[(]?\.[\])]?\s{0,3}/g, '.')
      .replace(/ {0,3}\/ {0,3}/g, '/'),
  );
}
