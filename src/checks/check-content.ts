import { sortFindings, type Finding, type Severity, type Unjudged } from '../files/finding.ts';
import { entriesOf, type Content, type DepartmentFolder } from '../files/read-content.ts';
import type { ProjectEntry } from '../files/read-project.ts';
import { projectSchema } from '../files/schema.ts';
import { isTextAt } from '../files/json-schema.ts';
import { formatPath, type ValuePath } from '../files/value-path.ts';
import { keyAt, nearestRange, treeAt, valuesIn, type YamlTree } from '../files/yaml-tree.ts';
import { LABELS as L } from '../model/terms.ts';
import type { DepartmentRemarks, ProjectFile, Remark, Rule } from './rule.ts';
import { RULES } from './rules.ts';

/** What checking comes to: what was found, sorted, and what could not be judged. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly unjudged: readonly Unjudged[];
}

/** Everything that is to be said of the content: what the reader found and what the rules find, sorted. */
export function checkContent(content: Content, rules: readonly Rule[] = RULES): readonly Finding[] {
  return judgeContent(content, rules).findings;
}

/** What is to be said of the content, and of which projects a rule could not judge. */
export function judgeContent(content: Content, rules: readonly Rule[] = RULES): Judgement {
  const parts = [
    ...content.departments.flatMap(({ projects }) => projects.map((entry) => checkProject(entry, rules))),
    ...content.departments.flatMap(({ withdrawn, earlier }) =>
      [...withdrawn, ...earlier.flatMap(({ projects }) => projects)].map((entry) =>
        errorsAlone(checkProject(entry, rules)),
      ),
    ),
    ...content.departments.map((folder) => ({ findings: checkFolder(folder, rules), unjudged: [] })),
    checkAcross(content, rules),
  ];
  return {
    findings: sortFindings([...content.findings, ...parts.flatMap(({ findings }) => findings)]),
    unjudged: parts.flatMap(({ unjudged }) => unjudged),
  };
}

/** What is said of a project that no longer counts: nothing can be done with advice on it any more. */
const errorsAlone = ({ findings }: Judgement): Judgement => ({
  findings: findings.filter(({ severity }) => severity === 'error'),
  unjudged: [],
});

/** What the rules find in all content together. */
function checkAcross(content: Content, rules: readonly Rule[]): Judgement {
  const findings: Finding[] = [];
  const unjudged: Unjudged[] = [];
  for (const rule of rules) {
    rule.checkContent?.(
      content,
      (entry, path, remark) => {
        const { file, tree } = entry;
        findings.push(
          'project' in entry
            ? findingOn(entry, rule, path, remark)
            : { file, range: rangeOf(tree, path), severity: rule.severity, rule: rule.id, ...remark },
        );
      },
      ({ project }, reason) => unjudged.push({ rule: rule.id, project, reason }),
    );
  }
  return { findings, unjudged };
}

function checkFolder(folder: DepartmentFolder, rules: readonly Rule[]): readonly Finding[] {
  const findings: Finding[] = [];
  const file = folder.entry?.file ?? { path: folder.path, text: '' };
  const onProject =
    (rule: Rule, projects: readonly ProjectEntry[]): DepartmentRemarks['onProject'] =>
    (place, path, remark) => {
      const entry = projects[place];
      if (entry !== undefined) findings.push(findingOn(entry, rule, path, remark));
    };
  for (const rule of rules) {
    // What would be an error of a project that counts is one of any other file too.
    const isError = rule.severity === 'error';
    const projects = isError ? entriesOf(folder) : folder.projects;
    const onDepartment: DepartmentRemarks['onDepartment'] = (path, remark) => {
      const tree = folder.entry?.tree;
      const range = tree === undefined ? { start: 0, end: 0 } : rangeOf(tree, path);
      findings.push({ file, range, severity: rule.severity, rule: rule.id, ...remark });
    };
    rule.checkDepartment?.({ ...folder, projects }, { onDepartment, onProject: onProject(rule, projects) });
    for (const versions of isError ? folder.earlier : []) {
      rule.checkDepartment?.(
        { ...folder, ...versions },
        { onDepartment: () => undefined, onProject: onProject(rule, versions.projects) },
      );
    }
  }
  return findings;
}

/** A project that was not read anew, as in the dev server after another file was saved, is not checked anew. */
const checked = new WeakMap<ProjectEntry, Judgement & { readonly rules: readonly Rule[] }>();

/** What the rules say of one project alone; that depends on nothing but its file. */
function checkProject(entry: ProjectEntry, rules: readonly Rule[]): Judgement {
  const known = checked.get(entry);
  if (known?.rules === rules) return known;
  const { project } = entry;
  const findings: Finding[] = [];
  const unjudged = new Map<string, Unjudged>();
  const file = fileOf(entry);
  for (const rule of rules) {
    rule.checkProject?.(
      project,
      (path, remark) => findings.push(findingOn(entry, rule, path, remark)),
      file,
      // Once a project and reason, however many of its rows it is said of.
      (reason) => unjudged.set(`${rule.id} ${reason}`, { rule: rule.id, project, reason }),
    );
  }
  const judgement = { rules, findings, unjudged: [...unjudged.values()] };
  checked.set(entry, judgement);
  return judgement;
}

/**
 * A rule's remark on a project as a finding. Where 核对说明 explains exactly this value, the finding carries
 * the explanation; what is an error only until it is confirmed is a warning then.
 */
function findingOn(
  { project, file, tree }: ProjectEntry,
  rule: Rule,
  path: ValuePath,
  remark: Remark,
): Finding {
  const location = formatPath(path);
  const answer = project.explanations.find(
    (explanation) => explanation.location === location && explanation.original === (remark.value ?? ''),
  );
  const own = remark.severity ?? rule.severity;
  const severity: Severity = answer !== undefined && rule.confirmable === true ? 'warning' : own;
  const subject = { project, location };
  const finding = { ...remark, file, range: rangeOf(tree, path), severity, rule: rule.id, subject };
  return answer === undefined || severity === 'error' ? finding : { ...finding, explanation: answer.text };
}

/** Parts of which each form has keys of its own. */
const OWN_KEYS: ReadonlySet<string | number> = new Set([L.disbursementPlan, L.additional]);

function fileOf({ tree }: ProjectEntry): ProjectFile {
  return {
    texts: () =>
      valuesIn(tree).flatMap(({ path, node }) => (node.type === 'text' ? [{ path, text: node.text }] : [])),
    textAt: (path) => {
      const node = treeAt(tree, path);
      if (node?.type === 'text' && isTextAt(projectSchema, path)) return node.text;
      // A key that is left out means a blank, but a place past the end of a list means nothing, nor does a month-end
      // that the form does not have or a label of its own.
      const parent = path.slice(0, -1);
      const isOwn = parent.some((step) => OWN_KEYS.has(step));
      const isKey =
        typeof path.at(-1) === 'string' && !isOwn && !parent.some((step) => typeof step === 'number');
      return node === undefined && isKey && isTextAt(projectSchema, path) ? '' : undefined;
    },
  };
}

/** The range of a value; of its key where the value is blank; of what is nearest where it is left out. */
function rangeOf(tree: YamlTree, path: ValuePath) {
  const node = treeAt(tree, path);
  const blank = node?.range.start === node?.range.end;
  return (blank ? keyAt(tree, path) : undefined) ?? nearestRange(tree, path);
}
