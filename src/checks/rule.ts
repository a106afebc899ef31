import type { RuleExplanation } from '../files/reading-rules.ts';
import type { Severity } from '../files/finding.ts';
import type { Content, DepartmentFolder } from '../files/read-content.ts';
import type { AreasEntry } from '../files/read-areas.ts';
import type { DepartmentEntry } from '../files/read-department.ts';
import type { EverydayWordsEntry } from '../files/read-everyday-words.ts';
import type { ProjectEntry } from '../files/read-project.ts';
import type { MovedEntry } from '../files/read-moved.ts';
import type { SiteEntry } from '../files/read-site.ts';
import type { ValuePath } from '../files/value-path.ts';
import type { Project } from '../model/project.ts';

/** What a rule says of a value; the runner adds file, place, severity and the rule's id. */
export interface Remark {
  readonly message: string;
  readonly hint?: string;
  readonly value?: string;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
}

/** Takes why a rule cannot judge a project: what it compares is not stated, or cannot be read. */
export type CannotJudge = (reason: string) => void;

/** Takes a remark on the value at a path; an empty path means the whole file. */
export type RemarkOn = (path: ValuePath, remark: Remark) => void;

/** What a rule may ask of the file that a project was read from. */
export interface ProjectFile {
  /** Every text of the file, by its path. */
  readonly texts: () => readonly { readonly path: ValuePath; readonly text: string }[];
  /** The text at a path; '' where it is blank or left out; undefined where the format has no text there. */
  readonly textAt: (path: ValuePath) => string | undefined;
}

/** One rule: why it exists, and what it looks at. A rule is pure and knows nothing of files. */
export interface Rule extends RuleExplanation {
  /**
   * Whether an error is only one until an editor confirms in 核对说明 that the source has it so; then it is
   * an explained warning, and the value counts as not stated.
   */
  readonly confirmable?: boolean;
  /** Whether it finds figures that cannot be true or contradict each other: what readers are shown first. */
  readonly isGrave?: boolean;
  /** Looks at one project. */
  readonly checkProject?: (
    project: Project,
    remark: RemarkOn,
    file: ProjectFile,
    cannotJudge: CannotJudge,
  ) => void;
  /** Looks at a department's folder as a whole; remarks name the project's file they belong to. */
  readonly checkDepartment?: (folder: DepartmentFolder, remark: DepartmentRemarks) => void;
  /** Looks at all content: at years and departments beside each other, at the lists of words and the settings. */
  readonly checkContent?: (
    content: Content,
    remark: RemarkOnFile,
    cannotJudge: (entry: ProjectEntry, reason: string) => void,
  ) => void;
}

/** Takes a remark on the value at a path of a file that was read. */
export type RemarkOnFile = (
  entry: ProjectEntry | DepartmentEntry | EverydayWordsEntry | AreasEntry | MovedEntry | SiteEntry,
  path: ValuePath,
  remark: Remark,
) => void;

export interface DepartmentRemarks {
  /** On a value of `department.md`, or on the folder where there is no such file. */
  readonly onDepartment: RemarkOn;
  /** On a value of the project file with this place in `folder.projects`. */
  readonly onProject: (place: number, path: ValuePath, remark: Remark) => void;
}
