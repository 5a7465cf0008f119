/** Where the cohort got stuck in its third week, and what helped: tokens, GraphQL cost, dates and OAuth. */
import { lines } from './lines.js';
import type { Act } from './types.js';

export const challengesOfWeek2: Act[] = [
  {
    at: { week: 2, day: 0, time: '19:10' },
    by: 'zainab',
    act: 'challenge',
    key: 'refresh-storm',
    title: 'Five requests get a 401 together, five refreshes follow, and I am signed out',
    details:
      'My fetch wrapper refreshes the token on a 401 and tries again. On the dashboard five requests start at once. When the token has just run out, all five refresh; one succeeds, four fail with `token_not_valid`, and the last failure sends the user to the sign-in page. How do you make them share one refresh?',
    tags: ['jwt', 'auth', 'react', 'fetch'],
  },
  {
    at: { week: 2, day: 0, time: '21:00' },
    by: 'nour',
    act: 'solve',
    key: 'refresh-storm-why',
    challenge: 'refresh-storm',
    solution:
      'The server side of it: with rotation and blacklist each refresh token works once, so the four others are refused on purpose; it also shows when a stolen one is used. Do not switch that off. You can make the race rarer by refreshing shortly before the end, say when `exp` is less than 30 s away, but two tabs can still collide.',
  },
  {
    at: { week: 2, day: 1, time: '09:30' },
    by: 'otieno',
    act: 'solve',
    key: 'refresh-storm-single',
    challenge: 'refresh-storm',
    solution: lines(
      'Keep the promise, not only the token. Whoever comes while one is running waits for the same:',
      '```ts',
      'let refreshing: Promise<string> | null = null;',
      '',
      'export function freshToken(): Promise<string> {',
      '  refreshing ??= requestRefresh().finally(() => {',
      '    refreshing = null;',
      '  });',
      '  return refreshing;',
      '}',
      '```',
      'For several tabs, put it inside `navigator.locks.request("refresh", …)` and look again whether another tab already brought a new token.',
    ),
  },
  {
    at: { week: 2, day: 1, time: '10:20' },
    by: 'zainab',
    act: 'accept',
    solution: 'refresh-storm-single',
  },
  {
    at: { week: 2, day: 2, time: '15:15' },
    by: 'youssef',
    act: 'challenge',
    key: 'graphql-cost',
    title: 'How do we limit what a GraphQL query costs, not only how deep it is?',
    details:
      '`ads(first: 1000) { seller { ads(first: 1000) { title } } }` is only three levels deep and asks for a million rows. Persisted queries would solve it, but partners write their own. Has anyone computed a cost before executing, with graphene-django?',
    tags: ['graphql', 'graphene', 'security', 'rate-limiting'],
  },
  {
    at: { week: 2, day: 3, time: '10:30' },
    by: 'nour',
    act: 'solve',
    key: 'graphql-cost-depth',
    challenge: 'graphql-cost',
    solution: lines(
      'A first fence, though not the whole answer:',
      '```python',
      'from graphene.validation import depth_limit_validator',
      '',
      'class LimitedView(GraphQLView):',
      '    validation_rules = (depth_limit_validator(max_depth=6),)',
      '```',
      'and in the resolvers a maximum for `first` (we take 50). Your example then costs at most 2,500 rows. A real budget would multiply the `first` of each level in a validation rule of its own; I have not written that yet.',
    ),
  },
  {
    at: { week: 2, day: 3, time: '11:45' },
    by: 'lindiwe',
    act: 'challenge',
    key: 'hydration-date',
    title: 'Next.js: hydration failed, but only for the dates, and only when deployed',
    details:
      '`new Date(job.posted_at).toLocaleString()` in a card. Locally all is well; on Vercel the console says that the server rendered text did not match the client, and the dates flicker by two hours. I would rather not turn the whole list into a client-only component.',
    tags: ['next.js', 'react', 'dates', 'ssr'],
  },
  {
    at: { week: 2, day: 3, time: '12:30' },
    by: 'abena',
    act: 'solve',
    key: 'hydration-date-zone',
    challenge: 'hydration-date',
    solution: lines(
      'The server lives in UTC, the phone in Johannesburg, and the locale may differ too. Say both, and the two renderings agree:',
      '```ts',
      "const posted = new Intl.DateTimeFormat('en-ZA', {",
      "  dateStyle: 'medium',",
      "  timeStyle: 'short',",
      "  timeZone: 'Africa/Johannesburg',",
      '});',
      '```',
      'Made once outside the component, it is also much cheaper than `toLocaleString` in each card. If it must be the visitor’s own zone, render the fixed one first and replace it in an effect.',
    ),
  },
  {
    at: { week: 2, day: 3, time: '13:50' },
    by: 'dawit',
    act: 'solve',
    key: 'hydration-date-suppress',
    challenge: 'hydration-date',
    solution:
      'For a single element that differs on purpose: `<time dateTime={iso} suppressHydrationWarning>`. It goes one level deep, silences the warning and keeps the server’s text until the next render, so it suits "3 minutes ago" better than a date someone will act on.',
  },
  {
    at: { week: 2, day: 4, time: '08:50' },
    by: 'lindiwe',
    act: 'accept',
    solution: 'hydration-date-zone',
  },
  {
    at: { week: 2, day: 5, time: '16:10' },
    by: 'otieno',
    act: 'challenge',
    key: 'oauth-preview',
    title: 'Google sign-in on preview deployments: redirect_uri_mismatch every time',
    details:
      'Each pull request gets its own address, and Google accepts no wildcards among the allowed redirect URIs. Adding them by hand is not an option with ten previews a day. I would like reviewers to sign in with a test account. How do you handle it?',
    tags: ['oauth2', 'vercel', 'deployment'],
  },
  {
    at: { week: 2, day: 6, time: '11:20' },
    by: 'mugisha',
    act: 'solve',
    key: 'oauth-preview-state',
    challenge: 'oauth-preview',
    solution:
      'One fixed callback on staging that all previews use: put the preview’s address into the signed `state`, and let the callback send the browser on, with a one-time code, if the address matches your project’s preview pattern. Check that pattern strictly, otherwise you have built an open redirect. It works for us, but it is one more service to keep.',
  },
];
