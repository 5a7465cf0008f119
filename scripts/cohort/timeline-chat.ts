/** What the sample cohort keeps of its chat: a question and its answer, and something learned. */
import type { Act } from './types.js';

export const chat: readonly Act[] = [
  {
    act: 'say',
    at: { week: 3, day: 3, time: '14:02' },
    by: 'lindiwe',
    message: 'cookie-question',
    text: 'Why is my session cookie missing on the phone? Login works on my laptop, and every request after it is anonymous on Android.',
  },
  {
    act: 'capture',
    at: { week: 3, day: 3, time: '14:09' },
    by: 'zainab',
    menu: 'Save as challenge',
    message: 'cookie-question',
  },
  {
    act: 'say',
    at: { week: 3, day: 3, time: '14:31' },
    by: 'mugisha',
    message: 'cookie-answer',
    text: 'The phone opens the page by its IP address, so the cookie of `localhost` is not sent. Set the host in one place and use it for both:\n```sh\nAPI_HOST=192.168.1.20 npm run dev\n```',
  },
  {
    act: 'capture',
    at: { week: 3, day: 3, time: '14:40' },
    by: 'zainab',
    menu: 'Use as solution',
    message: 'cookie-answer',
    solves: 'cookie-question',
  },
  {
    act: 'say',
    at: { week: 4, day: 4, time: '16:20' },
    by: 'dawit',
    message: 'lighthouse',
    text: 'Test with the network throttled to slow 3G before you call a page done. My bundle looked fine until I did.',
  },
  {
    act: 'capture',
    at: { week: 4, day: 4, time: '16:33' },
    by: 'selam',
    menu: 'Save as learning',
    message: 'lighthouse',
  },
];
