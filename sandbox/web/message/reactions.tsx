/** The reactions below a message: press one to add yours or take it away. */
import { useState } from 'preact/hooks';
import type { Message } from '../model.js';
import { Emoji } from '../parts/emoji.js';
import { words } from '../words/words.js';
import { EmojiPicker } from './emoji-picker.js';
import { AddReactionIcon } from './icons.js';
import { useWithin } from './within.js';
import './reactions.css';

type Reaction = NonNullable<Message['reactions']>[number];

export function Reactions({ reactions }: { reactions: readonly Reaction[] }) {
  const { message, actions } = useWithin();
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <div class="reactions">
      {reactions.map((reaction) => (
        <button
          key={keyOf(reaction)}
          type="button"
          class={`reaction ${reaction.me ? 'reaction-mine' : ''}`}
          aria-pressed={reaction.me}
          aria-label={words().message.reactions(reaction.emoji.name, reaction.count)}
          onClick={() => void actions.react(message, keyOf(reaction), reaction.me)}
        >
          <span class="reaction-emoji">
            <Emoji emoji={reaction.emoji} />
          </span>
          <span>{reaction.count}</span>
        </button>
      ))}
      <button
        type="button"
        class="reaction reaction-add"
        aria-label={words().actions.addReaction}
        title={words().actions.addReaction}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <AddReactionIcon size={18} />
      </button>
      {anchor && <EmojiPicker anchor={anchor} onClose={() => setAnchor(undefined)} />}
    </div>
  );
}

/** As the sandbox names an emoji: the character, or `name:id` of a custom one. */
function keyOf({ emoji }: Reaction): string {
  return emoji.id ? `${emoji.name}:${emoji.id}` : (emoji.name ?? '');
}
