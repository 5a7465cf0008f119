/** A picture that was offered, as text within a draft: it waits there until its form comes back. */
import type { OfferedPicture } from './picture-model.js';

/** As text, for a draft. */
export function pictureText(offered: OfferedPicture): string {
  return JSON.stringify(offered);
}

/** What a field of a draft has for a picture; it was stored as JSON, so each part is checked. */
export function offeredIn(field: unknown): OfferedPicture[] {
  if (typeof field !== 'string' || !field.startsWith('{')) return [];
  try {
    const { name, url, size, contentType, alt } = JSON.parse(field) as Record<string, unknown>;
    if (typeof name !== 'string' || typeof url !== 'string' || typeof size !== 'number') return [];
    return [
      {
        name,
        url,
        size,
        contentType: typeof contentType === 'string' ? contentType : null,
        alt: typeof alt === 'string' ? alt : '',
      },
    ];
  } catch {
    return [];
  }
}
