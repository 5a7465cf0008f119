/** Mentions of many, and invitations to other servers. */
import { withoutInvisible } from '../../platform/invisible.js';
import { cleanText } from '../../platform/text.js';

/** Members and roles that one text may mention. */
export const mentionsAtMost = 5;

const everybody = /(?<![\w.])@(?:everyone|here)\b(?!\.\w)/;
const mention = /<@([!&]?)(\d{15,20})>/g;

/** How many members and roles a text mentions. */
export function mentionedIn(text: string): number {
  if (!text.includes('<@')) return 0;
  return new Set([...text.matchAll(mention)].map(([, kind, id]) => `${kind === '&' ? '&' : ''}${id}`)).size;
}

/** Whether it is meant to call many at once. Nothing of it would ping anybody: it is refused for what it shows. */
export function mentionsMany(text: string): boolean {
  if (!/[@＠﹫]/.test(text)) return false;
  const seen = withoutInvisible(cleanText(text)).normalize('NFKC');
  return everybody.test(seen) || mentionedIn(seen) > mentionsAtMost;
}

/** Hosts of invitations, and what may stand between a host and the code: a dot, a port, slashes, dots for nothing. */
const host =
  '(?<![a-z0-9-])(?:discord(?:app)?\\.com\\.?(?::\\d*)?/(?:\\.{0,2}/)*invite|discord\\.(?:gg|me|io|li|link)|dsc\\.gg|invite\\.gg)\\.?(?::\\d*)?';
const invitation = new RegExp(
  `${host}/(?:\\.{0,2}/)*(?:invite/+)?[\\w-]{2,}|discord://(?:-?/)*invite/+[\\w-]{2,}`,
  'i',
);

const bareAddress = /(?<![a-z0-9-])(?:discord|dsc|invite)(?:app)?\.[a-z]{2,4}[.:/][^\s<>]*/gi;
const address = /https?:[/\\]{0,4}[^\s<>]+/gi;

/**
 * Whether an invitation is in it, as readers, Discord or a browser would take it: whatever hides in a port, in
 * percent-encoding, in backslashes, in look-alike dots or in marks of Markdown. Spaces around the signs of an address,
 * and dots in brackets, are an old way round such a rule.
 */
export function holdsInvitation(raw: string): boolean {
  const text = withoutInvisible(cleanText(raw));
  return [text.replace(address, canonical), text].some((one) => {
    const plain = plainest(one);
    return (
      invitation.test(plain) ||
      invitation.test(plain.replace(bareAddress, (bare) => canonical(`https://${bare}`)))
    );
  });
}

/** An address as the browser would write it; as it is when it is none. */
function canonical(written: string): string {
  return URL.canParse(written) ? new URL(written).href : written;
}

/** With one spelling for what looks or works the same. */
function plainest(text: string): string {
  return (
    decoded(text)
      .normalize('NFKC')
      .replace(/[。｡]/g, '.')
      // Escaped signs of Markdown; any other backslash is a slash to a browser.
      .replace(/\\(?=[^\s\\/a-z0-9])/gi, '')
      .replaceAll('\\', '/')
      .replace(/[*_~`|]/g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?[[({]? ?\. ?[\])}]? ?/g, '.')
      .replace(/ ?\/ ?/g, '/')
  );
}

/** Percent-encoding undone, also where it was applied more than once. */
function decoded(text: string): string {
  let plain = text;
  for (let round = 0; round < 3 && plain.includes('%'); round += 1) {
    plain = withoutInvisible(
      plain.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) =>
        Buffer.from(encoded.replaceAll('%', ''), 'hex').toString('utf8'),
      ),
    );
  }
  return plain;
}
