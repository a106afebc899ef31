import { readFileSync } from 'node:fs';
import { labelWords } from '../../src/documents/forms/labels.ts';
import { readForms } from '../../src/documents/forms/read-forms.ts';
import { splitGoals } from '../../src/model/goals.ts';
import { readBody } from '../../src/documents/open/open-document.ts';
import type { Additional } from '../../src/model/stated.ts';

export const DOCUMENTS = 'tests/fixtures/documents';

const pairs = (all: readonly Additional[]) => Object.fromEntries(all.map(({ label, text }) => [label, text]));

/** What the program reads in a document, in the form in which the right results beside the fixtures are written. */
export function readAsGold(fileName: string) {
  const words = labelWords();
  const { records } = readForms(readBody(readFileSync(`${DOCUMENTS}/${fileName}`), fileName, words), words);
  const [first] = records;
  return {
    year: first?.year,
    departmentCode: first?.department?.code ?? null,
    departmentName: first?.department?.name,
    unit: first?.unit,
    projects: records.map((record, index) => ({
      ...{ n: index + 1, code: record.code || null, name: record.name, use: record.purpose },
      ...{ budget: record.budget.total, fiscal: record.budget.fiscal },
      ...{ carried: record.budget.carriedOver, other: record.budget.other },
      plan: Object.fromEntries(record.plan.map(({ period, text }) => [period, text])),
      goals: splitGoals(record.goals ?? ''),
      rows: record.rows.map(({ category, texts }) => ({
        ...{ l1: category, l2: texts.kind, l3: texts.name, desc: texts.description, value: texts.target },
        ...{ basis: texts.basis, weight: texts.weight ?? '' },
        ...(texts.additional === undefined ? {} : { extra: pairs(texts.additional) }),
      })),
      extra: pairs(record.additional),
    })),
  };
}
