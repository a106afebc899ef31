/**
 * A text file as text: by its byte order mark, as UTF-8 where it is that, and otherwise as GB 18030, in which Chinese
 * programs save and which holds GBK and GB 2312.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The page of HTML in a file of several parts (MHTML), as Word's “单个文件网页” is saved. */
export function htmlPart(text: string): string | undefined {
  const [, boundary] = /^content-type:[^\n]*(?:\n[ \t][^\n]*)*boundary="?([^"\n;]+)"?/im.exec(text) ?? [];
  const parts = boundary === undefined ? [text] : text.split(`--${boundary}`);
  for (const part of parts) {
    const [, head = '', body = ''] = /^\s*([\s\S]*?)\n\n([\s\S]*)$/.exec(part.replace(/\r\n?/g, '\n')) ?? [];
    if (!/^content-type:\s*text\/html/im.test(head)) continue;
    const [, encoding = ''] = /^content-transfer-encoding:\s*(\S+)/im.exec(head) ?? [];
    const [, charset] = /charset="?([\w-]+)/i.exec(head) ?? [];
    const bytes = transferred(body, encoding.toLowerCase());
    return charset !== undefined && /^(?:gb|utf-?16)/i.test(charset)
      ? new TextDecoder(/^gb/i.test(charset) ? 'gb18030' : charset).decode(bytes)
      : decodeText(bytes);
  }
  return undefined;
}

function transferred(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body.replace(/=[ \t]*\n/g, '');
  return Buffer.from(
    plain.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
}
