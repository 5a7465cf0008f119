/** Answers of the set-up: its panel as things stand, and what a choice in it came to. */
import type { Context, Outcome } from '../../discord/define.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { digestPanel } from '../digest/index.js';
import { safetyPanel } from './safety-panel.js';
import { lackingText, refusalText, setupPanel } from './setup-panel.js';
import type { SetupChanges, SetupResult, SetupService } from './setup-service.js';

/** The panel, with what it has to say above everything else. */
export function panelAnswer(
  context: Context,
  result: SetupResult,
  above: { notice?: string; timezones?: readonly string[] } = {},
): Outcome {
  const { settings, gone } = result;
  const view = setupPanel(context.words, {
    guild: settings,
    cohortChannelId: settings.channelId ?? context.cohortChannelId,
    gone,
    ...above,
  });
  return { kind: 'message', view };
}

/** The digest's page of the panel, with what it has to say above everything else. */
export function digestPanelAnswer(
  { words }: Pick<Context, 'words'>,
  { settings, gone, quietRole }: SetupResult,
  notice?: string,
): Outcome {
  const { digestRoleId } = settings;
  const view = digestPanel(words, {
    guild: settings,
    isRoleGone: digestRoleId !== null && gone.has(digestRoleId),
    isRoleQuiet: quietRole,
    notice,
  });
  return { kind: 'message', view };
}

/** Saves what was chosen on the digest's page and shows it again. */
export async function chooseForDigest(
  changes: SetupChanges,
  context: Context<{ setup: Pick<SetupService, 'change'> }>,
): Promise<Outcome> {
  const result = await context.services.setup.change(context.guildId, changes, context.actor);
  return digestPanelAnswer(context, result, noticeOf(context.words, result));
}

/** The page for safety, with what it has to say above everything else. */
export function safetyPanelAnswer(
  { words }: Pick<Context, 'words'>,
  { settings }: SetupResult,
  notice?: string,
): Outcome {
  return {
    kind: 'message',
    view: safetyPanel(words, { guild: settings, notice }),
  };
}

/** Saves what was chosen on the page for safety and shows it again. */
export async function chooseForSafety(
  changes: SetupChanges,
  context: Context<{ setup: Pick<SetupService, 'change'> }>,
): Promise<Outcome> {
  const result = await context.services.setup.change(context.guildId, changes, context.actor);
  return safetyPanelAnswer(context, result, noticeOf(context.words, result));
}

/** Saves what was chosen and shows the panel again. */
export async function choose(
  changes: SetupChanges,
  context: Context<{ setup: Pick<SetupService, 'change'> }>,
): Promise<Outcome> {
  const result = await context.services.setup.change(context.guildId, changes, context.actor);
  return panelAnswer(context, result, { notice: noticeOf(context.words, result) });
}

function noticeOf(words: Catalogue, { refusals, lacking, forSome }: SetupResult): string {
  return refusals.length > 0
    ? refusalText(words, refusals)
    : [words.admin.setup.saved, ...lackingText(words, { lacking, forSome })].join('\n');
}
