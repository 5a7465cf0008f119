/** Answers of the set-up: its panel as things stand, and what a choice in it came to. */
import type { Context, Outcome } from '../discord/define.js';
import { catalogueFor } from '../locales/catalogue.js';
import type { SetupChanges, SetupResult } from '../services/setup-service.js';
import { lackingText, refusalText, setupPanel } from '../views/setup-panel.js';

/** The panel, with what it has to say above everything else. */
export function panelAnswer(
  context: Context,
  result: SetupResult,
  above: { notice?: string; timezones?: readonly string[] } = {},
): Outcome {
  const { settings, gone } = result;
  const view = setupPanel(catalogueFor(settings.language), {
    guild: settings,
    cohortChannelId: settings.channelId ?? context.cohortChannelId,
    gone,
    ...above,
  });
  return { kind: 'message', view };
}

/** Saves what was chosen and shows the panel again. */
export async function choose(changes: SetupChanges, context: Context): Promise<Outcome> {
  const result = await context.services.setup.change(context.guildId, changes);
  const words = catalogueFor(result.settings.language);
  const notice =
    result.refusals.length > 0
      ? refusalText(words, result.refusals)
      : [words.admin.setup.saved, ...lackingText(words, result.lacking)].join('\n');
  return panelAnswer(context, result, { notice });
}
