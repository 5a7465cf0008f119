/** The mark beside a name that is an app's. */
import './app-tag.css';

export function AppTag() {
  return <span class="app-tag">App</span>;
}
