/** The catalogue of a Postgres schema, as sorted lines that are the same on every supported version. */
import type { Client } from 'pg';

export interface Catalogue {
  columns: string[];
  constraints: string[];
  functions: string[];
  indexes: string[];
  searches: string[];
  triggers: string[];
}

/** Everything in the schema `public` that belongs to the project, without extensions and the list of migrations. */
export async function catalogueOf(client: Client): Promise<Catalogue> {
  const lines = async (sql: string) => {
    const { rows } = await client.query<{ line: string }>(sql);
    return rows.map(({ line }) => line).sort();
  };
  const own = (oid: string, catalogue: string) =>
    `NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = ${oid} AND d.classid = '${catalogue}'::regclass AND d.deptype = 'e')`;
  return {
    columns: await lines(`
      SELECT format('%s.%s %s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
               CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
               CASE WHEN a.attidentity <> '' THEN ' identity' WHEN a.attgenerated <> '' THEN ' generated' ELSE '' END,
               ' default ' || pg_get_expr(ad.adbin, ad.adrelid)) AS line
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        LEFT JOIN pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
         AND c.relname <> 'migrations'`),
    // Postgres 18 lists NOT NULL as constraints; the columns above show it on every version.
    constraints: await lines(`
      SELECT format('%s: %s %s', c.relname, con.conname, pg_get_constraintdef(con.oid)) AS line
        FROM pg_constraint con JOIN pg_class c ON c.oid = con.conrelid
       WHERE con.connamespace = 'public'::regnamespace AND con.contype <> 'n' AND c.relname <> 'migrations'`),
    functions: await lines(`
      SELECT pg_get_functiondef(p.oid) AS line FROM pg_proc p
       WHERE p.pronamespace = 'public'::regnamespace AND ${own('p.oid', 'pg_proc')}`),
    indexes: await lines(`
      SELECT pg_get_indexdef(i.indexrelid) AS line FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> 'migrations'`),
    searches: await lines(`
      SELECT format('%s: %s %s', cfg.cfgname, m.maptokentype, string_agg(dict.dictname, ', ' ORDER BY m.mapseqno)) AS line
        FROM pg_ts_config cfg JOIN pg_ts_config_map m ON m.mapcfg = cfg.oid JOIN pg_ts_dict dict ON dict.oid = m.mapdict
       WHERE cfg.cfgnamespace = 'public'::regnamespace GROUP BY cfg.cfgname, m.maptokentype`),
    triggers: await lines(`
      SELECT pg_get_triggerdef(t.oid) AS line FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace`),
  };
}
