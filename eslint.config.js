import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', 'dist.*/', '.astro/', 'content/', 'screenshots/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A number in a text reads the same with and without String(); what else is no string is still refused.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Columns and exact matches count Unicode code points, as commands.md says: just what spreading a string gives.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    },
  },
  astro.configs.recommended,
  {
    // The scripts inside components exist for ESLint only, so no TypeScript project holds them; astro check does.
    files: ['**/*.astro/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
