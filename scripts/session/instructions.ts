/** What a sandbox prints when it runs: its address, whom you can be, and what to try. */
import { cohortWorld, people } from '../cohort/world.js';

/** The lines after a start, with the sandbox's address and port. */
export function instructions(address: string, port: number, defaultPort: number): string[] {
  const named = (role: 'owner' | 'moderator' | undefined) =>
    people
      .filter((person) => person.role === role)
      .map((person) => person.username)
      .join(', ');
  const prefix = port === defaultPort || process.env.SANDBOX_PORT ? '' : `SANDBOX_PORT=${port} `;
  const quote = process.platform === 'win32' ? '"' : "'";
  const say = (words: string, line: string) => `  ${prefix}npm run say -- ${words}${quote}${line}${quote}`;
  return [
    '',
    `Nexus is ready in "${cohortWorld.guilds[0]?.name}", a sandbox on this machine: ${address}`,
    '',
    `You can be  ${named(undefined)} (learners),`,
    `            ${named('moderator')} (moderator), ${named('owner')} (owner): choose in the bottom left corner.`,
    '',
    'Or from another terminal:',
    say('', '/search dokcer'),
    say('--as thabo ', '/digest latest'),
    say('--as amina ', '/share'),
    '',
    'Everything is stored until `npm run reset`. Ctrl-C stops it.',
    '',
  ];
}
