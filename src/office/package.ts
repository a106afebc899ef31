import { element, escapeXml } from '../files/write-xml.ts';
import { zipped, type ZippedFile } from './archive.ts';

/** The author that a file of ours names, which stays where someone changes and saves it in Word, Excel or WPS. */
export const WRITER = 'Mingzhang';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** The namespace of relationships within parts. */
export const RELATIONSHIPS = `${OFFICE}/relationships`;

/** A part of an Office file: its path, the end of its type, and its text as XML, whole or in pieces made as it is written. */
export interface Part extends ZippedFile {
  /** `wordprocessingml.document.main`. */
  readonly type: string;
  readonly relations?: readonly Relation[];
}

/** What a part is to the one that names it: `styles`, `worksheet`. Its id is `rId` and its place, from 1. */
export interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Packs the parts of an Office file; see `officePieces`. */
export function packOffice(...file: Parameters<typeof officePieces>): Uint8Array {
  return Buffer.concat([...officePieces(...file)]);
}

/**
 * The parts of an Office file (Office Open XML, ECMA-376) as its bytes, piece by piece, in the order given. The first
 * part is the document itself. The same parts give the same bytes.
 *
 * @param isExport whether it repeats the content, which the import tells by its author; a form that a department fills
 *   in is a document of its own.
 */
export function* officePieces(
  title: string,
  parts: readonly [Part, ...Part[]],
  isExport = true,
): Generator<Uint8Array> {
  const [main] = parts;
  const own: readonly Part[] = [
    ...parts,
    {
      path: 'docProps/core.xml',
      type: 'core-properties',
      xml: element(
        'cp:coreProperties',
        { 'xmlns:cp': `${PACKAGE}/metadata/core-properties`, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
        element('dc:title', {}, escapeXml(title)),
        isExport ? element('dc:creator', {}, WRITER) : '',
      ),
    },
    {
      path: 'docProps/app.xml',
      type: 'extended-properties',
      xml: element(
        'Properties',
        { xmlns: `${OFFICE}/extended-properties` },
        element('Application', {}, WRITER),
      ),
    },
  ];
  const related = parts.flatMap(({ path, relations = [] }) =>
    relations.length === 0
      ? []
      : [
          {
            path: path.replace(/[^/]*$/, '_rels/$&.rels'),
            xml: relationships(
              relations.map(({ type, target }) => ({ type: `${RELATIONSHIPS}/${type}`, target })),
            ),
          },
        ],
  );
  yield* zipped([
    { path: '[Content_Types].xml', xml: contentTypes(own) },
    {
      path: '_rels/.rels',
      xml: relationships([
        { type: `${OFFICE}/relationships/officeDocument`, target: main.path },
        { type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
        { type: `${OFFICE}/relationships/extended-properties`, target: 'docProps/app.xml' },
      ]),
    },
    ...related,
    ...own,
  ]);
}

function contentTypes(parts: readonly Part[]): string {
  return element(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    ...parts.map(({ path, type }) =>
      element('Override', { PartName: `/${path}`, ContentType: contentType(type) }),
    ),
  );
}

function contentType(type: string): string {
  const vendor = type === 'core-properties' ? 'package' : 'officedocument';
  return `application/vnd.openxmlformats-${vendor}.${type}${type === 'vmlDrawing' ? '' : '+xml'}`;
}

function relationships(all: readonly Relation[]): string {
  return element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    ...all.map(({ type, target }, place) =>
      element('Relationship', { Id: `rId${String(place + 1)}`, Type: type, Target: target }),
    ),
  );
}
