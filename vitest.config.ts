import { defineConfig } from 'vitest/config'

/** One worker loads what it tests once and keeps it from file to file: loading it anew cost more than most files' tests. */
const floor = (name: string, include: string[], more: { env?: Record<string, string>; exclude?: string[] } = {}) => ({
  test: { name, include, ...more, environment: 'node', isolate: false, testTimeout: 60_000, hookTimeout: 60_000 },
})

/** What starts tools as programs of their own. */
const TOOLS = ['tests/shared/{walls,ikm-cli}.test.ts']

/** What promises something within a second or two, and so has the machine for itself. */
const ALONE = ['tests/live/{closing,hall,history,kill,start}.test.ts']

/** What races for one row, and what a statement of one dialect could break, once more with the program on PostgreSQL. */
const ON_POSTGRES = [
  'tests/http/changes/{counters,versions}.test.ts',
  'tests/http/{applications,booking-office,booking-refused,bookings,draw-places,draws,hours-changed,messages,office-file,one-key,queue,show-history,surveys,uploads}.test.ts',
  'tests/live/{closing,races,told}.test.ts',
]

export default defineConfig({
  test: {
    passWithNoTests: false,
    maxWorkers: 2,
    projects: [
      floor('pure', ['tests/shared/**/*.test.ts'], { exclude: TOOLS }),
      floor('server', ['tests/{store,http,live}/**/*.test.ts', ...TOOLS], { exclude: ALONE }),
      floor('alone', ALONE),
      floor('postgres', ON_POSTGRES, { env: { TANGGAP_TEST_APP: 'postgres' } }),
      floor('journeys', ['tests/journeys/**/*.test.ts']),
    ],
  },
})
