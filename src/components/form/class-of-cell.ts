import type { FormCellKind } from '../../model/form-layout.ts';

const CLASSES: Partial<Record<FormCellKind, string>> = {
  lines: 'lines',
  name: 'lines',
  amount: 'amount',
  share: 'share',
};

/** By which the style of the printed form knows a cell; those who print it write cells themselves, as there are many. */
export const classOfCell = (kind: FormCellKind): string | undefined => CLASSES[kind];
