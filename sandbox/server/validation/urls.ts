/** Owns the schemes that Discord allows in addresses. */
import type { Path, Problems } from './problems.js';

/** What a link button may lead to. */
export const linkSchemes = ['http', 'https', 'discord'] as const;
/** Where media and embeds may point to. */
export const mediaSchemes = ['http', 'https', 'attachment'] as const;

/** Refuses an address with another scheme; an absent one is none of its business. */
export function checkScheme(
  url: string | null | undefined,
  schemes: readonly string[],
  path: Path,
  problems: Problems,
): void {
  if (!url) return;
  const scheme = url.slice(0, url.indexOf(':')).trim().toLowerCase();
  if (schemes.includes(scheme)) return;
  const allowed = schemes.map((name) => `'${name}'`).join(', ');
  problems.add(path, {
    code: 'URL_TYPE_INVALID_SCHEME',
    message: `Scheme "${scheme}" is not supported. Scheme must be one of (${allowed}).`,
  });
}
