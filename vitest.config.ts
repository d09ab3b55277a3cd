import { defineConfig } from 'vitest/config'

const floor = (name: string, include: string[]) => ({
  test: { name, include, environment: 'node', testTimeout: 60_000, hookTimeout: 60_000 },
})

export default defineConfig({
  test: {
    passWithNoTests: false,
    maxWorkers: 2,
    projects: [
      floor('pure', ['tests/shared/**/*.test.ts']),
      floor('server', ['tests/{store,http,live}/**/*.test.ts']),
      floor('journeys', ['tests/journeys/**/*.test.ts']),
    ],
  },
})
