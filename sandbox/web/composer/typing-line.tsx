/** Says who is writing at the moment. */
import type { Page } from '../state/page.js';

export function TypingLine({ page, channelId }: { page: Page; channelId: string }) {
  const ids = page.typing.now.value.get(channelId) ?? [];
  const names = ids.map((id) => page.lookup.person(id)?.name ?? 'Somebody');
  return (
    <p class="composer-typing" aria-live="polite">
      {sentence(names)}
    </p>
  );
}

function sentence(names: readonly string[]): string {
  const [first, second] = names;
  if (first === undefined) return '';
  if (second === undefined) return `${first} is typing…`;
  return names.length === 2 ? `${first} and ${second} are typing…` : 'Several people are typing…';
}
