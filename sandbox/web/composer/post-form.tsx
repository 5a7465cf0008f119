/** Where a post of a forum is written: a title, a message, and tags. */
import { useState } from 'preact/hooks';
import type { PlaceChannel } from '../../client/places.js';
import type { Actions } from '../state/actions.js';
import { words } from '../words/words.js';
import './post-form.css';

export interface PostFormProps {
  actions: Actions;
  channel: PlaceChannel;
  id?: string | undefined;
}

export function PostForm({ actions, channel, id }: PostFormProps) {
  const [title, setTitle] = useState('');
  const [content, setContent] = useState('');
  const [tags, setTags] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<string>();
  const { composer: told } = words();
  if (!channel.can.send) return <p class="post-form">{told.noPosts}</p>;
  const toggle = (tag: string) =>
    setTags(tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag]);
  const submit = async (event: Event) => {
    event.preventDefault();
    setFailure(await actions.openPost(channel.id, title.trim(), content, [...tags]));
  };
  return (
    <form class="post-form" aria-label={told.newPost} onSubmit={(event) => void submit(event)}>
      <input
        id={id}
        class="text-field"
        aria-label={told.postTitle}
        placeholder={told.postTitle}
        dir="auto"
        maxLength={100}
        required
        value={title}
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <textarea
        class="text-field"
        aria-label={told.postMessage}
        placeholder={told.postMessage}
        dir="auto"
        maxLength={2_000}
        rows={3}
        required
        value={content}
        onInput={(event) => setContent(event.currentTarget.value)}
      />
      <div class="post-tags">
        {channel.tags?.map((tag) => (
          <label key={tag.id}>
            <input type="checkbox" checked={tags.includes(tag.id)} onChange={() => toggle(tag.id)} />{' '}
            {tag.name}
          </label>
        ))}
        <button type="submit" class="button">
          {told.post}
        </button>
      </div>
      {failure && (
        <p class="field-error" role="alert">
          {failure}
        </p>
      )}
    </form>
  );
}
