import type { Observers } from '../../../services/oversight/observers.ts'
import type { Supervisions } from '../../../services/oversight/supervisions.ts'
import { mount, type Door } from '../../mount.ts'

/** Observers of an office and what they see, and who assesses whom. */
export function mountOversight(
  door: Door,
  deps: {
    observers: Observers
    supervisions: Supervisions
    record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
  },
): void {
  const { observers, supervisions } = deps
  const by = (a: { by: string; params: { readonly office: string } }) => ({ who: a.by, office: a.params.office })

  // The right asks for a member of staff, so there is one.
  mount(door, 'GET /api/me/observed', async a => {
    const { period, periods, offices } = await observers.see(a.caller.staff!, a.query.period)
    return { period, periods: [...periods], offices: [...offices] }
  })
  mount(door, 'POST /api/me/observed/table', async a => {
    const file = await observers.file(a.caller.staff!, a.body.period, a.body.lang)
    await deps.record(a.by, 'observer.table', { period: a.body.period ?? null })
    return file
  })
  mount(door, 'GET /api/offices/:office/observers', async a => ({
    observers: [...(await observers.of(a.params.office))],
  }))
  mount(door, 'POST /api/offices/:office/observers', async a => ({
    observer: await observers.agree(by(a), a.body, a.key),
  }))
  mount(door, 'POST /api/offices/:office/observers/:observation/end', async a => {
    await observers.end(by(a), a.params.observation)
    return { ok: true as const }
  })
  mount(door, 'GET /api/offices/:office/supervisions', async a => ({
    supervisions: [...(await supervisions.of(a.params.office))],
  }))
  mount(door, 'POST /api/offices/:office/supervisions', async a => {
    const { ends, ...wanted } = a.body
    return { supervision: await supervisions.add(by(a), wanted, ends, a.key) }
  })
  mount(door, 'POST /api/offices/:office/supervisions/:supervision/end', async a => ({
    supervision: await supervisions.end(by(a), a.params.supervision, a.body.to),
  }))
}
