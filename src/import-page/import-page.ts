import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeDepartment, describeLabels } from '../documents/describe-import.ts';
import { describeProblems } from '../documents/describe-problems.ts';
import { UnplacedDocument, type PlannedImport } from '../documents/import-documents.ts';
import type { ImportReport } from '../documents/report-import.ts';
import { toPublishingError } from '../files/publishing-error.ts';
import { reportFault, UserError } from '../files/user-error.ts';
import { guardRequest } from './guard-request.ts';
import type {
  ImportAnswer,
  PageLink,
  PreviewAnswer,
  ProjectView,
  PublishAnswer,
  RefusedImport,
  WriteAnswer,
} from './message.ts';
import { loadPageFiles } from './page-files.ts';
import { packFiles, planAsSeen, planUpload } from './plan-upload.ts';
import { endPreview, openPreview } from './preview.ts';
import { viewProject } from './project-view.ts';
import { readImport } from './read-request.ts';
import { RefusedRequest } from './refused-request.ts';

export interface ImportPageOptions {
  /** The content folder. */
  readonly directory: string;
  /** The path below which the site stands, with a slash at both ends. */
  readonly base: string;
  /** Makes the site show what was written, where its pages do not by themselves; gives whether they do now. */
  readonly publish?: () => Promise<boolean>;
}

/** Answers a request below the page's address; leaves any other to `next`. */
export type ImportPage = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Where the page stands below the site's root. */
export const IMPORT_PATH = 'import/';

/** The page loads its own files and asks its own server, shows previews, and is shown in no other page. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  'frame-src http://127.0.0.1:*; ' +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What is sent back: a file, or data as JSON. */
interface Answer {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/**
 * The page on which a clerk imports documents in the browser, for a server of this machine alone: the report of
 * `mingzhang import`, the pages as they would be, then the files written or packed. It keeps nothing between two
 * requests but the preview; a request that writes brings the documents again, and what its clerk has seen.
 */
export function createImportPage({ directory, base, publish }: ImportPageOptions): ImportPage {
  const root = `${base}${IMPORT_PATH}`;
  const inTurn = takeTurns();

  const actions: Readonly<Record<string, (request: IncomingMessage) => Promise<Answer>>> = {
    report: async (request) => {
      const { planned, report, seen } = await planUpload(directory, await readImport(request));
      const sentences = report.documents.map(({ departments, unknownLabels }) => ({
        departments: departments.map(describeDepartment),
        labels: describeLabels(unknownLabels),
      }));
      const totals = sentences.length === 1 ? [] : report.departments.map(describeDepartment);
      endPreview();
      return json({
        ...{ report, sentences, totals, seen },
        projects: projectViews(planned),
        departments: departmentPages(report),
      } satisfies ImportAnswer);
    },
    preview: async (request) => {
      const { planned, report } = await planAsSeen(directory, await readImport(request));
      const files = planned.toWrite.map(({ path, bytes }) => ({ path, bytes }));
      const pages = [...projectViews(planned), ...departmentPages(report)].map(({ path }) => path);
      return json({ url: await openPreview({ directory, files, pages }) } satisfies PreviewAnswer);
    },
    leave: () => {
      endPreview();
      return Promise.resolve(json({}));
    },
    write: async (request) => {
      const given = await readImport(request);
      return await inTurn(async () => {
        const { planned, report } = await planAsSeen(directory, given);
        endPreview();
        await planned.write();
        return json({
          written: planned.toWrite.length,
          departments: departmentPages(report),
          toPublish: publish !== undefined,
        } satisfies WriteAnswer);
      });
    },
    zip: async (request) => {
      const { planned } = await planAsSeen(directory, await readImport(request));
      return { type: 'application/zip', body: packFiles(directory, planned) };
    },
    publish: async () =>
      json({ published: await inTurn(async () => (await publish?.()) ?? true) } satisfies PublishAnswer),
  };

  const answer = async (request: IncomingMessage, path: string): Promise<Answer> => {
    guardRequest(request);
    const action = Object.hasOwn(actions, path) ? actions[path] : undefined;
    const allowed = action === undefined ? ['GET', 'HEAD'] : ['POST'];
    if (!allowed.includes(request.method ?? '')) throw new RefusedRequest(405, '这个地址不接受这样的请求。');
    if (action !== undefined) return await action(request);
    const file = (await loadPageFiles()).get(path);
    if (file === undefined) throw new RefusedRequest(404, '没有这个页面。');
    return file;
  };

  return (request, response, next) => {
    const [path = ''] = (request.url ?? '').split('?');
    if (path !== root.slice(0, -1) && !path.startsWith(root)) {
      next();
      return;
    }
    // A dev server lets every page of this machine read its answers; not these.
    response.removeHeader('Access-Control-Allow-Origin');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (`${path}/` === root) {
      response.writeHead(301, { Location: root }).end();
      return;
    }
    answer(request, path.slice(root.length)).then(
      ({ type, body }) => {
        response.writeHead(200, { 'Content-Type': type }).end(request.method === 'HEAD' ? undefined : body);
      },
      (error: unknown) => {
        const { status, refusal } = refusalOf(toPublishingError(error, directory));
        if (!request.complete) throwAwayRest(request);
        const { type, body } = json(refusal);
        response.writeHead(status, { 'Content-Type': type }).end(body);
      },
    );
  };
}

/** How long a browser may go on sending what was refused, in milliseconds. */
const SENDING_ON = 30_000;

/**
 * Keeps nothing of what is still to come of a request that was refused early. A connection that is closed while its
 * other end sends loses the answer on its way (and `Connection: close` closes it at once), so it is closed only where
 * the sending does not end.
 */
function throwAwayRest(request: IncomingMessage): void {
  request.resume();
  const close = setTimeout(() => request.destroy(), SENDING_ON);
  request.once('close', () => {
    clearTimeout(close);
  });
}

const json = (data: unknown): Answer => ({
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(data),
});

const projectViews = ({ files }: PlannedImport): readonly ProjectView[] =>
  files.flatMap(({ project }) => (project ? [viewProject(project.after)] : []));

/** The pages of the departments that stand in the documents. */
const departmentPages = ({ departments }: ImportReport): readonly PageLink[] =>
  departments.map(({ year, code, name }) => ({
    name: `${String(year)}年${name}`,
    path: `${String(year)}/${code}/`,
  }));

/** What a page is told of an error, and the terminal of a fault of the program. */
function refusalOf(error: unknown): { readonly status: number; readonly refusal: RefusedImport } {
  if (error instanceof UnplacedDocument) {
    const { problems } = error;
    const questions = problems.flatMap(({ question }) => question ?? []);
    // The page has fields where a command has options.
    const told = problems.map(({ document = '', origin, message }) => ({ document, origin, message }));
    return {
      status: 422,
      refusal: {
        message: questions.length === 0 ? error.message : describeProblems('', told).join('\n'),
        questions: questions.map(({ about, department }) => ({ about, department })),
      },
    };
  }
  if (error instanceof UserError) {
    const status = error instanceof RefusedRequest ? error.status : 422;
    return { status, refusal: { message: error.message, questions: [] } };
  }
  reportFault(error);
  const message = '程序出错。请把终端里的文字报告给维护人员。';
  return { status: 500, refusal: { message, questions: [] } };
}

/** Does one piece of work after the other, so that none writes while another looks. */
function takeTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const own = last.then(work);
    last = own.catch(() => undefined);
    return own;
  };
}
