import type { Instruments } from '../../../services/instruments/instruments.ts'
import type { Programmes } from '../../../services/instruments/programmes.ts'
import { mount, type Door } from '../../mount.ts'

/** Questionnaires as data, and surveys that hang on no ticket. */
export function mountInstruments(
  door: Door,
  { instruments, programmes }: { readonly instruments: Instruments; readonly programmes: Programmes },
): void {
  mount(door, 'GET /api/offices/:office/instruments', async a => ({
    instruments: await instruments.list(a.params.office),
  }))
  mount(door, 'GET /api/offices/:office/instruments/:instrument/versions/:version', async a => ({
    instrument: await instruments.version(a.params.office, a.params.instrument, a.params.version),
  }))
  mount(door, 'POST /api/offices/:office/instruments/:instrument', async a => ({
    // The right asks for a member of staff, so there is one.
    version: await instruments.save(
      { id: a.caller.staff!.id, by: a.by },
      a.params.office,
      a.params.instrument,
      a.body.instrument,
      a.body.version,
    ),
  }))
  mount(door, 'GET /api/offices/:office/programmes', async a => ({
    programmes: await programmes.list(a.params.office),
  }))
  mount(door, 'POST /api/offices/:office/programmes/:programme', async a => {
    const who = { id: a.caller.staff!.id, by: a.by }
    await programmes.save(who, a.params.office, a.params.programme, a.body.programme, a.body.steps)
    return { ok: true as const }
  })
  mount(door, 'GET /api/offices/:office/programmes/:programme/result', async a => {
    const result = await programmes.result(a.params.office, a.params.programme)
    if (result.state !== 'open') return { state: result.state }
    const orNull = <T>(value: T | undefined) => value ?? null
    return {
      ...{ state: result.state, n: result.n, mutu: orNull(result.mutu), range: orNull(result.range) },
      ...{ perception: orNull(result.perception), index: orNull(result.index), together: orNull(result.together) },
      questions: result.questions.map(({ key, n, mean, value }) => ({
        key,
        n,
        mean: orNull(mean),
        value: orNull(value),
      })),
      places: result.places.map(p => ({ ...p, index: orNull(p.index) })),
    }
  })
}
