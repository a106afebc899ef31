import { createHash } from 'node:crypto';
import { PREFERENCES_KEY } from './preferences.ts';

/**
 * Runs in the head of each page, before anything is painted, in the words of the oldest browsers. It marks that
 * scripts run, so that what needs them has its room from the start, and sets what `preferences.ts` keeps.
 */
export const BEFORE_PAINT = `(function(r){r.dataset.scripts='';try{var p=JSON.parse(localStorage.getItem('${PREFERENCES_KEY}')||'{}');if(p.care===true)r.dataset.care='';if(p.theme==='light'||p.theme==='dark')r.dataset.theme=p.theme}catch(e){}})(document.documentElement)`;

/** By which the content security policy knows the script. */
export const BEFORE_PAINT_HASH =
  `sha256-${createHash('sha256').update(BEFORE_PAINT).digest('base64')}` as const;
