import { describe, expect, it } from 'vitest';
import { memoryWarning, processesInMemory } from '../../src/publishing/memory-needed.ts';

const GB = 2 ** 30;

const memory = (heap: number, machine: number) => ({ heap: heap * GB, machine: machine * GB });

describe('the memory of a large site', () => {
  it('is warned of where Node.js may not take as much, with what to set', () => {
    expect(memoryWarning(100_000, false, memory(4, 64))).toBe(
      '有100,000个内容文件，内存可能不够，会很慢，或者中途停下（原来的网站不变）：Node.js 大约需要 4.5 GB，现在只准用 4.0 GB，请设置环境变量 NODE_OPTIONS=--max-old-space-size=5120 再运行。',
    );
  });

  it('is warned of where the machine has less, and both at once', () => {
    const little = '一共大约需要 20.5 GB，这台机器有 16.0 GB，请换一台内存大的机器';
    expect(memoryWarning(100_000, false, memory(8, 16))).toContain(`：${little}。`);
    expect(memoryWarning(100_000, false, memory(4, 16))).toContain(`：${little}；Node.js 大约需要`);
  });

  it('is not spoken of where there is enough, as for a part, for which no index is made', () => {
    expect(memoryWarning(100_000, true, memory(8, 16))).toBeUndefined();
    expect(memoryWarning(100_000, false, memory(6, 24))).toBeUndefined();
    expect(memoryWarning(10_000, false, memory(2, 4))).toBeUndefined();
  });

  it('is not taken by more processes than there is room for, and by one in any case', () => {
    expect(processesInMemory(1000, memory(2, 1))).toBe(1);
    expect(processesInMemory(1000, memory(2, 2))).toBe(3);
    expect(processesInMemory(10_000, memory(4, 8))).toBe(5);
    expect(processesInMemory(100_000, memory(6, 24))).toBe(1);
    expect(processesInMemory(100_000, memory(6, 64))).toBe(5);
    expect(processesInMemory(1_000_000, memory(6, 16))).toBe(1);
  });
});
