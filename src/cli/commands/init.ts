import { defineCommand } from '../run-command.ts';

export default defineCommand({ name: 'init', summary: '…', options: {} }, () => Promise.resolve(0));
