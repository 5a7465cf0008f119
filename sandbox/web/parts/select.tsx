/**
 * A select as messages and forms have it: one or several of a list, by mouse, touch or keyboard alone. It follows
 * the pattern of a combobox with a list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
 */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { words } from '../words/words.js';
import { CloseIcon } from './icons.js';
import { OpenMark, OptionSign } from './option-row.js';
import { SelectList } from './select-list.js';
import type { SelectOption } from './select-option.js';
import './popover.css';
import './select.css';

export interface SelectProps {
  /** What is chosen here, for screen readers. */
  label: string;
  options: readonly SelectOption[];
  /** How few and how many can be chosen; one of each by default. */
  minimum?: number;
  maximum?: number;
  placeholder?: string | undefined;
  isDisabled?: boolean;
  /** What is wrong with what is chosen, by the id of the element that says it. */
  errorId?: string | undefined;
  /** Of the element itself, to bring the focus to it. */
  id?: string;
  /** The values chosen: at once for a single one, when the list is closed for several. */
  onChoose(values: string[]): void;
}

export function Select(props: SelectProps) {
  const { label, options, minimum = 1, maximum = 1, isDisabled = false, onChoose } = props;
  const field = useRef<HTMLButtonElement>(null);
  const ownId = useId();
  const listId = `${ownId}-list`;
  const [isOpen, setOpen] = useState(false);
  const [activeId, setActiveId] = useState<string>();
  const beforehand = valuesOf(options.filter((option) => option.isDefault));
  const [chosen, setChosen] = useState(beforehand);
  const sent = useRef(beforehand);

  // An edit of the message says again what is chosen.
  const given = JSON.stringify(beforehand);
  useEffect(() => {
    setChosen(beforehand);
    sent.current = beforehand;
  }, [given]);

  const send = (values: string[]) => {
    setChosen(values);
    sent.current = values;
    onChoose(values);
  };
  const close = (keepsFocus: boolean) => {
    setOpen(false);
    setActiveId(undefined);
    if (keepsFocus) field.current?.focus();
    const isSent = sent.current.length === chosen.length && chosen.every((one) => sent.current.includes(one));
    if (isSent) return;
    if (chosen.length < minimum) setChosen(sent.current);
    else send(chosen);
  };
  const toggle = (value: string) => {
    if (maximum === 1) {
      setOpen(false);
      setActiveId(undefined);
      field.current?.focus();
      send([value]);
    } else if (chosen.includes(value)) setChosen(chosen.filter((one) => one !== value));
    else if (chosen.length < maximum) setChosen([...chosen, value]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isOpen || !['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(event.key)) return;
    event.preventDefault();
    setOpen(true);
  };

  const chosenOptions = chosen.flatMap((value) => options.find((option) => option.value === value) ?? []);
  const isEmptied = minimum === 0 && maximum === 1 && chosenOptions.length > 0 && !isDisabled;
  return (
    <div class="select">
      <button
        ref={field}
        id={props.id ?? ownId}
        type="button"
        class="select-field"
        role="combobox"
        aria-label={label}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? activeId : undefined}
        aria-invalid={props.errorId !== undefined || undefined}
        aria-describedby={[`${ownId}-value`, props.errorId].filter(Boolean).join(' ')}
        disabled={isDisabled}
        onClick={() => (isOpen ? close(true) : setOpen(true))}
        onKeyDown={onKeyDown}
      >
        <span id={`${ownId}-value`} class="select-value">
          <Chosen options={chosenOptions} placeholder={props.placeholder} isSeveral={maximum > 1} />
        </span>
        <OpenMark />
      </button>
      {isEmptied && (
        <button
          type="button"
          class="icon-button select-clear"
          aria-label={words().select.clear(label)}
          onClick={() => send([])}
        >
          <CloseIcon size={16} />
        </button>
      )}
      {isOpen && field.current && (
        <SelectList
          id={listId}
          label={label}
          anchor={field.current}
          options={options}
          chosen={chosen}
          isSeveral={maximum > 1}
          isFull={maximum > 1 && chosen.length >= maximum}
          onActive={setActiveId}
          onToggle={toggle}
          onClose={close}
        />
      )}
    </div>
  );
}

function valuesOf(options: readonly SelectOption[]): string[] {
  return options.map((option) => option.value);
}

interface ChosenProps {
  options: readonly SelectOption[];
  placeholder: string | undefined;
  isSeveral: boolean;
}

function Chosen({ options, placeholder, isSeveral }: ChosenProps) {
  if (options.length === 0)
    return <span class="select-placeholder">{placeholder || words().select.placeholder}</span>;
  return (
    <>
      {options.map((option) => (
        <span key={option.value} class={isSeveral ? 'select-chip' : 'select-one'}>
          <OptionSign option={option} />
          <span class="select-one-label" dir="auto">
            {option.label}
          </span>
        </span>
      ))}
    </>
  );
}
