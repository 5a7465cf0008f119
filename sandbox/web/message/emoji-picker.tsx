/** The emoji that people react with most, and those of the guild. */
import type { Message } from '../model.js';
import { Emoji } from '../parts/emoji.js';
import { Popover } from '../parts/popover.js';
import { words } from '../words/words.js';
import { useWithin } from './within.js';
import './emoji-picker.css';

type Reaction = NonNullable<Message['reactions']>[number];

export interface EmojiPickerProps {
  anchor: HTMLElement;
  onClose(): void;
}

export function EmojiPicker({ anchor, onClose }: EmojiPickerProps) {
  const { message, actions, lookup } = useWithin();
  const choose = (emoji: string) => {
    const isIt = ({ emoji: { id, name } }: Reaction) => (id ? `${name}:${id}` : name) === emoji;
    const mine = message.reactions?.find(isIt)?.me ?? false;
    onClose();
    void actions.react(message, emoji, mine);
  };
  return (
    <Popover
      label={words().actions.chooseReaction}
      anchor={anchor}
      side="above"
      class="emoji-picker"
      onClose={onClose}
    >
      {Object.entries(words().emoji).map(([emoji, name]) => (
        <button
          key={emoji}
          type="button"
          class="emoji-choice"
          aria-label={name}
          title={name}
          onClick={() => choose(emoji)}
        >
          {emoji}
        </button>
      ))}
      {lookup.emojis.map((emoji) => (
        <button
          key={emoji.id}
          type="button"
          class="emoji-choice"
          aria-label={emoji.name}
          title={emoji.name}
          onClick={() => choose(`${emoji.name}:${emoji.id}`)}
        >
          <Emoji emoji={emoji} />
        </button>
      ))}
    </Popover>
  );
}
