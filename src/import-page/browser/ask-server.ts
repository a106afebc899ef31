import { ASKED, DOCUMENTS, OWN_HEADER } from '../message.ts';
import type { Action, AskedImport, PublishAnswer, RefusedImport } from '../message.ts';

/** What the server did not do, and why. */
export class Refusal extends Error {
  readonly questions: RefusedImport['questions'];

  constructor({ message, questions }: RefusedImport) {
    super(message);
    this.questions = questions;
  }
}

/** Asks the server for something about the documents. Throws a Refusal. */
export async function askServer(
  action: Action,
  documents: readonly File[],
  asked: AskedImport,
): Promise<Response> {
  const form = new FormData();
  form.append(ASKED, JSON.stringify(asked));
  for (const document of documents) form.append(DOCUMENTS, document);
  return await post(action, form);
}

/** Has the site built anew; gives whether it was. Throws a Refusal. */
export async function askToPublish(): Promise<boolean> {
  const answer = (await (await post('publish')).json()) as PublishAnswer;
  return answer.published;
}

/** Says that the page is left, and the preview with it. */
export function sayLeft(): void {
  send('leave', undefined, true).catch(() => undefined);
}

async function post(action: Action | 'publish', body?: FormData): Promise<Response> {
  const response = await send(action, body);
  if (response.ok) return response;
  throw new Refusal((await response.json()) as RefusedImport);
}

async function send(action: string, body: FormData | undefined, keepalive = false): Promise<Response> {
  try {
    return await fetch(action, {
      method: 'POST',
      headers: { [OWN_HEADER]: '1' },
      keepalive,
      ...(body && { body }),
    });
  } catch {
    // The same sentence for a document that was moved since it was chosen: the browser tells both alike.
    const message =
      '连不上本机的程序，或选好的文件已经改名、移动。请看终端里的程序是否还在运行，再选一次文件。';
    throw new Refusal({ message, questions: [] });
  }
}
