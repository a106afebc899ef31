import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { formatFindings } from '../../src/files/format-findings.ts';
import { readContent } from '../../src/files/read-content.ts';

describe('the findings in the content of 2022', () => {
  it('are those that were read one by one and found true', async () => {
    const findings = checkContent(await readContent('content')).filter(({ file }) =>
      file.path.includes('/2022/'),
    );
    // One by one, for `check` says an equal sentence once.
    const each = findings.map((finding) => formatFindings([finding], 'text').replace(/\n共.*\n$/, '\n'));
    await expect(each.join('')).toMatchFileSnapshot('golden/content-2022.txt');
  });
});
