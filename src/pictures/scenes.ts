import type { TerminalPart } from './draw-terminal.ts';
import { fileOf, MISTAKEN, ODD, openPracticeFolder, type PracticeFolder } from './practice-folder.ts';

/** What the guide shows of the terminal: the picture's name, and what is done. */
export interface Scene {
  readonly name: string;
  readonly play: (folder: PracticeFolder) => readonly TerminalPart[];
}

/** The line with a full-width colon that the guide has made by mistake, and the right one. */
const [RIGHT, WRONG] = ['预算数: ', '预算数：'];

/** The answer to 750000% that the guide gives. */
export const EXPLANATION = `核对说明:
  - 位置: 资金支出计划.10月底
    原文: 750000%
    说明: 疑为“75%”，按原文公开。
`;

/** Adds the explanation as the guide says: at the end of the file. */
export function explain(folder: PracticeFolder): void {
  folder.append(fileOf(ODD), EXPLANATION);
}

/** Runs a command of the project as typed; npm's own lines before its output are left out. */
function npm(folder: PracticeFolder, command: string, script: string, ...args: readonly string[]) {
  return [{ command }, { output: folder.run(process.execPath, `scripts/${script}.ts`, ...args) }];
}

const commit = (folder: PracticeFolder, message: string): readonly TerminalPart[] => [
  { command: 'git add content' },
  { output: folder.run('git', 'add', 'content') },
  { command: `git commit -m "${message}"` },
  { output: folder.run('git', 'commit', '-m', message) },
];

export const SCENES: readonly Scene[] = [
  {
    name: 'check-error',
    play(folder) {
      folder.change(fileOf(MISTAKEN), RIGHT, WRONG);
      return npm(folder, 'npm run check', 'check');
    },
  },
  {
    name: 'check-explained',
    play(folder) {
      explain(folder);
      return npm(folder, 'npm run check', 'check');
    },
  },
  {
    name: 'new',
    play(folder) {
      const name = '基层就业服务站运行经费';
      const args = ['--year', '2022', '--department', '313001', '--name', name];
      return npm(folder, `npm run new -- ${args.join(' ')}`, 'new', ...args);
    },
  },
  {
    name: 'commit-refused',
    play(folder) {
      folder.change(fileOf(MISTAKEN), RIGHT, WRONG);
      return commit(folder, '更正职称评定费的预算数');
    },
  },
  {
    name: 'commit-done',
    play(folder) {
      explain(folder);
      return commit(folder, '说明10月底的支出计划');
    },
  },
];

/** Plays a scene in a practice folder of its own. Every run prints the same. */
export function playScene(scene: Scene, root: string): readonly TerminalPart[] {
  const folder = openPracticeFolder(root);
  try {
    return scene.play(folder).filter((part) => 'command' in part || part.output.trim() !== '');
  } finally {
    folder.remove();
  }
}
