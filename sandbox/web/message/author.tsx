/** The author of a message: their name in their colour, and the mark of an app. */
import type { Lookup, Message } from '../model.js';
import { AppTag } from '../parts/app-tag.js';
import { useWithin } from './within.js';

export interface Author {
  id: string;
  name: string;
  color?: string | undefined;
  isBot: boolean;
}

/** As the guild knows them now, or as they were when they wrote it. */
export function authorOf({ author }: Pick<Message, 'author'>, lookup: Lookup): Author {
  const person = lookup.person(author.id);
  return {
    id: author.id,
    name: person?.name ?? author.global_name ?? author.username,
    color: person?.color,
    isBot: author.bot === true,
  };
}

export function AuthorName({ author }: { author: Author }) {
  const { actions } = useWithin();
  return (
    <>
      <button
        type="button"
        class={`author-name ${author.color ? 'author-colored' : ''}`}
        dir="auto"
        style={author.color ? { '--person-color': author.color } : {}}
        onClick={(event) => actions.openPerson(author.id, event.currentTarget)}
      >
        {author.name}
      </button>
      {author.isBot && <AppTag />}
    </>
  );
}
