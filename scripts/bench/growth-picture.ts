import { element, escapeXml } from '../../src/files/write-xml.ts';

/** How long something took with each number of projects. */
export interface Growth {
  readonly name: string;
  /** Projects and milliseconds. */
  readonly points: readonly (readonly [projects: number, milliseconds: number])[];
}

const WIDTH = 640;
const HEIGHT = 400;
const EDGES = { left: 70, right: 150, top: 20, bottom: 46 };
/** By colour and dash, so that they can be told apart without colours too. */
const LOOKS = [
  ['#0b4f8a', ''],
  ['#b3441e', '6 4'],
  ['#3c7a3f', '2 4'],
] as const;

/**
 * Draws growth on scales of powers of ten, on which what grows in step with the content is a straight line of one slope
 * whatever its factor; a thin line shows that slope.
 */
export function drawGrowth(growths: readonly Growth[]): string {
  const points = growths.flatMap(({ points: own }) => own);
  const across = scaleOf(points.map(([projects]) => projects));
  const up = scaleOf(points.map(([, milliseconds]) => milliseconds));
  const x = (value: number) => EDGES.left + across.part(value) * (WIDTH - EDGES.left - EDGES.right);
  const y = (value: number) => HEIGHT - EDGES.bottom - up.part(value) * (HEIGHT - EDGES.top - EDGES.bottom);
  const text = (content: string, at: readonly [number, number], anchor = 'start') =>
    element(
      'text',
      { x: at[0].toFixed(1), y: at[1].toFixed(1), 'text-anchor': anchor, 'font-size': '13' },
      escapeXml(content),
    );
  const line = (ends: readonly (readonly [number, number])[], look: Readonly<Record<string, string>>) =>
    element('polyline', {
      points: ends.map(([one, other]) => `${x(one).toFixed(1)},${y(other).toFixed(1)}`).join(' '),
      fill: 'none',
      ...look,
    });
  const thin = { stroke: '#ccc' };
  const decades = up.largest / up.least;
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${String(WIDTH)} ${String(HEIGHT)}`,
      role: 'img',
      'font-family': 'sans-serif',
    },
    element('title', {}, '生成时间随项目数增长'),
    element('rect', { width: String(WIDTH), height: String(HEIGHT), fill: '#fff' }),
    ...up.marks.flatMap((mark) => [
      line(
        [
          [across.least, mark],
          [across.largest, mark],
        ],
        thin,
      ),
      text(`${String(mark / 1000)}秒`, [EDGES.left - 8, y(mark) + 4], 'end'),
    ]),
    ...across.marks.map((mark) =>
      text(`${mark.toLocaleString('en')}个`, [x(mark), HEIGHT - EDGES.bottom + 20], 'middle'),
    ),
    line(
      [
        [across.least, up.least],
        [
          Math.min(across.largest, across.least * decades),
          Math.min(up.largest, up.least * (across.largest / across.least)),
        ],
      ],
      { stroke: '#999', 'stroke-width': '1', 'stroke-dasharray': '1 3' },
    ),
    ...growths.flatMap(({ name, points: own }, place) => {
      const [stroke, dash] = LOOKS[place % LOOKS.length] ?? LOOKS[0];
      const [projects, milliseconds] = own.at(-1) ?? [across.least, up.least];
      return [
        line(own, { stroke, 'stroke-width': '2', ...(dash === '' ? {} : { 'stroke-dasharray': dash }) }),
        text(name, [x(projects) + 8, y(milliseconds) + 4]),
      ];
    }),
  )}\n`;
}

/** Powers of ten around some values, and which part of the way between the first and the last a value is. */
function scaleOf(values: readonly number[]) {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.max(Math.ceil(Math.log10(Math.max(...values))), first + 1);
  return {
    least: 10 ** first,
    largest: 10 ** last,
    marks: Array.from({ length: last - first + 1 }, (_, place) => 10 ** (first + place)),
    part: (value: number) => (Math.log10(value) - first) / (last - first),
  };
}
