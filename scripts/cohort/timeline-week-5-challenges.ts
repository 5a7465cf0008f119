/** Where the cohort got stuck in its sixth week, and what helped: pods, paging, indexes and sockets. */
import { lines } from './lines.js';
import type { Act } from './types.js';

export const challengesOfWeek5: Act[] = [
  {
    at: { week: 5, day: 0, time: '11:05' },
    by: 'kwame',
    act: 'solve',
    key: 'worker-concurrency',
    challenge: 'worker-oom',
    solution: lines(
      'Sixteen is the number of cores of the node. Without a setting, Celery starts one process for each core it sees, and the pod’s CPU limit does not change what it sees. Sixteen Djangos do not fit into 512 Mi:',
      '```sh',
      'celery -A core worker --concurrency=2 --max-memory-per-child=180000',
      '```',
      'The second option (in KiB) replaces a child that has grown, after its task.',
    ),
    link: 'https://docs.celeryq.dev/en/stable/userguide/workers.html#concurrency',
  },
  {
    at: { week: 5, day: 0, time: '12:30' },
    by: 'chidi',
    act: 'accept',
    solution: 'worker-concurrency',
  },
  {
    at: { week: 5, day: 0, time: '16:20' },
    by: 'mugisha',
    act: 'solve',
    key: 'ci-caches',
    challenge: 'ci-slow',
    solution: lines(
      'In the order of minutes saved per line changed:',
      '1. `concurrency: { group: "${{ github.ref }}", cancel-in-progress: true }`: a new push stops the old run',
      '2. `actions/setup-python` with `cache: pip`',
      '3. `docker/build-push-action` with `cache-from: type=gha` and `cache-to: type=gha,mode=max`',
      'Ours went from 11 minutes to 4. Look at the Dockerfile too: with `COPY . .` above `pip install`, no cache can help.',
    ),
  },
  {
    at: { week: 5, day: 0, time: '18:35' },
    by: 'nour',
    act: 'solve',
    key: 'ci-xdist',
    challenge: 'ci-slow',
    solution:
      'For the six minutes of tests: `pytest -n auto` (pytest-xdist) gives each process a database of its own. Then `--durations=20`; our slowest were all hashing passwords, and `MD5PasswordHasher` in the test settings alone saved a minute.',
  },
  {
    at: { week: 5, day: 1, time: '09:20' },
    by: 'kwame',
    act: 'accept',
    solution: 'ci-caches',
  },
  {
    at: { week: 5, day: 1, time: '12:10' },
    by: 'zainab',
    act: 'challenge',
    key: 'infinite-duplicates',
    title: 'My infinite list shows some products twice while new ones arrive',
    details:
      'Page 2 repeats the last items of page 1 whenever a seller adds something in between, and React complains about keys. The API has `?page=2`. Filtering duplicates in the browser hides it, but then something else must be missing when products are removed, right?',
    tags: ['pagination', 'drf', 'react-query'],
  },
  {
    at: { week: 5, day: 1, time: '13:40' },
    by: 'amina',
    act: 'solve',
    key: 'cursor-pagination',
    challenge: 'infinite-duplicates',
    solution: lines(
      'Right on both. "Skip 20" counts from a top that moves; a cursor says "after this one":',
      '```python',
      'class ProductPagination(CursorPagination):',
      '    page_size = 20',
      "    ordering = ('-created_at', '-id')",
      '```',
      'On your side `getNextPageParam: (last) => last.next ?? undefined`, and fetch that address as it is. The price: no page numbers and no total, which an endless list does not show anyway.',
    ),
    link: 'https://www.django-rest-framework.org/api-guide/pagination/#cursorpagination',
  },
  {
    at: { week: 5, day: 1, time: '16:15' },
    by: 'zainab',
    act: 'accept',
    solution: 'cursor-pagination',
  },
  {
    at: { week: 5, day: 2, time: '10:05' },
    by: 'kwame',
    act: 'challenge',
    key: 'index-ignored',
    title: 'Postgres ignores my index on email and reads the whole table',
    details:
      '`User.objects.filter(email__iexact=email)`, 400,000 users, `email` is unique and so has an index. `explain()` says `Seq Scan` and 180 ms. With `email=` it takes 0.1 ms, but people type capitals.',
    tags: ['postgresql', 'indexes', 'explain', 'django'],
  },
  {
    at: { week: 5, day: 2, time: '11:00' },
    by: 'youssef',
    act: 'solve',
    key: 'index-trigram',
    challenge: 'index-ignored',
    solution: lines(
      'If you also need `icontains` some day, a B-tree cannot help, a trigram index can:',
      '```python',
      "GinIndex(OpClass(Upper('email'), name='gin_trgm_ops'), name='user_email_trgm')",
      '```',
      'with `TrigramExtension()` in a migration before it. For equality alone it is too big a tool.',
    ),
  },
  {
    at: { week: 5, day: 2, time: '12:50' },
    by: 'nour',
    act: 'solve',
    key: 'index-upper',
    challenge: 'index-ignored',
    solution: lines(
      '`iexact` becomes `UPPER(email) = UPPER(…)`, and the index holds `email`, not `UPPER(email)`. Index what you ask for, and make it unique while you are there:',
      '```python',
      "models.UniqueConstraint(Upper('email'), name='user_email_upper')",
      '```',
      'It also refuses `Kwame@…` beside `kwame@…`, so look for such pairs before you migrate.',
    ),
    link: 'https://docs.djangoproject.com/en/stable/ref/models/constraints/#expressions',
  },
  {
    at: { week: 5, day: 2, time: '15:45' },
    by: 'kwame',
    act: 'accept',
    solution: 'index-upper',
  },
  {
    at: { week: 5, day: 3, time: '13:25' },
    by: 'dawit',
    act: 'challenge',
    key: 'ws-reconnect',
    title: 'The WebSocket dies silently when a phone moves from Wi-Fi to mobile data',
    details:
      'Order status comes over Django Channels. After changing networks `readyState` stays `OPEN` for minutes, no `close` event fires, and updates are lost. Reconnecting on a timer loses what happened in between. How do you notice, and how do you catch up?',
    tags: ['websocket', 'mobile', 'low-bandwidth', 'django'],
  },
  {
    at: { week: 5, day: 4, time: '12:35' },
    by: 'otieno',
    act: 'solve',
    key: 'ws-heartbeat',
    challenge: 'ws-reconnect',
    solution:
      'For noticing: a small ping of your own every 20 seconds, and if no pong comes back within 5, close and reconnect with growing pauses plus jitter; also try at once on the `online` event. Browsers do not let you send protocol pings, so it has to be a message. For catching up I only refetch the order after reconnecting, which works as long as you need the latest state and not each step.',
  },
];
