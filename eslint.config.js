import tseslint from 'typescript-eslint'
import lit from 'eslint-plugin-lit'
import wc from 'eslint-plugin-wc'
import { walls } from './scripts/walls/lint-walls.mjs'

const elements = ['kiosk', 'display', 'survey', 'setup', 'booking', 'console', 'gallery', 'shared/web'].map(
  s => `${s}/**/*.ts`,
)

export default tseslint.config(
  { ignores: ['dist/**', '.cache/**', 'coverage/**', 'data/**', 'node_modules/**'] },
  ...tseslint.configs.recommended,
  // A comment does not open a wall.
  { linterOptions: { noInlineConfig: true } },
  {
    plugins: { tanggap: walls },
    rules: {
      'tanggap/walls': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['scripts/**', 'bench/**', 'tests/**'], rules: { 'no-console': 'off' } },
  {
    files: ['tests/**'],
    ignores: ['tests/helpers/property.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-restricted-imports': ['error', { name: 'fast-check', message: 'Take fc from tests/helpers/property.ts.' }],
    },
  },
  {
    ignores: ['scripts/**', 'bench/**', 'tests/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'TSAsExpression > TSNeverKeyword', message: 'Nothing is never: find the type, or parse.' },
        {
          selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword',
          message: 'A type by way of unknown is a guess: find the type, or parse.',
        },
      ],
    },
  },
  { files: elements, ...lit.configs['flat/recommended'] },
  {
    files: elements,
    ...wc.configs['flat/recommended'],
    rules: { ...wc.configs['flat/recommended'].rules, 'wc/guard-super-call': 'off' },
  },
)
