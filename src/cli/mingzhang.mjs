#!/usr/bin/env node
import '../integration/load-typescript.mjs';

const { main } = await import('./main.ts');
await main(process.argv.slice(2));
