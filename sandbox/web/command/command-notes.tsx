/** What stands below a command: that it is being sent, why it was refused, which options are wrong. */
import { WarningIcon } from '../parts/icons.js';
import { words } from '../words/words.js';

export interface CommandNotesProps {
  isPending: boolean;
  /** What is wrong, by option as it is shown. */
  problems: readonly [string, string][];
  /** Why the command could not be sent. */
  refusal: string | undefined;
}

export function CommandNotes({ isPending, problems, refusal }: CommandNotesProps) {
  return (
    <div class="command-notes" aria-live="polite">
      {isPending && <p class="command-note">{words().command.sending}</p>}
      {refusal !== undefined && (
        <p class="command-note command-problem">
          <WarningIcon size={16} />
          {refusal}
        </p>
      )}
      {problems.map(([name, problem]) => (
        <p key={name} class="command-note command-problem">
          <WarningIcon size={16} />
          <span>
            <strong>{name}</strong> {problem}
          </span>
        </p>
      ))}
    </div>
  );
}
