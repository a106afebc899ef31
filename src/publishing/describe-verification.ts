import { printable, printableLine } from '../files/printable.ts';
import { few } from '../integration/seal-build.ts';
import { SOUND, type BuildVerification, type Difference, type FileState } from './verify-build.ts';

type Verified = Extract<BuildVerification, { readonly ok: true }>;

/** How many files of each kind are named. */
const MOST_NAMED = 20;

/** What is said of files that are not as they were built, gravest first. */
const WORDS: Readonly<Record<Exclude<FileState, 'same'>, string>> = {
  differs: '不同',
  missing: '缺少',
  extra: '多出（现在的内容不再生成它）',
  foreign: '外来（不是本程序生成的）',
  signature: '签名',
  unserved: '没有（只给服务器用，下载的副本里可以没有）',
};

const NAMES: Readonly<Record<Difference['what'], string>> = {
  mingzhang: '程序的版本',
  node: 'Node.js的版本',
  program: '程序和设置的提交',
  content: '内容的提交',
};

/** What a verification came to, for people: file by file, what was changed since, and what that means. */
export function describeVerification(verified: Verified, out: string): string {
  const { files, isSame, hasManifest } = verified;
  const lines = Object.entries(WORDS).flatMap(([state, words]) => {
    const paths = files.filter((file) => file.state === state).map(({ path }) => path);
    const rest = paths.length - MOST_NAMED;
    return [
      ...paths.slice(0, MOST_NAMED).map((path) => `${words} ${path}`),
      ...(rest > 0 ? [`${words} ……还有${String(rest)}个`] : []),
    ].map(printableLine);
  });
  const altered = files.filter((file) => file.altered).map(({ path }) => path);
  if (altered.length > 0) lines.push(`生成以后被改过（与它自己的清单不符）：${few(altered, MOST_NAMED)}`);
  if (!hasManifest) lines.push('缺少完好的 manifest.json，不知道网站是用什么生成的');
  lines.push(...describeDifferences(verified), '');
  const same = files.filter(({ state }) => state === 'same').length;
  const others = files.filter(({ state }) => !SOUND.includes(state)).length;
  lines.push(
    isSame
      ? `一致：重新生成的${String(same)}个文件与“${out}”逐字节相同。`
      : `不一致：${String(same)}个文件相同，${String(others)}个不同、缺少或多出。${meaningOf(verified)}`,
  );
  return printable(`${lines.join('\n').trimStart()}\n`);
}

/** The same for programs; of the files only those that are not the same. */
export function verificationRecord({ files, ...verified }: Verified) {
  const counts = new Map<FileState, number>();
  for (const { state } of files) counts.set(state, (counts.get(state) ?? 0) + 1);
  return {
    ...verified,
    counts: Object.fromEntries(counts),
    files: files.filter(({ state, altered }) => state !== 'same' || altered),
  };
}

function describeDifferences({ differences, content, wasUncommitted }: Verified): readonly string[] {
  const changes = [
    ['改过', content.changed],
    ['新增', content.added],
    ['没有了', content.removed],
  ] as const;
  return [
    ...changes.flatMap(([word, names]) =>
      names.length === 0 ? [] : [`生成以后，内容文件${word}：${few(names, MOST_NAMED)}`],
    ),
    ...differences.map(
      ({ what, built, now }) => `${NAMES[what]}：生成时是${short(built)}，现在是${short(now)}`,
    ),
    ...(wasUncommitted ? ['生成网站时，有改动还没有提交到 git'] : []),
  ].map(printableLine);
}

/** What can be concluded: a site that another program made of another content is no forgery. */
function meaningOf({ files, differences, content, wasUncommitted, hasManifest }: Verified): string {
  if (files.some(({ altered }) => altered)) return '网站里有文件在生成以后被改过。';
  if (!hasManifest) return '没有清单，说不出原因；网址设置（SITE_URL、BASE_PATH）要和生成时相同。';
  const faults = files.filter(({ state }) => !SOUND.includes(state));
  if (faults.every(({ state }) => state === 'foreign'))
    return '只多出外来的文件；要一直公开的，请放进项目的 public 文件夹，再生成。';
  const reasons = [
    ...(Object.values(content).some(({ length }) => length > 0) ? ['内容'] : []),
    ...(differences.length > 0 ? ['版本或提交'] : []),
  ];
  if (reasons.length > 0)
    return `${reasons.join('、')}与生成时不同，因此还不能说网站被改过：请换成生成时的${reasons.join('、')}，再核对；刚改过内容的，请先运行 npm run build。`;
  return wasUncommitted
    ? '网站由没有提交的改动生成，不能用提交重新得到；请提交以后重新生成。'
    : '内容、程序和设置都与生成时相同，网站却不同：它不是由这些内容生成的。';
}

const short = (text: string): string => (/^[0-9a-f]{40}$/.test(text) ? text.slice(0, 12) : text);
