/** The reactions below a message: press one to add yours or take it away. */
import { useState } from 'preact/hooks';
import type { Message } from '../model.js';
import { EmojiPicker } from './emoji-picker.js';
import { AddReactionIcon } from './icons.js';
import { useWithin } from './within.js';
import './reactions.css';

type Reaction = NonNullable<Message['reactions']>[number];

export function Reactions({ reactions }: { reactions: readonly Reaction[] }) {
  const { message, actions } = useWithin();
  const [beside, setBeside] = useState<HTMLElement>();
  return (
    <div class="reactions">
      {reactions.map((reaction) => (
        <button
          key={keyOf(reaction)}
          type="button"
          class={`reaction ${reaction.me ? 'reaction-mine' : ''}`}
          aria-pressed={reaction.me}
          aria-label={`${reaction.emoji.name}, ${reaction.count} ${reaction.count === 1 ? 'reaction' : 'reactions'}`}
          onClick={() => void actions.react(message, keyOf(reaction), reaction.me)}
        >
          <span class="reaction-emoji">
            {reaction.emoji.id ? `:${reaction.emoji.name}:` : reaction.emoji.name}
          </span>
          <span>{reaction.count}</span>
        </button>
      ))}
      <button
        type="button"
        class="reaction reaction-add"
        aria-label="Add reaction"
        title="Add reaction"
        onClick={(event) => setBeside(event.currentTarget)}
      >
        <AddReactionIcon size={18} />
      </button>
      {beside && <EmojiPicker beside={beside} onClose={() => setBeside(undefined)} />}
    </div>
  );
}

/** As the sandbox names an emoji: the character, or `name:id` of a custom one. */
function keyOf({ emoji }: Reaction): string {
  return emoji.id ? `${emoji.name}:${emoji.id}` : (emoji.name ?? '');
}
