/** Something that an editor is told of a document, with its place: `第12行`, `第3张表，第5行第2列`. */
export interface Problem {
  readonly origin: string;
  readonly message: string;
}
