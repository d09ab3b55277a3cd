import { defineConfig } from 'vitest/config'

const floor = (name: string, include: string[], env: Record<string, string> = {}) => ({
  test: { name, include, env, environment: 'node', testTimeout: 60_000, hookTimeout: 60_000 },
})

/** What races for one row, and what a statement of one dialect could break, once more with the program on PostgreSQL. */
const ON_POSTGRES = [
  'tests/http/{applications,booking-office,bookings,messages,queue,surveys,uploads}.test.ts',
  'tests/live/{closing,races,told}.test.ts',
]

export default defineConfig({
  test: {
    passWithNoTests: false,
    maxWorkers: 2,
    projects: [
      floor('pure', ['tests/shared/**/*.test.ts']),
      floor('server', ['tests/{store,http,live}/**/*.test.ts']),
      floor('postgres', ON_POSTGRES, { TANGGAP_TEST_APP: 'postgres' }),
      floor('journeys', ['tests/journeys/**/*.test.ts']),
    ],
  },
})
