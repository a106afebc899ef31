/**
 * The version of the data's format: a table, a column or a file that is new raises the number behind the point; one that
 * is renamed, removed or means another thing the number before it.
 */
export const FORMAT_VERSION = '1.1';

/** What changed with each version, latest first. */
export const FORMAT_CHANGES: readonly { readonly version: string; readonly text: string }[] = [
  {
    version: '1.1',
    text: '项目表多了“变动说明”一栏，部门表多了“结束项目”一栏：项目为什么新增、增减或结束。项目表、部门表多了“预算调整日期”，部门表多了“已撤销的项目”；撤销了的项目不在各表里。公开了绩效自评的项目，有完成的结果：新增“自评结果”表；“项目”表新增自评公开日期、全年预算数、全年执行数、执行率、自评总分、目标完成情况；单个项目的JSON新增adjustedOn、evaluation。',
  },
  {
    version: '1.0',
    text: '第一版：项目、绩效指标、资金支出计划、部门、数据说明、更正和核对说明六张表，有CSV、JSON、Excel工作簿和SQLite数据库。',
  },
];

/** What readers of the data can rely on. */
export const FORMAT_PROMISE =
  '数据格式有版本号。小数点后的数变大，是多了表、栏目或文件，原来的用法不受影响；小数点前的数变大，是有的表、栏目改了名称或含义，或者不再提供。';
