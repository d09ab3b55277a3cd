import path from 'node:path'
import { defineConfig } from 'vitest/config'

interface More {
  readonly env?: Record<string, string>
  readonly exclude?: string[]
  readonly alias?: Record<string, string>
}

/** One worker loads what it tests once and keeps it from file to file: loading it anew cost more than most files' tests. */
const floor = (name: string, include: string[], more: More = {}) => ({
  test: { name, include, ...more, environment: 'node', isolate: false, testTimeout: 60_000, hookTimeout: 60_000 },
})

/** What starts tools as programs of their own. */
const TOOLS = ['tests/shared/{walls,ikm-cli,skm-stat-cli}.test.ts']

/** What promises something within a second or two, and so has the machine for itself. */
const ALONE = ['tests/live/{closing,hall,history,kill,start}.test.ts']

/** What waits more than it works, and so waits while others work: the hall takes as long as saying its calls aloud, a played day as long as it is played. */
const WAITING = ['tests/journeys/hall.test.ts', 'tests/live/simulate.test.ts']

/** What races for one row, and what a statement of one dialect could break, once more with the program on PostgreSQL. */
const ON_POSTGRES = [
  'tests/http/changes/{counters,removed,versions}.test.ts',
  'tests/http/{answer-imports,answer-imports-whole,paper-forms}.test.ts',
  'tests/http/{application-list,application-steps,applications,booking-office,booking-refused,bookings,draw-places,draws,figures-thread,hours-changed,invited,messages,office-file,on-record,one-key,people-at-once,programmes,queue,show-history,skm-reports,survey-link,surveys,uploads}.test.ts',
  'tests/http/{clock-marks,contests,daily-reports,evidence,feedback,officer-calendar,record-acts,scores,team}.test.ts',
  'tests/live/{closing,races,told}.test.ts',
]

/** People sign in hundreds of times, and a password takes as long as it should. */
const QUICK = { '@node-rs/argon2': path.join(import.meta.dirname, 'tests/helpers/quick-argon2.ts') }

export default defineConfig({
  test: {
    passWithNoTests: false,
    maxWorkers: 2,
    projects: [
      floor('pure', ['tests/shared/**/*.test.ts'], { exclude: TOOLS }),
      floor('tools', TOOLS),
      floor('server', ['tests/{store,http,live}/**/*.test.ts'], { exclude: [...ALONE, ...WAITING], alias: QUICK }),
      floor('alone', ALONE),
      floor('postgres', ON_POSTGRES, { env: { TANGGAP_TEST_APP: 'postgres' }, alias: QUICK }),
      floor('journeys', ['tests/journeys/**/*.test.ts'], { exclude: WAITING }),
      floor('waiting', WAITING),
    ],
  },
})
