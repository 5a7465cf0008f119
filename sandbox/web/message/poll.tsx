/** A poll: its question, and answers to vote for as long as it runs. */
import type { APIPoll } from 'discord-api-types/v10';
import { words } from '../words/words.js';
import { inStyle } from './time.js';
import { useWithin } from './within.js';
import './poll.css';

export function Poll({ poll }: { poll: APIPoll }) {
  const { message, actions } = useWithin();
  const counts = new Map(poll.results?.answer_counts.map((one) => [one.id, one]));
  const isOver = poll.results?.is_finalized ?? false;
  const mine = poll.answers.flatMap(({ answer_id: id }) => (counts.get(id)?.me_voted ? [id] : []));
  const total = [...counts.values()].reduce((sum, one) => sum + one.count, 0);
  const { message: told } = words();
  const choose = (id: number) => {
    const others = poll.allow_multiselect ? mine.filter((one) => one !== id) : [];
    void actions.vote(message, mine.includes(id) ? others : [...others, id]);
  };
  return (
    <div class="poll" role="group" aria-label={told.poll(poll.question.text ?? '')}>
      <p class="poll-question" dir="auto">
        {poll.question.text}
      </p>
      {poll.answers.map(({ answer_id: id, poll_media: media }) => (
        <button
          key={id}
          type="button"
          class={`poll-answer ${mine.includes(id) ? 'poll-mine' : ''}`}
          aria-pressed={mine.includes(id)}
          disabled={isOver}
          onClick={() => choose(id)}
        >
          <span dir="auto">
            {media.emoji?.name && !media.emoji.id && `${media.emoji.name} `}
            {media.text}
          </span>
          <span class="poll-count">{counts.get(id)?.count ?? 0}</span>
        </button>
      ))}
      <p class="poll-facts">
        {told.votes(total)} ·{' '}
        {isOver ? told.pollEnded : told.pollEnds(inStyle(Date.parse(poll.expiry ?? ''), 'f'))}
        {poll.allow_multiselect && !isOver && ` · ${told.pollSeveral}`}
      </p>
    </div>
  );
}
