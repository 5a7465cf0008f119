/** Help: what the bot can do, one short page at a time. */
import help from '../../commands/help.js';
import helpTopic from '../../components/help/help-topic.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';

export default defineFeature({
  name: 'help',
  commands: [help],
  components: [helpTopic],
  services: (_core: Core) => ({}),
});
