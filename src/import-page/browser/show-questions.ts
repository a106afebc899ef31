import { element } from '../../components/element.ts';
import { MONEY_UNITS, type MoneyUnit } from '../../model/money-unit.ts';
import type { AskedImport, RefusedImport } from '../message.ts';

export type Answers = Pick<AskedImport, 'year' | 'unit' | 'name' | 'codes'>;

/** Shows a field for each question, filled in where it was answered before. */
export function showQuestions(
  place: HTMLElement,
  questions: RefusedImport['questions'],
  { year, unit, name: named, codes }: Answers,
): void {
  const asks = (about: string) => questions.some((question) => question.about === about);
  const names = questions.flatMap((one) => (one.about === 'department' ? [one.department ?? ''] : []));
  const fields: HTMLElement[] = [];
  if (asks('year') || year !== undefined) {
    const input = element('input', {
      name: 'year',
      inputMode: 'numeric',
      pattern: '199[0-9]|2[0-9]{3}',
      required: true,
    });
    input.value = String(year ?? '');
    fields.push(fieldOf('预算年度，例如2026', input));
  }
  if (asks('name') || named !== undefined) {
    const input = element('input', { name: 'department', maxLength: 100, required: true });
    input.value = named ?? '';
    fields.push(fieldOf('部门名称，例如示例县示例局', input));
  }
  for (const name of new Set([...Object.keys(codes), ...names])) {
    const input = element('input', { name: 'code', pattern: '[0-9A-Za-z]{3,20}', required: true });
    input.dataset.department = name;
    input.value = codes[name] ?? '';
    fields.push(fieldOf(`${name === '' ? '' : `“${name}”的`}部门编码，例如313001`, input));
  }
  if (asks('unit') || unit !== undefined) {
    const options = MONEY_UNITS.map((one) => element('option', { selected: one === unit }, one));
    const select = element(
      'select',
      { name: 'unit', required: true },
      element('option', { value: '' }, '请选择'),
    );
    select.append(...options);
    fields.push(fieldOf('文件里的金额单位', select));
  }
  place.replaceChildren(...fields);
}

function fieldOf(label: string, input: HTMLInputElement | HTMLSelectElement): HTMLElement {
  input.id = `answer-${label}`;
  return element('p', {}, element('label', { htmlFor: input.id }, label), input);
}

/** What was filled in. */
export function readAnswers(place: HTMLElement): Answers {
  const valueOf = (name: string) =>
    place.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)?.value.trim() ?? '';
  const [year, unit, name] = [valueOf('year'), valueOf('unit'), valueOf('department')];
  const codes = [...place.querySelectorAll<HTMLInputElement>('[name=code]')]
    .map(({ dataset, value }) => [dataset.department ?? '', value.trim()] as const)
    .filter(([, code]) => code !== '');
  return {
    ...(year !== '' && { year: Number(year) }),
    ...(isUnit(unit) && { unit }),
    ...(name !== '' && { name }),
    codes: Object.fromEntries(codes),
  };
}

const isUnit = (text: string): text is MoneyUnit => MONEY_UNITS.some((unit) => unit === text);
