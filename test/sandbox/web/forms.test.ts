/** Forms in the page: what their components become, what is wrong with what was entered, and what is sent. */
import { describe, expect, it } from 'vitest';
import { type FormComponent, partsOf } from '../../../sandbox/web/form/form-field.js';
import {
  type FieldValue,
  initialValues,
  isChanged,
  problemsOf,
  submissionOf,
} from '../../../sandbox/web/form/form-values.js';

const inLabel = (component: Partial<FormComponent>, more = {}): FormComponent => ({
  type: 18,
  label: 'Field',
  component: { custom_id: 'it', ...component } as FormComponent,
  ...more,
});
const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));
const text = (more = {}) => inLabel({ type: 4, ...more });
const select = (more = {}) => inLabel({ type: 3, options, ...more });
const files = (more = {}) => inLabel({ type: 19, ...more });
const radio = (more = {}) => inLabel({ type: 21, options, ...more });
const boxes = (more = {}) => inLabel({ type: 22, options, ...more });
const file = new File(['x'], 'x.txt');

const problem = (component: FormComponent, value: FieldValue) =>
  problemsOf(partsOf([component]), new Map([['it', value]])).get('it');

describe('the parts of a form', () => {
  it('are its fields, the words between them, and what the page does not know', () => {
    const parts = partsOf([
      { type: 10, content: 'Words' },
      inLabel({ type: 4, style: 2, max_length: 9 }, { description: 'About it' }),
      { type: 1, components: [{ type: 4, custom_id: 'old', label: 'The old way' }] },
      inLabel({ type: 8, channel_types: [0], default_values: [{ id: 'c1' }], required: false }),
      inLabel({ type: 98 }),
      { type: 99 },
    ]);
    expect(parts).toMatchObject([
      { kind: 'words', content: 'Words' },
      {
        kind: 'text',
        label: 'Field',
        description: 'About it',
        isParagraph: true,
        maximum: 9,
        hasLimit: true,
      },
      {
        kind: 'text',
        customId: 'old',
        label: 'The old way',
        isParagraph: false,
        maximum: 4000,
        hasLimit: false,
      },
      { kind: 'select', entity: 'channel', channelTypes: [0], chosen: ['c1'], minimum: 0, maximum: 1 },
      { kind: 'unknown', type: 98 },
      { kind: 'unknown', type: 99 },
    ]);
  });

  it('hold what they opened with, which is no change', () => {
    const chosen = options.map((one) => ({ ...one, default: one.value === 'b' }));
    const parts = partsOf([
      text({ value: 'before' }),
      select({ custom_id: 'select', options: chosen }),
      radio({ custom_id: 'radio', options: chosen }),
      boxes({ custom_id: 'boxes', options: chosen }),
      inLabel({ type: 23, custom_id: 'box', default: true }),
    ]);
    const values = initialValues(parts);
    expect(Object.fromEntries(values)).toEqual({
      it: 'before',
      select: ['b'],
      radio: 'b',
      boxes: ['b'],
      box: true,
    });
    expect(isChanged(parts, values)).toBe(false);
    expect(isChanged(parts, new Map(values).set('it', 'after'))).toBe(true);
    expect(isChanged(parts, new Map(values).set('boxes', ['a']))).toBe(true);
  });
});

describe('a field says what is wrong', () => {
  it.each([
    ['a text that is missing', text(), ' \n', 'Fill this in.'],
    ['one that may be', text({ required: false, min_length: 5 }), ' ', undefined],
    ['one too short', text({ min_length: 5 }), 'four', 'Write at least 5 characters.'],
    ['one too long', text({ max_length: 1 }), 'ab', 'Write at most 1 character; there are 2.'],
    ['one within', text({ min_length: 2, max_length: 2 }), 'ab', undefined],
    ['no choice', select(), [], 'Choose one.'],
    [
      'no choice where none is needed',
      select({ required: false, min_values: 2, max_values: 3 }),
      [],
      undefined,
    ],
    ['too few', select({ min_values: 2, max_values: 3 }), ['a'], 'Choose at least 2 options.'],
    ['no circle', radio(), undefined, 'Choose one.'],
    ['no circle where none is needed', radio({ required: false }), undefined, undefined],
    ['no box', boxes({ min_values: 0 }), [], 'Choose at least 1 box.'],
    ['too few boxes', boxes({ min_values: 2 }), ['a'], 'Choose at least 2 boxes.'],
    ['as many boxes as there are', boxes(), ['a', 'b', 'c'], undefined],
    ['no file', files(), [], 'Add a file.'],
    ['too many files', files({ max_values: 2 }), [file, file, file], 'Add at most 2 files; there are 3.'],
    ['enough files', files({ max_values: 2 }), [file], undefined],
  ])('%s', (_, component, value, expected) => {
    expect(problem(component, value)).toBe(expected);
  });

  it('in the order of the form', () => {
    const parts = partsOf([text(), select({ custom_id: 'second' })]);
    expect([...problemsOf(parts, initialValues(parts)).keys()]).toEqual(['it', 'second']);
  });
});

describe('a form sends', () => {
  it('every field, emptied ones as well, and files by themselves', () => {
    const parts = partsOf([
      text({ value: 'before', required: false }),
      select({ custom_id: 'select', required: false }),
      radio({ custom_id: 'radio', required: false }),
      boxes({ custom_id: 'boxes' }),
      inLabel({ type: 23, custom_id: 'box' }),
      files({ custom_id: 'files' }),
      files({ custom_id: 'none' }),
    ]);
    const values = new Map<string, FieldValue>(initialValues(parts))
      .set('it', '  ')
      .set('boxes', ['a', 'b'])
      .set('files', [file]);
    expect(submissionOf(parts, values)).toEqual({
      values: { it: '', select: [], boxes: ['a', 'b'], box: false },
      files: { files: [file] },
    });
  });
});
