import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/checks/check-content.ts';
import type { Rule } from '../../../src/checks/rule.ts';
import { areasUnknown } from '../../../src/checks/rules/areas-unknown.ts';
import { areasUnused } from '../../../src/checks/rules/areas-unused.ts';
import { readAreas } from '../../../src/files/read-areas.ts';
import { readContent } from '../../../src/files/read-content.ts';
import type { Project } from '../../../src/model/project.ts';
import { contentWith } from '../../setup/remarks.ts';
import { sampleProject } from '../../setup/sample.ts';

const AREAS = '- 领域: 虚构卫生健康\n  词: [疫苗]\n- 领域: 虚构社会保障\n  词: [养老]\n';

function find(rule: Rule, projects: readonly Project[], text?: string) {
  const content = contentWith(projects);
  const areas =
    text === undefined
      ? undefined
      : readAreas({ path: 'areas.yaml', text }, ({ message }) => {
          throw new Error(message);
        });
  const site = { ...content.site, areas: areas?.areas ?? [] };
  return checkContent({ ...content, site, areas }, [rule]);
}

describe('an area that a project names', () => {
  const inArea = (area: string, text?: string) => find(areasUnknown, [sampleProject({ area })], text);

  it.each(['虚构卫生健康', '虚构社会保障', '其他', ''])('may be one that is listed: %j', (area) => {
    expect(inArea(area, AREAS)).toEqual([]);
  });

  it.each([
    ['虚构卫生', '是不是“虚构卫生健康”？'],
    ['虚构社会保险', '是不是“虚构社会保障”？'],
    ['天文', '可以写的有：虚构卫生健康、虚构社会保障、其他。'],
    ['国'.repeat(20_000), '可以写的有：虚构卫生健康、虚构社会保障、其他。'],
  ])('is an error where it is not', (area, hint) => {
    const [finding] = inArea(area, AREAS);
    expect(finding).toMatchObject({ severity: 'error', value: area, hint });
    expect(finding?.file.text.slice(finding.range.start, finding.range.end)).toBe(area);
  });

  it('says nothing on a site without areas', () => {
    expect(inArea('虚构卫生')).toEqual([]);
  });
});

describe('a word of an area', () => {
  const [vaccine, pension] = [sampleProject({ name: '虚构疫苗' }), sampleProject({ name: '虚构养老疫苗' })];
  const said = (projects: readonly Project[], text: string) =>
    find(areasUnused, projects, text).map(({ severity, value, message }) => [severity, value, message]);

  it('that stands in no name is told', () => {
    expect(said([vaccine], AREAS)).toEqual([['information', '养老', '没有哪个项目的名称里有“养老”。']]);
  });

  it('that always comes after one of another area is told, with the one before', () => {
    expect(said([pension], AREAS)).toEqual([
      ['information', '养老', '名称里有“养老”的项目，都先按“疫苗”归入了别的领域，例如“虚构卫生健康”。'],
    ]);
  });

  it('that comes after one of its own area is none to speak of', () => {
    expect(said([vaccine], '- 领域: 虚构卫生健康\n  词: [疫苗, 虚构疫苗]\n')).toEqual([]);
  });

  it('is used throughout in the published list', async () => {
    const content = await readContent('content');
    expect(content.areas?.areas.length).toBeGreaterThan(3);
    expect(checkContent({ ...content, findings: [] }, [areasUnknown, areasUnused])).toEqual([]);
  });
});
