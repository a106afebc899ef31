import { describe, expect, it } from 'vitest';
import { PublishingError, toPublishingError } from '../../src/files/publishing-error.ts';

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
});
