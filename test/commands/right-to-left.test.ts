/**
 * Everything that members can do in a cohort that writes Arabic: a member's words are isolated wherever the bot says
 * something in the same line, so that they move no number, mention or word of the bot's.
 */
import { expect, it } from 'vitest';
import { leaves, usedWith } from '../support/stage/command-tree.js';
import { typing } from '../support/stage/interactions.js';
import { placeIn, rawCommand, rawControl, somebodyAs } from '../support/stage/play-row.js';
import type { Loose } from '../support/stage/rest.js';
import { type CommandRow, commandRows, controlRows, type Row } from '../support/stage/rights.js';
import { makeScene, type Scene } from '../support/stage/scene.js';
import { useStage } from '../support/stage/stage.js';

const stage = useStage(3);
const rightToLeft = /\p{Script=Arabic}/u;

/** What members wrote in the scene, in Arabic. */
async function translate({ id }: Scene): Promise<void> {
  await stage.database.query(`
    UPDATE entries SET title = CASE WHEN title IS NULL THEN NULL ELSE 'فهارس رقم ' || translate(number::text, '0123456789', '٠١٢٣٤٥٦٧٨٩') END,
           body = 'جعل الفهرس المسح بحثا', tags = CASE WHEN tags = '{}' THEN '{}' ELSE '{فهرس}'::text[] END WHERE guild_id = ${id};
    `);
  await stage.database.query(`UPDATE members SET display_name = 'أمينة' WHERE guild_id = ${id}`);
  await stage.database.query(
    `UPDATE projects SET name = 'لوحة الوظائف', stack = '{فهرس}' WHERE guild_id = ${id}`,
  );
  await stage.database.query(
    `UPDATE sessions SET topic = 'الفهارس', place = 'الغرفة' WHERE guild_id = ${id}`,
  );
  await stage.database.query(`UPDATE reports SET note = 'غير مفيد' WHERE guild_id = ${id}`);
}

/** What Discord shows of a message, a form or choices: each string with its field. */
function shownIn(value: Loose, field = ''): [string, string][] {
  if (typeof value === 'string') {
    const isShown = ['content', 'label', 'placeholder', 'description', 'title', 'name'].includes(field);
    return isShown ? [[field, value]] : [];
  }
  if (Array.isArray(value)) return value.flatMap((one) => shownIn(one, field));
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, one]) => (key === 'value' ? [] : shownIn(one, key)));
  return [];
}

/** Whether a line mixes a member's words, which aren't isolated, with what the bot says. */
function isMixed(line: string): boolean {
  // A command to copy stays as it is to be typed.
  const outside = line.replace(/\u2068[^\u2068\u2069]*\u2069/gu, '').replace(/`\/[^`]*`/g, '');
  if (/[\u2068\u2069]/u.test(outside)) return true;
  return rightToLeft.test(outside) && /[\p{Script=Latin}0-9#<]/u.test(outside);
}

const uses = [
  ...leaves.map((leaf) => ({
    name: leaf.path,
    raw: (scene: Scene) => {
      const row = commandRows[leaf.path] as CommandRow;
      return rawCommand(stage, leaf, row, { scene, somebody: cast(row, scene) });
    },
  })),
  ...leaves.flatMap((leaf) =>
    leaf.options
      .filter((option) => 'autocomplete' in option && option.autocomplete)
      .map(({ name }) => ({
        name: `${leaf.path} ${name}:`,
        raw: (scene: Scene) =>
          typing(
            stage.newId,
            cast(commandRows[leaf.path] as CommandRow, scene),
            placeIn(scene),
            usedWith(leaf, { [name]: '' }, name),
          ),
      })),
  ),
  ...(Object.keys(controlRows) as (keyof typeof controlRows)[]).map((name) => ({
    name,
    raw: (scene: Scene) => rawControl(stage, name, { scene, somebody: cast(controlRows[name], scene) }),
  })),
];
const cast = (row: Row, scene: Scene) => {
  const name =
    row.may === 'moderators'
      ? 'a member with Manage Server'
      : row.may === 'everyone'
        ? 'another learner'
        : 'the author';
  return { ...somebodyAs(name, scene, scene.roles.helper), name: 'أمينة' };
};

it.each(['en-GB', 'fr'])(
  'isolates what members wrote in every answer, in %s',
  { timeout: 300_000 },
  async (locale) => {
    const mixed: string[] = [];
    let seen = 0;
    for (const { name, raw } of uses) {
      const scene = await makeScene(stage);
      await translate(scene);
      const { sent } = await stage.play({ ...raw(scene), locale });
      await stage.services.outbox.deliverDue();
      for (const { body } of sent)
        for (const [field, value] of shownIn(body))
          for (const line of value.split('\n')) {
            if (rightToLeft.test(line)) seen += 1;
            if (isMixed(line)) mixed.push(`${name} (${field}): ${line}`);
          }
    }
    expect(seen).toBeGreaterThan(100);
    expect([...new Set(mixed)].join('\n')).toBe('');
  },
);
