/** Where a message is written: text, files, a reply, a correction; a text that begins with `/` is a command. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlaceChannel } from '../../client/places.js';
import { CommandComposer } from '../command/command-composer.js';
import type { Message } from '../model.js';
import { CloseIcon } from '../parts/icons.js';
import type { Actions } from '../state/actions.js';
import { fileToSend } from '../state/file-to-send.js';
import { keepText, keptText } from '../state/kept.js';
import type { Page } from '../state/page.js';
import { words } from '../words/words.js';
import { FileStrip } from './file-strip.js';
import { MessageBox } from './message-box.js';
import { TypingLine } from './typing-line.js';
import './composer.css';

export interface ComposerProps {
  page: Page;
  actions: Actions;
  channel: PlaceChannel;
  /** What is written to: `#general`, `@Bot`. */
  placeName: string;
  /** Its id, for the link that skips to it. */
  id?: string;
}

export function Composer({ page, actions, channel, placeName, id }: ComposerProps) {
  const draftKey = `draft:${page.lookup.viewer.id}:${channel.id}`;
  const [text, setTextState] = useState(() => keptText(draftKey, 'sessionStorage') ?? '');
  const [files, setFiles] = useState<File[]>([]);
  const [edited, setEdited] = useState<Message>();
  const [isOver, setOver] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const reply = page.replies.value.get(channel.id);
  const { send, attachFiles, useCommands } = channel.can;
  // Read before a slash is typed, or a menu opened, so that they are there at once.
  const commands = page.commands.of(channel.id).value;
  const { composer: told } = words();
  const isCommand = text.startsWith('/') && !edited && useCommands;

  const setText = (to: string) => {
    setTextState(to);
    if (!edited) keepText(draftKey, to, 'sessionStorage');
  };
  useEffect(() => {
    if (reply) box.current?.focus();
  }, [reply]);

  // Once the command is gone the plain box is there again, and has the focus.
  const changeCommand = (to: string) => {
    setText(to);
    if (!to.startsWith('/')) requestAnimationFrame(() => box.current?.focus());
  };
  const addFiles = (list: FileList | null | undefined) => {
    if (attachFiles && list && list.length > 0) setFiles([...files, ...list].slice(0, 10));
    box.current?.focus();
  };
  const stopEditing = () => {
    setEdited(undefined);
    setTextState(keptText(draftKey, 'sessionStorage') ?? '');
  };
  const submit = async () => {
    const content = text.trim();
    if (edited) {
      if (content && content !== edited.content) await actions.edit(edited, content);
      return stopEditing();
    }
    if (!send || (!content && files.length === 0)) return;
    setText('');
    setFiles([]);
    page.reply(channel.id, undefined);
    try {
      await actions.say(channel.id, content, await Promise.all(files.map(fileToSend)), reply);
    } catch (error) {
      page.failed(error);
      setText(content);
      setFiles(files);
      page.reply(channel.id, reply);
    }
  };
  const editLast = () => {
    const own = page.messages
      .of(channel.id)
      .peek()
      .messages.findLast((one) => one.author.id === page.lookup.viewer.id && !one.interaction_metadata);
    if (!own) return;
    setEdited(own);
    setTextState(own.content);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void submit();
    } else if (event.key === 'Escape' && edited) stopEditing();
    else if (event.key === 'Escape' && reply) page.reply(channel.id, undefined);
    else if (event.key === 'ArrowUp' && text === '' && !edited) {
      event.preventDefault();
      editLast();
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    addFiles(event.dataTransfer?.files);
  };

  return (
    <div
      id={id}
      class={`composer ${isOver ? 'is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {reply && (
        <ComposerBar onCancel={() => page.reply(channel.id, undefined)} cancel={told.cancelReply}>
          {told.replyingTo}{' '}
          <strong dir="auto">{page.lookup.person(reply.author.id)?.name ?? reply.author.username}</strong>
        </ComposerBar>
      )}
      {edited && (
        <ComposerBar onCancel={stopEditing} cancel={told.cancelEdit}>
          {told.editing}
        </ComposerBar>
      )}
      <FileStrip files={files} onRemove={(file) => setFiles(files.filter((one) => one !== file))} />
      {isCommand ? (
        <CommandComposer
          text={text}
          onText={changeCommand}
          commands={commands}
          lookup={page.lookup}
          complete={(path, option, value, others) =>
            actions.complete(channel.id, path, option, value, others)
          }
          run={(path, options, sent) => actions.runCommand(channel.id, path, options, sent)}
          onCancel={() => changeCommand('')}
        />
      ) : (
        <MessageBox
          box={box}
          text={text}
          placeName={placeName}
          can={channel.can}
          hasFiles={files.length > 0}
          onText={setText}
          onFiles={addFiles}
          onKeyDown={onKeyDown}
          onSend={() => void submit()}
        />
      )}
      <TypingLine page={page} channelId={channel.id} />
    </div>
  );
}

interface ComposerBarProps {
  cancel: string;
  onCancel(): void;
  children: preact.ComponentChildren;
}

function ComposerBar({ cancel, onCancel, children }: ComposerBarProps) {
  return (
    <div class="composer-bar">
      <span>{children}</span>
      <button type="button" class="icon-button" aria-label={cancel} title={cancel} onClick={onCancel}>
        <CloseIcon size={16} />
      </button>
    </div>
  );
}
