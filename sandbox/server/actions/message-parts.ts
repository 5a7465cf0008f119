/** Embeds and components as Discord keeps them: types and ids filled in. */

import { isObject, type JsonObject, objects } from '../json.js';
export function storedEmbeds(value: unknown): JsonObject[] {
  return objects(value).map((embed) => ({
    type: 'rich',
    ...embed,
    ...(Array.isArray(embed.fields) && {
      fields: objects(embed.fields).map((field) => ({ ...field, inline: field.inline ?? false })),
    }),
    ...(typeof embed.timestamp === 'string' && {
      timestamp: new Date(embed.timestamp).toISOString().replace('Z', '000+00:00'),
    }),
  }));
}

/** Gives every component that has none an id, as Discord does: counted from 1, those taken left out. */
export function storedComponents(value: unknown): JsonObject[] {
  const taken = new Set<number>();
  collectIds(value, taken);
  let next = 1;
  const fresh = () => {
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  };
  const keep = (component: JsonObject): JsonObject => ({
    ...component,
    id: typeof component.id === 'number' && component.id > 0 ? component.id : fresh(),
    ...(Array.isArray(component.components) && { components: objects(component.components).map(keep) }),
    ...(isObject(component.accessory) && { accessory: keep(component.accessory) }),
    ...(isObject(component.component) && { component: keep(component.component) }),
  });
  return objects(value).map(keep);
}

function collectIds(value: unknown, ids: Set<number>): void {
  for (const component of objects(value)) {
    if (typeof component.id === 'number') ids.add(component.id);
    collectIds(component.components, ids);
    if (isObject(component.accessory)) collectIds([component.accessory], ids);
    if (isObject(component.component)) collectIds([component.component], ids);
  }
}
