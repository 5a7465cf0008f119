/**
 * The composer while its text begins with a slash: first the command is chosen, then its options are filled in.
 * What stands in it is kept as a line of text, so that it survives wherever texts are kept.
 */
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Lookup } from '../model.js';
import { locale } from '../words/words.js';
import { CommandFields } from './command-fields.js';
import { CommandPicker } from './command-picker.js';
import { asOffered, beginFilling, type Filling, lineOf } from './filling.js';
import { type Choice, commandName, type OfferedCommand, offeredCommands } from './offered.js';
import type { OptionValues } from './option-value.js';
import { readTypedLine } from './typed-line.js';
import './command.css';

export interface CommandComposerProps {
  text: string;
  onText(text: string): void;
  /** Those offered to the viewer in this channel, of every type. */
  commands: readonly APIApplicationCommand[];
  lookup: Lookup;
  /** The choices a bot offers for `value` in an option; rejects when none came. */
  complete(path: string, option: string, value: string, others: OptionValues): Promise<readonly Choice[]>;
  /** Resolves when the command was sent, or answered; rejects with the reason when it was refused. */
  run(path: string, options: OptionValues, files: { [option: string]: File }): Promise<void>;
  /** The command is left without being sent. */
  onCancel(): void;
}

export function CommandComposer(props: CommandComposerProps) {
  const { text, onText, commands, lookup, complete, run, onCancel } = props;
  const offered = useMemo(() => offeredCommands(commands, locale()), [commands, locale()]);
  const [filling, setFilling] = useState<Filling>();
  const written = useRef<string>(undefined);

  // The text says what to show, unless it is what was written from here.
  useLayoutEffect(() => {
    if (text === written.current) return;
    written.current = undefined;
    const typed = readTypedLine(text, offered);
    setFilling(typed && beginFilling(typed));
  }, [text, offered]);

  const change = (changed: Filling) => {
    setFilling(changed);
    written.current = lineOf(changed);
    onText(written.current);
  };
  const choose = (command: OfferedCommand) => change(beginFilling({ command, texts: new Map(), rest: '' }));

  if (!filling) {
    return (
      <div class="command-composer">
        <CommandPicker
          text={text}
          offered={offered}
          lookup={lookup}
          onText={onText}
          onChoose={choose}
          onCancel={onCancel}
        />
      </div>
    );
  }
  const { path } = filling.command;
  return (
    <CommandFields
      key={path}
      filling={asOffered(filling, offered)}
      lookup={lookup}
      complete={(option, value, others) => complete(path, option, value, others)}
      run={async (values, files) => {
        await run(path, values, files);
        onText('');
      }}
      onChange={change}
      onBack={() => onText(`/${commandName(asOffered(filling, offered).command)}`)}
      onCancel={onCancel}
    />
  );
}
