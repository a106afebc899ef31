import { randomNumbers } from './random.ts';

/** What a hostile text calls where it is run, and where it leads where something is loaded: both would be noticed. */
export const SINK = 'hostileTextRan';
export const ELSEWHERE = 'https://elsewhere.invalid';

/** What ends the place in which a text stands, in whichever language. */
const ENDS = [
  ...[
    '',
    '"',
    "'",
    '`',
    '>',
    '">',
    "'>",
    '-->',
    '--!>',
    ']]>',
    '?>',
    '*/',
    '\\',
    '\\"',
    '\\u0022',
    '}',
    '};',
    '&quot;>',
  ],
  ...[
    '</script>',
    '</ScRiPt >',
    '</style>',
    '</title>',
    '</textarea>',
    '</noscript>',
    '</svg>',
    '</a>',
    '</p>',
    '</td>',
  ],
];

/** What runs, or loads something, in pages; each says to the sink that it did. */
const DEEDS = [
  ...[`<script>${SINK}()</script>`, `<ScRiPt>${SINK}()</sCrIpT>`, `<script src=${ELSEWHERE}/a.js></script>`],
  ...[`<img src=x onerror=${SINK}()>`, `<img src=${ELSEWHERE}/a.png>`, `<svg onload=${SINK}()>`],
  ...[
    `<svg><script>${SINK}()</script></svg>`,
    `<iframe srcdoc="<script>parent.${SINK}()</script>"></iframe>`,
  ],
  ...[`<iframe src="javascript:parent.${SINK}()"></iframe>`, `<object data=${ELSEWHERE}/a></object>`],
  ...[`<link rel=stylesheet href=${ELSEWHERE}/a.css>`, `<style>@import '${ELSEWHERE}/a.css'</style>`],
  ...[`<meta http-equiv=refresh content="0;url=${ELSEWHERE}/">`, `<base href=${ELSEWHERE}/>`],
  ...[
    `<input autofocus onfocus=${SINK}()>`,
    `<details open ontoggle=${SINK}()>`,
    `<video src=${ELSEWHERE}/a></video>`,
  ],
  ...[` onmouseover=${SINK}() x=`, ` style=background:url(${ELSEWHERE}/a) x=`, `javascript:${SINK}()`],
  ...[`\${${SINK}()}`, `{{${SINK}()}}`, `{${SINK}()}`, `;${SINK}();//`, `)};${SINK}();({(`],
  ...[
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${SINK}()&gt;">`,
  ],
  ...[
    `&lt;img src=x onerror=${SINK}()&gt;`,
    `%3Cimg%20src=x%20onerror=${SINK}()%3E`,
    `\\u003cimg src=x onerror=${SINK}()>`,
  ],
  ...[
    `=HYPERLINK("${ELSEWHERE}")`,
    `+cmd|'/c calc'!A0`,
    `<!--<script>`,
    '__proto__',
    'constructor',
    '#{',
    '%E0%A4%A',
  ],
];

/** Texts that would run or load something where a page took them for more than texts: all, in an order of the seed. */
export function hostileTexts(seed: number): readonly string[] {
  const texts = ENDS.flatMap((end) => DEEDS.map((deed) => `${end}${deed}`));
  const below = randomNumbers(seed);
  for (let place = texts.length - 1; place > 0; place -= 1) {
    const other = below(place + 1);
    [texts[place], texts[other]] = [texts[other] ?? '', texts[place] ?? ''];
  }
  return texts;
}

/** Targets of links and pictures that run something, or lead where none may be loaded from. */
const TARGETS = [
  ...[
    'javascript:',
    'JaVaScRiPt:',
    'java&#10;script:',
    'java&Tab;script:',
    '&#106;avascript:',
    '&#x6A;avascript&colon;',
  ],
  ...[
    '&#1;javascript:',
    '\\javascript:',
    'javascript&#58;',
    'jav%0Aascript:',
    ' javascript:',
    'view-source:javascript:',
  ],
  ...['vbscript:', 'livescript:', 'blob:', 'filesystem:', 'feed:javascript:', 'x-javascript:'],
].map((scheme) => `${scheme}${SINK}()`);
const PLACES = [
  ...[
    'data:text/html,<script>parent.x()</script>',
    'data:image/svg+xml;base64,PHN2Zy8+',
    'DATA:text/html;base64,PHNj',
  ],
  ...[
    'file:///etc/passwd',
    'FILE://elsewhere.invalid/a',
    '//elsewhere.invalid/a.png',
    '\\\\elsewhere.invalid\\a.png',
  ],
  ...[
    '/\\elsewhere.invalid/a.png',
    '/&#9;/elsewhere.invalid/a.png',
    'https:elsewhere.invalid/a.png',
    'ws://elsewhere.invalid/',
  ],
  ...[
    `${ELSEWHERE}/a.png`,
    'HTTPS://elsewhere.invalid/a.png',
    '&#47;&#47;elsewhere.invalid/a.png',
    'ftp://elsewhere.invalid/',
  ],
];

/** Ways of Markdown to have a target. */
const FORMS: readonly ((target: string) => string)[] = [
  (target) => `[甲](${target})`,
  (target) => `[甲](<${target}> "乙")`,
  (target) => `![甲](${target})`,
  (target) => `![甲](<${target}> "乙")`,
  (target) => `<${target}>`,
  (target) => `[甲][乙]\n\n[乙]: ${target}`,
  (target) => `![甲][]\n\n[甲]: <${target}>`,
  (target) => `[![甲](${target})](${target})`,
  (target) => `## [甲](${target})`,
  (target) => `| 甲 |\n| --- |\n| ![乙](${target}) [丙](${target}) |`,
  (target) => `甲[^1]\n\n[^1]: [乙](${target}) ![丙](${target})`,
  (target) => `- [ ] [甲](${target})\n  > ![乙](${target})`,
  (target) =>
    `<a href="${target}">甲</a><img src="${target}"><form action="${target}"><button>乙</button></form>`,
  (target) => `\`\`\`"onclick=x ${target}\n${target}\n\`\`\``,
];

/** Markdown that is dangerous, or would be where it were passed through as it stands. */
export function hostileMarkdown(seed: number): readonly string[] {
  return [
    ...[...TARGETS, ...PLACES].flatMap((target) => FORMS.map((form) => form(target))),
    ...hostileTexts(seed).flatMap((text, place) => [
      [text, `[${text}](https://example.cn/)`, `![${text}](a.png "${text}")`, `# ${text}`][place % 4] ?? '',
    ]),
  ];
}
