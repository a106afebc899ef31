import type { Connect } from 'vite';

/** Vite opens files in the editor for whoever asks, also for a frame of another site. */
const OPENS_EDITOR = /__open-in-editor/i;

/** Refuses, in a sentence, what nobody who reads the site asks for. */
export const refuseRequests: Connect.NextHandleFunction = ({ url = '/' }, response, next) => {
  const [path = ''] = url.split('?');
  const reason = OPENS_EDITOR.test(path)
    ? '这里不打开编辑器。'
    : isDecodable(path)
      ? undefined
      : '没有这个页面：网址里的“%”后面应是两位十六进制数字，例如“%20”。';
  if (reason === undefined) next();
  else response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${reason}\n`);
};

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
