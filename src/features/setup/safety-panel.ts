/** The page of the set-up for safety: whose entries moderators look at first, and what is turned away. */
import { type APIComponentInContainer, ComponentType } from 'discord.js';
import { routes } from '../../components/routes.js';
import { accents, button, container, divider, row, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { type Guild, reviewModes } from '../../entities/guild.js';
import type { Catalogue } from '../../locales/catalogue.js';

/** How many published entries may make a member an old hand. */
const belowChoices = [1, 2, 3, 5, 10, 20, 50] as const;

/** What may be set as a member's limit; a guild may have another one from elsewhere. */
export const limitChoices = {
  hour: [5, 10, 20, 40, 100, 200, 500],
  day: [10, 20, 60, 100, 200, 500, 1_000],
} as const;

export interface SafetyPanelState {
  guild: Pick<Guild, 'review' | 'reviewBelow' | 'invitesAllowed' | 'hourlyLimit' | 'dailyLimit'>;
  /** What became of the choice before, above everything else. */
  notice?: string;
}

export function safetyPanel(words: Catalogue, { guild, notice }: SafetyPanelState): MessageView {
  const { safety, admin } = words;
  return {
    components: [
      container(
        accents.quiet,
        text([safety.panel.title, admin.setup.intro, ...(notice ? ['', notice] : [])].join('\n')),
        divider(),
        ...reviewPart(words, guild),
        divider(),
        ...doorPart(words, guild),
        row(button(routes.setupBack.id({}), safety.panel.back)),
      ),
    ],
  };
}

function reviewPart(
  words: Catalogue,
  { review, reviewBelow }: SafetyPanelState['guild'],
): APIComponentInContainer[] {
  const { panel } = words.safety;
  const choices = [...new Set([...belowChoices, reviewBelow])].sort((one, other) => one - other);
  return [
    text(review === 'off' ? panel.review : `${panel.review}\n${panel.reviewHint}`),
    row({
      type: ComponentType.StringSelect,
      custom_id: routes.setupReview.id({}),
      placeholder: panel.reviewPlaceholder,
      options: reviewModes.map((value) => ({
        label: panel.reviewModes[value].label,
        description: panel.reviewModes[value].hint,
        value,
        default: value === review,
      })),
    }),
    ...(review === 'new'
      ? [
          text(panel.below),
          row({
            type: ComponentType.StringSelect,
            custom_id: routes.setupReviewBelow.id({}),
            placeholder: panel.belowPlaceholder,
            options: choices.map((count) => ({
              label: panel.belowOption(count),
              value: String(count),
              default: count === reviewBelow,
            })),
          }),
        ]
      : []),
  ];
}

function doorPart(
  words: Catalogue,
  { invitesAllowed, hourlyLimit, dailyLimit }: SafetyPanelState['guild'],
): APIComponentInContainer[] {
  const { panel } = words.safety;
  const state = invitesAllowed ? 'off' : 'on';
  return [
    text(panel.limits),
    limitSelect(words, 'hour', hourlyLimit),
    limitSelect(words, 'day', dailyLimit),
    text(invitesAllowed ? panel.invitesAllowed : panel.invitesRefused),
    row(button(routes.setupInvites.id({ state }), panel.invites[state])),
  ];
}

function limitSelect(words: Catalogue, window: 'hour' | 'day', limit: number): APIComponentInContainer {
  const { panel } = words.safety;
  const choices = [...new Set<number>([...limitChoices[window], limit])].sort((one, other) => one - other);
  return row({
    type: ComponentType.StringSelect,
    custom_id: routes.setupLimit.id({ window }),
    placeholder: panel.limitPlaceholder,
    options: choices.map((count) => ({
      label: panel.limitOption(count, window),
      value: String(count),
      default: count === limit,
    })),
  });
}
