import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { printPage } from '../../src/pdf/print-book.ts';
import { PublishingError } from '../../src/files/user-error.ts';

describe('printing', () => {
  it('says where to look for room when the browser cannot write its PDF, in a sentence', async () => {
    const pdf = () => Promise.reject(new Error('page.pdf: Protocol error (IO.read): Read failed\nCall log:'));
    const error = await printPage({ pdf }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PublishingError);
    expect(String(error)).toContain(
      `（page.pdf: Protocol error (IO.read): Read failed）。请检查临时文件夹“${tmpdir()}”还有没有空间`,
    );
  });
});
