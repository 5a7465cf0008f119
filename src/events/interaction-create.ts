/** Every command, button, form and autocomplete goes to the dispatcher. */
import { defineEvent } from './define.js';

export default defineEvent({
  name: 'interactionCreate',
  run: ({ dispatcher }, interaction) => dispatcher.dispatch(interaction),
});
