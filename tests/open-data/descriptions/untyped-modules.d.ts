/** What the tests use of libraries that bring no types. */

declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    read(options: { readonly keyed: true; readonly relations: true }): Promise<readonly object[]>;
  }
  interface Package {
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
  const library: { readonly Package: { load(descriptor: object): Promise<Package> } };
  export default library;
}

declare module '@citation-js/core' {
  export class Cite {
    constructor(file: string);
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}

declare module '@citation-js/plugin-cff';
