/** The composer while a command is being looked for: what is typed after the slash, and the commands it finds. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Lookup } from '../model.js';
import { words } from '../words/words.js';
import { CommandList, CommandPanel, rowId, useListKeys } from './command-list.js';
import { matchingCommands } from './match.js';
import { commandName, type OfferedCommand, optionName } from './offered.js';

export interface CommandPickerProps {
  /** Begins with the slash. */
  text: string;
  offered: readonly OfferedCommand[];
  lookup: Lookup;
  onText(text: string): void;
  onChoose(command: OfferedCommand): void;
  onCancel(): void;
}

export function CommandPicker({ text, offered, lookup, onText, onChoose, onCancel }: CommandPickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [isClosed, setClosed] = useState(false);
  const groups = matchingCommands(offered, text.slice(1));
  const found = groups.flatMap((group) => group.commands);
  const keys = useListKeys(found.length);
  const isOpen = !isClosed;
  const { command: told } = words();

  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(text.length, text.length);
  }, []);

  const write = (written: string) => {
    setClosed(false);
    keys.begin();
    onText(written);
  };
  const choose = (index: number) => {
    const command = found[index];
    if (command) onChoose(command);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (isOpen && keys.move(event)) return;
    const isTaken = isOpen && found.length > 0 && (event.key === 'Enter' || event.key === 'Tab');
    if (isTaken && !event.shiftKey) choose(keys.active);
    else if (event.key === 'Escape' && isOpen) setClosed(true);
    else if (event.key === 'Escape') onCancel();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setClosed(false);
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };
  /** A field of one line would lose the lines of a command that is pasted whole. */
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (!pasted.includes('\n')) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget as HTMLInputElement;
    write(text.slice(0, selectionStart ?? text.length) + pasted + text.slice(selectionEnd ?? text.length));
  };

  return (
    <>
      {isOpen && (
        <CommandPanel>
          <CommandList
            id={listId}
            label={told.list}
            groups={groups.map(({ applicationId, commands }) => ({
              title: lookup.person(applicationId)?.name ?? told.list,
              rows: commands.map((command) => ({
                key: command.path,
                label: `/${commandName(command)}`,
                description: command.description,
                note: optionNames(command),
              })),
            }))}
            active={keys.active}
            status={statusOf(offered.length, found.length)}
            onActive={keys.setActive}
            onTake={choose}
          />
        </CommandPanel>
      )}
      <div class="command-box">
        <input
          ref={input}
          class="command-line"
          type="text"
          role="combobox"
          aria-label={told.title}
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && found.length > 0 ? rowId(listId, keys.active) : undefined}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
        />
      </div>
    </>
  );
}

function optionNames({ options }: OfferedCommand): string | undefined {
  if (options.length === 0) return undefined;
  return options
    .map((option) => (option.required ? optionName(option) : `[${optionName(option)}]`))
    .join(' ');
}

function statusOf(offered: number, found: number): string | undefined {
  const { noneHere, noneFound } = words().command;
  if (offered === 0) return noneHere;
  return found === 0 ? noneFound : undefined;
}
