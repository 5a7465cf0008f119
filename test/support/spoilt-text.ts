/** Garbles text as careless programs do: written as UTF-8, read with another encoding. */

const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const turkish: Readonly<Record<string, string>> = { Ð: 'Ğ', Ý: 'İ', Þ: 'Ş', ð: 'ğ', ý: 'ı', þ: 'ş' };

export type Page = 'latin-1' | 'windows-1252' | 'windows-1254';

/**
 * The text as `page` shows its UTF-8 bytes.
 * @param undefinedBytes the result for bytes that the encoding has no character for
 */
export function spoilt(text: string, page: Page, undefinedBytes: 'kept' | 'dropped'): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => {
      const latin = String.fromCharCode(byte);
      if (page === 'latin-1' || byte < 0x80) return latin;
      if (byte >= 0xa0) return page === 'windows-1254' ? (turkish[latin] ?? latin) : latin;
      const special = windows1252[byte - 0x80] ?? ' ';
      const isUndefined = special === ' ' || (page === 'windows-1254' && /[Žž]/.test(special));
      if (!isUndefined) return special;
      return undefinedBytes === 'kept' ? latin : '';
    })
    .join('');
}
