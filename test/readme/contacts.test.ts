/** E-mail addresses and phone numbers are taken out, and nothing that only looks a little like them. */
import { expect, it } from 'vitest';
import { cleanDocument } from '../../src/features/readme/import-items.js';
import { withoutContacts } from '../../src/readme/contacts.js';
import { readReadme } from '../../src/readme/read-readme.js';

it.each([
  'amina@example.co.ke',
  'a.b+c@mail.example.org',
  '+254 712 345 678',
  '+254712345678',
  '+1 (555) 123-4567',
  '(555) 123-4567',
  '555-123-4567',
  '0712 345 678',
  '0712-345-678',
  '0712345678',
  '0803 123 4567',
])('%s is taken out', (contact) => {
  expect(withoutContacts(`Ask (${contact}), or me.`)).toBe('Ask , or me.');
});

it.each([
  'vite@8.3.8 and react@19.0.0',
  'pip install package@1.2.3',
  'actions/checkout@v4.2.2',
  'git@github.com:a/b.git',
  'postgres://user@db.example.com/app',
  '@app.route("/users") and @pytest.mark.django_db',
  'handled +10000 users',
  '+120 345 lines',
  'port 0.0.0.0:8080, 127.0.0.1 and 192.168.100.200',
  'from 2024-01-15 to 2024-02-16 10:00:00+0300',
  '5 000 000 rows in 0.123456789 s',
  'ISBN 978-3-16-148410-0',
  'https://example.com/orders/0712345678?id=0712345678',
  'useState() and <>',
])('%s stays', (text) => {
  expect(withoutContacts(text)).toBe(text);
});

it.each(['a.', 'a@', '+1 22', '1 ', '(123) ', '0712 ', '555-', `a@${'b.'.repeat(60)}`])(
  'half a million characters of %j take no time',
  (unit) => {
    const text = `${unit.repeat(500_000 / unit.length)}@+(`;
    const begun = process.cpuUsage();
    withoutContacts(text);
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(500);
  },
);

it.each([
  'a@example.org',
  '<a@example.org>',
  '[a@example.org](mailto:a@example.org)',
  'mailto:a@example.org',
])('an import removes %s everywhere', (address) => {
  const said = `Asked ${address} about it`;
  const text = [
    '# Shop',
    said,
    '## Key concepts',
    `- **Caching**: ${said}`,
    `- ${said}`,
    '## Challenges',
    '### Pages were slow',
    `**Problem:** ${said}`,
    `**Solution:** ${said}`,
    '## Challenges and solutions',
    '| Challenge | Solution |',
    '| --- | --- |',
    `| Slow pages: ${said} | ${said} |`,
  ].join('\n\n');
  const kept = cleanDocument(readReadme(Buffer.from(text.replaceAll('|\n\n|', '|\n|'))));
  expect(kept.items.length).toBeGreaterThan(2);
  expect(kept.items.some(({ solution }) => solution?.includes('Asked'))).toBe(true);
  expect(JSON.stringify([kept.items, kept.profile])).not.toMatch(/mailto|example\.org|\[\]\(/);
});
