import type { IncomingMessage } from 'node:http';
import { OWN_HEADER } from './message.ts';
import { RefusedRequest } from './refused-request.ts';

/** How a browser of this machine names it. */
const LOCAL = ['127.0.0.1', 'localhost', '[::1]'];

const refusal = (port: string) =>
  new RefusedRequest(403, `这个页面只供在本机使用，请用终端里打印的网址（127.0.0.1:${port}）打开。`);

/**
 * Lets pass what asks for this machine by its own name, at whichever port it is reached: another site can lead a name of its
 * own here, to read what is served.
 *
 * @throws RefusedRequest
 */
export function guardHost({ headers: { host = '' }, socket }: IncomingMessage): void {
  if (!LOCAL.includes(host.replace(/:\d+$/, ''))) throw refusal(String(socket.localPort));
}

/**
 * Lets pass what comes from this machine and, where it asks for something to be done, from the page itself. Another
 * site that is open in the same browser can send requests here too, also under a name that it has led to this machine.
 *
 * @throws RefusedRequest
 */
export function guardRequest({ headers, method, socket }: IncomingMessage): void {
  const { host = '', origin } = headers;
  const port = String(socket.localPort);
  const hosts = LOCAL.flatMap((name) => [`${name}:${port}`, ...(port === '80' ? [name] : [])]);
  const isHere = /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
  if (!isHere || !hosts.includes(host)) throw refusal(port);
  if (method !== 'POST') return;
  if (origin !== `http://${host}` || headers[OWN_HEADER.toLowerCase()] === undefined)
    throw new RefusedRequest(403, '这个请求不是从本机的导入页面发出的，没有做任何事。');
}
