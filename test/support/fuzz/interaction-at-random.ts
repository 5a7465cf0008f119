/** One random interaction, within what Discord itself allows. */
import { randomUUID } from 'node:crypto';
import {
  type APIApplicationCommandBasicOption,
  ComponentType,
  ApplicationCommandOptionType as Kind,
} from 'discord.js';
import { routes } from '../../../src/components/routes.js';
import { type Leaf, leaves, usedWith } from '../stage/command-tree.js';
import {
  commandUsed,
  formHandedIn,
  menuUsed,
  type Somebody,
  someMessage,
  typing,
  userOf,
  type Where,
} from '../stage/interactions.js';
import { componentTypes, rawOfKind } from '../stage/play-row.js';
import type { Loose } from '../stage/rest.js';
import { type ControlRow, controlRows } from '../stage/rights.js';
import type { Scene } from '../stage/scene.js';
import type { Stage, StageGuild } from '../stage/stage.js';
import type { Dice } from './dice.js';
import type { Memory } from './memory.js';
import type { Texts } from './texts.js';
import { placeAtRandom, somebodyIn, type World } from './world.js';

export interface Source {
  stage: Stage;
  world: World;
  dice: Dice;
  texts: Texts;
  memory: Memory;
}

interface Turn extends Source {
  guild: StageGuild;
  where: Where;
  somebody: Somebody;
}

/** Doesn't check whether the member can still answer: forms that were open for days are submitted, too. */
export function interactionAtRandom(source: Source): Loose {
  const { dice, world, stage } = source;
  const guild = dice.pick(world.guilds);
  const where = placeAtRandom(stage, guild, dice);
  const somebody = somebodyIn(world, guild, dice);
  const turn: Turn = { ...source, guild, where, somebody };
  switch (dice.weighted({ command: 34, typing: 8, shown: 34, opened: 12, forged: 12 })) {
    case 'command':
      return command(turn);
    case 'typing':
      return typed(turn) ?? command(turn);
    case 'shown':
      return shown(turn) ?? command(turn);
    case 'opened':
      return opened(turn) ?? command(turn);
    case 'forged':
      return forged(turn);
  }
}

function command(turn: Turn): Loose {
  const { stage, somebody, where, dice, world, texts } = turn;
  const leaf = dice.pick(leaves);
  if (!leaf.menu) return commandUsed(stage.newId, somebody, where, usedWith(leaf, valuesFor(turn, leaf)));
  const person = dice.pick(world.people);
  const user = userOf(person);
  const target =
    leaf.menu === 'user'
      ? user
      : someMessage(stage.newId, where.channelId, { author: user, flags: 0, content: texts.text(4000) });
  return menuUsed(stage.newId, somebody, where, { name: leaf.path, on: leaf.menu, target });
}

function typed(turn: Turn): Loose {
  const { stage, somebody, where, dice, texts } = turn;
  const leaf = dice.pick(leaves.filter(({ options }) => options.some(isCompleted)));
  const option = dice.pick(leaf.options.filter(isCompleted));
  const values = { ...valuesFor(turn, leaf), [option.name]: texts.text(maximumOf(option)) };
  return typing(stage.newId, somebody, where, usedWith(leaf, values, option.name));
}

/** A control where it was shown, mostly used by the member it was shown to. */
function shown(turn: Turn): Loose {
  const { stage, dice, memory, world } = turn;
  const control = memory.control();
  if (!control) return undefined;
  const { component, message, channelId } = control;
  const guildId = dice.chance(0.95) ? control.guildId : dice.pick(world.guilds).id;
  const guild = world.guilds.find(({ id }) => id === guildId);
  const kind = Object.entries(componentTypes).find(
    ([, type]) => type === component.type,
  )?.[0] as ControlRow['kind'];
  const again = dice.chance(0.6) && guild ? sameViewer(turn, guild, control.viewerId) : turn.somebody;
  const values = guild && chosenIn(turn, component, guild);
  return rawOfKind(stage, kind, {
    somebody: again,
    where: { guildId, channelId },
    customId: control.customId,
    values,
    message,
  });
}

function opened(turn: Turn): Loose {
  const { stage, dice, memory, world } = turn;
  const form = memory.form();
  if (!form) return undefined;
  const guild = world.guilds.find(({ id }) => id === form.guildId);
  const somebody = dice.chance(0.8) && guild ? sameViewer(turn, guild, form.viewerId) : turn.somebody;
  const fields = form.form.components.flatMap(({ component }: Loose) =>
    component ? [fieldIn(turn, component, guild)] : [],
  );
  const { guildId, channelId, customId, message } = form;
  return formHandedIn(stage.newId, somebody, { guildId, channelId }, { customId, fields, message });
}

