/** How long a sentence may be where Discord shows it, by its place in the catalogue. */

/** Bounds in characters; the first whose pattern matches the path counts. */
const bounds: readonly (readonly [RegExp, number])[] = [
  // Names in the user and message menus.
  [/\.commands\.menu$/, 32],
  // Descriptions of commands and options, and the names of an option's choices.
  [/(?:^|\.)commands(?:\.|$)/, 100],
  [/^stats\.command$/, 100],
  // Placeholders of fields and selects, and the hints below them.
  [/[pP]laceholder$|(?:\.hint|consentHint|timezoneHint)$/, 100],
  // Titles of forms, and the labels of their fields.
  [/^entries\.forms\.|^profile\.forms\.(?!shown|hidden)|^queue\.declineForm\./, 45],
  [/^reports\.form\.|^admin\.setup\.(?:timezoneForm|timezoneField)$/, 45],
  // Labels of buttons.
  [/(?:^|\.)buttons\.(?!counted)/, 80],
  [
    /(?:panel\.(?:open|back|nudgeOn|nudgeOff)|nudge\.share|mail\.unsubscribe|jump|goToCard|openMessage|wholeWeek|changeTimezone)$/,
    80,
  ],
  // Options of selects, choices and lists.
  [/\.(?:name|label|statuses|styles|formats|periods|sectionNames|tracks|weekdays)(?:\.\w+)?$/, 100],
  [/\.(?:belowOption|limitOption|forms\.shown|forms\.hidden)$/, 100],
  // What stands in a message, of which Discord takes 4,000 characters.
  [/^help\.topics\./, 2_000],
  [/./, 1_500],
];

/** The most characters that the sentence at `path` may have. */
export function boundOf(path: string): number {
  return bounds.find(([pattern]) => pattern.test(path))?.[1] ?? 4_000;
}
