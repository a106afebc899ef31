import type { ViteDevServer } from 'vite';
import type { Finding } from '../../files/finding.ts';
import { pageOf, toView } from './finding-view.ts';
import type { LiveContent, LiveState } from './live-content.ts';
import { ASK_STATE, CHANGED, STATE, type AskState, type StateMessage } from './message.ts';

/** How many findings are shown at most; the rest is shown when some of these are fixed. */
const MOST = 200;

/** Tells an open page the state of the content when it asks; gives what makes all of them ask. */
export function answerPages(server: ViteDevServer, live: LiveContent): () => void {
  const { hot } = server.environments.client;
  hot.on(ASK_STATE, (data: unknown, client) => {
    if (isQuestion(data)) client.send(STATE, stateFor(data.path, live.state()));
  });
  return () => {
    hot.send(CHANGED, {});
  };
}

function isQuestion(data: unknown): data is AskState {
  return typeof data === 'object' && data !== null && 'path' in data && typeof data.path === 'string';
}

function stateFor(path: string, { version, findings }: LiveState): StateMessage {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const isOwn = (page: string | undefined) => page !== undefined && path.endsWith(`/${page}`);
  const rank = (finding: Finding) =>
    (finding.explanation === undefined ? 0 : 2) + (isOwn(pageOf(finding)) ? 0 : 1);
  return {
    version,
    errors: errors.slice(0, MOST).map(toView),
    errorCount: errors.length,
    warnings: warnings
      .toSorted((a, b) => rank(a) - rank(b))
      .slice(0, MOST)
      .map(toView),
    warningCount: warnings.length,
    explainedCount: warnings.filter(({ explanation }) => explanation !== undefined).length,
  };
}
