import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { MOST_BYTES } from '../documents/open/open-document.ts';
import { MONEY_UNITS } from '../model/money-unit.ts';
import { ASKED, DOCUMENTS, type AskedImport } from './message.ts';
import { RefusedRequest } from './refused-request.ts';

/** What the clerk gave: the documents by their names, and what was said beside them. */
export interface GivenImport {
  readonly documents: ReadonlyMap<string, Buffer>;
  readonly asked: AskedImport;
}

const ASKED_SCHEMA = z.strictObject({
  year: z.int().min(1990).max(2999).optional(),
  unit: z.enum(MONEY_UNITS).optional(),
  name: z.string().max(100).optional(),
  codes: z.record(z.string(), z.string()),
  replace: z.array(z.string()),
  seen: z.string(),
});

/**
 * Reads the documents that the page sends. They are held in memory and lie nowhere on the disk.
 *
 * @throws RefusedRequest where they are too many bytes, or the request is none of the page's.
 */
export async function readImport(request: IncomingMessage): Promise<GivenImport> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) throw new RefusedRequest(415, INCOMPLETE);
  const form = await formOf(await readBytes(request), type);
  const documents = new Map<string, Buffer>();
  for (const file of form.getAll(DOCUMENTS)) {
    if (typeof file === 'string') throw new RefusedRequest(400, INCOMPLETE);
    const name = safeName(file.name);
    if (documents.has(name))
      throw new RefusedRequest(422, `选了两份同名的文件“${name}”，请分开导入，或改名后再选。`);
    documents.set(name, Buffer.from(await file.arrayBuffer()));
  }
  if (documents.size === 0) throw new RefusedRequest(400, '没有选择文件。');
  return { documents, asked: readAsked(form.get(ASKED)) };
}

const INCOMPLETE = '收到的请求不完整，请重新打开这个页面，再选一次文件。';
const TOO_LARGE = `选的文件一共超过${String(MOST_BYTES / 1024 / 1024)} MiB，不予读取。请分几次导入，并确认没有选错文件。`;

async function formOf(body: Buffer<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'Content-Type': type } }).formData();
  } catch {
    throw new RefusedRequest(400, INCOMPLETE);
  }
}

function readAsked(text: FormDataEntryValue | null): AskedImport {
  let value: unknown;
  try {
    value = JSON.parse(typeof text === 'string' ? text : '');
  } catch {
    throw new RefusedRequest(400, INCOMPLETE);
  }
  const asked = ASKED_SCHEMA.safeParse(value);
  if (!asked.success) throw new RefusedRequest(400, INCOMPLETE);
  const { year, unit, name, ...rest } = asked.data;
  return { ...rest, ...(year && { year }), ...(unit && { unit }), ...(name && { name }) };
}

/** The body of a request. What is too large is refused as soon as that is known, and nothing more of it is kept. */
function readBytes(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  // Beside the documents stand their names and what was said.
  const most = MOST_BYTES + 1024 * 1024;
  if (Number(request.headers['content-length'] ?? 0) > most) throw new RefusedRequest(413, TOO_LARGE);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= most) parts.push(part);
      else {
        request.removeAllListeners('data');
        reject(new RefusedRequest(413, TOO_LARGE));
      }
    });
    request.once('end', () => {
      resolve(Buffer.concat(parts));
    });
    // The page was closed, or the connection was lost.
    for (const event of ['error', 'close']) {
      request.once(event, () => {
        reject(new RefusedRequest(400, INCOMPLETE));
      });
    }
  });
}

/** A document's name, which becomes that of a file in `sources/`: no way to another folder, no hidden file. */
function safeName(given: string): string {
  const name = given.split(/[\\/]/).at(-1) ?? '';
  if (/^(?:\.|$)|^~\$|[\p{Cc}:*?"<>|]/u.test(name))
    throw new RefusedRequest(422, `文件名“${name}”不能用作内容里的文件名，请改名后再选。`);
  return name;
}
