import type { APIRoute, GetStaticPaths } from 'astro';
import { PUBLISHED_SCHEMAS, toJsonSchema } from '../../content/json-schema.ts';

/** The content format as JSON Schema, for editor programs. */
export const getStaticPaths = (() =>
  Object.entries(PUBLISHED_SCHEMAS).map(([name, schema]) => ({
    params: { name },
    props: { schema },
  }))) satisfies GetStaticPaths;

interface Props {
  readonly schema: (typeof PUBLISHED_SCHEMAS)[keyof typeof PUBLISHED_SCHEMAS];
}

export const GET: APIRoute<Props> = ({ props: { schema } }) =>
  new Response(`${JSON.stringify(toJsonSchema(schema), undefined, 2)}\n`);
