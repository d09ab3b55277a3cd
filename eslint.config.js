import tseslint from 'typescript-eslint'
import lit from 'eslint-plugin-lit'
import wc from 'eslint-plugin-wc'

const screens = ['kiosk', 'display', 'survey', 'booking', 'console', 'gallery']

/** Each floor names the folders it must not reach; everything else follows from the project references. */
const walls = [
  {
    files: ['shared/**/*.ts'],
    ignores: ['shared/web/**'],
    forbid: ['**/web/**', '**/server/**', 'node:*', ...screens.map(s => `**/../${s}/**`)],
    npm: true,
  },
  { files: ['shared/web/**/*.ts'], forbid: ['**/server/**', 'node:*', 'zod', ...screens.map(s => `**/../${s}/**`)] },
  ...screens.map(s => ({
    files: [`${s}/**/*.ts`],
    forbid: [
      '**/server/**',
      'node:*',
      'zod',
      ...screens.filter(o => o !== s && s !== 'gallery').map(o => `**/../${o}/**`),
    ],
  })),
  {
    files: ['server/http/**/*.ts', 'server/realtime/**/*.ts'],
    forbid: ['**/store/**', '**/journal/**', ...screens.map(s => `**/../${s}/**`)],
  },
  {
    files: ['server/services/**/*.ts', 'server/jobs/**/*.ts'],
    forbid: ['**/http/**', '**/realtime/**', 'hono', 'hono/*'],
  },
]

export default tseslint.config(
  { ignores: ['dist/**', '.cache/**', 'coverage/**', 'data/**', 'node_modules/**'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['scripts/**', 'bench/**', 'tests/**'], rules: { 'no-console': 'off' } },
  { files: [...screens.map(s => `${s}/**/*.ts`), 'shared/web/**/*.ts'], ...lit.configs['flat/recommended'] },
  {
    files: [...screens.map(s => `${s}/**/*.ts`), 'shared/web/**/*.ts'],
    ...wc.configs['flat/recommended'],
    rules: { ...wc.configs['flat/recommended'].rules, 'wc/guard-super-call': 'off' },
  },
  ...walls.map(({ files, ignores = [], forbid, npm }) => ({
    files,
    ignores,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: forbid, message: 'This floor may not reach there; see docs/architecture.md.' },
            ...(npm ? [{ regex: '^(?!\\.|zod$)', message: 'shared is pure: zod is its only package.' }] : []),
          ],
        },
      ],
    },
  })),
)
