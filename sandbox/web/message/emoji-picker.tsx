/** The emoji that people react with most. */
import { Popover } from '../parts/popover.js';
import { useWithin } from './within.js';
import './emoji-picker.css';

const EMOJI: readonly (readonly [emoji: string, name: string])[] = [
  ['👍', 'thumbs up'],
  ['❤️', 'heart'],
  ['😂', 'tears of joy'],
  ['🎉', 'party'],
  ['🔥', 'fire'],
  ['👀', 'eyes'],
  ['🙏', 'thanks'],
  ['💯', 'hundred'],
  ['✅', 'done'],
  ['🚀', 'rocket'],
  ['💡', 'idea'],
  ['🤔', 'thinking'],
  ['😮', 'surprised'],
  ['😢', 'sad'],
  ['👏', 'applause'],
  ['🔖', 'bookmark'],
];

export interface EmojiPickerProps {
  beside: HTMLElement;
  onClose(): void;
}

export function EmojiPicker({ beside, onClose }: EmojiPickerProps) {
  const { message, actions } = useWithin();
  const choose = (emoji: string) => {
    const mine = message.reactions?.find((reaction) => reaction.emoji.name === emoji)?.me ?? false;
    onClose();
    void actions.react(message, emoji, mine);
  };
  return (
    <Popover label="Choose a reaction" beside={beside} side="above" class="emoji-picker" onClose={onClose}>
      {EMOJI.map(([emoji, name]) => (
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
    </Popover>
  );
}
