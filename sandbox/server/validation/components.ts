/** Owns the rules over a whole tree of a message's components: counts, unique ids, rows, text, media. */
import { type AttachmentReference, isAttachmentReference } from './attachments.js';
import { type Button, checkButton } from './buttons.js';
import { checkPicker, type Picker } from './choices.js';
import { type Path, type Problem, type Problems, tooLong, typeNotAmong } from './problems.js';
import { lengthOf } from './text.js';
import { checkScheme, mediaSchemes } from './urls.js';

/** A component as it stands after its schema was checked: which fields it has follows from its type. */
export interface Component extends Picker, Partial<Button> {
  type: number;
  id?: number | null;
  custom_id?: string | null;
  content?: string;
  components?: readonly Component[];
  accessory?: Component;
  media?: { url: string };
  file?: { url: string };
  items?: readonly { media: { url: string } }[];
}

/** Whether a message is made of components alone; of an edit that does not say so it is unknown. */
export type ComponentsOnly = boolean | 'unknown';

export const ComponentKind = {
  row: 1,
  button: 2,
  stringSelect: 3,
  userSelect: 5,
  channelSelect: 8,
  text: 10,
} as const;

const MAXIMUM_COMPONENTS = 40;
const MAXIMUM_ROWS = 5;
const MAXIMUM_TEXT = 4000;
/** Not documented: texts with many multi-byte characters have been refused beyond about this size. */
const MAXIMUM_TEXT_BYTES = 8000;
const MAXIMUM_SELECT_OPTIONS = 25;

const customIdDuplicated: Problem = {
  code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
  message: 'Component custom id cannot be duplicated',
};
const idDuplicated: Problem = {
  code: 'COMPONENT_ID_DUPLICATED',
  message: 'Component id cannot be duplicated',
};
const rowTooWide: Problem = {
  code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  message: 'The specified component exceeds the maximum width',
};
const tooMany: Problem = {
  code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  message: `The total number of components exceeds the maximum of ${MAXIMUM_COMPONENTS}`,
};
const tooMuchText: Problem = {
  code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  message: `Components displayable text size exceeds maximum size of ${MAXIMUM_TEXT}`,
};

/** The ids of one message or modal, which must differ (components/reference#anatomy-of-a-component). */
export class UniqueIds {
  readonly #customIds = new Set<string>();
  readonly #ids = new Set<number>();

  constructor(private readonly problems: Problems) {}

  /** An `id` of 0 counts as none. */
  check(component: { id?: number | null; custom_id?: string | null }, path: Path): void {
    const { id, custom_id: customId } = component;
    if (customId) {
      if (this.#customIds.has(customId)) this.problems.add([...path, 'custom_id'], customIdDuplicated);
      this.#customIds.add(customId);
    }
    if (id) {
      if (this.#ids.has(id)) this.problems.add([...path, 'id'], idDuplicated);
      this.#ids.add(id);
    }
  }
}

/** Whether a component is one of the five selects. */
export function isSelect(type: number): boolean {
  return (
    type === ComponentKind.stringSelect ||
    (type >= ComponentKind.userSelect && type <= ComponentKind.channelSelect)
  );
}

/** A row holds up to five buttons or a single select, never both (components/reference#action-row). */
export function checkRow(row: Component, path: Path, problems: Problems): void {
  const children = row.components ?? [];
  const wide = children.findIndex((child) => child.type !== ComponentKind.button);
  if (wide === -1 || children.length === 1) return;
  problems.add([...path, 'components', Math.max(wide, 1)], rowTooWide);
}

/**
 * Checks the components of a message in depth (https://docs.discord.com/developers/components/reference).
 * @returns the places that refer to files of the message
 */
export function checkMessageComponents(
  components: readonly Component[],
  componentsOnly: ComponentsOnly,
  at: Path,
  problems: Problems,
): AttachmentReference[] {
  const references: AttachmentReference[] = [];
  const ids = new UniqueIds(problems);
  const root = [...at, 'components'];
  let count = 0;
  let characters = 0;
  let bytes = 0;

  function visit(component: Component, path: Path): void {
    count += 1;
    ids.check(component, path);
    if (component.type === ComponentKind.row) checkRow(component, path, problems);
    else if (component.type === ComponentKind.button) checkButton(component as Button, path, problems);
    else if (isSelect(component.type)) checkPicker(component, MAXIMUM_SELECT_OPTIONS, path, problems);
    else if (component.content !== undefined) {
      characters += lengthOf(component.content);
      bytes += Buffer.byteLength(component.content);
    } else noteMedia(component, path, references, problems);
    component.components?.forEach((child, index) => visit(child, [...path, 'components', index]));
    if (component.accessory) visit(component.accessory, [...path, 'accessory']);
  }

  components.forEach((component, index) => visit(component, [...root, index]));
  if (componentsOnly === false) checkLegacy(components, root, problems);
  if (count > MAXIMUM_COMPONENTS) problems.add(root, tooMany);
  if (characters > MAXIMUM_TEXT || bytes > MAXIMUM_TEXT_BYTES) problems.add(root, tooMuchText);
  return references;
}

/** Without the flag only rows are known, five at most (components/reference#legacy-message-component-behavior). */
function checkLegacy(components: readonly Component[], root: Path, problems: Problems): void {
  components.forEach((component, index) => {
    if (component.type !== ComponentKind.row) {
      problems.add([...root, index], typeNotAmong([ComponentKind.row]));
    }
  });
  if (components.length > MAXIMUM_ROWS) problems.add(root, tooLong(MAXIMUM_ROWS));
}

function noteMedia(
  component: Component,
  path: Path,
  references: AttachmentReference[],
  problems: Problems,
): void {
  const note = (url: string | undefined, place: Path, schemes: readonly string[]): void => {
    checkScheme(url, schemes, place, problems);
    if (isAttachmentReference(url)) references.push({ url, path: place });
  };
  note(component.media?.url, [...path, 'media', 'url'], mediaSchemes);
  // A File shows nothing but a file of the message itself (components/reference#file).
  note(component.file?.url, [...path, 'file', 'url'], ['attachment']);
  component.items?.forEach((item, index) => {
    note(item.media.url, [...path, 'items', index, 'media', 'url'], mediaSchemes);
  });
}
