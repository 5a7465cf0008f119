/** `/help` as members use it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../../sandbox/client.js';
import { features } from '../../src/features.js';
import { helpTopics } from '../../src/locales/en/help.js';
import { en } from '../../src/locales/en/index.js';
import { useAdminDesk } from '../support/admin-desk.js';

const { commands } = features;

const desk = useAdminDesk();
beforeEach(() => desk.begin());

describe('/help', () => {
  it('answers only the member, with clickable commands, and turns pages with a select', async () => {
    const page = await desk.as('amina').command('/help');
    expect(page.ephemeral).toBe(true);
    expect(textOf(page.message)).toContain('Getting started');
    const turned = await desk.as('amina').choose(page, 'n1:help', 'Privacy');
    expect(turned.outcome).toBe('update');
    expect(textOf(turned.message)).toContain('I don’t read messages');
    const moderators = await desk.as('owner').command('/help topic:moderators');
    expect(textOf(moderators.message)).toMatch(/<\/admin setup:\d+>/);
  });

  it('opens at a topic', async () => {
    expect(textOf((await desk.as('amina').command('/help', { topic: 'digest' })).message)).toContain(
      '### 📬 Digest',
    );
  });

  it('offers the moderators’ topics to moderators only, and shows them to nobody else', async () => {
    const offered = async (name: string) =>
      (await desk.as(name).autocomplete('/help', 'topic', '')).map(({ value }) => value);
    expect(await offered('owner')).toContain('moderators');
    expect(await offered('amina')).not.toContain('moderators');
    const answer = await desk.as('amina').command('/help', { topic: 'moderators' });
    expect(textOf(answer.message)).toContain('Getting started');
  });

  it('finds a topic by part of its name', async () => {
    const choices = await desk.as('amina').autocomplete('/help', 'topic', 'chal');
    expect(choices).toEqual([{ name: 'Challenges', value: 'challenges' }]);
  });

  it('only mentions commands that exist', () => {
    const existing = new Set(
      commands.flatMap((command) =>
        'subcommands' in command
          ? command.subcommands.map(({ data, group }) =>
              [command.data.name, group, data.name].filter(Boolean).join(' '),
            )
          : [command.data.name],
      ),
    );
    const told = helpTopics.flatMap((topic) =>
      [...en.help.topics[topic].text.join('\n').matchAll(/\{([a-z -]+)\}/g)].map(([, path]) => path),
    );
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter((path) => !existing.has(path ?? ''))).toEqual([]);
  });
});
