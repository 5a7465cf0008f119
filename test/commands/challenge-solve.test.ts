/** What `/challenge solve` gives back when it fails. */
import type { ChatInputCommandInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import solve from '../../src/commands/challenge/solve.js';

const typedFor = (challenge: string) => {
  const given: Record<string, string> = { challenge, solution: 'Restart it', link: '' };
  const options = { getString: (name: string) => given[name] ?? null };
  return solve.typed({ options } as unknown as ChatInputCommandInteraction).fields;
};

describe('/challenge solve', () => {
  it.each(['12', '#12', ' # 12 '])('keeps %j as the challenge it is about', (challenge) => {
    expect(typedFor(challenge)).toEqual({ number: '12', body: 'Restart it', link: '' });
  });

  it.each(['redis 6 keys lost', '1-2', '0', '9999999999'])('reads no number out of %j', (challenge) => {
    expect(typedFor(challenge).number).toBe('');
  });
});
