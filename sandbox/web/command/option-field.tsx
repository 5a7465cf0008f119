/** The field of one option: its name, what stands in it, and the list of what it takes. */
import { useId, useState } from 'preact/hooks';
import type { Lookup } from '../model.js';
import { CloseIcon } from '../parts/icons.js';
import { words } from '../words/words.js';
import { CommandList, CommandPanel, rowId, useListKeys } from './command-list.js';
import { FileField } from './file-field.js';
import { type Choice, type CommandOption, OptionType, optionName } from './offered.js';
import type { Entered } from './option-value.js';
import { boundsOf } from './option-words.js';
import { hasSuggestions, isSettled, suggestionsFor } from './suggestions.js';
import { useCompletions } from './use-completions.js';

export interface OptionFieldProps {
  option: CommandOption;
  entered: Entered;
  /** What is wrong with it, once it is to be shown. */
  problem: string | undefined;
  isFocused: boolean;
  isDisabled: boolean;
  lookup: Lookup;
  complete(typed: string): Promise<readonly Choice[]>;
  onEntered(entered: Entered): void;
  /** What is typed goes on with the names of other options; answers whether they were taken. */
  onTyped(text: string): boolean;
  /** Takes the field away; undefined for a required one. */
  onRemove: (() => void) | undefined;
  /** Backspace in an empty field. */
  onErase(): void;
  onMove(step: 1 | -1): void;
  /** Something was taken from the list, and the next field is due. */
  onDone(): void;
  onSend(): void;
  onCancel(): void;
}

export function OptionField(props: OptionFieldProps) {
  const { option, entered, problem, isFocused, isDisabled, lookup, onEntered } = props;
  const id = useId();
  const listId = `${id}-list`;
  const [isClosed, setClosed] = useState(false);
  const hasList = hasSuggestions(option);
  const isOpen = isFocused && hasList && !isClosed && !isDisabled;
  const typed = entered.picked === undefined ? entered.text : '';
  const completions = useCompletions(typed, isOpen && option.autocomplete ? props.complete : undefined);
  const suggestions = isOpen ? suggestionsFor(option, entered, lookup, completions.choices) : [];
  const keys = useListKeys(suggestions.length);
  const isDone = isSettled(option, entered, lookup);
  const isLoading = option.autocomplete === true && completions.status !== 'ready';

  const write = (text: string) => {
    setClosed(false);
    keys.begin();
    if (!props.onTyped(text)) onEntered({ text });
  };
  const take = (index: number) => {
    const suggestion = suggestions[index];
    if (!suggestion) return;
    onEntered(suggestion.entered);
    keys.begin();
    setClosed(true);
    props.onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (isOpen && keys.move(event)) return;
    const isOffered = isOpen && suggestions.length > 0 && (keys.isMoved || (!isDone && !isLoading));
    const hasText = entered.text.trim() !== '';
    if (event.key === 'Enter' && !event.shiftKey) {
      if (isOffered) take(keys.active);
      else props.onSend();
    } else if (event.key === 'Tab' && !event.shiftKey && isOffered && (keys.isMoved || hasText)) {
      take(keys.active);
    } else if (event.key === 'Escape') {
      if (isOpen) setClosed(true);
      else props.onCancel();
      event.stopPropagation();
    } else if (event.key === 'ArrowDown' && hasList && isClosed) setClosed(false);
    else if (event.key === 'Backspace' && entered.text === '' && !entered.file) props.onErase();
    else {
      const step = stepOf(event);
      if (!step) return;
      props.onMove(step);
    }
    event.preventDefault();
  };

  const described = [`${id}-about`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const common = {
    'data-field': option.name,
    class: 'command-option-input',
    'aria-label': optionName(option),
    'aria-describedby': described,
    'aria-required': option.required,
    'aria-invalid': problem !== undefined || undefined,
    disabled: isDisabled,
    dir: 'auto' as const,
    onKeyDown,
  };
  return (
    <div class={`command-option ${problem ? 'has-problem' : ''} ${isFocused ? 'is-focused' : ''}`}>
      <span class="command-option-name" aria-hidden="true">
        {optionName(option)}
      </span>
      {option.type === OptionType.attachment ? (
        <FileField
          {...common}
          file={entered.file}
          onFile={(file) => onEntered({ text: file?.name ?? '', file })}
        />
      ) : hasList ? (
        <input
          {...common}
          type="text"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && suggestions.length > 0 ? rowId(listId, keys.active) : undefined}
          autocomplete="off"
          spellcheck={false}
          value={entered.text}
          onInput={(event) => write(event.currentTarget.value)}
          onClick={() => setClosed(false)}
          onBlur={() => setClosed(false)}
        />
      ) : (
        <textarea
          {...common}
          rows={1}
          inputMode={isNumber(option) ? 'decimal' : 'text'}
          value={entered.text}
          onInput={(event) => write(event.currentTarget.value)}
        />
      )}
      {props.onRemove && (
        <button
          type="button"
          class="command-option-remove"
          tabIndex={-1}
          aria-label={words().command.remove(optionName(option))}
          disabled={isDisabled}
          onClick={props.onRemove}
        >
          <CloseIcon size={14} />
        </button>
      )}
      <span id={`${id}-about`} class="visually-hidden">
        {[option.description, boundsOf(option)].filter(Boolean).join('. ')}
      </span>
      {problem && (
        <span id={`${id}-problem`} class="visually-hidden">
          {problem}
        </span>
      )}
      {isFocused && (
        <CommandPanel>
          <OptionAbout option={option} />
          {isOpen && (
            <CommandList
              id={listId}
              label={optionName(option)}
              groups={[
                {
                  title: '',
                  rows: suggestions.map(({ label, description, mark, entered: { picked } }) => ({
                    key: `${picked}`,
                    label,
                    description,
                    mark,
                  })),
                },
              ]}
              active={keys.active}
              status={statusOf(
                suggestions.length,
                option.autocomplete === true ? completions.status : 'ready',
              )}
              onActive={keys.setActive}
              onTake={take}
            />
          )}
        </CommandPanel>
      )}
    </div>
  );
}

function OptionAbout({ option }: { option: CommandOption }) {
  const bounds = boundsOf(option);
  return (
    <div class="command-about" aria-hidden="true">
      <span class="command-about-name">{optionName(option)}</span>
      <span class="command-about-text" dir="auto">
        {option.description}
      </span>
      {bounds && <span class="command-about-bounds">{bounds}</span>}
    </div>
  );
}

function statusOf(count: number, status: string): string | undefined {
  const { loading, loadingFailed, noMatches } = words().command;
  if (status === 'failed') return loadingFailed;
  if (status === 'loading' || status === 'idle') return count === 0 ? loading : undefined;
  return count === 0 ? noMatches : undefined;
}

function isNumber({ type }: CommandOption): boolean {
  return type === OptionType.integer || type === OptionType.number;
}

/** The arrow keys leave a field where its text ends. */
function stepOf(event: KeyboardEvent): 1 | -1 | undefined {
  const field = event.currentTarget;
  if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  const start = isText ? field.selectionStart : 0;
  const end = isText ? field.selectionEnd : 0;
  if (event.key === 'ArrowLeft' && start === 0 && end === 0) return -1;
  return event.key === 'ArrowRight' && start === (isText ? field.value.length : 0) ? 1 : undefined;
}
