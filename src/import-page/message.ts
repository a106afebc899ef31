import type { ImportReport } from '../documents/report-import.ts';
import type { Question } from '../documents/problem.ts';
import type { MoneyUnit } from '../model/money-unit.ts';

/** What the page and its server say to each other. */

/** The header that a page of another site cannot send without being asked whether it may. */
export const OWN_HEADER = 'X-Mingzhang-Import';

/** What is asked of the server, each at its own address below the page's; all get the documents and `AskedImport`. */
export type Action = 'report' | 'preview' | 'write' | 'zip';

/** The names of the form's fields. */
export const [DOCUMENTS, ASKED] = ['documents', 'asked'];

/** What the clerk says beside the documents. */
export interface AskedImport {
  readonly year?: number;
  readonly unit?: MoneyUnit;
  /** The department's name, where a document does not say it. */
  readonly name?: string;
  /** The codes of departments by their names. */
  readonly codes: Readonly<Record<string, string>>;
  /** The files that differ and are to be replaced, as the report names them. */
  readonly replace: readonly string[];
  /** The `seen` of the report that the clerk has read; nothing else is written. */
  readonly seen: string;
}

/** What an import would do. */
export interface ImportAnswer {
  readonly report: ImportReport;
  /** What the command says of each document: its departments, and the labels that have no field. */
  readonly sentences: readonly {
    readonly departments: readonly string[];
    readonly labels: readonly string[];
  }[];
  /** What it says of all documents together, where they are several. */
  readonly totals: readonly string[];
  readonly projects: readonly ProjectView[];
  readonly departments: readonly PageLink[];
  /** Stands for this very report: another where the documents or the content would give another. */
  readonly seen: string;
}

/** A project as it would be written: its fields by their labels, and the table of its indicators. */
export interface ProjectView {
  readonly title: string;
  /** Its page, below the site's root. */
  readonly path: string;
  readonly fields: readonly (readonly [label: string, text: string])[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A page of the site, below its root. */
export interface PageLink {
  readonly name: string;
  readonly path: string;
}

export interface PreviewAnswer {
  /** Where the site stands as it would be. */
  readonly url: string;
}

export interface WriteAnswer {
  readonly written: number;
  readonly departments: readonly PageLink[];
  /** Whether the site has to be built anew before its pages show what was written. */
  readonly toPublish: boolean;
}

export interface PublishAnswer {
  readonly published: boolean;
}

/** Why nothing was done, in sentences, and what the clerk can say to settle it. */
export interface RefusedImport {
  readonly message: string;
  readonly questions: readonly Omit<Question, 'advice'>[];
}
