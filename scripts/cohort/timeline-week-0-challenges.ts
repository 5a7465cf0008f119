/** Where the cohort got stuck in its first week, and what helped: containers, a leaked key and CORS. */
import { lines } from './lines.js';
import type { Act } from './types.js';

export const challengesOfWeek0: Act[] = [
  {
    at: { week: 0, day: 1, time: '11:40' },
    by: 'mugisha',
    act: 'challenge',
    key: 'compose-db',
    title: 'Django in Docker: connection refused on localhost:5432, although Postgres runs',
    details: lines(
      'Both containers are up, and from my laptop `psql -h localhost` works. In the web container:',
      '```',
      'connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused',
      '```',
      '`DATABASE_URL` is `postgres://bus:bus@localhost:5432/bus`. What do the two see differently?',
    ),
    tags: ['docker', 'compose', 'postgresql', 'django'],
  },
  {
    at: { week: 0, day: 1, time: '12:25' },
    by: 'kwame',
    act: 'solve',
    key: 'compose-db-name',
    challenge: 'compose-db',
    solution:
      'Inside a container, `localhost` is that container itself. Compose gives each service a name on its network, so the host is `db`: `postgres://bus:bus@db:5432/bus`. The port is the one inside (5432), whatever you published on the laptop; for talking between containers you need no `ports:` at all.',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  {
    at: { week: 0, day: 1, time: '13:05' },
    by: 'mugisha',
    act: 'accept',
    solution: 'compose-db-name',
  },
  {
    at: { week: 0, day: 3, time: '20:10' },
    by: 'abena',
    act: 'challenge',
    key: 'leaked-env',
    title: 'I pushed a .env with a live key. In which order do I clean up?',
    details:
      'The repository was public for about an hour. I deleted the file in a new commit, but it is still there in the history, of course. The key belongs to our mail provider. What first, and what is a waste of time?',
    tags: ['git', 'security', 'env'],
  },
  {
    at: { week: 0, day: 3, time: '20:45' },
    by: 'thabo',
    act: 'solve',
    key: 'leaked-env-rotate',
    challenge: 'leaked-env',
    solution: lines(
      '1. Revoke the key at the provider, now. Scanners find public keys within minutes; treat it as read.',
      '2. Look at the provider’s log for use that is not yours.',
      '3. `git rm --cached .env`, add it to `.gitignore`, commit a `.env.example` without values.',
      '4. Only then the history, if you like: `git filter-repo --path .env --invert-paths`, force-push, and everyone clones again. Forks and caches keep copies, so this tidies; it does not protect.',
    ),
  },
  {
    at: { week: 0, day: 4, time: '08:30' },
    by: 'chidi',
    act: 'solve',
    key: 'leaked-env-prevent',
    challenge: 'leaked-env',
    solution:
      'For the next time: switch on push protection in the repository’s security settings, which stops known kinds of keys at `git push`, and run gitleaks as a pre-commit hook for the rest. I set up both in ten minutes, after doing the very same thing last year.',
    link: 'https://docs.github.com/en/code-security/secret-scanning/introduction/about-push-protection',
  },
  {
    at: { week: 0, day: 4, time: '09:40' },
    by: 'abena',
    act: 'accept',
    solution: 'leaked-env-rotate',
  },
  {
    at: { week: 0, day: 5, time: '10:00' },
    by: 'otieno',
    act: 'challenge',
    key: 'cors',
    title: "No 'Access-Control-Allow-Origin' header: works in curl, not in my React app",
    details:
      'The page runs on `http://localhost:5173`, the API on `http://localhost:8000`. curl and the Swagger page get their answer, `fetch` does not. Mugisha says his server is fine. Whose side is this, and what goes where?',
    tags: ['cors', 'django', 'react'],
  },
  {
    at: { week: 0, day: 5, time: '10:50' },
    by: 'dawit',
    act: 'solve',
    key: 'cors-proxy',
    challenge: 'cors',
    solution: lines(
      'While developing you can avoid the question: let Vite pass `/api` on, so that the browser sees one origin only.',
      '```ts',
      "server: { proxy: { '/api': 'http://localhost:8000' } }",
      '```',
      'It helps on your machine alone; production needs the headers, or one domain for both.',
    ),
    link: 'https://vite.dev/config/server-options#server-proxy',
  },
  {
    at: { week: 0, day: 5, time: '12:15' },
    by: 'amina',
    act: 'solve',
    key: 'cors-headers',
    challenge: 'cors',
    solution: lines(
      'Only browsers enforce this, which is why curl is happy; and only the server can allow it. With django-cors-headers:',
      '```python',
      'MIDDLEWARE = [',
      "    'corsheaders.middleware.CorsMiddleware',  # above CommonMiddleware",
      "    'django.middleware.common.CommonMiddleware',",
      '    # …',
      ']',
      "CORS_ALLOWED_ORIGINS = ['http://localhost:5173']",
      '```',
      'Scheme and port included, no slash at the end. If you send cookies, also `CORS_ALLOW_CREDENTIALS = True`, and the origin in `CSRF_TRUSTED_ORIGINS`.',
    ),
  },
  {
    at: { week: 0, day: 5, time: '14:20' },
    by: 'otieno',
    act: 'accept',
    solution: 'cors-headers',
  },
];
