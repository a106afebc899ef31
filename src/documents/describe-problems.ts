import type { Problem } from './form-document.ts';

/** How many places of one kind are told in full, and of how many others the lines are named. */
const [MOST_TOLD, MOST_LINES] = [3, 10];

/** What is to be said of lines of a document, by line; of one kind, different only in what it quotes, once with the count. */
export function describeProblems(path: string, problems: readonly Problem[]): readonly string[] {
  const kinds = new Map<string, Problem[]>();
  for (const problem of problems) {
    const kind = problem.message.replace(/“[^”]*”/g, '“”');
    const all = kinds.get(kind) ?? [];
    all.push(problem);
    kinds.set(kind, all);
  }
  return [...kinds.values()].flatMap((all) => {
    const messages = new Set(all.map(({ message }) => message));
    const told = all.slice(0, messages.size === 1 ? 1 : MOST_TOLD);
    const others = all.slice(told.length).map(({ line }) => line);
    const named = others.slice(0, MOST_LINES).join('、');
    return [
      ...told.map(({ line, message }) => `${path}:${String(line)} ${message}。`),
      ...(others.length === 0
        ? []
        : [
            `  同样的还有${String(others.length)}处：第${named}行${others.length > MOST_LINES ? '等' : ''}。`,
          ]),
    ];
  });
}
