/** Choosing how much to show, so that a message stays within Discord's limits with any texts. */
import type { MessageView } from './message-view.js';

/** Characters over all texts, and the UTF-8 size beyond which messages have been refused all the same. */
const bounds = { characters: 4_000, bytes: 8_000 } as const;

/** The first of these measures, from ample to tight, with which the message fits; the last one when none does. */
export function fitted<Measure>(
  measures: readonly [Measure, ...Measure[]],
  viewWith: (measure: Measure) => MessageView,
): MessageView {
  const [ample, ...tighter] = measures;
  let view = viewWith(ample);
  for (const measure of tighter) {
    if (fits(view)) break;
    view = viewWith(measure);
  }
  return view;
}

/** Whether Discord takes the message's texts. */
export function fits({ components }: Pick<MessageView, 'components'>): boolean {
  const all = textsOf(components).join('');
  return all.length <= bounds.characters && Buffer.byteLength(all) < bounds.bytes;
}

/** The texts of a message, in their order. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { content, components } = value as { content?: unknown; components?: unknown };
  return [...(typeof content === 'string' ? [content] : []), ...textsOf(components)];
}
