/** A chosen command in the composer: its options as fields in a line, what is wrong with them, and sending it. */
import { useState } from 'preact/hooks';
import type { Lookup } from '../model.js';
import { SendIcon } from '../parts/icons.js';
import { words } from '../words/words.js';
import { CommandNotes } from './command-notes.js';
import {
  type Filling,
  openOptions,
  optionsLeft,
  readyOf,
  withEntered,
  withoutOption,
  withTypedNames,
  withTypedTail,
} from './filling.js';
import { type Choice, commandName, OptionType, optionName } from './offered.js';
import { OptionField } from './option-field.js';
import type { OptionValues } from './option-value.js';
import { TAIL, TailField } from './tail-field.js';
import { useFieldFocus } from './use-field-focus.js';

export interface CommandFieldsProps {
  filling: Filling;
  lookup: Lookup;
  complete(option: string, value: string, others: OptionValues): Promise<readonly Choice[]>;
  /** Rejects with the reason when the command was refused. */
  run(values: OptionValues, files: { [option: string]: File }): Promise<void>;
  onChange(filling: Filling): void;
  /** Another command is to be chosen. */
  onBack(): void;
  onCancel(): void;
}

export function CommandFields(props: CommandFieldsProps) {
  const { filling, lookup, onChange } = props;
  const { command } = filling;
  const [focused, setFocused] = useState<string>();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const { box, focus, focusOnceThere } = useFieldFocus(firstDue(filling), isPending);
  const open = openOptions(filling);
  const left = optionsLeft(filling);
  const ready = readyOf(filling, lookup);
  const names = [...open.map(({ option }) => option.name), TAIL];

  const change = (changed: Filling) => {
    setRefusal(undefined);
    onChange(changed);
  };
  const step = (name: string, by: 1 | -1) => {
    const next = names[names.indexOf(name) + by];
    if (next !== undefined) focus(next);
  };
  const remove = (name: string) => {
    const before = names[names.indexOf(name) - 1];
    change(withoutOption(filling, name));
    focus(before ?? TAIL);
  };
  const erase = (name: string, isOptional: boolean) => {
    if (isOptional) remove(name);
    else if (names.indexOf(name) > 0) step(name, -1);
    else props.onBack();
  };
  const afterTaking = (name: string) => {
    const due = open.find(
      ({ option, entered }) => option.name !== name && entered.text === '' && !entered.file,
    );
    focus(due?.option.name ?? TAIL);
  };
  const takeFiles = (files: FileList | undefined | null): boolean => {
    const file = files?.[0];
    const taking = command.options.filter(({ type }) => type === OptionType.attachment);
    const option = taking.find(({ name }) => !filling.entered.get(name)?.file) ?? taking[0];
    if (!file || !option || isPending) return false;
    change(withEntered(filling, option.name, { text: file.name, file }));
    focus(option.name);
    return true;
  };
  const send = async () => {
    if (isPending) return;
    setTried(true);
    const [wrong] = ready.problems.keys();
    if (wrong !== undefined) return focus(wrong);
    if (filling.tail.trim() !== '') return setRefusal(words().command.ownerless(filling.tail.trim()));
    const back = focused;
    setPending(true);
    setRefusal(undefined);
    try {
      await props.run(ready.values, ready.files);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
      focusOnceThere(back ?? TAIL);
    } finally {
      setPending(false);
    }
  };

  const shown = [...ready.problems].filter(
    ([name]) => isTried || (seen.has(name) && hasSomething(filling, name)),
  );
  const problems = new Map(shown);
  const line = `/${commandName(command)}`;
  const { command: told } = words();
  return (
    <div
      ref={box}
      class="command-composer"
      role="group"
      aria-label={line}
      aria-busy={isPending}
      onFocusIn={(event) => {
        const field = event.target instanceof HTMLElement ? event.target.dataset['field'] : undefined;
        setFocused(field);
      }}
      onFocusOut={() => {
        if (focused !== undefined) setSeen(new Set(seen).add(focused));
        setFocused(undefined);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        if (!takeFiles(event.dataTransfer?.files)) return;
        // The composer around would attach it to a message.
        event.preventDefault();
        event.stopPropagation();
      }}
      onPaste={(event) => {
        if (takeFiles(event.clipboardData?.files)) event.preventDefault();
      }}
    >
      <div class="command-box">
        <div
          class="command-fields"
          onMouseDown={(event) =>
            event.target === event.currentTarget && focusLater(event, () => focus(TAIL))
          }
        >
          <button
            type="button"
            class="command-name"
            tabIndex={-1}
            aria-label={told.another(line)}
            disabled={isPending}
            onClick={props.onBack}
          >
            {line}
          </button>
          {open.map(({ option, entered }) => {
            const { name } = option;
            const isOptional = option.required !== true;
            return (
              <OptionField
                key={name}
                option={option}
                entered={entered}
                problem={problems.get(name)}
                isFocused={focused === name}
                isDisabled={isPending}
                lookup={lookup}
                complete={(typed) => {
                  const { [name]: _own, ...others } = ready.values;
                  return props.complete(name, typed, others);
                }}
                onEntered={(value) => change(withEntered(filling, name, value))}
                onTyped={(text) => {
                  const typed = withTypedNames(filling, name, text);
                  if (!typed) return false;
                  change(typed.filling);
                  focus(typed.last);
                  return true;
                }}
                onRemove={isOptional ? () => remove(name) : undefined}
                onErase={() => erase(name, isOptional)}
                onMove={(by) => step(name, by)}
                onDone={() => afterTaking(name)}
                onSend={() => void send()}
                onCancel={props.onCancel}
              />
            );
          })}
          <TailField
            command={command}
            text={filling.tail}
            options={left}
            isFocused={focused === TAIL}
            isDisabled={isPending}
            onText={(text) => {
              const typed = withTypedTail(filling, text);
              change(typed?.filling ?? { ...filling, tail: text });
              if (typed) focus(typed.last);
            }}
            onAdd={(name, text) => {
              change({ ...withEntered(filling, name, { text }), tail: '' });
              focus(name);
            }}
            onErase={() => (open.length > 0 ? step(TAIL, -1) : props.onBack())}
            onSend={() => void send()}
            onCancel={props.onCancel}
          />
        </div>
        <button
          type="button"
          class="icon-button command-send"
          aria-label={told.send(line)}
          disabled={isPending}
          onClick={() => void send()}
        >
          {isPending ? <span class="command-spinner" /> : <SendIcon />}
        </button>
      </div>
      <CommandNotes
        isPending={isPending}
        problems={shown.map(([name, problem]) => [shownName(filling, name), problem])}
        refusal={refusal}
      />
    </div>
  );
}

/** A press beside the fields would take the focus away again after it was given. */
function focusLater(event: MouseEvent, focus: () => void): void {
  event.preventDefault();
  focus();
}

function shownName({ command }: Filling, name: string): string {
  const option = command.options.find((one) => one.name === name);
  return option ? optionName(option) : name;
}

function hasSomething({ entered }: Filling, name: string): boolean {
  return (entered.get(name)?.text.trim() ?? '') !== '';
}

/** Where to begin: the first field that is required and empty, else the last one that was typed, else behind them. */
function firstDue(filling: Filling): string {
  const open = openOptions(filling);
  const due = open.find(({ option, entered }) => option.required && entered.text === '');
  return due?.option.name ?? open.at(-1)?.option.name ?? TAIL;
}
