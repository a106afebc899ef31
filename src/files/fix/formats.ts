import type { z } from 'zod';
import type { Report } from '../finding.ts';
import type { ContentFile } from '../layout.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { readAreas } from '../read-areas.ts';
import { readEverydayWords } from '../read-everyday-words.ts';
import { readMoved } from '../read-moved.ts';
import { readImportWords } from '../read-import-words.ts';
import { readDepartment } from '../read-department.ts';
import { readProject } from '../read-project.ts';
import { readGlossary, readPage, readSite } from '../read-site.ts';
import { readYaml } from '../read-yaml.ts';
import {
  areasSchema,
  departmentSchema,
  everydayWordsSchema,
  importWordsSchema,
  glossarySchema,
  movedSchema,
  pageSchema,
  projectSchema,
  siteSchema,
} from '../schema.ts';
import type { Range, SourceFile } from '../source-file.ts';
import { writtenProject } from '../write-project.ts';
import { isGroup, writeYaml, type Group, type Written } from '../write-yaml.ts';
import type { YamlTree } from '../yaml-tree.ts';
import { layOut } from './layout.ts';

/** What fixing has to know of a kind of content file. */
export interface Format {
  readonly schema: z.ZodType;
  /** Where the YAML stands in the file; undefined where that cannot be told. */
  readonly yaml: (file: SourceFile) => Range | undefined;
  /** What the file means, for comparing; reports what keeps it from being read and gives undefined then. */
  readonly read: (file: SourceFile, report: Report) => unknown;
  /** The YAML in its canonical layout, without comments, of a file that can be read. */
  readonly write: (file: SourceFile, yaml: Range) => string | undefined;
}

export type FormatName = Exclude<ContentFile['kind'], 'document'>;

const whole = ({ text }: SourceFile): Range => ({ start: 0, end: text.length });
const inFront = (file: SourceFile) => splitFrontMatter(file, ignore)?.yaml;
const ignore: Report = () => undefined;

const laidOut =
  (schema: z.ZodType): Format['write'] =>
  (file, yaml) => {
    const read = readYaml(schema, file, ignore, yaml);
    return read === undefined ? undefined : layOut(read.tree, schema);
  };

/** The folders' names and the unit change nothing in what is written. */
const ANY_PLACE = { year: 0, departmentCode: '', record: '', unit: '万元' } as const;

const readProjectOf: Format['read'] = (file, report) => readProject(file, ANY_PLACE, report)?.project;

export const FORMATS: Readonly<Record<FormatName, Format>> = {
  project: {
    schema: projectSchema,
    yaml: whole,
    read: readProjectOf,
    write: (file) => {
      const entry = readProject(file, ANY_PLACE, ignore);
      return entry && writeYaml(keepBlanks(writtenProject(entry.project), entry.tree));
    },
  },
  department: {
    schema: departmentSchema,
    yaml: inFront,
    read: (file, report) => readDepartment(file, report)?.department,
    // Not as an import writes it: blank fields of a new file wait to be filled in.
    write: laidOut(departmentSchema),
  },
  site: {
    schema: siteSchema,
    yaml: whole,
    read: (file, report) => readSite(file, report)?.settings,
    write: laidOut(siteSchema),
  },
  glossary: {
    schema: glossarySchema,
    yaml: whole,
    // A glossary that cannot be read is an empty one; its tree tells them apart.
    read: (file, report) =>
      readYaml(glossarySchema, file, report) === undefined ? undefined : readGlossary(file, ignore),
    write: laidOut(glossarySchema),
  },
  'everyday-words': {
    schema: everydayWordsSchema,
    yaml: whole,
    read: (file, report) => readEverydayWords(file, report)?.words,
    write: laidOut(everydayWordsSchema),
  },
  areas: {
    schema: areasSchema,
    yaml: whole,
    read: (file, report) => readAreas(file, report)?.areas,
    write: laidOut(areasSchema),
  },
  'import-words': {
    schema: importWordsSchema,
    yaml: whole,
    read: readImportWords,
    write: laidOut(importWordsSchema),
  },
  moved: {
    schema: movedSchema,
    yaml: whole,
    read: (file, report) => readMoved(file, report)?.moved,
    write: laidOut(movedSchema),
  },
  page: {
    schema: pageSchema,
    yaml: inFront,
    read: (file, report) => readPage(file, '', report),
    write: laidOut(pageSchema),
  },
};

/** Lists that are blank in the file stay so: they wait to be filled in, and no line may follow `[]`. */
function keepBlanks(written: Group, tree: YamlTree | undefined): Group {
  const own = tree?.type === 'map' ? tree.entries : undefined;
  return new Map(
    [...written].map(([key, value]): readonly [string, Written] => {
      const before = own?.get(key)?.value;
      if (isGroup(value)) return [key, keepBlanks(value, before)];
      const isBlank = before?.type === 'text' && Array.isArray(value) && value.length === 0;
      return [key, isBlank ? '' : value];
    }),
  );
}
