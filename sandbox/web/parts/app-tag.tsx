/** The mark beside a name that is an app's. */
import { words } from '../words/words.js';
import './app-tag.css';

export function AppTag() {
  return <span class="app-tag">{words().app}</span>;
}
