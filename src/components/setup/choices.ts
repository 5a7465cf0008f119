/** The selects and buttons of the set-up's three pages: what each changes, and the page that then shows it. */
import type { AnySelectMenuInteraction, ButtonInteraction } from 'discord.js';
import { type Component, type Context, defineComponent, type Outcome } from '../../discord/define.js';
import { digestSections, reviewModes } from '../../entities/guild.js';
import {
  choose,
  chooseForDigest,
  chooseForSafety,
  digestPanelAnswer,
  limitChoices,
  panelAnswer,
  type SetupChanges,
  type SetupService,
  safetyPanelAnswer,
} from '../../features/setup/index.js';
import { type Route, routes } from '../routes.js';

/** How many published entries the review can ask for, as the database holds it. */
const reviewBelow = { least: 1, most: 50 } as const;

type Chooses = Context<{ setup: Pick<SetupService, 'change'> }>;
type Shows = Context<{ setup: Pick<SetupService, 'present'> }>;
type Page = (changes: SetupChanges, context: Chooses) => Promise<Outcome>;

/** A select: what its values change. */
const select = <Params>(
  route: Route<Params>,
  page: Page,
  changesOf: (values: readonly string[], params: Params) => SetupChanges,
) =>
  defineComponent({
    route,
    answers: 'update',
    moderatorsOnly: true,
    run: ({ values }: AnySelectMenuInteraction, params: Params, context: Chooses) =>
      page(changesOf(values, params), context),
  });

/** A button that turns something on or off. */
const toggle = (
  route: Route<{ state: 'on' | 'off' }>,
  page: Page,
  changesOf: (isOn: boolean) => SetupChanges,
) =>
  defineComponent({
    route,
    answers: 'update',
    moderatorsOnly: true,
    run: (_interaction: ButtonInteraction, { state }: { state: 'on' | 'off' }, context: Chooses) =>
      page(changesOf(state === 'on'), context),
  });

/** A button that opens a page. */
const opens = (
  route: Route<unknown>,
  answer: (context: Shows, result: Awaited<ReturnType<SetupService['present']>>) => Outcome,
) =>
  defineComponent({
    route,
    answers: 'update',
    moderatorsOnly: true,
    run: async (_interaction: ButtonInteraction, _params: unknown, context: Shows) =>
      answer(context, await context.services.setup.present(context.guildId)),
  });

export default [
  opens(routes.setupBack, (context, result) => panelAnswer(context, result)),
  opens(routes.setupDigest, (context, result) => digestPanelAnswer(context, result)),
  opens(routes.setupSafety, (context, result) => safetyPanelAnswer(context, result)),

  select(routes.setupChannel, choose, ([channelId]) => ({ channelId })),
  select(routes.setupTimezoneChoice, choose, ([timezone]) => ({ timezone })),
  select(routes.setupLanguage, choose, ([language]) => ({ language })),
  select(routes.setupModeratorRole, choose, ([role = null]) => ({ moderatorRoleId: role })),
  select(routes.setupLogChannel, choose, ([channel = null]) => ({ logChannelId: channel })),
  select(routes.setupDigestDay, choose, ([day]) => ({ digestWeekday: Number(day) })),
  select(routes.setupDigestTime, choose, ([digestTime]) => ({ digestTime })),

  select(routes.setupDigestRole, chooseForDigest, ([role = null]) => ({ digestRoleId: role })),
  select(routes.setupDigestSections, chooseForDigest, (shown) => ({
    digestHidden: digestSections.filter((section) => !shown.includes(section)),
  })),
  toggle(routes.setupDigestNudge, chooseForDigest, (digestNudges) => ({ digestNudges })),

  select(routes.setupReview, chooseForSafety, ([chosen]) => ({
    review: reviewModes.find((mode) => mode === chosen),
  })),
  select(routes.setupReviewBelow, chooseForSafety, ([chosen]) => {
    const below = Number(chosen);
    const isSound = Number.isInteger(below) && below >= reviewBelow.least && below <= reviewBelow.most;
    return { reviewBelow: isSound ? below : undefined };
  }),
  select(routes.setupLimit, chooseForSafety, ([chosen], { window }) => {
    const limit = limitChoices[window].find((value) => String(value) === chosen);
    return { [window === 'hour' ? 'hourlyLimit' : 'dailyLimit']: limit };
  }),
  toggle(routes.setupInvites, chooseForSafety, (invitesAllowed) => ({ invitesAllowed })),
] satisfies readonly Component[];
