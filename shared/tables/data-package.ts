import type { Table } from './ledger-tables.ts';
import type { ColumnType } from './table-columns.ts';

/** What the data is of and from, for whoever opens it years later. */
export type PackageFacts = {
  readonly office: string;
  readonly at: string;
  readonly version: string;
  readonly isMasked: boolean;
};

/** Types of Table Schema (https://specs.frictionlessdata.io/table-schema/). */
const SCHEMA_TYPES: { readonly [type in ColumnType]: string } = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  moment: 'datetime',
};

/** Names of types that DuckDB and PostgreSQL both have. */
const SQL_TYPES: { readonly [type in ColumnType]: string } = {
  text: 'TEXT',
  integer: 'BIGINT',
  number: 'DOUBLE PRECISION',
  boolean: 'BOOLEAN',
  date: 'DATE',
  moment: 'TIMESTAMP WITH TIME ZONE',
};

/** `datapackage.json`: a Tabular Data Package (https://specs.frictionlessdata.io/tabular-data-package/). */
export function dataPackage(facts: PackageFacts, tables: readonly Table[]): string {
  const names = new Set(tables.map(({ name }) => name));
  const descriptor = {
    profile: 'tabular-data-package',
    name: 'street-ledger',
    title: `${facts.office}台账数据`,
    description: facts.isMasked ? '个人信息已脱敏，受限内容不在其中。' : '含个人信息，受限内容不在其中。',
    created: facts.at,
    version: facts.version,
    resources: tables.map((table) => ({
      profile: 'tabular-data-resource',
      name: table.name.toLowerCase(),
      title: table.title,
      path: `${table.name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: {
        fields: table.columns.map(({ name, title, type, description }) => ({
          name,
          title,
          type: SCHEMA_TYPES[type],
          // With its offset a moment is no bare xsd:dateTime in UTC.
          ...(type === 'moment' ? { format: 'any' } : {}),
          ...(description ? { description } : {}),
        })),
        missingValues: [''],
        primaryKey: 'record_id',
        foreignKeys: table.columns.flatMap(({ name, refersTo }) =>
          refersTo !== undefined && names.has(refersTo)
            ? [{ fields: name, reference: { resource: refersTo.toLowerCase(), fields: 'record_id' } }]
            : [],
        ),
      },
    })),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

/** `load.sql`: makes and fills the tables in DuckDB, and in PostgreSQL by psql with `\copy` for COPY. Run in the folder. */
export function loadSql(tables: readonly Table[]): string {
  const lines = [
    '-- DuckDB：在本文件夹运行  duckdb 台账.duckdb < load.sql',
    "-- PostgreSQL：在本文件夹运行  sed 's/^COPY/\\\\copy/' load.sql | psql 数据库名",
    '',
  ];
  for (const { name, title, columns } of tables) {
    const list = columns.map((column) => `  ${quoted(column.name)} ${SQL_TYPES[column.type]}`).join(',\n');
    lines.push(`-- ${title}`, `CREATE TABLE ${quoted(name)} (\n${list}\n);`);
    lines.push(`COPY ${quoted(name)} FROM '${name}.csv' (FORMAT csv, HEADER true);`, '');
  }
  return lines.join('\n');
}

const quoted = (name: string): string => `"${name}"`;
