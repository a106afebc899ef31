// The package's entry: what `import mingzhang from 'mingzhang'` gives.
import './load-typescript.mjs';

const { default: mingzhang } = await import('./index.ts');
export default mingzhang;
