import { PROJECTS } from '../open-data/tables/projects.ts';

/** How the tables are read with programs: short, and each run by a test. */
export interface Snippet {
  readonly title: string;
  /** The file that lies in the folder where it is run. */
  readonly file: string;
  /** Where the code goes. */
  readonly how: string;
  readonly code: string;
}

const headerOf = (name: string): string =>
  PROJECTS.columns.find((column) => column.name === name)?.header ?? name;
const YEAR = headerOf('year');
const AMOUNT = headerOf('totalWan');

/** Each adds up a year's budgets, because amounts of several years are no sum. The last is of where there is a database. */
export const SNIPPETS = {
  python: {
    title: 'Python，读CSV',
    file: 'projects.csv',
    how: '在那里用Python运行下面的代码',
    code: `import csv
from collections import defaultdict
from decimal import Decimal

totals = defaultdict(Decimal)
with open("projects.csv", encoding="utf-8-sig", newline="") as file:
    for row in csv.DictReader(file):
        totals[row["${YEAR}"]] += Decimal(row["${AMOUNT}"] or "0")
for year, total in totals.items():
    print(year, total)`,
  },
  pythonJson: {
    title: 'Python，读JSON',
    file: 'projects.json',
    how: '在那里用Python运行下面的代码',
    code: `import json
from collections import defaultdict
from decimal import Decimal

totals = defaultdict(Decimal)
with open("projects.json", encoding="utf-8") as file:
    for row in json.load(file):
        totals[row["year"]] += Decimal(row["totalWan"] or "0")
for year, total in totals.items():
    print(year, total)`,
  },
  r: {
    title: 'R',
    file: 'projects.csv',
    how: '在R里把它设为工作目录，运行下面的代码',
    code: `projects <- read.csv(
  "projects.csv", fileEncoding = "UTF-8-BOM",
  colClasses = "character", check.names = FALSE
)
amounts <- as.numeric(projects[["${AMOUNT}"]])
print(tapply(amounts, projects[["${YEAR}"]], sum, na.rm = TRUE))`,
  },
  sql: {
    title: 'SQL（sqlite3），读CSV',
    file: 'projects.csv',
    how: '在那里打开sqlite3，输入下面几行',
    code: `.import --csv projects.csv projects
SELECT "${YEAR}", round(sum("${AMOUNT}"), 6)
FROM projects GROUP BY "${YEAR}";`,
  },
  database: {
    title: 'SQL（sqlite3），查数据库',
    file: 'data.sqlite',
    how: '在那里运行sqlite3 data.sqlite，输入下面一行',
    code: 'SELECT year, sum(totalMicroYuan) / 1e10 FROM projects GROUP BY year;',
  },
} as const satisfies Readonly<Record<string, Snippet>>;
