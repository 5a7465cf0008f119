/** A person's picture: their initials on a colour that is always theirs. Nothing is fetched for it. */
import './avatar.css';

const COLORS = 8;

export interface AvatarProps {
  id: string;
  name: string;
  /** Width and height in pixels. */
  size?: number;
  isBot?: boolean;
}

export function Avatar({ id, name, size = 40, isBot = false }: AvatarProps) {
  return (
    <span
      class={`avatar avatar-${colorOf(id)} ${isBot ? 'avatar-bot' : ''}`}
      style={{ width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.4)}px` }}
      aria-hidden="true"
    >
      {isBot ? <BotFace size={Math.round(size * 0.62)} /> : initialsOf(name)}
    </span>
  );
}

function BotFace({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true" focusable="false">
      <path d="M12 3v3.5" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
      <circle cx="12" cy="3" r="1.6" fill="currentColor" />
      <rect x="4" y="7" width="16" height="12.5" rx="4.5" fill="currentColor" />
      <circle class="avatar-eye" cx="9" cy="13" r="1.7" />
      <circle class="avatar-eye" cx="15" cy="13" r="1.7" />
    </svg>
  );
}

/** One of the colours, the same for an id each time. */
function colorOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % COLORS;
}

/** The first letters of the first two words. */
function initialsOf(name: string): string {
  return name
    .split(/[\s._-]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}
