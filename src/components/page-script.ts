/**
 * What runs on every page: one file, asked for once and kept by the browser, where each piece by itself would be a
 * request of a few lines. What is large or on few pages has a script of its own, beside its component.
 */
import './display/display.ts';
import './search/search-key.ts';
// Before the words are marked: that shows the row again to which the address leads.
import './unfold.ts';
import './search/mark-words.ts';
import './offline/keep-pages.ts';
import './term/term-card.ts';
import './show-host.ts';
import './embed-code.ts';
import './data/copy-shown.ts';
import './project/page-actions.ts';
