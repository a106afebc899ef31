import { createHash } from 'node:crypto';
import { PREFERENCES_KEY } from './preferences.ts';

/** Marks that scripts run, so that what needs them has its room from the start, and sets what is kept. */
const DISPLAY = `(function(r){r.dataset.scripts='';try{var p=JSON.parse(localStorage.getItem('${PREFERENCES_KEY}')||'{}');if(p.care===true)r.dataset.care='';if(p.theme==='light'||p.theme==='dark')r.dataset.theme=p.theme}catch(e){}})(document.documentElement)`;

/**
 * The two built-ins that the scripts use and Chromium 87, Firefox 78 and Safari 14 do not have: `at` of lists and
 * texts, `Object.hasOwn`. Syntax is lowered by the build; a test looks that no other built-in comes to need this.
 */
const BUILT_INS = `[Array,String].forEach(function(t){var p=t.prototype;p.at||Object.defineProperty(p,'at',{value:function(n){n=Math.trunc(n)||0;return this[n<0?this.length+n:n]},writable:true,configurable:true})});Object.hasOwn||(Object.hasOwn=function(o,k){return Object.prototype.hasOwnProperty.call(o,k)})`;

/** Runs at the start of the body of each page, before anything is painted, in the words of the oldest browsers. */
export const BEFORE_PAINT = `${DISPLAY};${BUILT_INS}`;

/** By which the content security policy knows the script. */
export const BEFORE_PAINT_HASH =
  `sha256-${createHash('sha256').update(BEFORE_PAINT).digest('base64')}` as const;
