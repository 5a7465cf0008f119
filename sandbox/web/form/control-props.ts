/** What every control of a form is given: its field, what stands in it, and how it is found and read out. */
import type { FormField } from './form-field.js';
import type { FieldValue } from './form-values.js';

export interface ControlProps<Field extends FormField, Value> {
  /** The id of the element that takes the focus. */
  id: string;
  labelId: string;
  /** The ids of what describes it. */
  describedBy: string | undefined;
  field: Field;
  value: Value;
  isWrong: boolean;
  isDisabled: boolean;
  onChange(value: FieldValue): void;
}
