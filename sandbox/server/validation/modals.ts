/** Owns the rules of a modal: ids over the whole of it, and each kind of field inside its labels. */
import { checkChoices, checkPicker, type Picker } from './choices.js';
import { type Component, ComponentKind, checkRow, isSelect, UniqueIds } from './components.js';
import {
  badLength,
  type Path,
  type Problem,
  type Problems,
  required,
  tooLarge,
  tooSmall,
} from './problems.js';
import { isBlank } from './text.js';

/** A component of a modal as it stands after its schema was checked. */
export interface ModalComponent extends Component {
  label?: string | null;
  component?: ModalComponent;
  components?: readonly ModalComponent[];
  required?: boolean | null;
  min_length?: number | null;
  max_length?: number | null;
}

export interface Modal {
  title: string;
  components: readonly ModalComponent[];
}

const Kind = { textInput: 4, fileUpload: 19, radioGroup: 21, checkboxGroup: 22 } as const;
const MAXIMUM_SELECT_OPTIONS = 25;
const MAXIMUM_BOXES = 10;
const MAXIMUM_LABEL = 45;

const cannotBeDisabled: Problem = {
  code: 'COMPONENT_CANNOT_BE_DISABLED_IN_MODAL',
  message: 'Modals cannot have disabled components',
};

/** https://docs.discord.com/developers/components/reference: what the schema of a modal does not hold. */
export function checkModal(modal: Modal, at: Path, problems: Problems): void {
  if (isBlank(modal.title)) problems.add([...at, 'title'], required);
  const ids = new UniqueIds(problems);
  modal.components.forEach((component, index) => {
    const path = [...at, 'components', index];
    ids.check(component, path);
    if (component.component) checkField(component.component, [...path, 'component'], ids, problems);
    if (component.type === ComponentKind.row) checkDeprecatedRow(component, path, ids, problems);
  });
}

/** A text input straight inside a row is deprecated but still taken; there it needs a label of its own. */
function checkDeprecatedRow(row: ModalComponent, path: Path, ids: UniqueIds, problems: Problems): void {
  checkRow(row, path, problems);
  row.components?.forEach((input, index) => {
    const place = [...path, 'components', index];
    if (isBlank(input.label)) problems.add([...place, 'label'], badLength(1, MAXIMUM_LABEL));
    checkField(input, place, ids, problems);
  });
}

function checkField(field: ModalComponent, path: Path, ids: UniqueIds, problems: Problems): void {
  ids.check(field, path);
  if ('disabled' in field && field.disabled) problems.add([...path, 'disabled'], cannotBeDisabled);
  if (field.min_values === 0 && field.required !== false) problems.add([...path, 'min_values'], tooSmall(1));
  if (isSelect(field.type)) checkPicker(field, MAXIMUM_SELECT_OPTIONS, path, problems);
  else if (field.type === Kind.textInput) checkTextInput(field, path, problems);
  else if (field.type === Kind.fileUpload) checkPicker(field, MAXIMUM_BOXES, path, problems);
  else if (field.type === Kind.radioGroup) checkChoices(field.options ?? [], 1, path, problems);
  else if (field.type === Kind.checkboxGroup) checkPicker(boxes(field), MAXIMUM_BOXES, path, problems);
}

/** As many boxes may be ticked as there are, unless it is said (components/reference#checkbox-group). */
function boxes(group: ModalComponent): Picker {
  return { ...group, max_values: group.max_values ?? group.options?.length ?? 1 };
}

function checkTextInput(input: ModalComponent, path: Path, problems: Problems): void {
  const { min_length: minimum, max_length: maximum } = input;
  if (minimum && maximum && minimum > maximum) problems.add([...path, 'min_length'], tooLarge(maximum));
}
