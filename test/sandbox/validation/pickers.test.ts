/** What is refused of a select in a message. */
import { describe } from 'vitest';
import { type Loose, type Rule, row, select, testRules, times, toChannel } from './rules.js';

const sent = (component: Loose): Loose => ({ content: 'x', components: [row(component)] });
const of = (body: Loose): Loose => body.components[0].components[0];
const options = (count: number): Loose[] =>
  times(count, (index) => ({ label: `${index}`, value: `${index}` }));
const people = (count: number): Loose[] =>
  times(count, (index) => ({ type: 'user', id: `17592884729911706${index}` }));
const at = 'components.0.components.0';

const rules: Rule<Loose>[] = [
  {
    rule: 'a select has at most 25 options',
    accepted: sent(select('a', { options: options(25) })),
    breaks: (body) => void of(body).options.push({ label: 'x', value: 'x' }),
    says: [`${at}.options BASE_TYPE_BAD_LENGTH`],
  },
  {
    rule: 'a select has options',
    accepted: sent(select('a')),
    breaks: (body) => void (of(body).options = []),
    says: [`${at}.options BASE_TYPE_BAD_LENGTH`],
  },
  {
    rule: 'the label of an option has at most 100 characters',
    accepted: sent(select('a', { options: [{ label: 'x'.repeat(100), value: 'x' }] })),
    breaks: (body) => void (of(body).options[0].label += 'x'),
    says: [`${at}.options.0.label BASE_TYPE_BAD_LENGTH`],
  },
  {
    rule: 'the value of an option has at most 100 characters',
    accepted: sent(select('a', { options: [{ label: 'x', value: 'x'.repeat(100) }] })),
    breaks: (body) => void (of(body).options[0].value += 'x'),
    says: [`${at}.options.0.value BASE_TYPE_BAD_LENGTH`],
  },
  {
    rule: 'the description of an option has at most 100 characters',
    accepted: sent(select('a', { options: [{ label: 'x', value: 'x', description: 'x'.repeat(100) }] })),
    breaks: (body) => void (of(body).options[0].description += 'x'),
    says: [`${at}.options.0.description BASE_TYPE_MAX_LENGTH`],
  },
  {
    rule: 'the value of an option is not used twice',
    accepted: sent(select('a')),
    breaks: (body) => void (of(body).options[1].value = '1'),
    says: [`${at}.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED`],
  },
  {
    rule: 'the emoji of an option is one',
    accepted: sent(select('a', { options: [{ label: 'x', value: 'x', emoji: { name: '🎯' } }] })),
    breaks: (body) => void (of(body).options[0].emoji.name = 'target'),
    says: [`${at}.options.0.emoji.name BUTTON_COMPONENT_INVALID_EMOJI`],
  },
  {
    rule: 'no more options are picked beforehand than may be picked',
    accepted: sent(select('a', { options: [{ label: 'x', value: 'x', default: true }, ...options(2)] })),
    breaks: (body) => void (of(body).options[1].default = true),
    says: [`${at}.options SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES`],
  },
  {
    rule: 'as many options exist as may be picked',
    accepted: sent(select('a', { max_values: 2 })),
    breaks: (body) => void (of(body).max_values = 3),
    says: [`${at}.options BASE_TYPE_BAD_LENGTH`],
  },
  {
    rule: 'at most 25 may be picked',
    accepted: sent({ type: 5, custom_id: 'a', max_values: 25 }),
    breaks: (body) => void (of(body).max_values = 26),
    says: [`${at}.max_values NUMBER_TYPE_MAX`],
  },
  {
    rule: 'the least to pick is not below nothing',
    accepted: sent(select('a', { min_values: 0 })),
    breaks: (body) => void (of(body).min_values = -1),
    says: [`${at}.min_values NUMBER_TYPE_MIN`],
  },
  {
    rule: 'the least to pick is not above the most',
    accepted: sent({ type: 6, custom_id: 'a', min_values: 2, max_values: 2 }),
    breaks: (body) => void delete of(body).max_values,
    says: [`${at}.min_values NUMBER_TYPE_MAX`],
  },
  {
    rule: 'no more members are picked beforehand than may be picked',
    accepted: sent({ type: 5, custom_id: 'a', max_values: 2, default_values: people(2) }),
    breaks: (body) => void (of(body).max_values = 1),
    says: [`${at}.default_values SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES`],
  },
  {
    rule: 'no fewer members are picked beforehand than must be picked',
    accepted: sent({ type: 5, custom_id: 'a', min_values: 2, max_values: 3, default_values: people(2) }),
    breaks: (body) => void of(body).default_values.pop(),
    says: [`${at}.default_values NUMBER_TYPE_MIN`],
  },
  {
    rule: 'what is picked beforehand is of the kind of the select',
    accepted: sent({ type: 5, custom_id: 'a', default_values: people(1) }),
    breaks: (body) => void (of(body).default_values[0].type = 'role'),
    says: [`${at}.default_values.0.type BASE_TYPE_CHOICES`],
  },
  {
    rule: 'a placeholder has at most 150 characters',
    accepted: sent(select('a', { placeholder: 'x'.repeat(150) })),
    breaks: (body) => void (of(body).placeholder += 'x'),
    says: [`${at}.placeholder BASE_TYPE_MAX_LENGTH`],
  },
  {
    rule: 'channels are picked by known types',
    accepted: sent({ type: 8, custom_id: 'a', channel_types: [0, 5] }),
    breaks: (body) => void (of(body).channel_types = [99]),
    says: [`${at}.channel_types.0 BASE_TYPE_CHOICES`],
  },
];

describe('a select', () => testRules(rules, toChannel));
