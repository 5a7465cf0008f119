/** A form's components as the fields that someone fills in. */
import type { EntityKind } from '../parts/entity-options.js';
import type { OptionEmoji } from '../parts/select-option.js';

export interface FieldOption {
  value: string;
  label: string;
  description?: string | null;
  emoji?: OptionEmoji | null;
  default?: boolean | null;
}

/** What is read of a component, https://docs.discord.com/developers/components/reference. */
export interface FormComponent {
  type: number;
  custom_id?: string;
  label?: string | null;
  description?: string | null;
  content?: string;
  style?: number;
  placeholder?: string | null;
  value?: string | null;
  required?: boolean | null;
  default?: boolean | null;
  min_length?: number | null;
  max_length?: number | null;
  min_values?: number | null;
  max_values?: number | null;
  options?: readonly FieldOption[];
  default_values?: readonly { id: string }[] | null;
  channel_types?: readonly number[];
  file_types?: readonly string[];
  component?: FormComponent;
  components?: readonly FormComponent[];
}

interface Named {
  customId: string;
  label: string;
  description?: string | null | undefined;
  isRequired: boolean;
}

interface Bounded {
  minimum: number;
  maximum: number;
}

export type TextField = Named &
  Bounded & { kind: 'text'; isParagraph: boolean; placeholder: string; value: string; hasLimit: boolean };
export type SelectField = Named &
  Bounded & {
    kind: 'select';
    /** What it is chosen from, when that is not the field's own options. */
    entity?: EntityKind;
    options: readonly FieldOption[];
    channelTypes: readonly number[];
    placeholder: string | undefined;
    chosen: readonly string[];
  };
export type FileField = Named & Bounded & { kind: 'file'; types: readonly string[] };
export type RadioField = Named & {
  kind: 'radio';
  options: readonly FieldOption[];
  value: string | undefined;
};
export type BoxesField = Named &
  Bounded & { kind: 'boxes'; options: readonly FieldOption[]; chosen: readonly string[] };
export type CheckboxField = Named & { kind: 'checkbox'; value: boolean };

export type FormField = TextField | SelectField | FileField | RadioField | BoxesField | CheckboxField;
/** What stands in a form: fields, words between them, and what this page does not know. */
export type FormPart = FormField | { kind: 'words'; content: string } | { kind: 'unknown'; type: number };

const Type = {
  row: 1,
  stringSelect: 3,
  textInput: 4,
  textDisplay: 10,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;
const ENTITIES: { [type: number]: EntityKind } = { 5: 'user', 6: 'role', 7: 'mentionable', 8: 'channel' };
const PARAGRAPH = 2;
const LONGEST = 4_000;

/** The parts of a form in their order. */
export function partsOf(components: readonly FormComponent[]): FormPart[] {
  return components.flatMap((component): FormPart[] => {
    const { type, label, description } = component;
    if (type === Type.textDisplay) return [{ kind: 'words', content: component.content ?? '' }];
    // A text input straight in a row is the old way; its label is its own.
    if (type === Type.row)
      return (component.components ?? []).map((one) => fieldOf(one, one.label, undefined));
    if (type === Type.label && component.component) return [fieldOf(component.component, label, description)];
    return [{ kind: 'unknown', type }];
  });
}

export function isField(part: FormPart): part is FormField {
  return part.kind !== 'words' && part.kind !== 'unknown';
}

function fieldOf(
  component: FormComponent,
  label: string | null | undefined,
  description: string | null | undefined,
): FormPart {
  const { type, custom_id: customId } = component;
  if (customId === undefined) return { kind: 'unknown', type };
  const isRequired = component.required !== false;
  const named = { customId, label: label || customId, description, isRequired };
  const options = component.options ?? [];
  const chosen = options.filter((option) => option.default).map(({ value }) => value);
  const minimum = component.min_values ?? (isRequired ? 1 : 0);
  const entity = ENTITIES[type];
  if (type === Type.stringSelect || entity) {
    return {
      kind: 'select',
      ...named,
      ...(entity && { entity }),
      options,
      channelTypes: component.channel_types ?? [],
      placeholder: component.placeholder ?? undefined,
      chosen: [...chosen, ...(component.default_values ?? []).map(({ id }) => id)],
      minimum,
      maximum: component.max_values ?? 1,
    };
  }
  switch (type) {
    case Type.textInput:
      return {
        kind: 'text',
        ...named,
        isParagraph: component.style === PARAGRAPH,
        placeholder: component.placeholder ?? '',
        value: component.value ?? '',
        minimum: component.min_length ?? 0,
        maximum: component.max_length ?? LONGEST,
        hasLimit: component.max_length !== undefined && component.max_length !== null,
      };
    case Type.fileUpload:
      return {
        kind: 'file',
        ...named,
        types: component.file_types ?? [],
        minimum,
        maximum: component.max_values ?? 1,
      };
    case Type.radioGroup:
      return { kind: 'radio', ...named, options, value: chosen[0] };
    case Type.checkboxGroup:
      return {
        kind: 'boxes',
        ...named,
        options,
        chosen,
        minimum,
        maximum: component.max_values ?? options.length,
      };
    case Type.checkbox:
      return { kind: 'checkbox', ...named, isRequired: false, value: component.default === true };
    default:
      return { kind: 'unknown', type };
  }
}
