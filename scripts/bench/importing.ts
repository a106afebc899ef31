import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './frame.ts';
import { writeMadeUpDocuments } from './made-up-documents.ts';
import { timeOf } from './measure.ts';
import type { Measured, Row } from './report.ts';
import { startProcess, type EndedProcess } from './run-process.ts';

const PROJECTS = 1000;
const RUNS = 3;

/** What takes a document apart and does nothing with it, as scripts that get its path. */
const PEERS = {
  docx: `import { unzipSync } from 'fflate';
    import { Parser } from 'htmlparser2';
    let length = 0;
    const parser = new Parser({ ontext: (text) => { length += text.length; } }, { xmlMode: true });
    parser.end(new TextDecoder().decode(unzipSync(readFileSync(path))['word/document.xml']));`,
  xlsx: `import { read, utils } from '@e965/xlsx';
    const { Sheets } = read(readFileSync(path));
    for (const sheet of Object.values(Sheets)) utils.sheet_to_json(sheet, { header: 1 });`,
  html: `import { Parser } from 'htmlparser2';
    let length = 0;
    const parser = new Parser({ ontext: (text) => { length += text.length; } });
    parser.end(readFileSync(path, 'utf8'));`,
} as const;

export async function measureImporting({ folder, log }: Pick<Bench, 'folder' | 'log'>): Promise<Measured> {
  const directory = mkdtempSync(join(folder, 'import-'));
  log(`正在写出${String(PROJECTS)}个虚构项目的文件……`);
  const documents = writeMadeUpDocuments(directory, PROJECTS);
  const rows: Row[] = [];
  for (const [kind, { name, path }] of Object.entries(documents)) {
    log(`正在测量导入：${name}……`);
    const [reports, writes, peers]: [Run[], Run[], Run[]] = [[], [], []];
    for (let run = 0; run < RUNS; run += 1) {
      reports.push(await importOf(path, join(directory, 'none'), '--dry-run'));
      writes.push(await importOf(path, mkdtempSync(join(directory, 'content-')), '--yes'));
      if (kind in PEERS) peers.push(await runOf(peerOf(PEERS[kind as keyof typeof PEERS], path)));
    }
    const row = (what: string, unit: Row['unit'], own: readonly Run[], of: (run: Run) => number): Row => {
      const measured = peers.map(of).filter((value) => value > 0);
      return {
        what: `${name}：${what}`,
        unit,
        own: own.map(of),
        ...(measured.length > 0 && { peer: measured }),
      };
    };
    rows.push(
      row('只报告', 'ms', reports, ({ time }) => time),
      row('写入', 'ms', writes, ({ time }) => time),
      row('写入的处理器时间', 'ms', writes, ({ processor }) => processor),
      row('写入的内存', 'bytes', writes, ({ memory }) => memory),
    );
  }
  return {
    method: `在单独的进程里运行 mingzhang import，导入${String(PROJECTS)}个虚构项目，各${String(RUNS)}次，含读取、检查，写入的是空的内容文件夹；内存是进程的峰值。对照只拆开同一份文件，不认栏目、不检查：Word 是解压和 htmlparser2 的解析，Excel 是 SheetJS 读出各表，网页是 htmlparser2 的解析。`,
    rows,
  };
}

/** How long a process took, of the clock and of processors in milliseconds, and its most memory in bytes. */
interface Run extends Omit<EndedProcess, 'output' | 'parts'> {
  readonly time: number;
}

async function runOf(parameters: readonly string[]): Promise<Run> {
  let ended: EndedProcess | undefined;
  const time = await timeOf(async () => (ended = await startProcess(parameters).ended));
  return { time, memory: ended?.memory ?? 0, processor: ended?.processor ?? 0 };
}

const importOf = (path: string, content: string, ...options: readonly string[]) =>
  runOf(['src/cli/mingzhang.mjs', 'import', path, '--content', content, ...options]);

const peerOf = (script: string, path: string): readonly string[] => [
  '--input-type=module',
  '--eval',
  `import { readFileSync } from 'node:fs';\nconst path = ${JSON.stringify(path)};\n${script}`,
];
