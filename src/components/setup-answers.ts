/** Answers of the set-up: its panel as things stand, and what a choice in it came to. */
import type { Context, Outcome } from '../discord/define.js';
import { catalogueFor } from '../locales/catalogue.js';
import type { SetupChanges, SetupResult } from '../services/setup-service.js';
import { digestPanel } from '../views/digest-panel.js';
import { safetyPanel } from '../views/safety-panel.js';
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

/** The digest's page of the panel, with what it has to say above everything else. */
export function digestPanelAnswer({ settings, gone, quietRole }: SetupResult, notice?: string): Outcome {
  const { digestRoleId } = settings;
  const view = digestPanel(catalogueFor(settings.language), {
    guild: settings,
    isRoleGone: digestRoleId !== null && gone.has(digestRoleId),
    isRoleQuiet: quietRole,
    notice,
  });
  return { kind: 'message', view };
}

/** Saves what was chosen on the digest's page and shows it again. */
export async function chooseForDigest(changes: SetupChanges, context: Context): Promise<Outcome> {
  const result = await context.services.setup.change(context.guildId, changes, context.actor);
  return digestPanelAnswer(result, noticeOf(result));
}

/** The page for safety, with what it has to say above everything else. */
export function safetyPanelAnswer({ settings }: SetupResult, notice?: string): Outcome {
  return {
    kind: 'message',
    view: safetyPanel(catalogueFor(settings.language), { guild: settings, notice }),
  };
}

/** Saves what was chosen on the page for safety and shows it again. */
export async function chooseForSafety(changes: SetupChanges, context: Context): Promise<Outcome> {
  const result = await context.services.setup.change(context.guildId, changes, context.actor);
  return safetyPanelAnswer(result, noticeOf(result));
}

/** Saves what was chosen and shows the panel again. */
export async function choose(changes: SetupChanges, context: Context): Promise<Outcome> {
  const result = await context.services.setup.change(context.guildId, changes, context.actor);
  return panelAnswer(context, result, { notice: noticeOf(result) });
}

function noticeOf({ settings, refusals, lacking }: SetupResult): string {
  const words = catalogueFor(settings.language);
  return refusals.length > 0
    ? refusalText(words, refusals)
    : [words.admin.setup.saved, ...lackingText(words, lacking)].join('\n');
}
