import type { Problem } from './problem.ts';

/** How many places of one kind are told in full, and how many others are named. */
const [MOST_TOLD, MOST_NAMED] = [3, 10];

/** What is to be said of places of documents; of one kind, different only in what it quotes, once with the count. */
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
    const others = all
      .slice(told.length)
      .map((one) => (one.document === all[0]?.document ? one.origin : placeOf(one)));
    const named = others.slice(0, MOST_NAMED).join('、');
    return [
      ...told.map(
        ({ message, question, ...place }) =>
          `${placeOf({ document: path, ...place })}：${message}${question?.advice ?? ''}。`,
      ),
      ...(others.length === 0
        ? []
        : [`  同样的还有${String(others.length)}处：${named}${others.length > MOST_NAMED ? '等' : ''}。`]),
    ];
  });
}

/** A place in words: `甲.docx，第12行`. */
export function placeOf({ document = '', origin }: Pick<Problem, 'document' | 'origin'>): string {
  return [document, origin].filter(Boolean).join('，');
}
