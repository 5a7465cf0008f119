/** What is refused of a message's components. */
import { describe } from 'vitest';
import {
  button,
  type Loose,
  made,
  type Rule,
  row,
  select,
  testRules,
  text,
  times,
  toChannel,
} from './rules.js';

const plain = (...components: Loose[]): Loose => ({ content: 'x', components });
const section = (more: Loose = {}): Loose => ({
  type: 9,
  components: [text('x')],
  accessory: { type: 11, media: { url: 'https://example.org/a.png' } },
  ...more,
});
const container = (...components: Loose[]): Loose => ({ type: 17, components });
const link = { type: 2, style: 5, label: 'Read', url: 'https://example.org/' };
const premium = { type: 2, style: 6, sku_id: '175928847299117063' };
const first = (body: Loose): Loose => body.components[0].components[0];

const rows: Rule<Loose>[] = [
  {
    rule: 'a row holds at most five buttons',
    accepted: plain(row(...times(5, (index) => button(`${index}`)))),
    breaks: (body) => void body.components[0].components.push(button('6')),
    says: ['components.0.components BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a row is not empty',
    accepted: plain(row(button('a'))),
    breaks: (body) => void (body.components[0].components = []),
    says: ['components.0.components BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a row holds one select',
    accepted: plain(row(select('a'))),
    breaks: (body) => void body.components[0].components.push(select('b')),
    says: ['components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  },
  {
    rule: 'a row does not mix buttons with a select',
    accepted: plain(row(button('a'), button('b'))),
    breaks: (body) => void (body.components[0].components[1] = { type: 5, custom_id: 'b' }),
    says: ['components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  },
  {
    rule: 'a row holds only buttons and selects',
    accepted: plain(row(button('a'))),
    breaks: (body) => void (body.components[0].components[0] = text('x')),
    says: ['components.0.components.0 UNION_TYPE_CHOICES'],
  },
  {
    rule: 'a message without the flag has at most five rows',
    accepted: plain(...times(5, (index) => row(button(`${index}`)))),
    breaks: (body) => void body.components.push(row(button('6'))),
    says: ['components BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'a component has a type',
    accepted: plain(row(button('a'))),
    breaks: (body) => void delete first(body).type,
    says: ['components.0.components.0.type BASE_TYPE_REQUIRED'],
  },
];

const ids: Rule<Loose>[] = [
  {
    rule: 'a custom id is unique in the message, in depth',
    accepted: made(container(row(button('a'))), section({ accessory: button('b') })),
    breaks: (body) => void (body.components[1].accessory.custom_id = 'a'),
    says: ['components.1.accessory.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  },
  {
    rule: 'a custom id has at most 100 characters',
    accepted: plain(row(button('x'.repeat(100)))),
    breaks: (body) => void (first(body).custom_id += 'x'),
    says: ['components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a custom id is not empty',
    accepted: plain(row(select('a'))),
    breaks: (body) => void (first(body).custom_id = ''),
    says: ['components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a select has a custom id',
    accepted: plain(row(select('a'))),
    breaks: (body) => void delete first(body).custom_id,
    says: ['components.0.components.0.custom_id BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'a number id is unique in the message, 0 being none',
    accepted: made({ ...text('x'), id: 0 }, { ...text('x'), id: 0 }, { ...text('x'), id: 1 }),
    breaks: (body) => void (body.components[0].id = 1),
    says: ['components.2.id COMPONENT_ID_DUPLICATED'],
  },
];

const buttons: Rule<Loose>[] = [
  {
    rule: 'a button has a custom id',
    accepted: plain(row(button('a'))),
    breaks: (body) => void delete first(body).custom_id,
    says: ['components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED'],
  },
  {
    rule: 'a button has a label of at most 80 characters',
    accepted: plain(row(button('a', { label: 'x'.repeat(80) }))),
    breaks: (body) => void (first(body).label += 'x'),
    says: ['components.0.components.0.label BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'a button has a label or an emoji',
    accepted: plain(row(button('a', { label: undefined, emoji: { name: '👍' } }))),
    breaks: (body) => void delete first(body).emoji,
    says: ['components.0.components.0.label BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED'],
  },
  {
    rule: 'a button has one of six styles',
    accepted: plain(row(button('a', { style: 4 }))),
    breaks: (body) => void (first(body).style = 7),
    says: ['components.0.components.0.style BASE_TYPE_CHOICES'],
  },
  {
    rule: 'a button that is no link has no url',
    accepted: plain(row(button('a'))),
    breaks: (body) => void (first(body).url = 'https://example.org/'),
    says: ['components.0.components.0.url BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE'],
  },
  {
    rule: 'a button that is no purchase has no sku',
    accepted: plain(row(button('a'))),
    breaks: (body) => void (first(body).sku_id = '175928847299117063'),
    says: ['components.0.components.0.sku_id BUTTON_COMPONENT_FIELD_NOT_ALLOWED'],
  },
  {
    rule: 'a link has a url',
    accepted: plain(row(link)),
    breaks: (body) => void delete first(body).url,
    says: ['components.0.components.0.url BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'a link has no custom id',
    accepted: plain(row(link)),
    breaks: (body) => void (first(body).custom_id = 'a'),
    says: ['components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE'],
  },
  {
    rule: 'a link has no sku',
    accepted: plain(row(link)),
    breaks: (body) => void (first(body).sku_id = '175928847299117063'),
    says: ['components.0.components.0.sku_id BUTTON_COMPONENT_FIELD_NOT_ALLOWED'],
  },
  {
    rule: 'a link leads to http, https or discord',
    accepted: plain(row({ ...link, url: 'discord://-/settings' })),
    breaks: (body) => void (first(body).url = 'ftp://example.org/'),
    says: ['components.0.components.0.url URL_TYPE_INVALID_SCHEME'],
  },
  {
    rule: 'a link is well formed',
    accepted: plain(row(link)),
    breaks: (body) => void (first(body).url = 'example'),
    says: ['components.0.components.0.url URL_TYPE_INVALID_URL'],
  },
  {
    rule: 'a link has a label or an emoji',
    accepted: plain(row(link)),
    breaks: (body) => void delete first(body).label,
    says: ['components.0.components.0.label BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED'],
  },
  {
    rule: 'a purchase has a sku',
    accepted: plain(row(premium)),
    breaks: (body) => void delete first(body).sku_id,
    says: ['components.0.components.0.sku_id BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'a purchase has no label',
    accepted: plain(row(premium)),
    breaks: (body) => void (first(body).label = 'Buy'),
    says: ['components.0.components.0.label BUTTON_COMPONENT_FIELD_NOT_ALLOWED'],
  },
  {
    rule: 'an emoji is one, or has an id',
    accepted: plain(
      row(button('a', { emoji: { id: '175928847299117063' } }), button('b', { emoji: { name: '🇰🇪' } })),
    ),
    breaks: (body) => void (body.components[0].components[1].emoji.name = 'smile'),
    says: ['components.0.components.1.emoji.name BUTTON_COMPONENT_INVALID_EMOJI'],
  },
];

const layout: Rule<Loose>[] = [
  {
    rule: 'beside rows a message needs the flag',
    accepted: made(text('x'), row(button('a'))),
    breaks: (body) => void delete body.flags,
    says: ['components.0 UNION_TYPE_CHOICES'],
  },
  {
    rule: 'a message has at most 40 components, in depth',
    accepted: made(container(...times(37, () => text('x')), row(button('a')))),
    breaks: (body) => void body.components[0].components[37].components.push(button('b')),
    says: ['components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  },
  {
    rule: "a section's accessory counts among the 40",
    accepted: made(...times(37, () => text('x')), section()),
    breaks: (body) => void body.components.unshift(text('x')),
    says: ['components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  },
  {
    rule: 'all text displays together have at most 4,000 characters',
    accepted: made(container(text('x'.repeat(2000))), section({ components: [text('x'.repeat(2000))] })),
    breaks: (body) => void (body.components[1].components[0].content += 'x'),
    says: ['components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
  },
  {
    rule: 'all text displays together have at most 8,000 bytes',
    accepted: made(text('é'.repeat(3000)), text('é'.repeat(1000))),
    breaks: (body) => void (body.components[1].content = '語'.repeat(1000)),
    says: ['components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
  },
  {
    rule: 'a text display is not empty',
    accepted: made(text('x')),
    breaks: (body) => void (body.components[0].content = ''),
    says: ['components.0.content BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a section has an accessory',
    accepted: made(section()),
    breaks: (body) => void delete body.components[0].accessory,
    says: ['components.0.accessory BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'an accessory is a button or a thumbnail',
    accepted: made(section()),
    breaks: (body) => void (body.components[0].accessory = select('a')),
    says: ['components.0.accessory UNION_TYPE_CHOICES'],
  },
  {
    rule: 'a section has at most three text displays',
    accepted: made(section({ components: times(3, () => text('x')) })),
    breaks: (body) => void body.components[0].components.push(text('x')),
    says: ['components.0.components BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a section has at least one text display',
    accepted: made(section()),
    breaks: (body) => void (body.components[0].components = []),
    says: ['components.0.components BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a container holds no container',
    accepted: made(container(container(text('x')).components[0])),
    breaks: (body) => void (body.components[0].components = [container(text('x'))]),
    says: ['components.0.components.0 UNION_TYPE_CHOICES'],
  },
  {
    rule: 'a button stands in a row or beside a section',
    accepted: made(row(button('a'))),
    breaks: (body) => void (body.components[0] = button('a')),
    says: ['components.0 UNION_TYPE_CHOICES'],
  },
  {
    rule: 'a gallery has at most ten items',
    accepted: made({ type: 12, items: times(10, () => ({ media: { url: 'https://example.org/a.png' } })) }),
    breaks: (body) => void body.components[0].items.push(body.components[0].items[0]),
    says: ['components.0.items BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a gallery has at least one item',
    accepted: made({ type: 12, items: [{ media: { url: 'https://example.org/a.png' } }] }),
    breaks: (body) => void (body.components[0].items = []),
    says: ['components.0.items BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'media come by http, https or from the message',
    accepted: made(section()),
    breaks: (body) => void (body.components[0].accessory.media.url = 'file:///a.png'),
    says: ['components.0.accessory.media.url URL_TYPE_INVALID_SCHEME'],
  },
  {
    rule: 'an accent is a colour',
    accepted: made({ ...container(text('x')), accent_color: 0xffffff }),
    breaks: (body) => void (body.components[0].accent_color += 1),
    says: ['components.0.accent_color NUMBER_TYPE_MAX'],
  },
];

describe('rows', () => testRules(rows, toChannel));
describe('ids', () => testRules(ids, toChannel));
describe('buttons', () => testRules(buttons, toChannel));
describe('layout', () => testRules(layout, toChannel));
