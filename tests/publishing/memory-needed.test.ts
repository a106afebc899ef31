import { describe, expect, it } from 'vitest';
import { memoryWarning, processesInMemory } from '../../src/publishing/memory-needed.ts';

const GB = 2 ** 30;

describe('the memory of a large site', () => {
  it('is warned of where Node.js may not take as much, with what to set', () => {
    expect(memoryWarning(100_000, false, { allowed: 4 * GB, memory: 64 * GB })).toBe(
      '有100,000个内容文件，大约需要 4.5 GB 内存，而 Node.js 只准用 4.0 GB，可能很慢，或者中途停下（原来的网站不变）。请设置环境变量 NODE_OPTIONS=--max-old-space-size=5120 再运行。',
    );
  });

  it('is warned of where the machine has less', () => {
    expect(memoryWarning(100_000, false, { allowed: 8 * GB, memory: 16 * GB })).toBe(
      '有100,000个内容文件，大约需要 20.2 GB 内存，而这台机器有 16.0 GB，可能很慢，或者中途停下（原来的网站不变）。请换一台内存大的机器。',
    );
  });

  it('is not spoken of where there is enough, as for a part, for which no index is made', () => {
    expect(memoryWarning(100_000, true, { allowed: 8 * GB, memory: 16 * GB })).toBeUndefined();
    expect(memoryWarning(100_000, false, { allowed: 6 * GB, memory: 24 * GB })).toBeUndefined();
    expect(memoryWarning(10_000, false, { allowed: 2 * GB, memory: 4 * GB })).toBeUndefined();
  });

  it('is not taken by more processes than the machine has room for, and by one in any case', () => {
    expect(processesInMemory(40, 2 * GB)).toBeGreaterThan(4);
    expect(processesInMemory(100_000, 64 * GB)).toBeGreaterThan(4);
    expect(processesInMemory(100_000, 24 * GB)).toBe(1);
    expect(processesInMemory(1_000_000, 16 * GB)).toBe(1);
  });
});
