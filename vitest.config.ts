import { defineConfig } from 'vitest/config'

/** Libraries load graphql's CommonJS entry as Node does; without this our sources would get a second copy of it. */
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] }

const setupFiles = ['packages/core/test/support/fixed-seed.ts']

/** The suffix of a test file selects its project; nothing sniffs contents. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['{apps,packages}/*/{src,test,scripts}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['**/*.int.test.ts', '**/node_modules/**'],
          setupFiles,
        },
      },
      {
        resolve,
        test: {
          name: 'integration',
          include: ['{apps,packages}/*/test/**/*.int.test.ts', 'scripts/**/*.int.test.ts'],
          exclude: ['**/node_modules/**'],
          setupFiles,
          globalSetup: ['packages/db/src/testing/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 400_000,
        },
      },
    ],
  },
})
