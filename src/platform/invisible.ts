/** The bot's one notion of invisible characters: which ones a script or an emoji needs, and which ones only mislead. */

/** Scripts whose spelling takes joiners (U+200C, U+200D). */
const joiningScripts =
  'Arab Syrc Nkoo Mand Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt Bali Java Newa Sund Cham'
    .split(' ')
    .map((script) => `\\p{Script_Extensions=${script}}`)
    .join('');

const pictograph = '\\p{Extended_Pictographic}(?:[\\ufe0e\\ufe0f]|\\p{Emoji_Modifier})?';

/** Emoji that are built of several characters, as far as they need an invisible one. */
const emoji = [
  // England, Scotland and Wales; other flags are built without invisible characters.
  ...['gbeng', 'gbsct', 'gbwls'].map(
    (region) =>
      `\\u{1f3f4}${[...region].map((letter) => `\\u{e00${letter.charCodeAt(0).toString(16)}}`).join('')}\\u{e007f}`,
  ),
  `${pictograph}(?:\\u200d${pictograph})*`,
  '[0-9#*]\\ufe0f\\u20e3',
].join('|');

/** What may be needed, depending on what stands before it. */
const conditional =
  '\\u200c\\u200d\\u180b-\\u180f\\ufe0e\\ufe0f\\u{e0062}\\u{e0063}\\u{e0065}\\u{e0067}\\u{e006c}\\u{e006e}\\u{e0073}\\u{e0074}\\u{e0077}\\u{e007f}';

const neverNeeded = new RegExp(
  `(?![${conditional}])\\p{Default_Ignorable_Code_Point}|[\\ufff9-\\ufffb]`,
  'gu',
);
const neededOrNot = new RegExp(
  `(${emoji}|(?<=(?=[\\p{L}\\p{M}])[${joiningScripts}])[\\u200c\\u200d]|(?<=(?=\\p{L})\\p{Script=Mongolian})[\\u180b-\\u180f])|[${conditional}]`,
  'gu',
);
const anyInvisible = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** Most texts have none, and pass without a closer look. */
const mayHold = /[^\x20-\x7e\n\t\u00a1-\u00ac\u00ae-\u024f]/;

/** The text in NFC, without invisible characters except those that its scripts and emoji need to be shown right. */
export function withoutMisleading(text: string): string {
  if (!mayHold.test(text)) return text.normalize('NFC');
  let left = text.normalize('NFC');
  // NFC reorders marks, and what was needed after one may not be after another.
  for (let round = 0; round < 4; round += 1) {
    const next = left
      .replace(neverNeeded, '')
      .replace(neededOrNot, (_whole, needed: string | undefined) => needed ?? '')
      .normalize('NFC');
    if (next === left) return next;
    left = next;
  }
  return withoutInvisible(left).normalize('NFC');
}

/** The text without any invisible character: to compare and to search, never to show. */
export function withoutInvisible(text: string): string {
  return mayHold.test(text) ? text.replace(anyInvisible, '') : text;
}
