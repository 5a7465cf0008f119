/** The boxes and circles of a form: one of several, several of several, and a single box. */
import type { ComponentChildren } from 'preact';
import type { ControlProps } from './control-props.js';
import type { BoxesField, CheckboxField, FieldOption, RadioField } from './form-field.js';

export function RadioControl(props: ControlProps<RadioField, string | undefined>) {
  const { id, labelId, describedBy, field, value, isWrong, isDisabled, onChange } = props;
  const first = field.options.findIndex((option) => option.value === value);
  return (
    <div
      class="choice-group"
      role="radiogroup"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      aria-required={field.isRequired}
      aria-invalid={isWrong || undefined}
    >
      {field.options.map((option, index) => (
        <Choice
          key={option.value}
          // What the Tab key reaches is what takes the focus.
          id={index === Math.max(first, 0) ? id : `${id}-${index}`}
          type="radio"
          name={id}
          option={option}
          isChosen={option.value === value}
          isDisabled={isDisabled}
          onChoose={() => onChange(option.value)}
        />
      ))}
    </div>
  );
}

export function BoxesControl(props: ControlProps<BoxesField, readonly string[]>) {
  const { id, labelId, describedBy, field, value, isDisabled, onChange } = props;
  const isFull = value.length >= field.maximum;
  return (
    <div class="choice-group" role="group" aria-labelledby={labelId} aria-describedby={describedBy}>
      {field.options.map((option, index) => {
        const isChosen = value.includes(option.value);
        return (
          <Choice
            key={option.value}
            id={index === 0 ? id : `${id}-${index}`}
            type="checkbox"
            name={id}
            option={option}
            isChosen={isChosen}
            isDisabled={isDisabled || (isFull && !isChosen)}
            onChoose={(isTicked) => {
              const others = value.filter((one) => one !== option.value);
              onChange(isTicked ? [...others, option.value] : others);
            }}
          />
        );
      })}
    </div>
  );
}

interface ChoiceProps {
  id: string;
  type: 'radio' | 'checkbox';
  name: string;
  option: FieldOption;
  isChosen: boolean;
  isDisabled: boolean;
  onChoose(isChosen: boolean): void;
}

function Choice({ id, type, name, option, isChosen, isDisabled, onChoose }: ChoiceProps) {
  return (
    <label class={`choice ${isDisabled ? 'is-disabled' : ''}`}>
      <input
        id={id}
        type={type}
        name={name}
        checked={isChosen}
        disabled={isDisabled}
        aria-describedby={option.description ? `${id}-about` : undefined}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <span class="choice-text">
        <span class="choice-label" dir="auto">
          {option.label}
        </span>
        {option.description && (
          <span id={`${id}-about`} class="form-description" dir="auto">
            {option.description}
          </span>
        )}
      </span>
    </label>
  );
}

export function CheckboxControl(
  props: ControlProps<CheckboxField, boolean> & { children: ComponentChildren },
) {
  const { id, describedBy, value, isDisabled, onChange, children } = props;
  return (
    <div class="choice">
      <input
        id={id}
        type="checkbox"
        checked={value}
        disabled={isDisabled}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div class="choice-text">{children}</div>
    </div>
  );
}
