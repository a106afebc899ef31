import type { Rule } from './rule.ts';
import { adjustmentDate } from './rules/adjustment-date.ts';
import { adjustmentVersions } from './rules/adjustment-versions.ts';
import { areasUnknown } from './rules/areas-unknown.ts';
import { areasUnused } from './rules/areas-unused.ts';
import { changeUnexplained } from './rules/change-unexplained.ts';
import { codeCheck } from './rules/code-check.ts';
import { codeElsewhere } from './rules/code-elsewhere.ts';
import { codeYear } from './rules/code-year.ts';
import { costBudget } from './rules/cost-budget.ts';
import { departmentMismatch } from './rules/department-mismatch.ts';
import { departmentMissing } from './rules/department-missing.ts';
import { endedProject } from './rules/ended-project.ts';
import { everydayWordsUnused } from './rules/everyday-words-unused.ts';
import { explanationTarget } from './rules/explanation-target.ts';
import { indicatorDuplicate } from './rules/indicator-duplicate.ts';
import { indicatorLevel } from './rules/indicator-level.ts';
import { indicatorMissing } from './rules/indicator-missing.ts';
import { moneyFormat } from './rules/money-format.ts';
import { moneySum } from './rules/money-sum.ts';
import { movedTaken } from './rules/moved-taken.ts';
import { movedTarget } from './rules/moved-target.ts';
import { planEnd } from './rules/plan-end.ts';
import { planFormat } from './rules/plan-format.ts';
import { planGap } from './rules/plan-gap.ts';
import { planOrder } from './rules/plan-order.ts';
import { planRange } from './rules/plan-range.ts';
import { previousMissing } from './rules/previous-missing.ts';
import { projectCode } from './rules/project-code.ts';
import { projectDuplicate } from './rules/project-duplicate.ts';
import { projectFileName } from './rules/project-file-name.ts';
import { projectSequence } from './rules/project-sequence.ts';
import { resultChangedTarget } from './rules/result-changed-target.ts';
import { resultExecution } from './rules/result-execution.ts';
import { resultFile } from './rules/result-file.ts';
import { resultFormat } from './rules/result-format.ts';
import { resultMissed } from './rules/result-missed.ts';
import { resultMissing } from './rules/result-missing.ts';
import { resultScore } from './rules/result-score.ts';
import { resultTarget } from './rules/result-target.ts';
import { projectSequenceGap } from './rules/project-sequence-gap.ts';
import { siteContact } from './rules/site-contact.ts';
import { siteSecurity } from './rules/site-security.ts';
import { targetConflict } from './rules/target-conflict.ts';
import { targetMalformed } from './rules/target-malformed.ts';
import { targetNoNumber } from './rules/target-no-number.ts';
import { targetRange } from './rules/target-range.ts';
import { targetUnit } from './rules/target-unit.ts';
import { textFiller } from './rules/text-filler.ts';
import { textInvisible } from './rules/text-invisible.ts';
import { textNumbering } from './rules/text-numbering.ts';
import { textPersonalData } from './rules/text-personal-data.ts';
import { textPlaceholder } from './rules/text-placeholder.ts';
import { textRepeated } from './rules/text-repeated.ts';

/** All rules on content. A new rule is a file in `rules/`, its test, and a line here. */
export const RULES: readonly Rule[] = [
  departmentMissing,
  departmentMismatch,
  adjustmentDate,
  adjustmentVersions,
  projectCode,
  projectFileName,
  projectDuplicate,
  projectSequence,
  projectSequenceGap,
  codeCheck,
  codeYear,
  codeElsewhere,
  previousMissing,
  changeUnexplained,
  endedProject,
  moneyFormat,
  moneySum,
  planFormat,
  planRange,
  planOrder,
  planGap,
  planEnd,
  textPlaceholder,
  textRepeated,
  textNumbering,
  textFiller,
  textInvisible,
  textPersonalData,
  indicatorLevel,
  indicatorMissing,
  indicatorDuplicate,
  targetNoNumber,
  targetMalformed,
  targetRange,
  targetConflict,
  targetUnit,
  costBudget,
  resultTarget,
  resultFile,
  resultFormat,
  resultChangedTarget,
  resultMissing,
  resultMissed,
  resultExecution,
  resultScore,
  explanationTarget,
  everydayWordsUnused,
  areasUnknown,
  areasUnused,
  movedTarget,
  movedTaken,
  siteContact,
  siteSecurity,
];
