/** `/challenge`: asking, answering, and pairing the question with what worked. */
import { defineGroup } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import accept from './challenge/accept.js';
import list from './challenge/list.js';
import post from './challenge/post.js';
import reopen from './challenge/reopen.js';
import solve from './challenge/solve.js';

export default defineGroup('challenge', en.commands.challenge.description, [
  post,
  solve,
  accept,
  reopen,
  list,
]);
