/** Puts the page into its document. */
import { render } from 'preact';
import './style/tokens.css';
import './style/base.css';
import './parts/controls.css';
import { App } from './app.js';
import { createActions } from './state/actions.js';
import { followLanguage } from './state/language.js';
import { Overlays } from './state/overlays.js';
import { Page } from './state/page.js';

const page = new Page();
const overlays = new Overlays();
const place = document.getElementById('page');
if (place) render(<App page={page} actions={createActions(page, overlays)} overlays={overlays} />, place);
followLanguage(page);
void page.start();
