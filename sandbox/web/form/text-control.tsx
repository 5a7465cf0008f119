/** A line or a paragraph to type in a form, with how much of it is used up. */

import { words } from '../words/words.js';
import type { ControlProps } from './control-props.js';
import type { TextField } from './form-field.js';

export function TextControl({
  id,
  describedBy,
  field,
  value,
  isWrong,
  isDisabled,
  onChange,
}: ControlProps<TextField, string>) {
  const common = {
    id,
    class: 'text-field',
    'aria-describedby': describedBy,
    'aria-invalid': isWrong || undefined,
    'aria-required': field.isRequired,
    placeholder: field.placeholder,
    value,
    readOnly: isDisabled,
    dir: 'auto' as const,
  };
  const left = field.maximum - value.length;
  return (
    <>
      {field.isParagraph ? (
        <textarea {...common} rows={4} onInput={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input
          {...common}
          type="text"
          autocomplete="off"
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {field.hasLimit && (
        <p id={`${id}-count`} class={`form-count ${left < 0 ? 'is-over' : ''}`}>
          {value.length} / {field.maximum}
          <span class="visually-hidden">{words().form.characters}</span>
        </p>
      )}
    </>
  );
}
