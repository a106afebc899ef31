/** Something that an editor is told of a document, with its place: `第12行`, `第3张表，第5行第2列`. */
export interface Problem {
  readonly origin: string;
  /** The document's path, where there may be several. */
  readonly document?: string;
  readonly message: string;
  /** What the editor can say to settle it. */
  readonly question?: Question;
}

/** What a document leaves open and the editor knows. */
export interface Question {
  readonly about: 'year' | 'name' | 'department' | 'unit';
  /** The department whose code or unit it is, where the document names it. */
  readonly department: string | undefined;
  /** How a command is told the answer, as the end of the sentence. */
  readonly advice: string;
}