/** An id of ours that was never shown: any numbers, and the keys of other members' things. */
function forged(turn: Turn): Loose {
  const { stage, dice, world, texts, somebody, where } = turn;
  const name = dice.pick(Object.keys(controlRows) as (keyof typeof controlRows)[]);
  const row: ControlRow = controlRows[name];
  const scene = sceneAtRandom(turn);
  const made = (routes[name].id as (params: unknown) => string)(row.params(scene));
  const customId = dice.chance(0.1) ? texts.text(100, 1) : dice.chance(0.2) ? shuffled(turn, made) : made;
  const guild = world.guilds.find(({ id }) => id === where.guildId) ?? turn.guild;
  const fields = Object.fromEntries(Object.entries(row.fields ?? {}).map(([id]) => [id, texts.of(id, 4000)]));
  const values =
    row.kind === 'roles'
      ? Object.values(guild.roles)
      : row.kind === 'channels'
        ? Object.values(guild.channels)
        : row.values?.(scene);
  return rawOfKind(stage, row.kind, { somebody, where, customId, values: values?.slice(0, 1), fields });
}

/** A value of the id replaced by one from another id. */
function shuffled({ dice, memory }: Turn, customId: string): string {
  const parts = customId.split(':');
  const place = dice.between(2, Math.max(2, parts.length - 1));
  parts[place] = dice.pick([...memory.values]);
  return parts.join(':').slice(0, 100);
}

/** A scene that never existed: its numbers and keys belong to anyone. */
function sceneAtRandom({ dice, memory, world, guild }: Turn): Scene {
  const base = dice.pick(world.scenes);
  const uuids = [...memory.values].filter((value) => value.length === 36);
  const uuid = () => (uuids.length > 0 && dice.chance(0.9) ? dice.pick(uuids) : randomUUID());
  const number = () => dice.between(1, 60);
  const numbers = Object.fromEntries(
    Object.keys(base.numbers).map((name) => [name, number()]),
  ) as Scene['numbers'];
  return {
    ...base,
    ...guild,
    numbers,
    drafts: { share: uuid(), challenge: uuid(), capture: uuid(), session: uuid(), code: uuid() },
    sessions: { coming: uuid(), over: uuid() },
    project: uuid(),
    listing: uuid(),
    import: uuid(),
  };
}

function sameViewer({ world, dice }: Turn, guild: StageGuild, viewerId: string): Somebody {
  for (let tries = 0; tries < 60; tries++) {
    const somebody = somebodyIn(world, guild, dice);
    if (somebody.id === viewerId) return somebody;
  }
  return somebodyIn(world, guild, dice);
}

const isCompleted = (option: APIApplicationCommandBasicOption) =>
  'autocomplete' in option && Boolean(option.autocomplete);
const maximumOf = (option: Loose): number => option.max_length ?? 6000;

function valuesFor(turn: Turn, leaf: Leaf): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const option of leaf.options) {
    if (option.required || turn.dice.chance(0.6)) values[option.name] = valueFor(turn, option);
  }
  return values;
}

function valueFor({ dice, texts, stage, guild, world }: Turn, option: Loose): unknown {
  if (option.choices?.length) return dice.pick<Loose>(option.choices).value;
  switch (option.type) {
    case Kind.Boolean:
      return dice.chance(0.5);
    case Kind.Integer:
      return dice.between(
        option.min_value ?? -9_007_199_254_740_991,
        option.max_value ?? 9_007_199_254_740_991,
      );
    case Kind.Number:
      return dice.between(option.min_value ?? -1e9, option.max_value ?? 1e9) + dice.next();
    case Kind.User:
      return dice.chance(0.1) ? stage.newId() : dice.pick(world.people).id;
    case Kind.Channel:
      return dice.chance(0.1) ? stage.newId() : dice.pick(Object.values(guild.channels));
    case Kind.Role:
      return dice.chance(0.1) ? stage.newId() : dice.pick(Object.values(guild.roles));
    case Kind.Attachment:
      return stage.attachment(dice.pick([...stage.files.keys(), 'gone.md']));
    default:
      if (option.autocomplete && dice.chance(0.8))
        return `${dice.chance(0.5) ? '#' : ''}${dice.between(1, 60)}`;
      return texts.of(option.name, maximumOf(option), option.min_length ?? 1);
  }
}

/** What a member can choose in a select: as many values as it allows. */
function chosenIn({ dice, world }: Turn, component: Loose, guild: StageGuild): string[] | undefined {
  if (component.type === ComponentType.Button) return undefined;
  const ids: Record<number, () => string[]> = {
    [ComponentType.StringSelect]: () => component.options.map(({ value }: Loose) => value),
    [ComponentType.UserSelect]: () => world.people.map(({ id }) => id),
    [ComponentType.RoleSelect]: () => Object.values(guild.roles),
    [ComponentType.ChannelSelect]: () => Object.values(guild.channels),
  };
  const from = ids[component.type]?.() ?? [];
  const least = component.min_values ?? 1;
  return dice.some(
    from,
    dice.between(least, Math.max(least, Math.min(component.max_values ?? 1, from.length))),
  );
}

function fieldIn(turn: Turn, component: Loose, guild: StageGuild | undefined) {
  const { custom_id: id, type } = component;
  if (type === ComponentType.TextInput) {
    const least = component.required === false ? 0 : Math.max(1, component.min_length ?? 1);
    const value =
      turn.dice.chance(0.2) && component.value
        ? component.value
        : turn.texts.of(id, component.max_length ?? 4000, least);
    return { id, type, value };
  }
  return { id, type, value: chosenIn(turn, component, guild ?? turn.guild)?.[0] ?? '' };
}
