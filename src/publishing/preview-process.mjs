// The process that makes and serves a preview; `import-page/preview.ts` starts it and tells it of what.
import '../integration/load-typescript.mjs';

const { servePreview } = await import('./preview.ts');
servePreview();
