import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import { mustReport, type ReportText } from '../../../shared/officer/daily/report.ts'
import { MOST_FILES } from '../../../shared/ticket/scans.ts'
import { appendAudit, onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import {
  insertReportFile,
  noReportFile,
  reportFileById,
  reportFilesOf,
  type ReportOf,
} from '../../store/record/daily.ts'
import { createShelf, keptName } from '../files/shelf.ts'
import type { Staff } from '../identity/access.ts'
import { randomId, type ByteSealer, type Sealer } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import type { Readings } from '../oversight/readings.ts'
import type { createCited } from './cited.ts'
import { forOf, type Leading } from './leading.ts'

/** An evidence file of a report as it is listed. */
export interface EvidenceFile {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly at: Instant
}

type Me = Pick<Staff, 'id' | 'officeId'>

/** Evidence of daily reports: checked by their first bytes, sealed on disk, each opening by somebody else on record. */
export interface EvidenceFiles {
  of(report: ReportOf): Promise<readonly EvidenceFile[]>
  /** Throws what `add` would before any of the file has come. */
  expect(me: Me, date: LocalDate): Promise<void>
  /** Throws `TOO_MANY_FILES`, `BODY_TOO_LARGE`, `UNSUPPORTED_MEDIA`, and what `mustReport` does. */
  add(me: Me, date: LocalDate, name: string, bytes: Uint8Array): Promise<EvidenceFile>
  /** Takes an own file away, its bytes with it; `false` where it stands in a report that was sent. Throws `NOT_FOUND` for somebody else's. */
  remove(me: Me, date: LocalDate, file: string): Promise<boolean>
  /** A text without the files that were taken away meanwhile. Throws `NOT_FOUND` for somebody else's file. */
  left(report: ReportOf, text: ReportText): Promise<ReportText>
  /** For the officer, and once it was sent for whoever assesses them on that day, on record; throws `NOT_FOUND` for anybody else. */
  open(me: Me, file: string): Promise<{ readonly type: string; readonly bytes: Buffer }>
}

export function createEvidence(deps: {
  readonly db: Database
  readonly folder: string
  readonly offices: Pick<Offices, 'today'>
  readonly names: Sealer
  readonly sealer: ByteSealer
  readonly leading: Leading
  readonly cited: ReturnType<typeof createCited>
  readonly readings: Pick<Readings, 'note'>
  readonly now: () => Instant
}): EvidenceFiles {
  const { db, offices, names, sealer, leading, cited, readings, now } = deps
  const shelf = createShelf(deps.folder)

  async function of(report: ReportOf): Promise<readonly EvidenceFile[]> {
    return (await reportFilesOf(db, report)).map(({ id, name, type, bytes, at }) => {
      return { id, name: names.open(name) ?? 'berkas', type, bytes, at }
    })
  }

  async function expect(me: Me, date: LocalDate): Promise<void> {
    mustReport(date, offices.today(me.officeId))
    const report = { staffId: me.id, date }
    const [files, { sent, present }] = await Promise.all([reportFilesOf(db, report), cited(report)])
    // What stands in an older version alone is kept with it and counts no more.
    if (files.filter(f => !sent.has(f.id) || present.has(f.id)).length >= MOST_FILES)
      throw new AppError('TOO_MANY_FILES', { most: MOST_FILES })
  }

  return {
    of,
    expect,

    async add(me, date, name, bytes) {
      await expect(me, date)
      const type = shelf.typeOf(bytes)
      const id = randomId()
      const kept = keptName(name)
      const row = { id, office: me.officeId, staff_id: me.id, date, name: names.seal(kept), type }
      const at = now()
      // Known before its bytes are on disk: a process that dies in between leaves no file that nobody knows of.
      await insertReportFile(db, { ...row, bytes: bytes.length, at })
      try {
        await shelf.put(id, sealer.seal(bytes))
      } catch (error) {
        shelf.drop(id)
        await db.atomic([noReportFile(db, id)])
        throw error
      }
      return { id, name: kept, type, bytes: bytes.length, at }
    },

    async remove(me, date, id) {
      const file = await reportFileById(db, id)
      if (!file) return true
      if (file.staff_id !== me.id || file.date !== date) throw new AppError('NOT_FOUND')
      if ((await cited({ staffId: me.id, date })).sent.has(id)) return false
      const detail = { office: file.office, date, file: id }
      const entry = { at: now(), who: `staff:${me.id}`, what: 'report.fileRemoved', detail }
      await onRecord(db, { first: noReportFile(db, id), then: [] }, entry)
      shelf.drop(id)
      return true
    },

    async left(report, text) {
      const own = new Set((await reportFilesOf(db, report)).map(f => f.id))
      for (const id of text.activities.flatMap(a => a.files))
        if (!own.has(id) && (await reportFileById(db, id))) throw new AppError('NOT_FOUND')
      const activities = text.activities.map(a => ({ ...a, files: a.files.filter(id => own.has(id)) }))
      return { ...text, activities }
    },

    async open(me, id) {
      const file = await reportFileById(db, id)
      if (!file || !existsSync(shelf.placeOf(id))) throw new AppError('NOT_FOUND')
      if (file.staff_id !== me.id) {
        const right = await leading.rightOf(me.officeId, me.id, file.staff_id, file.date)
        const isSent = (await cited({ staffId: file.staff_id, date: file.date })).sent.has(id)
        if (!right || !isSent) throw new AppError('NOT_FOUND')
        const { office, staff_id: officerId, date: period } = file
        await readings.note({ office, officerId, readerId: me.id, forId: forOf(right), what: 'evidence', period })
        const detail = { office: file.office, officer: file.staff_id, date: file.date, file: id }
        await appendAudit(db, { at: now(), who: `staff:${me.id}`, what: 'report.file', detail })
      }
      const bytes = sealer.open(await readFile(shelf.placeOf(id)))
      if (!bytes) throw new AppError('NOT_FOUND')
      return { type: file.type, bytes }
    },
  }
}
