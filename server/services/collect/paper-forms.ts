import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Reply } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { onlySeen } from '../../../shared/kit/seen.ts'
import { MINUTE, type Instant } from '../../../shared/kit/time.ts'
import { isUnsur } from '../../../shared/survey/asked.ts'
import { aloneSince, comesAlone } from '../../../shared/survey/collect/late.ts'
import { UNDO_MINUTES, withFixedBiaya, type CollectedSheet } from '../../../shared/survey/collect/sheet.ts'
import { appendAudit, onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import type { PaperFormsTable } from '../../store/schema/survey/collect-tables.ts'
import { staffById } from '../../store/staff.ts'
import { skmAsked } from '../../store/survey/asked.ts'
import {
  collectedDelete,
  collectedInsert,
  forgetPaperSecrets,
  isCollected,
  lastPaperForms,
  paperForm,
  paperFormGone,
  paperFormRow,
  scanRow,
} from '../../store/survey/collect.ts'
import { createShelf } from '../files/shelf.ts'
import { hashOf, randomId, type ByteSealer } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'

/** Whoever types forms in. */
export interface Enterer {
  readonly id: string
  readonly by: string
}

/** A form as it lies there: its number, and what stands on it. */
export interface PaperForm extends CollectedSheet {
  readonly no: string
}

type Which = Pick<PaperFormsTable, 'year' | 'no'>

/** Forms of paper that staff type in, each number of a year once, on record with who did it. */
export interface PaperForms {
  /** The last ones, without what they say, and since when forms may come. */
  list(me: Enterer, office: string): Promise<Reply<'GET /api/offices/:office/paper-forms'>>
  /**
   * Keeps a form; under the same key the same answer again. Throws `FORM_KNOWN` for a number that is there, `FORM_LATE` for a visit of which
   * figures may be told, `BAD_REQUEST` where nothing is marked, `COMMAND_ID_REUSED` for another number under the same key.
   */
  enter(me: Enterer, office: string, form: PaperForm, key: string): Promise<void>
  /** Takes an own form back within ten minutes, with its scan; also where it is gone already. Throws `FORM_FIXED`. */
  undo(me: Enterer, office: string, form: Which): Promise<void>
  /** Throws what `scan` would before any of the file has come. */
  expectScan(office: string, form: Which): Promise<void>
  /** Puts the scan beside a form, once. Throws `NOT_FOUND`, `TOO_MANY_FILES`, `BODY_TOO_LARGE`, `UNSUPPORTED_MEDIA`. */
  scan(me: Enterer, office: string, form: Which, bytes: Uint8Array): Promise<void>
  /** Opens a scan, on record. Throws `NOT_FOUND`. */
  openScan(me: Enterer, office: string, form: Which): Promise<{ readonly type: string; readonly bytes: Buffer }>
  /** Forgets what leads from older forms to what they say. */
  pass(): Promise<void>
}

const MOST_LISTED = 30
const UNDO_MS = UNDO_MINUTES * MINUTE

export function createPaperForms(deps: {
  readonly db: Database
  readonly folder: string
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly sealer: ByteSealer
  /** A keyed hash. */
  readonly hash: (text: string) => string
  readonly now: () => Instant
}): PaperForms {
  const { db, offices, sealer, now } = deps
  const shelf = createShelf(deps.folder)
  const mayUndo = (me: Enterer, row: PaperFormsTable) =>
    row.secret !== null && row.by_id === me.id && now() - row.at < UNDO_MS

  async function withoutScan(office: string, form: Which): Promise<void> {
    const row = await paperForm(db, { office, ...form })
    if (!row) throw new AppError('NOT_FOUND')
    if (row.scan !== null) throw new AppError('TOO_MANY_FILES', { most: 1 })
  }

  return {
    async list(me, office) {
      const today = offices.today(office)
      const rows = await lastPaperForms(db, office, MOST_LISTED)
      const { version, order, extra } = await skmAsked(db, office, now())
      const names = new Map<string, string>()
      for (const id of new Set(rows.map(row => row.by_id))) names.set(id, (await staffById(db, id))?.name ?? id)
      return {
        since: aloneSince(today),
        today,
        asked: { version, order: order.filter(isUnsur), extra: extra.map(({ name: [id, en] }) => [id, en]) },
        forms: rows.map(row => ({
          ...{ no: row.no, year: row.year, date: row.date, serviceId: row.service_id, at: row.at },
          ...{ by: names.get(row.by_id)!, scan: row.scan !== null, undo: mayUndo(me, row) },
        })),
      }
    },

    async enter({ id, by }, office, { no, ...sheet }, key) {
      const service = offices.get(office).services.find(one => one.id === sheet.service)
      if (!service) throw new AppError('NOT_FOUND', { service: sheet.service })
      const year = sheet.date.slice(0, 4)
      const mark = hashOf(JSON.stringify([key, no, sheet]))
      const known = await paperForm(db, { office, year, no })
      if (known?.mark === mark) return
      if (known) throw new AppError('FORM_KNOWN', { no })
      const today = offices.today(office)
      if (!comesAlone(sheet.date, today)) throw new AppError('FORM_LATE', { since: aloneSince(today) })
      const answers = service.free ? withFixedBiaya(sheet.answers) : sheet.answers
      if (Object.keys(answers).length === 0) throw new AppError('BAD_REQUEST', { where: 'body', field: 'answers' })
      const suggestion = onlySeen(sheet.suggestion ?? '').trim()
      const secret = deps.hash(`${office} ${key}`)
      const row = { office, year, no, date: sheet.date, service_id: sheet.service, by_id: id, at: now(), mark, secret }
      const kept = { ...sheet, answers, suggestion: suggestion === '' ? undefined : suggestion }
      const then = collectedInsert(db, { office, channel: 'paper', secret, first: 0, sheets: [kept] })
      const deed = { first: paperFormRow(db, { ...row, scan: null, scan_type: null }), then }
      const entry = { at: row.at, who: by, what: 'paper.enter', detail: { office, form: no, date: sheet.date } }
      try {
        if (await onRecord(db, deed, entry)) return
      } catch (error) {
        // The key stands for another form, which is there.
        throw (await isCollected(db, secret)) ? new AppError('COMMAND_ID_REUSED') : error
      }
      if ((await paperForm(db, { office, year, no }))?.mark !== mark) throw new AppError('FORM_KNOWN', { no })
    },

    async undo(me, office, form) {
      const row = await paperForm(db, { office, ...form })
      if (!row) return
      if (!mayUndo(me, row)) throw new AppError('FORM_FIXED')
      const secret = row.secret!
      const deed = { first: paperFormGone(db, row, secret), then: collectedDelete(db, { secret, first: 0, count: 1 }) }
      const detail = { office, form: row.no, date: row.date }
      await onRecord(db, deed, { at: now(), who: me.by, what: 'paper.undo', detail })
      if (row.scan !== null) shelf.drop(row.scan)
    },

    expectScan: withoutScan,

    async scan(me, office, form, bytes) {
      await withoutScan(office, form)
      const type = shelf.typeOf(bytes)
      const id = randomId()
      await shelf.put(id, sealer.seal(bytes))
      const deed = { first: scanRow(db, { office, ...form }, id, type), then: [] }
      const detail = { office, form: form.no, year: form.year }
      if (await onRecord(db, deed, { at: now(), who: me.by, what: 'paper.scan', detail })) return
      shelf.drop(id)
      throw new AppError('TOO_MANY_FILES', { most: 1 })
    },

    async openScan(me, office, form) {
      const row = await paperForm(db, { office, ...form })
      if (!row || row.scan === null || !existsSync(shelf.placeOf(row.scan))) throw new AppError('NOT_FOUND')
      const detail = { office, form: form.no, year: form.year }
      await appendAudit(db, { at: now(), who: me.by, what: 'paper.open', detail })
      const bytes = sealer.open(await readFile(shelf.placeOf(row.scan)))
      if (!bytes) throw new AppError('NOT_FOUND')
      return { type: row.scan_type!, bytes }
    },

    pass: () => forgetPaperSecrets(db, now() - UNDO_MS),
  }
}
