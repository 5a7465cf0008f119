/** The ids Discord gave our commands, remembered from their registration, so that texts can link to them. */
interface Registered {
  id: string;
  name: string;
}

/** By application: a process runs one bot, tests run several. */
const known = new Map<string, ReadonlyMap<string, string>>();

export function rememberCommandIds(applicationId: string, commands: readonly Registered[]): void {
  known.set(applicationId, new Map(commands.map(({ id, name }) => [name, id])));
}

/** Ids by name; empty until the commands are registered. */
export function commandIdsOf(applicationId: string): ReadonlyMap<string, string> {
  return known.get(applicationId) ?? new Map();
}
