/** Every minute: cards of projects that are out of date are changed, and quiet projects are asked about. */
import type { ProjectCards, ProjectService } from '../features/projects/index.js';
import type { Outbox } from '../outbox/outbox.js';
import type { Job } from './define.js';

export default {
  name: 'projects',
  schedule: '* * * * *',
  async run({ outbox, projectCards, projects }, stopping) {
    outbox.wake();
    await projects.tidy();
    await projectCards.refresh(stopping);
    outbox.wake();
  },
} satisfies Job<{
  projects: Pick<ProjectService, 'tidy'>;
  projectCards: Pick<ProjectCards, 'refresh'>;
  outbox: Pick<Outbox, 'wake'>;
}>;
