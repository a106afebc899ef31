import type { ViteDevServer } from 'vite';
import type { Finding } from '../../files/finding.ts';
import { toView } from './finding-view.ts';
import type { LiveContent } from './live-content.ts';
import {
  ASK_STATE,
  ASK_WARNINGS,
  STATE,
  WARNINGS,
  type AskWarnings,
  type FindingView,
  type StateMessage,
  type WarningsMessage,
} from './message.ts';

/** How many findings are shown at most; who has more fixes some first. */
const MOST = 200;

/** Tells the open pages of the state of the content, each when it asks, and all with `tellAll`. */
export function answerPages(server: ViteDevServer, live: LiveContent): { readonly tellAll: () => void } {
  const state = (): StateMessage => {
    const { version, findings } = live.state();
    const errors = findings.filter(({ severity }) => severity === 'error');
    const warnings = findings.filter(({ severity }) => severity === 'warning');
    return {
      version,
      errors: errors.slice(0, MOST).map(toView),
      errorCount: errors.length,
      warningCount: warnings.length,
      explainedCount: warnings.filter(({ explanation }) => explanation !== undefined).length,
    };
  };
  const { hot } = server.environments.client;
  hot.on(ASK_STATE, (_data: unknown, client) => {
    client.send(STATE, state());
  });
  hot.on(ASK_WARNINGS, (data: unknown, client) => {
    if (isQuestion(data)) client.send(WARNINGS, warningsFor(data.path, live.state().findings));
  });
  return {
    tellAll: () => {
      hot.send(STATE, state());
    },
  };
}

function isQuestion(data: unknown): data is AskWarnings {
  return typeof data === 'object' && data !== null && 'path' in data && typeof data.path === 'string';
}

/** The warnings as a page shows them: of its own project first, explained ones last, else in their order. */
function warningsFor(path: string, findings: readonly Finding[]): WarningsMessage {
  const views = findings.filter(({ severity }) => severity === 'warning').map(toView);
  const isOwn = ({ page }: FindingView) => page !== undefined && path.endsWith(`/${page}`);
  const rank = (view: FindingView) => (view.explanation === undefined ? 0 : 2) + (isOwn(view) ? 0 : 1);
  return { warnings: views.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST), count: views.length };
}
