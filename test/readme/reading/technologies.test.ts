/** Tags from what a text names: each technology under one name, and nothing that only looks like one. */
import { describe, expect, it } from 'vitest';
import { foldTag } from '../../../src/platform/text.js';
import { tagsIn, technologyName, technologyNamed } from '../../../src/readme/reading/technologies.js';
import { technologyNames } from '../../../src/readme/reading/technology-names.js';

describe('names are folded', () => {
  it.each([
    ['Postgres, PostgreSQL and psycopg2', ['postgresql']],
    ['deployed on k8s with kubectl', ['kubernetes']],
    ['NodeJS, node.js or Node', ['node.js']],
    ['DRF serializers', ['django-rest-framework']],
    ['Django REST Framework (DRF)', ['django-rest-framework']],
    ['Django-REST-framework and `djangorestframework`', ['django-rest-framework']],
    ['Next.js, NextJS', ['next.js']],
    ['TailwindCSS / Tailwind CSS', ['tailwind-css']],
    ['TS and JS', ['typescript', 'javascript']],
    ['RESTful APIs', ['rest']],
    ['JSON Web Tokens', ['jwt']],
    ['C++, C# and C', ['c++', 'c#', 'c']],
    ['.NET Core and ASP.NET', ['.net', 'asp.net']],
    ['continuous integration', ['ci-cd']],
    ['WebSockets over Socket.IO', ['websocket', 'socket.io']],
    ['**Celery** & `RabbitMQ`', ['celery', 'rabbitmq']],
    ['GitHub Actions', ['github-actions']],
    ['React Native', ['react-native']],
    ['docker‑compose', ['docker-compose']],
    ['Utilisation de Redis pour l’API d’Express, et de PostgreSQL', ['redis', 'express', 'postgresql']],
    ['golang', ['go']],
    ['Go', ['go']],
    ['Go is fast, and Rust too', ['go', 'rust']],
    ['written in Go and Express', ['go', 'express']],
    ['express', ['express']],
    ['the language R, programs in C', ['r', 'c']],
  ])('%s', (text, tags) => {
    expect(tagsIn(text)).toEqual(tags);
  });
});

describe('words that only look like one', () => {
  it.each([
    'Go to the next step, then go on',
    'Go through it and go live',
    'the rest of the work, at rest',
    'Express your view; express delivery',
    'React to what users do, they react fast',
    'Render the list and render it again',
    'a black box, swift and rust-coloured',
    'a flask, a chef, a puppet and a jest',
    'Vitamin C and plan C',
    'R. Stevens wrote it',
    'the C: drive',
    'djangonaut, Pythonic, dockerized',
    'preredis, undocker, mynginx, AvantGo, ÉGo, @redis',
    'main.py and data.js',
    'ask someone@django.example or https://react.example/vue',
    'Régo, Ägo, goût',
    '',
    '###',
  ])('%s', (text) => {
    expect(tagsIn(text)).toEqual([]);
  });

  it('Go is not in Django', () => {
    expect(tagsIn('Django')).toEqual(['django']);
    expect(tagsIn('MongoDB')).toEqual(['mongodb']);
  });
});

it('keeps five in the order of their mention, leaving out first what says little', () => {
  expect(tagsIn('Git, SQL, Python, Django, Redis, Celery, Docker, Kubernetes')).toEqual([
    'python',
    'django',
    'redis',
    'celery',
    'docker',
  ]);
  expect(tagsIn('Git and SQL')).toEqual(['git', 'sql']);
  expect(tagsIn('Redis, Celery, Redis')).toEqual(['redis', 'celery']);
});

it.each([
  ['Postgres', 'postgresql'],
  ['**PostgreSQL**', 'postgresql'],
  ['Django REST Framework (DRF)', 'django-rest-framework'],
  ['go', 'go'],
  ['REST APIs', undefined],
  ['REST API', 'rest'],
  ['Celery & RabbitMQ', undefined],
  ['My project', undefined],
])('a title of one technology: %s', (title, tag) => {
  expect(technologyNamed(title)).toBe(tag);
});

describe('the vocabulary', () => {
  const lines = technologyNames.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

  it('has several hundred technologies, each with a tag that an entry takes', () => {
    expect(lines.length).toBeGreaterThan(350);
    for (const line of lines) {
      const name =
        line
          .replace(/^~/, '')
          .split(': ')[0]
          ?.replace(/[!^]| \[.*/g, '') ?? '';
      const tag = /\[(.+?)\]/.exec(line)?.[1] ?? foldTag(name);
      expect(tag).toMatch(/^[a-z0-9+#.-]{1,32}$/);
      expect({ line, name: technologyName(tag) }).toEqual({ line, name });
    }
  });

  it('gives every name back to its own technology', () => {
    for (const line of lines) {
      const tag = /\[(.+?)\]/.exec(line)?.[1] ?? foldTag(line.replace(/^~/, '').split(/: |[!^]/)[0] ?? '');
      for (const name of line
        .replace(/^~/, '')
        .replace(/ \[.*?\]/, '')
        .split(/: |, /)) {
        expect({ name, tag: technologyNamed(name.replace(/[!^]$/, '')) }).toEqual({ name, tag });
      }
    }
  });

  it('reads the longest body at once', () => {
    // Time of the processor: the machine does other things meanwhile.
    const started = process.cpuUsage();
    for (let run = 0; run < 20; run++) tagsIn('Go to Django, '.repeat(285));
    expect(process.cpuUsage(started).user / 1000 / 20).toBeLessThan(40);
  });
});
