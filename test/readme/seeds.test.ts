/** The learners' five documents beside the repository, against what is read in them with one's own eyes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReadmeDocument } from '../../src/readme/document.js';
import { readReadme } from '../../src/readme/read-readme.js';

const folder = new URL('../../../shared/seeds/', import.meta.url);
const isThere = existsSync(folder);

interface Expected {
  technology: string[];
  concept: string[];
  practice: string[];
  takeaway: string[];
  collaboration?: string[];
  goal?: string[];
  /** Beginnings of challenges and of their solutions. */
  pairs: [challenge: string, solution: string][];
  skipped: string[];
}

/** Titles, or their beginnings, in each document's order. */
const documents: Record<string, Expected> = {
  '000': {
    technology: ['Python', 'Django', 'REST APIs', 'GraphQL', 'Docker', 'CI/CD'],
    concept: [
      'Database Design',
      'Asynchronous Programming',
      'Caching Strategies',
      'Authentication & Security',
      'Testing',
    ],
    practice: [
      'Always write clean',
      'Document APIs early',
      'Use environment variables',
      'Build tests',
      'Think scalability',
    ],
    takeaway: [],
    goal: ['Apply these learnings', 'Explore advanced topics'],
    pairs: [
      ['Debugging Docker container', 'Learned volume mounts'],
      ['Scaling API requests', 'Implemented caching + async'],
      ['CI/CD deployment failures', 'Broke pipelines into stages (build → test → deploy)'],
    ],
    skipped: ['programme', 'author'],
  },
  '001': {
    technology: ['Python', 'Django', 'REST APIs', 'GraphQL APIs', 'Docker', 'CI/CD Pipelines'],
    concept: [
      'Database Design & Optimization',
      'Asynchronous Programming',
      'Caching Strategies',
      'Security Practices',
      'Scalability',
    ],
    practice: ['Write clean', 'Always secure', 'Document APIs', 'Apply CI/CD'],
    takeaway: [
      'Collaboration improves',
      'Build production-ready',
      'Optimize databases',
      'Deploy and maintain',
      'Collaborate in a',
    ],
    collaboration: ['Collaborated with ProDev Backend', 'Worked with ProDev Frontend', 'Used Discord'],
    pairs: [
      ['Managing database migrations', 'Adopt consistent migration workflow with `makemigrations`'],
      ['Optimizing slow queries', 'Used **Django ORM select_related/prefetch_related**'],
      ['Handling high request loads', 'Implemented caching and rate-limiting'],
    ],
    skipped: ['author'],
  },
  '002': {
    technology: [
      'Python',
      'Django',
      'REST APIs',
      'GraphQL',
      'Docker',
      'Kubernetes',
      'CI/CD with Jenkins & Travis CI',
      'Redis',
      'RabbitMQ',
      'Ruff',
      'isort',
      'Black',
    ],
    concept: [
      'Database Design',
      'Asynchronous Programming',
      'Caching Strategies',
      'Testing Culture',
      'Django Signals',
    ],
    practice: [
      'Use Django Middleware',
      'Implement IP logging',
      'Add rate limiting',
      'Secure APIs',
      'Writing modular',
      'Following REST principles',
    ],
    takeaway: [
      'Integrated with external',
      'Learned how to handle',
      'Appreciated the importance',
      '"Logs are your best friends',
      'CI/CD saves time',
      'Containerization (Docker',
      'Middleware can feel',
      'Testing isn’t just',
      'Always respect security',
    ],
    pairs: [
      ['Slow page loads', 'Added Redis caching'],
      ['Long-running background tasks', 'Used Celery + RabbitMQ'],
      ['Deployment nightmares', 'Dockerized everything'],
      ['Keeping codebase clean', 'Enforced Ruff'],
    ],
    skipped: ['programme', 'prose'],
  },
  '003': {
    technology: [
      'Python',
      'Django',
      'Django REST Framework (DRF)',
      'GraphQL',
      'PostgreSQL',
      'JWT (JSON Web Tokens)',
      'Swagger / OpenAPI',
      'Docker',
      'Kubernetes',
      'Celery',
      'RabbitMQ',
      'GitHub Actions',
      'Jenkins',
      'Git Flow',
    ],
    concept: ['Database Design', 'Asynchronous Programming', 'Caching Strategies', 'API Design'],
    practice: [
      'Followed Django conventions',
      'Used environment variables',
      'Maintained clean',
      'Applied security',
    ],
    takeaway: ['Gained confidence', 'Learned the importance', 'Improved problem-solving'],
    goal: ['Enhance Microservices', 'Explore Serverless', 'Contribute to', 'Develop and deploy'],
    pairs: [
      ['Designing an efficient database schema', 'Created an ERD'],
      ['Ensuring secure user authentication', 'Integrated **JWT authentication**'],
      ['Managing large datasets', 'Implemented **Django filters**'],
      ['Documenting APIs', 'Used **Swagger/OpenAPI**'],
    ],
    skipped: ['programme', 'repository-tree'],
  },
  '004': {
    technology: [
      'Python',
      'Django',
      'Django REST Framework (DRF)',
      'GraphQL',
      'Celery & RabbitMQ',
      'Docker',
      'CI/CD (GitHub Actions / Jenkins)',
    ],
    concept: [
      'Database Design & Modeling',
      'Authentication & Authorization',
      'Asynchronous Programming',
      'Caching Strategies',
      'System Design',
    ],
    practice: [
      'Write modular',
      'Use environment variables',
      'Always set DEBUG=False',
      'Implement CI/CD',
      'Collaborate actively',
      'Prioritize clean',
    ],
    takeaway: [],
    pairs: [
      ['Deploying Django with Celery & Redis', 'Used Redis as a broker on Render; configured'],
      ['API Versioning', 'Implemented versioning through DRF’s `DefaultVersioning`'],
      ['Handling Large File Uploads', 'Used Django `FileResponse` + S3'],
    ],
    skipped: ['prose', 'author'],
  },
};

