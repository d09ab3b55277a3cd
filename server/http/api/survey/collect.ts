import { AppError } from '../../../../shared/kit/errors.ts'
import type { Permission } from '../../../../shared/office/permissions.ts'
import { allow, scopeOf } from '../../../services/identity/access.ts'
import type { AnswerImports } from '../../../services/collect/imports.ts'
import type { Enterer, PaperForms } from '../../../services/collect/paper-forms.ts'
import { isGiven } from '../../../services/queue/command-ids.ts'
import { fileIn, formBytes, letRunOut, mustFitForm } from '../../body.ts'
import type { Ctx } from '../../context.ts'
import { mount, type Asked, type Door } from '../../mount.ts'
import { createRoom } from '../../room.ts'

/** Scans and files on their way at once, 5 MB each; of one person. */
const MOST_COMING = { all: 6, ofNetwork: 2 }

/** Forms of paper and files of answers. */
export function mountCollect(
  door: Door,
  {
    papers,
    imports,
    calm,
  }: { readonly papers: PaperForms; readonly imports: AnswerImports; readonly calm: () => Promise<void> },
): void {
  const done = { ok: true as const }
  // The right asks for a member of staff, so there is one.
  const me = ({ caller, by }: Pick<Asked<'GET /api/me'>, 'caller' | 'by'>): Enterer => ({
    id: caller.staff!.id,
    by: `${by}`,
  })

  mount(door, 'GET /api/offices/:office/paper-forms', a => papers.list(me(a), a.params.office))
  mount(door, 'POST /api/offices/:office/paper-forms', async a => {
    await papers.enter(me(a), a.params.office, a.body, a.key)
    return done
  })
  mount(door, 'POST /api/offices/:office/paper-forms/:year/:form/undo', async a => {
    await papers.undo(me(a), a.params.office, { year: a.params.year, no: a.params.form })
    return done
  })
  mount(door, 'GET /api/offices/:office/answer-imports', a => imports.list(a.params.office))
  mount(door, 'POST /api/offices/:office/answer-imports/:import/take-back', async a => {
    await imports.takeBack(me(a), a.params.office, a.params.import, a.body.reason)
    return done
  })

  const coming = createRoom(MOST_COMING)
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }

  /** Whoever may, of the whole office. */
  async function entering(c: Ctx, right: Permission): Promise<{ readonly office: string; readonly me: Enterer }> {
    const caller = await door.callerOf(c)
    if (door.rehearsing) throw new AppError('REHEARSAL')
    const office = c.req.param('office')!
    const by = allow(caller, { staff: right }, office)
    if (scopeOf(caller) !== null) throw new AppError('FORBIDDEN')
    return { office, me: { id: caller.staff!.id, by: `${by}` } }
  }

  /** A form with one file; nothing of it is read before its sender may send it, and it comes no faster than the desk leaves time. */
  async function withFile<T>(
    c: Ctx,
    { right, expect = async () => undefined }: { right: Permission; expect?: (office: string) => Promise<unknown> },
    work: (of: { office: string; me: Enterer; name: string; bytes: Uint8Array }) => Promise<T>,
  ): Promise<T> {
    c.header('Connection', 'close')
    const { office, me } = await entering(c, right)
    const leave = coming.enter(me.id, 1)
    try {
      mustFitForm(c)
      await expect(office)
      const form = await formBytes(c, calm)
      return await inTurn(async () => {
        await calm()
        const given = await fileIn(c, form)
        return work({ office, me, name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) })
      })
    } finally {
      await letRunOut(c, calm)
      leave()
    }
  }

  const formOf = (c: Ctx) => ({ year: c.req.param('year')!, no: c.req.param('form')! })
  const SCAN = '/api/offices/:office/paper-forms/:year/:form/scan'
  door.app.post(SCAN, async c => {
    c.set('route', `POST ${SCAN}`)
    const expect = (office: string) => papers.expectScan(office, formOf(c))
    await withFile(c, { right: 'survey.enter', expect }, ({ office, me, bytes }) =>
      papers.scan(me, office, formOf(c), bytes),
    )
    return c.json(done, 201)
  })
  // A form, because an opening goes on record. Never as something that would run.
  door.app.post(`${SCAN}/open`, async c => {
    c.set('route', `POST ${SCAN}/open`)
    const { office, me } = await entering(c, 'survey.enter')
    const { type, bytes } = await papers.openScan(me, office, formOf(c))
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': type,
      'Content-Disposition': 'inline; filename="formulir"',
      'Content-Security-Policy': "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
    })
  })

  const IMPORTS = '/api/offices/:office/answer-imports'
  door.app.post(`${IMPORTS}/look`, async c => {
    c.set('route', `POST ${IMPORTS}/look`)
    return c.json(await withFile(c, { right: 'survey.decide' }, ({ office, bytes }) => imports.look(office, bytes)))
  })
  door.app.post(IMPORTS, async c => {
    c.set('route', `POST ${IMPORTS}`)
    const key = c.req.header('idempotency-key') ?? door.newId()
    if (!isGiven(key)) throw new AppError('BAD_REQUEST', { where: 'Idempotency-Key' })
    const kept = await withFile(c, { right: 'survey.decide' }, ({ office, me, name, bytes }) =>
      imports.keep(me, office, { name, bytes }, key),
    )
    return c.json(kept, kept.problems.length > 0 ? 200 : 201)
  })
}
