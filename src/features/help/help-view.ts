/** A page of the help, with a select for the others. */
import { ComponentType } from 'discord.js';
import { routes } from '../../components/routes.js';
import { accents, container, row, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { type HelpTopic, helpTopics } from '../../locales/en/help.js';

/** Topics for moderators alone. */
const ofModerators: readonly HelpTopic[] = ['moderators', 'moderating'];

/** The topics somebody is offered. */
export function topicsFor(isModerator: boolean): HelpTopic[] {
  return helpTopics.filter((topic) => isModerator || !ofModerators.includes(topic));
}

/** The topic asked for, by its key or a part of its name; undefined for what is no topic, or not for this member. */
export function topicOf(words: Catalogue, wanted: string, isModerator: boolean): HelpTopic | undefined {
  const asked = wanted.trim().toLowerCase();
  const topics = topicsFor(isModerator);
  const nameOf = (topic: HelpTopic) => words.help.topics[topic].name.toLowerCase();
  return (
    topics.find((topic) => topic === asked || nameOf(topic) === asked) ??
    (asked === ''
      ? undefined
      : topics.find((topic) => topic.includes(asked) || nameOf(topic).includes(asked)))
  );
}

/** `commandIds` by command name; a command without an id is named rather than linked. */
export function helpView(
  words: Catalogue,
  topic: HelpTopic,
  {
    isModerator,
    commandIds,
    above,
  }: { isModerator: boolean; commandIds: ReadonlyMap<string, string>; above?: string | undefined },
): MessageView {
  const page = words.help.topics[topic];
  const lines = page.text.map((line) =>
    line.replace(/\{([a-z][a-z -]*)\}/g, (_, path: string) => mention(path, commandIds)),
  );
  return {
    components: [
      ...(above ? [text(above)] : []),
      container(
        accents.learning,
        text([words.help.heading(page.emoji, page.name), ...lines].join('\n')),
        row({
          type: ComponentType.StringSelect,
          custom_id: routes.help.id({}),
          placeholder: words.help.choose,
          options: topicsFor(isModerator).map((value) => {
            const { name, hint, emoji } = words.help.topics[value];
            return {
              label: name,
              value,
              description: hint,
              emoji: { name: emoji },
              default: value === topic,
            };
          }),
        }),
      ),
    ],
  };
}

/** `</challenge post:123>`, which opens the command when clicked, or its name as code. */
function mention(path: string, commandIds: ReadonlyMap<string, string>): string {
  const id = commandIds.get(path.split(' ')[0] ?? '');
  return id ? `</${path}:${id}>` : `\`/${path}\``;
}
