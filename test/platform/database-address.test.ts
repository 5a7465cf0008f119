/** `DATABASE_URL` as libpq takes it: every form, every sslmode, and one sentence for every mistake. */
import { describe, expect, it } from 'vitest';
import { DatabaseAddressError, readDatabaseAddress } from '../../src/platform/database-address.js';

const none: NodeJS.ProcessEnv = {};

describe('the address of a database', () => {
  it.each([
    [
      'postgres://nexus:secret@db.example:5433/cohort',
      { user: 'nexus', host: 'db.example', port: 5433, database: 'cohort' },
    ],
    ['postgresql://nexus:a%25%23%2F%40@db/cohort', { password: 'a%#/@', host: 'db' }],
    ['postgres://nexus@/cohort?host=/run/pg', { user: 'nexus', host: '/run/pg', database: 'cohort' }],
    ['postgres://nexus:x@localhost:6432/cohort?host=%2Fsock', { host: '/sock', port: 6432 }],
    ['postgres://[::1]:5/cohort', { host: '::1', port: 5 }],
    [
      "host=/run/pg dbname=cohort user=nexus password='two words'",
      { host: '/run/pg', database: 'cohort', password: 'two words' },
    ],
    ["host=db port=5433 password='it\\'s'", { host: 'db', port: 5433, password: "it's" }],
  ])('is read: %s', (text, parts) => {
    expect(readDatabaseAddress(text, none)).toMatchObject(parts);
  });

  it.each([['postgres:///cohort'], ['postgresql://nexus@/cohort'], ['dbname=cohort']])(
    'without a host leads to a socket: %s',
    (text) => {
      expect(readDatabaseAddress(text, none)).toMatchObject({
        host: expect.stringMatching(/^\//),
        ssl: false,
      });
    },
  );

  it('leaves missing parts to PGUSER and similar variables', () => {
    expect(readDatabaseAddress('postgres://db/cohort', none)).not.toHaveProperty('user');
    expect(readDatabaseAddress('postgres://db/cohort', none)).not.toHaveProperty('port');
  });

  it.each([
    ['', { ssl: false, prefersEncryption: true }],
    ['?sslmode=disable', { ssl: false, prefersEncryption: false }],
    ['?sslmode=allow', { ssl: false, prefersEncryption: false }],
    ['?sslmode=prefer', { ssl: false, prefersEncryption: true }],
    ['?sslmode=require', { ssl: { rejectUnauthorized: false }, prefersEncryption: false }],
    ['?sslmode=verify-full', { ssl: {}, prefersEncryption: false }],
    ['?sslrootcert=system', { ssl: {}, prefersEncryption: false }],
  ])('encrypts as libpq does: %s', (query, expected) => {
    const { ssl, prefersEncryption } = readDatabaseAddress(`postgres://db/cohort${query}`, none);
    expect({ ssl, prefersEncryption }).toEqual(expected);
  });

  it('takes PGSSLMODE where the address has no mode', () => {
    expect(readDatabaseAddress('postgres://db/cohort', { PGSSLMODE: 'require' })).toMatchObject({
      ssl: { rejectUnauthorized: false },
    });
  });

  it.each([
    ['postgres://nexus:sec%ret@db/cohort', '%25'],
    ['postgres://nexus:sec#ret@db/cohort', '%23'],
    ['postgres://nexus:sec@ret@db/cohort', '%40'],
    ['postgres://nexus:sec/ret@db/cohort', '%2F'],
    ['postgres://one,two/cohort', 'several hosts'],
    ['postgres://db/cohort?sslmode=maybe', 'sslmode'],
    ['postgres://db/cohort?sslmode=verify-ca', 'sslrootcert'],
    ['postgres://db/cohort?sslrootcert=/nowhere.pem', '/nowhere.pem'],
    ['mysql://db/cohort', 'postgres://user:password@host'],
    ['the secret database', 'postgres://user:password@host'],
  ])('says in one sentence what is wrong with %s', (text, hint) => {
    const read = () => readDatabaseAddress(text, none);
    expect(read).toThrow(DatabaseAddressError);
    expect(read).toThrow(hint);
    expect(read).not.toThrow(/sec|ret/);
  });
});
