import type { Random } from '../../shared/kit/random.ts'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { Program } from '../compose/compose.ts'
import { demoProgrammes, type DemoProgrammeId } from '../demo/programmes.ts'
import { demoOffice } from '../demo/samarinda.ts'
import { randomId } from '../services/identity/secrets.ts'
import type { Acting } from './people.ts'

const OFFICE = `/api/offices/${demoOffice.id}`
/** Of ten people one leaves a question out; the others choose the better answers more often. */
const SKIPPED = 0.1
const SHARES = [0.06, 0.2, 0.62]

/** Somebody of the survey team saves a questionnaire of the trial office and begins its programme. */
export async function beginProgramme(who: Acting, id: DemoProgrammeId, from: LocalDate, to: LocalDate): Promise<void> {
  const { instrument, programme } = demoProgrammes[id]
  await who.post(`${OFFICE}/instruments/${id}`, { instrument, version: 0 })
  await who.post(`${OFFICE}/programmes/${id}`, {
    ...{ programme: { ...programme, instrument: id, version: 1, from, to }, steps: 0 },
  })
}

/** So many people fill in the form of a programme, each from a phone of their own. */
export async function fillIn(
  { app, programmes }: Pick<Program, 'app' | 'programmes'>,
  id: DemoProgrammeId,
  sheets: number,
  random: Random,
): Promise<void> {
  const path = (await programmes(demoOffice.id)).find(one => one.id === id)!.path
  const { instrument, programme } = demoProgrammes[id]
  for (let sheet = 0; sheet < sheets; sheet += 1) {
    const marks = instrument.questions.flatMap(({ key }) =>
      random() < SKIPPED
        ? []
        : [[`q-${key}`, String(1 + SHARES.filter(share => random() > share).length)] satisfies [string, string]],
    )
    const place = programme.places[Math.floor(random() * programme.places.length)] ?? ''
    const from = () => Math.floor(random() * 250) + 1
    const response = await app.request(path, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/x-www-form-urlencoded', host: 'localhost' },
        'x-forwarded-for': `10.${from()}.${from()}.${from()}`,
      },
      body: new URLSearchParams([['key', randomId()], ['place', place], ...marks]).toString(),
    })
    // A sheet on which everything was left out is asked for again, and then forgotten.
    if (response.status !== 303 && response.status !== 422) throw new Error(`a sheet: ${response.status}`)
  }
}
