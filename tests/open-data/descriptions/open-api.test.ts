import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { filesOf, publishedFrom } from '../published.ts';

interface OpenApi {
  readonly servers?: readonly { readonly url: string }[];
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: {
          readonly operationId: string;
          readonly responses: {
            readonly 200: { readonly content: { readonly 'application/json': { readonly schema: object } } };
          };
        };
      }
    >
  >;
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly properties: Readonly<Record<string, object>> }>>;
    readonly parameters: Readonly<Record<string, { readonly schema: object; readonly example: unknown }>>;
  };
}
const openApiIn = (files: ReadonlyMap<string, string>) =>
  JSON.parse(files.get('data/openapi.json') ?? '') as OpenApi;

/** Validators by the references of a description. */
function validatorOf(own: OpenApi) {
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    formats: { date: /^\d{4}-\d\d-\d\d$/, 'uri-reference': /^[^\s\\]+$/ },
  });
  ajv.addVocabulary(['components']);
  ajv.addSchema({ $id: 'https://example.gov.cn/openapi', components: own.components });
  return (schema: object) =>
    ajv.compile(
      JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"https://example.gov.cn/openapi#/')) as object,
    );
}

describe.each(['content', 'tests/fixtures/three-departments'])(
  'the description of the interface of %s',
  async (name) => {
    const content = await publishedFrom(name);
    const files = filesOf(content, { base: '/budget', host: 'https://example.gov.cn' });
    const own = openApiIn(files);

    it('is valid OpenAPI', async () => {
      const validator = new Validator();
      expect(await validator.validate(files.get('data/openapi.json') ?? '')).toMatchObject({ valid: true });
      expect(validator.version).toBe('3.1');
      expect(own.servers).toEqual([{ url: 'https://example.gov.cn/budget' }]);
    });

    it('has every JSON file of tables and projects, and each is as it says', () => {
      const compile = validatorOf(own);
      const paths = Object.entries(own.paths).map(([path, { get }]) => ({
        pattern: new RegExp(
          `^${path
            .slice(1)
            .replace('{year}', String.raw`\d{4}`)
            .replace(/\{\w+\}/g, '[0-9A-Za-z-]+')}$`,
        ),
        validate: compile(get.responses[200].content['application/json'].schema),
        found: new Set<string>(),
      }));
      for (const [path, text] of files) {
        if (!path.endsWith('.json') || /(?:openapi|datapackage|-metadata)\.json$/.test(path)) continue;
        const matching = paths.filter(({ pattern }) => pattern.test(path));
        expect(matching, path).toHaveLength(1);
        for (const { validate, found } of matching) {
          validate(JSON.parse(text));
          expect(validate.errors, path).toBeNull();
          found.add(path);
        }
      }
      for (const { pattern, found } of paths) expect([pattern, found.size > 0]).toEqual([pattern, true]);
    });

    it('tells that amounts and shares are texts, never numbers', () => {
      const { projects, 'disbursement-plan': plan } = own.components.schemas;
      for (const property of [projects?.properties.totalWan, plan?.properties.share])
        expect(property).toMatchObject({ type: ['string', 'null'], pattern: expect.any(String) as string });
      expect(files.get('data/openapi.json')).toContain('金额和比例是文字');
    });
  },
);

it('a wrong row is seen', async () => {
  const own = openApiIn(filesOf(await publishedFrom('content')));
  const validate = validatorOf(own)({ $ref: '#/components/schemas/departments' });
  expect(validate({ year: '2022' })).toBe(false);
});

it('names no server where the site stands at the root of a host that is not known', async () => {
  const content = await publishedFrom('content');
  expect(openApiIn(filesOf(content)).servers).toBeUndefined();
  expect(openApiIn(filesOf(content, { base: '/budget', host: undefined })).servers).toEqual([
    { url: '/budget' },
  ]);
});
