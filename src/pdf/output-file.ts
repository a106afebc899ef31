import { constants } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PublishingError } from '../files/publishing-error.ts';

/**
 * Refuses a file that cannot or must not be written, before anything is printed: a folder, a place without
 * permission, and any file that is there and no PDF, because it would be lost.
 */
export async function checkOutputFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) await checkFolder(file);
  else if (found.isDirectory()) throw refusal(file, '它是一个文件夹，请写到文件名为止');
  else {
    if (!(await isPdf(file))) throw refusal(file, '这里已有一个不是PDF的文件，写入会丢失它');
    await checkFolder(file);
  }
}

async function checkFolder(file: string): Promise<void> {
  const folder = dirname(file);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) throw refusal(file, `没有“${folder}”这个文件夹`);
  try {
    await access(folder, constants.W_OK);
  } catch {
    throw refusal(file, `没有写入“${folder}”的权限`);
  }
}

/** An empty file is lost without a loss. */
async function isPdf(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(5), 0, 5, 0);
    return bytesRead === 0 || buffer.toString('latin1') === '%PDF-';
  } finally {
    await handle.close();
  }
}

function refusal(file: string, reason: string): PublishingError {
  return new PublishingError(`不能写到“${file}”：${reason}。请用 --out 换一个文件。`);
}
