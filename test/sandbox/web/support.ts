/** A small guild as the page knows it, for tests of its logic. */
import type { Lookup, Person } from '../../../sandbox/web/model.js';

const person = (id: string, name: string): Person => ({
  id,
  name,
  username: name.toLowerCase(),
  isBot: false,
  roleIds: [],
});
const people = [person('u1', 'Amina'), { ...person('u2', 'Chidi'), name: 'Chidi O.' }];
const roles = [{ id: 'r1', name: 'Moderators', color: '#3498db' }];
const can = { send: true, manageMessages: false, addReactions: true };
const channels = [
  { id: 'k1', name: 'Cohort', type: 4, parentId: null, can },
  { id: 'c1', name: 'general', type: 0, parentId: 'k1', can },
  { id: 'c2', name: 'stand-up', type: 2, parentId: 'k1', can },
];

export const lookup: Lookup = {
  viewer: people[0] as Person,
  person: (id) => people.find((one) => one.id === id),
  channel: (id) => channels.find((one) => one.id === id),
  role: (id) => roles.find((one) => one.id === id),
  people,
  channels,
  roles,
  emojis: [],
  now: Date.UTC(2026, 2, 9),
};
