/** Every minute: roles that come with badges are given and taken. */
import type { BadgeRoleWork } from '../features/badges/index.js';
import type { Job } from './define.js';

export default {
  name: 'badge-roles',
  schedule: '* * * * *',
  run: ({ badgeRoleWork }, stopping) => badgeRoleWork.run(stopping),
} satisfies Job<{ badgeRoleWork: Pick<BadgeRoleWork, 'run'> }>;
