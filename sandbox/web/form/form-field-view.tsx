/** One part of a form: its label, what it is for, its control, and what is wrong with it. */
import type { ComponentChildren } from 'preact';
import { Markdown } from '../message/markdown/markdown.js';
import type { Lookup } from '../model.js';
import { entityOptions } from '../parts/entity-options.js';
import { WarningIcon } from '../parts/icons.js';
import { Select } from '../parts/select.js';
import type { SelectOption } from '../parts/select-option.js';
import { words } from '../words/words.js';
import { BoxesControl, CheckboxControl, RadioControl } from './choice-controls.js';
import type { ControlProps } from './control-props.js';
import { FileControl } from './file-control.js';
import type { FieldOption, FormField, FormPart, SelectField } from './form-field.js';
import type { FieldValue } from './form-values.js';
import { TextControl } from './text-control.js';

export interface FormFieldViewProps {
  formId: string;
  part: FormPart;
  value: FieldValue;
  problem: string | undefined;
  isDisabled: boolean;
  lookup: Lookup;
  onChange(customId: string, value: FieldValue): void;
}

/** The id of the element of a field that takes the focus. */
export function fieldElementId(formId: string, customId: string): string {
  return `${formId}-${customId}`;
}

export function FormFieldView(props: FormFieldViewProps) {
  const { part, lookup } = props;
  if (part.kind === 'words') {
    return (
      <div class="form-words">
        <Markdown text={part.content} lookup={lookup} />
      </div>
    );
  }
  if (part.kind === 'unknown') return <p class="form-unknown">{words().form.unknown(part.type)}</p>;
  return <Field {...props} field={part} />;
}

function Field(props: FormFieldViewProps & { field: FormField }) {
  const { formId, field, value, problem, isDisabled, lookup, onChange } = props;
  const id = fieldElementId(formId, field.customId);
  const labelId = `${id}-label`;
  const problemId = `${id}-problem`;
  const isText = field.kind === 'text';
  const description = field.description ? `${id}-description` : undefined;
  const described = [description, isText && field.hasLimit && `${id}-count`, problem && problemId];
  const control = {
    id,
    labelId,
    describedBy: described.filter(Boolean).join(' ') || undefined,
    isWrong: problem !== undefined,
    isDisabled,
    onChange: (changed: FieldValue) => onChange(field.customId, changed),
  };
  const Label = isText || field.kind === 'checkbox' ? 'label' : 'span';
  const label = (
    <Label id={labelId} class="form-label" dir="auto" {...(Label === 'label' && { for: id })}>
      {field.label}
      {field.isRequired && (
        <>
          <span class="form-required" aria-hidden="true">
            {' *'}
          </span>
          <span class="visually-hidden">{words().form.required}</span>
        </>
      )}
    </Label>
  );
  const about = field.description && (
    <p id={description} class="form-description" dir="auto">
      {field.description}
    </p>
  );
  return (
    <div class={`form-field ${field.kind === 'checkbox' ? 'form-field-checkbox' : ''}`}>
      {field.kind === 'checkbox' ? (
        <CheckboxControl {...control} field={field} value={value === true}>
          {label}
          {about}
        </CheckboxControl>
      ) : (
        <>
          {label}
          {about}
          {controlOf(field, control, value, lookup, problem && problemId)}
        </>
      )}
      {problem && (
        <p id={problemId} class="field-error">
          <WarningIcon size={16} />
          {problem}
        </p>
      )}
    </div>
  );
}

type Control = Omit<ControlProps<FormField, FieldValue>, 'field' | 'value'>;

function controlOf(
  field: Exclude<FormField, { kind: 'checkbox' }>,
  control: Control,
  value: FieldValue,
  lookup: Lookup,
  problemId: string | undefined,
): ComponentChildren {
  switch (field.kind) {
    case 'text':
      return <TextControl {...control} field={field} value={String(value ?? '')} />;
    case 'select':
      return (
        <Select
          id={control.id}
          label={field.label}
          options={selectOptions(field, lookup)}
          // A choice that is too small is said at the field, and not taken back.
          minimum={field.isRequired ? Math.min(field.minimum, 1) : 0}
          maximum={field.maximum}
          placeholder={field.placeholder}
          isDisabled={control.isDisabled}
          errorId={problemId}
          onChoose={control.onChange}
        />
      );
    case 'file':
      return <FileControl {...control} field={field} value={filesIn(value)} />;
    case 'radio':
      return (
        <RadioControl {...control} field={field} value={typeof value === 'string' ? value : undefined} />
      );
    case 'boxes':
      return <BoxesControl {...control} field={field} value={textsIn(value)} />;
  }
}

function selectOptions(field: SelectField, lookup: Lookup): SelectOption[] {
  if (field.entity) return entityOptions(lookup, field.entity, field.channelTypes, field.chosen);
  return field.options.map(({ value, label, description, emoji, default: isDefault }: FieldOption) => ({
    value,
    label,
    description: description ?? null,
    emoji: emoji ?? null,
    isDefault: isDefault === true,
  }));
}

function filesIn(value: FieldValue): File[] {
  return Array.isArray(value) ? value.filter((one) => one instanceof File) : [];
}

function textsIn(value: FieldValue): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
