import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Connect } from 'vite';
import { dataFiles, type DataPlace } from '../../open-data/data-files.ts';
import { reportFault } from '../../files/user-error.ts';
import type { LiveContent } from './live-content.ts';

/** Answers requests for files of the open data, which a build writes, from the content as it is now. */
export function answerData(live: LiveContent, place: DataPlace): Connect.NextHandleFunction {
  return (request, response, next) => {
    const [path = ''] = (request.url ?? '').split(/[?#]/);
    const { published } = live.state();
    const file =
      published !== undefined && /\.\w+$/.test(path) && path.startsWith(place.base)
        ? find(dataFiles(published, place), path.slice(place.base.length))
        : undefined;
    if (file === undefined) {
      next();
      return;
    }
    response.setHeader('Content-Type', file.mediaType);
    pipeline(Readable.from(file.write()), response).catch(reportFault);
  };
}

function find<File extends { readonly path: string }>(files: Iterable<File>, path: string): File | undefined {
  for (const file of files) if (file.path === path) return file;
  return undefined;
}