describe.skipIf(!isThere)('the learners’ documents', () => {
  describe.each(Object.entries(documents))('%s', (number, expected) => {
    let document: ReadmeDocument;
    beforeAll(() => {
      const name = readdirSync(folder).find((file) => file.startsWith(number)) ?? '';
      document = readReadme(readFileSync(new URL(name, folder)));
    });

    it.each(['technology', 'concept', 'practice', 'takeaway', 'collaboration', 'goal', 'resource'] as const)(
      'gives each %s once',
      (kind) => {
        const wanted = kind === 'resource' ? [] : (expected[kind] ?? []);
        const titles = document.items.filter((item) => item.kind === kind).map(({ title }) => title);
        // Names are whole; of sentences the beginning is enough.
        const isWhole = kind === 'technology' || kind === 'concept';
        expect(
          titles.map((title, index) => (isWhole ? title : title.slice(0, wanted[index]?.length))),
        ).toEqual(wanted);
      },
    );

    it('gives each challenge with its solution, and none besides', () => {
      const pairs = document.items.filter(({ type }) => type === 'challenge');
      expect(
        pairs.map(({ title, solution }, index) => [
          title.slice(0, expected.pairs[index]?.[0].length),
          solution?.slice(0, expected.pairs[index]?.[1].length),
        ]),
      ).toEqual(expected.pairs);
    });

    it('says what it left out, and keeps no address', () => {
      expect(document.skipped.map(({ reason }) => reason)).toEqual(expected.skipped);
      expect(JSON.stringify(document.items)).not.toMatch(/@[a-z]+\.|onrender/);
    });
  });

  it('keeps sub-groups, descriptions and lead-ins', () => {
    const read = (number: string): ReadmeDocument =>
      readReadme(
        readFileSync(new URL(readdirSync(folder).find((file) => file.startsWith(number)) ?? '', folder)),
      );
    const grouped = read('003').items;
    expect(grouped.find(({ title }) => title === 'PostgreSQL')).toMatchObject({
      section: 'Databases',
      tags: ['postgresql'],
    });
    expect(grouped.find(({ title }) => title === 'Jenkins')).toMatchObject({
      body: '',
      section: 'Containerization, Orchestration & CI/CD',
    });
    expect(read('004').items.find(({ title }) => title === 'API Versioning')?.body).toBe(
      'Breaking changes during development',
    );
    expect(read('001').items.find(({ title }) => title.startsWith('Optimize databases'))?.body).toMatch(
      /^This journey .+ optimize databases for performance\.$/,
    );
  });
});

it.runIf(!isThere)(
  'MISSING: ../shared/seeds is not beside the repository, its documents were not read',
  () => {
    console.warn('../shared/seeds is missing: the learners’ documents were not read');
  },
);
