/** What is refused of a modal. */
import { describe } from 'vitest';
import { answering, button, type Loose, type Rule, row, select, testRules, text, times } from './rules.js';

const input = (customId: string, more: Loose = {}): Loose => ({
  type: 4,
  style: 1,
  custom_id: customId,
  ...more,
});
const label = (component: Loose, more: Loose = {}): Loose => ({
  type: 18,
  label: 'Title',
  component,
  ...more,
});
const modal = (...components: Loose[]): Loose => ({
  type: 9,
  data: { custom_id: 'share', title: 'Share a learning', components },
});
const upload = (more: Loose = {}): Loose => ({ type: 19, custom_id: 'file', ...more });
const boxes = (type: number, count: number, more: Loose = {}): Loose => ({
  type,
  custom_id: 'boxes',
  options: times(count, (index) => ({ label: `${index}`, value: `${index}` })),
  ...more,
});
const field = (body: Loose): Loose => body.data.components[0].component;
const at = 'data.components.0.component';

const whole: Rule<Loose>[] = [
  {
    rule: 'a title has at most 45 characters',
    accepted: modal(label(input('a'))),
    breaks: (body) => void (body.data.title = 'x'.repeat(46)),
    says: ['data.title BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a title is not blank',
    accepted: modal(label(input('a'))),
    breaks: (body) => void (body.data.title = ' '),
    says: ['data.title BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'a modal has a custom id',
    accepted: modal(label(input('a'))),
    breaks: (body) => void delete body.data.custom_id,
    says: ['data.custom_id BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'a modal has data',
    accepted: modal(label(input('a'))),
    breaks: (body) => void delete body.data,
    says: ['data BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'a modal has at most five components',
    accepted: modal(...times(5, (index) => label(input(`${index}`)))),
    breaks: (body) => void body.data.components.push(text('x')),
    says: ['data.components BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a modal has at least one component',
    accepted: modal(text('x')),
    breaks: (body) => void (body.data.components = []),
    says: ['data.components BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a modal is made of labels and text displays',
    accepted: modal(text('x'), label(input('a'))),
    breaks: (body) => void (body.data.components[0] = input('b')),
    says: ['data.components.0 UNION_TYPE_CHOICES'],
  },
  {
    rule: 'a custom id is unique in the modal',
    accepted: modal(label(input('a')), label(select('b'))),
    breaks: (body) => void (body.data.components[1].component.custom_id = 'a'),
    says: ['data.components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  },
  {
    rule: 'a number id is unique in the modal',
    accepted: modal({ ...text('x'), id: 1 }, label(input('a'), { id: 2 })),
    breaks: (body) => void (body.data.components[1].id = 1),
    says: ['data.components.1.id COMPONENT_ID_DUPLICATED'],
  },
  {
    rule: 'a text input straight inside a row, though deprecated, has a label',
    accepted: modal(row(input('a', { label: 'x' }))),
    breaks: (body) => void delete body.data.components[0].components[0].label,
    says: ['data.components.0.components.0.label BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a text input straight inside a row follows the rules of text inputs',
    accepted: modal(row(input('a', { label: 'x', min_length: 5, max_length: 5 }))),
    breaks: (body) => void (body.data.components[0].components[0].min_length = 6),
    says: ['data.components.0.components.0.min_length NUMBER_TYPE_MAX'],
  },
  {
    rule: 'a row of a modal holds one text input',
    accepted: modal(row(input('a', { label: 'x' }))),
    breaks: (body) => void body.data.components[0].components.push(input('b', { label: 'x' })),
    says: ['data.components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  },
];

const fields: Rule<Loose>[] = [
  {
    rule: 'a label has at most 45 characters',
    accepted: modal(label(input('a'), { label: 'x'.repeat(45) })),
    breaks: (body) => void (body.data.components[0].label += 'x'),
    says: ['data.components.0.label BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: "a label's description has at most 100 characters",
    accepted: modal(label(input('a'), { description: 'x'.repeat(100) })),
    breaks: (body) => void (body.data.components[0].description += 'x'),
    says: ['data.components.0.description BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a label holds no button',
    accepted: modal(label(input('a'))),
    breaks: (body) => void (body.data.components[0].component = button('b')),
    says: [`${at} UNION_TYPE_CHOICES`],
  },
  {
    rule: 'a label holds something',
    accepted: modal(label(input('a'))),
    breaks: (body) => void delete body.data.components[0].component,
    says: [`${at} BASE_TYPE_REQUIRED`],
  },
  {
    rule: 'the value of a text input has at most 4,000 characters',
    accepted: modal(label(input('a', { value: 'x'.repeat(4000) }))),
    breaks: (body) => void (field(body).value += 'x'),
    says: [`${at}.value BASE_TYPE_MAX_LENGTH`],
  },
  {
    rule: 'the placeholder of a text input has at most 100 characters',
    accepted: modal(label(input('a', { placeholder: 'x'.repeat(100) }))),
    breaks: (body) => void (field(body).placeholder += 'x'),
    says: [`${at}.placeholder BASE_TYPE_MAX_LENGTH`],
  },
  {
    rule: 'a text input takes at most 4,000 characters',
    accepted: modal(label(input('a', { max_length: 4000 }))),
    breaks: (body) => void (field(body).max_length = 4001),
    says: [`${at}.max_length NUMBER_TYPE_MAX`],
  },
  {
    rule: 'a text input takes at least one character',
    accepted: modal(label(input('a', { max_length: 1 }))),
    breaks: (body) => void (field(body).max_length = 0),
    says: [`${at}.max_length NUMBER_TYPE_MIN`],
  },
  {
    rule: 'a text input does not ask for more than it takes',
    accepted: modal(label(input('a', { min_length: 5, max_length: 5 }))),
    breaks: (body) => void (field(body).min_length = 6),
    says: [`${at}.min_length NUMBER_TYPE_MAX`],
  },
  {
    rule: 'a text input has a style',
    accepted: modal(label(input('a', { style: 2 }))),
    breaks: (body) => void (field(body).style = 3),
    says: [`${at}.style BASE_TYPE_CHOICES`],
  },
  {
    rule: 'a field of a modal is not disabled',
    accepted: modal(label(select('a', { disabled: false }))),
    breaks: (body) => void (field(body).disabled = true),
    says: [`${at}.disabled COMPONENT_CANNOT_BE_DISABLED_IN_MODAL`],
  },
  {
    rule: 'where an answer is required, nothing is not enough',
    accepted: modal(label(select('a', { min_values: 0, required: false }))),
    breaks: (body) => void delete field(body).required,
    says: [`${at}.min_values NUMBER_TYPE_MIN`],
  },
  {
    rule: 'a select has as many options as may be picked',
    accepted: modal(label(select('a', { max_values: 2 }))),
    breaks: (body) => void (field(body).max_values = 3),
    says: [`${at}.options BASE_TYPE_BAD_LENGTH`],
  },
  {
    rule: 'at most 10 files are uploaded',
    accepted: modal(label(upload({ max_values: 10 }))),
    breaks: (body) => void (field(body).max_values = 11),
    says: [`${at}.max_values NUMBER_TYPE_MAX`],
  },
  {
    rule: 'a file upload does not ask for more than it takes',
    accepted: modal(label(upload({ min_values: 2, max_values: 2 }))),
    breaks: (body) => void delete field(body).max_values,
    says: [`${at}.min_values NUMBER_TYPE_MAX`],
  },
  {
    rule: 'a radio group has at least two options',
    accepted: modal(label(boxes(21, 2))),
    breaks: (body) => void field(body).options.pop(),
    says: [`${at}.options BASE_TYPE_BAD_LENGTH`],
  },
  {
    rule: 'a radio group has at most ten options',
    accepted: modal(label(boxes(21, 10))),
    breaks: (body) => void field(body).options.push({ label: 'x', value: 'x' }),
    says: [`${at}.options BASE_TYPE_BAD_LENGTH`],
  },
  {
    rule: 'a radio group has one option picked beforehand',
    accepted: modal(
      label(
        boxes(21, 2, {
          options: [
            { label: '0', value: '0', default: true },
            { label: '1', value: '1' },
          ],
        }),
      ),
    ),
    breaks: (body) => void (field(body).options[1].default = true),
    says: [`${at}.options SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES`],
  },
  {
    rule: 'a checkbox group has at most ten options',
    accepted: modal(label(boxes(22, 10))),
    breaks: (body) => void field(body).options.push({ label: 'x', value: 'x' }),
    says: [`${at}.options BASE_TYPE_BAD_LENGTH`],
  },
  {
    rule: 'a checkbox group has at least one option',
    accepted: modal(label(boxes(22, 1))),
    breaks: (body) => void field(body).options.pop(),
    says: [`${at}.options BASE_TYPE_BAD_LENGTH`],
  },
  {
    rule: 'a checkbox group does not ask for more than it has',
    accepted: modal(label(boxes(22, 3, { min_values: 3 }))),
    breaks: (body) => void (field(body).min_values = 4),
    says: [`${at}.min_values NUMBER_TYPE_MAX`],
  },
  {
    rule: 'a checkbox has a custom id',
    accepted: modal(label({ type: 23, custom_id: 'agree', default: true })),
    breaks: (body) => void delete field(body).custom_id,
    says: [`${at}.custom_id BASE_TYPE_REQUIRED`],
  },
];

describe('a modal', () => testRules(whole, answering(2)));
describe('a field of a modal', () => testRules(fields, answering(3)));
