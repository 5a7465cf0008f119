/** An emoji: a character, or the picture of a custom one. */

export function Emoji({ emoji }: { emoji: { id: string | null; name: string | null } }) {
  if (!emoji.id) return <>{emoji.name}</>;
  return <img class="custom-emoji" src={`/emojis/${emoji.id}.png`} alt={`:${emoji.name}:`} />;
}
