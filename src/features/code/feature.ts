/** Code: a pasted block of a message, tidied for those who read. */
import formatAsCode from '../../commands/format-as-code.js';
import codePost from '../../components/code/code-post.js';
import codeRemove from '../../components/code/code-remove.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import type { DraftService } from '../drafts/index.js';
import type { Guard, MuteService } from '../guard/index.js';
import { CodeService } from './code-service.js';

interface Needs extends Core {
  drafts: DraftService;
  guard: Guard;
  mutes: MuteService;
}

export default defineFeature({
  name: 'code',
  commands: [formatAsCode],
  components: [codePost, codeRemove],
  services: ({ drafts, guard, mutes }: Needs) => ({ code: new CodeService({ drafts, guard, mutes }) }),
});
