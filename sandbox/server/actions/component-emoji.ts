/** Custom emoji of buttons and options: refused, as Discord does, when the bot can't use them. */
import { ApiError, refuse } from '../http/errors.js';
import { isObject, type JsonObject } from '../json.js';
import type { ApplicationRecord } from '../state/records.js';
import type { State } from '../state/state.js';

const INVALID = { _errors: [{ code: 'COMPONENT_INVALID_EMOJI', message: 'Invalid emoji' }] };

/** Throws 50035 with the place of each emoji that there isn't, or that the bot may not use. */
export function requireKnownEmoji(state: State, application: ApplicationRecord, components: unknown): void {
  const errors = errorsIn(components, (id) => state.emojiFor(application, id) !== undefined);
  if (!errors) return;
  const { status, code, message } = refuse('invalidForm');
  throw new ApiError(status, code, message, { components: errors });
}

function errorsIn(value: unknown, isKnown: (id: string) => boolean): JsonObject | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: JsonObject = {};
  for (const [key, part] of Object.entries(value)) {
    const isWrong = key === 'emoji' && isObject(part) && typeof part.id === 'string' && !isKnown(part.id);
    const errors = isWrong ? { id: INVALID } : errorsIn(part, isKnown);
    if (errors) found[key] = errors;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}
