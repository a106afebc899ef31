import { strToU8, zipSync } from 'fflate';
import { WRITER } from '../documents/open/own-export.ts';
import { element, escapeXml } from '../open-data/xml.ts';

/** A fixed time, in the time zone at hand, because an archive holds no zone: the same content gives the same bytes. */
const TIME = new Date(1980, 0, 1);

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** The namespace of relationships within parts. */
export const RELATIONSHIPS = `${OFFICE}/relationships`;

/** A part of an Office file: its path, the end of its type, and its text as XML. */
export interface Part {
  readonly path: string;
  /** `wordprocessingml.document.main`. */
  readonly type: string;
  readonly xml: string;
  readonly relations?: readonly Relation[];
}

/** What a part is to the one that names it: `styles`, `worksheet`. Its id is `rId` and its place, from 1. */
export interface Relation {
  readonly type: string;
  readonly target: string;
}

/**
 * Packs the parts of an Office file (Office Open XML, ECMA-376). The first part is the document itself.
 *
 * @param isExport whether it repeats the content, which the import tells by its author; a form that a department fills
 *   in is a document of its own.
 */
export function packOffice(title: string, parts: readonly [Part, ...Part[]], isExport = true): Uint8Array {
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
        // A blank form that was filled in is the department's own, in our layout.
        isExport ? '' : element('cp:category', {}, WRITER),
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
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      ...own.map(({ path, type }) =>
        element('Override', { PartName: `/${path}`, ContentType: contentType(type) }),
      ),
    ),
    '_rels/.rels': relationships([
      { type: `${OFFICE}/relationships/officeDocument`, target: main.path },
      { type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
      { type: `${OFFICE}/relationships/extended-properties`, target: 'docProps/app.xml' },
    ]),
    ...Object.fromEntries(
      parts.flatMap(({ path, relations }) =>
        relations === undefined || relations.length === 0
          ? []
          : [
              [
                path.replace(/[^/]*$/, '_rels/$&.rels'),
                relationships(
                  relations.map(({ type, target }) => ({ type: `${RELATIONSHIPS}/${type}`, target })),
                ),
              ],
            ],
      ),
    ),
    ...Object.fromEntries(own.map(({ path, xml }) => [path, xml])),
  };
  const bytes = Object.entries(files).map(([path, xml]) => [path, strToU8(XML + xml)] as const);
  return zipSync(Object.fromEntries(bytes), { mtime: TIME });
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
