import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { oneAtATime } from '../../src/publishing/one-at-a-time.ts';

it('what is done one at a time waits for what others do', async () => {
  const done: string[] = [];
  const work = (name: string) => async () => {
    done.push(`${name} begins`);
    await setTimeout(50);
    done.push(`${name} ends`);
  };
  await Promise.all(['a', 'b', 'c'].map((name) => oneAtATime(work(name))));
  const [first, second, third] = [0, 2, 4].map((at) => done[at]?.[0] ?? '');
  expect(done).toEqual([first, second, third].flatMap((name) => [`${name} begins`, `${name} ends`]));
  await expect(oneAtATime(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await oneAtATime(() => Promise.resolve(1))).toBe(1);
});

it('work that nobody waits for is refused in words while another does it; other work is not held up', async () => {
  const options = { name: 'one-at-a-time-test', busy: '另一个还没有完成。' };
  await oneAtATime(async () => {
    await expect(oneAtATime(() => Promise.resolve(1), options)).rejects.toThrow('另一个还没有完成。');
    expect(await oneAtATime(() => Promise.resolve(2))).toBe(2);
  }, options);
  expect(await oneAtATime(() => Promise.resolve(3), options)).toBe(3);
});

it('a killed process holds up nobody', async () => {
  const module = join(import.meta.dirname, '../../src/publishing/one-at-a-time.ts');
  const text = `const { oneAtATime } = await import(${JSON.stringify(module)});
    await oneAtATime(() => { console.log('taken'); return new Promise((resolve) => setTimeout(resolve, 600_000)); });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', text], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  let isFree = false;
  const own = oneAtATime(() => Promise.resolve((isFree = true)));
  await setTimeout(100);
  expect(isFree).toBe(false);
  child.kill('SIGKILL');
  await own;
  expect(isFree).toBe(true);
});
