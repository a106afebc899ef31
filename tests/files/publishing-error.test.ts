import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toPublishingError } from '../../src/files/publishing-error.ts';
import { PublishingError } from '../../src/files/user-error.ts';

describe('toPublishingError', () => {
  it('says what a full disk means, and where', () => {
    const error = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      path: '/x/a',
    });
    expect(toPublishingError(error, 'dist')).toEqual(
      new PublishingError('写不进“/x/a”：磁盘已满，请腾出空间后重新运行（ENOSPC）。'),
    );
  });

  it('finds the cause in what a tool made of it', () => {
    const wrapped = new Error('[vite]: could not write', { cause: new Error('EACCES: permission denied') });
    expect(toPublishingError(wrapped, 'dist')).toHaveProperty(
      'message',
      expect.stringContaining('写不进“dist”：没有权限'),
    );
  });

  it('leaves faults of the program as they are', () => {
    const fault = new TypeError('x is not a function');
    expect(toPublishingError(fault, 'dist')).toBe(fault);
  });

  it('finds it in the texts of tools that are no JavaScript', () => {
    const error = new Error('Failed to write file\nCaused by:\n    No space left on device (os error 28)');
    expect(toPublishingError(error, '.astro/build-1')).toHaveProperty(
      'message',
      expect.stringContaining('写不进“.astro/build-1”：磁盘已满'),
    );
  });

  it('does not call what could not be read a place that could not be written to', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mingzhang-error-'));
    const messageOf = (act: () => unknown) => {
      try {
        act();
      } catch (error) {
        return String(toPublishingError(error, 'dist'));
      }
      throw new Error('nothing was wrong');
    };
    const missing = join(folder, 'a.yaml');
    for (const act of [() => readFileSync(missing), () => readdirSync(missing), () => statSync(missing)])
      expect(messageOf(act)).toContain(`读不出“${missing}”：它不在了`);
    expect(messageOf(() => readFileSync(folder))).toContain('这里是一个文件夹');
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(messageOf(() => mkdirSync(join(file, 'a'), { recursive: true }))).toContain(
      `写不进“${join(file, 'a')}”`,
    );
    expect(
      messageOf(() => {
        writeFileSync(join(folder, 'none', 'a'), '');
      }),
    ).toContain('路径不存在');
    rmSync(folder, { recursive: true });
  });
});
