/** Says, above everything else, that something has been put out of order, and puts it back. */
import type { TroubleView } from '../../client/events.js';
import { WarningIcon } from '../parts/icons.js';
import { troublesOf } from './troubles.js';
import './trouble-bar.css';

export interface TroubleBarProps {
  trouble: TroubleView | undefined;
  /** Opens the panel's switches. */
  onShow(): void;
  onEnd(): void;
}

/** Nothing while all is well. */
export function TroubleBar({ trouble, onShow, onEnd }: TroubleBarProps) {
  const troubles = troublesOf(trouble);
  if (troubles.length === 0) return null;
  return (
    <div class="trouble-bar" role="status">
      <WarningIcon size={16} />
      <span class="trouble-bar-words">
        <b>Trouble is on</b> {troubles.join(', ')}
      </span>
      <button type="button" onClick={onShow}>
        Show
      </button>
      <button type="button" onClick={onEnd}>
        Back to normal
      </button>
    </div>
  );
}
