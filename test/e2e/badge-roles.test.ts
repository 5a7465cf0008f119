/** The built bot over the sandbox: a role that comes with a badge is given and taken by the job. */
import { describe, expect, it } from 'vitest';
import { describe as tell, textOf } from '../../sandbox/client.js';
import { useBot, world } from '../support/bot.js';

const [guild] = world.guilds ?? [];
const bot = useBot({
  world: {
    guilds: [
      {
        ...(guild as NonNullable<typeof guild>),
        botPermissions: [...((guild?.botPermissions as string[]) ?? []), 'ManageRoles'],
        botRoles: 'top',
      },
    ],
  },
});

/** As the sandbox has it. */
const rolesOf = async (name: string) => {
  const { members, roles } = await bot.sandbox.client.guild('Cohort');
  const own = members.find((one) => one.name === name)?.roles ?? [];
  return roles.filter((role) => own.includes(role.id) || own.includes(role.name)).map((role) => role.name);
};
let offset = 0;
/** Moves the clock, which runs the jobs, until it holds. */
const untilRolesAre = async (name: string, roles: string[]) => {
  for (let tries = 0; tries < 10; tries += 1) {
    await bot.sandbox.client.setClock((offset += 70_000));
    const holds = async () => JSON.stringify(await rolesOf(name)) === JSON.stringify(roles);
    for (let looks = 0; looks < 20; looks += 1) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  expect(await rolesOf(name)).toEqual(roles);
};

describe('a role that comes with a badge', () => {
  it('is given with the badge, survives a restart, and is taken with it', async () => {
    const owner = bot.as('owner', 'general');
    const page = await owner.click(await owner.command('/admin setup'), 'Badge roles');
    const tied = await owner.choose(page, 'n1:badge-role:first-share', ['Helper']);
    expect(textOf(tied.message), tell(tied)).toContain('Saved');
    await bot.as('amina').command('/share', { kind: 'concept', title: 'Indexes', body: 'They cost.' });
    await untilRolesAre('amina', ['Helper']);
    await bot.stop();
    await bot.start();
    await bot.as('amina').command('/entry delete 1');
    await untilRolesAre('amina', []);
  });
});
