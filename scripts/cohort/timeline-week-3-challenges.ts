/** Where the cohort got stuck in its fourth week, and what helped: Celery, Redis and accessible charts. */
import { lines } from './lines.js';
import type { Act } from './types.js';

export const challengesOfWeek3: Act[] = [
  {
    at: { week: 3, day: 0, time: '12:15' },
    by: 'selam',
    act: 'challenge',
    key: 'celery-emails',
    title: 'Celery: "User matching query does not exist", for a user that exists',
    details:
      'On sign-up the view saves the user and calls `send_welcome.delay(user.id)`. In about one of ten sign-ups the task fails with `DoesNotExist`; when I look a second later, the user is there. Locally it never happens. `ATOMIC_REQUESTS` is on.',
    tags: ['celery', 'django', 'transactions'],
  },
  {
    at: { week: 3, day: 0, time: '13:00' },
    by: 'chidi',
    act: 'solve',
    key: 'celery-on-commit',
    challenge: 'celery-emails',
    solution: lines(
      'The worker is faster than your commit. With `ATOMIC_REQUESTS` the row becomes visible to others only when the view has returned. Send after the commit:',
      '```python',
      'transaction.on_commit(lambda: send_welcome.delay(user.id))',
      '```',
      'And if the request fails and rolls back, no mail goes out for a user who was never created.',
    ),
    link: 'https://docs.djangoproject.com/en/stable/topics/db/transactions/#performing-actions-after-commit',
  },
  {
    at: { week: 3, day: 0, time: '14:10' },
    by: 'kwame',
    act: 'solve',
    key: 'celery-delay-on-commit',
    challenge: 'celery-emails',
    solution:
      'From Celery 5.4 on there is a shortcut: `send_welcome.delay_on_commit(user.id)`. It does the same, and reads better. It gives you no task id back, since nothing was sent yet.',
  },
  {
    at: { week: 3, day: 0, time: '16:20' },
    by: 'youssef',
    act: 'solve',
    key: 'celery-on-commit-test',
    challenge: 'celery-emails',
    solution: lines(
      'Mind your tests: in a test that is itself one transaction, `on_commit` never fires, so the mail test goes green or red for the wrong reason. pytest-django has a fixture for it:',
      '```python',
      'with django_capture_on_commit_callbacks(execute=True):',
      "    client.post('/signup/', data)",
      '```',
    ),
  },
  {
    at: { week: 3, day: 1, time: '08:45' },
    by: 'selam',
    act: 'accept',
    solution: 'celery-on-commit',
  },
  {
    at: { week: 3, day: 2, time: '13:35' },
    by: 'amina',
    act: 'challenge',
    key: 'beat-twice',
    title: 'Since we run two workers, every reminder is sent twice',
    details:
      'We start `celery -A core worker -B` and scaled the service from one to two containers on Render. Now each job alert of 07:00 arrives twice, to the second. The task itself is called once in `beat_schedule`.',
    tags: ['celery', 'deployment', 'render'],
  },
  {
    at: { week: 3, day: 2, time: '14:20' },
    by: 'kwame',
    act: 'solve',
    key: 'beat-alone',
    challenge: 'beat-twice',
    solution: lines(
      '`-B` puts a scheduler into each worker, so two workers are two clocks. Give beat a process of its own and never scale that one:',
      '```sh',
      'celery -A core beat    # exactly one',
      'celery -A core worker  # as many as you like',
      '```',
      'The manual recommends `-B` for development only.',
    ),
  },
  {
    at: { week: 3, day: 2, time: '17:55' },
    by: 'thabo',
    act: 'solve',
    key: 'beat-claim',
    challenge: 'beat-twice',
    solution:
      'And belt with braces, because during a deployment two beats may overlap for a moment: let the task claim its work. A row per reminder and day with a unique constraint, `bulk_create(..., ignore_conflicts=True)`, then send what is claimed and unsent. A second run then finds nothing to do.',
  },
  {
    at: { week: 3, day: 2, time: '19:20' },
    by: 'amina',
    act: 'accept',
    solution: 'beat-alone',
  },
  {
    at: { week: 3, day: 4, time: '17:40' },
    by: 'abena',
    act: 'challenge',
    key: 'chart-a11y',
    title: 'How should a screen reader meet a chart of poll results?',
    details:
      'The bars are SVG from a chart library. VoiceOver reads forty numbers without any order, TalkBack reads nothing. I could hide the chart and offer a table, but then a blind visitor gets the numbers and not the message. What have you seen work with real users?',
    tags: ['accessibility', 'charts', 'svg'],
  },
  {
    at: { week: 3, day: 5, time: '09:35' },
    by: 'lindiwe',
    act: 'solve',
    key: 'chart-a11y-summary',
    challenge: 'chart-a11y',
    solution:
      'I do both: `role="img"` with an `aria-label` that says the message in one sentence ("Tea leads with 61 %, and gained 8 points since yesterday"), and the numbers in a real `<table>` inside `<details>` below, which everyone can open. I tried it with VoiceOver only, so take it as half an answer.',
  },
  {
    at: { week: 3, day: 6, time: '10:25' },
    by: 'chidi',
    act: 'challenge',
    key: 'redis-oom',
    title: "Redis: OOM command not allowed when used memory > 'maxmemory'",
    details:
      'One small Redis (25 MB) serves as Django’s cache and as Celery’s broker and result store. After two days every `.delay()` fails with this error. Restarting helps until the next time. Should I just buy more memory?',
    tags: ['redis', 'celery', 'caching'],
  },
  {
    at: { week: 3, day: 6, time: '12:40' },
    by: 'youssef',
    act: 'solve',
    key: 'redis-oom-results',
    challenge: 'redis-oom',
    solution:
      'Look at the results first: each task leaves one for a day unless told otherwise, even if nobody reads it. `task_ignore_result = True` as the default, and `result_expires = 3600` where you do need them. That was two thirds of our memory.',
  },
  {
    at: { week: 3, day: 6, time: '15:05' },
    by: 'nour',
    act: 'solve',
    key: 'redis-oom-split',
    challenge: 'redis-oom',
    solution: lines(
      'More memory only postpones it. Cache and queue want opposite things when it is full:',
      '- cache: `maxmemory-policy allkeys-lru`, throwing away is its nature',
      '- broker: `noeviction`, a message must never vanish',
      'So two instances; database numbers inside one share the policy. Then `redis-cli --bigkeys` shows what grew, and cache keys without an expiry are the usual find.',
    ),
    link: 'https://redis.io/docs/latest/develop/reference/eviction/',
  },
];
