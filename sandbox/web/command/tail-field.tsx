/** What stands behind a command's fields: the place where one of its optional options is called for. */
import { useId, useState } from 'preact/hooks';
import { words } from '../words/words.js';
import { CommandList, CommandPanel, rowId, useListKeys } from './command-list.js';
import { type CommandOption, commandName, type OfferedCommand, OptionType, optionName } from './offered.js';
import { namesOf } from './typed-line.js';

/** The tail's name among the fields; no option can have it. */
export const TAIL = ' ';

export interface TailFieldProps {
  command: OfferedCommand;
  text: string;
  /** The options that have no field yet. */
  options: readonly CommandOption[];
  isFocused: boolean;
  isDisabled: boolean;
  onText(text: string): void;
  /** Gives an option a field, with a text in it. */
  onAdd(name: string, text: string): void;
  onErase(): void;
  onSend(): void;
  onCancel(): void;
}

export function TailField(props: TailFieldProps) {
  const { command, text, options, isFocused, isDisabled } = props;
  const listId = useId();
  const [isClosed, setClosed] = useState(false);
  const offers = offersFor(options, text);
  const keys = useListKeys(offers.length);
  const isOpen = isFocused && !isClosed && options.length > 0 && !isDisabled;
  // With nothing typed Enter sends: an option is only taken when it was walked to.
  const isOffered = isOpen && offers.length > 0 && (keys.isMoved || text.trim() !== '');

  const { command: told } = words();
  const line = `/${commandName(command)}`;

  const add = (index: number) => {
    const offer = offers[index];
    if (offer) props.onAdd(offer.option.name, offer.text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (isOpen && text.trim() === '' && !keys.isMoved && event.key === 'ArrowDown') keys.setActive(0);
    else if (isOpen && keys.move(event)) return;
    else if (event.key === 'Enter') {
      if (isOffered) add(keys.active);
      else props.onSend();
    } else if (event.key === 'Tab' && !event.shiftKey && isOffered) add(keys.active);
    else if (event.key === 'Escape') {
      if (isOpen) setClosed(true);
      else props.onCancel();
      event.stopPropagation();
    } else if (event.key === 'ArrowDown' && isClosed) setClosed(false);
    else if (isErasing(event, text)) props.onErase();
    else return;
    event.preventDefault();
  };

  return (
    <div class="command-tail">
      <input
        data-field={TAIL}
        class="command-tail-input"
        type="text"
        role="combobox"
        aria-label={options.length > 0 ? told.add : told.complete(line)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOffered ? rowId(listId, keys.active) : undefined}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        placeholder={options.length > 0 ? told.more(options.length) : ''}
        readOnly={options.length === 0}
        disabled={isDisabled}
        value={text}
        onInput={(event) => {
          setClosed(false);
          keys.begin();
          props.onText(event.currentTarget.value);
        }}
        onClick={() => setClosed(false)}
        onBlur={() => setClosed(false)}
        onKeyDown={onKeyDown}
      />
      {isFocused && (
        <CommandPanel>
          <div class="command-about" aria-hidden="true">
            <span class="command-about-name">{line}</span>
            <span class="command-about-text">{command.description}</span>
          </div>
          {isOpen && (
            <CommandList
              id={listId}
              label={told.options}
              groups={[
                {
                  title: told.options,
                  rows: offers.map(({ option, text: value }) => ({
                    key: option.name,
                    label: value === '' ? optionName(option) : `${optionName(option)}: ${value}`,
                    description: option.description,
                    note: option.required ? told.required : undefined,
                  })),
                },
              ]}
              active={isOffered ? keys.active : -1}
              status={offers.length === 0 ? told.noOption(text.trim()) : undefined}
              onActive={keys.setActive}
              onTake={add}
            />
          )}
        </CommandPanel>
      )}
    </div>
  );
}

interface Offer {
  option: CommandOption;
  /** What stands in the option's field from the beginning. */
  text: string;
}

/** The options whose names are being typed; else the first one that takes the typed text as it is. */
function offersFor(options: readonly CommandOption[], text: string): Offer[] {
  const typed = text.trim().toLowerCase();
  const named = options.filter((option) => namesOf(option).some((name) => name.startsWith(typed)));
  if (named.length > 0) return named.map((option) => ({ option, text: '' }));
  const free = options.find(({ type, choices }) => type === OptionType.string && !choices?.length);
  return free ? [{ option: free, text: text.trim() }] : [];
}

function isErasing(event: KeyboardEvent, text: string): boolean {
  return text === '' && (event.key === 'Backspace' || event.key === 'ArrowLeft');
}
