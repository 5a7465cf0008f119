/** A person fills in a form that a bot opened and sends it. */

import { ControlError } from '../control-error.js';
import { isObject, type JsonObject, objects, strings, text } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import { messageView } from '../views/messages.js';
import type { Exchange } from './exchange.js';
import { Resolved } from './payload.js';
import { type Followed, InteractionKind } from './record.js';
import { type Actor, startInteraction } from './run-command.js';
import { ComponentKind, optionValue, selectedValues } from './use-component.js';

const ANSWER_TO_MODAL = 20;
const MAX_TEXT = 4_000;

interface Form {
  sandbox: Sandbox;
  actor: Actor;
  resolved: Resolved;
  /** What the person entered, by label or custom id; what is left out keeps what the form had. */
  values: JsonObject;
}

/** Submits the modal an exchange ended with. */
export function submitModal(sandbox: Sandbox, actor: Actor, opened: Followed, values: JsonObject): Exchange {
  const { modal, record } = opened;
  if (!modal) throw new ControlError('noFormOpened', []);
  if (record.userId !== actor.person.id) throw new ControlError('formOfAnother', []);
  const form: Form = { sandbox, actor, resolved: new Resolved(sandbox, actor.channel), values };
  const used = new Set<string>();
  const components = objects(modal.components).map((component) => filled(form, component, used));
  for (const name of Object.keys(values)) if (!used.has(name)) throw new ControlError('noField', [name], 404);
  const source = record.sourceMessageId ? sandbox.state.messages.get(record.sourceMessageId) : undefined;
  return startInteraction(sandbox, {
    applicationId: record.applicationId,
    person: actor.person,
    channel: actor.channel,
    type: InteractionKind.modal,
    data: { custom_id: modal.custom_id, components, ...form.resolved.part() },
    answerType: ANSWER_TO_MODAL,
    metadata: { triggering_interaction_metadata: { ...record.metadata } },
    ...(source && {
      sourceMessageId: source.id,
      message: messageView(sandbox.state, source, { userId: record.applicationId, content: true }),
    }),
  });
}

function filled(form: Form, component: JsonObject, used: Set<string>): JsonObject {
  const { id, type } = component;
  if (type === ComponentKind.row) {
    const inputs = objects(component.components).map((one) => answer(form, one, text(one.label), used));
    return { type, id, components: inputs };
  }
  if (type === ComponentKind.label && isObject(component.component))
    return { type, id, component: answer(form, component.component, text(component.label), used) };
  return { type, id };
}

function answer(form: Form, field: JsonObject, label: string | undefined, used: Set<string>): JsonObject {
  const customId = String(field.custom_id);
  const key = Object.keys(form.values).find((name) => name === customId || name === label);
  if (key !== undefined) used.add(key);
  const value = key === undefined ? undefined : form.values[key];
  return {
    type: field.type,
    id: field.id,
    custom_id: customId,
    ...content(form, field, label ?? customId, value),
  };
}

function content(form: Form, field: JsonObject, label: string, value: unknown): JsonObject {
  switch (field.type) {
    case ComponentKind.textInput:
      return { value: typed(field, label, value) };
    case ComponentKind.checkbox:
      return { value: value === undefined ? field.default === true : value === true || value === 'true' };
    case ComponentKind.radioGroup: {
      const chosen = value === undefined ? defaults(field)[0] : optionValue(field, String(value));
      if (chosen === undefined && field.required !== false) throw new ControlError('fieldNotChosen', [label]);
      return { value: chosen ?? null };
    }
    case ComponentKind.checkboxGroup:
      return { values: ticked(field, label, value) };
    case ComponentKind.fileUpload:
      return { values: uploaded(form, field, label, value) };
    default: {
      const chosen = value === undefined ? defaults(field) : listed(value);
      if (chosen.length === 0 && field.required === false) return { values: [] };
      return { values: selectedValues(form.sandbox, form.actor, field, chosen, form.resolved) };
    }
  }
}

/** What Discord's client lets a person type: within the bounds, and something where something is required. */
function typed(field: JsonObject, label: string, value: unknown): string {
  const entered = value === undefined ? (text(field.value) ?? '') : String(value);
  const min = typeof field.min_length === 'number' ? field.min_length : 0;
  const max = typeof field.max_length === 'number' ? field.max_length : MAX_TEXT;
  if (entered === '' && field.required === false) return '';
  if (entered.trim() === '') throw new ControlError('fieldEmpty', [label]);
  if (entered.length < min) throw new ControlError('fieldShort', [label, min]);
  if (entered.length > max) throw new ControlError('fieldLong', [label, max]);
  return entered;
}

function ticked(field: JsonObject, label: string, value: unknown): string[] {
  const chosen = value === undefined ? defaults(field) : listed(value).map((one) => optionValue(field, one));
  const min = typeof field.min_values === 'number' ? field.min_values : field.required === false ? 0 : 1;
  if (chosen.length < min) throw new ControlError('fieldLeast', [label, min]);
  if (typeof field.max_values === 'number' && chosen.length > field.max_values)
    throw new ControlError('fieldMost', [label, field.max_values]);
  return chosen;
}

function uploaded(form: Form, field: JsonObject, label: string, value: unknown): string[] {
  const files = Array.isArray(value) ? objects(value) : isObject(value) ? [value] : [];
  const min = typeof field.min_values === 'number' ? field.min_values : field.required === false ? 0 : 1;
  const max = typeof field.max_values === 'number' ? field.max_values : 1;
  if (files.length < min || files.length > max) throw new ControlError('fieldFiles', [label, min, max]);
  for (const file of files) form.resolved.put('attachments', String(file.id), file);
  return files.map((file) => String(file.id));
}

/** What the form had chosen when it opened. */
function defaults(field: JsonObject): string[] {
  const own = objects(field.options).filter((one) => one.default === true);
  return [
    ...own.map((one) => String(one.value)),
    ...objects(field.default_values).map((one) => String(one.id)),
  ];
}

function listed(value: unknown): string[] {
  return Array.isArray(value) ? strings(value.map(String)) : [String(value)];
}
