import { expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { fc, runs } from '../helpers/property.ts'
import { randomDraws, SERVICES, type Tally } from '../helpers/random-draws.ts'

/** Offices with five draws each; more of them by `TANGGAP_DRAW_OFFICES`. */
const OFFICES = runs(Number(process.env['TANGGAP_DRAW_OFFICES'] ?? 5))
/** An office starts a few times, perhaps on a busy machine. */
const OFFICE_MS = 20_000

it(
  'record and places of every draw are equal, and nobody is in by another way, whatever dies and is asked around it [U3 U5 U7 U9 U10]',
  async () => {
    const counts = { draws: 0, entries: 0, won: 0, waited: 0, refused: 0, allowed: 0 }
    const tally: Tally = { ...counts, crashes: 0, still: 0, torn: 0 }
    await fc.assert(
      fc.asyncProperty(fc.integer(), seed => randomDraws(seeded(seed), tally)),
      { numRuns: OFFICES, interruptAfterTimeLimit: OFFICES * OFFICE_MS },
    )
    console.info(`random draws: ${JSON.stringify(tally)}`)
    expect(tally.draws).toBeGreaterThan(OFFICES)
    expect(Math.min(tally.entries, tally.won, tally.refused, tally.allowed)).toBeGreaterThan(SERVICES.length)
    expect(tally.crashes).toBeGreaterThan(0)
  },
  OFFICES * OFFICE_MS,
)
