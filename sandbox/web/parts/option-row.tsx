/** One line of a list to choose from: its mark or emoji, its label, its description, and whether it is chosen. */
import { Avatar } from './avatar.js';
import { ChevronDownIcon, FolderIcon, HashIcon, RoleIcon, SpeakerIcon, ThreadIcon } from './icons.js';
import type { OptionEmoji, OptionMark, SelectOption } from './select-option.js';

const VOICE_TYPES = [2, 13];
const CATEGORY = 4;
const THREAD_TYPES = [10, 11, 12];

export function OptionMarkView({ mark }: { mark: OptionMark }) {
  if (mark.kind === 'person') {
    return <Avatar id={mark.id} name={mark.name} size={24} isBot={mark.isBot} />;
  }
  if (mark.kind === 'role') {
    return (
      <span class="option-mark" style={mark.color ? { color: mark.color } : {}}>
        <RoleIcon size={18} />
      </span>
    );
  }
  return (
    <span class="option-mark">
      <ChannelMark type={mark.type} />
    </span>
  );
}

function ChannelMark({ type }: { type: number }) {
  if (type === CATEGORY) return <FolderIcon size={18} />;
  if (VOICE_TYPES.includes(type)) return <SpeakerIcon size={18} />;
  if (THREAD_TYPES.includes(type)) return <ThreadIcon size={18} />;
  return <HashIcon size={18} />;
}

/** A custom emoji lives at Discord, which the page does not ask: its name stands for it. */
export function OptionEmojiView({ emoji }: { emoji: OptionEmoji }) {
  if (!emoji.name) return null;
  return <span class="option-emoji">{emoji.id ? `:${emoji.name}:` : emoji.name}</span>;
}

/** The mark or emoji before a label, when it has one. */
export function OptionSign({ option }: { option: SelectOption }) {
  if (option.mark) return <OptionMarkView mark={option.mark} />;
  return option.emoji ? <OptionEmojiView emoji={option.emoji} /> : null;
}

export const OpenMark = () => (
  <span class="select-chevron">
    <ChevronDownIcon size={18} />
  </span>
);
