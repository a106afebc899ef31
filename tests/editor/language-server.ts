import { readFileSync } from 'node:fs';
import { matchesGlob, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { getLanguageService } from 'yaml-language-server';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The settings of this repository for VS Code: JSON with comments, which YAML's flow style reads too. */
export const settings = parse(
  readFileSync(resolve(ROOT, '.vscode/settings.json'), 'utf8').replaceAll(/^\s*\/\/.*$/gm, ''),
) as Readonly<Record<string, unknown>> & {
  readonly 'yaml.schemas': Readonly<Record<string, string | readonly string[]>>;
};

/** The schema file that the settings give to a file of the repository; undefined where none. */
export function schemaFor(path: string): string | undefined {
  return Object.entries(settings['yaml.schemas']).find(([, globs]) =>
    [globs].flat().some((glob) => matchesGlob(path, glob)),
  )?.[0];
}

/** The language server of the recommended extension, set up as the settings of this repository say. */
const server = getLanguageService({
  schemaRequestService: (uri) => Promise.resolve(readFileSync(fileURLToPath(uri), 'utf8')),
  // It keeps its own failures quiet, and a test would take them for a sound file.
  telemetry: {
    send: () => undefined,
    sendTrack: () => undefined,
    sendError(event: string, error: unknown) {
      throw error instanceof Error ? error : new Error(`${event}: ${String(error)}`);
    },
  },
  workspaceContext: { resolveRelativePath: (path, base) => new URL(path, base).href },
});
server.configure({
  validate: true,
  hover: true,
  completion: true,
  yamlVersion: '1.2',
  indentation: '  ',
  schemas: Object.entries(settings['yaml.schemas']).map(([schema, globs]) => ({
    uri: pathToFileURL(resolve(ROOT, schema)).href,
    fileMatch: [globs].flat().map((glob) => pathToFileURL(resolve(ROOT, glob)).href),
  })),
});

let version = 0;

/** A text as the editor has it open under a path of the repository; the server knows texts by their version. */
function open(path: string, text: string): TextDocument {
  version += 1;
  return TextDocument.create(pathToFileURL(resolve(ROOT, path)).href, 'yaml', version, text);
}

/** What the editor underlines, as `line: message`. */
export async function underlined(path: string, text: string): Promise<readonly string[]> {
  const found = await server.doValidation(open(path, text), false);
  return found.map(
    ({ range, message }) =>
      `${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`,
  );
}

/** What shows when the mouse rests on the first place where `word` stands. */
export async function hoverOn(path: string, text: string, word: string): Promise<string> {
  const document = open(path, text);
  const hover = await server.doHover(document, document.positionAt(text.indexOf(word) + 1));
  return JSON.stringify(hover?.contents ?? '');
}

/** What the editor offers at the mark `‸` in a text, by label. */
export async function offeredAt(path: string, marked: string): Promise<readonly string[]> {
  const at = marked.indexOf('‸');
  const document = open(path, marked.replace('‸', ''));
  const { items } = await server.doComplete(document, document.positionAt(at), false);
  return items.map(({ label }) => label);
}
