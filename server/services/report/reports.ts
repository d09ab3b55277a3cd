import type { Input, Reply } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, atClock, officeDate, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { publishedDoors } from '../../../shared/office/hours.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { PeriodFigures, ProfileRow, ProfileTable } from '../../../shared/survey/figures/period-figures.ts'
import { fixedPeriod, periodAt, settlesOn, type FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import { BODY_ORDER } from '../../../shared/survey/instruments.ts'
import type { Plan } from '../../../shared/survey/loop/plan.ts'
import { NOT_FILLED_IN, PROFILE, profileWords } from '../../../shared/survey/profile/profile.ts'
import { weightTexts } from '../../../shared/survey/report/chapters/annexes.ts'
import { proposed, proposedStages } from '../../../shared/survey/report/chapters/proposals.ts'
import { reportDocument } from '../../../shared/survey/report/chapters/report.ts'
import { unsurNumber } from '../../../shared/survey/report/chapters/result-tables.ts'
import { NOTHING_DECIDED, STANDING, type ReportDraft } from '../../../shared/survey/report/draft.ts'
import { MOST_ROWS, type ReportFacts } from '../../../shared/survey/report/facts.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { pictureById } from '../../store/pictures.ts'
import { staffById } from '../../store/staff.ts'
import { planOf } from '../../store/survey/plans.ts'
import { lastOtherReport, reportRow, reportVersions } from '../../store/survey/reports.ts'
import type { WholeFiles } from '../collect/whole-files.ts'
import type { Offices } from '../office/offices.ts'
import { answersCsv, answersOf, rowsOf } from './answers.ts'
import type { PaperThread } from './paper-thread.ts'
import { reportHtml } from './report-html.ts'
import { reportPdf } from './report-pdf.ts'
import { reportWorkbook } from './report-workbook.ts'

type View = Reply<'GET /api/offices/:office/reports/:period'>
type Asked = Input<'POST /api/offices/:office/reports/:period/file'>['body']
type File = Reply<'POST /api/offices/:office/reports/:period/file'>

/** Respondents up to which their rows are given away as a file. */
const MOST_IN_FILE = 100_000
const TYPES = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** Who saves a report: the person, and as the record names them. */
export interface Saver {
  readonly id: string
  readonly by: string
}

/** Official reports of closed periods. All throw `NOT_FOUND` for a period that is none, and `SKM_EARLY` for one that is not closed. */
export interface Reports {
  view(office: string, period: string): Promise<View>
  /** Saves the version after the one that was seen; gives its number. Throws `SKM_CHANGED` where somebody else saved it first, `IMPORT_UNDER_WAY`. */
  save(who: Saver, office: string, period: string, draft: ReportDraft, seen: number): Promise<number>
  /** Throws `NOT_FOUND` for rows where there are none to give, and what the thread of papers does. */
  file(office: string, period: string, asked: Asked): Promise<File>
}

export function createReports(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly figures: (office: string, period: string) => Promise<PeriodFigures>
  readonly papers: PaperThread
  readonly files: WholeFiles
  /** A key of 32 bytes for the order of respondents, one for each name. */
  readonly keyOf: (name: string) => Buffer
  readonly demo: boolean
  readonly now: () => Instant
}): Reports {
  const { db, offices, figures, papers, files, keyOf, demo, now } = deps

  function closed(office: string, key: string): FixedPeriod {
    const period = fixedPeriod(key)
    if (!period) throw new AppError('NOT_FOUND', { period: key })
    if (settlesOn(period.to) > offices.today(office)) throw new AppError('SKM_EARLY', { on: settlesOn(period.to) })
    return period
  }

  async function planned(office: string, period: string): Promise<Plan | null> {
    const row = await planOf(db, office, period)
    return row ? (JSON.parse(row.body) as Plan) : null
  }

  /** What earlier reports said where it stays as it is, also of headings. */
  async function carried(office: string, period: string) {
    const row = await lastOtherReport(db, office, period)
    const { texts, titles } = row ? (JSON.parse(row.body) as ReportDraft) : NOTHING_DECIDED
    const standing = Object.fromEntries(STANDING.flatMap(id => (texts[id] === undefined ? [] : [[id, texts[id]]])))
    return { standing, titles }
  }

  async function read(id: string, key: string) {
    const office = offices.get(id)
    const period = closed(id, key)
    const before = periodAt(period.kind, addDays(period.from, -1))
    const [versions, numbers, plan, earlier, { standing, titles }] = await Promise.all([
      reportVersions(db, id, key),
      figures(id, key),
      planned(id, key),
      planned(id, before.key),
      carried(id, key),
    ])
    const newest = versions[0]
    const draft = newest ? (JSON.parse(newest.body) as ReportDraft) : { ...NOTHING_DECIDED, titles }
    // Nothing of it changes but by a version: the same report is the same file.
    const at = newest?.at ?? atClock(settlesOn(period.to), '08:00', office.zone)
    const services = Object.fromEntries(office.services.map(s => [s.id, s.name[0]]))
    const facts: ReportFacts = {
      letterhead: letterheadOf(office),
      figures: numbers,
      services,
      profile: (numbers.figures?.profile ?? []).map(named),
      rows: null,
      standing,
      plan,
      before: earlier && { period: before, plan: earlier },
      workdays: workdaysOf(office, period),
      madeOn: officeDate(at, office.zone),
      demo,
    }
    return { office, period, versions, draft, facts, at }
  }

  /** Rows of respondents, of the days that are shown and no others. */
  async function marksOf(office: string, { showing, figures, period }: PeriodFigures): Promise<Uint8Array | undefined> {
    if (!figures || !('through' in showing) || figures.result.n > MOST_IN_FILE) return undefined
    const days = { from: showing.from, to: showing.through }
    const unsur = figures.unsur.map(one => one.unsur)
    return answersOf(db, office, days, keyOf(`${office} ${period.key}`), unsur)
  }

  return {
    async view(id, key) {
      const { versions, draft, facts } = await read(id, key)
      const { figures: shown, sample } = facts.figures
      const names = await Promise.all(versions.map(v => staffById(db, v.by_id)))
      const n = shown?.result.n ?? sample.achieved
      return {
        draft,
        version: versions[0]?.version ?? 0,
        versions: versions.map((v, i) => ({ version: v.version, at: v.at, by: names[i]?.name ?? v.by_id })),
        proposals: proposed(facts),
        stages: proposedStages(facts),
        shown: shown !== undefined,
        ...{ n, target: sample.target },
        ikm: shown?.result.ikm ?? null,
        mutu: shown?.result.mutu ?? null,
        rows: shown !== undefined && n <= MOST_IN_FILE,
        planned: facts.plan?.rows.length ?? 0,
        followed: facts.before?.plan.rows.length ?? 0,
        forumOn: facts.plan?.forumOn ?? null,
        minutes: facts.plan?.minutes ?? '',
        signatory: facts.letterhead.signatory !== '',
        pdf: papers.setsPdf,
      }
    },

    async save({ id, by }, office, period, draft, seen) {
      const days = closed(office, period)
      const version = seen + 1
      const body = JSON.stringify(draft)
      const before = (await reportVersions(db, office, period))[0]
      // The same once more, because its answer was lost, is saved.
      if (before?.version === version && before.body === body && before.by_id === id) return version
      if ((before?.version ?? 0) !== seen) throw new AppError('SKM_CHANGED')
      await files.whole(office, days)
      const at = now()
      const first = reportRow(db, { office, period, version, body, by_id: id, at })
      const entry = { at, who: by, what: 'report.save', detail: { office, period, version } }
      if (!(await onRecord(db, { first, then: [] }, entry))) throw new AppError('SKM_CHANGED')
      return version
    },

    async file(id, key, { format, attached }) {
      const { office, draft, facts, at } = await read(id, key)
      const marks = await marksOf(id, facts.figures)
      const { figures: shown } = facts.figures
      const wide = shown?.unsur.length
      const file = (bytes: Uint8Array, name: string = 'laporan-skm'): File => ({
        name: `${name}_${key}.${format}`,
        type: TYPES[format],
        content: Buffer.from(bytes).toString('base64'),
      })
      if (format === 'csv') {
        if (!marks) throw new AppError('NOT_FOUND', { rows: key })
        return file(await answersCsv(marks, wide), 'jawaban-skm')
      }
      const few = marks !== undefined && marks.length <= MOST_ROWS * wide!
      const report = reportDocument({ ...facts, rows: few ? rowsOf(marks, wide) : null }, draft)
      const logo = office.logo === '' ? undefined : await pictureById(db, office.logo)
      if (format === 'html') return file(Buffer.from(await reportHtml(report, logo)))
      if (format === 'xlsx') {
        const check = {
          unsur: (shown?.unsur ?? BODY_ORDER).map((_, i) => unsurNumber(i)),
          weights: shown ? weightTexts(shown) : [],
          nrr: (shown?.unsur ?? []).map(one => one.nrr),
          ikm: shown?.result.ikm,
        }
        return file(await reportWorkbook(papers, report, marks, check))
      }
      const csv = attached && marks ? await answersCsv(marks, wide) : undefined
      return file(await reportPdf(papers, report, { author: office.name, at, logo, attached: csv }))
    },
  }
}

function letterheadOf(office: OfficeInfo): ReportFacts['letterhead'] {
  return {
    government: office.reportGovernment,
    parent: office.reportParent,
    unit: office.name,
    address: office.address,
    phone: office.phone,
    post: office.reportPost,
    signatory: office.reportSignatory,
    rank: office.reportRank,
    nip: office.reportNip,
    place: office.reportPlace || office.city,
    team: office.reportTeam,
  }
}

/** A table of the profile in the words of the form. */
function named({ item, rows }: ProfileTable): ReportFacts['profile'][number] {
  const label = ({ kind, value }: ProfileRow) => {
    if (kind === 'blank') return NOT_FILLED_IN[0]
    return kind === 'merged' ? 'Lainnya (digabung)' : (profileWords(item, value)?.[0] ?? value)
  }
  return { name: PROFILE[item].question[0], rows: rows.map(row => ({ ...row, label: label(row) })) }
}

/** Days of a period on which the published doors opened. */
function workdaysOf(office: OfficeInfo, { from, to }: { readonly from: LocalDate; readonly to: LocalDate }): number {
  let days = 0
  for (let date = from; date <= to; date = addDays(date, 1)) if (publishedDoors(office, date) !== null) days += 1
  return days
}
