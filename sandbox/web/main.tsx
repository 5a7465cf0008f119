/** Puts the page into its document. */
import { render } from 'preact';
import './style/tokens.css';
import './style/base.css';
import { App } from './app.js';

const place = document.getElementById('page');
if (place) render(<App />, place);
