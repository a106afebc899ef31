// The process that makes a part of a large site beside the build; `helper.ts` starts it and tells it of what.
import '../integration/load-typescript.mjs';

const { help } = await import('./help.ts');
help();
