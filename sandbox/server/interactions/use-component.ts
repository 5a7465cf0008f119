/** A person clicks a button or chooses in a select of a message they see. */

import { ControlError } from '../control-error.js';
import { isObject, type JsonObject, objects } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import { MessageFlag, type MessageRecord } from '../state/records.js';
import { messageView } from '../views/messages.js';
import { roleView } from '../views/people.js';
import { findChannel, findRole, findUser } from '../world/find.js';
import type { Exchange } from './exchange.js';
import { Resolved } from './payload.js';
import { InteractionKind } from './record.js';
import { type Actor, startInteraction } from './run-command.js';

export const ComponentKind = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  textDisplay: 10,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

const SELECTS: number[] = [3, 5, 6, 7, 8];
const LINK = 5;
const PREMIUM = 6;
const ANSWER_TO_COMPONENT = 19;

/** Every component in a tree, outer ones first. */
export function allComponents(components: unknown): JsonObject[] {
  return objects(components).flatMap((component) => [
    component,
    ...allComponents(component.components),
    ...(isObject(component.accessory) ? allComponents([component.accessory]) : []),
    ...(isObject(component.component) ? allComponents([component.component]) : []),
  ]);
}

/** Clicks a button, found by custom id, by label, by the start of a label, or by its emoji. */
export function click(sandbox: Sandbox, actor: Actor, message: MessageRecord, wanted: string): Exchange {
  const buttons = allComponents(message.components).filter((one) => one.type === ComponentKind.button);
  const label = (button: JsonObject) => (typeof button.label === 'string' ? button.label : '');
  const emoji = (button: JsonObject) => (isObject(button.emoji) ? button.emoji.name : undefined);
  const button =
    buttons.find((one) => one.custom_id === wanted) ??
    buttons.find((one) => label(one) === wanted) ??
    buttons.find((one) => label(one).toLowerCase().startsWith(wanted.toLowerCase())) ??
    buttons.find((one) => emoji(one) === wanted);
  if (!button) {
    const offered = buttons.map((one) => label(one) || String(one.custom_id)).join(', ');
    throw offered === ''
      ? new ControlError('noButtons', [wanted], 404)
      : new ControlError('noButton', [wanted, offered], 404);
  }
  if (button.disabled === true) throw new ControlError('buttonDisabled', [wanted]);
  if (button.style === LINK || button.style === PREMIUM) throw new ControlError('buttonIsLink', [wanted]);
  return used(sandbox, actor, message, button, {});
}

/** Chooses values in a select, found by custom id or placeholder; options by value or label. */
export function choose(
  sandbox: Sandbox,
  actor: Actor,
  message: MessageRecord,
  wanted: string | undefined,
  values: string[],
): Exchange {
  const selects = allComponents(message.components).filter((one) => SELECTS.includes(Number(one.type)));
  const select =
    wanted === undefined
      ? selects[0]
      : (selects.find((one) => one.custom_id === wanted) ??
        selects.find((one) =>
          String(one.placeholder ?? '')
            .toLowerCase()
            .startsWith(wanted.toLowerCase()),
        ));
  if (!select) throw new ControlError('noSelect', [wanted ?? ''], 404);
  if (select.disabled === true) throw new ControlError('selectDisabled', []);
  const resolved = new Resolved(sandbox, actor.channel);
  const chosen = selectedValues(sandbox, actor, select, values, resolved);
  return used(sandbox, actor, message, select, { values: chosen, ...resolved.part() });
}

/** The values a select sends for what a person named; `resolved` is filled for users, roles and channels. */
export function selectedValues(
  sandbox: Sandbox,
  { person, channel }: Actor,
  select: JsonObject,
  values: string[],
  resolved: Resolved,
): string[] {
  const min = typeof select.min_values === 'number' ? select.min_values : 1;
  const max = typeof select.max_values === 'number' ? select.max_values : 1;
  if (values.length < min && select.required !== false) throw new ControlError('chooseAtLeast', [min]);
  if (values.length > max) throw new ControlError('chooseAtMost', [max]);
  const { state } = sandbox;
  return values.map((value) => {
    const kind = select.type;
    if (kind === ComponentKind.stringSelect) return optionValue(select, value);
    if (kind === ComponentKind.channelSelect) {
      const found = findChannel(state, channel.guildId, value);
      const types = select.channel_types;
      if (Array.isArray(types) && types.length > 0 && !types.includes(found.type))
        throw new ControlError('channelNotOffered', [found.name]);
      resolved.place(found, person.id);
      return found.id;
    }
    const isRole =
      value.startsWith('@&') ||
      state.guilds.get(channel.guildId ?? '')?.roles.some((one) => one.id === value);
    if (kind === ComponentKind.roleSelect || (kind === ComponentKind.mentionableSelect && isRole)) {
      const role = findRole(state, channel.guildId, value);
      resolved.put('roles', role.id, roleView(role));
      return role.id;
    }
    const user = findUser(state, channel, value);
    resolved.user(user.id);
    return user.id;
  });
}

/** The value of an option given by its value or its label. */
export function optionValue(holder: JsonObject, wanted: string): string {
  const options = objects(holder.options);
  const lower = wanted.toLowerCase();
  const option =
    options.find((one) => one.value === wanted) ??
    options.find((one) => String(one.label).toLowerCase() === lower) ??
    options.find((one) => String(one.label).toLowerCase().startsWith(lower));
  if (option) return String(option.value);
  throw new ControlError('noChoice', [wanted, options.map((one) => one.label).join(', ')], 404);
}

function used(
  sandbox: Sandbox,
  { person, channel }: Actor,
  message: MessageRecord,
  component: JsonObject,
  data: JsonObject,
): Exchange {
  if (!message.applicationId) throw new ControlError('noBotListens', []);
  if ((message.flags & MessageFlag.loading) !== 0) throw new ControlError('stillLoading', []);
  return startInteraction(sandbox, {
    applicationId: message.applicationId,
    person,
    channel,
    type: InteractionKind.component,
    data: { custom_id: component.custom_id, component_type: component.type, id: component.id, ...data },
    answerType: ANSWER_TO_COMPONENT,
    metadata: { interacted_message_id: message.id },
    sourceMessageId: message.id,
    message: messageView(sandbox.state, message, { userId: message.applicationId, content: true }),
  });
}
