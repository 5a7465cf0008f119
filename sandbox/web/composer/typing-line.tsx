/** Says who is writing at the moment. */
import type { Page } from '../state/page.js';
import { words } from '../words/words.js';

export function TypingLine({ page, channelId }: { page: Page; channelId: string }) {
  const ids = page.typing.now.value.get(channelId) ?? [];
  const names = ids.map((id) => page.lookup.person(id)?.name ?? words().somebody);
  return (
    <p class="composer-typing" aria-live="polite">
      {words().composer.typing(names)}
    </p>
  );
}
