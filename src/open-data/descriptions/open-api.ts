import { yearsOf } from '../../model/years.ts';
import { PROJECT_COLUMNS } from '../columns.ts';
import type { OpenData, Table } from '../table.ts';
import { TABLES } from '../tables.ts';
import { READING_NOTES, summaryOf, titleOf } from './about-data.ts';
import { FORMAT_VERSION } from './format-version.ts';
import { PROJECT_SCHEMA } from './project-schema.ts';
import { rowSchema, TEXT_NUMBERS } from './row-schema.ts';

/** The addresses of the JSON files and what they hold, in the words of OpenAPI 3.1; nothing is computed when they are asked for. */
export function openApi(data: OpenData): object {
  const { settings } = data.site;
  const { contact, licence } = settings;
  return {
    openapi: '3.1.0',
    info: {
      title: titleOf(settings),
      version: FORMAT_VERSION,
      description: [summaryOf(data), TEXT_NUMBERS, ...READING_NOTES].join('\n\n'),
      contact: {
        name: settings.publisher,
        ...(contact.email === '' ? {} : { email: contact.email }),
        ...(contact.address === '' ? {} : { url: contact.address }),
      },
      ...(licence.name === ''
        ? {}
        : { license: { name: licence.name, ...(licence.address === '' ? {} : { url: licence.address }) } }),
    },
    ...serversOf(data),
    paths: Object.fromEntries([
      ...TABLES.flatMap(tablePaths),
      ['/{year}/{department}/{record}/project.json', PROJECT_PATH],
    ]),
    components: {
      schemas: {
        ...Object.fromEntries(TABLES.map((table) => [table.name, rowSchema(table, data)])),
        project: PROJECT_SCHEMA,
      },
      parameters: parametersOf(data),
    },
  };
}

/** Paths begin with a slash, so that the address before them ends in none; at the root of a host none is needed. */
function serversOf({ addressOf }: OpenData): object {
  const url = addressOf('').replace(/\/$/, '');
  return url === '' ? {} : { servers: [{ url }] };
}

const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` });
const answer = (schema: object, description: string) => ({
  '200': { description, content: { 'application/json': { schema } } },
  '404': { description: '没有这个年度、部门或项目。' },
});

/** A table of the whole, of a year, and of a department's year. */
function tablePaths({ name, title, description }: Table): readonly (readonly [string, object])[] {
  const rows = { type: 'array', items: { $ref: `#/components/schemas/${name}` } };
  const path = (place: string, of: string, parameters: readonly string[]) =>
    [
      `/data/${place}${name}.json`,
      {
        get: {
          operationId: [name, ...parameters].join('-by-'),
          summary: `${title}：${of}`,
          description,
          ...(parameters.length === 0 ? {} : { parameters: parameters.map(parameter) }),
          responses: answer(rows, `${title}，一行一个对象。`),
        },
      },
    ] as const;
  return [
    path('', '全部年度', []),
    path('{year}/', '一个年度', ['year']),
    path('{year}/{department}/', '一个部门的一个年度', ['year', 'department']),
  ];
}

const PROJECT_PATH = {
  get: {
    operationId: 'project',
    summary: '一个项目的绩效目标表',
    parameters: ['year', 'department', 'record'].map(parameter),
    responses: answer({ $ref: '#/components/schemas/project' }, '这个项目的全部内容。'),
  },
};

/** What stands in paths: columns of the tables, of which only these years are there. */
function parametersOf({ site }: OpenData): object {
  return Object.fromEntries(
    PROJECT_COLUMNS.filter(({ name }) => ['year', 'department', 'record'].includes(name)).map(
      ({ name, description, type, pattern, example }) => [
        name,
        {
          ...{ name, in: 'path', required: true, description },
          schema:
            type === 'integer'
              ? { type, enum: yearsOf(site).map(({ year }) => year) }
              : { type: 'string', ...(pattern === undefined ? {} : { pattern: `^(?:${pattern})$` }) },
          example: type === 'integer' ? Number(example) : example,
        },
      ],
    ),
  );
}
