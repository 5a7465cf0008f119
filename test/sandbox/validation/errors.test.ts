/** The shape and wording of refusals. */
import { expect, test } from 'vitest';
import { button, made, row, select, text, times, toChannel } from './rules.js';

test('a refused form is a tree of its keys with the errors at the leaves', () => {
  const body = {
    content: 'x',
    components: [row(button('a', { label: 'x'.repeat(81) }), button('x'.repeat(101)))],
  };
  expect(toChannel(body)).toEqual({
    status: 400,
    body: {
      code: 50035,
      message: 'Invalid Form Body',
      errors: {
        components: {
          0: {
            components: {
              0: {
                label: {
                  _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 80 or fewer in length.' }],
                },
              },
              1: {
                custom_id: {
                  _errors: [
                    { code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 100 in length.' },
                  ],
                },
              },
            },
          },
        },
      },
    },
  });
});

test('a component in the wrong place is refused with those that may stand there', () => {
  const body = { content: 'x', components: [row(select('a'), { type: 99 })] };
  expect(toChannel(body)?.body.errors).toEqual({
    components: {
      0: {
        components: {
          1: {
            _errors: [
              {
                code: 'UNION_TYPE_CHOICES',
                message: 'Value of field "type" must be one of (2, 3, 5, 6, 7, 8).',
              },
            ],
          },
        },
      },
    },
  });
});

test('two errors of one field stand side by side', () => {
  const body = made(text('x'.repeat(4000)), { type: 17, components: times(39, () => text('x')) });
  expect(toChannel(body)?.body.errors).toMatchObject({
    components: {
      _errors: [
        { code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED' },
        { code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED' },
      ],
    },
  });
});

test('an empty message has an error of its own', () => {
  expect(toChannel({})).toEqual({
    status: 400,
    body: { code: 50006, message: 'Cannot send an empty message' },
  });
});

test('a body that is no object is refused, not a failure', () => {
  for (const body of [undefined, null, [], 'x', 5]) expect(toChannel(body)?.body.code).toBe(50035);
});
