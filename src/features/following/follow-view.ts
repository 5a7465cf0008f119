/** What a member follows, and how they are told of what: two pages that lead to each other. */

import { ComponentType } from 'discord.js';
import { routes } from '../../components/routes.js';
import { accents, button, container, divider, row, text } from '../../discord/message/blocks.js';
import { fitted } from '../../discord/message/fit.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escape, shorten } from '../../discord/message/text.js';
import type { FollowKind } from '../../entities/follow.js';
import { type NewsKind, type NewsWay, newsKinds, newsWays } from '../../entities/news-settings.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { isolated, tagCode } from '../../platform/right-to-left.js';
import type { Followed } from './follow-model.js';

/** A followed thing in a sentence. */
export function followedName(words: Catalogue, { kind, target, name }: Followed, titleLength = 80): string {
  if (kind === 'member') return `<@${target}>`;
  if (kind === 'tag') return tagCode(target);
  return `**#${target}**${name ? ` ${escape(shorten(name, titleLength))}` : ` ${words.following.gone}`}`;
}

/** As plain text, for a choice: at most 100 characters. */
export function followedLabel(words: Catalogue, { kind, target, name }: Followed): string {
  const called = isolated(name ?? (kind === 'challenge' ? words.following.gone : target));
  const said = kind === 'challenge' ? `#${target} ${called}` : called;
  return shorten(words.following.choices[kind](said), 100);
}

/** What identifies a followed thing in an option. */
export const followedValue = ({ kind, target }: Pick<Followed, 'kind' | 'target'>) => `${kind}:${target}`;

export function followsView(words: Catalogue, follows: readonly Followed[], above?: string): MessageView {
  const { following } = words;
  const groups = (['tag', 'challenge', 'member'] as const satisfies readonly FollowKind[])
    .map((kind) => ({ kind, found: follows.filter((one) => one.kind === kind) }))
    .filter(({ found }) => found.length > 0);
  return fitted([80, 30, 10], (titleLength) => ({
    components: [
      ...(above ? [text(above)] : []),
      container(
        accents.quiet,
        text(following.heading),
        ...(groups.length > 0
          ? groups.map(({ kind, found }) =>
              text(
                `**${following.kinds[kind]}**\n${found.map((one) => `- ${followedName(words, one, titleLength)}`).join('\n')}`,
              ),
            )
          : [text(following.nothing)]),
        row(button(routes.newsSettings.id({}), words.buttons.notifications)),
      ),
    ],
  }));
}

export function newsSettingsView(words: Catalogue, ways: Record<NewsKind, NewsWay>): MessageView {
  const { following } = words;
  return {
    components: [
      container(
        accents.quiet,
        text(following.settings.heading),
        ...newsKinds.flatMap((kind) => [
          text(`**${following.settings.kinds[kind]}**`),
          row({
            type: ComponentType.StringSelect,
            custom_id: routes.newsChoice.id({ kind }),
            options: newsWays.map((way) => ({
              label: following.settings.ways[way],
              value: way,
              default: ways[kind] === way,
            })),
          }),
        ]),
        divider(),
        text(following.settings.pace),
      ),
    ],
  };
}
