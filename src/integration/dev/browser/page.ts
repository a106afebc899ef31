/** In every page of the dev server: shows the findings, and loads the page anew when the content has changed. */
import { ASK_STATE, STATE, VERSION_TIMING, type StateMessage } from '../message.ts';
import { showState } from './show-state.ts';

/** The content that this page was made from; undefined where the browser does not say. */
const version = versionOf(performance.getEntriesByType('navigation')[0]);

if (import.meta.hot) {
  import.meta.hot.on(STATE, (state: StateMessage) => {
    if (version !== undefined && state.version > version) location.reload();
    else showState(state);
  });
  // After a lost connection is found again too, for what was told meanwhile is lost.
  import.meta.hot.on('vite:ws:connect', ask);
  ask();
}

function ask(): void {
  import.meta.hot?.send(ASK_STATE, {});
}

function versionOf(navigation: PerformanceEntry | undefined): number | undefined {
  if (!(navigation instanceof PerformanceNavigationTiming)) return undefined;
  const timing = navigation.serverTiming.find(({ name }) => name === VERSION_TIMING);
  return timing === undefined ? undefined : Number(timing.description);
}
